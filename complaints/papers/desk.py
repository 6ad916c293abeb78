"""Which papers a page shows: those of a case or petition, those that wait for a leader, what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from complaints.models import Case, CasePaper
from complaints.papers.shelf import form_of
from complaints.workflow import Transition
from lucba.office.models import Official
from reception.models import Petition

State = CasePaper.State
SHOWN = 50  # papers on the page of approvals


@dataclass(frozen=True, slots=True)
class May:
    """What an official may do with a paper as it stands."""

    edit: bool = False
    submit: bool = False
    take_back: bool = False
    approve: bool = False
    send_back: bool = False
    issue: bool = False
    drop: bool = False
    replace: bool = False


def papers_of(subject: Case | Petition, official: Official) -> list[CasePaper]:
    """Return the papers of a case or petition that `official` may see, newest first, dropped ones last."""
    kept = CasePaper.objects.visible_to(official).filter(
        **{"case" if isinstance(subject, Case) else "petition": subject}
    )
    found = kept.select_related("issued", "drafted_by")
    return sorted(found, key=lambda each: (each.state == State.DROPPED, -each.pk))


def papers_waiting(official: Official) -> Any:
    """Return the papers laid before the leaders of the office, the first drafted first."""
    waiting = CasePaper.objects.visible_to(official).filter(state=State.SUBMITTED)
    return waiting.select_related("case", "petition", "drafted_by").order_by("drafted_on", "pk")


def papers_to_sign(official: Official) -> Any:
    """Return the approved papers that wait for number and signature."""
    waiting = CasePaper.objects.visible_to(official).filter(state=State.APPROVED)
    return waiting.select_related("case", "petition", "drafted_by").order_by("approved_on", "pk")


def may(paper: CasePaper, official: Official) -> May:
    """Return what `official` may do now with `paper`, which he sees."""
    form = form_of(paper.form, on=paper.form_on)
    draft, submitted = paper.state == State.DRAFT, paper.state == State.SUBMITTED
    approved, by_head = paper.state == State.APPROVED, form.is_signed_by_head
    keeps = official.keeps_the_books
    return May(
        edit=draft,
        submit=draft and by_head and not official.is_leader,
        take_back=submitted and not official.is_leader,
        approve=by_head and official.is_leader and (draft or submitted),
        send_back=official.is_leader and (submitted or approved),
        issue=(approved and keeps) or (draft and not by_head),
        drop=draft or (approved and keeps),
        replace=paper.state == State.ISSUED and keeps,
    )


def papers_of_act(case: Case, row: Transition, official: Official) -> list[CasePaper]:
    """Return the papers drafted or issued for an act of `case` that is not recorded yet, the newest first."""
    papers = CasePaper.objects.visible_to(official).filter(case=case, act=row.slug, event__isnull=True)
    return list(papers.exclude(state=State.DROPPED).select_related("issued"))
