"""Log visits and the replies given to them."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from lucba.law.groups import is_group, representatives_allowed, representatives_fit
from lucba.office import audit
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Hamlet, Official
from lucba.office.numbering import take_code
from lucba.office.search import search_key
from reception.intake import visit_deadlines
from reception.models import (
    ContentKind,
    IntakeDeadline,
    ReceptionSession,
    ReplyOutcome,
    SealedIdentity,
    Visit,
)


@transaction.atomic
def record_visit(
    session: ReceptionSession,
    *,
    visitor_name: str,
    hamlet: Hamlet | None = None,
    persons: int = 1,
    representatives: int = 0,
    content_kind: str,
    summary: str,
    result: str,
    turn: str = "",
    by: Official,
    today: date,
) -> Visit:
    """Write a visit into the book of an open session and start TCD.REPLY.

    The name of a denouncer goes to SealedIdentity. Raises RefusedError (register rules V1-V3).
    """
    session = _receiving(session, today=today)
    refuse_blank(visitor_name.strip(), "Hãy ghi họ tên người đến.", field="visitor_name")
    refuse_blank(summary.strip(), "Hãy ghi nội dung trình bày.", field="summary")
    check_group(persons, representatives)
    sealed = content_kind == ContentKind.DENUNCIATION
    code = take_code(Visit, session.unit, "L", year=session.held_on.year, width=5)
    visit = Visit.objects.create(
        unit=session.unit,
        session=session,
        code=code,
        visitor_name="" if sealed else visitor_name.strip(),
        hamlet=None if sealed else hamlet,
        persons=persons,
        representatives=representatives,
        content_kind=content_kind,
        summary=summary.strip(),
        result=result,
        turn=turn,
        search_key=search_key(code, "" if sealed else visitor_name, summary),
    )
    if sealed:
        SealedIdentity.objects.create(
            unit=session.unit, visit=visit, name=visitor_name.strip(), hamlet=hamlet
        )
    IntakeDeadline.objects.bulk_create(
        visit_deadlines(visit, held_on=session.held_on, has_petition=False, calendar=working_calendar())
    )
    audit.record("ghi lượt tiếp", subject=code, by=by)
    return visit


def check_group(persons: int, representatives: int) -> None:
    """Refuse no person, or a group without the lawful number of representatives (LTCD Điều 29)."""
    if persons < 1:
        raise RefusedError("Số người phải từ 1 trở lên.", field="persons")
    if not representatives_fit(persons, representatives):
        most = representatives_allowed(persons)[-1]
        raise RefusedError(
            f"Đoàn {persons} người cử từ 1 đến {most} người đại diện.", field="representatives"
        )
    if not is_group(persons) and representatives > persons:
        raise RefusedError("Số người đại diện nhiều hơn số người đến.", field="representatives")


@transaction.atomic
def reply_to_visit(visit: Visit, *, replied_on: date, reply_outcome: str, by: Official, today: date) -> Visit:
    """Record what the citizen was told and when (LTCD Điều 28 khoản 1); stops TCD.REPLY.

    Raises RefusedError (register rules V4, V5).
    """
    visit = Visit.objects.select_for_update(of=("self",)).select_related("session").get(pk=visit.pk)
    check_reply(
        visit, replied_on, reply_outcome, received_on=visit.session.held_on, what="ngày tiếp", today=today
    )
    visit.replied_on, visit.reply_outcome = replied_on, reply_outcome
    visit.save(update_fields=["replied_on", "reply_outcome"])
    visit.deadlines.update(met_on=replied_on)
    audit.record("trả lời lượt tiếp", subject=visit.code, by=by, detail=ReplyOutcome(reply_outcome).label)
    return visit


def check_reply(
    subject: object, replied_on: date, reply_outcome: str, *, received_on: date, what: str, today: date
) -> None:
    """Refuse a second reply, one without its kind, or one dated before receipt or after today."""
    if getattr(subject, "replied_on", None):
        raise RefusedError("Đã ghi kết quả trả lời rồi.")
    refuse_blank(reply_outcome, "Hãy chọn kết quả trả lời.", field="reply_outcome")
    refuse_future(replied_on, today=today, field="replied_on")
    refuse_before(replied_on, received_on, what=what, field="replied_on")


def _receiving(session: ReceptionSession, *, today: date) -> ReceptionSession:
    """Lock and return a session that may receive; the first visit makes it held."""
    states = ReceptionSession.State
    session = ReceptionSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
    if session.held_on > today:
        raise RefusedError("Buổi tiếp chưa đến ngày.", field="session")
    if session.state in (states.NO_CITIZEN, states.NOT_HELD):
        raise RefusedError(f"Buổi tiếp đã ghi “{session.get_state_display()}”.", field="session")
    if session.state == states.PLANNED:
        session.state = states.HELD
        session.save(update_fields=["state"])
    return session
