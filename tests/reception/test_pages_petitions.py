"""The petition book through its pages: registering, the list, one petition and the replies around it."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reception.models import Petition
from tests.building import TODAY, make_case, make_hamlet, make_petition, make_session, make_visit

LIST, NEW = "/don-thu/", "/don-thu/moi/"


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


def petition_answers(**answers):
    """Return what the clerk types for a letter that came by post."""
    return {
        "signer_kind": "mot_nguoi",
        "signer_name": "Nguyễn Văn An",
        "signers": "1",
        "hamlet": "",
        "kind": "KN",
        "summary": "Khiếu nại việc cấp giấy chứng nhận quyền sử dụng đất",
        "received_on": "12/3",
        "source": "buu_chinh",
        "visit": "",
        "forwarder_kind": "",
        "forwarder": "",
        "duplicate_of": "",
        "split_from": "",
        **answers,
    }


def page_of(petition):
    return reverse("reception:petition-page", args=[petition.pk])


def test_a_registered_petition_shows_its_clocks_and_why(counter, commune):
    hamlet = make_hamlet(commune)
    response = counter.post(NEW, petition_answers(hamlet=hamlet.pk), follow=True)
    petition = Petition.objects.get()
    assert response.redirect_chain[-1][0] == page_of(petition)
    page = response.content.decode()
    assert "D2026-00001" in page
    assert "Thụ lý khiếu nại (theo Luật)" in page
    assert "Vì sao ngày này?" in page
    assert "Căn cứ: " in page


def test_a_forwarded_petition_names_who_forwarded_it(counter, commune):
    refused = counter.post(NEW, petition_answers(source="co_quan_chuyen"))
    assert "phải ghi loại cơ quan chuyển" in str(refused.context["form"].errors["forwarder_kind"])
    sender = {"forwarder": "Báo Thái Nguyên", "forwarder_letter": "12/CV-BTN"}
    forwarded = {"source": "co_quan_chuyen", "forwarder_kind": "bao_chi", **sender}
    counter.post(NEW, petition_answers(**forwarded))
    petition = Petition.objects.get()
    page = counter.get(page_of(petition)).content.decode()
    assert "Báo Thái Nguyên, văn bản 12/CV-BTN" in page
    assert "Báo kết quả nơi chuyển" in page


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"received_on": "13/03/2026"}, "received_on", "Ngày 13/03/2026 chưa đến."),
        ({"received_on": "hôm qua nhé"}, "received_on", "Không đọc được ngày"),
        ({"signer_name": ""}, "signer_name", "Hãy ghi họ tên người đứng đơn."),
        ({"signer_kind": "nac_danh"}, "signer_name", "không ghi người đứng đơn"),
        ({"signer_kind": "nhieu_nguoi"}, "signers", "số người từ 2 trở lên"),
        ({"kind": ""}, "kind", "Hãy chọn loại đơn."),
        ({"kind": "KHAC"}, "kind", "Hãy chọn trong danh sách."),
        ({"source": "tiep_cong_dan"}, "visit", "phải gắn với lượt tiếp"),
        ({"duplicate_of": "D2019-99999"}, "duplicate_of", "Không có đơn nào mang mã “D2019-99999”"),
        ({"summary": "đơn " * 850_000}, "summary", "Hãy ghi tóm tắt cho gọn."),
        ({"signer_name": "A" * 200}, "signer_name", "200 ký tự"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_stored(counter, answers, field, sentence):
    response = counter.post(NEW, petition_answers(**answers))
    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])
    assert not Petition.objects.exists()


def test_a_copy_names_the_earlier_petition_of_this_office_only(counter, commune, neighbour):
    theirs = make_petition(neighbour)
    response = counter.post(NEW, petition_answers(duplicate_of=theirs.code))
    assert "duplicate_of" in response.context["form"].errors
    first = make_petition(commune, date(2026, 3, 2))
    page = counter.post(NEW, petition_answers(duplicate_of=first.code.lower()), follow=True).content.decode()
    assert "Trùng với đơn" in page
    assert page_of(first) in page


def test_the_day_of_a_petition_from_reception_is_the_day_of_the_visit(counter, commune):
    visit = make_visit(make_session(commune, date(2026, 3, 10)), result="nhan_don")
    given = petition_answers(source="tiep_cong_dan", visit=visit.code, received_on="12/03/2026")
    response = counter.post(NEW, given)
    assert "phải là ngày tiếp (10/03/2026)" in str(response.context["form"].errors["received_on"])
    counter.post(NEW, {**given, "received_on": "10/3"})
    assert Petition.objects.get().visit == visit


def test_the_tabs_part_handled_from_waiting(counter, commune):
    waiting, handled = make_petition(commune), make_case(unit=commune).petitions.get()
    shown = counter.get(LIST).content.decode()
    assert waiting.code in shown
    assert handled.code not in shown
    done = counter.get(LIST, {"muc": "da-xu-ly"}).content.decode()
    assert handled.code in done
    assert waiting.code not in done
    everything = counter.get(LIST, {"muc": "tat-ca"}).content.decode()
    assert waiting.code in everything
    assert handled.code in everything


def test_nguyen_van_a_without_accents_finds_the_petition(counter, commune):
    found = make_petition(commune, signer_name="Nguyễn Văn A", summary="Đề nghị bồi thường hoa màu")
    other = make_petition(commune, signer_name="Trần Thị Bính", summary="Khiếu nại đường đi")
    for q in ("nguyen van a", "BOI THUONG", found.code, "hoa a nguyễn"):
        page = counter.get(LIST, {"tim": q}).content.decode()
        assert found.code in page, q
        assert other.code not in page, q


def test_filters_stand_in_the_address_and_bad_ones_filter_nothing(counter, commune):
    complaint = make_petition(commune)
    other = make_petition(commune, kind="KNPA", source="hom_thu")
    of_kind = counter.get(LIST, {"loai": "KNPA"}).content.decode()
    assert (other.code in of_kind, complaint.code in of_kind) == (True, False)
    by_source = counter.get(LIST, {"nguon": "buu_chinh"}).content.decode()
    assert (other.code in by_source, complaint.code in by_source) == (False, True)
    bad = counter.get(LIST, {"loai": "XX", "muc": "?", "sau": "hôm qua.x", "password": "1"}).content.decode()
    assert complaint.code in bad
    assert other.code in bad


def test_searching_stays_in_the_tab(counter, commune):
    page = counter.get(LIST, {"muc": "da-xu-ly", "tim": "đất"}).content.decode()
    assert '<input type="hidden" name="muc" value="da-xu-ly">' in page
    assert 'href="?muc=da-xu-ly">Bỏ lọc' in page


def test_a_long_list_is_turned_page_by_page_without_losing_or_repeating(counter, commune):
    for number in range(60):
        make_petition(commune, TODAY - timedelta(days=number % 7))
    first = counter.get(LIST)
    page = first.context["page"]
    assert len(page.rows) == 50
    second = counter.get(LIST, {"sau": page.next_mark}).context["page"]
    rows = [*page.rows, *second.rows]
    assert len({row.pk for row in rows}) == 60
    assert rows == sorted(rows, key=lambda row: (row.received_on, row.pk), reverse=True)
    assert not second.next_mark


def test_petitions_are_found_by_hamlet_day_of_receipt_and_lateness(counter, commune):
    hamlet = make_hamlet(commune)
    late = make_petition(commune, date(2026, 1, 5), hamlet=hamlet)
    fresh = make_petition(commune)
    found = {
        "qua-han=co": {late},
        f"xom={hamlet.pk}": {late},
        "nhan-tu=01/03/2026": {fresh},
        "nhan-den=31/01/2026": {late},
        "xom=x&nhan-tu=y&qua-han=z": {late, fresh},
    }
    for query, petitions in found.items():
        rows = counter.get(f"{LIST}?{query}").context["page"].rows
        assert set(rows) == petitions, query


def test_the_list_costs_the_same_queries_for_25_and_100_petitions(counter, commune):
    costs = []
    for wanted in (25, 100):
        while Petition.objects.count() < wanted:
            make_petition(commune)
        with CaptureQueriesContext(connection) as queries:
            assert counter.get(LIST).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_likely_duplicates_stand_beside_the_petition(counter, commune):
    old = make_petition(commune, date(2025, 4, 4), signer_name="Nguyễn Văn An", summary="Ranh giới đất vườn")
    new = make_petition(commune)
    assert old.code in counter.get(page_of(new)).content.decode()


def test_the_reply_to_the_author_is_taken_down(counter, commune):
    petition = make_petition(commune, kind="KNPA")
    address = reverse("reception:petition-reply", args=[petition.pk])
    refused = counter.post(address, {"replied_on": "11/3", "reply_outcome": "chuyen"}).content.decode()
    assert "trước ngày nhận đơn (12/03/2026)" in refused
    page = counter.post(address, {"replied_on": "12/3", "reply_outcome": "chuyen"}, follow=True)
    assert "12/03/2026: đã chuyển cơ quan có thẩm quyền" in page.content.decode()


def test_the_forwarder_is_told_once_the_petition_was_forwarded_to_us(counter, commune):
    own = make_petition(commune)
    address = reverse("complaints:petition-told", args=[own.pk])
    refused = counter.post(address, {"forwarder_told_on": "12/3"}).content.decode()
    assert "không do cơ quan khác chuyển đến" in refused
    sent = make_petition(commune, source="co_quan_chuyen", forwarder_kind="mat_tran")
    told = reverse("complaints:petition-told", args=[sent.pk])
    counter.post(told, {"forwarder_told_on": "12/3"})
    sent.refresh_from_db()
    assert sent.forwarder_told_on == TODAY


def test_a_reply_comes_only_to_a_petition_sent_away(counter, commune):
    petition = make_petition(commune)
    address = reverse("reception:petition-body-reply", args=[petition.pk])
    answers = {"received_on": "12/3", "document_number": "45/UBND-TD", "body": ""}
    assert "Chỉ ghi văn bản phúc đáp" in counter.post(address, answers).content.decode()
    Petition.objects.filter(pk=petition.pk).update(processed_on=TODAY, eligible=True, outcome="chuyen")
    page = counter.post(address, answers, follow=True).content.decode()
    assert "45/UBND-TD (12/03/2026)" in page


def test_a_petition_taken_for_a_complaint_becomes_a_denunciation_and_loses_its_name(counter, commune):
    petition = make_petition(commune)
    address = reverse("reception:petition-kind", args=[petition.pk])
    page = counter.post(address, {"kind": "TC"}, follow=True).content.decode()
    assert "Nguyễn Văn An" not in page
    assert "danh tính giữ kín" in page


@pytest.mark.parametrize("name", ["page", "reply", "body-reply", "kind", "identity"])
def test_a_petition_of_another_commune_is_not_found(counter, neighbour, name):
    petition = make_petition(neighbour, kind="TC")
    assert counter.get(reverse(f"reception:petition-{name}", args=[petition.pk])).status_code == 404
    assert petition.code not in counter.get(LIST).content.decode()
