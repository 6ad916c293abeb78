"""What people mistype, paste and forge at the counter: a clear sentence, nothing stored, nothing lost."""

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import expect

from reception.models import Petition, ReceivedDocument, ReceptionSession, SealedIdentity, Visit
from tests.building import (
    PASSWORD,
    chairman_in_the_books,
    make_official,
    make_session,
    make_staff,
    make_visit,
)
from tests.papers import reading

VISIT, SESSION, PETITION = "/tiep-cong-dan/luot/moi/", "/lich-tiep/moi/", "/don-thu/moi/"
PASTED = "Đơn của tôi. " * 290_000  # 5 MB
MARKUP = "<script>alert(1)</script> & “nháy”"


@pytest.fixture
def counter(sign_in, clerk, today):
    """The clerk's browser at the counter on TODAY."""
    return sign_in(clerk)


@pytest.fixture
def session(commune):
    return make_session(commune)


@pytest.fixture
def chairmans(commune):
    """The chairman's session of TODAY."""
    return make_session(commune, kind=ReceptionSession.Kind.PERIODIC)


def visit_answers(session, **answers):
    return {
        "session": session.pk,
        "visitor_name": "Nguyễn Văn An",
        "persons": "1",
        "content_kind": "KN",
        "summary": "Đề nghị xem lại ranh giới thửa đất số 12",
        "result": "ghi_nhan",
        **answers,
    }


def session_answers(commune, **answers):
    return {
        "held_on": "19/3/2026",
        "kind": "dinh_ky",
        "host_role": "thu_truong",
        "host": chairman_in_the_books(commune).pk,
        **answers,
    }


def petition_answers(**answers):
    return {
        "signer_kind": "mot_nguoi",
        "signer_name": "Nguyễn Văn An",
        "signers": "1",
        "kind": "KN",
        "summary": "Khiếu nại việc thu hồi đất vườn",
        "received_on": "12/3/2026",
        "source": "buu_chinh",
        **answers,
    }


def refusal_at(response, field):
    """Return what a form that came back says at `field`."""
    assert response.status_code == 200
    return " ".join(response.context["form"].errors.get(field, []))


@pytest.mark.parametrize(
    ("typed", "year"), [("19/3/0026", "0026"), ("19/3/2126", "2126"), ("1/1/1026", "1026")]
)
def test_a_year_typed_wrong_is_named_and_kept_to_be_put_right(counter, commune, typed, year):
    response = counter.post(SESSION, session_answers(commune, held_on=typed))
    assert f"Năm {year} không đúng" in refusal_at(response, "held_on")
    assert f'value="{typed}"' in response.content.decode()
    response = counter.post(PETITION, petition_answers(received_on=typed))
    assert f"Năm {year} không đúng" in refusal_at(response, "received_on")
    assert not ReceptionSession.objects.exists()
    assert not Petition.objects.exists()


def test_a_session_is_not_planned_years_ahead(counter, commune):
    response = counter.post(SESSION, session_answers(commune, held_on="19/3/2036"))
    assert "Ngày 19/03/2036 còn quá xa" in refusal_at(response, "held_on")
    assert not ReceptionSession.objects.exists()


def test_a_session_is_not_moved_years_ahead(counter, commune, chairmans):
    answers = {"reason": "Họp ở huyện", "moved_to": "19/3/2036"}
    response = counter.post(f"/lich-tiep/{chairmans.pk}/khong-to-chuc/", answers)
    assert "Ngày 19/03/2036 còn quá xa" in refusal_at(response, "moved_to")
    assert "Họp ở huyện" in response.content.decode()
    assert ReceptionSession.objects.get().state == "du_kien"


def test_a_calendar_is_not_posted_on_a_day_to_come(counter, commune):
    response = counter.post(SESSION, session_answers(commune, announced_on="13/3/2026"))
    assert "Ngày 13/03/2026 chưa đến" in refusal_at(response, "announced_on")
    assert not ReceptionSession.objects.exists()


