"""The page of the one who verifies, his notes, and what else the books hold around a case."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from complaints.actions.events import assign_verifier
from complaints.actions.joinder import join_case
from complaints.actions.verification import add_note
from complaints.models import Case, VerificationNote
from complaints.related import related_to
from lucba.office.errors import RefusedError
from tests.building import (
    TODAY,
    chairman_of,
    happen,
    make_accepted_case,
    make_case,
    make_decision,
    make_hamlet,
    make_official,
    make_petition,
)

RECEIVED = date(2026, 3, 2)
SECRET = "Trịnh Bí Mật"


def assigned(unit, officer, *, kind="KN", **petition):
    """Return a case accepted on the day its petition came, given to the officer two days later."""
    case = make_accepted_case(make_petition(unit, RECEIVED, kind=kind, **petition))
    assign_verifier(
        case,
        verifier=officer,
        happened_on=date(2026, 3, 4),
        document_number="21/QĐ-UBND",
        by=chairman_of(unit),
        today=TODAY,
    )
    case.refresh_from_db()
    return case


def note(case, by, *, kind="lam_viec", happened_on=date(2026, 3, 9), text="Gặp ông An tại xóm", today=TODAY):
    return add_note(case, kind=kind, happened_on=happened_on, text=text, by=by, today=today)


def page_of(case):
    return reverse("complaints:case-verification", args=[case.pk])


def shown(browser, case):
    return browser.get(page_of(case)).content.decode()


@pytest.fixture
def field(sign_in, officer, today):
    """The assigned officer's browser."""
    return sign_in(officer)


# --- Notes ----------------------------------------------------------------------------------------


def test_the_officer_writes_notes_that_nobody_changes(commune, officer):
    case = assigned(commune, officer)
    note(case, officer)
    note(case, officer, text="Gặp lại ông An, ông nói rõ thêm")
    assert [each.text for each in VerificationNote.objects.all()] == [
        "Gặp ông An tại xóm",
        "Gặp lại ông An, ông nói rõ thêm",
    ]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"happened_on": date(2026, 3, 13)}, "chưa đến"),
        ({"happened_on": date(2026, 3, 1)}, "trước ngày nhận đơn đầu tiên"),
        ({"text": "   "}, "Hãy ghi nội dung"),
    ],
)
def test_a_note_of_a_wrong_day_or_without_words_is_refused(commune, officer, wrong, sentence):
    with pytest.raises(RefusedError, match=sentence):
        note(assigned(commune, officer), officer, **wrong)


def test_after_the_decision_nothing_is_verified_any_more(commune, officer):
    case = make_decision(assigned(commune, officer), TODAY).case
    with pytest.raises(RefusedError, match="không còn xác minh"):
        note(case, officer)


def test_another_officer_writes_nothing_into_the_file(commune, officer):
    case = assigned(commune, officer)
    with pytest.raises(RefusedError, match="người được giao xác minh"):
        note(case, make_official(commune, "officer"))


# --- The page -------------------------------------------------------------------------------------


def test_the_page_says_what_is_to_be_done_until_when_and_offers_the_steps(field, commune, officer):
    case = assigned(commune, officer)
    page = shown(field, case)
    for words in ("21/QĐ-UBND", "01/04/2026", "Khiếu nại việc cấp giấy", "Báo cáo kết quả xác minh"):
        assert words in page
    for act in ("lam_viec", "yeu_cau_thong_tin", "bao_cao_xac_minh"):
        assert reverse("complaints:case-act", args=[case.pk, act]) in page
    assert reverse("complaints:case-act", args=[case.pk, "quyet_dinh"]) not in page
    assert reverse("complaints:case-why", args=[case.pk]) in page


def test_information_asked_for_waits_until_it_is_given(field, commune, officer):
    case = assigned(commune, officer)
    happen(
        case,
        "yeu_cau_thong_tin",
        date(2026, 3, 5),
        by=officer,
        detail="Hồ sơ thửa đất",
        document_number="7/CV",
    )
    assert "Hồ sơ thửa đất" in shown(field, case)
    assert "quá hạn" not in shown(field, case)  # seven days end today
    happen(case, "cung_cap_thong_tin", date(2026, 3, 10), by=officer, document_number="2/BB")
    assert "Đã cung cấp ngày 10/03/2026, 2/BB" in shown(field, case)


def test_a_note_is_written_on_the_page_and_a_wrong_one_keeps_its_words(field, commune, officer):
    case = assigned(commune, officer)
    given = {"kind": "thuc_dia", "happened_on": "10/3", "text": "Đo lại ranh giới thửa 12"}
    page = field.post(page_of(case), given, follow=True).content.decode()
    assert "Đã ghi vào hồ sơ xác minh" in page
    assert "Đo lại ranh giới thửa 12" in page
    refused = field.post(page_of(case), {**given, "happened_on": "20/3", "text": "Viết dài"}).content.decode()
    assert "chưa đến" in refused
    assert "Viết dài" in refused
    assert case.notes.count() == 1


