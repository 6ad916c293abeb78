"""Every rule on every day of three and a half years, beside a count that walks one day after the other.

The walk is written from the Civil Code (articles 147, 148) and the notices, not from the code under test.
"""

from datetime import date

from lucba.law.deadlines import deadline
from lucba.law.rules import Bound, Unit
from lucba.law.time_limits import in_force
from lucba.law.working_days import WorkingCalendar
from tests.law.notices import ONE_DAY, is_worked

FIRST, LAST = date(2024, 1, 1), date(2027, 6, 30)  # 90 days later it is still 2027
COUNTED = (Unit.CALENDAR_DAYS, Unit.WORKING_DAYS)


def walk(on, steps, direction, counts):
    """Step over one day after the other until so many of them counted; the first day never does."""
    while steps:
        on += direction
        if counts(on):
            steps -= 1
    return on


def roll(on, direction):
    while not is_worked(on):
        on += direction
    return on


def every_day(on):
    return True


def walked(limit, start):
    """Return raw end, legal end and safe day."""
    direction = -ONE_DAY if limit.bound is Bound.BEFORE_EVENT else ONE_DAY
    counts = is_worked if limit.unit is Unit.WORKING_DAYS else every_day
    raw_end = walk(start, limit.length, direction, counts)
    if limit.bound is Bound.BEFORE_EVENT:
        return raw_end, roll(raw_end, -ONE_DAY), roll(raw_end, -ONE_DAY)
    if limit.bound is Bound.TAKES_EFFECT:
        return raw_end, roll(raw_end, ONE_DAY) + ONE_DAY, raw_end + ONE_DAY
    return raw_end, roll(raw_end, ONE_DAY), roll(raw_end, -ONE_DAY)


def test_every_rule_on_every_day_agrees_with_a_walk_day_by_day():
    calendar, compared, disagreements = WorkingCalendar(), 0, []
    start = FIRST
    while start <= LAST:
        for limit in in_force(start):
            if limit.unit in COUNTED:
                found = deadline(limit, start, calendar)
                compared += 1
                if (found.raw_end, found.due_on, found.act_by) != walked(limit, start):
                    disagreements.append((limit.key, start, found.raw_end, found.due_on, found.act_by))
        start += ONE_DAY
    assert disagreements == []
    assert compared >= 10_000
