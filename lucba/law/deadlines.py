"""From a rule and an event to a date: raw end, legal end, safe day, and why.

Counting follows articles 147 and 148 of the Civil Code; when the law counts otherwise, change it here.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from lucba.law.explanations import explain
from lucba.law.rules import Bound, Certainty, Circumstance, Step, TimeLimit, Unit
from lucba.law.time_limits import acceptance_limits, time_limit
from lucba.law.working_days import WorkingCalendar

_ONE_DAY = timedelta(days=1)
# Looked up once: in Python 3.11 asking an enumeration for a member costs as much as counting a day.
_WORKING_DAYS, _CALENDAR_DAYS, _TAKES_EFFECT = Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Bound.TAKES_EFFECT


class Deadline(NamedTuple):
    """A due date with its reasons; compute it anew from the events, never by moving the date.

    `raw_end` is the counted day, `due_on` the last day in law (late only after it), `act_by` the last working
    day that is surely in time. For BEFORE_EVENT limits the three are the latest day; for AT_LEAST limits
    `due_on` is the day with which the minimum is over; for TAKES_EFFECT limits it is the first day of
    effect and `act_by` the one without rolling.
    """

    limit: TimeLimit
    start: date
    raw_end: date
    due_on: date
    act_by: date
    calendar: WorkingCalendar
    extra_days: int = 0
    paused_days: int = 0
    course: tuple[str, ...] = ()

    @property
    def step(self) -> Step:
        """Return the step whose clock this is."""
        return self.limit.step

    @property
    def legal_basis(self) -> str:
        """Return the citations in words."""
        return self.limit.legal_basis

    @property
    def added_days(self) -> int:
        """Return the calendar days that do not count in the limit: obstacles and pauses."""
        return self.extra_days + self.paused_days

    @property
    def certainty(self) -> Certainty:
        """Return how sure the date is.

        Rolling, and counting suspensions, is our reading: the laws have no counting rule of their own.
        """
        is_read_so = bool(self.paused_days) or self.due_on != self.raw_end
        return Certainty.INTERPRETATION if is_read_so and self.is_by_text else self.limit.certainty

    @property
    def is_by_text(self) -> bool:
        """Tell whether the length itself stands in the text."""
        return self.limit.certainty is Certainty.TEXT

    @property
    def is_provisional(self) -> bool:
        """Tell whether the days off of the year it ends in are still to be announced."""
        return self.calendar.is_provisional(self.due_on)

    @property
    def explanation(self) -> tuple[str, ...]:
        """Return the chain of sentences from the start to the date, what happened meanwhile first."""
        counted = explain(
            self.limit,
            self.start,
            self.raw_end,
            self.calendar,
            extra_days=self.extra_days,
            paused_days=self.paused_days,
        )
        return (*self.course, *counted)

    @property
    def calendar_version(self) -> str:
        """Return the fingerprint of the calendar it was counted on."""
        return self.calendar.version


def deadline(
    limit: TimeLimit,
    start: date,
    calendar: WorkingCalendar,
    *,
    extra_days: int = 0,
    paused_days: int = 0,
    course: Sequence[str] = (),
) -> Deadline:
    """Return the deadline of `limit` for the event on `start`, which is not counted (Civil Code 147).

    `extra_days` (obstacles) and `paused_days` (suspensions) are calendar days added to a calendar-day limit;
    `course` are the sentences on how they came about. Raises ValueError for a quota (days a week or month)
    and for extra days on any other kind of limit.
    """
    added = extra_days + paused_days
    if added and (limit.unit is not _CALENDAR_DAYS or limit.backward):
        raise ValueError("Chỉ thời hạn tính theo ngày mới được cộng thêm ngày.")
    raw_end, due_on, act_by = _count(limit, start, calendar, added)
    return Deadline(limit, start, raw_end, due_on, act_by, calendar, extra_days, paused_days, tuple(course))


def _count(limit: TimeLimit, start: date, calendar: WorkingCalendar, added: int) -> tuple[date, date, date]:
    """Return raw end, due day and safe day."""
    if limit.unit is _WORKING_DAYS:
        count = calendar.subtract_working_days if limit.backward else calendar.add_working_days
        end = count(start, limit.length)
        return end, end, end
    if limit.unit is not _CALENDAR_DAYS:
        raise ValueError(f"“{limit.step.label}” là định mức {limit.length_in_words}, không có ngày cuối.")
    if limit.backward:
        raw_end = start - timedelta(days=limit.length)
        end = calendar.previous_working_day(raw_end)
        return raw_end, end, end
    raw_end = start + timedelta(days=limit.length + added)
    if limit.bound is _TAKES_EFFECT:
        return raw_end, calendar.next_working_day(raw_end) + _ONE_DAY, raw_end + _ONE_DAY
    act_by, due_on = calendar.working_days_around(raw_end)
    return raw_end, due_on, act_by


def acceptance_deadlines(received_on: date, calendar: WorkingCalendar) -> tuple[Deadline, ...]:
    """Return the deadlines for accepting a complaint received on `received_on`; the first one governs.

    Until 30/06/2026 there are two, by the Law and by the Decree: keep the earlier, show both.
    """
    deadlines = (deadline(limit, received_on, calendar) for limit in acceptance_limits(received_on))
    return tuple(sorted(deadlines, key=lambda each: each.due_on))


def effect_of_decision(issued_on: date, calendar: WorkingCalendar, *, remote: bool = False) -> Deadline:
    """Return from which day (`due_on`) a first decision can be in effect without a second complaint.

    It is the day after the 30th day from issue, 45th in remote areas, rolled to a working day
    (Law on Complaints 44(1)).
    """
    limit = time_limit(Step.DECISION_EFFECT, on=issued_on, circumstances=_where(remote))
    return deadline(limit, issued_on, calendar)


def second_complaint_window(
    received_on: date, calendar: WorkingCalendar, *, remote: bool = False
) -> Deadline:
    """Return until when a party who received the decision on `received_on` may complain again (LKN 33(1)).

    It runs from receipt, the effect from issue: the window may end after the decision took effect.
    """
    limit = time_limit(Step.SECOND_COMPLAINT, on=received_on, circumstances=_where(remote))
    return deadline(limit, received_on, calendar)


def _where(remote: bool) -> frozenset[Circumstance]:
    return frozenset({Circumstance.REMOTE}) if remote else frozenset()
