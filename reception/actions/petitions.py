"""Register petitions, and record the replies to their authors, to forwarders and from other bodies."""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from django.db import transaction
from django.urls import reverse

from lucba.law.rules import Step
from lucba.office import audit
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Hamlet, Official, Unit
from lucba.office.numbering import take_code
from lucba.office.search import search_key
from lucba.office.telling import leaders_of, tell
from reception.actions.seals import check_ties, seal_petition, unseal_petition, untie
from reception.actions.visits import check_reply
from reception.intake import REPLY_STEPS, met_on, petition_deadlines
from reception.models import (
    ContentKind,
    IntakeDeadline,
    Petition,
    PetitionReply,
    ReplyOutcome,
    SealedIdentity,
    Visit,
)

Source, SignerKind, Outcome = Petition.Source, Petition.SignerKind, Petition.Outcome
RECLASSIFIED = (
    "kind",
    "signer_name",
    "hamlet",
    "visit",
    "source",
    "duplicate_of",
    "split_from",
    "search_key",
)


@transaction.atomic
def register_petition(
    unit: Unit,
    *,
    received_on: date,
    source: str,
    visit: Visit | None = None,
    forwarder_kind: str = "",
    forwarder: str = "",
    forwarder_letter: str = "",
    signer_kind: str,
    signer_name: str = "",
    signers: int = 1,
    hamlet: Hamlet | None = None,
    kind: str,
    summary: str,
    duplicate_of: Petition | None = None,
    split_from: Petition | None = None,
    urgent: bool = False,
    by: Official,
    today: date,
) -> Petition:
    """Write a petition into the book under the next number and start its clocks.

    The name of a denouncer goes to SealedIdentity; a repeat is linked to the first of its kind. Raises
    RefusedError (register rules D1-D5).
    """
    refuse_future(received_on, today=today, field="received_on")
    refuse_blank(summary.strip(), "Hãy ghi nội dung đơn.", field="summary")
    _check_source(received_on, source, visit, forwarder_kind)
    check_ties(kind, visit=visit, duplicate_of=duplicate_of, split_from=split_from)
    sealed = kind == ContentKind.DENUNCIATION
    if sealed and visit and signer_kind != SignerKind.ANONYMOUS:
        signer_name, hamlet = _sealed_with(visit, signer_name, hamlet)
    signer_name, signers = _check_signers(signer_kind, signer_name.strip(), signers)
    _check_earlier(received_on, duplicate_of, split_from)
    duplicate_of = (duplicate_of.duplicate_of or duplicate_of) if duplicate_of else None
    code = take_code(Petition, unit, "D", year=received_on.year, width=5)
    petition = Petition.objects.create(
        unit=unit,
        code=code,
        received_on=received_on,
        source=source,
        visit=visit,
        forwarder_kind=forwarder_kind,
        forwarder=forwarder.strip(),
        forwarder_letter=forwarder_letter.strip(),
        signer_kind=signer_kind,
        signer_name="" if sealed else signer_name,
        signers=signers,
        hamlet=None if sealed else hamlet,
        kind=kind,
        summary=summary.strip(),
        duplicate_of=duplicate_of,
        split_from=split_from,
        urgent=urgent,
        search_key=search_key(code, "" if sealed else signer_name, summary),
    )
    if sealed:
        seal_petition(petition, signer_name, hamlet)
    _start_clocks(petition, visit)
    audit.record("vào sổ đơn", subject=code, by=by)
    if urgent:
        _report_urgent(petition)
    return petition


def _check_source(received_on: date, source: str, visit: Visit | None, forwarder_kind: str) -> None:
    if source == Source.RECEPTION:
        if visit is None:
            raise RefusedError("Đơn nhận khi tiếp công dân phải gắn với lượt tiếp.", field="visit")
        if visit.session.held_on != received_on:
            raise RefusedError(
                f"Ngày nhận phải là ngày tiếp ({visit.session.held_on:%d/%m/%Y}).", field="received_on"
            )
    if source == Source.FORWARDED:
        refuse_blank(
            forwarder_kind, "Đơn do cơ quan khác chuyển phải ghi loại cơ quan chuyển.", field="forwarder_kind"
        )


