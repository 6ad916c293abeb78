"""The chairman's own reception days: one a week until 30/06/2026, two a month from 01/07/2026.

Law on Citizen Reception 15(2), before and after Law 136/2025; counted as indicator 2 of the plan does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lucba.law.law_on_citizen_reception import MONTHLY_DUTY, WEEKLY_DUTY
from lucba.law.reporting_periods import Period, calendar_month
from lucba.law.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Moved:
    """A personal periodic sitting that was not held on `planned_on` and was moved to `moved_to`."""

    planned_on: date
    moved_to: date


@dataclass(frozen=True, slots=True)
class Duty:
    """The weeks and months assessed in a period, and those of them in which the duty was met."""

    weeks: tuple[Period, ...]
    months: tuple[Period, ...]
    good_weeks: tuple[Period, ...]
    good_months: tuple[Period, ...]

    @property
    def met(self) -> int:
        """Return the numerator of indicator 2."""
        return len(self.good_weeks) + len(self.good_months)

    @property
    def assessed(self) -> int:
        """Return the denominator of indicator 2."""
        return len(self.weeks) + len(self.months)

    @property
    def days_required(self) -> int:
        """Return how many reception days the law asked for."""
        return len(self.weeks) * WEEKLY_DUTY.length + len(self.months) * MONTHLY_DUTY.length


def week_of(on: date) -> Period:
    """Return Monday to Sunday of the week of `on`."""
    monday = on - timedelta(days=on.weekday())
    return Period(monday, monday + timedelta(days=6))


def all_weeks(period: Period, calendar: WorkingCalendar) -> tuple[Period, ...]:
    """Return the weeks whose last working day lies in `period`; a week without a working day is none's."""
    first, last = week_of(period.start), week_of(period.end)
    mondays = (first.start + timedelta(days=days) for days in range(0, (last.end - first.start).days, 7))
    return tuple(
        week for week in map(week_of, mondays) if (end := _last_working_day(week, calendar)) and end in period
    )


def weeks_assessed(period: Period, calendar: WorkingCalendar) -> tuple[Period, ...]:
    """Return the weeks of `period` in which the chairman owed a day: last working day until 30/06/2026."""
    return tuple(
        week
        for week in all_weeks(period, calendar)
        if (end := _last_working_day(week, calendar)) and WEEKLY_DUTY.in_force(end)
    )


def months_assessed(period: Period, calendar: WorkingCalendar) -> tuple[Period, ...]:
    """Return the months from July 2026 whose last working day lies in `period`."""
    months = {calendar_month(on.year, on.month) for on in period.days()}
    return tuple(
        month
        for month in sorted(months)
        if MONTHLY_DUTY.in_force(month.start)
        and (end := _last_working_day(month, calendar))
        and end in period
    )


def weeks_served(held: Iterable[date], moved: Iterable[Moved] = ()) -> frozenset[Period]:
    """Return the weeks the personal sittings on the days `held` (one entry for each sitting) count for.

    A day held in place of moved sittings counts for the weeks of those it replaces, not for its own; sittings
    of that day beyond the replaced ones count for its own week.
    """
    replaced: defaultdict[date, list[date]] = defaultdict(list)
    for each in moved:
        replaced[each.moved_to].append(each.planned_on)
    served: set[Period] = set()
    for on, sittings in Counter(held).items():
        served.update(map(week_of, replaced[on]))
        if sittings > len(replaced[on]):
            served.add(week_of(on))
    return frozenset(served)


def months_served(held: Iterable[date]) -> frozenset[Period]:
    """Return the calendar months with personal sittings on at least two different days."""
    days = Counter(calendar_month(on.year, on.month) for on in set(held))
    return frozenset(month for month, count in days.items() if count >= MONTHLY_DUTY.length)


def chairman_duty(
    period: Period, held: Iterable[date], moved: Iterable[Moved], calendar: WorkingCalendar
) -> Duty:
    """Assess the chairman's duty in `period` from the personal periodic sittings held up to its end.

    `held` has one day for each sitting, also those before the period; later ones are left out here.
    """
    sittings = [on for on in held if on <= period.end]
    weeks, months = weeks_assessed(period, calendar), months_assessed(period, calendar)
    served_weeks, served_months = weeks_served(sittings, moved), months_served(sittings)
    return Duty(
        weeks=weeks,
        months=months,
        good_weeks=tuple(week for week in weeks if week in served_weeks),
        good_months=tuple(month for month in months if month in served_months),
    )


def _last_working_day(period: Period, calendar: WorkingCalendar) -> date | None:
    last = calendar.previous_working_day(period.end)
    return last if last in period else None
