"""What the law asks of an event beyond the table of the procedure; each check cites its article."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from complaints.models import Case, CaseEvent
from complaints.workflow import EventKind, Transition
from lucba.law.complexity import (
    Procedure,
    complexity_criteria_needed,
    extension_criteria_needed,
    next_extension,
)
from lucba.law.deadlines import deadline
from lucba.law.resolution import (
    AcceptedMatter,
    ClockEvent,
    ResolutionEvent,
    complaint_may_be_suspended,
    is_in_time_for_extension,
)
from lucba.law.rules import NoRuleInForceError, Step
from lucba.law.sources import DECREE_154_2026
from lucba.law.time_limits import time_limit
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError, refuse_before, refuse_blank
from reception.models import ContentKind, Petition

OVERDUE_COMPLAINT = "kn-lan-hai-do-qua-han"
GROUP_IS_COMPLETE = "nhieu_nguoi_du"


def check_law(
    case: Case, row: Transition, *, happened_on: date, detail: str, until_on: date | None = None
) -> None:
    """Refuse an event the law does not allow on that day (register rules E8, E11-E16)."""
    check = _CHECKS.get(row.event)
    if check:
        check(case, happened_on, detail)
    if row.event == EventKind.TARGET_MOVED:
        _check_target_moved(case, happened_on, detail, until_on)
    if row.event == EventKind.DIALOGUE_NOTICE:
        _check_dialogue_notice(happened_on, until_on)
    if row.event == EventKind.HANDED_OVER:
        refuse_blank(detail, "Hãy ghi đơn vị bàn giao.", field="detail")
    if row.name == OVERDUE_COMPLAINT:
        _check_overdue(case, happened_on)


def _check_accepted(case: Case, happened_on: date, detail: str) -> None:
    """NĐ 124/2020 Điều 16(1): a group's complaint carries all signatures and names its representatives."""
    in_group = case.petitions.filter(signer_kind=Petition.SignerKind.SEVERAL).exists()
    if case.kind == ContentKind.COMPLAINT and in_group and detail != GROUP_IS_COMPLETE:
        raise RefusedError(
            "Đơn nhiều người chỉ được thụ lý khi có đủ chữ ký và văn bản cử người đại diện "
            "(Nghị định 124/2020, Điều 16(1)).",
            field="detail",
        )


def _check_refused(case: Case, happened_on: date, detail: str) -> None:
    """NĐ 154/2026 Điều 4(1): an answered recommendation with nothing new; no such ground before."""
    if case.kind == ContentKind.RECOMMENDATION and happened_on < DECREE_154_2026.in_force_from:
        raise RefusedError(
            "Trước ngày 01/07/2026 chưa có căn cứ từ chối kiến nghị, phản ánh đã được trả lời "
            "(Nghị định 154/2026, Điều 4).",
            field="happened_on",
        )


def _check_target_moved(case: Case, happened_on: date, detail: str, until_on: date | None) -> None:
    refuse_blank(detail, "Hãy ghi lý do lùi chỉ tiêu.", field="detail")
    if until_on is None or (case.due_on and until_on <= case.due_on):
        raise RefusedError("Hãy ghi ngày chỉ tiêu mới, sau chỉ tiêu hiện nay.", field="until_on")


def _check_dialogue_notice(happened_on: date, held_on: date | None) -> None:
    """NĐ 124/2020 Điều 28(1), sửa 2026: told in writing at least 5 days before; no such rule earlier."""
    if held_on is None:
        return
    refuse_before(held_on, happened_on, what="ngày thông báo", field="until_on")
    with suppress(NoRuleInForceError):
        limit = time_limit(Step.DIALOGUE_NOTICE, on=held_on)
        latest = deadline(limit, held_on, working_calendar()).due_on
        if happened_on > latest:
            raise RefusedError(
                f"Đối thoại ngày {held_on:%d/%m/%Y} phải thông báo chậm nhất ngày {latest:%d/%m/%Y} "
                f"({limit.legal_basis}). Hãy chọn ngày đối thoại muộn hơn.",
                field="until_on",
            )


