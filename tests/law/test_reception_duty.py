"""The chairman's own reception days: by weeks until June 2026, by months after it."""

from datetime import date

import pytest

from lucba.law.groups import is_group, representatives_allowed, representatives_fit
from lucba.law.reception_duty import (
    Sitting,
    all_weeks,
    chairman_duty,
    months_assessed,
    weeks_assessed,
)
from lucba.law.reporting_periods import Period, calendar_month
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
JUNE, JULY = calendar_month(2026, 6), calendar_month(2026, 7)
MARCH_2024 = calendar_month(2024, 3)


def mondays(weeks):
    return [week.start for week in weeks]


def duty(period, *sittings):
    """Assess the sittings; a day alone is one the chairman held himself."""
    rows = [each if isinstance(each, Sitting) else Sitting(each) for each in sittings]
    return chairman_duty(period, rows, CALENDAR)


def counts(assessed):
    return assessed.met, assessed.assessed, assessed.days_required


def week(assessed, monday):
    """Return what was found of the week that begins on `monday`."""
    (found,) = [each for each in assessed.weeks if each.span.start == monday]
    return found


def moved(planned_on, moved_to):
    return Sitting(planned_on, held=False, moved_to=moved_to, reason="Họp đột xuất")


def by_deputy(on):
    return Sitting(on, delegated=True)


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


def test_f01_no_sitting_in_the_two_working_days_after_tet_2024_is_a_breach():
    """ISO week 7/2024: only Thursday the 15th and Friday the 16th are working days."""
    of_february = duty(calendar_month(2024, 2), date(2024, 2, 1), date(2024, 2, 6), date(2024, 2, 20))
    after_tet = week(of_february, date(2024, 2, 12))
    assert (after_tet.required, after_tet.personal, after_tet.missing, after_tet.met) == (1, (), 1, False)
    assert after_tet.reason == "Chủ tịch chưa trực tiếp tiếp công dân ngày nào trong tuần."
    assert counts(of_february) == (3, 4, 4)


def test_f03_one_sitting_in_each_week_of_june_2026_meets_the_duty():
    of_june = duty(JUNE, date(2026, 6, 4), date(2026, 6, 11), date(2026, 6, 18), date(2026, 6, 25))
    assert counts(of_june) == (4, 4, 4)
    assert of_june.months == ()
    assert all(each.met and each.reason == "" for each in of_june.weeks)


def test_f05_a_second_day_held_by_the_vice_chairman_leaves_july_2026_short_by_one():
    of_july = duty(JULY, date(2026, 7, 9), by_deputy(date(2026, 7, 23)))
    (july,) = of_july.months
    assert of_july.weeks == ()
    assert (july.personal, july.delegated) == ((date(2026, 7, 9),), (date(2026, 7, 23),))
    assert (july.required, july.missing, july.met) == (2, 1, False)
    assert july.reason == (
        "Chủ tịch mới trực tiếp tiếp công dân 1 trong 2 ngày của tháng (09/07/2026); "
        "ngày 23/07/2026 tiếp theo ủy quyền nên không tính."
    )


@pytest.mark.parametrize(
    ("held", "met"),
    [
        ([date(2026, 7, 9), date(2026, 7, 23)], 1),
        ([date(2026, 7, 9)], 0),
        ([date(2026, 7, 9), date(2026, 7, 9)], 0),
        ([date(2026, 7, 9), date(2026, 8, 6)], 0),
        ([], 0),
    ],
)
def test_july_2026_needs_two_different_days(held, met):
    assert counts(duty(Period(JULY.start, date(2026, 8, 10)), *held)) == (met, 1, 2)


def test_the_week_across_the_change_of_law_is_assessed_neither_in_june_nor_in_july():
    """ISO week 27/2026, 29/06 to 05/07: a day held in it counts for July only when it lies in July."""
    days = (date(2026, 6, 30), date(2026, 7, 2), date(2026, 7, 16))
    across = duty(Period(date(2026, 6, 29), JULY.end), *days)
    assert across.weeks == ()
    assert across.months[0].personal == days[1:]
    assert counts(across) == (1, 1, 2)
    assert across.days_personal == 3


def test_weeks_and_months_add_up_over_the_change_of_law():
    period = Period(date(2026, 6, 22), JULY.end)
    across = duty(period, date(2026, 6, 25), date(2026, 7, 9), date(2026, 7, 23))
    assert counts(across) == (2, 2, 3)


def test_the_week_of_tet_2025_without_a_working_day_is_not_listed_even_when_a_sitting_was_held():
    of_january = duty(calendar_month(2025, 1), date(2025, 1, 28))
    assert date(2025, 1, 27) not in [each.span.start for each in of_january.weeks]
    assert (of_january.met, of_january.days_personal) == (0, 1)


