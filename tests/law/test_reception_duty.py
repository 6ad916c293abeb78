"""The chairman's own reception days: by weeks until June 2026, by months after it."""

from datetime import date

import pytest

from lucba.law.groups import is_group, representatives_allowed, representatives_fit
from lucba.law.reception_duty import (
    Moved,
    all_weeks,
    chairman_duty,
    months_assessed,
    months_served,
    week_of,
    weeks_assessed,
    weeks_served,
)
from lucba.law.reporting_periods import Period, calendar_month
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
JUNE, JULY = calendar_month(2026, 6), calendar_month(2026, 7)


def mondays(weeks):
    return [week.start for week in weeks]


def test_a_week_belongs_to_the_month_of_its_last_working_day():
    # 29/01-02/02/2024 ends on Friday 02/02; 26/02-01/03 ends on Friday 01/03.
    assert mondays(weeks_assessed(calendar_month(2024, 2), CALENDAR)) == [
        date(2024, 1, 29),
        date(2024, 2, 5),
        date(2024, 2, 12),
        date(2024, 2, 19),
    ]


def test_a_week_without_a_working_day_is_not_assessed():
    weeks = weeks_assessed(calendar_month(2025, 1), CALENDAR)
    assert date(2025, 1, 27) not in mondays(weeks)
    assert mondays(weeks)[-1] == date(2025, 1, 20)


def test_a_worked_saturday_may_be_the_last_working_day_of_its_week():
    # The week of 29/04/2024 ends on the worked Saturday 04/05.
    assert date(2024, 4, 29) not in mondays(all_weeks(Period(date(2024, 5, 1), date(2024, 5, 3)), CALENDAR))
    assert mondays(all_weeks(Period(date(2024, 5, 4), date(2024, 5, 4)), CALENDAR)) == [date(2024, 4, 29)]


def test_weeks_end_with_june_2026_and_months_begin_with_july():
    across = Period(JUNE.start, JULY.end)
    assert mondays(weeks_assessed(across, CALENDAR))[-1] == date(2026, 6, 22)
    assert mondays(all_weeks(across, CALENDAR))[-1] == date(2026, 7, 27)
    assert date(2026, 6, 29) in mondays(all_weeks(across, CALENDAR))
    assert months_assessed(across, CALENDAR) == (JULY,)
    assert months_assessed(JUNE, CALENDAR) == ()


def test_a_month_belongs_to_the_period_of_its_last_working_day():
    # October 2026 ends on a Saturday: its last working day is Friday the 30th.
    assert months_assessed(Period(date(2026, 10, 30), date(2026, 10, 30)), CALENDAR) == (
        calendar_month(2026, 10),
    )
    assert months_assessed(Period(date(2026, 10, 15), date(2026, 10, 29)), CALENDAR) == ()
    assert months_assessed(Period(date(2026, 10, 31), date(2026, 11, 14)), CALENDAR) == ()


def test_one_sitting_each_week_of_june_2026_meets_the_duty():
    held = [date(2026, 6, 4), date(2026, 6, 11), date(2026, 6, 18), date(2026, 6, 25)]
    duty = chairman_duty(JUNE, held, [], CALENDAR)
    assert (duty.met, duty.assessed, duty.days_required) == (4, 4, 4)


def test_no_sitting_in_the_two_working_days_after_tet_is_a_breach():
    held = [date(2024, 2, 1), date(2024, 2, 6), date(2024, 2, 20)]
    duty = chairman_duty(calendar_month(2024, 2), held, [], CALENDAR)
    assert week_of(date(2024, 2, 15)) in duty.weeks
    assert week_of(date(2024, 2, 15)) not in duty.good_weeks
    assert (duty.met, duty.assessed) == (3, 4)


@pytest.mark.parametrize(
    ("held", "met"),
    [
        ([date(2026, 7, 9), date(2026, 7, 23)], 1),
        ([date(2026, 7, 9)], 0),
        ([date(2026, 7, 9), date(2026, 7, 9)], 0),
        ([], 0),
    ],
)
def test_july_2026_needs_two_different_days(held, met):
    duty = chairman_duty(JULY, held, [], CALENDAR)
    assert (duty.met, duty.assessed, duty.days_required) == (met, 1, 2)


def test_weeks_and_months_add_up_over_the_change_of_law():
    held = [date(2026, 6, 25), date(2026, 7, 9), date(2026, 7, 23)]
    duty = chairman_duty(Period(date(2026, 6, 22), JULY.end), held, [], CALENDAR)
    assert (duty.met, duty.assessed, duty.days_required) == (2, 2, 3)


def test_a_sitting_before_the_period_serves_the_week_that_reaches_into_it():
    period = Period(date(2024, 3, 1), date(2024, 3, 3))
    assert chairman_duty(period, [date(2024, 2, 27)], [], CALENDAR).met == 1


def test_a_sitting_after_the_period_has_not_happened_yet():
    period = Period(date(2024, 3, 4), date(2024, 3, 8))
    assert chairman_duty(period, [date(2024, 3, 9)], [], CALENDAR).met == 0


def test_a_day_held_instead_counts_for_the_week_it_replaces():
    moved = [Moved(planned_on=date(2024, 3, 7), moved_to=date(2024, 3, 12))]
    assert weeks_served([date(2024, 3, 12)], moved) == {week_of(date(2024, 3, 7))}


def test_a_second_sitting_on_that_day_counts_for_its_own_week():
    moved = [Moved(planned_on=date(2024, 3, 7), moved_to=date(2024, 3, 12))]
    both = {week_of(date(2024, 3, 7)), week_of(date(2024, 3, 12))}
    assert weeks_served([date(2024, 3, 12), date(2024, 3, 12)], moved) == both


def test_a_replacement_that_was_never_held_serves_no_week():
    moved = [Moved(planned_on=date(2024, 3, 7), moved_to=date(2024, 3, 12))]
    assert weeks_served([], moved) == frozenset()


def test_the_months_served_have_two_days_each():
    held = [date(2026, 7, 2), date(2026, 7, 3), date(2026, 8, 6), date(2026, 8, 6)]
    assert months_served(held) == {JULY}


@pytest.mark.parametrize(
    ("persons", "allowed"),
    [(1, []), (4, []), (5, [1, 2]), (10, [1, 2]), (11, [1, 2, 3, 4, 5]), (60, [1, 2, 3, 4, 5])],
)
def test_a_group_chooses_its_representatives_by_its_size(persons, allowed):
    assert list(representatives_allowed(persons)) == allowed
    assert is_group(persons) is bool(allowed)


@pytest.mark.parametrize(
    ("persons", "representatives", "fits"),
    [
        (7, 3, False),
        (7, 2, True),
        (7, None, False),
        (7, 0, False),
        (11, 5, True),
        (11, 6, False),
        (4, None, True),
    ],
)
def test_too_few_or_too_many_representatives_are_noticed(persons, representatives, fits):
    assert representatives_fit(persons, representatives) is fits
