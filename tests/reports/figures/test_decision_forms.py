"""Decisions and conclusions: issued (03/GQKN, 04/GQTC from column 7) and carried out (05/KQTH)."""

from datetime import date
from decimal import Decimal

import pytest

A, B = date(2026, 7, 1), date(2026, 7, 31)
BEFORE, INSIDE, AFTER = date(2026, 6, 30), date(2026, 7, 15), date(2026, 8, 1)
EARLIER = date(2026, 6, 10)
AMOUNTS = {
    "recover_money": 45_000_000,
    "recover_land": Decimal("120.5"),
    "org_money": 1_000_000,
    "org_land": Decimal("10.2"),
    "org_count": 2,
    "person_money": 500_000,
    "person_land": Decimal("9.8"),
    "person_count": 3,
    "sanction_orgs": 1,
    "sanction_persons": 5,
    "sanction_officials": 4,
    "invest_cases": 6,
    "invest_persons": 8,
    "invest_officials": 7,
}


@pytest.mark.parametrize(
    ("kind", "instance", "result", "form", "column"),
    [
        ("KN", "KN_lan_1", "dung", "03/GQKN", 8),
        ("KN", "KN_lan_1", "sai", "03/GQKN", 9),
        ("KN", "KN_lan_1", "dung_mot_phan", "03/GQKN", 10),
        ("KN", "KN_lan_2", "cong_nhan", "03/GQKN", 11),
        ("KN", "KN_lan_2", "huy_sua", "03/GQKN", 12),
        ("TC", "TC_lan_dau", "dung", "04/GQTC", 8),
        ("TC", "TC_lan_dau", "sai", "04/GQTC", 9),
        ("TC", "TC_lan_dau", "dung_mot_phan", "04/GQTC", 10),
        ("TC", "TC_tiep", "dung", "04/GQTC", 11),
        ("TC", "TC_tiep", "sai", "04/GQTC", 12),
        ("TC", "TC_tiep", "dung_mot_phan", "04/GQTC", 13),
    ],
)
def test_decisions_of_the_month_are_told_apart_by_instance_and_result(
    books, kind, instance, result, form, column
):
    books.decided(B, kind, instance=instance, result=result)
    books.decided(BEFORE, kind, instance=instance, result=result)
    books.decided(AFTER, kind, instance=instance, result=result)
    assert books.table(form, A, B) == {7: 1, column: 1}


def test_a_decision_on_a_complaint_adds_up_organisations_and_persons(books):
    books.decided(A, must_execute=True, **AMOUNTS)
    table = books.table("03/GQKN", A, B)
    assert {n: table[n] for n in range(13, 24)} == {
        13: 45_000_000,
        14: "120.5",
        15: 1_500_000,
        16: "20",
        17: 2,
        18: 3,
        19: 5,
        20: 4,
        21: 6,
        22: 8,
        23: 7,
    }


def test_a_conclusion_also_proposes_sanctions_of_organisations(books):
    books.decided(A, "TC", must_execute=True, **AMOUNTS)
    table = books.table("04/GQTC", A, B)
    assert [table[n] for n in range(14, 26)] == [
        *(45_000_000, "120.5", 1_500_000, "20", 2, 3),
        *(1, 5, 4, 6, 8, 7),
    ]


FIRST = {"KN": 1, "TC": 16}


@pytest.mark.parametrize("kind", ["KN", "TC"])
@pytest.mark.parametrize(
    ("issued_on", "must_execute", "finished_on", "due", "finished"),
    [
        (INSIDE, False, None, 1, 1),
        (BEFORE, False, None, 0, 0),
        (INSIDE, True, None, 1, 0),
        (BEFORE, True, None, 1, 0),
        (EARLIER, True, BEFORE, 0, 0),
        (EARLIER, True, A, 1, 1),
        (EARLIER, True, B, 1, 1),
        (EARLIER, True, AFTER, 1, 0),
        (AFTER, True, None, 0, 0),
    ],
)
def test_a_decision_is_due_until_it_is_finished(
    books, kind, issued_on, must_execute, finished_on, due, finished
):
    decision = books.decided(issued_on, kind, must_execute=must_execute)
    if finished_on:
        books.executed(decision, finished_on, finished=True)
    first = FIRST[kind]
    counts = books.figures(A, B)["tables"]["05/KQTH"]
    assert (counts[str(first)], counts[str(first + 1)]) == (due, finished)


@pytest.mark.parametrize("kind", ["KN", "TC"])
def test_open_amounts_are_what_was_ordered_less_what_came_in_before_the_month(books, kind):
    decision = books.decided(EARLIER, kind, must_execute=True, **AMOUNTS)
    books.executed(decision, BEFORE, recover_money=5_000_000, person_land=Decimal("0.4"))
    books.executed(decision, A, recover_money=7_000_000, recover_land=Decimal("100"), org_money=100)
    books.executed(decision, B, org_land=Decimal("0.1"), person_land=Decimal("0.2"), person_money=1)
    books.executed(decision, AFTER, recover_money=33_000_000)
    table = books.table("05/KQTH", A, B)
    first = FIRST[kind]
    assert [table[first + offset] for offset in (2, 3, 4, 5)] == [40_000_000, "120.5", 7_000_000, "100"]
    assert [table[first + offset] for offset in (6, 7, 8, 9)] == [1_500_000, "19.6", 101, "0.3"]


def test_what_came_in_of_a_finished_decision_does_not_lower_the_open_amounts(books):
    finished = books.decided(EARLIER, must_execute=True, recover_money=10)
    books.executed(finished, BEFORE, finished=True, recover_money=10)
    books.decided(A, must_execute=True, recover_money=3)
    assert books.table("05/KQTH", A, B) == {1: 1, 3: 3}


def test_sanctions_and_prosecutions_are_counted_when_they_happen(books):
    acts = {
        "sanction_orgs": 1,
        "sanction_persons": 5,
        "sanction_officials": 4,
        "prosecuted_cases": 2,
        "prosecuted_persons": 3,
        "prosecuted_officials": 1,
    }
    for kind in ("KN", "TC"):
        decision = books.decided(EARLIER, kind, must_execute=True)
        books.executed(decision, BEFORE, **acts)
        books.executed(decision, INSIDE, **acts)
    table = books.table("05/KQTH", A, B)
    assert [table[n] for n in range(11, 16)] == [5, 4, 2, 3, 1]
    assert [table[n] for n in range(26, 32)] == [1, 5, 4, 2, 3, 1]
