"""One day through the pages, in a real browser and with a real Celery worker."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from complaints.models import Case
from lucba.office.models import Official
from reports.models import MonthlyReport
from tests.building import PASSWORD, chairman_in_the_books, make_hamlet, make_official, make_staff, make_unit
from tests.papers import reading

Role = Official.Role
TINOS = {"Lucba-Tinos", "Lucba-Tinos-Bold", "Lucba-Tinos-Italic", "Lucba-Tinos-Bold-Italic"}
HOST = "Nguyễn Thị Vân, Công chức Văn phòng – Thống kê"
LONG_JOB = 60_000  # milliseconds a report may take on a busy machine


@pytest.fixture
def people(transactional_db):
    """One commune that reports to its inspectorate, and the three people of this day."""
    inspectorate = make_unit("TT", "Thanh tra huyện Đại Từ", level="huyen", kind="thanh_tra")
    commune = make_unit(reports_to=inspectorate)
    make_hamlet(commune)
    make_staff(commune)
    chairman = chairman_in_the_books(commune)
    make_official(commune, Role.CLERK, "vanthu", password=PASSWORD)
    make_official(commune, Role.CHAIRMAN, "chutich", password=PASSWORD, staff_member=chairman)
    make_official(inspectorate, Role.INSPECTORATE, "thanhtra", password=PASSWORD)
    return commune


def sign_in(page, username):
    page.goto("/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "dang-nhap" not in address)


def press(page, word):
    page.get_by_role("button", name=word, exact=True).click()


def open_link(page, word):
    page.get_by_role("link", name=word, exact=True).first.click()


def receive_a_citizen(clerk):
    """Log a visit with a petition, register the petition and propose it for acceptance."""
    clerk.goto("/tiep-cong-dan/luot/moi/")
    clerk.get_by_role("combobox", name="Người tiếp").select_option(label=HOST)
    if clerk.get_by_label("Lý do tiếp vào ngày nghỉ").count():  # the day this runs on may be a day off
        clerk.get_by_label("Lý do tiếp vào ngày nghỉ").fill("Trực ngày nghỉ")
    clerk.get_by_label("Họ tên người đến").fill("Nguyễn Văn Ánh")
    clerk.get_by_label("Khiếu nại", exact=True).check()
    clerk.get_by_role("textbox", name="Nội dung trình bày").fill("Không đồng ý với việc thu hồi đất vườn")
    clerk.get_by_label("Nhận đơn").check()
    press(clerk, "Ghi lượt tiếp")
    expect(clerk.get_by_role("textbox", name="Người đứng đơn")).to_have_value("Nguyễn Văn Ánh")
    press(clerk, "Vào sổ đơn")
    open_link(clerk, "Xử lý đơn")
    clerk.get_by_label("Đủ điều kiện xử lý, thuộc thẩm quyền").check()
    clerk.get_by_label("Hướng xử lý").select_option(label="Đề xuất thụ lý")
    clerk.get_by_label("Lĩnh vực").select_option(label="Đất đai, nhà cửa")
    clerk.get_by_label("Lần giải quyết").select_option(label="Khiếu nại lần đầu")
    clerk.get_by_label("Người bị khiếu nại").select_option(label="Công chức")
    press(clerk, "Ghi xử lý đơn")
    expect(clerk.get_by_text("KN-").first).to_be_visible()


def accept_the_complaint(chairman):
    chairman.goto("/vu-viec/")
    chairman.get_by_role("link", name="KN-").first.click()
    open_link(chairman, "Thụ lý")
    chairman.get_by_role("textbox", name="Ngày").fill("hôm nay")
    press(chairman, "Ghi “thụ lý”")
    expect(chairman.get_by_text("Đang giải quyết").first).to_be_visible()


def prepare_the_report(clerk, month):
    clerk.goto(f"/bao-cao/{month}/")
    press(clerk, "Lập dự thảo")
    expect(clerk.get_by_role("button", name="Trình ký")).to_be_visible(timeout=LONG_JOB)
    press(clerk, "Trình ký")


def sign_and_send_the_report(chairman, month):
    chairman.goto(f"/bao-cao/{month}/ky/")
    press(chairman, "Ký báo cáo")
    expect(chairman.get_by_role("button", name="Gửi báo cáo")).to_be_visible(timeout=LONG_JOB)
    press(chairman, "Gửi báo cáo")
    expect(chairman.get_by_text("không thay đổi nữa")).to_be_visible()


def download_the_report(inspector):
    inspector.goto("/bao-cao/tinh-hinh/")
    inspector.locator("table a").first.click()
    with inspector.expect_download() as download:
        inspector.get_by_role("link", name="Tải PDF").first.click()
    return Path(download.value.path()).read_bytes()


def test_from_the_visitor_at_the_counter_to_the_report_on_the_inspectorates_desk(people, open_page, worker):
    last_month = timezone.localdate().replace(day=1) - timedelta(days=1)
    month = f"{last_month:%Y-%m}"
    clerk, chairman, inspector = open_page(), open_page(), open_page()

    sign_in(clerk, "vanthu")
    receive_a_citizen(clerk)
    sign_in(chairman, "chutich")
    accept_the_complaint(chairman)
    case = Case.objects.get()
    assert case.due_on >= timezone.localdate() + timedelta(days=30)

    clerk.goto("/tra-cuu/?q=nguyen van anh")
    expect(clerk.get_by_text("Nguyễn Văn Ánh").first).to_be_visible()

    prepare_the_report(clerk, month)
    sign_and_send_the_report(chairman, month)

    sign_in(inspector, "thanhtra")
    pdf = download_the_report(inspector)
    text = reading.text(pdf)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert f"Số liệu tính từ ngày 01/{last_month:%m/%Y} đến ngày {last_month:%d/%m/%Y}" in text
    assert "phát sinh" in text
    assert "Nguyễn Văn Ánh" not in text
    assert {run.face for run in reading.runs(pdf)} <= TINOS
    report = MonthlyReport.objects.get()
    assert (report.status, report.sent_on) == ("sent", timezone.localdate())
    assert date(report.year, report.month, 1) == last_month.replace(day=1)
