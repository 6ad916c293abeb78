"""Indicators 2 and 2b: the chairman's own reception days, and a weekly day of the assigned staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lucba.law.reception_duty import Moved, all_weeks, chairman_duty, week_of
from lucba.law.reporting_periods import Period
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Unit
from reception.models import ReceptionSession

HostRole, Kind, State = ReceptionSession.HostRole, ReceptionSession.Kind, ReceptionSession.State


@dataclass(frozen=True)
class Sitting:
    """What the indicators must know of a sitting."""

    kind: str
    host_role: str
    state: str
    on: date
    moved_to: date | None

    @property
    def is_held(self) -> bool:
        """Whether it took place, with or without citizens."""
        return self.state in ReceptionSession.HELD_STATES

    def is_periodic(self, host: ReceptionSession.HostRole) -> bool:
        """Whether it was a periodic reception of `host`."""
        return self.kind == Kind.PERIODIC and self.host_role == host


def duty_counts(unit: Unit, period: Period, *, calendar: WorkingCalendar) -> dict[str, dict[str, int]]:
    """Count indicators 2 and 2b; one query.

    A delegated or an extraordinary day does not meet the chairman's duty; a day without visitors does.
    """
    sittings = _sittings_that_may_count(unit, period)
    personal = [each for each in sittings if each.is_periodic(HostRole.HEAD)]
    duty = chairman_duty(
        period,
        [each.on for each in personal if each.is_held],
        [Moved(each.on, each.moved_to) for each in personal if each.moved_to and not each.is_held],
        calendar,
    )
    return {
        "2": {
            "numerator": duty.met,
            "denominator": duty.assessed,
            "days_personal": _days_held(sittings, HostRole.HEAD, period),
            "days_delegated": _days_held(sittings, HostRole.DELEGATE, period),
            "days_required": duty.days_required,
        },
        "2b": _weeks_with_regular_reception(sittings, period, calendar),
    }


def _sittings_that_may_count(unit: Unit, period: Period) -> list[Sitting]:
    """Return the sittings up to the period's end that touch a week or month of the period."""
    first = min(week_of(period.start).start, period.start.replace(day=1))
    rows = ReceptionSession.objects.filter(
        Q(held_on__gte=first) | Q(moved_to__gte=first), unit=unit, held_on__lte=period.end
    )
    return [Sitting(*row) for row in rows.values_list("kind", "host_role", "state", "held_on", "moved_to")]


def _days_held(sittings: list[Sitting], host: ReceptionSession.HostRole, period: Period) -> int:
    """Count the different days of the period on which `host` held a periodic sitting."""
    return len(
        {each.on for each in sittings if each.is_held and each.is_periodic(host) and each.on in period}
    )


def _weeks_with_regular_reception(
    sittings: list[Sitting], period: Period, calendar: WorkingCalendar
) -> dict[str, int]:
    served = {week_of(each.on) for each in sittings if each.is_held and each.kind == Kind.REGULAR}
    weeks = all_weeks(period, calendar)
    return {"numerator": sum(week in served for week in weeks), "denominator": len(weeks)}
