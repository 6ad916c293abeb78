"""Where a session stands, in one word, and what may be done with it next and by whom."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from lucba.office.models import Official
from reception.models import ReceptionSession

HostRole, State = ReceptionSession.HostRole, ReceptionSession.State


class Act(StrEnum):
    """What may be done with a session; the page shows a button for each."""

    CONFIRM = "duyet"
    POST = "niem-yet"
    OPEN = "mo"
    RECEIVE = "ghi-luot"
    CLOSE = "ket-thuc"
    CONCLUDE = "ket-luan"
    DELEGATE = "uy-quyen"
    PREPARE = "truc-tuyen"
    CALL_OFF = "khong-to-chuc"


def stage_of(session: ReceptionSession) -> str:
    """Return in words where the session stands: "đã duyệt", "đang tiếp", "không tổ chức, dời sang …"."""
    if session.state == State.NOT_HELD:
        moved = f", dời sang {session.moved_to:%d/%m/%Y}" if session.moved_to else ""
        return f"không tổ chức{moved}"
    if session.state == State.NO_CITIZEN:
        return "đã tiếp, không có công dân đến"
    if session.opened_at and not session.closed_at:
        return "đang tiếp"
    if session.state == State.HELD:
        return "đã tiếp"
    return _stage_of_plan(session)


def _stage_of_plan(session: ReceptionSession) -> str:
    if session.is_posted:
        return "đã niêm yết"
    return "đã duyệt" if session.confirmed_on else "dự kiến"


def needs_confirmation(session: ReceptionSession) -> bool:
    """Tell whether the calendar cannot be posted before a leader confirms: the chairman's, his delegate's."""
    return session.host_role != HostRole.OFFICER and session.confirmed_on is None


def acts_open(session: ReceptionSession, official: Official, *, today: date) -> set[Act]:
    """Return what `official` may do with `session` on the day `today`."""
    if not official.keeps_the_books:
        return set()
    if session.state == State.PLANNED:
        return _acts_before(session, official, today) | _acts_of_the_day(session, today)
    acts = _acts_of_the_day(session, today)
    held_by_head = session.host_role != HostRole.OFFICER and session.state in ReceptionSession.HELD_STATES
    return acts | {Act.CONCLUDE} if held_by_head and Act.CLOSE not in acts else acts


def _acts_before(session: ReceptionSession, official: Official, today: date) -> set[Act]:
    """Return what may be done with a planned session besides holding it."""
    to_come = session.held_on >= today
    open_ones = {
        Act.CALL_OFF: not session.opened_at,
        Act.CONFIRM: to_come and official.is_leader and not (session.confirmed_on or session.is_posted),
        Act.POST: to_come and not session.is_posted and not needs_confirmation(session),
        Act.DELEGATE: session.host_role != HostRole.OFFICER and not session.opened_at,
        Act.PREPARE: session.online,
    }
    return {act for act, is_open in open_ones.items() if is_open}


def _acts_of_the_day(session: ReceptionSession, today: date) -> set[Act]:
    """Return what may be done on the day of the session and, to bring the book up to date, after it."""
    in_the_book = session.state == State.HELD and session.held_on < today and not session.opened_at
    if session.is_closed or in_the_book or session.held_on > today:
        return set()
    is_new = session.held_on == today and session.state == State.PLANNED and not session.opened_at
    return {Act.RECEIVE, Act.CLOSE} | ({Act.OPEN} if is_new else set())
