"""Plan the calendar: sessions with what the law asks of them, confirmation, posting, delegation, preparation.

Putting a session into the book and holding it is in `reception.actions.sessions`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from lucba.law.reception_duty import week_of
from lucba.law.reporting_periods import Period
from lucba.law.working_days import WorkingCalendar
from lucba.office import audit
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError, refuse_blank, refuse_future
from lucba.office.models import Official, StaffMember, Unit
from reception.actions.papers import paper_name
from reception.actions.schedule import issue_schedule
from reception.actions.sessions import check_host, locked_session, open_session
from reception.calendar_clocks import stop_clocks
from reception.calendar_draft import draft
from reception.calendar_stages import needs_confirmation
from reception.models import ReceptionPaper, ReceptionSession
from reception.notices import notices_within

Kind, HostRole, State = ReceptionSession.Kind, ReceptionSession.HostRole, ReceptionSession.State


@transaction.atomic
def plan_session(unit: Unit, *, held_on: date, by: Official, today: date, **fields: Any) -> ReceptionSession:
    """Plan a session as the office does; `fields` are those of `open_session`.

    Raises RefusedError for an extraordinary one without its ground (LTCD 18(3)), one on a day off without a
    reason in its agenda, hours out of order, one planned already, and whatever `open_session` refuses.
    """
    if fields["kind"] == Kind.EXTRAORDINARY:
        refuse_blank(
            fields.get("ground"),
            "Tiếp đột xuất phải chọn căn cứ a hoặc b (Luật Tiếp công dân, Điều 18 khoản 3).",
            field="ground",
        )
    else:
        fields["ground"] = ""
    _refuse_day_off(held_on, fields.get("agenda", ""), working_calendar())
    _refuse_hours(fields.get("starts_at"), fields.get("ends_at"))
    _refuse_twice(unit, held_on, fields)
    return open_session(unit, held_on=held_on, by=by, today=today, **fields)


def _refuse_day_off(held_on: date, agenda: str, calendar: WorkingCalendar) -> None:
    off = calendar.day_off_reason(held_on)
    if off and not agenda.strip():
        raise RefusedError(
            f"Ngày {held_on:%d/%m/%Y} là ngày nghỉ ({off}). Hãy ghi lý do tiếp vào ngày nghỉ ở ô nội dung.",
            field="agenda",
        )


def _refuse_hours(starts_at: Any, ends_at: Any) -> None:
    if starts_at and ends_at and ends_at <= starts_at:
        raise RefusedError("Giờ kết thúc phải sau giờ bắt đầu.", field="ends_at")


def _refuse_twice(unit: Unit, held_on: date, fields: dict[str, Any]) -> None:
    """Refuse the same session a second time: one host, one day, one kind, hours that meet."""
    Unit.objects.select_for_update().get(pk=unit.pk)  # two forms sent at once come one after the other
    same_day = ReceptionSession.objects.filter(
        unit=unit, held_on=held_on, kind=fields["kind"], host=fields["host"]
    ).exclude(state=State.NOT_HELD)
    starts_at, ends_at = fields.get("starts_at"), fields.get("ends_at")
    for other in same_day:
        apart = (ends_at and other.starts_at and ends_at <= other.starts_at) or (
            starts_at and other.ends_at and other.ends_at <= starts_at
        )
        if not apart:
            raise RefusedError(
                f"Buổi tiếp này đã có trong lịch (mã {other.code}). Muốn thêm buổi khác cùng ngày, "
                "hãy ghi giờ không trùng.",
                field="starts_at",
            )


@transaction.atomic
def plan_draft(unit: Unit, *, start: date, end: date, by: Official, today: date) -> list[ReceptionSession]:
    """Plan what the weekly pattern gives from `start` to `end` (inclusive) and is not in the calendar yet.

    Doing it twice adds nothing: the unit's row is locked while the draft is made.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    lines = draft(unit, start, end, calendar=working_calendar(), today=today)
    return [
        plan_session(
            unit,
            held_on=line.held_on,
            kind=line.pattern.kind,
            host_role=line.pattern.host_role,
            host=line.pattern.host,
            starts_at=line.pattern.starts_at,
            ends_at=line.pattern.ends_at,
            by=by,
            today=today,
        )
        for line in lines
        if line.is_new
    ]


@transaction.atomic
def confirm_sessions(unit: Unit, *, start: date, end: date, by: Official, today: date) -> int:
    """Let a leader confirm what is planned from `start` to `end`, neither past nor posted; return how many.

    Raises RefusedError for anybody else, and when none waits for it.
    """
    _refuse_unless_leader(by)
    waiting = ReceptionSession.objects.filter(
        unit=unit,
        held_on__range=(max(start, today), end),
        state=State.PLANNED,
        confirmed_on__isnull=True,
        announced_on__isnull=True,
    )
    confirmed = waiting.update(confirmed_by=by, confirmed_on=today)
    if not confirmed:
        raise RefusedError("Không còn buổi tiếp nào chờ duyệt.")
    audit.record("duyệt lịch tiếp", subject=f"{start:%d/%m/%Y}–{end:%d/%m/%Y}", by=by, detail=str(confirmed))
    return confirmed


@transaction.atomic
def confirm_session(session: ReceptionSession, *, by: Official, today: date) -> ReceptionSession:
    """Let a leader confirm one planned session. Raises RefusedError for anybody else, and the second time."""
    _refuse_unless_leader(by)
    session = _still_planned(session)
    if session.confirmed_on:
        raise RefusedError(f"Buổi tiếp đã được duyệt ngày {session.confirmed_on:%d/%m/%Y}.")
    session.confirmed_by, session.confirmed_on = by, today
    session.save(update_fields=["confirmed_by", "confirmed_on"])
    audit.record("duyệt lịch tiếp", subject=session.code, by=by)
    return session