def test_a_sitting_before_the_period_serves_the_week_that_reaches_into_it():
    reaching = duty(Period(date(2024, 3, 1), date(2024, 3, 3)), date(2024, 2, 27))
    assert reaching.weeks[0].personal == (date(2024, 2, 27),)
    assert reaching.days_personal == 0


def test_a_sitting_after_the_period_has_not_happened_yet():
    assert duty(Period(date(2024, 3, 4), date(2024, 3, 8)), date(2024, 3, 9)).met == 0


def test_days_are_counted_once_however_many_sittings_they_had():
    twice = duty(MARCH_2024, date(2024, 3, 7), date(2024, 3, 7), *[by_deputy(date(2024, 3, 12))] * 2)
    assert (twice.days_personal, twice.days_delegated) == (1, 1)


def test_a_day_held_instead_counts_for_the_week_it_replaces_and_not_for_its_own():
    of_march = duty(MARCH_2024, moved(date(2024, 3, 7), date(2024, 3, 12)), date(2024, 3, 12))
    assert week(of_march, date(2024, 3, 4)).personal == (date(2024, 3, 12),)
    assert week(of_march, date(2024, 3, 11)).missing == 1
    assert week(of_march, date(2024, 3, 11)).reason == (
        "Chủ tịch chưa trực tiếp tiếp công dân ngày nào trong tuần; "
        "ngày 12/03/2024 tiếp thay buổi đã dời từ tuần khác nên tính cho tuần đó."
    )


def test_a_second_sitting_on_that_day_counts_for_its_own_week():
    held = [date(2024, 3, 12), date(2024, 3, 12)]
    of_march = duty(MARCH_2024, moved(date(2024, 3, 7), date(2024, 3, 12)), *held)
    assert week(of_march, date(2024, 3, 4)).met
    assert week(of_march, date(2024, 3, 11)).met


def test_a_sitting_moved_within_its_week_serves_that_week():
    of_march = duty(MARCH_2024, moved(date(2024, 3, 5), date(2024, 3, 8)), date(2024, 3, 8))
    assert week(of_march, date(2024, 3, 4)).personal == (date(2024, 3, 8),)


def test_a_replacement_that_was_never_held_serves_no_week():
    of_march = duty(MARCH_2024, moved(date(2024, 3, 7), date(2024, 3, 12)))
    assert of_march.met == 0
    assert week(of_march, date(2024, 3, 4)).reason == (
        "Chủ tịch chưa trực tiếp tiếp công dân ngày nào trong tuần; "
        "buổi ngày 07/03/2024 dời sang ngày 12/03/2024, Chủ tịch chưa tiếp (lý do: Họp đột xuất)."
    )


def test_a_deputys_sitting_that_was_moved_takes_no_day_from_the_chairman():
    of_deputy = Sitting(
        date(2024, 3, 7), held=False, delegated=True, moved_to=date(2024, 3, 12), reason="Nghỉ ốm"
    )
    of_march = duty(MARCH_2024, of_deputy, date(2024, 3, 12))
    assert week(of_march, date(2024, 3, 11)).met
    assert not week(of_march, date(2024, 3, 4)).met


@pytest.mark.parametrize(
    ("sitting", "told"),
    [
        (by_deputy(date(2024, 3, 7)), "ngày 07/03/2024 tiếp theo ủy quyền nên không tính"),
        (
            Sitting(date(2024, 3, 7), held=False, reason="Bão số 3.\nĐường ngập. "),
            "buổi ngày 07/03/2024 không tổ chức (lý do: Bão số 3. Đường ngập)",
        ),
        (Sitting(date(2024, 3, 7), held=False), "buổi ngày 07/03/2024 chưa ghi kết quả"),
    ],
)
def test_a_missing_week_says_what_became_of_its_sitting(sitting, told):
    missing = week(duty(MARCH_2024, sitting), date(2024, 3, 4))
    assert missing.reason == f"Chủ tịch chưa trực tiếp tiếp công dân ngày nào trong tuần; {told}."


def test_a_sitting_moved_out_of_its_month_counts_where_it_was_held():
    days = (date(2026, 7, 9), moved(date(2026, 7, 23), date(2026, 8, 6)), date(2026, 8, 6))
    july, august = duty(Period(JULY.start, date(2026, 8, 31)), *days).months
    assert july.reason.endswith(
        "buổi ngày 23/07/2026 dời sang ngày 06/08/2026, đã tính cho tháng đó (lý do: Họp đột xuất)."
    )
    assert august.personal == (date(2026, 8, 6),)


def test_a_sitting_moved_and_held_within_the_month_is_no_reason_for_the_day_still_missing():
    (july,) = duty(JULY, moved(date(2026, 7, 9), date(2026, 7, 23)), date(2026, 7, 23)).months
    assert july.reason == "Chủ tịch mới trực tiếp tiếp công dân 1 trong 2 ngày của tháng (23/07/2026)."


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
