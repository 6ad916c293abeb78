"""The clerk brings a workbook in through a real browser, with a real worker doing the job."""

import pytest

from lucba.office.models import Official, Unit
from reception.models import Petition
from tests.register.workbooks import Books, day


@pytest.fixture
def signed_in(page, transactional_db):
    """The clerk's page, signed in to a commune whose books are empty."""
    unit = Unit.objects.create(code="thu", name="UBND xã Thử Nghiệm", level="xa")
    Official.objects.create_user(
        "vanthu", "mat-khau-dai-1", full_name="Trần Công", position="Công chức", role="clerk", unit=unit
    )
    page.goto("/dang-nhap/?next=/so-theo-doi/")
    page.fill("[name=username]", "vanthu")
    page.fill("[name=password]", "mat-khau-dai-1")
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/so-theo-doi/")
    return page


def upload(page, books, tmp_path):
    page.set_input_files("[name=workbook]", books.write(tmp_path / "so.xlsx"))
    page.get_by_text("Kiểm tra và nhập sổ").or_(page.locator("input[type=submit]")).first.click()


def test_the_page_of_an_import_turns_into_its_result_by_itself(signed_in, worker, tmp_path):
    upload(signed_in, Books(), tmp_path)
    signed_in.get_by_role("heading", name="Đã nhập xong").wait_for(timeout=60_000)
    assert Petition.objects.count() == 7
    signed_in.goto("/so-theo-doi/")
    upload(signed_in, Books().change("DON", "D2", processed_on=day("09/01/2026")), tmp_path)
    signed_in.get_by_text("Sổ chưa được nhập: có 1 chỗ cần sửa").wait_for(timeout=60_000)
    assert signed_in.get_by_role("cell", name="Ngày xử lý", exact=True).is_visible()
