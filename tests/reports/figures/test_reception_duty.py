"""Indicators 2 and 2b: the chairman in person, and the staff every week."""

from datetime import date

import pytest

from tests.reports.figures.books import DELEGATE, HEAD, OFFICER

MARCH = (date(2026, 3, 1), date(2026, 3, 31))
FIRST_WEEK = date(2026, 3, 5)


def numbers(indicator):
    return indicator["numerator"], indicator["denominator"]


def test_every_week_with_a_personal_day_is_good_also_without_visitors(books):
    books.sitting(date(2026, 3, 5), HEAD)
    books.sitting(date(2026, 3, 12), HEAD, state="khong_co_cong_dan")
    assert books.indicator("2", *MARCH) == {
        "numerator": 2,
        "denominator": 4,
        "met": False,
        "days_personal": 2,
        "days_delegated": 0,
        "days_required": 4,
    }


@pytest.mark.parametrize(
    ("host", "fields"),
    [
        (DELEGATE, {}),
        (OFFICER, {}),
        (HEAD, {"kind": "dot_xuat"}),
        (HEAD, {"state": "khong_to_chuc"}),
        (HEAD, {"state": "du_kien"}),
    ],
)
def test_no_other_day_meets_the_chairmans_duty(books, host, fields):
    books.sitting(FIRST_WEEK, host, **fields)
    assert numbers(books.indicator("2", *MARCH)) == (0, 4)


def test_delegated_days_are_printed_apart(books):
    books.sitting(FIRST_WEEK, DELEGATE)
    books.sitting(date(2026, 3, 6), DELEGATE)
    assert books.indicator("2", *MARCH)["days_delegated"] == 2


def test_a_week_cut_by_the_period_belongs_where_its_last_working_day_lies(books):
    """The week from Monday 30/03/2026 is April's; so is that of 27/04, for 30/04 and 01/05 are days off."""
    books.sitting(date(2026, 3, 30), HEAD)
    assert numbers(books.indicator("2", *MARCH)) == (0, 4)
    april = books.indicator("2", date(2026, 4, 1), date(2026, 4, 30))
    assert (numbers(april), april["days_personal"]) == ((1, 5), 0)


def test_a_day_moved_to_the_next_week_counts_for_the_week_it_replaces(books):
    books.sitting(FIRST_WEEK, HEAD, state="khong_to_chuc", moved_to=date(2026, 3, 9))
    books.sitting(date(2026, 3, 9), HEAD)
    books.sitting(date(2026, 3, 12), HEAD)
    assert numbers(books.indicator("2", *MARCH)) == (2, 4)


def test_a_replacing_day_does_not_count_for_its_own_week_too(books):
    books.sitting(FIRST_WEEK, HEAD, state="khong_to_chuc", moved_to=date(2026, 3, 9))
    books.sitting(date(2026, 3, 9), HEAD)
    assert numbers(books.indicator("2", date(2026, 3, 9), date(2026, 3, 15))) == (0, 1)
    assert numbers(books.indicator("2", date(2026, 3, 2), date(2026, 3, 8))) == (0, 1)


def test_from_july_2026_two_different_days_a_month_are_needed(books):
    july = (date(2026, 7, 1), date(2026, 7, 31))
    books.sitting(date(2026, 7, 9), HEAD)
    books.sitting(date(2026, 7, 9), HEAD)
    assert numbers(books.indicator("2", *july)) == (0, 1)
    books.sitting(date(2026, 7, 23), HEAD)
    assert books.indicator("2", *july) == {
        "numerator": 1,
        "denominator": 1,
        "met": True,
        "days_personal": 2,
        "days_delegated": 0,
        "days_required": 2,
    }


def test_staff_receive_every_week_also_after_july_2026(books):
    for day in (2, 8, 15, 22):
        books.sitting(date(2026, 7, day), OFFICER)
    books.sitting(date(2026, 7, 29), OFFICER, state="khong_to_chuc")
    assert books.indicator("2b", date(2026, 7, 1), date(2026, 7, 31)) == {
        "numerator": 4,
        "denominator": 5,
        "met": False,
    }


def test_a_period_without_the_end_of_a_week_has_nothing_to_assess(books):
    assert books.indicator("2", date(2026, 3, 3), date(2026, 3, 4))["met"] is None
    assert books.indicator("2b", date(2026, 3, 3), date(2026, 3, 4))["met"] is None
