"""Put a matter on the review list and settle it for good: the two events target 5 counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import transaction

from complaints.actions.events import locked, record_event, row_for
from complaints.models import Case, CaseEvent, Decision
from complaints.workflow import DETAIL_LABELS, EventKind, Way
from lucba.office.errors import RefusedError, refuse_before, refuse_blank
from lucba.office.models import Official


@transaction.atomic
def list_for_review(
    case: Case,
    *,
    detail: str,
    happened_on: date,
    document_number: str = "",
    seen: int | None = None,
    by: Official,
    today: date,
) -> CaseEvent:
    """Put a complaint or denunciation on the review list with its basis `detail`.

    Raises RefusedError when it stands there on that basis already, or was settled (see the guards).
    """
    case = locked(case)
    row_for(case, EventKind.REVIEW_LISTED, detail=detail, by=by)
    if any(each.detail == detail for each in _listings(case)):
        raise RefusedError(
            f"Vụ việc {case.code} đã có trong danh sách rà soát: {DETAIL_LABELS[detail]}.", field="detail"
        )
    return record_event(
        case,
        EventKind.REVIEW_LISTED,
        happened_on=happened_on,
        detail=detail,
        document_number=document_number,
        seen=seen,
        by=by,
        today=today,
    )


@transaction.atomic
def settle_case(
    case: Case,
    *,
    detail: str,
    happened_on: date,
    document_number: str = "",
    seen: int | None = None,
    by: Official,
    today: date,
) -> CaseEvent:
    """Note that a matter of the review list is settled for good, on the basis `detail`.

    Raises RefusedError for a matter not on the list, one settled already, or a basis the books contradict.
    """
    case = locked(case)
    row_for(case, EventKind.SETTLED, detail=detail, by=by)
    first = min(each.happened_on for each in _listings(case))
    refuse_before(happened_on, first, what="ngày đưa vào danh sách", field="happened_on")
    _BASES[detail](case, document_number.strip(), happened_on)
    return record_event(
        case,
        EventKind.SETTLED,
        happened_on=happened_on,
        detail=detail,
        document_number=document_number,
        seen=seen,
        by=by,
        today=today,
    )


def _listings(case: Case) -> list[CaseEvent]:
    return list(case.events.in_force().filter(kind=EventKind.REVIEW_LISTED))


def _carried_out(case: Case, document_number: str, happened_on: date) -> None:
    """Refuse "thi hành xong" before the books say so; another body's decision is known by its paper."""
    if not case.competent:
        refuse_blank(
            document_number, "Hãy ghi số văn bản của cơ quan đã thi hành xong.", field="document_number"
        )
        return
    finished_on = Decision.objects.filter(case=case).values_list("finished_on", flat=True).first()
    if finished_on is None or finished_on > happened_on:
        raise RefusedError("Sổ chưa ghi quyết định, kết luận đã thi hành xong đến ngày đó.", field="detail")


def _ended_by_notice(case: Case, document_number: str, happened_on: date) -> None:
    refuse_blank(document_number, "Hãy ghi số thông báo chấm dứt giải quyết.", field="document_number")


def _withdrawn(case: Case, document_number: str, happened_on: date) -> None:
    noted = case.events.in_force().filter(kind=EventKind.WITHDRAWN).exists()
    if case.outcome != Way.WITHDRAWN and not noted:
        raise RefusedError("Sổ chưa ghi việc rút toàn bộ.", field="detail")


_BASES: dict[str, Callable[[Case, str, date], None]] = {
    "thi_hanh_xong": _carried_out,
    "thong_bao_cham_dut": _ended_by_notice,
    "rut": _withdrawn,
}
