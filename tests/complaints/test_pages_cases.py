"""The list of cases and the case page: what is due first, the acts open to each person, what is refused."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from complaints.actions.decisions import record_decision_date
from complaints.models import Case
from complaints.workflow import EventKind
from tests.building import (
    TODAY,
    chairman_in_the_books,
    chairman_of,
    happen,
    make_accepted_case,
    make_case,
    make_decision,
    make_official,
    make_petition,
    verify,
)

LIST = "/vu-viec/"
IN_EFFECT = date(2026, 4, 14)


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


@pytest.fixture
def leader(sign_in, chairman, today):
    return sign_in(chairman)


def page_of(case):
    return reverse("complaints:case-page", args=[case.pk])


def in_effect(commune, **fields):
    """Return a complaint whose decision must be carried out and is in effect."""
    decision = make_decision(make_accepted_case(unit=commune), result="dung", must_execute=True, **fields)
    noted = {"happened_on": IN_EFFECT, "by": chairman_of(commune), "today": IN_EFFECT}
    return record_decision_date(decision, EventKind.EFFECTIVE, **noted).case


def event_of(case, event):
    return reverse("complaints:case-act", args=[case.pk, event])


def codes(response):
    return [case.code for case in response.context["page"].rows]


def petition_of(unit, received_on, **fields):
    return make_petition(unit, received_on, **fields)


def test_what_is_due_first_stands_first_and_the_closed_last(counter, commune):
    closed = make_decision(make_accepted_case(petition_of(commune, date(2026, 1, 5)))).case
    later = make_accepted_case(petition_of(commune, date(2026, 3, 10)))
    sooner = make_accepted_case(petition_of(commune, date(2026, 2, 16)))
    waiting = make_case(petition_of(commune, date(2026, 3, 12)))
    target = make_accepted_case(petition_of(commune, date(2026, 3, 2), kind="KNPA"))
    expected = [sooner.code, waiting.code, target.code, later.code, closed.code]
    assert codes(counter.get(LIST)) == expected


def test_the_filters_of_the_list(counter, commune, officer):
    late = make_accepted_case(petition_of(commune, date(2026, 1, 5)))
    waiting = make_case(petition_of(commune, TODAY, kind="TC"))
    Case.objects.filter(pk=late.pk).update(verifier=officer)
    assert codes(counter.get(LIST, {"qua-han": "co"})) == [late.code]
    assert codes(counter.get(LIST, {"loai": "TC"})) == [waiting.code]
    assert codes(counter.get(LIST, {"giai-doan": "waiting"})) == [waiting.code]
    assert codes(counter.get(LIST, {"nguoi": officer.pk})) == [late.code]
    assert codes(counter.get(LIST, {"tim": "CAP GIAY chung nhan", "loai": "KN"})) == [late.code]
    assert len(codes(counter.get(LIST, {"loai": "sai", "nguoi": "x", "sau": "?"}))) == 2


def test_the_list_is_turned_page_by_page(counter, commune):
    for _ in range(55):
        make_case(unit=commune)
    first = counter.get(LIST)
    second = counter.get(LIST, {"sau": first.context["page"].next_mark})
    assert (len(codes(first)), len(codes(second))) == (50, 5)
    assert not set(codes(first)) & set(codes(second))


def test_the_list_costs_the_same_queries_for_25_and_100_cases(counter, commune):
    costs = []
    for wanted in (25, 100):
        while Case.objects.count() < wanted:
            make_case(unit=commune)
        with CaptureQueriesContext(connection) as queries:
            assert counter.get(LIST).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_a_case_page_costs_the_same_queries_however_much_happened(leader, commune):
    case = make_accepted_case(unit=commune)
    costs = []
    for wanted in (2, 12):
        while case.events.count() < wanted:
            happen(case, "yeu_cau_thong_tin", TODAY)
        with CaptureQueriesContext(connection) as queries:
            assert leader.get(page_of(case)).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_page_offers_each_person_the_acts_open_to_him(counter, leader, commune):
    case = make_case(unit=commune)
    assert event_of(case, "thu_ly") in leader.get(page_of(case)).content.decode()
    clerks = counter.get(page_of(case)).context["acts"]
    assert "thu_ly" not in [act.slug for act in clerks.open]
    assert "thu_ly" in [act.slug for act in clerks.proposable]
    assert "rut_toan_bo" in [act.slug for act in clerks.open]
    happen(case, "thu_ly", TODAY)
    page = leader.get(page_of(case)).content.decode()
    assert event_of(case, "quyet_dinh") not in page
    assert "Chưa có báo cáo kết quả xác minh" in page
    verify(case, TODAY)
    assert event_of(case, "quyet_dinh") in leader.get(page_of(case)).content.decode()


def test_the_timeline_tells_the_course_in_words(leader, commune):
    case = make_accepted_case(petition_of(commune, date(2026, 3, 2)), accepted_on=date(2026, 3, 5))
    leader.post(
        event_of(case, "phuc_tap"), {"happened_on": "9/3", "detail": ["2", "7"], "document_number": "3/UBND"}
    )
    page = leader.get(page_of(case)).content.decode()
    assert "Xác định vụ việc phức tạp" in page
    assert "Có nhiều nội dung; chứng cứ mâu thuẫn" in page
    assert "Văn bản 3/UBND." in page
    assert "Trần Văn Hùng ghi." in page
    assert page.index("Thụ lý</strong>") < page.index("Xác định vụ việc phức tạp</strong>")


def test_a_complaint_is_refused_on_one_of_the_nine_grounds(leader, commune):
    case = make_case(unit=commune)
    form = leader.get(event_of(case, "khong_thu_ly")).context["form"]
    assert [value for value, _ in form.fields["detail"].choices] == list("123456789")
    answers = {"happened_on": "12/3", "document_number": "9/TB-UBND"}
    refused = leader.post(event_of(case, "khong_thu_ly"), answers)
    assert "Hãy chọn trường hợp không thụ lý" in str(refused.context["form"].errors["detail"])
    page = leader.post(event_of(case, "khong_thu_ly"), {**answers, "detail": "6"}, follow=True)
    assert "đã hết thời hiệu" in page.content.decode()
    assert "không thụ lý ngày 12/03/2026" in page.content.decode()


@pytest.mark.parametrize(
    ("event", "answers", "field", "sentence"),
    [
        ("phuc_tap", {"happened_on": "13/3/2026"}, "happened_on", "chưa đến"),
        ("phuc_tap", {"document_number": ""}, "document_number", "Hãy ghi số văn bản."),
        ("giao_xac_minh", {"verifier": ""}, "verifier", "Hãy chọn người được giao."),
        ("tam_dinh_chi", {"detail": "cho_co_quan_khac"}, "happened_on", "Trước ngày 01/07/2026"),
        ("tam_dinh_chi", {"detail": "het_giay"}, "detail", "Hãy chọn trong danh sách."),
        ("dinh-chi-do-rut", {}, "__all__", "Phải ghi “rút toàn bộ” trước"),
        ("rut-sau-thu-ly", {"happened_on": "01/03/2026"}, "happened_on", "trước diễn biến trước"),
    ],
)
def test_an_event_that_does_not_fit_is_refused_at_its_field(leader, commune, event, answers, field, sentence):
    case = make_accepted_case(unit=commune)
    given = {"happened_on": "12/3", "document_number": "8/UBND", **answers}
    response = leader.post(event_of(case, event), given)
    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])
    assert case.events.count() == 1


def test_an_event_of_another_procedure_has_no_page(leader, commune):
    case = make_case(unit=commune)
    assert leader.get(event_of(case, "gia_han")).status_code == 404
    assert leader.get(event_of(case, "khong-co-that")).status_code == 404


def test_the_officer_sees_only_the_cases_he_verifies(sign_in, leader, officer, commune):
    given, other = make_accepted_case(unit=commune), make_accepted_case(unit=commune)
    browser = sign_in(officer)
    assert browser.get(page_of(given)).status_code == 404
    leader.post(event_of(given, "giao_xac_minh"), {"verifier": officer.pk, "happened_on": "12/3"})
    assert codes(browser.get(LIST)) == [given.code]
    page = browser.get(page_of(given)).content.decode()
    assert event_of(given, "yeu_cau_thong_tin") in page
    assert event_of(given, "dinh_chi") not in page
    assert "/don-thu/" not in page
    assert browser.get(page_of(other)).status_code == 404
    asked = browser.post(event_of(given, "yeu_cau_thong_tin"), {"happened_on": "12/3"}, follow=True)
    assert "Yêu cầu cung cấp thông tin" in asked.content.decode()
    verify(given, TODAY)
    decision = decision_answers(commune)
    refused = browser.post(event_of(given, "quyet_dinh"), decision).content.decode()
    assert "Bạn không được ghi “ban hành quyết định, kết luận”" in refused


def test_only_people_of_the_office_are_offered_as_verifiers(leader, commune, neighbour, officer):
    stranger = make_official(neighbour, "officer", full_name="Người Xã Khác")
    case = make_accepted_case(unit=commune)
    page = leader.get(event_of(case, "giao_xac_minh")).content.decode()
    assert officer.full_name in page
    assert stranger.full_name not in page
    response = leader.post(event_of(case, "giao_xac_minh"), {"verifier": stranger.pk, "happened_on": "12/3"})
    assert "verifier" in response.context["form"].errors


def decision_answers(commune, **answers):
    return {
        "document_number": "15/QĐ-UBND",
        "issued_on": "12/3",
        "signer": chairman_in_the_books(commune).pk,
        "result": "sai",
        **answers,
    }


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"issued_on": "13/3/2026"}, "issued_on", "chưa đến"),
        ({"issued_on": "11/3/2026"}, "issued_on", "trước diễn biến trước"),
        ({"result": ""}, "result", "Hãy chọn kết quả."),
        ({"result": "cong_nhan"}, "result", "Hãy chọn trong danh sách."),
        ({"person_money": "5.000.000"}, "must_execute", "phải thi hành"),
        ({"person_money": "-5"}, "person_money", "từ 0 trở lên"),
        ({"person_land": "12,25"}, "person_land", "một chữ số"),
        (
            {"sanction_officials": "2", "sanction_persons": "1"},
            "sanction_officials",
            "nhiều hơn tổng số người",
        ),
    ],
)
def test_a_decision_that_does_not_fit_is_refused_at_its_field(leader, commune, answers, field, sentence):
    case = verify(make_accepted_case(unit=commune), TODAY)
    given = decision_answers(commune, **answers)
    response = leader.post(event_of(case, "quyet_dinh"), given)
    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])
    case.refresh_from_db()
    assert case.closed_on is None


def test_the_days_that_follow_a_decision_are_noted_once_when_they_come(counter, commune):
    case = make_decision(make_accepted_case(unit=commune)).case
    published = {"happened_on": "12/3", "publish_form": "niem_yet"}
    assert (
        "Ngày công khai" in counter.post(event_of(case, "cong_khai"), published, follow=True).content.decode()
    )
    again = counter.post(event_of(case, "cong_khai"), published).content.decode()
    assert "Mốc này đã được ghi." in again
    assert event_of(case, "cong_khai") not in counter.get(page_of(case)).content.decode()


@pytest.mark.parametrize(
    ("event", "answers", "field", "sentence"),
    [
        ("cong_khai", {"happened_on": "12/3"}, "publish_form", "Hãy chọn hình thức công khai."),
        ("hieu_luc", {"happened_on": "12/3"}, "happened_on", "sớm nhất có hiệu lực"),
        ("gui", {"party": "nguoi_khieu_nai", "sent_on": "11/3"}, "sent_on", "trước ngày ban hành"),
        ("gui", {"party": "nguoi_to_cao", "sent_on": "12/3"}, "party", "Hãy chọn trong danh sách."),
    ],
)
def test_what_follows_a_decision_and_does_not_fit_is_refused(
    leader, commune, event, answers, field, sentence
):
    case = make_decision(make_accepted_case(unit=commune)).case
    response = leader.post(event_of(case, event), answers)
    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])


def test_the_decision_is_sent_to_each_party_and_each_receipt_is_noted(counter, commune):
    case = make_decision(make_accepted_case(unit=commune)).case
    counter.post(event_of(case, "gui"), {"party": "nguoi_khieu_nai", "sent_on": "12/3"})
    page = counter.get(page_of(case)).content.decode()
    assert "Người khiếu nại: gửi 12/03/2026" in " ".join(page.split())
    receipt = reverse("complaints:delivery-receipt", args=[case.decision.deliveries.get().pk])
    assert receipt in page
    counter.post(receipt, {"received_on": "12/3"})
    page = counter.get(page_of(case)).content.decode()
    assert "nhận 12/03/2026" in page
    assert receipt not in page
    assert "Khiếu nại lần hai" in page


def test_more_money_than_decided_is_not_carried_out(counter, commune, monkeypatch):
    case = in_effect(commune, amounts={"person_money": 1_000_000})
    address = event_of(case, "thi_hanh")
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 4, 27))
    response = counter.post(address, {"done_on": "27/4", "person_money": "2.000.000"})
    assert "nhiều hơn số phải thi hành" in str(response.context["form"].errors["person_money"])
    assert 'value="2.000.000"' in response.content.decode()
    assert "<details" in response.content.decode()


def test_a_case_without_a_decision_has_nothing_to_carry_out(counter, commune):
    case = make_accepted_case(unit=commune)
    for act in ("thi_hanh", "cong_khai", "gui"):
        assert counter.get(event_of(case, act)).status_code == 404


@pytest.mark.parametrize("role", ["inspector", "supervisor", "administrator"])
def test_superiors_and_supervisors_open_no_case(request, sign_in, commune, today, role):
    case, browser = make_case(unit=commune), sign_in(request.getfixturevalue(role))
    assert browser.get(LIST).status_code == 403
    assert browser.get(page_of(case)).status_code == 403
