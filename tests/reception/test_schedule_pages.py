"""The pages of the notice of the calendar: what it says, issuing it, its draft, who may open it."""

from datetime import date

import pytest
from django.urls import reverse

from lucba.office.models import AuditEntry, StaffTerm
from reception.actions.sessions import call_off_session
from reception.models import ReceptionPaper, ReceptionSession
from tests.building import TODAY, chairman_in_the_books, make_session, make_staff
from tests.papers.reading import text

PAGE = "/lich-tiep/thong-bao/?thang=2026-03"


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


@pytest.fixture
def confirmed(commune, chairman):
    """A day of the chairman that he confirmed."""
    session = make_session(commune, date(2026, 3, 19), kind="dinh_ky")
    ReceptionSession.objects.filter(pk=session.pk).update(confirmed_on=TODAY, confirmed_by=chairman)
    return session


def said(response):
    return " ".join(response.content.decode().split())


def notice(browser, **asked):
    return text(browser.get(reverse("reception:schedule-pdf"), asked).content)


def issue(browser, commune, **answers):
    signer = {"signer": chairman_in_the_books(commune).pk}
    return browser.post(PAGE, {**signer, **answers}, follow=True)


def test_the_draft_of_a_week_shows_who_receives_on_which_day(commune, officer, sign_in, today):
    make_session(commune, TODAY, kind="dinh_ky", place="Nhà văn hóa xóm Đồng Cẩm")
    words = notice(sign_in(officer))
    assert "DỰ THẢO" in words
    assert "Lịch tiếp công dân từ ngày 09/03/2026 đến ngày 15/03/2026" in words
    assert "Thứ Năm 12/03/2026" in words
    assert "Trần Văn Hùng Chủ tịch UBND xã" in words
    assert "Nhà văn hóa xóm Đồng Cẩm" in words
    assert "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH" in words


def test_the_draft_of_a_month_shows_the_new_day_and_not_the_reason_of_a_moved_session(
    commune, clerk, sign_in, today
):
    session = make_session(commune, date(2026, 3, 19), kind="dinh_ky", by=clerk)
    call_off_session(
        session, reason="họp với bà Kín", moved_to=date(2026, 3, 20), by=clerk, today=date(2026, 3, 12)
    )
    words = notice(sign_in(clerk), thang="2026-03")
    assert "từ ngày 01/03/2026 đến ngày 31/03/2026" in words
    assert "Lùi sang ngày 20/03/2026" in words
    assert "bà Kín" not in words


@pytest.mark.parametrize(
    "asked", [{"tuan": "hôm nao"}, {"thang": "2026-13"}, {"tuan": ""}, {"tuan": "9999-12-31"}]
)
def test_a_week_that_cannot_be_shown_is_this_week(commune, counter, asked):
    assert "từ ngày 09/03/2026" in notice(counter, **asked)


def test_from_the_calendar_to_the_numbered_notice(counter, commune, confirmed):
    assert PAGE in said(counter.get("/lich-tiep/?thang=2026-03"))
    page = said(counter.get(PAGE))
    assert "Thứ Năm<br>19/03/2026" in page
    assert "Chưa có thông báo nào cho những ngày này." in page
    assert "In dự thảo" in page
    page = said(issue(counter, commune))
    assert "Đã lập thông báo lịch tiếp công dân số 01/TB-UBND." in page
    assert "từ đó không thay đổi" in page
    assert "In thông báo" in page
    assert "Người ký" not in page
    assert "Số: 01/TB-UBND" in notice(counter, thang="2026-03")
    stored = counter.get(reverse("reception:paper-pdf", args=[ReceptionPaper.objects.get().pk]))
    assert "Số: 01/TB-UBND" in text(stored.content)


def test_a_double_click_takes_one_number(counter, commune, confirmed):
    for _ in range(2):
        issue(counter, commune, once="mot-lan")
        issue(counter, commune)
    assert ReceptionPaper.objects.count() == 1


