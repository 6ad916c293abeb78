"""Correct what was written of a decision's paper: its number, the days a party was served and received it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from complaints.actions.deliveries import carry_delivery, check_receipt
from complaints.actions.events import append_event, locked, refuse_overtaken, row_for, settle
from complaints.models import Case, CaseEvent, Decision, Delivery
from complaints.workflow import EventKind
from lucba.office import audit
from lucba.office.errors import refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official


def _noted(case: Case, detail: str, *, by: Official, today: date) -> CaseEvent:
    """Append the correction, which keeps both versions and the reason, and recompute what follows."""
    event = append_event(case, EventKind.CORRECTED, happened_on=today, detail=detail[:500], by=by)
    settle(case, on=today)
    audit.record("đính chính quyết định", subject=case.code, by=by, detail=detail[:200])
    return event


@transaction.atomic
def correct_number(
    decision: Decision, *, right: str, reason: str, seen: int | None = None, by: Official, today: date
) -> CaseEvent:
    """Correct the number of a decision or conclusion. Raises RefusedError."""
    case = locked(decision.case)
    refuse_overtaken(case, seen)
    row_for(case, EventKind.CORRECTED, by=by)
    refuse_blank(reason.strip(), "Hãy ghi lý do đính chính.", field="reason")
    refuse_blank(right.strip(), "Hãy ghi số văn bản đúng.", field="right_number")
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    detail = f"Số văn bản: {decision.document_number} → {right.strip()}. Lý do: {reason.strip()}"
    decision.document_number = right.strip()
    decision.save(update_fields=["document_number"])
    return _noted(case, detail, by=by, today=today)


@transaction.atomic
def correct_delivery(
    delivery: Delivery,
    *,
    sent_on: date,
    received_on: date | None,
    reason: str,
    seen: int | None = None,
    by: Official,
    today: date,
) -> CaseEvent:
    """Correct the days a party was served and received the decision (None: not yet). Raises RefusedError."""
    case = locked(delivery.decision.case)
    refuse_overtaken(case, seen)
    row_for(case, EventKind.CORRECTED, by=by)
    refuse_blank(reason.strip(), "Hãy ghi lý do đính chính.", field="reason")
    delivery = Delivery.objects.select_for_update(of=("self",)).select_related("decision").get(pk=delivery.pk)
    refuse_future(sent_on, today=today, field="happened_on")
    refuse_before(sent_on, delivery.decision.issued_on, what="ngày ban hành", field="happened_on")
    check_receipt(sent_on, received_on, today=today, field="sent_on")
    detail = (
        f"Gửi {delivery.get_party_display()}: {_days(delivery.sent_on, delivery.received_on)} → "
        f"{_days(sent_on, received_on)}. Lý do: {reason.strip()}"
    )
    delivery.sent_on, delivery.received_on = sent_on, received_on
    delivery.save(update_fields=["sent_on", "received_on"])
    carry_delivery(delivery.decision, keep=False)
    return _noted(case, detail, by=by, today=today)


def _days(sent_on: date, received_on: date | None) -> str:
    received = f"nhận {received_on:%d/%m/%Y}" if received_on else "chưa nhận"
    return f"gửi {sent_on:%d/%m/%Y}, {received}"
