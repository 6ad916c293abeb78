"""Log visits, the replies given to them, and the written notices of refusal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Unpack, cast

from django.db import transaction

from lucba.law.rules import Step
from lucba.office import audit
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Hamlet, Official
from lucba.office.numbering import take_code
from lucba.office.search import search_key
from reception.actions.sessions import receiving_session
from reception.actions.visitors import (
    Details,
    Visitors,
    checked_visitors,
    refuse_named_denouncer,
    seal,
    store_group,
)
from reception.intake import REPLY_STEPS, refusal_grounds, visit_deadlines
from reception.models import (
    ContentKind,
    IntakeDeadline,
    ReceivedDocument,
    ReceptionSession,
    ReplyOutcome,
    Visit,
)
from reception.models.details import DETAILS

Result, Ground = Visit.Result, Visit.RefusalGround


class Facts(Details, total=False):
    """What else is written down of a visit, columns of Visit; what is left out stays blank."""

    request: str
    resolved_by: str
    resolved_document: str
    competent: bool | None
    directed_to: str
    refusal_ground: str
    is_oral: bool
    note: str


@transaction.atomic
def record_visit(
    session: ReceptionSession,
    *,
    visitor_name: str,
    hamlet: Hamlet | None = None,
    persons: int = 1,
    representatives: int | Sequence[str] = 0,
    members: Sequence[str] = (),
    content_kind: str,
    summary: str,
    result: str,
    turn: str = "",
    documents: Sequence[Mapping[str, Any]] = (),
    by: Official,
    today: date,
    **facts: Unpack[Facts],
) -> Visit:
    """Write a visit into the book of an open session and start TCD.REPLY, or TCD.REFUSE for some refusals.

    `representatives` are named, or only counted as in an imported book; `documents` are columns of
    ReceivedDocument. What tells who denounces goes to SealedIdentity. Raises RefusedError (register rules
    V1-V3; LTCD Điều 7, 9, 29).
    """
    session = receiving_session(session, today=today)
    given: dict[str, Any] = {**facts}
    who = checked_visitors(
        visitor_name,
        hamlet=hamlet,
        details=cast(Details, {name: given[name] for name in DETAILS if name in given}),
        persons=persons,
        representatives=representatives,
        members=members,
        on=session.held_on,
    )
    refuse_blank(summary.strip(), "Hãy ghi nội dung trình bày.", field="summary")
    _check_result(result, content_kind, facts, on=session.held_on)
    about = {"summary": summary, **{name: value for name, value in given.items() if name not in DETAILS}}
    about = {name: value.strip() if isinstance(value, str) else value for name, value in about.items()}
    about |= {"content_kind": content_kind, "result": result, "turn": turn, "received_by": by}
    visit = _store(session, who, about, documents)
    IntakeDeadline.objects.bulk_create(
        visit_deadlines(visit, held_on=session.held_on, has_petition=False, calendar=working_calendar())
    )
    audit.record("ghi lượt tiếp", subject=visit.code, by=by)
    return visit


def _check_result(result: str, content_kind: str, facts: Facts, *, on: date) -> None:
    """Refuse a ground that does not fit the day or the matter, and guidance to nowhere."""
    ground = facts.get("refusal_ground", "")
    if ground and result != Result.REFUSED:
        raise RefusedError("Chỉ ghi căn cứ từ chối khi từ chối tiếp.", field="refusal_ground")
    if ground and ground not in refusal_grounds(on=on):
        raise RefusedError(f"Căn cứ này chưa có hiệu lực ngày {on:%d/%m/%Y}.", field="refusal_ground")
    if ground == Ground.ALREADY_ANSWERED and content_kind != ContentKind.RECOMMENDATION:
        raise RefusedError("Điểm h chỉ áp dụng cho kiến nghị, phản ánh.", field="refusal_ground")
    elsewhere = result == Result.GUIDED and facts.get("competent") is False
    if elsewhere and not facts.get("directed_to", "").strip():
        raise RefusedError(
            "Không thuộc thẩm quyền: hãy ghi cơ quan mà công dân được hướng dẫn đến.", field="directed_to"
        )


def _store(
    session: ReceptionSession, who: Visitors, about: dict[str, Any], documents: Sequence[Mapping[str, Any]]
) -> Visit:
    """Store the visit under the next number with its people and documents; a denouncer is sealed."""
    sealed = about["content_kind"] == ContentKind.DENUNCIATION
    if sealed:
        titles = {"": " | ".join(str(each["title"]) for each in documents)}
        shown = {name: value for name, value in about.items() if isinstance(value, str)}
        refuse_named_denouncer(who.name, {**shown, **titles})
    code = take_code(Visit, session.unit, "L", year=session.held_on.year, width=5)
    visit = Visit.objects.create(
        unit=session.unit,
        session=session,
        code=code,
        persons=who.persons,
        representatives=who.representatives,
        search_key=search_key(code, "" if sealed else who.name, about["summary"]),
        **({} if sealed else who.columns),
        **about,
    )
    (seal if sealed else store_group)(visit, who)
    ReceivedDocument.objects.bulk_create(ReceivedDocument(visit=visit, **each) for each in documents)
    return visit


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
    visit.deadlines.filter(step__in=REPLY_STEPS).update(met_on=replied_on)
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


def refusal_notice_issued(visit: Visit, *, on: date) -> None:
    """Stop TCD.REFUSE of the visit: its notice 01/TCD was issued on the day `on` (Decree 154/2026 4(3))."""
    visit.deadlines.filter(step=Step.RECEPTION_REFUSAL, met_on__isnull=True).update(met_on=on)
