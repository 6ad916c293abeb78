"""Join a case into another of the same content: one goes on, the other ends there."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from complaints.actions.events import append_event, check_days, locked, refuse_overtaken, row_for, settle
from complaints.models import Case, CaseEvent
from complaints.workflow import WAITING_OR_RUNNING, EventKind, Status
from lucba.office import audit
from lucba.office.errors import RefusedError
from lucba.office.models import Official


@transaction.atomic
def join_case(
    case: Case, *, into: Case, happened_on: date, seen: int | None = None, by: Official, today: date
) -> CaseEvent:
    """End `case` in the main case `into`; both keep their own clocks and dates.

    Raises RefusedError when the two cannot be one: other office, other kind, ended, or the same case.
    """
    first, second = sorted((case, into), key=lambda each: each.pk)
    both = {each.pk: locked(each) for each in dict.fromkeys((first, second))}
    case, into = both[case.pk], both[into.pk]
    refuse_overtaken(case, seen)
    _check_main(case, into)
    row_for(case, EventKind.JOINED, by=by)
    for each in (case, into):
        check_days(each, EventKind.JOINED, happened_on, None, today=today)
    case.joined_into = into
    case.save(update_fields=["joined_into"])
    event = append_event(case, EventKind.JOINED, happened_on=happened_on, detail=into.code, by=by)
    append_event(into, EventKind.JOINED_BY, happened_on=happened_on, detail=case.code, by=by)
    settle(case, on=happened_on)
    settle(into, on=happened_on)  # after the other: its clock runs here from now on
    audit.record("nhập vụ việc", subject=case.code, by=by, detail=into.code)
    return event


def _check_main(case: Case, into: Case) -> None:
    if case.pk == into.pk:
        raise RefusedError("Không nhập một vụ việc vào chính nó.", field="into")
    if into.unit_id != case.unit_id or into.kind != case.kind:
        raise RefusedError("Hai vụ việc phải cùng đơn vị và cùng loại.", field="into")
    if into.status not in WAITING_OR_RUNNING:
        stage = Status(into.status).label
        raise RefusedError(f"Vụ việc {into.code} ở giai đoạn “{stage}”, không nhận nhập được.", field="into")
