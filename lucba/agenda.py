"""What waits for an official: clocks of petitions, visits and cases in one list, and the day's reception.

Every list is bounded, starts at `visible_to` and costs the same number of queries however much there is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, Sum
from django.urls import reverse

from complaints.desks import proposals_waiting
from complaints.models import Case
from complaints.queries import with_next_clock
from complaints.workflow import Status
from lucba.duties import (
    WEEK,
    Duty,
    due_after_week,
    due_within,
    duties_of_office,
    missed_target,
    overdue,
)
from lucba.office.models import Official
from reception.models import ReceptionSession, Visit
from reception.queries import petition_list

SHOWN = 20  # duties of one list; the full lists are a click away
FEW = 10
# Of what is late already a few are enough on the first page: they must not push this week off the screen.
LATEST = {"qua-han": 6, "qua-chi-tieu": 3}


@dataclass(frozen=True, slots=True)
class Span:
    """The first duties of a span of days, how many there are, and the page that lists them all."""

    heading: str
    duties: list[Duty]
    count: int
    url: str

    @property
    def left_out(self) -> int:
        """Return how many the page lists besides."""
        return self.count - len(self.duties)


def spans(official: Official, *, on: date, month: bool = False) -> list[Span]:
    """Return what is overdue, due within a week, (`month`) due after it, and past the office's own targets.

    Each is bounded by itself: what is long overdue never hides what is due this week.
    """
    duties = duties_of_office(official)
    conditions: dict[str, tuple[str, Q]] = {
        "qua-han": ("Đã quá hạn", overdue(on)),
        "7-ngay": ("Đến hạn trong 7 ngày", due_within(on, WEEK)),
        **({"30-ngay": ("Đến hạn trong 30 ngày", due_after_week(on))} if month else {}),
        "qua-chi-tieu": ("Quá chỉ tiêu nội bộ", missed_target(on)),
    }
    counts = duties.counts(**{name: condition for name, (_, condition) in conditions.items()})
    page = reverse("worklist")
    return [
        Span(
            heading,
            duties.where(condition).first(LATEST.get(name, SHOWN)) if counts[name] else [],
            counts[name],
            f"{page}?muc={name}",
        )
        for name, (heading, condition) in conditions.items()
    ]


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


def proposals_to_approve(official: Official) -> Any:
    """Return the first proposals that wait for a leader's word, the one whose clock ends first on top."""
    return proposals_waiting(official).order_by("turn_on", "pk")[:FEW]
