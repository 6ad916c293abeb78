"""From the petition on the counter to the decision carried out, through the pages."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from complaints.models import Case, CaseEvent
from reception.models import Petition
from tests.building import (
    TODAY,
    chairman_in_the_books,
    make_case,
    make_petition,
    make_session,
    make_visit,
    verify,
)


@pytest.fixture
def counter(sign_in, clerk, chairman, today):
    return sign_in(clerk)


def handling(**answers):
    """Return the answers that propose a complaint of our own competence for acceptance."""
    return {
        "processed_on": "12/3",
        "classification": "own",
        "outcome": "de_xuat_thu_ly",
        "outcome_document": "",
        "ineligible_reason": "",
        "case": "",
        "field": "dat_dai_nha_cua",
        "instance": "KN_lan_1",
        "competent_body": "",
        "respondent": "cong_chuc",
        "prior_state": "chua_giai_quyet",
        "hamlet": "",
        "act_known_on": "01/03/2026",
        "obstacle_days": "0",
        "case_summary": "",
        **answers,
    }


def handle(browser, petition, **answers):
    return browser.post(reverse("complaints:petition-handle", args=[petition.pk]), handling(**answers))


def act(browser, case, event, **answers):
    given = {"happened_on": "hôm nay", "detail": "", "document_number": "", **answers}
    return browser.post(reverse("complaints:case-act", args=[case.pk, event]), given, follow=True)


def test_register_handle_accept_decide_execute(counter, sign_in, chairman, commune, monkeypatch):
    letter = {
        "signer_kind": "mot_nguoi",
        "signer_name": "Nguyễn Văn An",
        "signers": "1",
        "kind": "KN",
        "summary": "Khiếu nại việc thu hồi đất vườn",
        "received_on": "12/3",
        "source": "buu_chinh",
    }
    counter.post("/don-thu/moi/", letter)
    petition = Petition.objects.get()
    response = handle(counter, petition)
    assert response["Location"] == reverse("reception:petition-page", args=[petition.pk])
    case = Case.objects.get()
    page_of_case = reverse("complaints:case-page", args=[case.pk])
    assert "Chờ thụ lý" in counter.get(page_of_case).content.decode()

    leader = sign_in(chairman)
    accepted = act(leader, case, "thu_ly").content.decode()
    assert "Đang giải quyết" in accepted
    assert "13/04/2026" in accepted  # thirty days end on Saturday 11/04/2026 and roll to Monday

    decision = {
        "document_number": "15/QĐ-UBND",
        "issued_on": "12/3",
        "signer": chairman_in_the_books(commune).pk,
        "result": "dung",
        "must_execute": "on",
        "person_money": "12.500.000",
        "person_land": "120,5",
        "person_count": "1",
    }
    verify(case, TODAY)
    leader.post(reverse("complaints:case-act", args=[case.pk, "quyet_dinh"]), decision)
    decided = counter.get(page_of_case).content.decode()
    assert "Đã quyết định" in decided
    assert "12.500.000 đồng" in decided
    assert "120,5 m²" in decided

    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 4, 20))
    act(leader, case, "hieu_luc", happened_on="14/4")
    assert "Đang thi hành" in act(leader, case, "chi_dao", happened_on="16/4").content.decode()
    carried_out = {"done_on": "20/4", "person_money": "12500000", "person_land": "120,5", "finished": "on"}
    counter.post(reverse("complaints:case-act", args=[case.pk, "thi_hanh"]), carried_out)
    done = counter.get(page_of_case).content.decode()
    assert "Đã thi hành" in done
    assert "Thi hành xong" in done


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"processed_on": "13/3/2026"}, "processed_on", "Ngày 13/03/2026 chưa đến."),
        ({"processed_on": "11/03/2026"}, "processed_on", "trước ngày nhận đơn (12/03/2026)"),
        ({"outcome": ""}, "outcome", "Hãy chọn hướng xử lý."),
        ({"classification": ""}, "classification", "Hãy chọn kết quả phân loại."),
        ({"outcome": "chuyen"}, "outcome", "Với đơn thuộc thẩm quyền"),
        ({"outcome": "nhap_vu_viec"}, "case", "Hãy chọn vụ việc đang có"),
        ({"field": ""}, "field", "Hãy chọn lĩnh vực."),
        ({"respondent": ""}, "respondent", "Hãy chọn người bị khiếu nại"),
        ({"instance": "KN_lan_2"}, "classification", "Cấp xã không giải quyết khiếu nại lần hai"),
        ({"act_known_on": "13/03/2026"}, "act_known_on", "ngày biết quyết định, hành vi"),
        ({"case": "KN-2020-1"}, "case", "Không có vụ việc nào mang mã “KN-2020-1”"),
        ({"classification": "ineligible", "outcome": "luu"}, "ineligible_reason", "Hãy ghi lý do"),
        ({"classification": "foreign", "outcome": "chuyen"}, "outcome_document", "Hãy ghi số văn bản xử lý."),
        (
            {"classification": "foreign", "outcome": "chuyen", "outcome_document": "7/UBND"},
            "competent_body",
            "Hãy ghi cơ quan có thẩm quyền.",
        ),
    ],
)
def test_handling_that_does_not_fit_is_refused_at_its_field(counter, commune, answers, field, sentence):
    petition = make_petition(commune)
    response = handle(counter, petition, **answers)
    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])
    petition.refresh_from_db()
    assert petition.processed_on is None
    assert not Case.objects.exists()


def test_a_copy_is_filed_as_ineligible_and_the_form_says_so_beforehand(counter, commune):
    copy = make_petition(commune, duplicate_of=make_petition(commune))
    form = counter.get(reverse("complaints:petition-handle", args=[copy.pk])).context["form"]
    assert form["classification"].value() == "ineligible"
    refused = handle(counter, copy)
    assert "Đơn trùng là đơn không đủ điều kiện" in str(refused.context["form"].errors["classification"])
    handle(counter, copy, classification="ineligible", outcome="luu", ineligible_reason="đơn trùng")
    copy.refresh_from_db()
    assert (copy.eligible, copy.outcome) == (False, "luu")


def test_a_petition_joins_a_case_on_file_by_its_code(counter, commune):
    case = make_case(unit=commune)
    second = make_petition(commune)
    handle(counter, second, outcome="nhap_vu_viec", case=case.code)
    assert second.code in counter.get(reverse("complaints:case-page", args=[case.pk])).content.decode()


def test_a_petition_of_the_province_is_forwarded_with_its_letter(counter, sign_in, chairman, commune):
    petition = make_petition(commune, kind="KNPA")
    away = {"classification": "foreign", "outcome": "chuyen", "outcome_document": "7/UBND-XLĐ"}
    handle(sign_in(chairman), petition, **away, competent_body="Sở Nông nghiệp và Môi trường")
    page = counter.get(reverse("complaints:case-page", args=[Case.objects.get().pk])).content.decode()
    assert "Thuộc Sở Nông nghiệp và Môi trường" in page
    assert "Không thuộc thẩm quyền" in page


def test_only_questions_about_its_kind_are_asked(counter, commune):
    of_kind = {
        "KN": {"act_known_on", "obstacle_days", "remote", "instance", "respondent"},
        "TC": {"intake_extended", "instance", "respondent"},
        "KNPA": set(),
    }
    everything = set().union(*of_kind.values())
    for kind, expected in of_kind.items():
        address = reverse("complaints:petition-handle", args=[make_petition(commune, kind=kind).pk])
        fields = set(counter.get(address).context["form"].fields)
        assert fields & everything == expected, kind


def test_a_handled_petition_is_not_handled_again(counter, commune):
    petition = make_case(unit=commune).petitions.get()
    page = handle(counter, petition).content.decode()
    assert "Đơn này đã được xử lý." in page


def test_a_visit_is_tied_to_the_case_it_was_about(counter, commune):
    case = make_case(unit=commune)
    visit = make_visit(make_session(commune))
    address = reverse("complaints:visit-case", args=[visit.pk])
    assert "Hãy ghi mã vụ việc." in counter.post(address, {"case": ""}).content.decode()
    page = counter.post(address, {"case": case.code}, follow=True).content.decode()
    assert case.code in page
    wrong = make_case(make_petition(commune, kind="KNPA"))
    assert "khác loại vụ việc" in counter.post(address, {"case": wrong.code}).content.decode()


def test_pressing_accept_twice_accepts_once(sign_in, chairman, commune, today):
    case, browser = make_case(unit=commune), sign_in(chairman)
    answers = {"once": "cung-mot-bieu-mau"}
    act(browser, case, "thu_ly", **answers)
    act(browser, case, "thu_ly", **answers)
    assert CaseEvent.objects.filter(case=case).count() == 1


def test_the_neighbours_cases_and_petitions_are_not_found(counter, neighbour):
    case = make_case(unit=neighbour)
    petition = case.petitions.get()
    assert counter.get(reverse("complaints:petition-handle", args=[petition.pk])).status_code == 404
    for name in ("page", "why", "checklist"):
        assert counter.get(reverse(f"complaints:case-{name}", args=[case.pk])).status_code == 404
    assert counter.get(reverse("complaints:case-act", args=[case.pk, "thu_ly"])).status_code == 404
    assert case.code not in counter.get("/vu-viec/").content.decode()


def test_todays_petition_handled_today(counter, commune):
    petition = make_petition(commune)
    page = counter.get(reverse("complaints:petition-handle", args=[petition.pk]))
    assert page.context["form"]["processed_on"].value() == TODAY
