"""From the first draft to the inspectorate's desk and back: what each step asks for and leaves behind."""

from datetime import date

import pytest

from lucba.office.errors import RefusedError
from lucba.office.models import Job
from reports.actions import (
    build_report,
    edit_narrative,
    receive_report,
    reopen_report,
    return_report,
    review_report,
    send_report,
)
from reports.models import MonthlyReport, ReportEvent
from tests.building import TODAY, make_official, make_petition, make_unit
from tests.reports.offices import (
    CALENDAR,
    build,
    make_busy_february,
    make_reviewed,
    make_sent,
    make_signed,
    print_in_short,
    sign,
    work_off_jobs,
)

pytestmark = pytest.mark.usefixtures("today")
Status, Kind = MonthlyReport.Status, ReportEvent.Kind


def stages(report):
    return list(report.events.values_list("kind", flat=True))


def test_a_report_goes_from_the_draft_to_the_inspectorates_desk(commune, clerk, chairman, inspector):
    make_busy_february(commune)
    report = build(commune, by=clerk)
    assert (report.status, report.due_on, report.form_set) == (Status.DRAFT, date(2026, 3, 12), "tt06-2025")
    review_report(report, by=clerk, today=TODAY)
    report = sign(MonthlyReport.objects.get(), by=chairman)
    assert (report.number, report.symbol, report.signed_by) == (1, "BC-UBND", chairman)
    report = send_report(print_in_short(report), by=clerk, today=TODAY)
    assert (report.sent_to, report.sent_on, report.days_late(on=TODAY)) == (inspector.unit, TODAY, 0)
    report = receive_report(report, by=inspector, today=date(2026, 3, 13))
    assert report.status == Status.RECEIVED
    assert stages(report) == [Kind.BUILT, Kind.REVIEWED, Kind.SIGNED, Kind.SENT, Kind.RECEIVED]


def test_building_twice_gives_one_report_and_one_line_of_history(commune):
    make_busy_february(commune)
    first, second = build(commune), build(commune)
    assert first.pk == second.pk
    assert MonthlyReport.objects.count() == 1
    assert stages(second) == [Kind.BUILT]


def test_a_late_entry_in_the_books_changes_the_draft(commune):
    assert build(commune).figures["summary"]["received"] == 0
    make_petition(commune, date(2026, 2, 20))
    report = build(commune)
    assert report.figures["summary"]["received"] == 1
    assert stages(report) == [Kind.BUILT, Kind.BUILT]


def test_a_reviewed_report_falls_back_to_draft_when_the_books_change(commune):
    report = make_reviewed(commune)
    assert build(commune).status == Status.REVIEWED
    make_petition(commune, date(2026, 2, 20))
    report = build(commune)
    assert report.status == Status.DRAFT
    assert "sau khi rà soát" in report.events.last().note


def test_the_chairman_does_not_sign_figures_that_the_books_no_longer_give(commune):
    report = make_reviewed(commune)
    make_petition(commune, date(2026, 2, 20))
    with pytest.raises(RefusedError, match="đã thay đổi sau khi rà soát"):
        sign(report)


def test_a_sent_report_never_changes_again(commune):
    make_busy_february(commune)
    make_sent(commune)
    report = MonthlyReport.objects.get()
    kept = (report.figures, report.narrative, report.sha256, report.pdf.read())
    make_petition(commune, date(2026, 2, 20))
    with pytest.raises(RefusedError, match="không lập lại số liệu được"):
        build(commune)
    report = MonthlyReport.objects.get()
    assert (report.figures, report.narrative, report.sha256, report.pdf.read()) == kept
    event = report.events.get(kind=Kind.SENT)
    assert (event.figures, event.sha256, event.pdf.read()) == (kept[0], kept[2], kept[3])


def test_a_print_asked_for_before_sending_does_not_replace_the_sent_one(commune, clerk):
    report = make_sent(commune)
    work_off_jobs()
    assert Job.objects.get().state == Job.State.REFUSED
    assert MonthlyReport.objects.get().sha256 == report.sha256


