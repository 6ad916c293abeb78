"""Open, close and call off reception sessions."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_blank
from lucba.office.models import Official, StaffMember, StaffTerm, Unit
from lucba.office.numbering import take_code
from reception.models import ReceptionSession

Kind, HostRole, State = ReceptionSession.Kind, ReceptionSession.HostRole, ReceptionSession.State


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
    by: Official,
    today: date,
) -> ReceptionSession:
    """Put a session into the calendar, today's or a planned one.

    Raises RefusedError when kind, host and day do not fit together (register rules R1-R5).
    """
    _check_host(held_on=held_on, kind=kind, host_role=host_role, host=host)
    if host_role == HostRole.DELEGATE:
        refuse_blank(
            delegation_document,
            "Tiếp theo ủy quyền phải ghi số văn bản ủy quyền.",
            field="delegation_document",
        )
    if announced_on and announced_on > held_on:
        raise RefusedError("Ngày công bố lịch không được sau ngày tiếp.", field="announced_on")
    session = ReceptionSession.objects.create(
        unit=unit,
        code=take_code(ReceptionSession, unit, "B", year=held_on.year, width=4),
        held_on=held_on,
        kind=kind,
        host_role=host_role,
        host=host,
        delegation_document=delegation_document,
        announced_on=announced_on,
    )
    audit.record("mở buổi tiếp", subject=session.code, by=by)
    return session


def _check_host(*, held_on: date, kind: str, host_role: str, host: StaffMember) -> None:
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
def close_session(session: ReceptionSession, *, by: Official, today: date) -> ReceptionSession:
    """Close a session: held when somebody was received, else held with no citizen (both meet the duty)."""
    session = _planned(session)
    if session.held_on > today:
        raise RefusedError("Buổi tiếp chưa đến ngày, chưa thể kết thúc.")
    session.state = State.HELD if session.visits.exists() else State.NO_CITIZEN
    session.save(update_fields=["state"])
    audit.record("kết thúc buổi tiếp", subject=session.code, by=by)
    return session


@transaction.atomic
def call_off_session(
    session: ReceptionSession, *, reason: str, moved_to: date | None = None, by: Official, today: date
) -> ReceptionSession:
    """Record that a session was not held, why, and the new day if it was moved.

    Moving opens the session of the new day with the same host. Raises RefusedError (register rules R6, R7).
    """
    session = _planned(session)
    refuse_blank(reason.strip(), "Hãy ghi lý do không tổ chức buổi tiếp.", field="reason")
    if session.visits.exists():
        raise RefusedError("Buổi tiếp đã có lượt tiếp, không thể ghi là không tổ chức.")
    if moved_to and moved_to <= session.held_on:
        raise RefusedError("Ngày dời đến phải sau ngày tiếp cũ.", field="moved_to")
    session.state, session.reason, session.moved_to = State.NOT_HELD, reason.strip(), moved_to
    session.save(update_fields=["state", "reason", "moved_to"])
    if moved_to:
        _open_moved(session, moved_to, by=by, today=today)
    audit.record("không tổ chức buổi tiếp", subject=session.code, by=by, detail=reason)
    return session


def _open_moved(session: ReceptionSession, moved_to: date, *, by: Official, today: date) -> None:
    """Open the session of the new day unless one of the same kind and host role already stands there."""
    same = {"unit": session.unit, "held_on": moved_to, "kind": session.kind, "host_role": session.host_role}
    if ReceptionSession.objects.filter(**same).exclude(state=State.NOT_HELD).exists():
        return
    open_session(
        session.unit,
        held_on=moved_to,
        kind=session.kind,
        host_role=session.host_role,
        host=session.host,
        delegation_document=session.delegation_document,
        announced_on=min(today, moved_to),
        by=by,
        today=today,
    )


def _planned(session: ReceptionSession) -> ReceptionSession:
    """Lock and return the session. Raises RefusedError when it is over."""
    session = ReceptionSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
    if session.state in (State.NO_CITIZEN, State.NOT_HELD):
        raise RefusedError(f"Buổi tiếp đã ghi “{session.get_state_display()}”, không thể thay đổi.")
    return session
