"""Put sessions into the calendar, hold them, close them and call them off."""

from __future__ import annotations

from datetime import date, time

from django.db import transaction
from django.utils import timezone

from lucba.office import audit
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError, refuse_blank, refuse_far_ahead, refuse_future
from lucba.office.models import Official, StaffMember, StaffTerm, Unit
from lucba.office.numbering import take_code
from reception.calendar_clocks import refuse_online_before_the_law, session_clocks
from reception.models import ReceptionSession, SessionDeadline

Kind, HostRole, State = ReceptionSession.Kind, ReceptionSession.HostRole, ReceptionSession.State
YEARS_AHEAD = 2  # a draft of the calendar reaches fifteen months


@transaction.atomic
def open_session(
    unit: Unit,
    *,
    held_on: date,
    kind: str,
    host_role: str,
    host: StaffMember,
    delegation_document: str = "",
    announced_on: date | None = None,
    starts_at: time | None = None,
    ends_at: time | None = None,
    place: str = "",
    agenda: str = "",
    ground: str = "",
    online: bool = False,
    by: Official,
    today: date,
) -> ReceptionSession:
    """Write a session of any day into the calendar and start the clocks of one that is not past.

    What the office plans goes through `plan_session`, which asks for more. Raises RefusedError when kind,
    host and day do not fit together (register rules R1-R5), for a day years ahead, a posting to come, or an
    online session before 01/07/2026.
    """
    refuse_far_ahead(held_on, today=today, years=YEARS_AHEAD, field="held_on")
    check_host(held_on=held_on, kind=kind, host_role=host_role, host=host)
    refuse_online_before_the_law(online, held_on)
    if host_role == HostRole.DELEGATE:
        refuse_blank(
            delegation_document.strip(),
            "Tiếp theo ủy quyền phải ghi số văn bản ủy quyền.",
            field="delegation_document",
        )
    if announced_on and announced_on > held_on:
        raise RefusedError("Ngày công bố lịch không được sau ngày tiếp.", field="announced_on")
    refuse_future(announced_on, today=today, field="announced_on")
    session = ReceptionSession.objects.create(
        unit=unit,
        code=take_code(ReceptionSession, unit, "B", year=held_on.year, width=4),
        held_on=held_on,
        kind=kind,
        host_role=host_role,
        host=host,
        delegation_document=delegation_document.strip(),
        announced_on=announced_on,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place.strip(),
        agenda=agenda.strip(),
        ground=ground,
        online=online,
    )
    if held_on >= today:
        SessionDeadline.objects.bulk_create(session_clocks(session, working_calendar()))
    audit.record("ghi buổi tiếp vào lịch", subject=session.code, by=by)
    return session


def check_host(*, held_on: date, kind: str, host_role: str, host: StaffMember) -> None:
    """Refuse a host who may not receive in this role on this day (register rules R1-R3)."""
    if (kind == Kind.REGULAR) != (host_role == HostRole.OFFICER):
        raise RefusedError(
            "Tiếp thường xuyên do cán bộ được phân công; "
            "tiếp định kỳ, đột xuất do Chủ tịch hoặc người được ủy quyền.",
            field="host_role",
        )
    term = StaffTerm.objects.in_post(on=held_on).filter(member=host).first()
    if term is None:
        raise RefusedError(
            f"Người tiếp không có trong danh sách cán bộ ngày {held_on:%d/%m/%Y}.", field="host"
        )
    is_chairman = term.role == StaffTerm.Role.CHAIRMAN
    if host_role == HostRole.HEAD and not is_chairman:
        raise RefusedError(f"{term.full_name} không phải là Chủ tịch trong ngày này.", field="host")
    if host_role == HostRole.DELEGATE and is_chairman:
        raise RefusedError(
            "Chủ tịch không tiếp theo ủy quyền; hãy chọn “Chủ tịch trực tiếp”.", field="host_role"
        )


@transaction.atomic
def start_receiving(session: ReceptionSession, *, by: Official, today: date) -> ReceptionSession:
    """Open today's session: from now on it is receiving. Raises RefusedError on any other day."""
    session = _planned(session)
    if session.held_on != today:
        raise RefusedError(
            f"Buổi tiếp ngày {session.held_on:%d/%m/%Y}: chỉ mở được đúng ngày tiếp. "
            "Buổi đã qua thì ghi lượt tiếp hoặc ghi kết thúc."
        )
    if session.opened_at:
        raise RefusedError("Buổi tiếp đã mở rồi.")
    session.opened_at = timezone.now()
    session.save(update_fields=["opened_at"])
    audit.record("mở buổi tiếp", subject=session.code, by=by)
    return session


@transaction.atomic
def close_session(
    session: ReceptionSession, *, conclusion: str = "", by: Official, today: date
) -> ReceptionSession:
    """Close a session: held when somebody was received, else held with no citizen (both meet the duty).

    `conclusion` is what the head concluded (Decree 154/2026, 25(2)). No visit can be written after it.
    """
    session = _planned(session)
    if session.held_on > today:
        raise RefusedError("Buổi tiếp chưa đến ngày, chưa thể kết thúc.")
    session.state = State.HELD if session.visits.exists() else State.NO_CITIZEN
    session.closed_at, session.conclusion = timezone.now(), conclusion.strip()
    session.save(update_fields=["state", "closed_at", "conclusion"])
    audit.record("kết thúc buổi tiếp", subject=session.code, by=by)
    return session