def test_a_returned_report_is_corrected_and_sent_again_and_both_papers_stay(commune, clerk, inspector):
    report = make_sent(commune)
    report = return_report(report, reason="Thiếu đơn nhận ngày 20/02", by=inspector, today=date(2026, 3, 13))
    assert (report.status, report.return_reason) == (Status.RETURNED, "Thiếu đơn nhận ngày 20/02")
    report = reopen_report(report, by=clerk, today=date(2026, 3, 13))
    assert (report.version, report.number, report.status) == (2, None, Status.DRAFT)
    make_petition(commune, date(2026, 2, 20))
    report = make_sent(commune, sent_on=date(2026, 3, 16))
    assert (report.version, report.number, report.return_reason) == (2, 2, "")
    assert report.days_late(on=date(2026, 3, 16)) == 4
    first, second = report.events.filter(kind=Kind.SENT)
    assert first.figures["summary"]["received"] == 0
    assert second.figures["summary"]["received"] == 1
    assert first.pdf.read() != second.pdf.read()
    assert first.pdf.name != second.pdf.name


def test_a_report_is_returned_only_with_a_reason(commune, inspector):
    report = make_sent(commune)
    with pytest.raises(RefusedError, match="lý do") as refusal:
        return_report(report, reason="  ", by=inspector, today=TODAY)
    assert refusal.value.field == "reason"


def test_an_inspectorate_of_another_district_cannot_touch_the_report(commune):
    report = make_sent(commune)
    elsewhere = make_unit("TT-PHU-BINH", "Thanh tra huyện Phú Bình", level="huyen", kind="thanh_tra")
    stranger = make_official(elsewhere, "inspectorate")
    for step in (receive_report, return_report):
        options = {"reason": "Sai"} if step is return_report else {}
        with pytest.raises(RefusedError, match="không có quyền"):
            step(report, **options, by=stranger, today=TODAY)
    assert not MonthlyReport.objects.visible_to(stranger).exists()


@pytest.mark.parametrize("role", ["officer", "inspector", "supervisor", "administrator", "clerk_next_door"])
def test_nobody_but_the_office_reviews_signs_and_sends(role, commune, request):
    person = request.getfixturevalue(role)
    with pytest.raises(RefusedError, match="không có quyền"):
        review_report(build(commune), by=person, today=TODAY)
    with pytest.raises(RefusedError, match="không có quyền"):
        sign(make_reviewed(commune), by=person)
    report = sign(MonthlyReport.objects.get())
    with pytest.raises(RefusedError, match="không có quyền"):
        send_report(report, by=person, today=TODAY)


def test_the_clerk_does_not_sign(commune, clerk):
    with pytest.raises(RefusedError, match="không có quyền"):
        sign(make_reviewed(commune), by=clerk)


def test_a_report_is_not_signed_before_it_was_reviewed(commune):
    with pytest.raises(RefusedError, match="dự thảo"):
        sign(build(commune))


@pytest.mark.parametrize("day", [date(2026, 3, 13), date(2026, 2, 27)])
def test_the_day_of_signature_lies_between_the_end_of_the_period_and_today(day, commune):
    with pytest.raises(RefusedError) as refusal:
        sign(make_reviewed(commune), signed_on=day, today=TODAY)
    assert refusal.value.field == "signed_on"


def test_figures_that_break_a_hard_check_are_neither_reviewed_nor_signed(commune, clerk):
    report = build(commune)
    report.figures["checks"]["hard_failed"] = ["02/XLD 3=4+23"]
    report.save()
    with pytest.raises(RefusedError, match="02/XLD"):
        review_report(report, by=clerk, today=TODAY)
    MonthlyReport.objects.update(status=Status.REVIEWED)
    with pytest.raises(RefusedError, match="02/XLD"):
        sign(report)


def test_a_report_is_not_handed_in_before_its_month_is_over(commune, clerk):
    report = build_report(commune, 2026, 3, today=TODAY, calendar=CALENDAR)
    with pytest.raises(RefusedError, match="31/03/2026"):
        review_report(report, by=clerk, today=TODAY)


def test_a_month_to_come_and_a_month_before_the_books_have_no_report(commune):
    for month in ((2026, 4), (2023, 12)):
        with pytest.raises(RefusedError):
            build(commune, *month)
    assert not MonthlyReport.objects.exists()


def test_sending_waits_for_the_pdf(commune, clerk):
    report = make_signed(commune)
    with pytest.raises(RefusedError, match="chưa lập xong"):
        send_report(report, by=clerk, today=TODAY)


