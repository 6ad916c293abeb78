from datetime import date
from decimal import Decimal

import pytest

from lucba.papers import numbers


@pytest.mark.parametrize(
    ("dong", "printed"),
    [
        (0, "0"),
        (8_400_000, "8,4"),
        (1, "0,000001"),
        (1_234_567_500_000, "1.234.567,5"),
        (10_000_000, "10"),
        (-2_500_000, "-2,5"),
    ],
)
def test_money_is_written_in_million_dong_exact_to_the_dong(dong, printed):
    assert numbers.million_dong(dong) == printed


@pytest.mark.parametrize(
    ("area", "printed"),
    [
        (Decimal("120.5"), "120,5"),
        (Decimal("120.0"), "120"),
        (1200, "1.200"),
        (Decimal("1E+3"), "1.000"),
        (0, "0"),
    ],
)
def test_land_is_written_exactly_with_a_decimal_comma(area, printed):
    assert numbers.square_metres(area) == printed


@pytest.mark.parametrize(
    ("number", "printed"), [(0, "0"), (999, "999"), (12345, "12.345"), (1234567, "1.234.567")]
)
def test_a_count_has_dots_between_thousands(number, printed):
    assert numbers.count(number) == printed


def test_minus_nothing_is_nothing():
    assert numbers.decimal_text(Decimal("-0.0")) == "0"


def test_dates_are_written_day_month_year():
    assert numbers.short_date(date(2026, 3, 5)) == "05/03/2026"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 10), "ngày 10 tháng 01 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_get_a_zero(day, words):
    assert numbers.date_in_words(day) == words


@pytest.mark.parametrize(("number", "printed"), [(1, "01"), (9, "09"), (10, "10"), (123, "123")])
def test_document_numbers_below_ten_get_a_zero(number, printed):
    assert numbers.padded_number(number) == printed
