"""Indicators 3 to 6: complaints and denunciations resolved in time and properly, settled, executed."""

from datetime import date

import pytest

A, B = date(2026, 4, 1), date(2026, 4, 30)
BEFORE, INSIDE, AFTER = date(2026, 3, 31), date(2026, 4, 15), date(2026, 5, 4)


def numbers(indicator):
    return indicator["numerator"], indicator["denominator"]


def resolved(books, how_many, closed_on=INSIDE):
    for _ in range(how_many):
        books.decided(closed_on, accepted_on=BEFORE)


@pytest.mark.parametrize(("done", "met"), [(19, False), (20, True)])
def test_more_than_95_percent_is_not_95_percent(books, done, met):
    resolved(books, done)
    books.accepted(INSIDE)
    assert books.indicator("3", A, B) == {"numerator": done, "denominator": done + 1, "met": met}


@pytest.mark.parametrize(
    ("fields", "counted"),
    [
        ({}, (0, 1)),
        ({"kind": "TC"}, (0, 1)),
        ({"kind": "KNPA"}, (0, 0)),
        ({"competent": False}, (0, 0)),
    ],
)
def test_only_own_complaints_and_denunciations_count(books, fields, counted):
    books.accepted(INSIDE, **fields)
    assert numbers(books.indicator("3", A, B)) == counted


@pytest.mark.parametrize(
    ("closing", "counted"),
    [
        ([("chuyen_tham_quyen", INSIDE, "")], (0, 0)),
        ([("chuyen_tham_quyen", AFTER, "")], (0, 1)),
        ([("dinh_chi", BEFORE, "ban_an_quyet_dinh")], (0, 0)),
        ([("dinh_chi", A, "ban_an_quyet_dinh")], (1, 1)),
        ([("dinh_chi", B, "ban_an_quyet_dinh")], (1, 1)),
        ([("dinh_chi", AFTER, "ban_an_quyet_dinh")], (0, 1)),
        ([("rut_toan_bo", INSIDE, "")], (0, 1)),
        ([("rut_toan_bo", INSIDE, ""), ("dinh_chi", B, "rut")], (1, 1)),
    ],
)
def test_a_case_is_resolved_on_the_day_it_is_closed(books, closing, counted):
    case = books.accepted(date(2026, 3, 9), "TC")
    for kind, on, detail in closing:
        books.event(case, kind, on, detail)
    assert numbers(books.indicator("3", A, B)) == counted


def test_a_refused_complaint_is_in_neither_part(books):
    books.event(books.matter(), "khong_thu_ly", INSIDE)
    assert books.indicator("3", A, B)["met"] is None


def test_a_fresh_case_does_not_spoil_the_rate_of_what_fell_due(books):
    resolved(books, 1)
    books.accepted(date(2026, 4, 28))
    assert numbers(books.indicator("3", A, B)) == (1, 2)
    assert books.indicator("3b", A, B) == {"numerator": 1, "denominator": 1, "met": True}


# Accepted on Tuesday 10/03/2026, a complaint is due after 30 days, on Thursday 09/04/2026.
ACCEPTED, DUE = date(2026, 3, 10), date(2026, 4, 9)


@pytest.mark.parametrize(
    ("end", "fell_due", "overdue"),
    [(date(2026, 4, 8), 0, 0), (DUE, 1, 0), (date(2026, 4, 10), 1, 1)],
)
def test_an_open_case_falls_due_on_its_day_and_is_overdue_the_day_after(books, end, fell_due, overdue):
    books.accepted(ACCEPTED)
    figures = books.figures(A, end)["indicators"]
    assert figures["3b"]["denominator"] == fell_due
    assert figures["4b"]["open_overdue"] == overdue


def test_a_deadline_extended_after_the_period_is_still_missed_as_of_then(books):
    case = books.accepted(ACCEPTED)
    assert books.indicator("4b", A, DUE)["open_overdue"] == 0
    books.event(case, "phuc_tap", DUE)
    assert books.indicator("3b", A, date(2026, 4, 8))["denominator"] == 0
    assert books.indicator("3b", A, B)["denominator"] == 1  # 45 days end on Friday 24/04/2026
    assert books.indicator("3b", A, date(2026, 4, 23))["denominator"] == 0


def test_the_pause_of_a_denunciation_is_not_counted_while_it_runs(books):
    case = books.accepted(ACCEPTED, "TC")
    books.event(case, "tam_dinh_chi", date(2026, 3, 20), "bat_kha_khang")
    assert books.indicator("3b", A, B)["denominator"] == 0
    books.event(case, "tiep_tuc", date(2026, 5, 4))
    assert books.indicator("3b", A, B)["denominator"] == 0


