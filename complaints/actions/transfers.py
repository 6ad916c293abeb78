"""Send a petition to another unit of the installation; there it is accepted into the book, or returned.

A denouncer's name goes from seal to seal: it stands in no row, message or trail on the way (LTC 8, 56).
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse

from complaints.models import Case, CasePetition, CaseVisit, Transfer
from complaints.progress import refresh_case, refresh_petition
from lucba.office import audit
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official, Unit
from lucba.office.telling import clerks_of, tell
from reception.actions.petitions import register_petition, reopen_petition
from reception.actions.seals import carry_seal
from reception.models import Petition, SealedIdentity

State = Transfer.State


def check_receiver(petition: Petition, receiver: Unit) -> None:
    """Refuse a transfer to oneself, and one of a petition somebody else holds already."""
    if receiver.pk == petition.unit_id:
        raise RefusedError("Không chuyển đơn cho chính đơn vị mình.", field="receiving_unit")
    held = Transfer.objects.filter(petition=petition).exclude(state=State.RETURNED).first()
    if held:
        raise RefusedError(
            f"Đơn này đang ở {held.receiver} ({held.get_state_display()}).", field="receiving_unit"
        )


def send_transfer(
    petition: Petition, *, receiver: Unit, letter_number: str, sent_on: date, by: Official
) -> Transfer:
    """Send a petition just handled as forwarded to `receiver`, within the transaction of its handling.

    Raises RefusedError.
    """
    check_receiver(petition, receiver)
    transfer = Transfer.objects.create(
        unit=petition.unit,
        receiver=receiver,
        petition=petition,
        letter_number=letter_number.strip(),
        sent_on=sent_on,
        sent_by=by,
    )
    audit.record("chuyển đơn đến đơn vị khác", subject=petition.code, by=by, detail=receiver.name)
    text = f"{petition.unit} chuyển đến một đơn, phiếu chuyển {transfer.letter_number}."
    tell(clerks_of(receiver), text, path=reverse("complaints:transfer-list"))
    return transfer


def _locked(transfer: Transfer, *, by: Official, on: date, today: date) -> Transfer:
    """Return the waiting transfer with its row locked. Raises RefusedError."""
    rows = Transfer.objects.select_for_update(of=("self",)).select_related(
        "petition__unit", "unit", "receiver"
    )
    transfer = rows.get(pk=transfer.pk)
    if transfer.receiver_id != by.unit_id or not by.keeps_the_books:
        raise RefusedError("Chỉ đơn vị nhận được tiếp nhận hoặc trả lại đơn này.")
    if transfer.state != State.SENT:
        raise RefusedError(f"Đơn này {transfer.get_state_display()} rồi.")
    refuse_future(on, today=today, field="on")
    refuse_before(on, transfer.sent_on, what="ngày chuyển đơn", field="on")
    return transfer


@transaction.atomic
def accept_transfer(transfer: Transfer, *, on: date, by: Official, today: date) -> Petition:
    """Register the petition in the receiver's book, received on the day of acceptance.

    Raises RefusedError when it was answered already.
    """
    transfer = _locked(transfer, by=by, on=on, today=today)
    sent = transfer.petition
    identity = SealedIdentity.objects.filter(petition=sent).first()
    received = register_petition(
        transfer.receiver,
        received_on=on,
        source=Petition.Source.FORWARDED,
        forwarder_kind=Petition.ForwarderKind.OTHER,
        forwarder=transfer.unit.name,
        forwarder_letter=transfer.letter_number,
        signer_kind=sent.signer_kind,
        signer_name=sent.signer_name or (identity.name if identity else ""),
        signers=sent.signers,
        kind=sent.kind,
        summary=sent.summary,
        urgent=sent.urgent,
        by=by,
        today=today,
    )
    if identity:
        carry_seal(identity, received)
    _answer(transfer, State.ACCEPTED, by=by, on=on, received_as=received)
    text = f"{transfer.receiver} đã tiếp nhận đơn {sent.code}."
    tell(clerks_of(sent.unit), text, path=reverse("reception:petition-page", args=[sent.pk]))
    return received


def _answer(
    transfer: Transfer,
    state: Transfer.State,
    *,
    by: Official,
    on: date,
    received_as: Petition | None = None,
    reason: str = "",
) -> None:
    transfer.state, transfer.answered_on, transfer.answered_by = state, on, by
    transfer.received_as, transfer.reason = received_as, reason
    transfer.save()
    sent = transfer.petition
    for unit in (transfer.receiver, transfer.unit):  # both offices find it in their trail
        audit.record(f"đơn chuyển {state.label}", subject=sent.code, by=by, unit=unit, detail=reason)


@transaction.atomic
def return_transfer(transfer: Transfer, *, reason: str, on: date, by: Official, today: date) -> Transfer:
    """Return the petition to its sender, who has it to handle again. Raises RefusedError without a reason."""
    transfer = _locked(transfer, by=by, on=on, today=today)
    refuse_blank(reason.strip(), "Hãy ghi lý do trả lại.", field="reason")
    _answer(transfer, State.RETURNED, by=by, on=on, reason=reason.strip())
    _give_back(transfer.petition, on=on, by=by)
    text = f"{transfer.receiver} trả lại đơn {transfer.petition.code}: {reason.strip()}"
    page = reverse("reception:petition-page", args=[transfer.petition_id])
    tell(clerks_of(transfer.petition.unit), text, path=page)
    return transfer


def _give_back(petition: Petition, *, on: date, by: Official) -> None:
    """Undo the handling: the petition leaves its case, counted anew, or gone when nothing else is in it."""
    link = CasePetition.objects.filter(petition=petition).select_related("case").first()
    if link:
        link.delete()
        _drop_empty(link.case, petition)
        for case in Case.objects.select_for_update(of=("self",)).filter(pk=link.case_id):
            refresh_case(case, on=on)
    refresh_petition(reopen_petition(petition, by=by), None, calendar=working_calendar())


def _drop_empty(case: Case, petition: Petition) -> None:
    """Remove the case that the transfer opened, unless something else stands in it by now."""
    if case.petition_links.exists() or case.events.exists():
        return
    with suppress(ProtectedError), transaction.atomic():
        case.deadlines.all().delete()
        CaseVisit.objects.filter(case=case, visit=petition.visit_id).delete()
        case.delete()
        audit.record("bỏ vụ việc do nơi nhận trả lại đơn", subject=case.code, by=None, unit=case.unit)
