"""Planning the calendar: what the law asks of a session, its clocks, confirming, posting, delegating."""

from datetime import date, time

import pytest

from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError
from reception.actions.patterns import add_pattern, end_pattern
from reception.actions.planning import (
    confirm_sessions,
    delegate_session,
    plan_draft,
    plan_session,
    post_session,
    post_sessions,
    prepare_online,
)
from reception.actions.sessions import (
    call_off_session,
    close_session,
    conclude_session,
    receiving_session,
    start_receiving,
)
from reception.calendar_draft import draft, duties_short
from reception.calendar_stages import Act, acts_open
from reception.models import ReceptionSession, SessionDeadline
from tests.building import TODAY, chairman_in_the_books, clerk_of, make_session, make_staff, make_visit

Kind, HostRole, State = ReceptionSession.Kind, ReceptionSession.HostRole, ReceptionSession.State
THURSDAY = date(2026, 3, 26)
DECEMBER = date(2026, 12, 1), date(2026, 12, 31)


def plan(unit, by, held_on=THURSDAY, *, today=TODAY, **fields):
    """Plan a periodic session of the chairman unless told otherwise."""
    given = {
        "kind": Kind.PERIODIC,
        "host_role": HostRole.HEAD,
        "host": chairman_in_the_books(unit),
        **fields,
    }
    return plan_session(unit, held_on=held_on, by=by, today=today, **given)


def clock(session, step="TCD.POST"):
    return SessionDeadline.objects.get(session=session, step=step)


@pytest.fixture
def deputy(commune):
    return make_staff(commune, full_name="Lê Thị Lan", position="Phó Chủ tịch", role="pho_chu_tich")


@pytest.fixture
def thursdays(commune, clerk):
    return add_pattern(
        commune,
        weekday=3,
        kind=Kind.PERIODIC,
        host=chairman_in_the_books(commune),
        in_force_from=date(2026, 1, 1),
        starts_at=time(7, 30),
        by=clerk,
    )


# --- What the law asks of a session ---------------------------------------------------------------


def test_a_planned_day_of_the_chairman_says_until_when_it_must_be_posted(commune, clerk):
    posting = clock(plan(commune, clerk))
    assert (posting.due_on, posting.met_on) == (date(2026, 3, 19), None)
    assert any("Điều 24" in line for line in posting.explanation(working_calendar()))


def test_staff_and_extraordinary_sessions_have_no_posting_clock(commune, clerk):
    plan(commune, clerk, kind=Kind.REGULAR, host_role=HostRole.OFFICER, host=make_staff(commune))
    plan(commune, clerk, kind=Kind.EXTRAORDINARY, ground="b")
    assert not SessionDeadline.objects.exists()


def test_a_session_entered_after_its_day_starts_no_clock(commune, clerk):
    plan(commune, clerk, date(2026, 3, 5))
    assert not SessionDeadline.objects.exists()


def test_an_extraordinary_session_records_its_legal_ground(commune, clerk):
    with pytest.raises(RefusedError, match="Điều 18 khoản 3") as refusal:
        plan(commune, clerk, kind=Kind.EXTRAORDINARY)
    assert refusal.value.field == "ground"
    assert plan(commune, clerk, kind=Kind.EXTRAORDINARY, ground="a").ground == "a"


def test_a_session_on_a_day_off_needs_a_reason(commune, clerk):
    sunday = date(2026, 3, 22)
    with pytest.raises(RefusedError, match="ngày nghỉ \\(Chủ nhật\\)") as refusal:
        plan(commune, clerk, sunday)
    assert refusal.value.field == "agenda"
    assert plan(commune, clerk, sunday, agenda="Đoàn đông người chờ từ sáng").held_on == sunday


def test_hours_out_of_order_are_refused(commune, clerk):
    with pytest.raises(RefusedError, match="Giờ kết thúc"):
        plan(commune, clerk, starts_at=time(11), ends_at=time(7, 30))


def test_an_online_session_is_refused_before_the_decree(commune, clerk):
    with pytest.raises(RefusedError, match=r"từ ngày 01/07/2026 \(Nghị định 154/2026/NĐ-CP") as refusal:
        plan(commune, clerk, date(2026, 6, 30), online=True)
    assert refusal.value.field == "online"


