"""What happens to a case: each event is checked against the procedure's table and the law, then appended."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Max, Min

from complaints.actions.legal_checks import check_law
from complaints.models import Case, CaseEvent
from complaints.progress import refresh_case
from complaints.workflow import TRANSITIONS, EventKind, Transition, transition
from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official


def open_transitions(case: Case, official: Official) -> list[Transition]:
    """Return the rows of the procedure open from this case's stage to this person: the page's buttons."""
    if not Case.objects.visible_to(official).filter(pk=case.pk).exists():
        return []
    return [row for row in TRANSITIONS if _is_open(row, case) and official.role in row.roles]


def _is_open(row: Transition, case: Case) -> bool:
    return case.kind in row.procedures and case.status in row.sources


@transaction.atomic
def record_event(
    case: Case,
    kind: EventKind,
    *,
    happened_on: date,
    detail: str = "",
    document_number: str = "",
    sent_on: date | None = None,
    after_persuasion: bool | None = None,
    by: Official,
    today: date,
) -> CaseEvent:
    """Append an event and recompute where the case stands and what is due.

    Raises RefusedError when the procedure, the law or the dates do not allow it (register rules E1-E16).
    """
    case = locked(case)
    row = transition(kind, case.kind)
    if row is None or not _is_open(row, case):
        raise RefusedError(
            f"Vụ việc {case.get_kind_display()} ở giai đoạn “{case.get_status_display()}” "
            f"không thể ghi “{kind.label}”."
        )
    if by.role not in row.roles:
        raise RefusedError(f"Bạn không được ghi “{kind.label}”.")
    _check_form(case, row, detail=detail, document_number=document_number.strip())
    _check_days(case, kind, happened_on, sent_on, today=today)
    check_law(case, kind, happened_on=happened_on, detail=detail)
    event = append_event(
        case,
        kind,
        happened_on=happened_on,
        detail=detail.strip(),
        document_number=document_number.strip(),
        sent_on=sent_on,
        after_persuasion=after_persuasion,
        by=by,
    )
    refresh_case(case, on=happened_on)
    audit.record(kind.label, subject=case.code, by=by)
    return event


def append_event(
    case: Case,
    kind: EventKind,
    *,
    happened_on: date,
    detail: str,
    document_number: str,
    sent_on: date | None,
    after_persuasion: bool | None,
    by: Official,
) -> CaseEvent:
    """Store the next event of a locked case."""
    last = case.events.aggregate(last=Max("seq"))["last"] or 0
    return CaseEvent.objects.create(
        case=case,
        seq=last + 1,
        happened_on=happened_on,
        kind=kind,
        detail=detail,
        document_number=document_number,
        sent_on=sent_on,
        after_persuasion=after_persuasion,
        recorded_by=by,
    )


def _check_form(case: Case, row: Transition, *, detail: str, document_number: str) -> None:
    if row.needs_document and case.kind != "KNPA":
        refuse_blank(document_number, f"“{row.event.label}” phải ghi số văn bản.", field="document_number")
    if row.details and detail not in row.details:
        raise RefusedError("Hãy chọn chi tiết trong danh sách.", field="detail")


def _check_days(case: Case, kind: EventKind, happened_on: date, sent_on: date | None, *, today: date) -> None:
    refuse_future(happened_on, today=today, field="happened_on")
    refuse_future(sent_on, today=today, field="sent_on")
    last = case.events.aggregate(last=Max("happened_on"))["last"]
    if last:
        refuse_before(happened_on, last, what="diễn biến trước", field="happened_on")
    received = case.petitions.aggregate(first=Min("received_on"))["first"]
    if kind == EventKind.ACCEPTED and received:
        refuse_before(happened_on, received, what="ngày nhận đơn đầu tiên", field="happened_on")
    refuse_before(sent_on, happened_on, what="ngày ban hành văn bản", field="sent_on")


@transaction.atomic
def assign_verifier(
    case: Case, *, verifier: Official, happened_on: date, document_number: str = "", by: Official, today: date
) -> CaseEvent:
    """Assign the officer who verifies the case; from now on he sees it."""
    if verifier.unit_id != case.unit_id or not verifier.is_active:
        raise RefusedError("Người xác minh phải là cán bộ của đơn vị.", field="verifier")
    event = record_event(
        case,
        EventKind.VERIFICATION,
        happened_on=happened_on,
        document_number=document_number,
        by=by,
        today=today,
    )
    Case.objects.filter(pk=case.pk).update(verifier=verifier)
    return event


def locked(case: Case) -> Case:
    """Return the case with its row locked until the transaction ends."""
    return Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
