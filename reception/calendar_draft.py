"""What the weekly pattern gives for a span of days: the preview of a draft, before anything is written.

A day off moves to the next working day. What stands in the calendar already, called off or not, is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from lucba.law.reporting_periods import Period
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Official, StaffTerm, Unit
from reception.duty import PlannedDuty, planned_duties
from reception.models import ReceptionSession, WeeklyPattern

Kind, HostRole = ReceptionSession.Kind, ReceptionSession.HostRole
_Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One session the pattern gives: its day, the day of the pattern, why it moved, why it is not planned."""

    held_on: date
    pattern: WeeklyPattern
    pattern_day: date
    day_off: str = ""
    is_there: bool = False
    problem: str = ""

    @property
    def is_new(self) -> bool:
        """Tell whether the draft adds this session to the calendar."""
        return not (self.is_there or self.problem)

    @property
    def moved(self) -> bool:
        """Tell whether a day off moved it."""
        return self.held_on != self.pattern_day


def draft(unit: Unit, start: date, end: date, *, calendar: WorkingCalendar, today: date) -> list[DraftLine]:
    """Return what the pattern gives from `start` to `end` (inclusive), days before `today` left out."""
    taken = _in_the_calendar(unit, start, end, calendar)
    lines: list[DraftLine] = []
    days = list(_days_of_patterns(unit, max(start, today), end))
    days.sort(
        key=lambda each: not calendar.is_working_day(each[1])
    )  # those that need not move keep their day
    for pattern, on in days:
        held_on = calendar.next_working_day(on)
        key = _key(held_on, pattern)
        lines.append(
            DraftLine(
                held_on,
                pattern,
                on,
                calendar.day_off_reason(on),
                is_there=key in taken or _key(on, pattern) in taken,
                problem=_problem(pattern, held_on),
            )
        )
        taken.add(key)
    return sorted(lines, key=lambda line: (line.held_on, line.pattern.kind, line.pattern.pk))


def duties_short(
    unit: Unit, start: date, end: date, lines: Iterable[DraftLine], *, calendar: WorkingCalendar, today: date
) -> list[PlannedDuty]:
    """Return the weeks or months of the law from `start` to `end` that stay short even with the draft.

    Those that are over by `today` are left out: a draft cannot help them.
    """
    own = [each.held_on for each in lines if each.is_new and each.pattern.host_role == HostRole.HEAD]
    duties = planned_duties(unit, Period(start, end), calendar=calendar, besides=own)
    return [duty for duty in duties if duty.missing and duty.span.end >= today]


def _days_of_patterns(unit: Unit, start: date, end: date) -> Iterator[tuple[WeeklyPattern, date]]:
    """Yield each pattern with each of its days, its host with all his terms."""
    if start > end:
        return
    in_force = Q(in_force_until__isnull=True) | Q(in_force_until__gte=start)
    rows = WeeklyPattern.objects.filter(in_force, unit=unit, in_force_from__lte=end)
    patterns = list(_with_hosts(rows))
    for on in Period(start, end).days():
        for pattern in patterns:
            until = pattern.in_force_until or end
            if pattern.weekday == on.weekday() and pattern.in_force_from <= on <= until:
                yield pattern, on


def weekly_patterns(official: Official) -> QuerySet[WeeklyPattern]:
    """Return the weekly pattern of the official's office, past rows included, by weekday."""
    return _with_hosts(WeeklyPattern.objects.visible_to(official).order_by("weekday", "in_force_from", "pk"))


def _with_hosts(patterns: QuerySet[WeeklyPattern]) -> QuerySet[WeeklyPattern]:
    terms = Prefetch("host__terms", queryset=StaffTerm.objects.all(), to_attr="all_terms")
    return patterns.select_related("host").prefetch_related(terms)


def _in_the_calendar(unit: Unit, start: date, end: date, calendar: WorkingCalendar) -> set[_Key]:
    """Return the keys of the sessions of these days; a day off at the end may move past the end."""
    last = calendar.next_working_day(end)
    rows = ReceptionSession.objects.filter(unit=unit, held_on__range=(start, last))
    return {_key(row.held_on, row) for row in rows}


def _key(on: date, row: WeeklyPattern | ReceptionSession) -> _Key:
    """Return what makes two sessions the same: the chairman receives once a day, each officer for himself."""
    return (on, row.kind, row.host_id if row.kind == Kind.REGULAR else None)


def _problem(pattern: WeeklyPattern, held_on: date) -> str:
    """Return why the host of the pattern cannot receive on that day, "" when he can."""
    terms: list[StaffTerm] = getattr(pattern.host, "all_terms", [])
    term = next(
        (each for each in terms if each.started_on <= held_on <= (each.ended_on or held_on)),
        None,
    )
    if term is None:
        return "người tiếp không còn trong danh sách cán bộ ngày này"
    if pattern.host_role == HostRole.HEAD and term.role != StaffTerm.Role.CHAIRMAN:
        return "người tiếp không phải là Chủ tịch ngày này"
    return ""