def test_the_page_of_a_closed_case_shows_its_notes_and_no_form(field, commune, officer):
    case = assigned(commune, officer)
    note(case, officer)
    make_decision(case, TODAY)
    page = shown(field, case)
    assert "Gặp ông An tại xóm" in page
    assert "Ghi vào hồ sơ xác minh" not in page
    given = {"kind": "thuc_dia", "happened_on": "10/3", "text": "Ghi thêm"}
    assert "không còn xác minh" in field.post(page_of(case), given).content.decode()


def test_nothing_of_a_denouncer_is_on_the_page_and_only_the_office_is_led_to_it(
    field, sign_in, clerk, commune, officer
):
    case = assigned(commune, officer, kind="TC", signer_name=SECRET)
    identity = reverse("reception:petition-identity", args=[case.petitions.get().pk])
    assert SECRET not in shown(field, case)
    assert identity not in shown(field, case)
    assert field.get(identity).status_code == 403
    assert SECRET not in shown(sign_in(clerk), case)
    assert identity in shown(sign_in(clerk), case)


def test_the_page_costs_the_same_queries_for_any_number_of_notes_and_papers(field, commune, officer):
    case, costs = assigned(commune, officer), []
    for wanted in (2, 12):
        while case.notes.count() < wanted:
            note(case, officer)
            happen(case, "yeu_cau_thong_tin", TODAY, by=officer)
        with CaptureQueriesContext(connection) as queries:
            assert field.get(page_of(case)).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


# --- What is related ------------------------------------------------------------------------------


def related(case, official):
    found = related_to(case, official)
    cases = {(each.case.code, each.why) for each in found.cases}
    return cases | {(each.petition.code, each.why) for each in found.petitions}


def test_the_same_author_is_found_without_accents_and_not_only_a_part_of_his_name(commune, clerk):
    case = make_case(make_petition(commune, signer_name="Nguyễn Văn An"))
    same = make_case(make_petition(commune, signer_name="nguyen van an"))
    make_case(make_petition(commune, signer_name="Nguyễn Văn Anh"))
    loose = make_petition(commune, signer_name="NGUYỄN VĂN AN")
    why = "cùng người đứng đơn"
    assert related(case, clerk) == {(same.code, why), (loose.code, why)}


def test_a_denouncer_is_never_followed(commune, clerk):
    complaint = make_case(make_petition(commune, signer_name=SECRET))
    denunciation = make_case(make_petition(commune, kind="TC", signer_name=SECRET))
    assert related(complaint, clerk) == set()
    assert related(denunciation, clerk) == set()


def test_the_same_place_and_field_duplicates_and_joined_cases_are_related(commune, clerk):
    hamlet = make_hamlet(commune)
    first = make_petition(commune, signer_name="Đỗ Thị Bình")
    case = make_accepted_case(first, hamlet=hamlet)
    neighbour = make_case(make_petition(commune, signer_name="Lý Văn Chung"), hamlet=hamlet)
    make_case(make_petition(commune, signer_name="Hà Văn Dũng"), hamlet=make_hamlet(commune, "X02", "Xóm Hạ"))
    copy = make_petition(commune, signer_name="Đỗ Thị Bình", duplicate_of=first)
    joined = make_accepted_case(make_petition(commune, signer_name="Vi Văn Giang"))
    join_case(joined, into=case, happened_on=TODAY, by=chairman_of(commune), today=TODAY)
    assert related(case, clerk) == {
        (neighbour.code, "cùng nơi, cùng lĩnh vực"),
        (copy.code, "đơn trùng"),
        (joined.code, "nhập vào vụ việc này"),
    }
    joined.refresh_from_db()
    assert (case.code, "vụ việc này nhập vào") in related(joined, clerk)


def test_an_officer_is_shown_only_his_own_cases(commune, officer, clerk):
    mine, other = make_case(make_petition(commune)), make_case(make_petition(commune))
    Case.objects.filter(pk=mine.pk).update(verifier=officer)
    assert related(mine, officer) == set()
    Case.objects.filter(pk=other.pk).update(verifier=officer)
    assert related(mine, officer) == {(other.code, "cùng người đứng đơn")}


def test_an_earlier_decision_is_shown_beside_the_case(field, commune, officer):
    hamlet = make_hamlet(commune)
    earlier = make_accepted_case(make_petition(commune, date(2026, 1, 5)), hamlet=hamlet)
    make_decision(earlier, document_number="3/QĐ-UBND")
    Case.objects.filter(pk=earlier.pk).update(verifier=officer)
    assert "3/QĐ-UBND" in shown(field, assigned(commune, officer))
