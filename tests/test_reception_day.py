"""A whole day at the reception desk by keyboard alone, in a real browser, and the papers it leaves."""

import io

import openpyxl
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from lucba.office.models import Official
from reception.models import ReceptionPaper, ReceptionSession, SealedIdentity, Visit
from tests.building import (
    PASSWORD,
    chairman_in_the_books,
    make_hamlet,
    make_official,
    make_petition,
    make_unit,
)
from tests.papers import reading

TINOS = {"Lucba-Tinos", "Lucba-Tinos-Bold", "Lucba-Tinos-Italic", "Lucba-Tinos-Bold-Italic"}
DENOUNCER = "Trịnh Bí Mật"
STOPS = 120  # more stops of the Tab key than any page has
NAME_OF_FOCUS = """() => {
  const here = document.activeElement;
  const label = here.labels && here.labels.length ? here.labels[0].innerText : "";
  return (label || here.getAttribute("aria-label") || here.innerText || "").trim();
}"""


@pytest.fixture
def session(transactional_db):
    """Plan today's reception by the chairman; somebody has been here before."""
    today = timezone.localdate()
    commune = make_unit(reports_to=make_unit("TT", "Thanh tra tỉnh", level="tinh", kind="thanh_tra"))
    make_hamlet(commune)
    chairman = chairman_in_the_books(commune)
    make_petition(commune, signer_name="Trần Thị Bưởi", summary="Bồi thường đất ruộng khi làm đường")
    make_official(commune, Official.Role.CLERK, "vanthu", password=PASSWORD)
    return ReceptionSession.objects.create(
        unit=commune,
        code=f"B{today.year}-0001",
        held_on=today,
        kind="dinh_ky",
        host_role="thu_truong",
        host=chairman,
        announced_on=today,
    )


def tab_to(page, name):
    """Press Tab until the thing called `name` has the focus."""
    for _ in range(STOPS):
        if page.evaluate(NAME_OF_FOCUS).startswith(name):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Không tới được “{name}” bằng phím Tab")


def write(page, name, text):
    tab_to(page, name)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def choose(page, first, answer):
    """Go to the question whose first answer is `first`, and on with the arrows to `answer`."""
    tab_to(page, first)
    page.keyboard.press("Space")
    for _ in range(STOPS):
        if page.evaluate(NAME_OF_FOCUS).startswith(answer):
            return
        page.keyboard.press("ArrowRight")
    pytest.fail(f"Không chọn được “{answer}” bằng phím mũi tên")


def pick(page, name, answer):
    """Choose an answer of a drop-down list by typing its beginning."""
    tab_to(page, name)
    page.keyboard.type(answer)


def follow(page, name):
    """Go to a link or a button and press Enter; the page that comes is loaded."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def sign_in(page):
    page.goto("/")
    write(page, "Tên đăng nhập", "vanthu")
    write(page, "Mật khẩu", PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def receive(page, name, *, kind, summary, result, before_saving=None, **asked):
    """Log a visit from the first field to the last."""
    page.goto("/tiep-cong-dan/luot/moi/")
    expect(page.get_by_role("textbox", name="Họ tên người đến")).to_be_focused()
    page.keyboard.type(name)
    if before_saving:
        before_saving(page)
    if "persons" in asked:
        write(page, "Số người đến", str(asked["persons"]))
        write(page, "Người đại diện", "\n".join(asked["representatives"]))
    choose(page, "Khiếu nại", kind)
    write(page, "Nội dung trình bày", summary)
    choose(page, "Nhận đơn", result)
    if "ground" in asked:
        pick(page, "Căn cứ từ chối", asked["ground"])
    follow(page, "Ghi lượt tiếp")
    return Visit.objects.latest("pk")


def sees_her_petition(page):
    expect(page.get_by_text("Trần Thị Bưởi").first).to_be_visible()


def pdf_of(page, address):
    answer = page.request.get(address)
    assert answer.ok, answer.text()[:500]
    return answer.body()


def test_a_day_of_reception_by_keyboard_alone(session, open_page):
    page = open_page()
    sign_in(page)

    page.goto(f"/lich-tiep/{session.pk}/")
    follow(page, "Mở buổi tiếp")

    group = receive(
        page,
        "Nguyễn Văn Đoàn",
        kind="Kiến nghị",
        summary="Sáu hộ xóm Gốc Đa đề nghị sửa mương",
        result="Ghi nhận",
        persons=6,
        representatives=["Nguyễn Văn Đoàn"],
    )
    assert (group.persons, group.representatives) == (6, 1)

    secret = receive(page, DENOUNCER, kind="Tố cáo", summary="Tố cáo thu sai phí", result="Ghi nhận")
    assert (secret.visitor_name, SealedIdentity.objects.get(visit=secret).name) == ("", DENOUNCER)

    returning = receive(
        page,
        "tran thi buoi",
        kind="Kiến nghị",
        summary="Vẫn việc bồi thường đất ruộng",
        result="Từ chối tiếp",
        ground="Vụ việc đã giải quyết",
        before_saving=sees_her_petition,
    )
    assert returning.refusal_ground == "9-3"

    follow(page, "Lập thông báo từ chối")
    follow(page, "Lập giấy")
    page.goto(f"/tiep-cong-dan/luot/{group.pk}/")
    follow(page, "Lập phiếu hẹn")
    write(page, "Ngày hẹn", f"{timezone.localdate():%d/%m/%Y}")
    write(page, "Giờ hẹn", "15h30")
    write(page, "Địa điểm", "Trụ sở UBND xã")
    follow(page, "Lập giấy")
    refusal = ReceptionPaper.objects.get(kind="tu-choi")
    appointment = ReceptionPaper.objects.get(kind="hen")
    assert not returning.deadlines.filter(step="TCD.REFUSE", met_on=None).exists()

    page.goto(f"/lich-tiep/{session.pk}/")
    follow(page, "Kết thúc buổi tiếp")
    session.refresh_from_db()
    assert (session.state, session.is_closed) == ("da_tiep", True)

    today = timezone.localdate()
    papers = {
        "refusal": pdf_of(page, f"/giay-to/{refusal.pk}.pdf"),
        "appointment": pdf_of(page, f"/giay-to/{appointment.pk}.pdf"),
        "notice": pdf_of(page, f"/lich-tiep/in/?tuan={today}"),
        "book": pdf_of(page, f"/tiep-cong-dan/so/mau.pdf?start={today.replace(day=1)}&end={today}"),
    }
    texts = {name: reading.text(pdf) for name, pdf in papers.items()}
    assert "TỪ CHỐI TIẾP CÔNG DÂN" in texts["refusal"].upper()
    assert "tran thi buoi" in texts["refusal"]
    assert "15" in texts["appointment"]
    assert "LỊCH TIẾP CÔNG DÂN" in texts["notice"].upper()
    for column in range(1, 14):
        assert f"({column})" in texts["book"]
    assert "(14)" not in texts["book"]
    for name, pdf in papers.items():
        assert {face.rpartition("+")[2] for face in reading.fonts(pdf)} <= TINOS, name
        assert DENOUNCER not in texts[name]

    workbook = page.request.get(f"/tiep-cong-dan/so/mau.xlsx?start={today.replace(day=1)}&end={today}").body()
    cells = [str(cell.value) for row in openpyxl.load_workbook(io.BytesIO(workbook)).active for cell in row]
    assert any("Sáu hộ xóm Gốc Đa" in cell for cell in cells)
    assert not any(DENOUNCER in cell for cell in cells)
