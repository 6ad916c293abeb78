"""The reception book through its pages: logging visits, the book, replies."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from reception.models import Petition, ReceptionSession, Visit
from tests.building import TODAY, make_hamlet, make_petition, make_session, make_staff, make_visit

NEW = "/tiep-cong-dan/luot/moi/"
BOOK = "/tiep-cong-dan/so/"
CHAIRMANS = ReceptionSession.Kind.PERIODIC


@pytest.fixture
def counter(sign_in, clerk, today):
    """The clerk's browser at the counter on TODAY."""
    return sign_in(clerk)


def visit_answers(session=None, **answers):
    """Return what the clerk types; without a session, for the one of the form itself."""
    chosen = {"session": session.pk} if session else {}
    return {
        **chosen,
        "visitor_name": "Nguyễn Văn An",
        "persons": "1",
        "representatives": "",
        "content_kind": "KN",
        "summary": "Đề nghị xem lại ranh giới thửa đất số 12",
        "result": "ghi_nhan",
        "turn": "",
        **answers,
    }


def test_a_visit_is_in_the_book_with_its_clock_and_the_reason_of_its_day(counter, commune):
    session, hamlet = make_session(commune), make_hamlet(commune)
    response = counter.post(NEW, visit_answers(session, hamlet=hamlet.pk), follow=True)
    visit = Visit.objects.get()
    assert response.redirect_chain[-1][0] == reverse("reception:visit-page", args=[visit.pk])
    page = response.content.decode()
    assert "Nguyễn Văn An, Xóm Đồng Cẩm" in page
    assert "26/03/2026" in page  # ten working days after 12/03/2026
    assert "Vì sao ngày này?" in page
    assert "Luật Tiếp công dân" in page


def test_with_no_session_open_today_the_form_opens_one_with_the_visit(counter, commune):
    host = make_staff(commune, full_name="Lê Thị Tiếp")
    page = counter.get(NEW).content.decode()
    assert "Chưa mở buổi tiếp nào hôm nay, 12/03/2026" in page
    assert "Lê Thị Tiếp" in page
    opening = {"kind": "thuong_xuyen", "host_role": "can_bo", "host": host.pk, "delegation_document": ""}
    counter.post(NEW, visit_answers(**opening))
    session = ReceptionSession.objects.get()
    assert (session.held_on, session.visits.count()) == (TODAY, 1)


def test_a_session_opened_on_a_day_off_needs_a_reason_and_loses_nothing_typed(counter, commune, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 4, 30))
    opening = {"kind": "thuong_xuyen", "host_role": "can_bo", "host": make_staff(commune).pk}
    page = counter.post(NEW, visit_answers(**opening)).content.decode()
    assert "Ngày 30/04/2026 là ngày nghỉ (Ngày Chiến thắng). Hãy ghi lý do" in page
    assert "Nguyễn Văn An" in page
    assert not ReceptionSession.objects.exists()
    counter.post(NEW, visit_answers(**opening, agenda="Trực lễ"))
    assert Visit.objects.get().session.agenda == "Trực lễ"


def test_an_extraordinary_session_opened_at_the_counter_names_its_ground(counter, commune, chairman):
    opening = {"kind": "dot_xuat", "host_role": "thu_truong", "host": chairman.staff_member_id}
    page = counter.post(NEW, visit_answers(**opening)).content.decode()
    assert "phải chọn căn cứ a hoặc b" in page
    counter.post(NEW, visit_answers(**opening, ground="b"))
    assert Visit.objects.get().session.ground == "b"


def test_a_refused_visit_opens_no_session(counter, commune):
    host = make_staff(commune)
    opening = {"kind": "thuong_xuyen", "host_role": "can_bo", "host": host.pk, "delegation_document": ""}
    answers = visit_answers(**opening, persons="7", representatives="An\nBình\nChi")
    page = counter.post(NEW, answers).content.decode()
    assert "Đoàn 7 người cử từ 1 đến 2 người đại diện." in page
    assert not ReceptionSession.objects.exists()


def test_who_receives_as_usual_is_filled_in(sign_in, chairman, today):
    form = sign_in(chairman).get(NEW).context["form"]
    assert form["kind"].value() == "dinh_ky"
    assert form["host_role"].value() == "thu_truong"
    assert form["host"].value() == chairman.staff_member_id


