"""Send a decision or conclusion to each party, and note when each received it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from complaints.actions.events import locked, refuse_overtaken, row_for, settle
from complaints.models import Decision, Delivery
from complaints.workflow import EventKind
from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_before, refuse_future
from lucba.office.models import Official

Party = Delivery.Party
COMPLAINT_PARTIES = (
    Party.COMPLAINANT,
    Party.COMPLAINED,
    Party.RIGHTS_HOLDER,
    Party.SUPERIOR,
    Party.FORWARDER,
)
DENUNCIATION_PARTIES = (
    Party.DENOUNCER,
    Party.DENOUNCED,
    Party.MANAGING_BODY,
    Party.RIGHTS_HOLDER,
    Party.SUPERIOR,
    Party.FORWARDER,
)
# Whom the law says it must reach; the register's one day of sending is that of the last of them.
OWED = {
    Decision.Type.COMPLAINT_DECISION: (Party.COMPLAINANT,),
    Decision.Type.DENUNCIATION_CONCLUSION: (Party.DENOUNCER, Party.DENOUNCED),
}


@transaction.atomic
def record_delivery(
    decision: Decision,
    *,
    party: str,
    name: str = "",
    sent_on: date,
    received_on: date | None = None,
    seen: int | None = None,
    by: Official,
    today: date,
) -> Delivery:
    """Note that the decision was sent to a party, and when it was received if that is known (LKN 32, LTC 35).

    The decision counts as sent on the day the last of those it is owed to was served, as received on the day
    the last complainant received it; a denouncer is never named. Raises RefusedError.
    """
    case = locked(decision.case)
    refuse_overtaken(case, seen)
    row_for(case, EventKind.DELIVERED, by=by)
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    name = name.strip()
    _check_delivery(decision, party, name, sent_on, received_on, today=today)
    delivery = decision.deliveries.create(party=party, name=name, sent_on=sent_on, received_on=received_on)
    carry_delivery(decision)
    settle(case, on=sent_on)
    audit.record("gửi quyết định, kết luận", subject=case.code, by=by, detail=delivery.get_party_display())
    return delivery


def _check_delivery(
    decision: Decision, party: str, name: str, sent_on: date, received_on: date | None, *, today: date
) -> None:
    if party not in parties_of(decision):
        raise RefusedError("Bên nhận không phù hợp với loại vụ việc.", field="party")
    if party == Delivery.Party.DENOUNCER and name:
        raise RefusedError("Không ghi tên người tố cáo (Luật Tố cáo, Điều 8).", field="name")
    if decision.deliveries.filter(party=party, name=name).exists():
        raise RefusedError("Đã ghi việc gửi cho bên này.", field="party")
    refuse_future(sent_on, today=today, field="sent_on")
    refuse_before(sent_on, decision.issued_on, what="ngày ban hành", field="sent_on")
    check_receipt(sent_on, received_on, today=today)


def check_receipt(
    sent_on: date, received_on: date | None, *, today: date, field: str = "received_on"
) -> None:
    """Refuse a day of receipt to come, or before the paper was sent."""
    refuse_future(received_on, today=today, field=field)
    refuse_before(received_on, sent_on, what="ngày gửi", field=field)


def parties_of(decision: Decision) -> tuple[Delivery.Party, ...]:
    """Return whom a decision on a complaint, or a conclusion, may be sent to."""
    is_complaint = decision.type == Decision.Type.COMPLAINT_DECISION
    return COMPLAINT_PARTIES if is_complaint else DENUNCIATION_PARTIES


@transaction.atomic
def record_receipt(delivery: Delivery, *, received_on: date, by: Official, today: date) -> Delivery:
    """Note the day a party received the decision; from then on it may complain again (LKN 33)."""
    case = locked(delivery.decision.case)
    row_for(case, EventKind.DELIVERED, by=by)
    delivery = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if delivery.received_on:
        raise RefusedError("Ngày nhận đã được ghi.", field="received_on")
    check_receipt(delivery.sent_on, received_on, today=today)
    delivery.received_on = received_on
    delivery.save(update_fields=["received_on"])
    carry_delivery(delivery.decision)
    settle(case, on=received_on)
    audit.record("ghi ngày nhận quyết định, kết luận", subject=case.code, by=by)
    return delivery


def carry_delivery(decision: Decision, *, keep: bool = True) -> None:
    """Repeat the deliveries in the columns of the decision that the register knows.

    A day of receipt that an imported book told is kept unless no party has received it after a correction.
    """
    deliveries = list(decision.deliveries.all())
    served = [min(_sent(deliveries, party), default=None) for party in OWED[Decision.Type(decision.type)]]
    days = [day for day in served if day]
    if len(days) == len(served):
        decision.sent_on = max(days)
    received = [
        each.received_on for each in deliveries if each.party == Party.COMPLAINANT and each.received_on
    ]
    decision.received_on = max(received, default=decision.received_on if keep else None)
    decision.save(update_fields=["sent_on", "received_on"])


def _sent(deliveries: list[Delivery], party: str) -> list[date]:
    return [each.sent_on for each in deliveries if each.party == party]
