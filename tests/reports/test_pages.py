"""The pages of the reports: what each person sees, what a button does, and what nobody else may open."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lucba.office.models import AuditEntry, Job
from reports.actions import reopen_report, return_report
from reports.assembly import new_report
from reports.models import MonthlyReport
from tests.building import TODAY, chairman_of, make_official, make_session, make_unit
from tests.reports.offices import (
    build,
    make_busy_february,
    make_reviewed,
    make_sent,
    print_in_short,
    sign,
    work_off_jobs,
)

pytestmark = pytest.mark.usefixtures("today")
MONTH = date(2026, 2, 1)
PAGE = "/bao-cao/2026-02/"
Status = MonthlyReport.Status


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def commune(commune):
    commune.reports_from = date(2026, 1, 1)
    commune.save()
    return commune


def test_the_clerk_sees_every_month_with_its_state_and_its_last_day(commune, clerk, sign_in):
    make_sent(commune, year=2026, month=1, sent_on=date(2026, 2, 11))
    build(commune)
    text = text_of(sign_in(clerk).get("/bao-cao/"))
    assert "Tháng 03/2026" in text
    assert "Tháng 01/2026" in text
    assert "dự thảo" in text
    assert "1/BC-UBND, 11/02/2026" in text
    assert "12/03/2026" in text
    older = text_of(sign_in(clerk).get("/bao-cao/?nam=2025"))
    assert "Tháng 12/2025" in older
    assert "không gửi qua hệ thống" in older


def test_an_unbuilt_month_is_built_by_the_worker_when_the_clerk_asks(commune, clerk, sign_in):
    chairman_of(commune)
    browser = sign_in(clerk)
    assert "Lập dự thảo" in text_of(browser.get(PAGE))
    browser.post(PAGE + "lap/")
    watched = browser.get(PAGE + "tien-do/").json()
    assert watched == {"percent": 0, "step": "đang chờ", "over": False}
    assert "data-progress-url" in text_of(browser.get(PAGE))
    work_off_jobs()
    assert browser.get(PAGE + "tien-do/").json()["over"]
    text = text_of(browser.get(PAGE))
    assert "Biểu 01/TCD" in text
    assert "Trình ký" in text
    assert Job.objects.get().requested_by == clerk


def test_a_refusal_of_the_worker_is_shown(commune, clerk, sign_in):
    browser = sign_in(clerk)
    browser.post("/bao-cao/2026-04/lap/")
    work_off_jobs()
    assert "chưa bắt đầu" in text_of(browser.get("/bao-cao/2026-04/"))


def test_the_whole_life_goes_through_the_pages(commune, clerk, chairman, inspector, sign_in):
    make_busy_february(commune)
    build(commune)
    office, leader, above = sign_in(clerk), sign_in(chairman), sign_in(inspector)
    office.post(PAGE + "trinh-ky/")
    assert "Xem và ký báo cáo" in text_of(leader.get(PAGE))
    assert "Xem và ký báo cáo" not in text_of(office.get(PAGE))
    assert 'value="1"' in text_of(leader.get(PAGE + "ky/"))
    answer = leader.post(PAGE + "ky/", {"signed_on": "12/03/2026", "number": "1"}, follow=True)
    assert "Đã ký báo cáo" in text_of(answer)
    assert "chờ bản PDF lập xong" in text_of(office.get(PAGE))
    work_off_jobs()
    assert "Đã gửi báo cáo." in text_of(office.post(PAGE + "gui/", follow=True))
    page = "/bao-cao/LUC-BA/2026-02/"
    assert "đúng hạn" in text_of(above.get("/bao-cao/tinh-hinh/"))
    file = above.get(page + "lan-1.pdf")
    assert file["Content-Disposition"] == 'attachment; filename="bao-cao-ubnd-xa-luc-ba-2026-02-lan-1.pdf"'
    assert b"".join(file.streaming_content) == MonthlyReport.objects.get().pdf.read()
    assert "Đã tiếp nhận" in text_of(above.post(page + "tiep-nhan/", follow=True))
    assert "đã tiếp nhận" in text_of(office.get(PAGE))


def test_a_returned_report_tells_the_office_why_and_can_be_reopened(commune, clerk, inspector, sign_in):
    make_sent(commune)
    above, office = sign_in(inspector), sign_in(clerk)
    refused = above.post("/bao-cao/LUC-BA/2026-02/tra-lai/", {"reason": ""})
    assert "lý do" in text_of(refused)
    above.post("/bao-cao/LUC-BA/2026-02/tra-lai/", {"reason": "Thiếu biểu 05/KQTH"})
    assert "bị trả lại" in text_of(above.get("/bao-cao/tinh-hinh/"))
    assert "Thiếu biểu 05/KQTH" in text_of(office.get(PAGE))
    office.post(PAGE + "ve-du-thao/")
    assert MonthlyReport.objects.get().version == 2
    assert "bị trả lại, đang sửa" in text_of(above.get("/bao-cao/tinh-hinh/"))
    assert above.get("/bao-cao/LUC-BA/2026-02/").status_code == 404


def test_a_refused_step_says_why_and_changes_nothing(commune, clerk, sign_in):
    build(commune)
    text = text_of(sign_in(clerk).post(PAGE + "gui/", follow=True))
    assert "«dự thảo»" in text
    assert MonthlyReport.objects.get().status == Status.DRAFT


def test_a_wrong_day_of_signature_is_refused_at_its_field(commune, chairman, sign_in):
    make_reviewed(commune)
    answer = sign_in(chairman).post(PAGE + "ky/", {"signed_on": "27/02/2026", "number": "1"})
    assert "Ngày ký không được trước ngày cuối kỳ" in text_of(answer)
    assert MonthlyReport.objects.get().status == Status.REVIEWED


def test_signing_twice_with_one_click_too_many_takes_one_number(commune, chairman, sign_in):
    make_reviewed(commune)
    browser = sign_in(chairman)
    for _ in range(2):
        browser.post(PAGE + "ky/", {"signed_on": "12/03/2026", "number": "1", "once": "mot-lan"})
    assert MonthlyReport.objects.get().number == 1
    assert MonthlyReport.objects.get().events.filter(kind="signed").count() == 1


def test_the_clerk_puts_a_section_into_his_own_words(commune, clerk, sign_in):
    build(commune)
    browser = sign_in(clerk)
    assert "Câu theo số liệu" not in text_of(browser.get(PAGE + "loi-van/I/"))
    browser.post(PAGE + "loi-van/I/", {"I.don": "Tình hình <b>ổn định</b>.", "I.doan": "", "I.ton": ""})
    text = text_of(browser.get(PAGE))
    assert "Tình hình &lt;b&gt;ổn định&lt;/b&gt;." in text
    assert "đã sửa" in text
    assert "Câu theo số liệu: Trong kỳ không phát sinh đơn" in text_of(browser.get(PAGE + "loi-van/I/"))


@pytest.mark.parametrize("section", ["II", "khong-co"])
def test_a_section_without_paragraphs_is_not_edited(section, commune, clerk, sign_in):
    build(commune)
    assert sign_in(clerk).get(f"{PAGE}loi-van/{section}/").status_code == 404


def test_what_stands_in_the_way_of_signing_is_listed(commune, clerk, sign_in):
    make_busy_february(commune)
    make_session(commune, date(2026, 2, 11))
    report = build(commune)
    report.figures["checks"]["hard_failed"] = ["02/XLD 3=4+23"]
    report.save()
    text = text_of(sign_in(clerk).get(PAGE))
    assert "Số liệu không khớp: 02/XLD 3=4+23." in text
    assert "1 đơn nhận đến hết kỳ chưa xử lý." in text
    assert "1 buổi tiếp trong kỳ chưa ghi kết thúc." in text


def test_a_gap_between_two_reports_is_shown(commune, clerk, sign_in):
    commune.profiles.update(period_preset="15-14")
    build(commune, 2026, 1)
    commune.profiles.update(period_preset="calendar-month")
    build(commune)
    assert "không thuộc kỳ nào" in text_of(sign_in(clerk).get(PAGE))


def test_every_download_is_written_down(commune, clerk, sign_in):
    print_in_short(build(commune))
    file = sign_in(clerk).get(PAGE + "bao-cao.pdf")
    assert "du-thao" in file["Content-Disposition"]
    entry = AuditEntry.objects.get(action="tải báo cáo tháng")
    assert (entry.official, entry.unit) == (clerk, commune)


def test_without_a_print_there_is_nothing_to_download(commune, clerk, sign_in):
    build(commune)
    assert sign_in(clerk).get(PAGE + "bao-cao.pdf").status_code == 404


def test_the_draft_is_printed_on_demand(commune, clerk, sign_in):
    build(commune)
    browser = sign_in(clerk)
    assert "Lập bản in PDF" in text_of(browser.get(PAGE))
    browser.post(PAGE + "ban-in/")
    work_off_jobs()
    assert b"".join(browser.get(PAGE + "bao-cao.pdf").streaming_content).startswith(b"%PDF")


def test_an_earlier_version_can_still_be_opened_by_those_above(commune, clerk, inspector, sign_in):
    report = make_sent(commune)
    return_report(report, reason="Sai", by=inspector, today=TODAY)
    reopen_report(report, by=clerk, today=TODAY)
    make_sent(commune, sent_on=date(2026, 3, 13))
    browser = sign_in(inspector)
    first, second = (
        b"".join(browser.get(f"/bao-cao/LUC-BA/2026-02/lan-{n}.pdf").streaming_content) for n in (1, 2)
    )
    assert first != second
    assert browser.get("/bao-cao/LUC-BA/2026-02/lan-3.pdf").status_code == 404


def test_the_inspectorate_sees_figures_but_no_people(commune, inspector, sign_in):
    make_busy_february(commune)
    make_sent(commune)
    text = text_of(sign_in(inspector).get("/bao-cao/LUC-BA/2026-02/"))
    assert "Biểu 02/XLD" in text
    for name in ("Nguyễn Văn An", "Lê Thị Bưởi", "Hoàng Văn Cam"):
        assert name not in text


def test_a_draft_is_nobodys_business_but_the_offices(
    commune, inspector, supervisor, clerk_next_door, sign_in
):
    build(commune)
    for person in (inspector, supervisor):
        assert sign_in(person).get("/bao-cao/LUC-BA/2026-02/").status_code == 404
        assert sign_in(person).get("/bao-cao/LUC-BA/2026-02/lan-1.pdf").status_code == 404
        assert sign_in(person).get(PAGE).status_code == 403
    assert "Lập dự thảo" in text_of(sign_in(clerk_next_door).get(PAGE))


def test_another_districts_inspectorate_opens_nothing(commune, sign_in):
    make_sent(commune)
    elsewhere = make_unit("TT-PHU-BINH", "Thanh tra huyện Phú Bình", level="huyen", kind="thanh_tra")
    browser = sign_in(make_official(elsewhere, "inspectorate"))
    assert "Lục Ba" not in text_of(browser.get("/bao-cao/tinh-hinh/"))
    assert browser.get("/bao-cao/LUC-BA/2026-02/").status_code == 404
    assert browser.get("/bao-cao/LUC-BA/2026-02/lan-1.pdf").status_code == 404
    assert browser.post("/bao-cao/LUC-BA/2026-02/tiep-nhan/").status_code == 404
    assert browser.post("/bao-cao/LUC-BA/2026-02/tra-lai/", {"reason": "x"}).status_code == 404


def test_the_supervisor_reads_what_his_committee_sent_and_changes_nothing(commune, supervisor, sign_in):
    make_sent(commune)
    browser = sign_in(supervisor)
    assert "Tháng 02/2026" in text_of(browser.get("/bao-cao/"))
    text = text_of(browser.get("/bao-cao/LUC-BA/2026-02/"))
    assert "Tải PDF" in text
    assert "Trả lại báo cáo" not in text
    assert browser.post("/bao-cao/LUC-BA/2026-02/tiep-nhan/").status_code == 403


@pytest.mark.parametrize("role", ["officer", "administrator"])
def test_officers_and_the_administrator_open_no_report(role, commune, request, sign_in):
    make_sent(commune)
    browser = sign_in(request.getfixturevalue(role))
    for address in ("/bao-cao/", PAGE, "/bao-cao/tinh-hinh/", "/bao-cao/LUC-BA/2026-02/lan-1.pdf"):
        assert browser.get(address).status_code == 403


def test_steps_are_taken_by_post_only(commune, clerk, sign_in):
    build(commune)
    for step in ("lap", "ban-in", "trinh-ky", "ve-du-thao", "gui"):
        assert sign_in(clerk).get(f"{PAGE}{step}/").status_code == 405


def test_the_table_says_on_time_late_missing_and_not_yet(commune, neighbour, inspector, sign_in):
    neighbour.reports_from = date(2026, 1, 1)
    neighbour.save()
    make_sent(commune, year=2026, month=1, sent_on=date(2026, 2, 16))
    make_sent(commune)
    text = text_of(sign_in(inspector).get("/bao-cao/tinh-hinh/"))
    assert "gửi chậm 4 ngày" in text
    assert "đúng hạn" in text
    assert "chưa gửi, hạn 12/03" in text
    assert "chưa gửi, quá 28 ngày" in text
    assert text.index("02/2026") < text.index("01/2026")


def test_the_table_of_months_gone_by_is_a_click_away(commune, inspector, sign_in):
    make_sent(commune, year=2025, month=6, sent_on=date(2025, 7, 10))
    browser = sign_in(inspector)
    latest = browser.get("/bao-cao/tinh-hinh/")
    assert "06/2025" not in text_of(latest)
    assert "?truoc=2025-09" in text_of(latest)
    assert "06/2025" in text_of(browser.get("/bao-cao/tinh-hinh/?truoc=2025-09"))
    assert browser.get("/bao-cao/tinh-hinh/?truoc=bay-gio").status_code == 200


def test_a_commune_stands_in_the_table_of_the_body_it_reported_to_at_the_time(commune, inspector, sign_in):
    commune.profiles.update(in_force_until=date(2025, 12, 31))
    text = text_of(sign_in(inspector).get("/bao-cao/tinh-hinh/"))
    assert "Lục Ba" in text
    assert "chưa gửi" not in text


def count_queries(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(address).status_code == 200
    return len(queries)


def test_the_table_costs_the_same_with_one_commune_and_with_twenty(commune, inspectorate, inspector, sign_in):
    make_sent(commune)
    browser = sign_in(inspector)
    few = count_queries(browser, "/bao-cao/tinh-hinh/")
    for number in range(20):
        unit = make_unit(f"X{number}", f"UBND xã Số {number}", reports_to=inspectorate)
        new_report(unit, 2026, 2).save()
    assert count_queries(browser, "/bao-cao/tinh-hinh/") == few


def test_the_list_costs_the_same_with_one_report_and_with_three(commune, clerk, sign_in):
    build(commune)
    browser = sign_in(clerk)
    few = count_queries(browser, "/bao-cao/")
    build(commune, 2026, 1)
    build(commune, 2026, 3)
    assert count_queries(browser, "/bao-cao/") == few


def test_a_report_page_costs_the_same_with_one_version_and_with_two(commune, clerk, inspector, sign_in):
    report = make_sent(commune)
    browser = sign_in(clerk)
    few = count_queries(browser, PAGE)
    return_report(report, reason="Sai", by=inspector, today=TODAY)
    reopen_report(report, by=clerk, today=TODAY)
    make_sent(commune, sent_on=TODAY)
    assert count_queries(browser, PAGE) == few


def test_a_report_can_be_named_in_an_address_by_itself(commune):
    report = sign(make_reviewed(commune))
    assert reverse("reports:page", args=[report]) == PAGE == reverse("reports:page", args=[MONTH])
