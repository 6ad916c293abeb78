"""Form 01/TCD: who was received, by whom, in how many matters, on how many announced days."""

from datetime import date

import pytest

from tests.reports.figures.books import DELEGATE, HEAD, OFFICER

FORM = "01/TCD"
JULY = (date(2026, 7, 1), date(2026, 7, 31))


def test_a_visit_counts_from_the_first_to_the_last_day_of_the_period(books):
    for day in (date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 1)):
        books.visit(day, persons=2)
    assert books.table(FORM, *JULY) == {1: 2, 2: 4, 3: 2, 5: 2, 6: 4, 7: 2}


def test_a_refused_visitor_counts_nowhere(books):
    books.visit(date(2026, 7, 2), result="tu_choi", persons=6, cases=[books.matter()])
    assert books.table(FORM, *JULY) == {}


@pytest.mark.parametrize(("persons", "group"), [(4, {}), (5, {4: 1, 8: 1, 9: 5})])
def test_a_group_has_five_persons_or_more(books, persons, group):
    books.visit(date(2026, 7, 2), persons=persons)
    assert books.table(FORM, *JULY) == {1: 1, 2: persons, 3: 1, 5: 1, 6: persons, 7: 1, **group}


def test_a_group_received_twice_is_two_groups_and_one_matter(books):
    case = books.matter()
    books.visit(date(2026, 7, 2), persons=7, cases=[case])
    books.visit(date(2026, 7, 9), persons=8, cases=[case])
    assert books.table(FORM, *JULY) == {1: 2, 2: 15, 3: 1, 4: 2, 5: 2, 6: 15, 7: 1, 8: 2, 9: 15}


def test_a_matter_received_by_staff_and_by_the_head_is_counted_once_under_the_head(books):
    case = books.matter()
    books.visit(date(2026, 7, 2), OFFICER, cases=[case])
    books.visit(date(2026, 7, 8), DELEGATE, cases=[case])
    books.visit(date(2026, 7, 9), HEAD, cases=[case])
    assert books.table(FORM, *JULY) == {1: 3, 2: 3, 3: 1, 5: 1, 6: 1, 11: 1, 12: 1, 13: 1, 17: 1, 18: 1}


def test_a_matter_received_by_staff_and_by_the_delegate_is_counted_under_the_delegate(books):
    case = books.matter()
    books.visit(date(2026, 7, 2), OFFICER, cases=[case])
    books.visit(date(2026, 7, 8), DELEGATE, cases=[case])
    table = books.table(FORM, *JULY)
    assert (table[3], table.get(7), table[19]) == (1, None, 1)


def test_the_head_received_the_matter_in_another_month_so_it_stays_with_the_staff(books):
    case = books.matter()
    books.visit(date(2026, 6, 25), HEAD, cases=[case])
    books.visit(date(2026, 7, 2), OFFICER, cases=[case])
    assert books.table(FORM, *JULY) == {1: 1, 2: 1, 3: 1, 5: 1, 6: 1, 7: 1}


def test_a_refused_visit_under_the_head_does_not_draw_the_matter_to_him(books):
    case = books.matter()
    books.visit(date(2026, 7, 2), OFFICER, cases=[case])
    books.visit(date(2026, 7, 9), HEAD, cases=[case], result="tu_choi")
    assert books.table(FORM, *JULY)[7] == 1


def test_a_visit_about_two_cases_is_two_matters_and_the_form_is_warned_about(books):
    books.visit(date(2026, 7, 2), cases=[books.matter(), books.matter()])
    figures = books.figures(*JULY)
    assert figures["tables"][FORM]["3"] == 2
    assert figures["checks"] == {"hard_failed": [], "soft_failed": ["01/TCD 3<=1", "01/TCD 7<=5"]}


def test_visits_not_on_file_are_matters_of_their_own_where_they_were_received(books):
    books.visit(date(2026, 7, 2), OFFICER)
    books.visit(date(2026, 7, 9), HEAD)
    books.visit(date(2026, 7, 16), DELEGATE)
    table = books.table(FORM, *JULY)
    assert (table[3], table[7], table[13], table[19]) == (3, 1, 1, 1)


ANNOUNCED = date(2026, 6, 25)


@pytest.mark.parametrize(
    ("sitting", "counted"),
    [
        ({"announced_on": ANNOUNCED}, True),
        ({"announced_on": date(2026, 7, 9)}, True),
        ({"announced_on": date(2026, 7, 10)}, False),
        ({"announced_on": None}, False),
        ({"announced_on": ANNOUNCED, "state": "khong_co_cong_dan"}, True),
        ({"announced_on": ANNOUNCED, "state": "khong_to_chuc"}, True),
        (
            {"announced_on": ANNOUNCED, "state": "khong_to_chuc", "moved_to": date(2026, 7, 13)},
            False,
        ),
        ({"announced_on": ANNOUNCED, "state": "du_kien"}, False),
        ({"announced_on": ANNOUNCED, "kind": "dot_xuat"}, True),
    ],
)
def test_a_reception_day_of_the_head_counts_when_it_was_announced_and_not_moved(books, sitting, counted):
    books.sitting(date(2026, 7, 9), HEAD, **sitting)
    assert books.table(FORM, *JULY) == ({10: 1} if counted else {})


def test_two_sittings_on_one_day_are_one_day_and_the_delegate_has_days_of_his_own(books):
    books.sitting(date(2026, 7, 9), HEAD, announced_on=ANNOUNCED)
    books.sitting(date(2026, 7, 9), HEAD, announced_on=ANNOUNCED, kind="dot_xuat")
    books.sitting(date(2026, 7, 9), DELEGATE, announced_on=ANNOUNCED)
    books.sitting(date(2026, 7, 16), DELEGATE, announced_on=ANNOUNCED)
    books.sitting(date(2026, 7, 2), OFFICER, announced_on=ANNOUNCED)
    assert books.table(FORM, *JULY) == {10: 1, 16: 2}