def test_an_online_session_is_announced_and_its_link_tested_in_time(commune, clerk):
    session = plan(commune, clerk, date(2026, 7, 9), online=True)
    assert clock(session, "TCD.ONLINE.NOTICE").due_on == date(2026, 7, 2)
    assert clock(session, "TCD.ONLINE.TEST").due_on == date(2026, 7, 8)
    days = {"notice_sent_on": date(2026, 7, 1), "tested_on": None}
    prepare_online(session, **days, by=clerk, today=date(2026, 7, 1))
    assert clock(session, "TCD.ONLINE.NOTICE").met_on == date(2026, 7, 1)
    assert clock(session, "TCD.ONLINE.TEST").met_on is None


# --- Confirming and posting -----------------------------------------------------------------------


def test_the_chairman_confirms_a_month_in_one_act(commune, clerk, chairman):
    sessions = [plan(commune, clerk, day) for day in (date(2026, 3, 19), THURSDAY)]
    span = {"start": date(2026, 3, 1), "end": date(2026, 3, 31), "today": TODAY}
    with pytest.raises(RefusedError, match="do Chủ tịch"):
        confirm_sessions(commune, **span, by=clerk)
    assert confirm_sessions(commune, **span, by=chairman) == 2
    sessions[0].refresh_from_db()
    assert (sessions[0].confirmed_by, sessions[0].confirmed_on) == (chairman, TODAY)
    with pytest.raises(RefusedError, match="Không còn buổi tiếp nào chờ duyệt"):
        confirm_sessions(commune, **span, by=chairman)


def test_posting_waits_for_the_chairmans_word_and_stops_the_clock(commune, clerk, chairman):
    session = plan(commune, clerk)
    with pytest.raises(RefusedError, match="chưa được Chủ tịch duyệt"):
        post_session(session, by=clerk, today=TODAY)
    confirm_sessions(commune, start=THURSDAY, end=THURSDAY, by=chairman, today=TODAY)
    assert post_session(session, by=clerk, today=TODAY).announced_on == TODAY
    assert clock(session).met_on == TODAY
    with pytest.raises(RefusedError, match="đã niêm yết ngày 12/03/2026"):
        post_session(session, by=clerk, today=TODAY)


def test_posting_a_month_leaves_out_what_is_not_confirmed(commune, clerk, chairman):
    confirmed, waiting = plan(commune, clerk, date(2026, 3, 19)), plan(commune, clerk)
    confirm_sessions(commune, start=confirmed.held_on, end=confirmed.held_on, by=chairman, today=TODAY)
    span = {"start": date(2026, 3, 1), "end": date(2026, 3, 31), "by": clerk, "today": TODAY}
    assert post_sessions(commune, **span) == [confirmed]
    with pytest.raises(RefusedError, match="chưa được Chủ tịch duyệt"):
        post_sessions(commune, **span)
    waiting.refresh_from_db()
    assert waiting.announced_on is None


def test_posting_late_is_recorded_as_late(commune, clerk, chairman):
    session, late = plan(commune, clerk), date(2026, 3, 20)
    confirm_sessions(commune, start=THURSDAY, end=THURSDAY, by=chairman, today=TODAY)
    post_session(session, by=clerk, today=late)
    assert clock(session).met_on > clock(session).due_on


# --- Delegating, moving, cancelling ---------------------------------------------------------------


def test_a_delegated_day_names_deputy_and_paper(commune, clerk, deputy):
    session = plan(commune, clerk)
    with pytest.raises(RefusedError, match="văn bản ủy quyền"):
        delegate_session(session, host=deputy, delegation_document=" ", by=clerk, today=TODAY)
    delegate_session(session, host=deputy, delegation_document="12/GUQ-UBND", by=clerk, today=TODAY)
    session.refresh_from_db()
    assert (session.host_role, session.host) == (HostRole.DELEGATE, deputy)


