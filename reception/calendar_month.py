"""One month of the reception calendar as the page shows it: days, and duty by law and plan side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lucba.law.reception_duty import Duty, DutySpan, week_of
from lucba.law.reporting_periods import Period, calendar_month
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Official
from reception.calendar_week import FIRST_DAY, LAST_DAY, CalendarDay
from reception.calendar_year import MonthBar, year_chart
from reception.duty import PlanWeek, duty_shown_by, sessions_that_may_count, weeks_of_plan
from reception.models import ReceptionSession
from reception.queries import sessions_between


@dataclass(frozen=True, slots=True)
class LawLine:
    """A week or month of the law: what was owed and held, and in words whether it is met."""

    span: DutySpan
    is_month: bool
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """A month by weeks, with its duty; `previous` and `following` are None at the ends of the calendar."""

    period: Period
    weeks: list[list[CalendarDay]]
    law: list[LawLine]
    plan: list[PlanWeek]
    year: list[MonthBar]
    previous: date | None
    following: date | None

    @property
    def sessions(self) -> list[ReceptionSession]:
        """Return the sessions of the month in order."""
        days = (day for week in self.weeks for day in week if day.day in self.period)
        return [session for day in days for session in day.sessions]


def month_of(official: Official, day: date, *, calendar: WorkingCalendar, today: date) -> CalendarMonth:
    """Return the month of `day` as `official` sees it; the duty is that of his unit, as of `today`."""
    period = calendar_month(day.year, day.month)
    year = Period(date(day.year, 1, 1), date(day.year, 12, 31))
    counted = sessions_that_may_count(official.unit, year)
    duty = duty_shown_by(counted, period, calendar=calendar)
    before, after = period.start - timedelta(days=1), period.end + timedelta(days=1)
    return CalendarMonth(
        period=period,
        weeks=_weeks(official, period, calendar),
        law=law_lines(duty, counted, today=today),
        plan=weeks_of_plan(counted, period, calendar=calendar),
        year=year_chart(counted, day.year, calendar=calendar, today=today),
        previous=before.replace(day=1) if before > FIRST_DAY else None,
        following=after if after < LAST_DAY else None,
    )


def _weeks(official: Official, period: Period, calendar: WorkingCalendar) -> list[list[CalendarDay]]:
    """Return whole weeks, Monday to Sunday, that cover `period`."""
    first, last = week_of(period.start).start, week_of(period.end).end
    sessions: defaultdict[date, list[ReceptionSession]] = defaultdict(list)
    for session in sessions_between(official, first, last):
        sessions[session.held_on].append(session)
    days = [
        CalendarDay(each, calendar.day_off_reason(each), sessions[each])
        for each in Period(first, last).days()
    ]
    return [days[n : n + 7] for n in range(0, len(days), 7)]


def law_lines(duty: Duty, sessions: Sequence[ReceptionSession], *, today: date) -> list[LawLine]:
    """Return the weeks and months of `duty`; one that is not over yet is not called missing."""
    weeks = [_law_line(each, sessions, today, is_month=False) for each in duty.weeks]
    return weeks + [_law_line(each, sessions, today, is_month=True) for each in duty.months]


def _law_line(
    span: DutySpan, sessions: Iterable[ReceptionSession], today: date, *, is_month: bool
) -> LawLine:
    if span.met:
        return LawLine(span, is_month, "đủ", "")
    if span.span.end < today:
        return LawLine(span, is_month, f"thiếu {span.missing}", span.reason)
    planned = {each.held_on for each in sessions if each.held_on in span.span and _is_planned_for_head(each)}
    days = ", ".join(f"{on:%d/%m/%Y}" for on in sorted(planned))
    note = f"Còn dự kiến tiếp ngày {days}." if days else "Chưa lên lịch ngày nào nữa."
    return LawLine(span, is_month, f"còn phải tiếp {span.missing}", note)


def _is_planned_for_head(session: ReceptionSession) -> bool:
    return (
        session.state == ReceptionSession.State.PLANNED
        and session.kind == ReceptionSession.Kind.PERIODIC
        and session.host_role == ReceptionSession.HostRole.HEAD
    )
