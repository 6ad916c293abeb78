"""What waits for an official: clocks of petitions, visits and cases in one list, and the day's reception.

Every list is bounded, starts at `visible_to` and costs the same number of queries however much there is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import Count, F, Min, Q, Sum
from django.urls import reverse

from complaints.models import Case, CaseDeadline
from complaints.workflow import Status
from lucba.law.rules import Step
from lucba.office.models import Official
from reception.intake import REPLY_STEPS
from reception.models import IntakeDeadline, ReceptionSession, Visit
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

    @property
    def label(self) -> str:
        """Return the step in the words of the law."""
        return Step(self.step).label


def duties(official: Official, *, until: date, limit: int = SHOWN) -> list[Duty]:
    """Return the running clocks that end up to `until` (inclusive) or have ended, most urgent first.

    Where the Law and the Decree set two clocks for one step, only the earlier, which governs, is listed.
    """
    intake = IntakeDeadline.objects.visible_to(official).running().filter(due_on__lte=until)
    cases = CaseDeadline.objects.visible_to(official).running().filter(due_on__lte=until)
    found = chain(
        map(_of_intake, intake.select_related("petition", "visit").order_by("due_on", "pk")[: 2 * limit]),
        map(_of_case, cases.select_related("case").order_by("due_on", "pk")[:limit]),
    )
    governing: dict[tuple[str, str], Duty] = {}
    for duty in sorted(found, key=lambda each: each.due_on):
        governing.setdefault((duty.url, _family(duty.step)), duty)
    return list(governing.values())[:limit]


def _family(step: str) -> str:
    """Return "KN.ACCEPT" for KN.ACCEPT.LAW and KN.ACCEPT.DEC."""
    return ".".join(step.split(".")[:2])


def _of_intake(row: IntakeDeadline) -> Duty:
    if row.petition:
        url = reverse("reception:petition-page", args=[row.petition.pk])
        return Duty(row.step, f"Đơn {row.petition.code}", url, row.petition.summary, row.due_on, row.act_by)
    visit: Any = row.visit
    url = reverse("reception:visit-page", args=[visit.pk])
    return Duty(row.step, f"Lượt tiếp {visit.code}", url, visit.summary, row.due_on, row.act_by)


def _of_case(row: CaseDeadline) -> Duty:
    url = reverse("complaints:case-page", args=[row.case.pk])
    return Duty(row.step, f"Vụ việc {row.case.code}", url, row.case.summary, row.due_on, row.act_by)


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
    clock = Q(petitions__deadlines__met_on__isnull=True) & ~Q(petitions__deadlines__step__in=REPLY_STEPS)
    waiting = Case.objects.visible_to(official).filter(status=Status.WAITING)
    ending = waiting.annotate(accept_by=Min("petitions__deadlines__due_on", filter=clock))
    return ending.order_by(F("accept_by").asc(nulls_last=True), "pk")[:SHOWN]


def cases_running(official: Official) -> Any:
    """Return the cases not closed yet, the first due on top, those without a clock last."""
    running = Case.objects.visible_to(official).filter(closed_on__isnull=True)
    return running.order_by(F("due_on").asc(nulls_last=True), "pk")[:SHOWN]


def own_sessions(official: Official, sessions: Iterable[ReceptionSession]) -> list[ReceptionSession]:
    """Return the sessions the official himself receives in, by his place in the books."""
    if official.staff_member_id is None:
        return []
    return [session for session in sessions if session.host_id == official.staff_member_id]