def _check_overdue(case: Case, happened_on: date) -> None:
    """LKN 33(1): before a decision one may only complain again when the time to resolve has run out."""
    if case.due_on is None or happened_on <= case.due_on:
        raise RefusedError(
            "Chưa hết thời hạn giải quyết lần đầu (Luật Khiếu nại, Điều 33).", field="happened_on"
        )


def _check_complex(case: Case, happened_on: date, detail: str) -> None:
    """LKN 28, NĐ 124/2020 Điều 3a; NĐ 31/2019 Điều 3: criteria named in writing, in time."""
    needed = complexity_criteria_needed(Procedure(case.kind), on=happened_on)
    if len(criteria(detail)) < needed:
        raise RefusedError(
            "Hãy chọn ít nhất một tiêu chí phức tạp "
            "(Nghị định 124/2020, Điều 3a; Nghị định 31/2019, Điều 3).",
            field="detail",
        )
    if case.kind == ContentKind.COMPLAINT:
        _check_in_time(case, happened_on)


def _check_extended(case: Case, happened_on: date, detail: str) -> None:
    """LTC 30: extensions in order, each with as many criteria as its number, before the term ends."""
    events = list(case.events.in_force())
    due = next_extension(sum(each.kind == EventKind.EXTENDED for each in events))
    if due is None or detail != str(due):
        raise RefusedError(
            "Tố cáo được gia hạn theo thứ tự, tối đa hai lần (Luật Tố cáo, Điều 30).", field="detail"
        )
    named = {number for each in events if each.kind == EventKind.COMPLEX for number in criteria(each.detail)}
    if len(named) < extension_criteria_needed(due):
        raise RefusedError(
            f"Gia hạn lần {due} cần ít nhất {due} tiêu chí phức tạp đã xác định bằng văn bản "
            "(Luật Tố cáo, Điều 30; Nghị định 31/2019, Điều 3).",
            field="detail",
        )
    _check_in_time(case, happened_on)


def _check_in_time(case: Case, happened_on: date) -> None:
    if case.accepted_on is None:
        return
    matter = AcceptedMatter(Procedure(case.kind), case.accepted_on, case.remote)
    if not is_in_time_for_extension(matter, _moves(case), on=happened_on, calendar=working_calendar()):
        raise RefusedError(
            f"Đã quá hạn giải quyết, không thể kéo dài thời hạn nữa ({_LENGTHENING[Procedure(case.kind)]}).",
            field="happened_on",
        )


_LENGTHENING = {
    Procedure.COMPLAINT: "Luật Khiếu nại, Điều 28",
    Procedure.DENUNCIATION: "Luật Tố cáo, Điều 30",
}


def _moves(case: Case) -> list[ResolutionEvent]:
    kinds = {each.value for each in ClockEvent}
    events: list[CaseEvent] = list(case.events.in_force().filter(kind__in=kinds))
    return [ResolutionEvent(each.happened_on, ClockEvent(each.kind), each.detail) for each in events]


def _check_only_since_2026(case: Case, happened_on: date, detail: str) -> None:
    """LKN 10, 11a as amended: before 01/07/2026 a complaint could only be withdrawn whole."""
    if case.kind == ContentKind.COMPLAINT and not complaint_may_be_suspended(happened_on):
        raise RefusedError(
            "Trước ngày 01/07/2026 luật chưa có quy định này đối với khiếu nại: rút một phần, tạm đình chỉ, "
            "đình chỉ vì lý do khác (Luật Khiếu nại, Điều 10, 11a).",
            field="happened_on",
        )


def _check_terminated(case: Case, happened_on: date, detail: str) -> None:
    if detail != "rut":
        _check_only_since_2026(case, happened_on, detail)


def criteria(detail: str) -> list[str]:
    """Return the numbers of the complexity criteria written in a detail such as "2; 7"."""
    return [number.strip() for number in detail.split(";") if number.strip()]


_CHECKS: dict[EventKind, Callable[[Case, date, str], None]] = {
    EventKind.ACCEPTED: _check_accepted,
    EventKind.REFUSED: _check_refused,
    EventKind.COMPLEX: _check_complex,
    EventKind.EXTENDED: _check_extended,
    EventKind.SUSPENDED: _check_only_since_2026,
    EventKind.PART_WITHDRAWN: _check_only_since_2026,
    EventKind.TERMINATED: _check_terminated,
}