def test_after_a_change_the_page_says_so_and_the_new_notice_names_the_old(
    counter, commune, confirmed, chairman
):
    issue(counter, commune)
    call_off_session(
        confirmed, reason="Họp", moved_to=date(2026, 3, 20), by=chairman, today=date(2026, 3, 12)
    )
    assert "Lịch đã thay đổi sau thông báo lịch tiếp công dân số 01/TB-UBND" in said(counter.get(PAGE))
    assert "DỰ THẢO" in notice(counter, thang="2026-03")
    assert "thay thế số 01/TB-UBND" in said(issue(counter, commune))


def test_what_is_not_confirmed_is_named_and_nothing_is_offered_to_issue(counter, commune):
    make_session(commune, date(2026, 3, 19), kind="dinh_ky")
    page = said(counter.get(PAGE))
    assert "Chưa duyệt nên chưa có trong thông báo" in page
    assert "19/03/2026</a>" in page
    assert "Người ký" not in page
    assert "chưa được Chủ tịch duyệt" in said(issue(counter, commune))
    assert not ReceptionPaper.objects.exists()


def test_only_a_leader_signs(counter, commune, confirmed):
    page = said(issue(counter, commune, signer=make_staff(commune).pk))
    assert "không có trong danh sách" in page
    assert not ReceptionPaper.objects.exists()


def test_without_a_chairman_the_page_asks_who_signs(counter, commune, confirmed):
    StaffTerm.objects.filter(role="chu_tich").update(ended_on=date(2026, 3, 11))
    page = said(counter.post(PAGE, {"signer": ""}))
    assert "Hãy ghi người ký." in page or "Hãy chọn người ký." in page


def test_posting_says_by_which_notice_and_the_session_shows_it(counter, commune, confirmed):
    span = {"tu": "2026-03-01", "den": "2026-03-31"}
    page = said(counter.post("/lich-tiep/niem-yet/", span, follow=True))
    assert "Đã ghi niêm yết 1 buổi tiếp theo thông báo lịch tiếp công dân số 01/TB-UBND." in page
    page = said(counter.get(reverse("reception:session-page", args=[confirmed.pk])))
    assert "Công bố 12/03/2026 theo thông báo lịch tiếp công dân số 01/TB-UBND" in page


def test_an_officer_prints_the_issued_notice_and_issues_none(counter, commune, confirmed, officer, sign_in):
    issue(counter, commune)
    browser = sign_in(officer)
    assert "Số: 01/TB-UBND" in notice(browser, thang="2026-03")
    assert browser.get(PAGE).status_code == 403
    assert "In lịch tiếp" in said(browser.get("/lich-tiep/?thang=2026-03"))


def test_the_neighbour_does_not_see_the_notice(counter, commune, confirmed, clerk_next_door, sign_in):
    issue(counter, commune)
    browser, paper = sign_in(clerk_next_door), ReceptionPaper.objects.get()
    assert browser.get(reverse("reception:paper-pdf", args=[paper.pk])).status_code == 404
    page = said(browser.get(PAGE))
    assert "01/TB-UBND" not in page
    assert "Trần Văn Hùng" not in page


def test_printing_is_written_down_with_the_number_or_as_a_draft(counter, commune, confirmed):
    notice(counter, thang="2026-03")
    assert AuditEntry.objects.get(action="in lịch tiếp công dân").detail == "dự thảo"
    issue(counter, commune)
    notice(counter, thang="2026-03")
    printed = AuditEntry.objects.get(action="in giấy tờ tiếp công dân")
    assert printed.detail == "thông báo lịch tiếp công dân số 01/TB-UBND"


@pytest.mark.parametrize("address", [PAGE, "/lich-tiep/in/?thang=2026-03"])
def test_a_longer_calendar_costs_no_more_queries(commune, counter, address, django_assert_max_num_queries):
    counts = []
    for days in ((2, 3), range(4, 20)):
        for day in days:
            make_session(commune, date(2026, 3, day), kind="dinh_ky")
        with django_assert_max_num_queries(14) as asked:
            counter.get(address)
        counts.append(len(asked.captured_queries))
    assert counts[0] == counts[1]