def test_a_day_off_without_a_reason_loses_nothing_typed(counter, commune):
    answers = session_answers(commune, held_on="15/3/2026", place="Nhà văn hóa xóm Gốc Đa")
    response = counter.post(SESSION, answers)
    assert "Ngày 15/03/2026 là ngày nghỉ (Chủ nhật)" in refusal_at(response, "agenda")
    assert "Nhà văn hóa xóm Gốc Đa" in response.content.decode()


@pytest.mark.parametrize(
    ("field", "label", "limit"),
    [("visitor_name", "Họ tên người đến", 150), ("phone", "Điện thoại", 30), ("note", "Ghi chú", 500)],
)
def test_what_is_too_long_is_called_by_its_name_and_kept(counter, session, field, label, limit):
    typed = "Đ" * (limit + 50)
    response = counter.post(VISIT, visit_answers(session, **{field: typed}))
    assert refusal_at(response, field) == (
        f"{label} dài {limit + 50} ký tự, quá {limit} ký tự. Hãy ghi ngắn lại."
    )
    assert typed in response.content.decode()
    assert not Visit.objects.exists()


def test_letters_nobody_sees_are_left_out(counter, session):
    name = "\ufeffNguyễn\u202e  Văn\x00 \u200bAn\u2069 "
    counter.post(
        VISIT, visit_answers(session, visitor_name=name, summary="Dòng một\x0bdòng hai\x00\r\nDòng ba")
    )
    visit = Visit.objects.get()
    assert visit.visitor_name == "Nguyễn Văn An"
    assert visit.summary.split() == ["Dòng", "một", "dòng", "hai", "Dòng", "ba"]


def test_a_name_of_letters_nobody_sees_is_no_name(counter, session):
    response = counter.post(VISIT, visit_answers(session, visitor_name="\u200b\u202e\x00"))
    assert refusal_at(response, "visitor_name") == "Hãy ghi họ tên người đến."


def test_a_name_written_letter_and_accent_apart_is_the_same_name(counter, session):
    counter.post(VISIT, visit_answers(session, visitor_name="Nguye\u0302\u0303n Va\u0306n An"))
    assert Visit.objects.get().visitor_name == "Nguyễn Văn An"


@pytest.mark.parametrize("name", ["Nguyễn 😀 An", "مرحبا", "=HYPERLINK(1)", "O'Neil; DROP", MARKUP, "-5"])
def test_an_odd_name_is_taken_as_it_is(counter, session, name):
    counter.post(VISIT, visit_answers(session, visitor_name=name))
    assert Visit.objects.get().visitor_name == name


@pytest.mark.parametrize(
    ("typed", "count"), [("1.000", 1000), (" 1000 ", 1000), ("1 000", 1000), ("9.999", 9999), ("7", 7)]
)
def test_a_thousand_people_are_not_one(counter, session, typed, count):
    counter.post(VISIT, visit_answers(session, persons=typed, representatives="Lê Văn Ba"))
    assert Visit.objects.get().persons == count


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("-3", "Số này phải từ 1 trở lên."),
        ("0", "Số này phải từ 1 trở lên."),
        ("10.000", "Số này không được quá 9999."),
        ("1.5", "Hãy ghi bằng chữ số."),
        ("1,000", "Hãy ghi bằng chữ số."),
        ("năm", "Hãy ghi bằng chữ số."),
        ("9" * 5000, "Hãy ghi bằng chữ số."),
        ("", "Hãy ghi số người đến."),
    ],
)
def test_a_number_that_is_none_is_said_and_kept(counter, session, typed, sentence):
    response = counter.post(VISIT, visit_answers(session, persons=typed))
    assert refusal_at(response, "persons") == sentence
    assert f'value="{typed}"' in response.content.decode() or not typed
    assert not Visit.objects.exists()


def test_a_group_of_a_thousand_is_written_down_by_name(counter, session):
    names = [f"Nguyễn Văn Người Thứ {n}" for n in range(1, 1001)]
    answers = visit_answers(
        session, persons="1.000", representatives="\n".join(names[:5]), members="\n".join(names)
    )
    page = counter.post(VISIT, answers, follow=True).content.decode()
    visit = Visit.objects.get()
    assert (visit.members.count(), visit.representatives) == (1000, 5)
    assert "Xem danh sách 1.000 người" in page


