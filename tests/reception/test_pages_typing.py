"""What the counter's pages do while the clerk types, in a real browser."""

from datetime import date

from django.utils import timezone
from playwright.sync_api import expect

from tests.building import PASSWORD, make_official, make_petition, make_session, make_staff


def open_as_clerk(page, unit, path):
    """Sign in through the page and open `path`."""
    make_official(unit, username="go-phim", password=PASSWORD)
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill("go-phim")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "dang-nhap" not in address)
    page.goto(path)


def test_the_earlier_petition_shows_before_the_second_field(page, transactional_db, commune):
    make_petition(commune, date(2025, 3, 3), signer_name="Nguyễn Văn An")
    open_as_clerk(page, commune, "/don-thu/moi/")
    page.keyboard.type("nguyen van an")  # the name has the focus from the start
    expect(page.get_by_role("link", name="D2025-00001")).to_be_visible()


def test_representatives_are_asked_of_a_group_only(page, transactional_db, commune):
    make_session(commune, timezone.localdate(), host=make_staff(commune))
    open_as_clerk(page, commune, "/tiep-cong-dan/luot/moi/")
    representatives = page.get_by_label("Người đại diện, mỗi dòng một người")
    expect(representatives).to_be_hidden()
    page.get_by_label("Số người đến").fill("5")
    expect(representatives).to_be_visible()


def test_only_outcomes_that_fit_the_classification_may_be_chosen(page, transactional_db, commune):
    petition = make_petition(commune, date(2026, 3, 2))
    open_as_clerk(page, commune, f"/don-thu/{petition.pk}/xu-ly/")
    field = page.get_by_label("Lĩnh vực")
    expect(field).to_be_hidden()
    page.get_by_label("Đủ điều kiện xử lý, thuộc thẩm quyền").check()
    expect(field).to_be_visible()
    chosen = page.get_by_label("Hướng xử lý").locator("option:not([hidden])")
    expect(chosen).to_have_text(
        ["— chọn —", "Đề xuất thụ lý", "Nhập vào vụ việc đang có", "Kiểm tra phục vụ quản lý"]
    )
    page.get_by_label("Không đủ điều kiện xử lý").check()
    expect(field).to_be_hidden()
    expect(page.get_by_label("Lý do không đủ điều kiện")).to_be_visible()