def test_a_pdf_changed_on_the_disk_is_not_sent(commune, clerk):
    report = print_in_short(make_signed(commune))
    with report.pdf.storage.open(report.pdf.name, "wb") as file:
        file.write(b"%PDF-1.7 khac")
    with pytest.raises(RefusedError, match="đã bị thay đổi"):
        send_report(report, by=clerk, today=TODAY)


def test_without_a_body_to_report_to_nothing_is_sent(commune, clerk):
    report = print_in_short(make_signed(commune))
    commune.profiles.update(reports_to=None)
    with pytest.raises(RefusedError, match="Chưa khai báo"):
        send_report(report, by=clerk, today=TODAY)


def test_numbers_of_reports_have_no_gap_and_begin_anew_each_year(commune, clerk, chairman):
    december = make_signed(commune, year=2025, month=12, signed_on=date(2026, 1, 9))
    february = make_signed(commune)
    november = make_signed(commune, year=2025, month=11, signed_on=date(2025, 12, 9))
    assert [report.number for report in (december, february, november)] == [1, 2, 1]


def test_a_signature_taken_back_before_sending_keeps_its_number(commune, clerk, chairman, vice_chairman):
    report = make_signed(commune)
    with pytest.raises(RefusedError, match="không có quyền"):
        reopen_report(report, by=clerk, today=TODAY)
    reopen_report(report, by=chairman, today=TODAY, reason="Sai lời văn")
    again = make_signed(commune, by=vice_chairman)
    next_report = make_signed(commune, year=2026, month=1)
    assert (again.number, again.version, next_report.number) == (1, 1, 2)


def test_a_refused_signature_takes_no_number(commune, chairman):
    with pytest.raises(RefusedError):
        sign(make_reviewed(commune), signed_on=date(2026, 3, 20), today=TODAY)
    assert make_signed(commune, year=2026, month=1).number == 1


def test_numbers_taken_outside_the_system_are_skipped_but_none_is_given_twice(commune):
    assert make_signed(commune, number=45).number == 45
    january = make_reviewed(commune, year=2026, month=1)
    with pytest.raises(RefusedError, match="số tiếp theo là 46") as refusal:
        sign(january, number=45)
    assert refusal.value.field == "number"
    assert sign(january).number == 46


def test_the_clerks_words_stay_when_the_report_is_rebuilt_and_the_change_under_them_is_marked(commune, clerk):
    report = build(commune)
    edit_narrative(report, texts={"I.don": "Tình hình trong tháng ổn định."}, by=clerk, today=TODAY)
    make_petition(commune, date(2026, 2, 20))
    report = build(commune)
    paragraph = next(p for s in report.narrative for p in s["paragraphs"] if p["key"] == "I.don")
    assert paragraph["text"] == "Tình hình trong tháng ổn định."
    assert "nhận 01 đơn" in paragraph["generated"]
    assert (paragraph["edited"], paragraph["outdated"]) == (True, True)
    report = edit_narrative(report, texts={"I.don": paragraph["generated"]}, by=clerk, today=TODAY)
    paragraph = next(p for s in report.narrative for p in s["paragraphs"] if p["key"] == "I.don")
    assert (paragraph["edited"], paragraph["outdated"]) == (False, False)


def test_an_edit_that_changes_nothing_leaves_no_trace(commune, clerk):
    report = build(commune)
    edit_narrative(report, texts={"II.4.bao-ve": "Không phát sinh. "}, by=clerk, today=TODAY)
    assert stages(report) == [Kind.BUILT]


def test_a_changed_sentence_makes_the_printed_draft_void(commune, clerk):
    report = print_in_short(build(commune))
    report = edit_narrative(report, texts={"I.don": "Ổn định."}, by=clerk, today=TODAY)
    assert not report.pdf


@pytest.mark.parametrize("role", ["chairman", "inspector", "clerk_next_door"])
def test_only_the_clerk_of_the_office_edits_a_draft(role, commune, request):
    with pytest.raises(RefusedError, match="không có quyền"):
        edit_narrative(
            build(commune), texts={"I.don": "Khác."}, by=request.getfixturevalue(role), today=TODAY
        )


def test_a_report_handed_in_is_not_edited(commune, clerk):
    with pytest.raises(RefusedError, match="đã rà soát"):
        edit_narrative(make_reviewed(commune), texts={"I.don": "Khác."}, by=clerk, today=TODAY)
