"""Whether one month's figures continue those of the month before."""

from datetime import date
from decimal import Decimal

import pytest

from reports.figures.continuity import continuity_findings

JUNE = (date(2026, 6, 1), date(2026, 6, 30))
JULY = (date(2026, 7, 1), date(2026, 7, 31))


def texts(previous, figures):
    return [str(finding) for finding in continuity_findings(previous, figures)]


def test_open_decisions_and_amounts_are_carried_into_the_next_month(books):
    one = books.decided(date(2026, 5, 4), must_execute=True, recover_money=100, org_land=Decimal("3.5"))
    two = books.decided(date(2026, 6, 4), "TC", must_execute=True, person_money=60, recover_land=2)
    books.executed(one, date(2026, 6, 9), recover_money=40)
    books.executed(two, date(2026, 6, 10), person_money=60, recover_land=2, finished=True)
    books.decided(date(2026, 7, 9), must_execute=True, recover_money=7)
    assert texts(books.figures(*JUNE), books.figures(*JULY)) == []


@pytest.mark.parametrize(
    ("start", "finding"),
    [
        (
            date(2026, 7, 3),
            "Các ngày 01/07/2026–02/07/2026 không thuộc kỳ nào: kỳ trước kết thúc 30/06/2026.",
        ),
        (date(2026, 6, 30), "Các ngày 30/06/2026 thuộc cả hai kỳ: kỳ trước kết thúc 30/06/2026."),
    ],
)
def test_a_gap_or_an_overlap_of_days_is_shown(books, start, finding):
    assert texts(books.figures(*JUNE), books.figures(start, JULY[1])) == [finding]


def test_a_decision_entered_late_breaks_the_chain_to_the_stored_month(books):
    stored = books.figures(*JUNE)
    books.decided(date(2026, 6, 20), must_execute=True, recover_money=1_500_000)
    (number, amount) = continuity_findings(stored, books.figures(*JULY))
    assert str(number) == "Biểu 05/KQTH cột 1 là 1, tính từ kỳ trước phải là 0."
    assert str(amount) == "Biểu 05/KQTH cột 3 là 1.500.000, tính từ kỳ trước phải là 0."
    assert not amount.explained


def test_a_decision_finished_without_the_whole_amount_explains_the_smaller_one(books):
    decision = books.decided(date(2026, 5, 4), must_execute=True, recover_money=100)
    books.executed(decision, date(2026, 6, 9), recover_money=40, finished=True)
    (finding,) = continuity_findings(books.figures(*JUNE), books.figures(*JULY))
    assert finding.explained
    assert "cột 3 là 0, tính từ kỳ trước phải là 60. Có thể do" in finding.text


def test_months_on_different_forms_are_compared_by_their_days_only(books):
    stored = books.figures(*JUNE)
    books.decided(date(2026, 6, 20), must_execute=True)
    assert continuity_findings({**stored, "form_set": "tt01-2024"}, books.figures(*JULY)) == []
