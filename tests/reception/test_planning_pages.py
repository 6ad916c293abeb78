"""Planning through the pages: month, weekly pattern, draft, confirmation, posting, one session."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reception.models import ReceptionSession, WeeklyPattern
from tests.building import TODAY, chairman_in_the_books, make_session, make_staff, make_visit

CALENDAR = "/lich-tiep/"
MARCH = {"tu": "2026-03-01", "den": "2026-03-31"}
THURSDAY = date(2026, 3, 26)


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


@pytest.fixture
def leader(sign_in, chairman, today):
    return sign_in(chairman)


def act(browser, name, session, **answers):
    """Post one act of a session and return the page it leads to."""
    address = reverse(f"reception:{name}", args=[session.pk])
    return browser.post(address, answers, follow=True).content.decode()


def page_of(browser, session):
    return browser.get(reverse("reception:session-page", args=[session.pk])).content.decode()


def test_the_month_shows_sessions_days_off_duty_and_the_year(counter, commune):
    make_session(commune, date(2026, 4, 16), kind="dinh_ky")
    page = counter.get(CALENDAR, {"thang": "2026-04"}).content.decode()
    assert "Lịch tiếp công dân tháng 04/2026" in page
    assert "Trần Văn Hùng, Chủ tịch UBND xã" in page
    assert "Nghỉ: " in page
    assert "Còn dự kiến tiếp ngày 16/04/2026." in page
    assert "Theo kế hoạch" in page
    assert "Cả năm 2026" in page
    assert "?thang=2026-05" in page


@pytest.mark.parametrize("asked", ["thang-sau", "2026-13", "0001-01", "9999-12"])
def test_a_month_that_cannot_be_shown_is_this_month(counter, asked):
    assert "tháng 03/2026" in counter.get(CALENDAR, {"thang": asked}).content.decode()


def test_the_month_costs_the_same_queries_for_one_session_and_thirty(counter, commune):
    costs = []
    for wanted in (1, 30):
        while ReceptionSession.objects.count() < wanted:
            make_session(commune, TODAY)
        with CaptureQueriesContext(connection) as queries:
            counter.get(CALENDAR, {"thang": "2026-03"})
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12


def test_from_weekly_pattern_to_posted_calendar(counter, leader, commune):
    """The clerk writes the pattern and drafts the month, the chairman confirms, the clerk posts."""
    pattern = {"weekday": 3, "kind": "dinh_ky", "host": chairman_in_the_books(commune).pk}
    page = counter.post(
        "/lich-tiep/hang-tuan/", {**pattern, "starts_at": "7h30", "in_force_from": "1/1"}, follow=True
    ).content.decode()
    assert "Thứ Năm" in page
    assert "7 giờ 30" in page
    preview = counter.get("/lich-tiep/lap/", {"thang": "2026-04-01", "so_thang": 1}).content.decode()
    assert "Ngày 30/04/2026 nghỉ" in preview
    assert "chuyển sang ngày làm việc tiếp theo" in preview
    assert not ReceptionSession.objects.exists()
    month = counter.post("/lich-tiep/lap/", {"thang": "2026-04-01", "so_thang": 1}, follow=True)
    assert "Đã lập 5 buổi tiếp dự kiến." in month.content.decode()
    again = counter.get("/lich-tiep/lap/", {"thang": "2026-04-01", "so_thang": 1}).content.decode()
    assert "Đã có trong lịch, giữ nguyên." in again
    april = {"tu": "2026-04-01", "den": "2026-04-30"}
    refused = counter.post("/lich-tiep/niem-yet/", april, follow=True).content.decode()
    assert "chưa được Chủ tịch duyệt" in refused
    assert "Đã duyệt 4 buổi tiếp." in leader.post("/lich-tiep/duyet/", april, follow=True).content.decode()
    posted = counter.post("/lich-tiep/niem-yet/", april, follow=True)
    assert posted.redirect_chain[-1][0] == "/lich-tiep/?thang=2026-04"
    by_notice = "theo thông báo lịch tiếp công dân số 01/TB-UBND."
    assert f"Đã ghi niêm yết 4 buổi tiếp {by_notice}" in posted.content.decode()
    assert "niêm yết muộn" not in posted.content.decode()


def test_posting_late_is_said_and_not_refused(counter, leader, commune):
    session = make_session(commune, date(2026, 3, 13), kind="dinh_ky")
    act(leader, "session-confirm", session)
    page = act(counter, "session-post", session)
    assert "Đã ghi niêm yết lịch tiếp theo thông báo" in page
    assert "Buổi ngày 13/03/2026 niêm yết muộn: hạn là ngày 06/03/2026." in page


def test_a_leader_confirms_one_session_and_not_its_neighbour(leader, commune):
    session, other = make_session(commune, THURSDAY, kind="dinh_ky"), make_session(commune, THURSDAY)
    assert "Đã duyệt buổi tiếp." in act(leader, "session-confirm", session)
    assert "đã được duyệt ngày 12/03/2026" in act(leader, "session-confirm", session)
    other.refresh_from_db()
    assert other.confirmed_on is None


def test_a_span_that_cannot_be_read_touches_today_only(leader, commune):
    make_session(commune, THURSDAY)
    page = leader.post("/lich-tiep/duyet/", {"tu": "2020-01-01", "den": "2030-01-01"}, follow=True)
    assert "Không còn buổi tiếp nào chờ duyệt." in page.content.decode()


def test_a_clerk_does_not_confirm(counter, commune):
    session = make_session(commune, THURSDAY)
    assert counter.post("/lich-tiep/duyet/", MARCH).status_code == 403
    address = reverse("reception:session-confirm", args=[session.pk])
    assert counter.post(address).status_code == 403


def test_a_month_short_of_two_chairman_days_is_warned_about(counter, commune):
    page = counter.get("/lich-tiep/lap/", {"thang": "2026-08-01", "so_thang": 1}).content.decode()
    assert "mới có 0 ngày Chủ tịch trực tiếp tiếp; luật yêu cầu ít nhất 2 ngày mỗi tháng" in " ".join(
        page.split()
    )


def test_a_weekly_reception_is_ended(counter, commune):
    answers = {"weekday": 1, "kind": "thuong_xuyen", "host": make_staff(commune).pk, "in_force_from": "1/1"}
    counter.post("/lich-tiep/hang-tuan/", answers)
    pattern = WeeklyPattern.objects.get()
    address = reverse("reception:pattern-end", args=[pattern.pk])
    assert "trước ngày bắt đầu" in counter.post(address, {"in_force_until": "31/12/2025"}).content.decode()
    page = counter.post(address, {"in_force_until": "30/6"}, follow=True).content.decode()
    assert "đến hết 30/06/2026" in page


def test_the_page_of_a_session_says_what_may_be_done_and_why_its_deadline(counter, commune):
    session = make_session(commune, THURSDAY, kind="dinh_ky")
    page = page_of(counter, session)
    assert "Niêm yết lịch tiếp công dân" in page
    assert "19/03/2026" in page
    assert "Luật Tiếp công dân" in page
    assert "Ủy quyền</a>" in page
    assert "Mở buổi tiếp" not in page
    why = counter.get(reverse("reception:session-why", args=[session.pk])).content.decode()
    assert "Buổi tiếp 26/03/2026" in why


def test_a_day_of_reception_on_its_page(counter, commune):
    session = make_session(commune, kind="dinh_ky")
    assert "Đang tiếp" in act(counter, "session-open", session)
    visit = make_visit(session, "Nguyễn Văn An")
    assert visit.code in page_of(counter, session)
    closed = act(counter, "session-close", session, conclusion="Giao địa chính kiểm tra.")
    assert "Đã kết thúc buổi tiếp: đã tiếp." in closed
    assert "Giao địa chính kiểm tra." in closed
    assert "Ghi lượt tiếp" not in closed
    changed = act(counter, "session-conclude", session, conclusion="Giao thanh tra xem lại.")
    assert "Giao thanh tra xem lại." in changed


def test_a_denouncer_stays_unnamed_on_the_page_of_the_session(counter, commune):
    session = make_session(commune)
    make_visit(session, "Trịnh Bí Mật", content_kind="TC")
    page = page_of(counter, session)
    assert "danh tính giữ riêng" in page
    assert "Bí Mật" not in page


def test_a_deputy_takes_a_day_over(counter, commune):
    session = make_session(commune, THURSDAY, kind="dinh_ky")
    deputy = make_staff(commune, full_name="Lê Thị Lan", position="Phó Chủ tịch", role="pho_chu_tich")
    assert "Hãy ghi văn bản ủy quyền." in act(counter, "session-delegate", session, host=deputy.pk)
    page = act(counter, "session-delegate", session, host=deputy.pk, delegation_document="12/GUQ-UBND")
    assert "Lê Thị Lan, Phó Chủ tịch" in page
    assert "12/GUQ-UBND" in page


def test_a_cancelled_day_that_is_not_moved_shows_what_is_missing(counter, commune):
    session = make_session(commune, THURSDAY, kind="dinh_ky", announced_on=TODAY)
    page = act(counter, "session-call-off", session, reason="Chủ tịch ốm", moved_to="")
    assert "còn thiếu 1 ngày trực tiếp tiếp công dân" in " ".join(page.split())


def test_an_extraordinary_session_without_ground_is_refused_at_its_field(counter, commune):
    answers = {
        "held_on": "16/3",
        "kind": "dot_xuat",
        "host_role": "thu_truong",
        "host": chairman_in_the_books(commune).pk,
    }
    form = counter.post("/lich-tiep/moi/", answers).context["form"]
    assert "phải chọn căn cứ a hoặc b" in str(form.errors["ground"])
    counter.post("/lich-tiep/moi/", {**answers, "ground": "a"})
    assert "vụ việc gay gắt" in page_of(counter, ReceptionSession.objects.get())


def test_an_online_session_is_prepared(counter, commune):
    session = make_session(commune, date(2026, 7, 9), kind="dinh_ky", online=True)
    assert "Kiểm tra kết nối buổi tiếp trực tuyến" in page_of(counter, session)
    refused = act(counter, "session-prepare", session, notice_sent_on="1/7", tested_on="")
    assert "chưa đến" in refused
    assert "Đã ghi việc chuẩn bị" in act(counter, "session-prepare", session, notice_sent_on="12/3")


def test_an_officer_sees_the_session_and_no_visitor(sign_in, officer, commune, today):
    session = make_session(commune)
    make_visit(session, "Nguyễn Văn An")
    page = page_of(sign_in(officer), session)
    assert "Nguyễn Văn An" not in page
    assert "Việc tiếp theo" not in page