def test_a_session_that_has_begun_is_not_delegated(commune, clerk, deputy):
    session = start_receiving(plan(commune, clerk, TODAY), by=clerk, today=TODAY)
    with pytest.raises(RefusedError, match="đã bắt đầu"):
        delegate_session(session, host=deputy, delegation_document="12/GUQ-UBND", by=clerk, today=TODAY)


def test_a_postponed_day_must_be_posted_anew_and_the_old_clock_ends(commune, clerk):
    session = plan(commune, clerk)
    call_off_session(session, reason="Họp huyện", moved_to=date(2026, 3, 27), by=clerk, today=TODAY)
    moved = ReceptionSession.objects.get(held_on=date(2026, 3, 27))
    assert moved.announced_on is None
    assert [row.session for row in SessionDeadline.objects.all()] == [moved]
    assert clock(moved).due_on == date(2026, 3, 20)


def test_a_day_is_not_moved_to_a_day_off(commune, clerk):
    with pytest.raises(RefusedError, match="là ngày nghỉ") as refusal:
        call_off_session(
            plan(commune, clerk), reason="Họp", moved_to=date(2026, 3, 28), by=clerk, today=TODAY
        )
    assert refusal.value.field == "moved_to"


# --- Holding --------------------------------------------------------------------------------------


def test_a_session_is_opened_on_its_day_only_and_once(commune, clerk):
    with pytest.raises(RefusedError, match="chỉ mở được đúng ngày tiếp"):
        start_receiving(plan(commune, clerk), by=clerk, today=TODAY)
    session = start_receiving(make_session(commune), by=clerk, today=TODAY)
    assert session.opened_at
    with pytest.raises(RefusedError, match="đã mở rồi"):
        start_receiving(session, by=clerk, today=TODAY)


def test_nobody_is_received_in_a_closed_session(commune, clerk):
    session = make_session(commune)
    make_visit(session)
    close_session(session, by=clerk, today=TODAY)
    with pytest.raises(RefusedError, match="đã kết thúc") as refusal:
        receiving_session(session, today=TODAY)
    assert refusal.value.field == "session"
    with pytest.raises(RefusedError, match="đã kết thúc"):
        close_session(session, by=clerk, today=TODAY)


def test_nobody_is_received_before_the_day(commune):
    with pytest.raises(RefusedError, match="chưa đến ngày"):
        receiving_session(make_session(commune), today=date(2026, 3, 11))


def test_the_head_concludes_his_session_also_after_it(commune, clerk):
    session = close_session(plan(commune, clerk, TODAY), by=clerk, today=TODAY)
    conclude_session(session, conclusion=" Giao địa chính kiểm tra trước 20/03. ", by=clerk)
    session.refresh_from_db()
    assert session.conclusion == "Giao địa chính kiểm tra trước 20/03."
    with pytest.raises(RefusedError, match="mới có kết luận"):
        conclude_session(make_session(commune), conclusion="x", by=clerk)


def test_a_session_of_the_imported_books_offers_its_conclusion_only(commune, clerk):
    session = make_session(commune, date(2026, 3, 5), kind=Kind.PERIODIC)
    session.state = State.HELD
    assert acts_open(session, clerk, today=TODAY) == {Act.CONCLUDE}


# --- The weekly pattern and the draft -------------------------------------------------------------


def days(lines):
    return [line.held_on.day for line in lines if line.is_new]


def test_a_day_off_moves_to_the_next_working_day(commune, thursdays):
    lines = draft(
        commune, date(2026, 2, 1), date(2026, 2, 28), calendar=working_calendar(), today=date(2026, 1, 15)
    )
    moved = next(line for line in lines if line.moved)
    assert (moved.pattern_day, moved.held_on) == (date(2026, 2, 19), date(2026, 2, 23))
    assert moved.day_off
    assert days(lines) == [5, 12, 23, 26]


def test_drafting_twice_adds_nothing_and_keeps_what_was_called_off(commune, clerk, thursdays):
    span = {"start": DECEMBER[0], "end": DECEMBER[1], "by": clerk, "today": date(2026, 11, 20)}
    planned = plan_draft(commune, **span)
    assert [each.held_on.day for each in planned] == [3, 10, 17, 24, 31]
    assert {each.starts_at for each in planned} == {time(7, 30)}
    call_off_session(planned[0], reason="Họp tỉnh", by=clerk, today=date(2026, 11, 20))
    assert plan_draft(commune, **span) == []


