"""The notice of the calendar: a draft until confirmed, then numbered once, and replaced when days change."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from lucba.law.reception_duty import week_of
from lucba.law.reporting_periods import Period, calendar_month
from lucba.office.errors import RefusedError
from lucba.office.models import AuditEntry, NumberSeries, StaffTerm, UnitProfile
from lucba.papers.render import render_pdf
from reception.actions.papers import issue_paper
from reception.actions.planning import (
    confirm_sessions,
    delegate_session,
    plan_session,
    post_session,
    post_sessions,
)
from reception.actions.schedule import issue_schedule
from reception.actions.sessions import call_off_session
from reception.models import ReceptionPaper, ReceptionSession, SessionDeadline
from reception.notices import paper_to_print
from reception.papers.kinds import document_of, kind_of
from tests.building import TODAY, chairman_in_the_books, make_session, make_staff, make_visit
from tests.papers.reading import text

MARCH = calendar_month(2026, 3)
THURSDAY, NEXT_THURSDAY = date(2026, 3, 19), date(2026, 3, 26)
WEEK = week_of(NEXT_THURSDAY)


@pytest.fixture
def plan(commune, clerk):
    """Return a function that plans a day of the chairman."""

    def one(held_on, **fields):
        given = {"kind": "dinh_ky", "host_role": "thu_truong", "host": chairman_in_the_books(commune)}
        return plan_session(commune, held_on=held_on, by=clerk, today=TODAY, **{**given, **fields})

    return one


@pytest.fixture
def confirm(commune, chairman):
    def all_of(period=MARCH):
        confirm_sessions(commune, start=period.start, end=period.end, by=chairman, today=TODAY)

    return all_of


@pytest.fixture
def issue(commune, clerk):
    def one(period=MARCH, *, on=TODAY, **options):
        return issue_schedule(commune, period, on=on, by=clerk, **options)

    return one


@pytest.fixture
def thursdays(plan, confirm):
    """Two confirmed days of March."""
    sessions = [plan(THURSDAY), plan(NEXT_THURSDAY)]
    confirm()
    return sessions


def printed(paper):
    return text(render_pdf(document_of(ReceptionPaper.objects.get(pk=paper.pk))))


def move(session, day, *, by):
    """Move a session; a leader who does so confirms the new day."""
    return call_off_session(session, reason="Họp huyện", moved_to=day, by=by, today=TODAY)


# --- Draft and notice -----------------------------------------------------------------------------


def test_before_confirmation_it_is_a_draft_without_number_and_day(plan, clerk):
    plan(THURSDAY)
    paper = paper_to_print(clerk, MARCH, on=TODAY)
    assert (paper.pk, paper.number) == (None, None)
    words = text(render_pdf(document_of(paper)))
    assert "DỰ THẢO" in words
    assert "Thứ Năm 19/03/2026" in words
    assert "ngày 12 tháng 3" not in words


def test_the_confirmed_month_becomes_a_paper_with_number_day_and_chairman(thursdays, issue, clerk):
    paper = issue()
    assert (paper.number, paper.symbol, paper.issued_on) == (1, "TB-UBND", TODAY)
    words = printed(paper)
    for part in (
        "Số: 01/TB-UBND",
        "Lục Ba, ngày 12 tháng 3 năm 2026",
        "Lịch tiếp công dân từ ngày 01/03/2026 đến ngày 31/03/2026",
        "Thứ Năm 19/03/2026",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        "Trần Văn Hùng",
    ):
        assert part in words
    assert "DỰ THẢO" not in words
    assert paper_to_print(clerk, MARCH, on=date(2026, 3, 20)) == paper


def test_it_takes_its_number_from_the_series_of_the_office_s_other_notices(commune, thursdays, issue, clerk):
    visit = make_visit(make_session(commune), result="tu_choi", refusal_ground="9-3")
    signer = chairman_in_the_books(commune)
    answers = {"explanation": ""}
    issue_paper(visit, kind_of(visit, "tu-choi"), answers=answers, signer=signer, on=TODAY, by=clerk)
    assert issue().number == 2


def test_who_is_in_post_on_its_day_signs(commune, thursdays, issue):
    StaffTerm.objects.filter(role="chu_tich").update(ended_on=date(2026, 3, 11))
    make_staff(commune, full_name="Lê Thị Lan", position="Phó Chủ tịch", role="pho_chu_tich")
    words = printed(issue())
    assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in words
    assert "Lê Thị Lan" in words


def test_the_deputy_signs_when_chosen(commune, thursdays, issue):
    deputy = make_staff(commune, full_name="Lê Thị Lan", position="Phó Chủ tịch", role="pho_chu_tich")
    assert issue(signer=deputy).signer == deputy


def test_without_anybody_to_sign_no_number_is_taken(thursdays, issue):
    StaffTerm.objects.filter(role="chu_tich").update(ended_on=date(2026, 3, 11))
    with pytest.raises(RefusedError, match="chưa có Chủ tịch, Phó Chủ tịch để ký"):
        issue()
    assert not NumberSeries.objects.filter(series="TB-UBND").exists()


def test_what_waits_for_confirmation_stays_out_of_the_notice(plan, confirm, issue, clerk):
    plan(THURSDAY)
    confirm()
    plan(NEXT_THURSDAY)
    words = printed(issue())
    assert "19/03/2026" in words
    assert "26/03/2026" not in words


def test_nothing_confirmed_nothing_planned_and_days_gone_by_give_no_notice(plan, issue):
    with pytest.raises(RefusedError, match="chưa có buổi tiếp nào"):
        issue()
    plan(THURSDAY)
    with pytest.raises(RefusedError, match="chưa được Chủ tịch duyệt"):
        issue()
    with pytest.raises(RefusedError, match="đã qua"):
        issue(on=date(2026, 4, 1))
    assert not ReceptionPaper.objects.exists()


def test_neither_agenda_nor_reason_is_posted_for_everybody(plan, confirm, issue, chairman):
    session = plan(THURSDAY, agenda="Vụ đất của ông Ba")
    confirm()
    move(session, date(2026, 3, 20), by=chairman)
    words = printed(issue())
    assert "Lùi sang ngày 20/03/2026" in words
    assert "ông Ba" not in words
    assert "Họp huyện" not in words


def test_a_notice_of_the_calendar_has_its_days_and_a_number(commune, clerk):
    bare = {"unit": commune, "kind": "lich", "issued_on": TODAY, "made_by": clerk}
    for missing in ({"number": 1}, {"period_start": TODAY, "period_end": TODAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ReceptionPaper.objects.create(**bare, **missing)


# --- Issued again ---------------------------------------------------------------------------------


def test_issued_twice_unchanged_it_is_the_same_paper(thursdays, issue):
    assert issue() == issue(on=date(2026, 3, 13))
    assert ReceptionPaper.objects.count() == 1


def test_a_changed_calendar_gets_a_new_number_and_names_the_notice_it_replaces(thursdays, issue, chairman):
    first = issue()
    move(thursdays[1], date(2026, 3, 27), by=chairman)
    second = issue(on=date(2026, 3, 13))
    assert (second.number, second.replaces) == (2, first)
    words = printed(second)
    assert "Số: 02/TB-UBND" in words
    assert "Thông báo này thay thế Thông báo số 01/TB-UBND ngày 12 tháng 3 năm 2026." in words
    assert "Thứ Sáu 27/03/2026" in words


def test_a_week_that_the_month_s_notice_tells_already_needs_none_of_its_own(thursdays, issue):
    month = issue(MARCH)
    assert issue(WEEK) == month
    assert ReceptionPaper.objects.count() == 1


def test_a_week_changed_since_replaces_its_days_of_the_month_s_notice(thursdays, issue, chairman):
    month = issue(MARCH)
    move(thursdays[1], date(2026, 3, 27), by=chairman)
    week = issue(WEEK)
    assert week.replaces == month
    words = printed(week)
    assert "thay thế phần lịch từ ngày 23/03/2026 đến ngày 29/03/2026 tại Thông báo số 01/TB-UBND" in words
    assert "19/03/2026" not in words


def test_a_notice_prints_the_same_whatever_changes_later(commune, thursdays, issue, chairman):
    paper = issue()
    before = printed(paper)
    move(thursdays[1], date(2026, 3, 27), by=chairman)
    StaffTerm.objects.update(full_name="Tên Khác")
    UnitProfile.objects.filter(unit=commune).update(in_force_until=TODAY)
    assert printed(paper) == before


# --- Posting --------------------------------------------------------------------------------------


def test_posting_records_by_which_notice_each_day_was_posted(commune, thursdays, issue, clerk):
    notice = issue()
    post_sessions(commune, start=MARCH.start, end=MARCH.end, by=clerk, today=TODAY)
    assert set(notice.posted_sessions.all()) == set(thursdays)
    assert not SessionDeadline.objects.filter(met_on=None).exists()
    entries = AuditEntry.objects.filter(action="niêm yết lịch tiếp")
    assert {each.detail for each in entries} == {"thông báo lịch tiếp công dân số 01/TB-UBND"}


def test_what_is_posted_without_a_notice_gets_one(commune, thursdays, clerk):
    posted = post_sessions(commune, start=MARCH.start, end=MARCH.end, by=clerk, today=TODAY)
    notice = ReceptionPaper.objects.get()
    assert {each.posting_notice for each in posted} == {notice}
    assert Period(notice.period_start, notice.period_end) == MARCH


def test_a_refused_posting_takes_no_number(commune, plan, clerk):
    plan(THURSDAY)
    with pytest.raises(RefusedError, match="chưa được Chủ tịch duyệt"):
        post_sessions(commune, start=MARCH.start, end=MARCH.end, by=clerk, today=TODAY)
    assert not ReceptionPaper.objects.exists()


def test_a_day_posted_alone_goes_by_the_notice_that_covers_it(thursdays, issue, clerk):
    month = issue()
    assert post_session(thursdays[0], by=clerk, today=TODAY).posting_notice == month


def test_a_day_posted_alone_without_any_notice_is_posted_with_its_week(thursdays, clerk):
    notice = post_session(thursdays[1], by=clerk, today=TODAY).posting_notice
    assert Period(notice.period_start, notice.period_end) == WEEK


def test_a_moved_day_is_posted_by_the_notice_that_replaces_the_month_s(commune, thursdays, clerk, chairman):
    post_sessions(commune, start=MARCH.start, end=MARCH.end, by=clerk, today=TODAY)
    move(thursdays[1], date(2026, 3, 27), by=chairman)
    moved = ReceptionSession.objects.get(held_on=date(2026, 3, 27))
    notice = post_session(moved, by=clerk, today=TODAY).posting_notice
    assert Period(notice.period_start, notice.period_end) == MARCH
    thursdays[0].refresh_from_db()
    assert (notice.number, notice.replaces) == (2, thursdays[0].posting_notice)


def test_a_day_delegated_after_posting_makes_the_notice_out_of_date(commune, thursdays, issue, clerk):
    post_sessions(commune, start=MARCH.start, end=MARCH.end, by=clerk, today=TODAY)
    deputy = make_staff(commune, full_name="Lê Thị Lan", position="Phó Chủ tịch", role="pho_chu_tich")
    document = "12/GUQ-UBND"
    delegate_session(thursdays[0], host=deputy, delegation_document=document, by=clerk, today=TODAY)
    second = issue()
    assert second.number == 2
    assert "Lê Thị Lan Phó Chủ tịch" in printed(second)