def _refuse_unless_leader(by: Official) -> None:
    if not by.is_leader:
        raise RefusedError("Lịch tiếp công dân do Chủ tịch, Phó Chủ tịch duyệt.")


@transaction.atomic
def post_sessions(unit: Unit, *, start: date, end: date, by: Official, today: date) -> list[ReceptionSession]:
    """Record that the calendar from `start` to `end` was posted today; return the sessions now posted.

    Its notice is issued unless one says the same already. Sessions that wait for confirmation are left out.
    Raises RefusedError when none can be posted.
    """
    unposted = ReceptionSession.objects.select_for_update(of=("self",)).filter(
        unit=unit,
        held_on__range=(max(start, today), end),
        state=State.PLANNED,
        announced_on__isnull=True,
    )
    rows = list(unposted)
    ready = [session for session in rows if not needs_confirmation(session)]
    if not ready:
        waiting = "Lịch chưa được Chủ tịch duyệt. Hãy trình duyệt trước khi niêm yết."
        raise RefusedError(waiting if rows else "Không còn buổi tiếp nào chưa niêm yết.")
    notice = issue_schedule(unit, Period(start, end), on=today, by=by)
    for session in ready:
        _post(session, notice, by=by, today=today)
    return ready


@transaction.atomic
def post_session(session: ReceptionSession, *, by: Official, today: date) -> ReceptionSession:
    """Record that one session was posted today; stops TCD.POST, late or not (LTCD 24(4)).

    Posted is the notice that covers its day, issued anew when it does not say the same; else its week's.
    """
    session = _still_planned(session)
    if session.announced_on:
        raise RefusedError(f"Lịch đã niêm yết ngày {session.announced_on:%d/%m/%Y}.")
    if needs_confirmation(session):
        raise RefusedError("Lịch chưa được Chủ tịch duyệt. Hãy trình duyệt trước khi niêm yết.")
    if today > session.held_on:
        raise RefusedError("Ngày tiếp đã qua, không niêm yết được nữa.")
    notice = issue_schedule(session.unit, _days_of_notice(session, by=by), on=today, by=by)
    _post(session, notice, by=by, today=today)
    return session


def _days_of_notice(session: ReceptionSession, *, by: Official) -> Period:
    """Return the days of the newest notice about the session's day, its week when there is none."""
    for notice in notices_within(by, Period(session.held_on, session.held_on)):
        if notice.period_start and notice.period_end:
            return Period(notice.period_start, notice.period_end)
    return week_of(session.held_on)


def _post(session: ReceptionSession, notice: ReceptionPaper, *, by: Official, today: date) -> None:
    session.announced_on, session.posting_notice = today, notice
    session.save(update_fields=["announced_on", "posting_notice"])
    stop_clocks(session)
    audit.record("niêm yết lịch tiếp", subject=session.code, by=by, detail=paper_name(notice))


@transaction.atomic
def delegate_session(
    session: ReceptionSession, *, host: StaffMember, delegation_document: str, by: Official, today: date
) -> ReceptionSession:
    """Let a deputy receive in the chairman's place, by a paper; it no longer counts as the chairman's day.

    Raises RefusedError for staff sessions, one that has begun, and a host who may not (register R3, R4).
    """
    session = _still_planned(session)
    if session.host_role == HostRole.OFFICER:
        raise RefusedError("Buổi tiếp thường xuyên do cán bộ tiếp, không phải ủy quyền.")
    if session.opened_at or session.visits.exists():
        raise RefusedError("Buổi tiếp đã bắt đầu, không ủy quyền được nữa.")
    check_host(held_on=session.held_on, kind=session.kind, host_role=HostRole.DELEGATE, host=host)
    refuse_blank(delegation_document.strip(), "Hãy ghi số văn bản ủy quyền.", field="delegation_document")
    session.host_role, session.host = HostRole.DELEGATE, host
    session.delegation_document = delegation_document.strip()
    if by.is_leader:
        session.confirmed_by, session.confirmed_on = by, today
    session.save(update_fields=["host_role", "host", "delegation_document", "confirmed_by", "confirmed_on"])
    audit.record("ủy quyền tiếp công dân", subject=session.code, by=by, detail=session.delegation_document)
    return session


@transaction.atomic
def prepare_online(
    session: ReceptionSession,
    *,
    notice_sent_on: date | None,
    tested_on: date | None,
    by: Official,
    today: date,
) -> ReceptionSession:
    """Record the notice of an online session and the test of its link; stops their clocks.

    Decree 154/2026, article 23. Raises RefusedError for days to come and days after the session.
    """
    session = _still_planned(session)
    if not session.online:
        raise RefusedError("Buổi tiếp này không phải tiếp trực tuyến.")
    for field, day in (("notice_sent_on", notice_sent_on), ("tested_on", tested_on)):
        refuse_future(day, today=today, field=field)
        if day and day > session.held_on:
            raise RefusedError("Ngày này phải không sau ngày tiếp.", field=field)
    session.notice_sent_on, session.tested_on = notice_sent_on, tested_on
    session.save(update_fields=["notice_sent_on", "tested_on"])
    stop_clocks(session)
    audit.record("chuẩn bị buổi tiếp trực tuyến", subject=session.code, by=by)
    return session


def _still_planned(session: ReceptionSession) -> ReceptionSession:
    """Lock and return a session that did not take place yet. Raises RefusedError otherwise."""
    session = locked_session(session)
    if session.state != State.PLANNED:
        raise RefusedError(f"Buổi tiếp đã ghi “{session.get_state_display()}”, không thể thay đổi.")
    return session
