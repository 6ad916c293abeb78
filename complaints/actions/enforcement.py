"""Record how a decision or conclusion is carried out, entry by entry, until it is finished."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import Max, Sum

from complaints.actions.decisions import MONEY_AND_LAND, Amount
from complaints.actions.events import locked, refuse_overtaken, row_for, settle
from complaints.models import Decision, Enforcement
from complaints.workflow import EventKind
from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_before, refuse_future
from lucba.office.models import Official

SERVED = ("org_count", "person_count")  # organisations and persons an entry serves


@transaction.atomic
def record_enforcement(
    decision: Decision,
    *,
    done_on: date,
    document_number: str = "",
    amounts: Mapping[str, Amount] | None = None,
    finished: bool,
    seen: int | None = None,
    by: Official,
    today: date,
) -> Enforcement:
    """Append one entry of carrying out the decision; `finished` completes it.

    Raises RefusedError (register rules X1-X5).
    """
    case = locked(decision.case)
    refuse_overtaken(case, seen)
    row_for(case, EventKind.ENFORCED, by=by)
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    amounts = dict(amounts or {})
    last = decision.enforcements.aggregate(day=Max("done_on"), seq=Max("seq"))
    refuse_future(done_on, today=today, field="done_on")
    refuse_before(done_on, last["day"] or decision.issued_on, what="lần thi hành trước", field="done_on")
    _check_entry(decision, amounts)
    entry = decision.enforcements.create(
        seq=(last["seq"] or 0) + 1,
        done_on=done_on,
        document_number=document_number.strip(),
        finished=finished,
        **amounts,
    )
    if finished:
        decision.finished_on = done_on
        decision.save(update_fields=["finished_on"])
    settle(case, on=done_on)
    audit.record("ghi thi hành", subject=case.code, by=by)
    return entry


def _check_entry(decision: Decision, amounts: Mapping[str, Amount]) -> None:
    for whole, part in (
        ("sanction_persons", "sanction_officials"),
        ("prosecuted_persons", "prosecuted_officials"),
    ):
        if amounts.get(part, 0) > amounts.get(whole, 0):
            raise RefusedError("Số cán bộ, công chức, viên chức nhiều hơn tổng số người.", field=part)
    names = (*MONEY_AND_LAND, *SERVED)
    done = decision.enforcements.aggregate(**{name: Sum(name, default=0) for name in names})
    for name, value in amounts.items():
        if value < 0:
            raise RefusedError("Số không được âm.", field=name)
        if name in names and done[name] + value > getattr(decision, name):
            raise RefusedError("Cộng với các lần trước thì nhiều hơn số phải thi hành.", field=name)
