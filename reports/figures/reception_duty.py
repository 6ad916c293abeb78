"""Indicators 2 and 2b: the chairman's own reception days, and a weekly day of the assigned staff."""

from __future__ import annotations

from lucba.law.reception_duty import all_weeks, week_of
from lucba.law.reporting_periods import Period
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Unit
from reception.duty import duty_shown_by, sessions_that_may_count
from reception.models import ReceptionSession


def duty_counts(unit: Unit, period: Period, *, calendar: WorkingCalendar) -> dict[str, dict[str, int]]:
    """Count indicators 2 and 2b as of the period's end; one query."""
    sessions = sessions_that_may_count(unit, period)
    duty = duty_shown_by(sessions, period, calendar=calendar)
    return {
        "2": {
            "numerator": duty.met,
            "denominator": duty.assessed,
            "days_personal": duty.days_personal,
            "days_delegated": duty.days_delegated,
            "days_required": duty.days_required,
        },
        "2b": _weeks_with_regular_reception(sessions, period, calendar),
    }


def _weeks_with_regular_reception(
    sessions: list[ReceptionSession], period: Period, calendar: WorkingCalendar
) -> dict[str, int]:
    regular = ReceptionSession.Kind.REGULAR
    served = {
        week_of(each.held_on)
        for each in sessions
        if each.kind == regular and each.state in ReceptionSession.HELD_STATES
    }
    weeks = all_weeks(period, calendar)
    return {"numerator": sum(week in served for week in weeks), "denominator": len(weeks)}
