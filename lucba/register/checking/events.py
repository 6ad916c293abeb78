"""The events of each matter (rules E1-E16), walked through in their order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from complaints.workflow import EventKind, RegisterRule, register_rule
from lucba.law.complexity import ComplexityCriterion, Procedure, complexity_criteria_needed
from lucba.law.working_days import WorkingCalendar
from lucba.register.checking.cases import first_received_on
from lucba.register.checking.course import Course
from lucba.register.checking.extensions import check_pauses, check_term
from lucba.register.rows import Book, Finding, Row
from reception.models import ContentKind

PART_OF_2026 = (EventKind.SUSPENDED, EventKind.PART_WITHDRAWN)


def check_events(book: Book, calendar: WorkingCalendar) -> Iterator[Finding]:
    """E1-E16. A matter with an event that could not be read is left out: its order would be guessed."""
    for case_code in book.group("DIEN_BIEN", "case_code"):
        matter = book.find("VU_VIEC", case_code)
        course = Course.of(book, matter, calendar) if matter else None
        if course:
            yield from _check_matter(course, first_received_on(book, case_code))


def _check_matter(course: Course, received_on: date | None) -> Iterator[Finding]:
    for row in course.events:
        yield from _in_order(row, course)
        yield from _fits_table(row, course)
        yield from _acceptance(row, course, received_on)
        yield from check_term(row, course)
        yield from check_pauses(row, course)
        yield from _since_2026(row, course)
        yield from _withdrawal(row, course)
        course.take(row)


def _in_order(row: Row, course: Course) -> Iterator[Finding]:
    """E1, E6."""
    if course.last_day and row["date"] < course.last_day:
        reason = (
            f"Diễn biến ngày {row['date']:%d/%m/%Y} trước diễn biến liền trước ({course.last_day:%d/%m/%Y}). "
            "Hãy sửa ngày hoặc thứ tự."
        )
        yield row.wrong("E1", "date", reason)
    if row["sent_on"] and row["sent_on"] < row["date"]:
        reason = (
            f"Ngày gửi {row['sent_on']:%d/%m/%Y} trước ngày của văn bản {row['date']:%d/%m/%Y}. Hãy sửa lại."
        )
        yield row.wrong("E6", "sent_on", reason)


def _fits_table(row: Row, course: Course) -> Iterator[Finding]:
    """E2-E5, E7: what the table of the procedure says of this event."""
    entry = register_rule(row["event"], course.kind)
    name = EventKind(row["event"]).label
    if entry is None:
        reason = f"Diễn biến “{name}” không dùng cho vụ việc loại {course.kind}. Hãy sửa loại diễn biến."
        yield row.wrong("E3", "event", reason)
        return
    if course.is_closed_before(row["date"]) and not entry.after_closing:
        reason = (
            f"Vụ việc đã kết thúc ngày {course.closed_on:%d/%m/%Y}, không thể có diễn biến “{name}” sau đó."
        )
        yield row.wrong("E2", "event", f"{reason} Hãy sửa ngày hoặc xóa dòng.")
    elif course.accepted_on is None and entry.needs_acceptance:
        reason = (
            f"Diễn biến “{name}” chỉ có sau khi thụ lý. Hãy ghi diễn biến thu_ly trước đó hoặc sửa thứ tự."
        )
        yield row.wrong("E4", "event", reason)
    if entry.needs_document and row["doc_no"] is None and course.kind != ContentKind.RECOMMENDATION:
        yield row.wrong("E5", "doc_no", f"Diễn biến “{name}” phải có số văn bản. Hãy ghi số văn bản.")
    yield from _detail(row, entry, course)


def _detail(row: Row, entry: RegisterRule, course: Course) -> Iterator[Finding]:
    """E7."""
    if entry.details and row["detail"] not in entry.details:
        allowed = ", ".join(sorted(entry.details))
        yield row.wrong(
            "E7", "detail", f"Chi tiết không có trong danh mục. Hãy ghi một trong các mã: {allowed}."
        )
    elif row["event"] == EventKind.COMPLEX and not _criteria_fit(row, course):
        reason = "Chi tiết phải là các tiêu chí phức tạp từ 1 đến 7, cách nhau bằng dấu “;”. Hãy sửa lại."
        yield row.wrong("E7", "detail", reason)


def _criteria_fit(row: Row, course: Course) -> bool:
    """Tell whether the criteria are known ones and as many as the law then asked for."""
    named = Course.criteria(row)
    known = {criterion.value for criterion in ComplexityCriterion}
    needed = complexity_criteria_needed(Procedure(course.kind), on=row["date"])
    return named <= known and len(named) >= needed


def _acceptance(row: Row, course: Course, received_on: date | None) -> Iterator[Finding]:
    """E8-E10."""
    if row["event"] == EventKind.REFUSED and course.accepted_on:
        reason = (
            f"Vụ việc đã thụ lý ngày {course.accepted_on:%d/%m/%Y}, không thể ghi không thụ lý. Hãy sửa lại."
        )
        yield row.wrong("E8", "event", reason)
    if row["event"] != EventKind.ACCEPTED:
        return
    if course.accepted_on:
        reason = f"Vụ việc đã thụ lý ngày {course.accepted_on:%d/%m/%Y}, không thụ lý lần nữa. Hãy xóa dòng."
        yield row.wrong("E8", "event", reason)
    if not course.matter["competent"]:
        reason = (
            "Vụ việc không thuộc thẩm quyền thì không thụ lý. Hãy xóa dòng hoặc sửa thẩm quyền của vụ việc."
        )
        yield row.wrong("E9", "event", reason)
    if received_on and row["date"] < received_on:
        reason = (
            f"Ngày thụ lý {row['date']:%d/%m/%Y} trước ngày nhận đơn đầu tiên {received_on:%d/%m/%Y}. "
            "Hãy sửa lại."
        )
        yield row.wrong("E10", "date", reason)


def _since_2026(row: Row, course: Course) -> Iterator[Finding]:
    """E15."""
    is_new = row["event"] in PART_OF_2026 or (row["event"] == EventKind.TERMINATED and row["detail"] != "rut")
    if course.kind == ContentKind.COMPLAINT and is_new and not course.law_of_2026(row["date"]):
        reason = (
            f"Trước ngày 01/07/2026 luật không cho phép “{EventKind(row['event']).label}” khiếu nại như vậy. "
            "Hãy sửa ngày hoặc loại diễn biến."
        )
        yield row.wrong("E15", "date", reason)


def _withdrawal(row: Row, course: Course) -> Iterator[Finding]:
    """E16."""
    is_withdrawal = row["event"] == EventKind.TERMINATED and row["detail"] == "rut"
    if is_withdrawal and not course.is_withdrawn:
        reason = (
            "Đình chỉ do rút nhưng chưa ghi diễn biến rut_toan_bo. Hãy ghi việc rút trước, hoặc sửa chi tiết."
        )
        yield row.wrong("E16", "detail", reason)