def test_a_case_closed_after_the_period_is_judged_as_open(books):
    books.decided(AFTER, accepted_on=ACCEPTED)
    figures = books.figures(A, B)["indicators"]
    assert numbers(figures["4b"]) == (0, 0)
    assert figures["4b"]["open_overdue"] == 1
    assert numbers(books.indicator("4b", date(2026, 5, 1), date(2026, 5, 31))) == (0, 1)


@pytest.mark.parametrize(("closed_on", "on_time"), [(DUE, 1), (date(2026, 4, 10), 0)])
def test_the_last_day_is_in_time(books, closed_on, on_time):
    books.decided(closed_on, accepted_on=ACCEPTED)
    assert numbers(books.indicator("4b", A, B)) == (on_time, 1)


@pytest.mark.parametrize(("late", "met"), [(1, True), (2, False)])
def test_ninety_percent_in_time_is_enough(books, late, met):
    for _ in range(late):
        books.decided(date(2026, 4, 10), accepted_on=ACCEPTED)
    for _ in range(10 - late):
        books.decided(DUE, accepted_on=ACCEPTED)
    assert books.indicator("4b", A, B) == {
        "numerator": 10 - late,
        "denominator": 10,
        "met": met,
        "open_overdue": 0,
    }


def test_the_latest_check_of_the_procedure_counts_and_no_check_is_not_a_pass(books):
    checks = ([], ["sai", "dung"], ["dung", "sai"])
    for details in checks:
        case = books.decided(INSIDE, accepted_on=BEFORE).case
        for detail in details:
            books.event(case, "kiem_tra_thu_tuc", INSIDE, detail)
    assert books.indicator("4a", A, B) == {"numerator": 1, "denominator": 3, "met": False, "unknown": 1}


def test_a_check_after_the_period_is_not_known_yet(books):
    case = books.decided(INSIDE, accepted_on=BEFORE).case
    books.event(case, "kiem_tra_thu_tuc", AFTER, "dung")
    assert books.indicator("4a", A, B)["unknown"] == 1
    assert books.indicator("4a", A, AFTER)["unknown"] == 0


@pytest.mark.parametrize(
    ("listed_on", "settled_on", "counted"),
    [
        (None, None, (0, 0)),
        (AFTER, None, (0, 0)),
        (B, None, (0, 1)),
        (BEFORE, BEFORE, (0, 0)),
        (BEFORE, A, (1, 1)),
        (BEFORE, B, (1, 1)),
        (BEFORE, AFTER, (0, 1)),
    ],
)
def test_only_the_review_list_counts_for_mass_and_prolonged_matters(books, listed_on, settled_on, counted):
    case = books.matter(competent=False)
    if listed_on:
        books.event(case, "dua_vao_ra_soat", listed_on, "keo_dai")
    if settled_on:
        books.event(case, "dut_diem", settled_on, "thong_bao_cham_dut")
    assert numbers(books.indicator("5", A, B)) == counted


@pytest.mark.parametrize(
    ("kind", "effective_on", "finished_on", "counted"),
    [
        ("KN", None, None, (0, 0)),
        ("KN", AFTER, None, (0, 0)),
        ("KN", B, None, (0, 1)),
        ("TC", None, None, (0, 1)),
        ("KN", date(2026, 3, 20), BEFORE, (0, 0)),
        ("KN", date(2026, 3, 20), A, (1, 1)),
        ("KN", date(2026, 3, 20), B, (1, 1)),
        ("KN", date(2026, 3, 20), AFTER, (0, 1)),
    ],
)
def test_only_decisions_in_effect_must_have_been_executed(books, kind, effective_on, finished_on, counted):
    issued_on = date(2026, 2, 9)
    decision = books.decided(issued_on, kind, must_execute=True, effective_on=effective_on)
    if finished_on:
        books.executed(decision, finished_on, finished=True)
    assert numbers(books.indicator("6", A, B)) == counted


def test_decisions_with_nothing_to_execute_are_printed_apart(books):
    books.decided(date(2026, 2, 9), effective_on=A)
    books.decided(INSIDE, "TC")
    assert books.indicator("6", A, B) == {
        "numerator": 0,
        "denominator": 0,
        "met": None,
        "nothing_to_execute": 2,
    }
