"""Indicators 1, 7 and 8, and the reporting year they and the yearly block are counted in."""

from datetime import date

import pytest

from lucba.office.models import TrainingList
from reports.figures.targets import TARGETS

JULY = (date(2026, 7, 1), date(2026, 7, 31))


def numbers(indicator):
    return indicator["numerator"], indicator["denominator"]


def test_a_hamlet_dissolved_before_the_end_is_out_and_one_created_in_the_year_is_in(books):
    books.hamlet(until=date(2026, 7, 30))
    books.hamlet(since=date(2026, 7, 31))
    books.hamlet(since=date(2026, 8, 1))
    assert numbers(books.indicator("1", *JULY)) == (0, 1)


@pytest.mark.parametrize(
    ("held_on", "served"),
    [
        (date(2025, 12, 31), 0),
        (date(2026, 1, 1), 1),
        (date(2026, 7, 31), 1),
        (date(2026, 8, 1), 0),
    ],
)
def test_a_month_counts_dissemination_in_any_form_from_the_start_of_the_year(books, held_on, served):
    books.disseminated(books.hamlet(), held_on, form="to_roi")
    books.person.terms.update(duty="khong")
    assert numbers(books.indicator("1", *JULY)) == (served, 1)
    assert numbers(books.indicator("1", *JULY, year=True)) == (served, 1)


def test_staff_with_a_duty_on_the_last_day_must_have_been_trained_in_the_year(books):
    trained, last_year, gone = (books.member("tham_muu") for _ in range(3))
    books.member("khong")
    gone.terms.update(ended_on=date(2026, 7, 30))
    books.training(date(2026, 5, 20), trained, gone, own=False)
    books.training(date(2025, 5, 20), last_year)
    assert numbers(books.indicator("7", *JULY)) == (1, 3)  # the chairman of the books is the third


@pytest.mark.parametrize(
    ("year", "approved_on", "made"),
    [(2026, date(2026, 7, 31), 1), (2026, date(2026, 8, 1), 0), (2025, date(2025, 3, 3), 0)],
)
def test_the_training_list_of_the_year_must_be_approved(books, year, approved_on, made):
    TrainingList.objects.create(
        unit=books.unit, year=year, document_number="12/QĐ", approved_on=approved_on, people=3
    )
    assert books.indicator("8", *JULY) == {"numerator": made, "denominator": 1, "met": bool(made)}


@pytest.mark.parametrize(
    ("period", "start"),
    [
        (JULY, date(2026, 1, 1)),
        ((date(2026, 6, 15), date(2026, 7, 14)), date(2025, 12, 15)),
        ((date(2025, 12, 15), date(2026, 1, 14)), date(2025, 12, 15)),
    ],
)
def test_the_year_begins_with_the_cut_of_the_period(books, period, start):
    hamlet = books.hamlet()
    books.disseminated(hamlet, date.fromordinal(start.toordinal() - 1))
    assert numbers(books.indicator("1", *period)) == (0, 1)
    books.disseminated(hamlet, start, round_code="T2")
    assert numbers(books.indicator("1", *period)) == (1, 1)


def test_from_15_december_the_training_list_of_the_next_year_is_asked_for(books):
    TrainingList.objects.create(
        unit=books.unit, year=2026, document_number="12/QĐ", approved_on=date(2025, 12, 20), people=3
    )
    assert books.indicator("8", date(2025, 12, 15), date(2026, 1, 14))["numerator"] == 1
    assert books.indicator("8", date(2025, 12, 1), date(2025, 12, 31))["numerator"] == 0


def test_the_year_of_the_indicators_runs_from_january_to_the_end_of_the_month(books):
    books.decided(date(2026, 2, 9))
    books.decided(date(2025, 12, 30))
    figures = books.figures(*JULY)
    assert numbers(figures["indicators"]["3"]) == (0, 0)
    assert numbers(figures["indicators_year"]["3"]) == (1, 1)


@pytest.mark.parametrize(
    ("key", "at_the_limit", "met"),
    [
        ("1", (20, 20), True),
        ("1", (19, 20), False),
        ("3", (19, 20), False),
        ("3b", (96, 100), True),
        ("4b", (9, 10), True),
        ("5", (17, 20), True),
        ("5", (16, 20), False),
        ("6", (17, 20), False),
        ("6", (18, 20), True),
        ("3", (0, 0), None),
    ],
)
def test_shares_are_compared_exactly_as_the_plan_words_them(key, at_the_limit, met):
    assert TARGETS[key].is_met(*at_the_limit) is met
