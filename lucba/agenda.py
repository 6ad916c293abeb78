"""What waits for an official: clocks of petitions, visits and cases in one list, and the day's reception.

Every list is bounded, starts at `visible_to` and costs the same number of queries however much there is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import Count, F, Q, Sum
from django.urls import reverse

from complaints.models import Case, CaseDeadline
from complaints.queries import with_next_clock
from complaints.workflow import Status
from lucba.law.rules import Certainty, Step
from lucba.office.models import DeadlineRow, Official
from reception.models import IntakeDeadline, ReceptionSession, SessionDeadline, Visit
from reception.queries import petition_list

SHOWN = 20  # duties of one list; the full lists are a click away
FEW = 10


@dataclass(frozen=True, slots=True)
class Duty:
    """One running clock: what has to be done, to what, until when."""

    step: str
    subject: str
    url: str
    summary: str
    due_on: date
    act_by: date
    why: str  # the page that explains the day
    house: bool = False  # a target of the office's own, never a legal limit

    @property
    def label(self) -> str:
        """Return the step in the words of the law."""
        return Step(self.step).label


def duties(official: Official, *, until: date, limit: int = SHOWN) -> list[Duty]:
    """Return the running clocks that end up to `until` (inclusive) or have ended, the first due first.

    Where the Law and the Decree set two clocks for one step, only the earlier, which governs, is listed.
    House targets are bounded apart: old ones never push a legal limit off the list.
    """
    intake = _running(IntakeDeadline.objects.all(), official, until).select_related("petition", "visit")
    cases = _running(CaseDeadline.objects.all(), official, until).select_related("case")
    found: list[Duty] = []
    for house in (False, True):
        rows = chain(
            map(_of_intake, _by_certainty(intake, house=house)[: 2 * limit]),
            map(_of_case, _by_certainty(cases, house=house)[:limit]),
        )
        found += _governing(rows)[:limit]
    found += map(_of_session, _sessions_to_prepare(official, until)[:limit])
    return sorted(found, key=lambda duty: duty.due_on)[: 2 * limit]


def _sessions_to_prepare(official: Official, until: date) -> Any:
    """Return the clocks of sessions to come: once one is held, an unmet clock only records the miss."""
    clocks = SessionDeadline.objects.visible_to(official).filter(
        met_on__isnull=True, session__state=ReceptionSession.State.PLANNED, due_on__lte=until
    )
    return clocks.select_related("session").order_by("due_on", "pk")


def _running(rows: Any, official: Official, until: date) -> Any:
    ending = rows.visible_to(official).running().filter(due_on__lte=until)
    return ending.order_by("due_on", "pk")


def _by_certainty(rows: Any, *, house: bool) -> Any:
    of_the_house = Q(certainty=Certainty.HOUSE)
    return rows.filter(of_the_house if house else ~of_the_house)


def _governing(found: Iterable[Duty]) -> list[Duty]:
    """Return the duties, of two clocks of one step only the one that ends first."""
    governing: dict[tuple[str, str], Duty] = {}
    for duty in sorted(found, key=lambda each: each.due_on):
        governing.setdefault((duty.url, _family(duty.step)), duty)
    return list(governing.values())


def _family(step: str) -> str:
    """Return "KN.ACCEPT" for KN.ACCEPT.LAW and KN.ACCEPT.DEC."""
    return ".".join(step.split(".")[:2])


def _of_intake(row: IntakeDeadline) -> Duty:
    if row.petition:
        return _duty(row, f"Đơn {row.petition.code}", "reception:petition", row.petition)
    return _duty(row, f"Lượt tiếp {row.visit.code}", "reception:visit", row.visit)  # type: ignore[union-attr]


def _of_case(row: CaseDeadline) -> Duty:
    return _duty(row, f"Vụ việc {row.case.code}", "complaints:case", row.case)


def _of_session(row: SessionDeadline) -> Duty:
    session = row.session
    words = f"Buổi tiếp {session.held_on:%d/%m/%Y}"
    return _duty(row, words, "reception:session", session, session.get_kind_display())


def _duty(row: DeadlineRow, words: str, pages: str, subject: Any, summary: str = "") -> Duty:
    """Return the duty of a clock; `pages` is what the names of the pages of its subject begin with."""
    page, why = (reverse(f"{pages}-{name}", args=[subject.pk]) for name in ("page", "why"))
    summary = summary or subject.summary
    return Duty(row.step, words, page, summary, row.due_on, row.act_by, why=why, house=row.is_house_target)


def visits_on(official: Official, on: date) -> dict[str, Any]:
    """Return how many visits and persons were received on the day `on`, and the latest of them."""
    visits = Visit.objects.visible_to(official).filter(session__held_on=on)
    totals = visits.aggregate(visits=Count("pk"), persons=Sum("persons", default=0))
    return {**totals, "latest": visits.select_related("session").order_by("-pk")[:FEW]}


def petitions_waiting(official: Official) -> dict[str, Any]:
    """Return how many petitions are not handled yet, and the oldest of them with their running clocks."""
    waiting = petition_list(official, waiting=True)
    return {"count": waiting.count(), "oldest": waiting.order_by("received_on", "pk")[:FEW]}


def cases_to_accept(official: Official) -> Any:
    """Return the cases that wait for acceptance or refusal, the one whose clock ends first on top."""
    waiting = Case.objects.visible_to(official).filter(status=Status.WAITING)
    return with_next_clock(waiting).order_by(F("next_due").asc(nulls_last=True), "pk")[:SHOWN]


def cases_running(official: Official) -> Any:
    """Return the cases not closed yet, the first due on top, those without a clock last."""
    running = Case.objects.visible_to(official).filter(closed_on__isnull=True)
    return with_next_clock(running).order_by(F("next_due").asc(nulls_last=True), "pk")[:SHOWN]


def own_sessions(official: Official, sessions: Iterable[ReceptionSession]) -> list[ReceptionSession]:
    """Return the sessions the official himself receives in, by his place in the books."""
    if official.staff_member_id is None:
        return []
    return [session for session in sessions if session.host_id == official.staff_member_id]
