"""Form 02/XLD, and where the matters of the petitions handled stand (03/GQKN and 04/GQTC, columns 1-6)."""

from datetime import date

import pytest

from lucba.law.reporting_periods import Period
from reports.figures.sets import done, left, new, petitions, stock

FORM = "02/XLD"
A, B = date(2026, 7, 1), date(2026, 7, 31)
BEFORE, INSIDE, AFTER = date(2026, 6, 30), date(2026, 7, 15), date(2026, 8, 1)


@pytest.mark.parametrize(
    ("received_on", "processed_on", "counted"),
    [
        (BEFORE, None, [1]),
        (BEFORE, BEFORE, []),
        (BEFORE, A, [1, 2]),
        (BEFORE, AFTER, [1]),
        (A, B, [1, 2]),
        (B, None, [1]),
        (B, AFTER, [1]),
        (AFTER, AFTER, []),
    ],
)
def test_a_petition_is_stock_or_new_and_handled_only_inside_the_period(
    books, received_on, processed_on, counted
):
    ineligible = {"eligible": False, "outcome": "luu"} if processed_on else {}
    books.petition(received_on, processed_on, **ineligible)
    assert books.table(FORM, A, B) == dict.fromkeys(counted, 1)


def test_a_copy_of_a_petition_is_handled_but_never_counted_as_eligible(books):
    first = books.petition(A, INSIDE)
    books.petition(INSIDE, INSIDE, eligible=False, outcome="luu", duplicate_of=first)
    table = books.table(FORM, A, B)
    assert (table[1], table[2], table[3]) == (2, 2, 1)


def test_two_petitions_of_one_matter_are_two_petitions_and_one_matter(books):
    case = books.matter()
    books.petition(A, INSIDE, case=case)
    books.petition(INSIDE, INSIDE, case=case, outcome="nhap_vu_viec")
    assert books.table(FORM, A, B) == {1: 2, 2: 2, 3: 2, 4: 2, 5: 1, 6: 2, 7: 2, 9: 2}
    assert books.table("03/GQKN", A, B) == {1: 2, 2: 1, 3: 1}


@pytest.mark.parametrize(
    ("kind", "field", "column"),
    [
        ("KN", "dat_dai_nha_cua", 9),
        ("KN", "che_do_chinh_sach", 10),
        ("KN", "tham_nhung", 11),
        ("TC", "che_do_chinh_sach", 15),
        ("TC", "dat_dai_nha_cua", 15),
        ("TC", "cong_chuc_cong_vu", 15),
        ("TC", "hanh_chinh_khac", 15),
        ("TC", "tham_nhung", 16),
        ("TC", "tu_phap", 17),
        ("TC", "dang_doan_the", 18),
        ("TC", "khac", 18),
        ("KNPA", "che_do_chinh_sach", 20),
        ("KNPA", "dat_dai_nha_cua", 21),
        ("KNPA", "tu_phap", 22),
    ],
)
def test_own_petitions_are_told_apart_by_kind_and_field(books, kind, field, column):
    books.petition(A, B, case=books.matter(kind, field=field))
    kinds = {"KN": {6: 1, 7: 1}, "TC": {12: 1, 13: 1}, "KNPA": {19: 1}}
    assert books.table(FORM, A, B) == {1: 1, 2: 1, 3: 1, 4: 1, 5: 1, **kinds[kind], column: 1}


@pytest.mark.parametrize(
    ("kind", "instance", "column"),
    [("KN", "KN_lan_1", 7), ("KN", "KN_lan_2", 8), ("TC", "TC_lan_dau", 13), ("TC", "TC_tiep", 14)],
)
def test_a_district_has_second_complaints_and_further_denunciations(books, kind, instance, column):
    books.petition(A, B, case=books.matter(kind, instance=instance))
    table = books.table(FORM, A, B)
    assert {n for n in (7, 8, 13, 14) if n in table} == {column}


@pytest.mark.parametrize(
    ("outcome", "column"), [("huong_dan", 24), ("tra_lai", 24), ("chuyen", 25), ("don_doc", 25)]
)
def test_petitions_of_others_are_guided_or_forwarded(books, outcome, column):
    books.petition(A, B, case=books.matter("TC", competent=False), outcome=outcome)
    assert books.table(FORM, A, B) == {1: 1, 2: 1, 3: 1, 23: 1, column: 1}
    assert books.table("04/GQTC", A, B) == {}


def test_a_clear_anonymous_denunciation_checked_for_management_is_eligible_and_own(books):
    books.petition(A, B, kind="TC", signer_kind="nac_danh", outcome="kiem_tra_quan_ly")
    table = books.table(FORM, A, B)
    assert (table[3], table[4], table[12]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("events", "column"),
    [
        ([], 3),
        ([("thu_ly", INSIDE, "")], 4),
        ([("thu_ly", AFTER, "")], 3),
        ([("khong_thu_ly", INSIDE, "quá thời hiệu")], 5),
        ([("chuyen_tham_quyen", INSIDE, "")], 5),
        ([("thu_ly", INSIDE, ""), ("chuyen_tham_quyen", B, "")], 4),
        ([("rut_toan_bo", INSIDE, "")], 6),
        ([("thu_ly", INSIDE, ""), ("rut_toan_bo", B, "")], 4),
        ([("thu_ly", INSIDE, ""), ("rut_toan_bo", B, ""), ("dinh_chi", B, "rut")], 6),
        ([("thu_ly", INSIDE, ""), ("rut_toan_bo", B, ""), ("dinh_chi", AFTER, "rut")], 4),
        ([("thu_ly", INSIDE, ""), ("dinh_chi", B, "toa_an")], 4),
        ([("thu_ly", INSIDE, ""), ("rut_mot_phan", B, "")], 4),
    ],
)
def test_a_complaint_stands_where_it_stood_on_the_last_day(books, events, column):
    case = books.matter()
    books.petition(A, INSIDE, case=case)
    for kind, on, detail in events:
        books.event(case, kind, on, detail)
    assert books.table("03/GQKN", A, B) == {1: 1, 2: 1, column: 1}


def test_a_denunciation_decided_in_the_month_stays_among_the_accepted(books):
    case = books.matter("TC")
    books.petition(BEFORE, A, case=case)
    books.decision(books.event(case, "thu_ly", A), B)
    assert books.table("04/GQTC", A, B) == {1: 1, 2: 1, 4: 1, 7: 1, 9: 1}


def test_a_petition_joined_to_an_old_matter_brings_the_matter_in(books):
    case = books.accepted(date(2026, 5, 4))
    books.petition(date(2026, 5, 4), date(2026, 5, 4), case=case)
    assert books.table("03/GQKN", A, B) == {}
    books.petition(INSIDE, INSIDE, case=case, outcome="nhap_vu_viec")
    assert books.table("03/GQKN", A, B) == {1: 1, 2: 1, 4: 1}


def test_the_books_of_a_neighbour_are_not_counted(books, neighbour):
    neighbour.petition(A, B)
    assert books.table(FORM, A, B) == {}


def test_what_was_left_and_what_came_in_is_what_was_handled_and_what_is_left(books):
    period = Period(A, B)
    handling = ((BEFORE, BEFORE), (BEFORE, A), (BEFORE, None), (A, B), (INSIDE, AFTER), (B, None))
    for received_on, processed_on in handling:
        books.petition(received_on, processed_on)
    of_the_month = petitions(books.unit, period)
    counts = [of_the_month.filter(part(period)).count() for part in (stock, new, done, left)]
    assert counts == [2, 3, 2, 3]
    assert books.table(FORM, A, B)[1] == 5
