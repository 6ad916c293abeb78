"""From a rule and an event to a date: raw end, legal end, safe day, and the sentences that explain them.

Counting follows articles 147 and 148 of the Civil Code; when the law counts otherwise, change it here.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from lucba.law.explanations import explain
from lucba.law.rules import Bound, Certainty, Circumstance, Step, TimeLimit, Unit
from lucba.law.time_limits import acceptance_limits, time_limit
from lucba.law.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date with its reasons; compute it anew from the events, never by moving the date.

    `raw_end` is the counted day, `due_on` the last day in law (late only after it), `act_by` the last working
    day that is surely in time. For BEFORE_EVENT limits the three are the latest day; for AT_LEAST limits
    `due_on` is the first day on which the minimum is over.
    """

    step: Step
    start: date
    raw_end: date
    due_on: date
    act_by: date
    legal_basis: str
    certainty: Certainty
    explanation: tuple[str, ...]
    calendar_version: str


def deadline(
    limit: TimeLimit, start: date, calendar: WorkingCalendar, *, extra_days: int = 0, paused_days: int = 0
) -> Deadline:
    """Return the deadline of `limit` for the event on `start`, which is not counted (Civil Code 147).

    `extra_days` (obstacles) and `paused_days` (suspensions) are calendar days added to a calendar-day limit.
    Raises ValueError for a quota (days a week or month) and for extra days on any other kind of limit.
    """
    added = extra_days + paused_days
    if added and (limit.unit is not Unit.CALENDAR_DAYS or limit.backward):
        raise ValueError("Chỉ thời hạn tính theo ngày mới được cộng thêm ngày.")
    raw_end, due_on, act_by = _count(limit, start, calendar, added)
    return Deadline(
        step=limit.step,
        start=start,
        raw_end=raw_end,
        due_on=due_on,
        act_by=act_by,
        legal_basis=limit.legal_basis,
        certainty=_certainty(limit, interpreted=bool(paused_days) or due_on != raw_end),
        explanation=explain(limit, start, raw_end, calendar, extra_days=extra_days, paused_days=paused_days),
        calendar_version=calendar.version,
    )


def _count(limit: TimeLimit, start: date, calendar: WorkingCalendar, added: int) -> tuple[date, date, date]:
    """Return raw end, due day and safe day."""
    match limit.unit, limit.bound:
        case Unit.WORKING_DAYS, Bound.BEFORE_EVENT:
            end = calendar.subtract_working_days(start, limit.length)
            return end, end, end
        case Unit.WORKING_DAYS, _:
            end = calendar.add_working_days(start, limit.length)
            return end, end, end
        case Unit.CALENDAR_DAYS, Bound.BEFORE_EVENT:
            raw_end = start - timedelta(days=limit.length)
            end = calendar.previous_working_day(raw_end)
            return raw_end, end, end
        case Unit.CALENDAR_DAYS, _:
            raw_end = start + timedelta(days=limit.length + added)
            return raw_end, calendar.next_working_day(raw_end), calendar.previous_working_day(raw_end)
    raise ValueError(f"“{limit.step.label}” là định mức {limit.length_in_words}, không có ngày cuối.")


def _certainty(limit: TimeLimit, *, interpreted: bool) -> Certainty:
    """Rolling, and counting suspensions, is our reading: the laws have no counting rule of their own."""
    if limit.certainty is Certainty.TEXT and interpreted:
        return Certainty.INTERPRETATION
    return limit.certainty


def acceptance_deadlines(received_on: date, calendar: WorkingCalendar) -> tuple[Deadline, ...]:
    """Return the deadlines for accepting a complaint received on `received_on`; the first one governs.

    Until 30/06/2026 there are two, by the Law and by the Decree: keep the earlier, show both.
    """
    deadlines = (deadline(limit, received_on, calendar) for limit in acceptance_limits(received_on))
    return tuple(sorted(deadlines, key=lambda each: each.due_on))


def effective_from(issued_on: date, calendar: WorkingCalendar, *, remote: bool = False) -> date:
    """Return the first day a first complaint decision can be in effect without a second complaint.

    It is the day after the 30th day from issue, 45th in remote areas, rolled to a working day
    (Law on Complaints 44(1)).
    """
    circumstances = {Circumstance.REMOTE} if remote else set()
    limit = time_limit(Step.DECISION_EFFECT, on=issued_on, circumstances=circumstances)
    raw_end = issued_on + timedelta(days=limit.length)
    return calendar.next_working_day(raw_end) + timedelta(days=1)
