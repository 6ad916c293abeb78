"""Complexity, extensions and pauses of an accepted matter (rules E11-E14)."""

from __future__ import annotations

from collections.abc import Iterator

from complaints.workflow import EventKind
from lucba.law.complexity import EXTENSIONS_ALLOWED
from lucba.law.resolution import is_in_time_for_extension
from lucba.law.rules import NoRuleInForceError
from lucba.register.checking.course import Course
from lucba.register.rows import Finding, Row

PAUSE_BEGUN_BY = {
    EventKind.RESUMED: EventKind.SUSPENDED,
    EventKind.EXAMINATION_RESULT: EventKind.EXAMINATION,
}


def check_term(row: Row, course: Course) -> Iterator[Finding]:
    """E11-E13: what lengthens the term comes in time, in order and with its criteria."""
    if row["event"] not in (EventKind.COMPLEX, EventKind.EXTENDED):
        return
    if not _is_in_time(row, course):
        reason = (
            f"Ngày {row['date']:%d/%m/%Y} đã quá hạn giải quyết tại thời điểm đó, không thể "
            "kéo dài thời hạn. Hãy sửa lại."
        )
        yield row.wrong("E11", "date", reason)
    if row["event"] == EventKind.EXTENDED and row["detail"] in ("1", "2"):
        yield from _extension(row, course)


def _is_in_time(row: Row, course: Course) -> bool:
    matter = course.accepted
    if matter is None:
        return True
    try:
        return is_in_time_for_extension(matter, course.moves, on=row["date"], calendar=course.calendar)
    except NoRuleInForceError:  # accepted before the laws this system knows
        return True


def _extension(row: Row, course: Course) -> Iterator[Finding]:
    number, due = int(row["detail"]), course.extensions + 1
    if due > EXTENSIONS_ALLOWED:
        reason = f"Tố cáo chỉ được gia hạn tối đa {EXTENSIONS_ALLOWED} lần. Hãy xóa lần gia hạn này."
        yield row.wrong("E12", "detail", reason)
    elif number != due:
        yield row.wrong("E12", "detail", f"Đây là lần gia hạn thứ {due}, đang ghi {number}. Hãy sửa lại.")
    named = course.criteria_named_by(row["date"])
    if len(named) < number:
        reason = (
            f"Gia hạn lần {number} cần ít nhất {number} tiêu chí phức tạp đã xác định bằng văn bản, "
            f"mới ghi {len(named)}. Hãy ghi đủ ở diễn biến phuc_tap trước đó."
        )
        yield row.wrong("E13", "detail", reason)


def check_pauses(row: Row, course: Course) -> Iterator[Finding]:
    """E14: pauses do not overlap, and each is ended by its own kind of event."""
    event = EventKind(row["event"])
    if event in PAUSE_BEGUN_BY.values():
        if course.pause:
            begun = EventKind(course.pause).label
            reason = (
                f"Đang trong thời gian “{begun}”, không thể ghi thêm. Hãy ghi diễn biến kết thúc trước đó."
            )
            yield row.wrong("E14", "event", reason)
        course.pause = course.pause or event.value
    elif event in PAUSE_BEGUN_BY:
        if course.pause == PAUSE_BEGUN_BY[event]:
            course.pause = ""
        else:
            yield row.wrong("E14", "event", _not_begun(PAUSE_BEGUN_BY[event]))
    else:
        yield from _stay(row, course, event)


def _stay(row: Row, course: Course, event: EventKind) -> Iterator[Finding]:
    """E14 for the stay of the contested act, which pauses no clock."""
    if event == EventKind.STAY:
        course.is_stayed = True
    elif event == EventKind.STAY_LIFTED:
        if not course.is_stayed:
            yield row.wrong("E14", "event", _not_begun(EventKind.STAY))
        course.is_stayed = False


def _not_begun(event: EventKind) -> str:
    return f"Chưa có diễn biến “{event.label}” trước đó để kết thúc. Hãy ghi diễn biến đó hoặc xóa dòng này."
