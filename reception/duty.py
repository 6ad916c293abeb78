"""The duty of reception as the books show it: the calendar, target 2 and `manage.py duty` read it here.

The law changed from a day a week to two days a month; the plan of the office asks for a day a week all along.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lucba.law.law_on_citizen_reception import MONTHLY_DUTY, WEEKLY_DUTY
from lucba.law.reception_duty import (
    Duty,
    Sitting,
    all_weeks,
    chairman_duty,
    months_assessed,
    week_of,
    weeks_assessed,
)
from lucba.law.reporting_periods import Period, calendar_month
from lucba.law.rules import TimeLimit
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
    return chairman_duty(period, map(_sitting, filter(_may_count, sessions)), calendar)


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """A week of the plan: the days the chairman received for it himself, the days the staff received.

    `notes` say what became of the chairman's days when he received on none.
    """

    week: Period
    personal: tuple[date, ...]
    staff: tuple[date, ...]
    notes: tuple[str, ...] = ()


def weeks_of_plan(
    sessions: Iterable[ReceptionSession], period: Period, *, calendar: WorkingCalendar
) -> list[PlanWeek]:
    """Return the weeks of `period` as the plan counts them, before and after 01/07/2026 alike.

    A day the chairman held in place of moved ones counts for their weeks, as in the duty of the law.
    """
    rows = [each for each in sessions if each.held_on <= period.end]
    personal, staff = _personal_days_by_week(rows), defaultdict(set)
    for each in rows:
        if each.kind == Kind.REGULAR and each.state in ReceptionSession.HELD_STATES:
            staff[week_of(each.held_on)].add(each.held_on)
    return [
        PlanWeek(
            week,
            tuple(sorted(personal[week])),
            tuple(sorted(staff[week])),
            () if personal[week] else _notes_on(week, rows),
        )
        for week in all_weeks(period, calendar)
    ]


def _notes_on(week: Period, sessions: Iterable[ReceptionSession]) -> tuple[str, ...]:
    """Return what became of the chairman's days of a week in which none was his own."""
    missed = (each for each in sessions if each.held_on in week and _may_count(each))
    return tuple(filter(None, map(_note_on, missed)))


def _note_on(session: ReceptionSession) -> str:
    day = f"ngày {session.held_on:%d/%m/%Y}"
    if session.state in ReceptionSession.HELD_STATES:
        return f"{day} tiếp theo ủy quyền" if session.host_role == HostRole.DELEGATE else ""
    if session.state == ReceptionSession.State.PLANNED:
        return f"{day} dự kiến tiếp"
    moved = f", dời sang {session.moved_to:%d/%m/%Y}" if session.moved_to else ""
    return f"{day} không tổ chức{moved}: {session.reason.rstrip('.')}"


def _personal_days_by_week(sessions: Iterable[ReceptionSession]) -> defaultdict[Period, set[date]]:
    sittings = [_sitting(each) for each in sessions if _may_count(each)]
    replaced: defaultdict[date, list[date]] = defaultdict(list)
    for each in sittings:
        if each.moved_to and not each.held and not each.delegated:
            replaced[each.moved_to].append(each.on)
    days: defaultdict[Period, set[date]] = defaultdict(set)
    for on, count in Counter(each.on for each in sittings if each.is_personal).items():
        weeks = [week_of(moved) for moved in replaced[on]]
        own = [week_of(on)] if count > len(replaced[on]) else []
        for week in (*weeks, *own):
            days[week].add(on)
    return days


@dataclass(frozen=True, slots=True)
class PlannedDuty:
    """A week or month of the law with the days of the chairman's own that are planned or held in it."""

    span: Period
    limit: TimeLimit
    days: tuple[date, ...]

    @property
    def is_month(self) -> bool:
        """Tell whether a month is owed, and not a week."""
        return self.limit is MONTHLY_DUTY

    @property
    def missing(self) -> int:
        """Return how many days are still to be planned."""
        return max(0, self.limit.length - len(self.days))


def planned_duties(
    unit: Unit, period: Period, *, calendar: WorkingCalendar, besides: Iterable[date] = ()
) -> list[PlannedDuty]:
    """Return the weeks and months owed in `period` with what is planned; `besides` are days of a draft.

    A week or month belongs to the period its last working day lies in; one query.
    """
    weeks = [(week, WEEKLY_DUTY) for week in weeks_assessed(period, calendar)]
    spans = weeks + [(month, MONTHLY_DUTY) for month in months_assessed(period, calendar)]
    if not spans:
        return []
    first, last = min(span.start for span, _ in spans), max(span.end for span, _ in spans)
    own = ReceptionSession.objects.filter(
        unit=unit, held_on__range=(first, last), kind=Kind.PERIODIC, host_role=HostRole.HEAD
    )
    standing = own.exclude(state=ReceptionSession.State.NOT_HELD).values_list("held_on", flat=True)
    days = sorted({*standing, *besides})
    return [PlannedDuty(span, limit, tuple(on for on in days if on in span)) for span, limit in spans]


def planned_duty_of(unit: Unit, on: date, *, calendar: WorkingCalendar) -> PlannedDuty | None:
    """Return the week or month owed that the day `on` lies in; None when the law asks for none."""
    week, month = week_of(on), calendar_month(on.year, on.month)
    around = Period(min(week.start, month.start), max(week.end, month.end))
    duties = planned_duties(unit, around, calendar=calendar)
    return next((duty for duty in duties if on in duty.span), None)


def _may_count(session: ReceptionSession) -> bool:
    return session.kind == Kind.PERIODIC and session.host_role != HostRole.OFFICER


def _sitting(session: ReceptionSession) -> Sitting:
    return Sitting(
        on=session.held_on,
        held=session.state in ReceptionSession.HELD_STATES,
        delegated=session.host_role == HostRole.DELEGATE,
        moved_to=session.moved_to,
        reason=session.reason,
    )
