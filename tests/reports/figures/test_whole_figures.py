"""All figures of a period together: empty months, old months, and the number of queries."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reports.figures.books import HEAD, Books

MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def test_a_month_with_nothing_in_it_is_a_report_of_zeros(books):
    figures = books.figures(*MARCH)
    values = {value for table in figures["tables"].values() for value in table.values()}
    assert values == {0, "0"}
    assert figures["checks"] == {"hard_failed": [], "soft_failed": []}
    nothing_arose = {key for key, value in figures["indicators"].items() if value["met"] is None}
    assert nothing_arose == {"1", "3", "3b", "4a", "4b", "5", "6"}
    assert figures["indicators_year"].keys() == figures["indicators"].keys()


def test_the_figures_are_those_of_the_period_asked_for(books):
    figures = books.figures(*MARCH)
    assert figures["period"] == {"from": "2026-03-01", "to": "2026-03-31"}
    assert figures["form_set"] == "tt06-2025"
    assert {form: len(columns) for form, columns in figures["tables"].items()} == {
        "01/TCD": 21,
        "02/XLD": 25,
        "03/GQKN": 23,
        "04/GQTC": 25,
        "05/KQTH": 31,
        "06/QLKNTC": 17,
    }


def test_an_old_month_gives_the_same_figures_after_all_that_came_later(books):
    case = books.event(books.matter(), "thu_ly", date(2026, 3, 4))
    books.petition(date(2026, 3, 2), date(2026, 3, 3), case=case)
    waiting = books.petition(date(2026, 3, 30))
    hamlet = books.hamlet()
    books.disseminated(hamlet, date(2026, 3, 9))
    books.sitting(date(2026, 3, 5), HEAD)
    as_sent = books.figures(*MARCH)

    waiting.processed_on, waiting.eligible, waiting.outcome = date(2026, 4, 1), False, "luu"
    waiting.save()
    books.event(case, "phuc_tap", date(2026, 4, 2))
    books.event(case, "dua_vao_ra_soat", date(2026, 4, 3), "phuc_tap")
    decision = books.decision(
        case, date(2026, 4, 9), must_execute=True, effective_on=date(2026, 5, 20), recover_money=5
    )
    books.executed(decision, date(2026, 6, 1), recover_money=5, finished=True)
    books.event(case, "kiem_tra_thu_tuc", date(2026, 6, 2), "dung")
    books.event(case, "dut_diem", date(2026, 6, 3), "thi_hanh_xong")
    books.visit(date(2026, 4, 9), HEAD, cases=[case])
    hamlet.listed_to = date(2026, 6, 30)
    hamlet.save()
    books.training(date(2026, 4, 20), books.person)

    assert books.figures(*MARCH) == as_sent
    assert books.figures(date(2026, 6, 1), date(2026, 6, 30)) != as_sent


def fill(books: Books, how_many: int) -> None:
    for number in range(how_many):
        day = date(2026, 3, 2) + timedelta(days=number % 25)
        case = books.accepted(day, ("KN", "TC")[number % 2])
        books.petition(day, day, case=case)
        books.visit(day, (HEAD, "can_bo")[number % 2], cases=[case])
        if number % 3 == 0:
            decision = books.decision(case, day, must_execute=True, recover_money=10)
            books.executed(decision, day, recover_money=1)


@pytest.mark.parametrize("how_many", [0, 25, 100])
def test_the_number_of_queries_does_not_depend_on_the_books(books, how_many):
    fill(books, how_many)
    with CaptureQueriesContext(connection) as queries:
        books.figures(*MARCH)
    assert len(queries) == 24