def test_a_group_too_long_to_list_is_refused_with_its_own_sentence(counter, session):
    response = counter.post(VISIT, visit_answers(session, members="Nguyễn Văn An\n" * 100_000))
    assert "Danh sách người cùng đến" in refusal_at(response, "members")
    assert "tóm tắt" not in refusal_at(response, "members")


def test_a_document_s_pages_may_be_a_thousand(counter, session):
    answers = {"document_rows": "2", "document_0_title": "Hồ sơ đền bù", "document_0_pages": "1.250"}
    counter.post(VISIT, visit_answers(session, **answers))
    assert ReceivedDocument.objects.get().pages == 1250


def test_five_megabytes_pasted_into_the_conclusion_are_refused_and_kept(counter, chairmans):
    response = counter.post(f"/lich-tiep/{chairmans.pk}/ket-thuc/", {"conclusion": PASTED})
    assert "quá 10000 ký tự" in refusal_at(response, "conclusion")
    assert "Đơn của tôi. Đơn của tôi." in response.content.decode()
    chairmans.refresh_from_db()
    assert not chairmans.is_closed


def test_a_conclusion_is_not_lost_when_a_colleague_closed_the_session_first(counter, chairmans):
    counter.post(f"/lich-tiep/{chairmans.pk}/ket-thuc/")
    response = counter.post(f"/lich-tiep/{chairmans.pk}/ket-thuc/", {"conclusion": "Giao công chức kiểm tra"})
    page = response.content.decode()
    assert "Giao công chức kiểm tra</textarea>" in page
    assert "không thể thay đổi" in page


def test_a_visit_for_a_session_closed_meanwhile_says_so_and_opens_no_other_by_mistake(counter, session):
    answers = visit_answers(session)
    counter.post(f"/lich-tiep/{session.pk}/ket-thuc/")
    page = counter.post(VISIT, answers).content.decode()
    assert "Buổi tiếp đã chọn không còn nhận lượt tiếp" in page
    assert "Nguyễn Văn An" in page
    assert not Visit.objects.exists()


def test_a_visit_for_a_session_closed_meanwhile_may_go_to_another(counter, session, chairmans):
    counter.post(f"/lich-tiep/{session.pk}/ket-thuc/")
    response = counter.post(VISIT, visit_answers(session))
    assert refusal_at(response, "session") == (
        "Buổi tiếp đã chọn không còn nhận lượt tiếp. Hãy chọn buổi khác."
    )
    assert not Visit.objects.exists()


def test_what_is_not_on_a_list_is_asked_again_in_vietnamese(counter, session):
    response = counter.post(VISIT, visit_answers(session, hamlet="999", turn="x"))
    assert refusal_at(response, "hamlet") == refusal_at(response, "turn") == "Hãy chọn trong danh sách."


def test_unreadable_letters_in_a_conclusion_break_nothing(counter, chairmans):
    counter.post(f"/lich-tiep/{chairmans.pk}/ket-thuc/", {"conclusion": "Giao\x00 kiểm\u202e tra"})
    chairmans.refresh_from_db()
    assert chairmans.conclusion == "Giao kiểm tra"


@pytest.mark.parametrize(
    "address", ["/tra-cuu/?q=an%00binh", "/tiep-cong-dan/so/?q=a%00b", "/don-thu/?tim=a%00b&loai=%00&sau=%00"]
)
def test_a_search_with_a_letter_nobody_sees_finds_nothing_and_breaks_nothing(counter, session, address):
    assert counter.get(address).status_code == 200


def test_the_panel_of_earlier_entries_reads_anything(counter, session):
    typed = {"ten": "Nguyễn\x00 Văn An", "noi-dung": "Đất\x00 vườn nhà", "so-giay-to": "019\x00085001234"}
    assert counter.post("/tiep-cong-dan/da-co/", typed).status_code == 200
    refused = visit_answers(session, visitor_name="Nguyễn\x00 Văn An", identity_number="\x0019085001234")
    assert counter.post(VISIT, refused).status_code == 200


