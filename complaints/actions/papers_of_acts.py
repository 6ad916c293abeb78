"""An act and its papers find each other: one issued before is tied to it, else a draft is made."""

from __future__ import annotations

from datetime import date

from complaints.actions.papers import draft_paper
from complaints.models import Case, CaseEvent, CasePaper
from complaints.papers.shelf import forms_of_act
from complaints.workflow import Transition
from lucba.office.errors import RefusedError
from lucba.office.models import Official


def document_act(case: Case, row: Transition, *, by: Official, on: date) -> list[CasePaper]:
    """Return the papers of the act just recorded on `case`: those drafted ahead of it, or fresh drafts.

    An act recorded with the number of a paper written elsewhere gets no draft; nor does one whose form the
    office cannot head on the day `on`.
    """
    event = CaseEvent.objects.in_force().filter(case=case, kind=row.event).order_by("-seq").first()
    ahead = CasePaper.objects.filter(case=case, act=row.slug, event__isnull=True)
    ahead = ahead.exclude(state=CasePaper.State.DROPPED)
    waiting = list(ahead)
    if event:
        ahead.update(event=event)
    if waiting or event is None or event.document_number or event.papers.exists():
        return waiting
    return _drafts(case, row, event, by=by, on=on)


def _drafts(case: Case, row: Transition, event: CaseEvent, *, by: Official, on: date) -> list[CasePaper]:
    try:
        return [
            draft_paper(case, form.code, event=event, act=row.slug, by=by, on=on)
            for form in forms_of_act(case.kind, row.slug, on=on)
        ]
    except RefusedError:  # no profile on that day: the act itself stands
        return []