def test_a_draft_leaves_the_past_alone(commune, thursdays):
    lines = draft(
        commune, date(2026, 3, 1), date(2026, 3, 31), calendar=working_calendar(), today=date(2026, 3, 13)
    )
    assert days(lines) == [19, 26]


def test_an_officer_who_is_there_already_does_not_receive_twice_on_one_day(commune, clerk):
    officer = make_staff(commune)
    for weekday in (3, 4):
        add_pattern(
            commune,
            weekday=weekday,
            kind=Kind.REGULAR,
            host=officer,
            in_force_from=date(2026, 1, 1),
            by=clerk,
        )
    day_off_thursday = {"start": date(2026, 4, 29), "end": date(2026, 5, 5)}
    planned = plan_draft(commune, **day_off_thursday, by=clerk, today=TODAY)
    assert [each.held_on for each in planned] == [date(2026, 5, 4)]


def test_two_chairman_days_a_month_are_asked_for_from_july_2026(commune, clerk):
    host = chairman_in_the_books(commune)
    plan(commune, clerk, date(2026, 12, 10), host=host)
    days_of_draft = {"calendar": working_calendar(), "today": date(2026, 11, 20)}
    (short,) = duties_short(commune, *DECEMBER, [], **days_of_draft)
    assert (short.is_month, short.missing) == (True, 1)
    plan(commune, clerk, date(2026, 12, 11), host=host)
    assert duties_short(commune, *DECEMBER, [], **days_of_draft) == []


def test_a_day_each_week_is_asked_for_before_july_2026(commune):
    march = date(2026, 3, 1), date(2026, 3, 31)
    short = duties_short(commune, *march, [], calendar=working_calendar(), today=TODAY)
    assert [(each.is_month, each.span.start.day) for each in short] == [(False, 9), (False, 16), (False, 23)]


def test_a_chairman_who_left_is_named_as_the_problem(commune, thursdays):
    thursdays.host.terms.update(ended_on=date(2026, 11, 30))
    lines = draft(commune, *DECEMBER, calendar=working_calendar(), today=date(2026, 11, 20))
    assert {line.problem for line in lines} == {"người tiếp không còn trong danh sách cán bộ ngày này"}


def test_a_weekly_reception_stands_once_and_ends_on_a_day(commune, clerk, thursdays):
    again = {"weekday": 3, "kind": Kind.PERIODIC, "host": thursdays.host, "by": clerk}
    with pytest.raises(RefusedError, match="đã có"):
        add_pattern(commune, **again, in_force_from=TODAY)
    with pytest.raises(RefusedError, match="trước ngày bắt đầu"):
        end_pattern(thursdays, in_force_until=date(2025, 12, 31), by=clerk)
    end_pattern(thursdays, in_force_until=date(2026, 12, 10), by=clerk)
    lines = draft(commune, *DECEMBER, calendar=working_calendar(), today=date(2026, 11, 20))
    assert days(lines) == [3, 10]
    assert add_pattern(commune, **again, in_force_from=date(2026, 12, 11))


def test_the_same_session_is_planned_once_and_another_of_the_day_needs_its_own_hours(commune):
    chairman = chairman_in_the_books(commune)
    planned = {"kind": "dinh_ky", "host_role": "thu_truong", "host": chairman}
    signed = {"by": clerk_of(commune), "today": TODAY}
    morning = {"starts_at": time(8), "ends_at": time(11)}
    first = plan_session(commune, held_on=date(2026, 3, 19), **planned, **morning, **signed)
    with pytest.raises(RefusedError, match=first.code):
        plan_session(commune, held_on=date(2026, 3, 19), **planned, **signed)
    afternoon = {"starts_at": time(14), "ends_at": time(16)}
    plan_session(commune, held_on=date(2026, 3, 19), **planned, **afternoon, **signed)
    assert ReceptionSession.objects.count() == 2
