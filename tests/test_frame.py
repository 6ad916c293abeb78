"""The frame, the first page of each role and the one search: what each person is shown, and at what cost."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from complaints.workflow import EventKind
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Job
from reports.frame import next_report
from reports.models import MonthlyReport
from tests.building import (
    TODAY,
    Role,
    happen,
    make_accepted_case,
    make_case,
    make_official,
    make_petition,
    make_session,
    make_visit,
)

DENOUNCER = "Trịnh Bí Mật"


def text_of(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def make_report(unit, year=2026, month=2, **fields):
    return MonthlyReport.objects.create(
        unit=unit,
        year=year,
        month=month,
        **{
            "period_from": date(year, month, 1),
            "period_to": date(year, month, 28),
            "period_preset": "calendar-month",
            "form_set": "tt06-2025",
            "due_on": date(2026, 3, 12),
            **fields,
        },
    )


# --- The menu -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "shown", "hidden"),
    [
        ("clerk", ["Hôm nay", "Lịch tiếp", "Đơn thư", "Vụ việc", "Báo cáo", "Sổ theo dõi"], ["Quản trị"]),
        ("chairman", ["Hôm nay", "Đơn thư", "Vụ việc", "Báo cáo"], ["Quản trị"]),
        ("officer", ["Lịch tiếp", "Vụ việc"], ["Đơn thư", "Báo cáo", "Sổ theo dõi"]),
        ("administrator", ["Hệ thống", "Quản trị"], ["Đơn thư", "Vụ việc", "Báo cáo"]),
        ("inspector", ["Nộp báo cáo"], ["Đơn thư", "Vụ việc", "Sổ theo dõi"]),
        ("supervisor", ["Báo cáo"], ["Đơn thư", "Vụ việc", "Sổ theo dõi"]),
    ],
)
def test_the_menu_shows_only_what_the_role_may_open(request, sign_in, who, shown, hidden):
    page = text_of(sign_in(request.getfixturevalue(who)).get("/doi-mat-khau/"))
    menu = page[page.index('id="menu"') : page.index("</nav>")]
    assert [label for label in shown if label not in menu] == []
    assert [label for label in hidden if label in menu] == []


def test_the_entry_of_the_open_page_is_marked(sign_in, clerk):
    page = text_of(sign_in(clerk).get("/don-thu/"))
    assert 'href="/don-thu/" aria-current="page"' in page
    menu = page[page.index('id="menu"') : page.index("</nav>")]
    assert menu.count("aria-current") == 1


@pytest.mark.parametrize(
    ("address", "marked"),
    [
        ("/tiep-cong-dan/luot/moi/", "/tiep-cong-dan/so/"),
        ("/tiep-cong-dan/so/mau/", "/tiep-cong-dan/so/"),
        ("/tiep-cong-dan/noi-tiep/moi/", "/tiep-cong-dan/noi-tiep/"),
    ],
)
def test_the_counter_s_pages_stand_under_their_entry_of_the_menu(sign_in, clerk, today, address, marked):
    page = sign_in(clerk).get(address).content.decode()
    menu = " ".join(page[page.index('id="menu"') : page.index("</nav>")].split())
    assert f'href="{marked}" aria-current="page"' in menu
    assert menu.count("aria-current") == 1


def test_the_page_speaks_vietnamese_and_can_be_used_by_keyboard(sign_in, clerk):
    page = text_of(sign_in(clerk).get("/"))
    assert '<html lang="vi">' in page
    assert 'class="skip-link" href="#main"' in page
    assert 'aria-keyshortcuts="/"' in page


# --- The countdown ------------------------------------------------------------------------------


def test_the_countdown_names_last_months_report_until_it_is_sent(commune):
    shown = next_report(commune, today=date(2026, 3, 2), calendar=WorkingCalendar())
    assert shown.text == "Báo cáo tháng 2: còn hạn 8 ngày làm việc"


def test_the_countdown_says_how_late_an_unsent_report_is(commune):
    shown = next_report(commune, today=date(2026, 3, 16), calendar=WorkingCalendar())
    assert shown.text == "Báo cáo tháng 2: quá hạn 2 ngày làm việc"


def test_once_the_report_is_sent_the_next_month_counts(commune, inspectorate):
    sent = {"number": 7, "signed_on": date(2026, 3, 2), "sent_on": date(2026, 3, 2), "sha256": "0" * 64}
    make_report(commune, status="sent", sent_to=inspectorate, **sent)
    shown = next_report(commune, today=date(2026, 3, 3), calendar=WorkingCalendar())
    assert (shown.month, shown.due_on) == (3, date(2026, 4, 12))


def test_a_returned_report_counts_again(commune):
    make_report(commune, status="returned")
    assert next_report(commune, today=date(2026, 3, 3), calendar=WorkingCalendar()).month == 2


def test_in_january_the_report_of_december_is_next(commune):
    shown = next_report(commune, today=date(2026, 1, 5), calendar=WorkingCalendar())
    assert (shown.year, shown.month) == (2025, 12)


def test_an_office_owes_no_report_from_before_its_books(commune):
    commune.books_from = date(2026, 3, 1)
    assert next_report(commune, today=date(2026, 3, 3), calendar=WorkingCalendar()).month == 3


def test_the_countdown_costs_the_same_however_long_the_office_has_reported_here(
    commune, django_assert_max_num_queries
):
    commune.reports_from = commune.books_from = date(2020, 1, 1)
    with django_assert_max_num_queries(3):
        next_report(commune, today=date(2026, 3, 3), calendar=WorkingCalendar())


def test_officers_and_superiors_see_no_countdown(sign_in, today, commune, officer, clerk):
    assert "Báo cáo tháng 2" in text_of(sign_in(clerk).get("/doi-mat-khau/"))
    assert "Báo cáo tháng" not in text_of(sign_in(officer).get("/doi-mat-khau/"))


# --- The first page -----------------------------------------------------------------------------


def test_the_clerk_sees_who_receives_today_and_how_many_came(sign_in, today, commune, clerk):
    session = make_session(commune)
    make_visit(session, persons=3, representatives=1)
    page = text_of(sign_in(clerk).get("/"))
    assert "Nguyễn Thị Vân, Công chức Văn phòng – Thống kê" in page
    assert "Đã tiếp 1 lượt, 3 người" in page
    assert "Nguyễn Văn An" in page


def test_the_oldest_petition_not_handled_stands_first_with_its_clock(sign_in, today, commune, clerk):
    newer = make_petition(commune, TODAY)
    older = make_petition(commune, date(2026, 3, 3))
    page = text_of(sign_in(clerk).get("/"))
    waiting = page[page.index("Đơn chưa xử lý") :]
    assert waiting.index(older.code) < waiting.index(newer.code)
    assert "còn" in waiting[waiting.index(older.code) : waiting.index(newer.code)]


def test_clocks_of_petitions_and_cases_stand_in_one_list_most_urgent_first(sign_in, today, commune, clerk):
    case = make_accepted_case(make_petition(commune, date(2026, 2, 6)))
    petition = make_petition(commune, date(2026, 3, 2))
    page = text_of(sign_in(clerk).get("/"))
    duties = page[page.index('id="duties"') : page.index('id="petitions"')]
    assert duties.index(f"Vụ việc {case.code}") < duties.index(f"Đơn {petition.code}")


def test_of_two_clocks_of_one_step_only_the_governing_one_is_a_duty(sign_in, today, commune, clerk):
    petition = make_petition(commune, date(2026, 3, 2))
    assert petition.deadlines.count() == 2
    page = text_of(sign_in(clerk).get("/"))
    duties = page[page.index('id="duties"') : page.index('id="petitions"')]
    assert duties.count(f"Đơn {petition.code}") == 1


def test_nothing_to_do_is_said_in_words(sign_in, today, clerk):
    page = text_of(sign_in(clerk).get("/"))
    assert "Không có việc nào đến hạn trong 7 ngày tới." in page
    assert "Không còn đơn nào chưa xử lý." in page
    assert "Hôm nay không có lịch tiếp công dân." in page


def test_the_chairman_sees_his_reception_what_waits_for_him_and_what_becomes_overdue(
    sign_in, today, commune, chairman
):
    make_session(commune, kind="dinh_ky")
    waiting = make_case(make_petition(commune, date(2026, 3, 3)))
    running = make_accepted_case(make_petition(commune, date(2026, 3, 2)))
    report = make_report(commune, status="reviewed")
    page = text_of(sign_in(chairman).get("/"))
    assert "Tiếp định kỳ, Thứ Năm 12/03/2026" in page
    to_accept = page[page.index("Vụ việc chờ thụ lý") : page.index("Đến hạn trong 7 ngày")]
    assert waiting.code in to_accept
    assert running.code not in to_accept
    assert running.code in page[page.index("Đến hạn trong 30 ngày") :]
    assert f"Báo cáo tháng {report.month}/2026" in page[page.index("Báo cáo chờ ký") :]


def test_an_officer_sees_the_cases_he_verifies_and_no_other(sign_in, today, commune, officer):
    mine = make_accepted_case(make_petition(commune, date(2026, 3, 3)))
    mine.verifier = officer
    mine.save()
    other = make_accepted_case(make_petition(commune, date(2026, 3, 3)))
    page = text_of(sign_in(officer).get("/"))
    assert mine.code in page
    assert other.code not in page


@pytest.mark.parametrize(
    ("who", "page"),
    [("inspector", "reports:matrix"), ("supervisor", "reports:list"), ("administrator", "office:system")],
)
def test_superiors_and_the_administrator_are_led_to_the_page_of_their_work(request, sign_in, who, page):
    from django.urls import reverse

    assert sign_in(request.getfixturevalue(who)).get("/").url == reverse(page)


def test_the_first_page_costs_the_same_with_three_rows_and_with_twelve(
    sign_in, today, commune, clerk, chairman
):
    def fill(count):
        session = make_session(commune)
        for _ in range(count):
            make_visit(session)
            make_case(make_petition(commune, date(2026, 3, 5)))
            make_accepted_case(make_petition(commune, date(2026, 2, 6)))
            make_petition(commune, date(2026, 3, 3))

    def cost(official):
        browser = sign_in(official)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            text_of(browser.get("/"))
        return len(queries)

    fill(3)
    few = [cost(clerk), cost(chairman)]
    fill(9)
    assert [cost(clerk), cost(chairman)] == few


# --- The search ---------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["nguyen van a", "NGUYỄN VĂN A", "Nguyễn  Văn A", "văn a nguyễn"])
def test_the_search_finds_a_person_typed_without_accents(sign_in, commune, clerk, typed):
    petition = make_petition(commune, signer_name="Nguyễn Văn A")
    visit = make_visit(make_session(commune), "Nguyễn Văn A")
    page = text_of(sign_in(clerk).get("/tra-cuu/", {"q": typed}))
    assert petition.code in page
    assert visit.code in page
    assert "2 lần trong kết quả này" in page


def test_the_search_finds_a_matter_and_a_number(sign_in, commune, clerk):
    case = make_case(make_petition(commune, summary="Đòi bồi thường cây cối, hoa màu"))
    browser = sign_in(clerk)
    assert case.code in text_of(browser.get("/tra-cuu/", {"q": "boi thuong"}))
    assert case.code in text_of(browser.get("/tra-cuu/", {"q": case.code.lower()}))


def test_the_search_never_finds_or_shows_a_denouncer(sign_in, commune, clerk, chairman):
    denunciation = make_petition(
        commune, kind="TC", signer_name=DENOUNCER, summary="Tố cáo thu tiền sai quy định"
    )
    make_visit(make_session(commune), DENOUNCER, content_kind="TC", summary="Tố cáo thu tiền sai quy định")
    for official in (clerk, chairman):
        browser = sign_in(official)
        assert "Không tìm thấy." in text_of(browser.get("/tra-cuu/", {"q": "trinh bi mat"}))
        found = text_of(browser.get("/tra-cuu/", {"q": "thu tien sai"}))
        assert denunciation.code in found
        assert DENOUNCER not in found
        assert DENOUNCER not in text_of(browser.get("/"))


def test_the_search_stays_inside_the_office(sign_in, commune, clerk_next_door):
    petition = make_petition(commune, signer_name="Nguyễn Văn A")
    page = text_of(sign_in(clerk_next_door).get("/tra-cuu/", {"q": "nguyen van a"}))
    assert petition.code not in page


def test_an_officer_finds_only_his_own_cases(sign_in, commune, officer):
    mine = make_case(make_petition(commune, summary="Tranh chấp ngõ đi chung"))
    other = make_case(make_petition(commune, summary="Tranh chấp ngõ đi chung"))
    mine.verifier = officer
    mine.save()
    page = text_of(sign_in(officer).get("/tra-cuu/", {"q": "ngo di chung"}))
    assert mine.code in page
    assert other.code not in page
    assert mine.petitions.get().code not in page


def test_a_single_letter_is_not_searched(sign_in, clerk):
    assert "ít nhất hai chữ cái" in text_of(sign_in(clerk).get("/tra-cuu/", {"q": "a"}))


def test_the_search_shows_twenty_of_each_kind_at_the_same_cost(sign_in, commune, clerk):
    def cost():
        browser = sign_in(clerk)
        with CaptureQueriesContext(connection) as queries:
            page = text_of(browser.get("/tra-cuu/", {"q": "dat"}))
        return len(queries), page.count('class="row-link"')

    for _ in range(5):
        make_petition(commune)
    few, _ = cost()
    for _ in range(20):
        make_petition(commune)
    assert cost() == (few, 20)


# --- The administrator's pages ------------------------------------------------------------------


def test_the_system_page_counts_jobs_and_shows_the_trail(sign_in, commune, clerk, administrator):
    Job.objects.create(kind=Job.Kind.EXPORT_REGISTER, unit=commune, state=Job.State.FAILED)
    petition = make_petition(commune, kind="TC", signer_name=DENOUNCER)
    page = text_of(sign_in(administrator).get("/he-thong/"))
    assert "hỏng" in page
    assert petition.code in page
    assert DENOUNCER not in page


def test_the_weekday_and_the_day_off_are_told_while_typing(sign_in, clerk):
    browser = sign_in(clerk)
    assert "Tết" in browser.get("/ngay-nghi/", {"ngay": "2026-02-17"}).json()["reason"]
    assert browser.get("/ngay-nghi/", {"ngay": "2026-03-12"}).json() == {"reason": ""}
    assert browser.get("/ngay-nghi/", {"ngay": "mai"}).json() == {"reason": ""}


def test_closing_a_case_takes_it_off_the_officers_page(sign_in, today, commune, officer):
    case = make_accepted_case(make_petition(commune, date(2026, 3, 3)))
    case.verifier = officer
    case.save()
    happen(case, EventKind.TRANSFERRED, TODAY, document_number="12/UBND")
    assert case.code not in text_of(sign_in(officer).get("/"))


def test_a_vice_chairman_without_a_place_in_the_books_has_no_session_of_his_own(sign_in, today, commune):
    make_session(commune, kind="dinh_ky")
    page = text_of(sign_in(make_official(commune, Role.VICE_CHAIRMAN)).get("/"))
    assert "Tuần này chưa có buổi nào do ông/bà tiếp." in page


def test_a_form_too_large_to_take_is_answered_with_a_sentence(sign_in, clerk):
    answer = sign_in(clerk).post(
        "/don-thu/moi/", "x" * 7_000_000, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 400
    assert "chưa có gì được ghi" in answer.content.decode()
