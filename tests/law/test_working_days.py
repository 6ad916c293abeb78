"""The civil servants' calendar, every day of 2024-2027, and what notices may and may not say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lucba.law import public_holidays
from lucba.law.announced_days import AnnouncedDay, AnnouncementError
from lucba.law.working_days import WorkingCalendar
from tests.law.notices import OFF, WORK, dates

CALENDAR = WorkingCalendar()
DAYS = st.dates(date(2020, 1, 1), date(2031, 12, 31))
NOTICE = "Thông báo 01/TB-BNV ngày 01/12/2027"


@pytest.mark.parametrize("year", OFF)
def test_every_day_of_the_year_is_as_the_notices_say(year):
    every_day = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    days = [on for on in every_day if on.year == year]
    off, work = dates(OFF, year), dates(WORK, year)
    assert all(on.weekday() < 5 for on in off)
    assert all(on.weekday() == 5 for on in work)
    for on in days:
        expected = on in work or (on.weekday() < 5 and on not in off)
        assert CALENDAR.is_working_day(on) is expected, on
        assert bool(CALENDAR.day_off_reason(on)) is not expected, on


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (date(2026, 3, 7), "Thứ Bảy"),
        (date(2026, 3, 8), "Chủ nhật"),
        (date(2024, 2, 12), "Tết Nguyên đán"),
        (date(2024, 2, 10), "Tết Nguyên đán"),
        (date(2026, 2, 16), "Tết Nguyên đán theo Thông báo 9441/TB-BNV"),
        (date(2024, 1, 1), "Tết Dương lịch"),
        (date(2026, 1, 2), "hoán đổi ngày làm việc theo Công văn 12729/VPCP-KGVX ngày 25/12/2025"),
        (date(2026, 4, 27), "nghỉ bù Ngày Giỗ Tổ Hùng Vương"),
        (date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),
        (date(2026, 3, 9), ""),
    ],
)
def test_a_day_off_says_why(on, reason):
    assert CALENDAR.day_off_reason(on) == reason


@pytest.fixture
def no_year_read_before():
    public_holidays.days_off.cache_clear()
    public_holidays.worked_weekend_days.cache_clear()


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2018, 2, 14), "Tết Nguyên đán"),
        (date(2018, 2, 15), "Tết Nguyên đán"),
        (date(2018, 1, 1), "Tết Dương lịch"),
        (date(2018, 9, 3), "nghỉ bù Quốc khánh"),
        (date(2023, 1, 2), "nghỉ bù Tết Dương lịch"),
        (date(2018, 4, 30), "Ngày Chiến thắng"),
        (date(2018, 12, 31), "hoán đổi ngày làm việc với ngày 05/01/2019"),
    ],
)
def test_a_holiday_has_the_name_the_office_uses(no_year_read_before, on, name):
    assert WorkingCalendar().day_off_reason(on) == name


@pytest.mark.parametrize("day", [date(2014, 4, 26), date(2014, 12, 27), date(2019, 1, 5)])
def test_a_saturday_worked_for_a_day_off_of_this_or_another_year_says_so(no_year_read_before, day):
    assert WorkingCalendar().worked_weekend_reason(day) == "làm bù theo thông báo hoán đổi ngày làm việc"


def test_a_worked_saturday_says_why():
    assert CALENDAR.worked_weekend_reason(date(2026, 1, 10)) == (
        "hoán đổi ngày làm việc theo Công văn 12729/VPCP-KGVX ngày 25/12/2025"
    )
    assert CALENDAR.worked_weekend_reason(date(2026, 1, 17)) == ""
    assert CALENDAR.worked_weekend_reason(date(2026, 1, 12)) == ""


def test_rolling_goes_over_tet_and_stops_at_a_worked_saturday():
    assert CALENDAR.next_working_day(date(2026, 2, 14)) == date(2026, 2, 23)
    assert CALENDAR.previous_working_day(date(2026, 2, 22)) == date(2026, 2, 13)
    assert CALENDAR.next_working_day(date(2026, 8, 22)) == date(2026, 8, 22)
    assert CALENDAR.previous_working_day(date(2026, 8, 23)) == date(2026, 8, 22)


def test_rolling_crosses_the_new_year():
    # 31/12/2022 was a Saturday, Monday 02/01/2023 off in lieu of New Year's Day.
    for on in (date(2022, 12, 31), date(2023, 1, 1)):
        assert CALENDAR.next_working_day(on) == date(2023, 1, 3)
        assert CALENDAR.previous_working_day(on) == date(2022, 12, 30)
        assert CALENDAR.working_days_around(on) == (date(2022, 12, 30), date(2023, 1, 3))


def test_counting_crosses_the_new_year():
    assert CALENDAR.add_working_days(date(2025, 12, 30), 10) == date(2026, 1, 14)
    assert CALENDAR.subtract_working_days(date(2026, 1, 14), 10) == date(2025, 12, 30)
    assert CALENDAR.add_working_days(date(2024, 1, 1), 600) > date(2026, 1, 1)


@pytest.mark.parametrize("n", [0, -1])
def test_counting_no_days_is_refused(n):
    with pytest.raises(ValueError, match=r"^Số ngày làm việc phải từ 1 trở lên\.$"):
        CALENDAR.add_working_days(date(2026, 3, 2), n)
    with pytest.raises(ValueError, match=r"^Số ngày làm việc phải từ 1 trở lên\.$"):
        CALENDAR.subtract_working_days(date(2026, 3, 2), n)


@given(DAYS, st.integers(1, 400))
def test_the_nth_working_day_is_worked_and_exactly_n_days_away(start, n):
    end = CALENDAR.add_working_days(start, n)
    assert CALENDAR.is_working_day(end)
    assert CALENDAR.working_days_between(start, end) == n


@given(DAYS, st.integers(1, 400))
def test_counting_back_is_counting_forth_reversed(start, n):
    start = CALENDAR.next_working_day(start)
    assert CALENDAR.subtract_working_days(CALENDAR.add_working_days(start, n), n) == start


@given(DAYS, st.integers(0, 40))
def test_working_days_between_counts_each_day_once(start, length):
    days = [start + timedelta(days=n) for n in range(1, length + 1)]
    expected = sum(CALENDAR.is_working_day(on) for on in days)
    assert CALENDAR.working_days_between(start, start + timedelta(days=length)) == expected


@given(DAYS)
def test_a_day_rolls_to_itself_or_over_days_off_only(on):
    later, earlier = CALENDAR.next_working_day(on), CALENDAR.previous_working_day(on)
    assert earlier <= on <= later
    assert (earlier == on == later) is CALENDAR.is_working_day(on)
    assert CALENDAR.working_days_between(earlier, later) == (0 if earlier == later else 1)


def test_nothing_lies_between_a_day_and_an_earlier_one():
    assert CALENDAR.working_days_between(date(2026, 3, 4), date(2026, 3, 4)) == 0
    assert CALENDAR.working_days_between(date(2026, 3, 4), date(2026, 3, 2)) == 0


def test_a_late_notice_moves_the_days_it_names():
    swap = [
        AnnouncedDay(date(2027, 4, 29), False, NOTICE),
        AnnouncedDay(date(2027, 4, 24), True, NOTICE),
    ]
    calendar = WorkingCalendar(swap)
    assert not calendar.is_working_day(date(2027, 4, 29))
    assert calendar.is_working_day(date(2027, 4, 24))
    assert calendar.day_off_reason(date(2027, 4, 29)) == f"hoán đổi ngày làm việc theo {NOTICE}"
    assert CALENDAR.is_working_day(date(2027, 4, 29))


def test_a_notice_puts_right_a_forecast_of_tet():
    forecast_off, announced_off = date(2028, 1, 24), date(2028, 1, 31)
    calendar = WorkingCalendar(
        [
            AnnouncedDay(forecast_off, True, NOTICE, "Tết Nguyên đán"),
            AnnouncedDay(announced_off, False, NOTICE, "Tết Nguyên đán"),
        ]
    )
    assert calendar.is_working_day(forecast_off)
    assert calendar.day_off_reason(announced_off) == f"Tết Nguyên đán theo {NOTICE}"


def test_a_notice_that_confirms_the_calendar_changes_nothing():
    calendar = WorkingCalendar([AnnouncedDay(date(2028, 1, 25), False, NOTICE, "Tết Nguyên đán")])
    assert not calendar.is_working_day(date(2028, 1, 25))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([AnnouncedDay(date(2027, 3, 3), True, NOTICE)], "phải là Thứ Bảy hoặc Chủ nhật"),
        ([AnnouncedDay(date(2027, 3, 6), False, NOTICE)], "vốn là ngày nghỉ cuối tuần"),
        (
            [
                AnnouncedDay(date(2027, 3, 6), True, NOTICE),
                AnnouncedDay(date(2027, 3, 6), False, NOTICE),
            ],
            "vừa là ngày nghỉ, vừa là ngày làm việc",
        ),
    ],
)
def test_a_notice_that_cannot_be_true_is_refused(days, words):
    with pytest.raises(AnnouncementError, match=words):
        WorkingCalendar(days)


def test_the_calendar_knows_how_far_it_was_announced_and_which_one_it_is():
    later = WorkingCalendar([AnnouncedDay(date(2028, 1, 25), False, NOTICE, "Tết Nguyên đán")])
    assert CALENDAR.last_announced_year == 2027
    assert later.last_announced_year == 2028
    assert CALENDAR.version == WorkingCalendar().version != later.version
    assert len(later.version) <= 20
