"""The chairman's duty of reception as the books show it, for the calendar, target 2 and `manage.py duty`."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from lucba.law.reception_duty import Duty, Sitting, chairman_duty, week_of
from lucba.law.reporting_periods import Period
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Unit
from reception.models import ReceptionSession

HostRole, Kind = ReceptionSession.HostRole, ReceptionSession.Kind


def duty_of_chairman(unit: Unit, period: Period, *, calendar: WorkingCalendar) -> Duty:
    """Assess the weeks and months whose last working day lies in `period`, as of its end; one query."""
    return duty_shown_by(sessions_that_may_count(unit, period), period, calendar=calendar)


def sessions_that_may_count(unit: Unit, period: Period) -> list[ReceptionSession]:
    """Return the sessions up to the period's end, of every kind, that touch a week or month of the period."""
    first = min(week_of(period.start).start, period.start.replace(day=1))
    touching = Q(held_on__gte=first) | Q(moved_to__gte=first)
    return list(ReceptionSession.objects.filter(touching, unit=unit, held_on__lte=period.end))


def duty_shown_by(sessions: Iterable[ReceptionSession], period: Period, *, calendar: WorkingCalendar) -> Duty:
    """Assess the duty from the `sessions_that_may_count`.

    A delegated or an extraordinary day does not meet it; a day without visitors does.
    """
    periodic = (
        each for each in sessions if each.kind == Kind.PERIODIC and each.host_role != HostRole.OFFICER
    )
    return chairman_duty(period, map(_sitting, periodic), calendar)


def _sitting(session: ReceptionSession) -> Sitting:
    return Sitting(
        on=session.held_on,
        held=session.state in ReceptionSession.HELD_STATES,
        delegated=session.host_role == HostRole.DELEGATE,
        moved_to=session.moved_to,
        reason=session.reason,
    )
