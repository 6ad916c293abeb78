"""Indicators 3, 3b, 4a, 4b and 6: complaints and denunciations resolved and executed.

Indicator 5 is counted where the review list is kept, in `complaints.review`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from complaints.clocks import resolution_clock
from complaints.models import Case, CaseEvent, Decision
from complaints.review import KINDS
from complaints.workflow import EventKind, Way
from lucba.law.reporting_periods import Period
from lucba.law.resolution import ClockEvent
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Unit
from reports.figures.sets import closed, inside, not_before


def resolution_counts(unit: Unit, period: Period, *, open_deadlines: list[date]) -> dict[str, dict[str, int]]:
    """Count indicators 3, 3b, 4a and 4b; one query. `open_deadlines`: of the cases open at the end."""
    checks = (
        CaseEvent.objects.in_force()
        .filter(case=OuterRef("pk"), kind=EventKind.PROCEDURE_CHECKED, happened_on__lte=period.end)
        .order_by("-seq")
    )
    resolved = inside("closed_on", period)
    counts = (
        accepted_cases(unit, on=period.end)
        .filter(not_before("closed_on", period) & ~closed(period, Way.TRANSFERRED))
        .annotate(last_check=Subquery(checks.values("detail")[:1]))
        .aggregate(
            every=Count("pk"),
            resolved=Count("pk", filter=resolved),
            right=Count("pk", filter=resolved & Q(last_check="dung")),
            unknown=Count("pk", filter=resolved & Q(last_check__isnull=True)),
            on_time=Count("pk", filter=resolved & Q(closed_on__lte=F("due_on"))),
        )
    )
    every, done = counts["every"], counts["resolved"]
    fell_due = sum(due_on <= period.end for due_on in open_deadlines)
    overdue = sum(due_on < period.end for due_on in open_deadlines)
    return {
        "3": {"numerator": done, "denominator": every},
        "3b": {"numerator": done, "denominator": done + fell_due},
        "4a": {"numerator": counts["right"], "denominator": done, "unknown": counts["unknown"]},
        "4b": {"numerator": counts["on_time"], "denominator": done, "open_overdue": overdue},
    }


def accepted_cases(unit: Unit, *, on: date) -> models.QuerySet[Case]:
    """Return the unit's own complaints and denunciations accepted by the day `on`."""
    return Case.objects.filter(unit=unit, competent=True, kind__in=KINDS, accepted_on__lte=on)


def open_deadlines(unit: Unit, *, on: date, calendar: WorkingCalendar) -> list[date]:
    """Return the deadlines, as they stand on the day `on`, of the accepted cases open that day; one query."""
    still_open = accepted_cases(unit, on=on).filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on))
    deadlines = (
        resolution_clock(case, events, case.accepted_on, until=on, calendar=calendar)
        for case, events in _with_clock_events(still_open)
    )
    return [each.due_on for each in deadlines if each]


def _with_clock_events(cases: models.QuerySet[Case]) -> Iterator[tuple[Case, list[CaseEvent]]]:
    """Yield each case with its acceptance and the events that move its clock, in order."""
    events = (
        CaseEvent.objects.in_force()
        .filter(case__in=cases, kind__in=(EventKind.ACCEPTED, *ClockEvent))
        .select_related("case")
    )
    for _, group in groupby(events, key=lambda event: event.case_id):
        of_case = list(group)
        yield of_case[0].case, of_case


def effective_decisions(unit: Unit, *, on: date) -> models.QuerySet[Decision]:
    """Return the decisions in effect on the day `on`, each with that day as `in_effect_on`.

    A conclusion without a day of effect is effective when issued; such a complaint decision is not in effect.
    """
    when_issued = models.When(type=Decision.Type.DENUNCIATION_CONCLUSION, then=F("issued_on"))
    in_effect_on = Coalesce("effective_on", models.Case(when_issued))
    return Decision.objects.filter(unit=unit).annotate(in_effect_on=in_effect_on).filter(in_effect_on__lte=on)


def execution_counts(unit: Unit, period: Period) -> dict[str, int]:
    """Count indicator 6: effective decisions to be executed, and those finished by the end; one query."""
    to_execute = Q(must_execute=True) & not_before("finished_on", period)
    return effective_decisions(unit, on=period.end).aggregate(
        numerator=Count("pk", filter=to_execute & Q(finished_on__lte=period.end)),
        denominator=Count("pk", filter=to_execute),
        nothing_to_execute=Count("pk", filter=inside("in_effect_on", period) & Q(must_execute=False)),
    )
