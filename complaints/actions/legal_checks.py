"""What the law asks of an event beyond the table of the procedure; each check cites its article."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from complaints.models import Case, CaseEvent
from complaints.workflow import EventKind
from lucba.law.complexity import (
    Procedure,
    complexity_criteria_needed,
    extension_criteria_needed,
    next_extension,
)
from lucba.law.resolution import (
    AcceptedMatter,
    ClockEvent,
    ResolutionEvent,
    complaint_may_be_suspended,
    is_in_time_for_extension,
)
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError
from reception.models import ContentKind


def check_law(case: Case, kind: EventKind, *, happened_on: date, detail: str) -> None:
    """Refuse an event the law does not allow on that day (register rules E8, E11-E16)."""
    check = _CHECKS.get(kind)
    if check:
        check(case, happened_on, detail)


def _check_accepted(case: Case, happened_on: date, detail: str) -> None:
    if not case.competent:
        raise RefusedError("Vụ việc không thuộc thẩm quyền, không thể thụ lý.")


def _check_complex(case: Case, happened_on: date, detail: str) -> None:
    """LKN 28, NĐ 124/2020 Điều 3a; NĐ 31/2019 Điều 3: criteria named in writing, in time."""
    needed = complexity_criteria_needed(Procedure(case.kind), on=happened_on)
    if len(criteria(detail)) < needed:
        raise RefusedError("Hãy chọn ít nhất một tiêu chí phức tạp.", field="detail")
    if case.kind == ContentKind.COMPLAINT:
        _check_in_time(case, happened_on)


def _check_extended(case: Case, happened_on: date, detail: str) -> None:
    """LTC 30: extensions in order, each with as many criteria as its number, before the term ends."""
    events = list(case.events.order_by("seq"))
    due = next_extension(sum(each.kind == EventKind.EXTENDED for each in events))
    if due is None or detail != str(due):
        raise RefusedError("Tố cáo được gia hạn theo thứ tự, tối đa hai lần.", field="detail")
    named = {number for each in events if each.kind == EventKind.COMPLEX for number in criteria(each.detail)}
    if len(named) < extension_criteria_needed(due):
        raise RefusedError(
            f"Gia hạn lần {due} cần ít nhất {due} tiêu chí phức tạp đã xác định bằng văn bản.", field="detail"
        )
    _check_in_time(case, happened_on)


def _check_in_time(case: Case, happened_on: date) -> None:
    if case.accepted_on is None:
        return
    matter = AcceptedMatter(Procedure(case.kind), case.accepted_on, case.remote)
    if not is_in_time_for_extension(matter, _moves(case), on=happened_on, calendar=working_calendar()):
        raise RefusedError("Đã quá hạn giải quyết, không thể kéo dài thời hạn nữa.", field="happened_on")


def _moves(case: Case) -> list[ResolutionEvent]:
    kinds = {each.value for each in ClockEvent}
    events: list[CaseEvent] = list(case.events.filter(kind__in=kinds).order_by("seq"))
    return [ResolutionEvent(each.happened_on, ClockEvent(each.kind), each.detail) for each in events]


def _check_only_since_2026(case: Case, happened_on: date, detail: str) -> None:
    """LKN 10, 11a as amended: before 01/07/2026 a complaint could only be withdrawn whole."""
    if case.kind == ContentKind.COMPLAINT and not complaint_may_be_suspended(happened_on):
        raise RefusedError(
            "Trước ngày 01/07/2026 luật chưa có quy định này đối với khiếu nại.", field="happened_on"
        )


def _check_terminated(case: Case, happened_on: date, detail: str) -> None:
    if detail != "rut":
        _check_only_since_2026(case, happened_on, detail)
    elif not case.events.filter(kind=EventKind.WITHDRAWN).exists():
        raise RefusedError("Phải ghi “rút toàn bộ” trước khi đình chỉ do rút.", field="detail")


def criteria(detail: str) -> list[str]:
    """Return the numbers of the complexity criteria written in a detail such as "2; 7"."""
    return [number.strip() for number in detail.split(";") if number.strip()]


_CHECKS: dict[EventKind, Callable[[Case, date, str], None]] = {
    EventKind.ACCEPTED: _check_accepted,
    EventKind.COMPLEX: _check_complex,
    EventKind.EXTENDED: _check_extended,
    EventKind.SUSPENDED: _check_only_since_2026,
    EventKind.PART_WITHDRAWN: _check_only_since_2026,
    EventKind.TERMINATED: _check_terminated,
}