def test_a_visit_with_a_petition_leads_to_the_petition_filled_in(counter, commune):
    session = make_session(commune)
    answers = visit_answers(session, result="nhan_don", persons="3")
    response = counter.post(NEW, answers, follow=True)
    visit = Visit.objects.get()
    assert response.redirect_chain[-1][0] == f"/don-thu/moi/?luot={visit.pk}"
    form = response.context["form"]
    assert form["signer_name"].value() == "Nguyễn Văn An"
    assert form["summary"].value() == "Đề nghị xem lại ranh giới thửa đất số 12"
    assert (form["signers"].value(), form["signer_kind"].value()) == (3, "nhieu_nguoi")
    assert form["source"].value() == Petition.Source.RECEPTION
    assert visit.code in response.content.decode()


def test_the_next_citizen_may_follow_at_once(counter, commune):
    session = make_session(commune)
    response = counter.post(NEW, {**visit_answers(session), "again": "1"})
    assert response["Location"] == NEW


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"visitor_name": " "}, "visitor_name", "Hãy ghi họ tên người đến."),
        ({"content_kind": ""}, "content_kind", "Hãy chọn loại nội dung."),
        ({"persons": "0"}, "persons", "Số này phải từ 1 trở lên."),
        ({"persons": "7", "representatives": "A\nB\nC"}, "representatives", "Đoàn 7 người cử từ 1 đến 2"),
        ({"persons": "7"}, "representatives", "Đoàn 7 người cử từ 1 đến 2 người"),
        ({"persons": "12", "representatives": "A\nB\nC\nD\nE\nG"}, "representatives", "cử từ 1 đến 5 người"),
        (
            {"persons": "5", "representatives": "Luật sư Bảy", "members": "Lê Ba\nVũ Tư"},
            "representatives",
            "Luật sư Bảy không có trong danh sách người cùng đến",
        ),
        ({"identity_number": "019 085 00123"}, "identity_number", "không phải căn cước (12 chữ số)"),
        ({"identity_number": "097085001234"}, "identity_number", "Không có tỉnh nào mang mã 097"),
        ({"result": "tu_choi"}, "refusal_ground", "Hãy chọn căn cứ từ chối."),
        ({"result": "tu_choi", "refusal_ground": "4-a"}, "refusal_ground", "Hãy chọn trong danh sách."),
        ({"result": "huong_dan", "competent": "khong"}, "directed_to", "hãy ghi cơ quan"),
        ({"document_0_pages": "3"}, "document_0_title", "Hãy ghi tên tài liệu."),
        ({"request": "x" * 5_000_000}, "request", "dài 5000000 ký tự, quá 10000 ký tự"),
        ({"summary": "x" * 5_000_000}, "summary", "dài 5000000 ký tự, quá 10000 ký tự"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_stored(counter, commune, answers, field, sentence):
    session = make_session(commune)
    response = counter.post(NEW, visit_answers(session, **answers))
    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])
    assert "Chưa ghi được" in response.content.decode()
    assert not Visit.objects.exists()


def test_nothing_typed_is_lost_when_the_form_comes_back(counter, commune):
    session = make_session(commune)
    typed = {"persons": "7", "identity_number": "019 085", "document_3_title": "Ảnh", "document_rows": "4"}
    page = counter.post(NEW, visit_answers(session, **typed)).content.decode()
    assert 'value="Nguyễn Văn An"' in page
    assert 'value="019 085"' in page
    assert 'value="Ảnh"' in page
    assert "Đề nghị xem lại ranh giới thửa đất số 12</textarea>" in page


def test_a_session_closed_or_of_a_day_to_come_is_not_offered(counter, commune):
    closed, coming = make_session(commune), make_session(commune, date(2026, 3, 19))
    closed.closed_at = timezone.now()
    closed.save(update_fields=["closed_at"])
    open_one = make_session(commune, kind=CHAIRMANS)
    for session in (closed, coming):
        response = counter.post(f"{NEW}?buoi={session.pk}", visit_answers(session))
        assert "session" in response.context["form"].errors
        assert list(response.context["form"].fields["session"].queryset) == [open_one]
    assert not Visit.objects.exists()


def test_everything_said_at_the_counter_is_on_the_page_of_the_visit(counter, commune):
    answers = visit_answers(
        make_session(commune),
        identity_number="019 085 001 234",
        phone="0912 345 678",
        address="Số 5 đường Cách mạng",
        acts_for="bà Trần Thị Ủy",
        persons="6",
        representatives="Lê Văn Ba",
        request="Đo lại đất",
        document_rows="2",
        document_1_title="Giấy chứng nhận",
        document_1_pages="2",
        resolved_by="UBND huyện Đại Từ",
        resolved_document="12/QĐ-UBND",
        competent="khong",
        result="huong_dan",
        directed_to="Tòa án nhân dân khu vực",
        note="Hẹn quay lại",
    )
    page = " ".join(counter.post(NEW, answers, follow=True).content.decode().split())
    for words in (
        "Căn cước, căn cước công dân 019085001234",
        "0912 345 678",
        "Nguyễn Văn An, Số 5 đường Cách mạng",
        "bà Trần Thị Ủy",
        "Lê Văn Ba",
        "Đo lại đất",
        "Giấy chứng nhận, 2 trang, 1 bản",
        "UBND huyện Đại Từ, 12/QĐ-UBND",
        "Không thuộc thẩm quyền",
        "Tòa án nhân dân khu vực",
        "Hẹn quay lại",
    ):
        assert words in page