@transaction.atomic
def conclude_session(session: ReceptionSession, *, conclusion: str, by: Official) -> ReceptionSession:
    """Write or correct the head's conclusion of a session that was held.

    Raises RefusedError for a session still to come, one not held, and one that staff hold.
    """
    session = locked_session(session)
    if session.host_role == HostRole.OFFICER:
        raise RefusedError("Chỉ buổi tiếp của Chủ tịch hoặc người được ủy quyền mới có kết luận.")
    if session.state not in ReceptionSession.HELD_STATES:
        raise RefusedError("Buổi tiếp chưa tổ chức, chưa ghi được kết luận.", field="conclusion")
    refuse_blank(conclusion.strip(), "Hãy ghi kết luận của người tiếp.", field="conclusion")
    session.conclusion = conclusion.strip()
    session.save(update_fields=["conclusion"])
    audit.record("ghi kết luận buổi tiếp", subject=session.code, by=by)
    return session


@transaction.atomic
def call_off_session(
    session: ReceptionSession, *, reason: str, moved_to: date | None = None, by: Official, today: date
) -> ReceptionSession:
    """Record that a session was not held, why, and the new day if it was moved; its clocks end.

    Moving opens the session of the new day with the same host and a new posting clock. Raises RefusedError
    (register rules R6, R7).
    """
    session = _planned(session)
    refuse_blank(reason.strip(), "Hãy ghi lý do không tổ chức buổi tiếp.", field="reason")
    if session.visits.exists():
        raise RefusedError("Buổi tiếp đã có lượt tiếp, không thể ghi là không tổ chức.")
    if moved_to:
        _check_move(session, moved_to, today=today)
    session.state, session.reason, session.moved_to = State.NOT_HELD, reason.strip(), moved_to
    session.save(update_fields=["state", "reason", "moved_to"])
    session.deadlines.filter(met_on__isnull=True).delete()
    if moved_to:
        _open_moved(session, moved_to, by=by, today=today)
    audit.record("không tổ chức buổi tiếp", subject=session.code, by=by, detail=reason)
    return session


def _check_move(session: ReceptionSession, moved_to: date, *, today: date) -> None:
    refuse_far_ahead(moved_to, today=today, years=YEARS_AHEAD, field="moved_to")
    if moved_to <= session.held_on:
        raise RefusedError("Ngày dời đến phải sau ngày tiếp cũ.", field="moved_to")
    off = working_calendar().day_off_reason(moved_to)
    if off:
        raise RefusedError(
            f"Ngày {moved_to:%d/%m/%Y} là ngày nghỉ ({off}). Hãy chọn một ngày làm việc.", field="moved_to"
        )


def _open_moved(session: ReceptionSession, moved_to: date, *, by: Official, today: date) -> None:
    """Open the session of the new day unless one of the same kind and host role already stands there.

    The new day still has to be posted (LTCD 24(4)); a leader who moves it confirms it by that.
    """
    same = {"unit": session.unit, "held_on": moved_to, "kind": session.kind, "host_role": session.host_role}
    if ReceptionSession.objects.filter(**same).exclude(state=State.NOT_HELD).exists():
        return
    moved = open_session(
        session.unit,
        held_on=moved_to,
        kind=session.kind,
        host_role=session.host_role,
        host=session.host,
        delegation_document=session.delegation_document,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        place=session.place,
        agenda=session.agenda,
        ground=session.ground,
        online=session.online,
        by=by,
        today=today,
    )
    if by.is_leader:
        moved.confirmed_by, moved.confirmed_on = by, today
        moved.save(update_fields=["confirmed_by", "confirmed_on"])


def receiving_session(session: ReceptionSession, *, today: date) -> ReceptionSession:
    """Lock and return a session that may receive; the first visit makes it held.

    Call inside a transaction. Raises RefusedError for a session of a day to come, a closed one or one that
    was not held.
    """
    session = locked_session(session)
    if session.held_on > today:
        raise RefusedError("Buổi tiếp chưa đến ngày.", field="session")
    if session.state in (State.NO_CITIZEN, State.NOT_HELD):
        raise RefusedError(f"Buổi tiếp đã ghi “{session.get_state_display()}”.", field="session")
    if session.is_closed:
        raise RefusedError("Buổi tiếp đã kết thúc, không ghi thêm lượt tiếp.", field="session")
    if session.state == State.PLANNED:
        session.state = State.HELD
        session.save(update_fields=["state"])
    return session


def locked_session(session: ReceptionSession) -> ReceptionSession:
    """Return the session with its row locked until the transaction ends."""
    return ReceptionSession.objects.select_for_update(of=("self",)).get(pk=session.pk)


def _planned(session: ReceptionSession) -> ReceptionSession:
    """Lock and return the session. Raises RefusedError when it is over."""
    session = locked_session(session)
    if session.state in (State.NO_CITIZEN, State.NOT_HELD):
        raise RefusedError(f"Buổi tiếp đã ghi “{session.get_state_display()}”, không thể thay đổi.")
    if session.is_closed:
        raise RefusedError("Buổi tiếp đã kết thúc, không thể thay đổi.")
    return session
