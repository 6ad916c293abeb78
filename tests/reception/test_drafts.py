"""What is typed at the counter survives a reload, a lost connection and an expired sign-in; in a browser."""

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import expect

from reception.models import Visit
from tests.building import PASSWORD, make_hamlet, make_official, make_session, make_staff

NEW = "/tiep-cong-dan/luot/moi/"
FOUND = "Đã lấy lại nội dung ghi dở"


def sign_in(page, username="go-phim"):
    """Type name and password on the page that asks for them."""
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "dang-nhap" not in address)


@pytest.fixture
def counter(page, transactional_db, commune):
    """The visit form in the clerk's browser, a session being open today; leaving is never asked back."""
    make_hamlet(commune)
    make_session(commune, timezone.localdate(), host=make_staff(commune))
    make_official(commune, username="go-phim", password=PASSWORD)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/dang-nhap/")
    sign_in(page)
    page.goto(NEW)
    return page


def type_a_visit(page):
    """Fill in a plain visit without sending it."""
    page.get_by_label("Họ tên người đến").fill("Nguyễn Văn An")
    page.get_by_label("Khiếu nại", exact=True).check()
    page.get_by_role("textbox", name="Nội dung trình bày").fill("Ranh giới thửa đất số 12")
    page.get_by_label("Ghi nhận nội dung trình bày").check()
    page.get_by_text("Tài liệu nhận của công dân").click()
    page.get_by_role("button", name="Thêm dòng tài liệu").click()
    page.keyboard.type("Bản đồ")  # the new row has the focus


def drafts_kept(page):
    """Return how many drafts the tab keeps."""
    return page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('draft ')).length")


def expect_the_visit_back(page):
    """Expect every answer of `type_a_visit` to be there again."""
    expect(page.get_by_text(FOUND)).to_be_visible()
    expect(page.get_by_label("Họ tên người đến")).to_have_value("Nguyễn Văn An")
    expect(page.get_by_label("Khiếu nại", exact=True)).to_be_checked()
    expect(page.get_by_label("Tên tài liệu").nth(2)).to_have_value("Bản đồ")


def test_a_reload_gives_back_what_was_typed_and_it_can_be_thrown_away(counter):
    type_a_visit(counter)
    counter.reload()
    expect_the_visit_back(counter)
    counter.get_by_role("button", name="Bỏ nội dung này").click()
    expect(counter.get_by_label("Họ tên người đến")).to_have_value("")
    counter.reload()
    expect(counter.get_by_text(FOUND)).to_have_count(0)


def test_an_expired_sign_in_loses_nothing_and_what_is_stored_is_forgotten(counter):
    type_a_visit(counter)
    Session.objects.all().delete()
    counter.get_by_role("button", name="Ghi lượt tiếp", exact=True).click()
    sign_in(counter)
    counter.goto(NEW)
    expect_the_visit_back(counter)
    counter.get_by_role("button", name="Ghi lượt tiếp", exact=True).click()
    expect(counter.get_by_text("Đã ghi lượt tiếp")).to_be_visible()
    assert Visit.objects.get().documents.get().title == "Bản đồ"
    assert drafts_kept(counter) == 0


def test_a_lost_connection_loses_nothing(counter):
    type_a_visit(counter)
    counter.context.set_offline(True)
    counter.get_by_role("button", name="Ghi lượt tiếp", exact=True).click()
    counter.wait_for_timeout(300)
    counter.context.set_offline(False)
    counter.goto(NEW)
    expect_the_visit_back(counter)
    assert not Visit.objects.exists()


def test_leaving_by_escape_forgets_what_was_typed(counter):
    type_a_visit(counter)
    counter.keyboard.press("Escape")
    counter.wait_for_url("**/tiep-cong-dan/so/")
    assert drafts_kept(counter) == 0


def test_somebody_else_at_the_same_pc_sees_no_draft(counter, commune):
    type_a_visit(counter)
    make_official(commune, username="nguoi-khac", password=PASSWORD)
    counter.context.clear_cookies()
    counter.goto("/dang-nhap/")
    sign_in(counter, "nguoi-khac")
    counter.goto(NEW)
    expect(counter.get_by_text(FOUND)).to_have_count(0)
    assert drafts_kept(counter) == 0


def test_a_plain_visit_is_logged_with_the_keyboard_alone(counter):
    counter.keyboard.type("Trần Thị Bình")
    for keys in ("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Space"):  # to the kind of content
        counter.keyboard.press(keys)
    counter.keyboard.press("Tab")
    counter.keyboard.type("Đề nghị sửa đường liên xóm")
    counter.get_by_label("Ghi nhận nội dung trình bày").focus()
    counter.keyboard.press("Space")
    counter.keyboard.press("Enter")
    expect(counter.get_by_text("Đã ghi lượt tiếp")).to_be_visible()
    visit = Visit.objects.get()
    assert (visit.visitor_name, visit.summary) == ("Trần Thị Bình", "Đề nghị sửa đường liên xóm")


def test_the_form_for_the_next_citizen_opens_without_the_draft_of_the_last(counter):
    type_a_visit(counter)
    again = counter.get_by_role("button", name="Ghi và tiếp người sau")
    assert again.get_attribute("accesskey") == "t"
    again.press("Enter")
    expect(counter.get_by_text("Đã ghi lượt tiếp")).to_be_visible()
    expect(counter.get_by_label("Họ tên người đến")).to_have_value("")
    expect(counter.get_by_text(FOUND)).to_have_count(0)
    assert Visit.objects.count() == 1