def test_nothing_of_a_denouncer_is_on_the_page_of_the_visit(counter, commune):
    secrets = {
        "visitor_name": "Phan Thị Kín",
        "identity_number": "019185001234",
        "phone": "0912345678",
        "address": "Ngõ Kín",
        "members": "Phan Thị Kín\nLò Thị Mật",
        "persons": "2",
    }
    page = counter.post(
        NEW, visit_answers(make_session(commune), content_kind="TC", **secrets), follow=True
    ).content.decode()
    assert "Danh tính người tố cáo được cất riêng." in page
    for words in ("Phan Thị Kín", "019185001234", "0912345678", "Ngõ Kín", "Lò Thị Mật"):
        assert words not in page


def test_what_was_said_aloud_goes_on_to_the_petition_with_its_words(counter, commune):
    answers = visit_answers(make_session(commune), is_oral="on")
    response = counter.post(NEW, answers, follow=True)
    assert Visit.objects.get().is_oral
    assert response.redirect_chain[-1][0] == f"/don-thu/moi/?luot={Visit.objects.get().pk}"
    assert response.context["form"]["summary"].value() == answers["summary"]


def test_without_scripts_a_button_gives_more_rows_for_documents(counter, commune):
    session = make_session(commune)
    typed = visit_answers(session, document_rows="2", document_0_title="Ảnh", visitor_name="")
    response = counter.post(NEW, {**typed, "more_documents": "1"})
    form = response.context["form"]
    assert (form.rows, form["document_0_title"].value(), form.errors) == (5, "Ảnh", {})
    assert f'value="{session.pk}" selected' in response.content.decode()
    counter.post(NEW, visit_answers(session, document_rows="5", document_4_title="Bản đồ"))
    assert Visit.objects.get().documents.get().title == "Bản đồ"


@pytest.mark.parametrize("typed", ["-1", "x", "99999999999", "²"])
def test_a_forged_number_of_rows_breaks_nothing(counter, commune, typed):
    counter.post(NEW, visit_answers(make_session(commune), document_rows=typed))
    assert Visit.objects.count() == 1


@pytest.mark.parametrize(("day", "offered"), [(date(2026, 6, 30), 3), (date(2026, 7, 1), 13)])
def test_the_grounds_of_refusal_are_those_in_force(counter, commune, monkeypatch, day, offered):
    monkeypatch.setattr(timezone, "localdate", lambda *_, **__: day)
    make_session(commune, day)
    choices = counter.get(NEW).context["form"].fields["refusal_ground"].choices
    assert len(choices) == offered + 1


def test_a_refusal_to_be_told_in_writing_says_so_with_its_clock(counter, commune, monkeypatch):
    day = date(2026, 7, 9)
    monkeypatch.setattr(timezone, "localdate", lambda *_, **__: day)
    answers = visit_answers(make_session(commune, day), result="tu_choi", refusal_ground="9-3")
    page = counter.post(NEW, answers, follow=True).content.decode()
    assert "Phải gửi thông báo từ chối" in page
    assert "14/07/2026" in page


def test_a_plain_visit_touches_few_fields(counter, commune):
    make_session(commune)
    form = counter.get(NEW).context["form"]
    asked = [name for name, field in form.fields.items() if field.required and form[name].value() is None]
    assert asked == ["visitor_name", "content_kind", "summary", "result"]


def test_a_double_click_stores_one_visit(counter, commune):
    session = make_session(commune)
    token = re.search(r'name="once" value="([^"]+)"', counter.get(NEW).content.decode())[1]
    answers = {**visit_answers(session), "once": token}
    first, second = counter.post(NEW, answers), counter.post(NEW, answers)
    assert Visit.objects.count() == 1
    assert second["Location"] == first["Location"]


def test_a_visit_is_logged_late_into_an_open_session_of_an_earlier_day(counter, commune):
    yesterday = make_session(commune, date(2026, 3, 11))
    counter.post(f"{NEW}?buoi={yesterday.pk}", visit_answers(yesterday))
    assert Visit.objects.get().session == yesterday