def test_markup_is_shown_as_it_was_typed_on_page_and_paper(counter, session):
    typed = dict.fromkeys(("visitor_name", "address", "summary", "request", "note", "acts_for"), MARKUP)
    page = counter.post(VISIT, visit_answers(session, **typed), follow=True).content.decode()
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; “nháy”") >= len(typed)
    visit = Visit.objects.get()
    counter.post(f"/tiep-cong-dan/luot/{visit.pk}/giay/bien-ban/", {"opinions": MARKUP})
    paper = visit.papers.get()
    assert MARKUP in reading.text(counter.get(f"/giay-to/{paper.pk}.pdf").content)


def test_the_name_of_a_denouncer_is_put_right_like_any_other(counter, session):
    counter.post(VISIT, visit_answers(session, visitor_name=" Trịnh \u200b Bí  Mật ", content_kind="TC"))
    assert SealedIdentity.objects.get().name == "Trịnh Bí Mật"


def test_a_form_sent_without_a_sign_in_asks_for_it_and_comes_back_to_its_page(client, session):
    response = client.post(VISIT, visit_answers(session))
    assert response["Location"] == f"/dang-nhap/?next={VISIT}"
    assert not Visit.objects.exists()


def test_a_button_pressed_without_a_sign_in_comes_back_to_the_page_it_stood_on(client, session):
    page = f"/lich-tiep/{session.pk}/?tu=lich"
    pressed = client.post(f"/lich-tiep/{session.pk}/mo/", headers={"referer": f"http://testserver{page}"})
    assert pressed["Location"] == f"/dang-nhap/?next={page}".replace("?tu=", "%3Ftu%3D")
    forged = client.post(f"/lich-tiep/{session.pk}/mo/", headers={"referer": "https://elsewhere.example/x"})
    assert forged["Location"] == f"/dang-nhap/?next=/lich-tiep/{session.pk}/mo/"


def sign_in_as_clerk(page):
    page.get_by_label("Tên đăng nhập").fill("go-phim")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "dang-nhap" not in address)


@pytest.mark.django_db(transaction=True)
def test_a_conclusion_half_written_outlives_the_sign_in_and_stays_with_its_session(page, commune):
    today = timezone.localdate()
    first, second = (make_session(commune, today, kind=ReceptionSession.Kind.PERIODIC) for _ in range(2))
    make_visit(first)
    make_official(commune, username="go-phim", password=PASSWORD)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"/lich-tiep/{first.pk}/")
    sign_in_as_clerk(page)
    page.get_by_label("Kết luận của người tiếp").fill("Giao công chức Địa chính kiểm tra")
    Session.objects.all().delete()
    page.get_by_role("button", name="Kết thúc buổi tiếp").click()
    sign_in_as_clerk(page)
    page.goto(f"/lich-tiep/{second.pk}/")
    expect(page.get_by_label("Kết luận của người tiếp")).to_have_value("")
    page.goto(f"/lich-tiep/{first.pk}/")
    expect(page.get_by_label("Kết luận của người tiếp")).to_have_value("Giao công chức Địa chính kiểm tra")
    page.get_by_role("button", name="Kết thúc buổi tiếp").click()
    expect(page.get_by_text("Đã kết thúc buổi tiếp")).to_be_visible()
    assert page.evaluate("Object.keys(sessionStorage).length") == 0


def test_a_count_is_read_while_it_is_typed_as_it_is_stored(page, transactional_db, commune):
    make_session(commune, timezone.localdate(), host=make_staff(commune))
    make_official(commune, username="go-phim", password=PASSWORD)
    page.goto(VISIT)
    sign_in_as_clerk(page)
    page.goto(VISIT)
    page.get_by_label("Số người đến").fill("1.000")
    expect(page.get_by_label("Người đại diện, mỗi dòng một người")).to_be_visible()
