"""One week of the reception calendar as the page shows it: seven days, days off, who receives."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Official
from reception.models import ReceptionSession
from reception.queries import sessions_between

FIRST_DAY, LAST_DAY = date(2000, 1, 3), date(2099, 12, 27)  # a Monday, a Sunday: no week beyond them is shown


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day with its sessions; `off` says why the offices are closed, "" when they work."""

    day: date
    off: str
    sessions: list[ReceptionSession]


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """Monday to Sunday, both inclusive; `previous` and `following` are None at the ends of the calendar."""

    days: list[CalendarDay]
    previous: date | None
    following: date | None

    @property
    def start(self) -> date:
        """Return the Monday."""
        return self.days[0].day

    @property
    def end(self) -> date:
        """Return the Sunday."""
        return self.days[-1].day


def calendar_week(official: Official, day: date, *, calendar: WorkingCalendar) -> CalendarWeek:
    """Return the week of `day` as `official` sees it."""
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    sessions: defaultdict[date, list[ReceptionSession]] = defaultdict(list)
    for session in sessions_between(official, monday, sunday):
        sessions[session.held_on].append(session)
    days = [monday + timedelta(days=n) for n in range(7)]
    return CalendarWeek(
        days=[CalendarDay(each, calendar.day_off_reason(each), sessions[each]) for each in days],
        previous=monday - timedelta(days=7) if monday > FIRST_DAY else None,
        following=monday + timedelta(days=7) if sunday < LAST_DAY else None,
    )