def test_a_session_of_another_commune_cannot_be_chosen(counter, commune, neighbour):
    make_session(commune)
    response = counter.post(NEW, visit_answers(make_session(neighbour)))
    assert "session" in response.context["form"].errors
    assert not Visit.objects.exists()


def test_what_the_books_hold_of_the_person_is_shown_beside_the_form(counter, commune):
    make_petition(commune, date(2025, 3, 3), signer_name="Nguyễn Văn An", summary="Ranh giới thửa đất")
    page = counter.post("/tiep-cong-dan/da-co/", {"ten": "nguyen van an", "noi-dung": ""}).content.decode()
    assert "D2025-00001" in page
    other = counter.post("/tiep-cong-dan/da-co/", {"ten": "Trần Thị Bích", "noi-dung": ""}).content.decode()
    assert "Chưa thấy" in other


def test_without_scripts_the_earlier_petition_shows_when_the_form_comes_back(counter, commune):
    make_petition(commune, date(2025, 3, 3), signer_name="Nguyễn Văn An")
    page = counter.post(NEW, visit_answers(make_session(commune), persons="7")).content.decode()
    assert "D2025-00001" in page


def test_a_like_matter_is_found_by_its_words(counter, commune):
    make_petition(
        commune,
        date(2025, 3, 3),
        signer_name="Lê Văn Tám",
        summary="Tranh chấp ranh giới đất với hộ bên cạnh",
    )
    asked = {"ten": "", "noi-dung": "đề nghị xem tranh chấp ranh giới đất với hộ ông Bốn"}
    assert "D2025-00001" in counter.post("/tiep-cong-dan/da-co/", asked).content.decode()


def test_the_book_is_searched_without_accents_and_by_period(counter, commune):
    early, late = make_session(commune, date(2026, 1, 5)), make_session(commune, date(2026, 3, 2))
    make_visit(early, "Nguyễn Văn Ất")
    make_visit(late, "Trần Thị Bính")
    found = counter.get(BOOK, {"q": "nguyen van at"}).content.decode()
    assert "Nguyễn Văn Ất" in found
    assert "Trần Thị Bính" not in found
    of_march = counter.get(BOOK, {"start": "01/03/2026", "end": "31/03/2026"}).content.decode()
    assert "Trần Thị Bính" in of_march
    assert "Nguyễn Văn Ất" not in of_march


def test_the_book_costs_the_same_queries_for_25_and_100_visits(counter, commune):
    session = make_session(commune)
    costs = []
    for _ in range(2):
        while Visit.objects.count() < (25 if not costs else 100):
            make_visit(session)
        costs.append(queries_of(counter, BOOK))
    assert costs[0] == costs[1] <= 12


def test_the_page_of_a_visit_costs_the_same_queries_for_few_and_many_people_and_papers(counter, commune):
    session, costs = make_session(commune), []
    for many in (1, 25):
        visit = make_visit(
            session,
            persons=30,
            members=[f"Người {number}" for number in range(many)],
            representatives=["Người 0"],
            documents=[{"title": f"Tài liệu {number}", "copies": 1} for number in range(many)],
        )
        costs.append(queries_of(counter, reverse("reception:visit-page", args=[visit.pk])))
    assert costs[0] == costs[1]


def queries_of(browser, address):
    """Return how many queries a page costs."""
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(address).status_code == 200
    return len(queries)


def test_the_reply_is_taken_down_once_and_stops_the_clock(counter, commune):
    visit = make_visit(make_session(commune))
    address = reverse("reception:visit-page", args=[visit.pk])
    page = counter.post(address, {"replied_on": "11/3/26", "reply_outcome": "thu_ly"}).content.decode()
    assert "trước ngày tiếp (12/03/2026)" in page
    page = counter.post(
        address, {"replied_on": "hôm nay", "reply_outcome": "thu_ly"}, follow=True
    ).content.decode()
    assert "Ngày 12/03/2026: đã được thụ lý" in page
    assert "đúng hạn" in page


def test_a_visit_of_another_commune_is_not_found(counter, neighbour):
    visit = make_visit(make_session(neighbour))
    assert counter.get(reverse("reception:visit-page", args=[visit.pk])).status_code == 404
    assert counter.get(f"/don-thu/moi/?luot={visit.pk}").status_code == 404


@pytest.mark.parametrize("role", ["officer", "inspector", "supervisor", "administrator"])
@pytest.mark.parametrize("address", [NEW, BOOK, "/don-thu/", "/don-thu/moi/"])
def test_only_the_office_opens_its_books(request, sign_in, role, address):
    assert sign_in(request.getfixturevalue(role)).get(address).status_code == 403