def _sealed_with(visit: Visit, signer_name: str, hamlet: Hamlet | None) -> tuple[str, Hamlet | None]:
    """Fill in what was left blank from the seal of the visit, so that nobody opens it to type it again."""
    identity = SealedIdentity.objects.filter(visit=visit).first()
    if identity is None:
        return signer_name, hamlet
    return signer_name or identity.name, hamlet or identity.hamlet


def _check_signers(signer_kind: str, signer_name: str, signers: int) -> tuple[str, int]:
    """Return name and number of signers as they will be stored. Raises RefusedError (rule D4)."""
    if signer_kind == SignerKind.ANONYMOUS:
        if signer_name:
            raise RefusedError("Đơn nặc danh, mạo danh không ghi người đứng đơn.", field="signer_name")
        return "", 0
    refuse_blank(signer_name, "Hãy ghi họ tên người đứng đơn.", field="signer_name")
    if signer_kind == SignerKind.ONE and signers != 1:
        raise RefusedError("Một người đứng đơn thì số người là 1.", field="signers")
    if signer_kind == SignerKind.SEVERAL and signers < 2:
        raise RefusedError("Nhiều người đứng đơn thì số người từ 2 trở lên.", field="signers")
    return signer_name, signers


def _check_earlier(received_on: date, duplicate_of: Petition | None, split_from: Petition | None) -> None:
    for field, other in (("duplicate_of", duplicate_of), ("split_from", split_from)):
        if other and other.received_on > received_on:
            raise RefusedError(f"Đơn {other.code} nhận sau đơn này.", field=field)


def _start_clocks(petition: Petition, visit: Visit | None) -> None:
    """Start the clocks of the petition; from now on it carries the reply clock of its visit."""
    if visit:
        visit.deadlines.filter(step__in=REPLY_STEPS).delete()
    rows = petition_deadlines(petition, acceptance_met_on=None, calendar=working_calendar())
    IntakeDeadline.objects.bulk_create(rows)


def _stop_clocks(petition: Petition, steps: Set[Step]) -> None:
    """Write the day each of the petition's clocks of `steps` stopped, if it did."""
    for step in steps:
        stopped_on = met_on(step, petition, acceptance_met_on=None)
        petition.deadlines.filter(step=step).update(met_on=stopped_on)


@transaction.atomic
def reply_to_petition(
    petition: Petition, *, replied_on: date, reply_outcome: str, by: Official, today: date
) -> Petition:
    """Record what the author was told and when (LTCD Điều 28); stops the reply clock.

    Raises RefusedError (register rules D16, D17).
    """
    petition = locked(petition)
    check_reply(
        petition,
        replied_on,
        reply_outcome,
        received_on=petition.received_on,
        what="ngày nhận đơn",
        today=today,
    )
    petition.replied_on, petition.reply_outcome = replied_on, reply_outcome
    petition.save(update_fields=["replied_on", "reply_outcome"])
    _stop_clocks(petition, REPLY_STEPS | {Step.DENUNCIATION_TRANSFER})
    audit.record("trả lời đơn", subject=petition.code, by=by, detail=ReplyOutcome(reply_outcome).label)
    return petition


@transaction.atomic
def record_forwarder_told(
    petition: Petition, *, forwarder_told_on: date, by: Official, today: date
) -> Petition:
    """Record the day the body that forwarded the petition was told the result (LTCD Điều 27, LTC Điều 26)."""
    petition = locked(petition)
    if petition.source != Source.FORWARDED:
        raise RefusedError("Đơn này không do cơ quan khác chuyển đến.")
    refuse_future(forwarder_told_on, today=today, field="forwarder_told_on")
    refuse_before(forwarder_told_on, petition.received_on, what="ngày nhận đơn", field="forwarder_told_on")
    petition.forwarder_told_on = forwarder_told_on
    petition.save(update_fields=["forwarder_told_on"])
    _stop_clocks(petition, {Step.PRESS_ANSWER})
    audit.record("báo kết quả nơi chuyển", subject=petition.code, by=by)
    return petition


@transaction.atomic
def record_reply_from_body(
    petition: Petition, *, received_on: date, document_number: str, body: str = "", by: Official, today: date
) -> PetitionReply:
    """Record the reply of the body the petition was forwarded to or urged at (register rules D18, D19)."""
    petition = locked(petition)
    if petition.processed_on is None or petition.outcome not in (Outcome.FORWARDED, Outcome.URGED):
        raise RefusedError("Chỉ ghi văn bản phúc đáp cho đơn đã chuyển hoặc đã đôn đốc.")
    refuse_blank(document_number.strip(), "Hãy ghi số văn bản phúc đáp.", field="document_number")
    refuse_future(received_on, today=today, field="received_on")
    refuse_before(received_on, petition.processed_on, what="ngày chuyển đơn", field="received_on")
    if petition.replies.filter(document_number=document_number.strip()).exists():
        raise RefusedError("Văn bản phúc đáp số này đã được ghi.", field="document_number")
    audit.record("nhận phúc đáp", subject=petition.code, by=by)
    return petition.replies.create(
        received_on=received_on, document_number=document_number.strip(), body=body.strip()
    )


@transaction.atomic
def reclassify_petition(petition: Petition, *, kind: str, by: Official) -> Petition:
    """Correct the kind of a petition not handled yet; the day of receipt stays the start of its clocks.

    The author's name moves into SealedIdentity when it becomes a denunciation, and back otherwise; what
    stands on the other side of the seal is no longer tied to it. Raises RefusedError.
    """
    petition = locked(petition)
    if petition.processed_on:
        raise RefusedError("Đơn đã xử lý, không phân loại lại được.", field="kind")
    if kind == petition.kind:
        return petition
    _refuse_proposed(petition)
    untie(petition, kind=kind)
    if petition.kind == ContentKind.DENUNCIATION:
        unseal_petition(petition)
    elif kind == ContentKind.DENUNCIATION:
        seal_petition(petition, petition.signer_name, petition.hamlet)
        petition.signer_name, petition.hamlet = "", None
    petition.kind = kind
    petition.search_key = search_key(petition.code, petition.signer_name, petition.summary)
    petition.save(update_fields=RECLASSIFIED)
    petition.deadlines.all().delete()
    _start_clocks(petition, None)
    audit.record("phân loại lại đơn", subject=petition.code, by=by, detail=ContentKind(kind).label)
    return petition


def _refuse_proposed(petition: Petition) -> None:
    """Refuse while the leaders have a proposal before them: it was written for the kind it had."""
    if petition.proposals.filter(state="cho").exists():
        raise RefusedError(
            "Đơn này đang chờ phê duyệt cách xử lý: hãy rút hoặc trả lại đề xuất đó rồi phân loại lại.",
            field="kind",
        )


@transaction.atomic
def reopen_petition(petition: Petition, *, by: Official) -> Petition:
    """Take back the handling of a petition, so that it waits again; its day of receipt stays."""
    petition = locked(petition)
    petition.processed_on, petition.eligible = None, None
    petition.outcome = petition.outcome_document = petition.ineligible_reason = ""
    petition.crime_signs = False
    petition.save(
        update_fields=[
            "processed_on",
            "eligible",
            "outcome",
            "outcome_document",
            "ineligible_reason",
            "crime_signs",
        ]
    )
    audit.record("xử lý lại đơn", subject=petition.code, by=by, unit=petition.unit)
    return petition


@transaction.atomic
def mark_urgent(petition: Petition, *, urgent: bool, by: Official) -> Petition:
    """Note that a petition is urgent, or no longer: urgent ones stand first in the lists."""
    petition = locked(petition)
    if petition.processed_on:
        raise RefusedError("Đơn đã xử lý, không còn cần đánh dấu khẩn.")
    petition.urgent = urgent
    petition.save(update_fields=["urgent"])
    audit.record("đánh dấu khẩn" if urgent else "bỏ đánh dấu khẩn", subject=petition.code, by=by)
    if urgent:
        _report_urgent(petition)
    return petition


def _report_urgent(petition: Petition) -> None:
    """Tell the leaders at once (TT 05/2021: tense, complex, many people)."""
    page = reverse("reception:petition-page", args=[petition.pk])
    tell(leaders_of(petition.unit), f"Đơn khẩn {petition.code}, cần xử lý ngay.", path=page)


def locked(petition: Petition) -> Petition:
    """Return the petition with its row locked until the transaction ends."""
    return Petition.objects.select_for_update(of=("self",)).get(pk=petition.pk)
