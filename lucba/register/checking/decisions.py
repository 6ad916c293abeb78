"""Decisions and conclusions (rules Q1-Q12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from complaints.models import Case, Decision
from complaints.workflow import EventKind
from lucba.law.deadlines import effect_of_decision
from lucba.law.rules import NoRuleInForceError
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import StaffTerm
from lucba.register.checking.course import Course
from lucba.register.checking.office import is_known, term_on
from lucba.register.rows import Book, Finding, Row
from reception.models import ContentKind

Result = Decision.Result
LEADERS = (StaffTerm.Role.CHAIRMAN, StaffTerm.Role.VICE_CHAIRMAN)
TYPES = {
    ContentKind.COMPLAINT: Decision.Type.COMPLAINT_DECISION,
    ContentKind.DENUNCIATION: Decision.Type.DENUNCIATION_CONCLUSION,
}
FIRST = (Result.RIGHT, Result.WRONG, Result.PARTLY_RIGHT)
SECOND = (Result.UPHELD, Result.CHANGED)
MONEY_AND_LAND = ("recover_money", "recover_land", "org_money", "org_land", "person_money", "person_land")
LATER_STEPS = (
    "sent_on",
    "received_on",
    "meeting_notice_on",
    "published_on",
    "publication_end_on",
    "front_told_on",
    "directive_on",
)


def check_decisions(book: Book, calendar: WorkingCalendar) -> Iterator[Finding]:
    """Q1-Q12."""
    for row in book.sound("QUYET_DINH"):
        yield from _first_of_matter(row, book)
        matter = book.find("VU_VIEC", row["case_code"])
        if matter:
            yield from _in_course(row, book, matter, calendar)
            yield from _fits_matter(row, matter)
            yield from _effect(row, matter, calendar)
        yield from _signer(row, book)
        yield from _amounts(row)
        yield from _later_steps(row)


def _first_of_matter(row: Row, book: Book) -> Iterator[Finding]:
    """Q1."""
    if book.group("QUYET_DINH", "case_code")[row["case_code"]][0] is not row:
        reason = (
            f"Vụ việc “{row['case_code']}” đã có quyết định, kết luận ở dòng trước. Hãy xóa dòng hoặc sửa mã."
        )
        yield row.wrong("Q1", "case_code", reason)


def _in_course(row: Row, book: Book, matter: Row, calendar: WorkingCalendar) -> Iterator[Finding]:
    """Q2, Q3: accepted before, and not closed otherwise before."""
    course = Course.of(book, matter, calendar)
    if course is None:
        return
    course.decided_on = None
    for event in course.events:
        course.take(event)
    issued_on = row["issued_on"]
    if not any(e["event"] == EventKind.ACCEPTED and e["date"] <= issued_on for e in course.events):
        reason = (
            "Chưa có diễn biến thụ lý trước ngày ban hành. Hãy ghi diễn biến thu_ly hoặc sửa ngày ban hành."
        )
        yield row.wrong("Q2", "issued_on", reason)
    if course.closed_on and course.closed_on < issued_on:
        reason = (
            f"Vụ việc đã kết thúc ngày {course.closed_on:%d/%m/%Y}, không thể ban hành sau đó. Hãy sửa lại."
        )
        yield row.wrong("Q3", "issued_on", reason)


def _fits_matter(row: Row, matter: Row) -> Iterator[Finding]:
    """Q4, Q5."""
    if row["type"] != TYPES.get(matter["kind"]):
        reason = (
            "Vụ việc KN có quyết định giải quyết (qd_gqkn), vụ việc TC có kết luận (kl_tc), KNPA không có. "
            "Hãy sửa loại văn bản hoặc mã vụ việc."
        )
        yield row.wrong("Q4", "type", reason)
    allowed = SECOND if matter["instance"] == Case.Instance.SECOND_COMPLAINT else FIRST
    if row["result"] not in allowed:
        reason = f"Kết quả {row['result']} không phù hợp với lần giải quyết. Hãy ghi: {', '.join(allowed)}."
        yield row.wrong("Q5", "result", reason)


def _effect(row: Row, matter: Row, calendar: WorkingCalendar) -> Iterator[Finding]:
    """Q6, and Q10 for a conclusion."""
    effective_on = row["effective_on"]
    if effective_on is None:
        return
    if matter["kind"] != ContentKind.COMPLAINT:
        yield from _after_issue(row, "effective_on")
        return
    first = _effective_from(row["issued_on"], calendar, remote=bool(matter["remote"]))
    if effective_on < first:
        reason = (
            f"Quyết định chỉ có hiệu lực sớm nhất từ ngày {first:%d/%m/%Y}, đang ghi {effective_on:%d/%m/%Y}."
        )
        yield row.wrong("Q6", "effective_on", f"{reason} Hãy sửa lại.")


def _effective_from(issued_on: date, calendar: WorkingCalendar, *, remote: bool) -> date:
    try:
        return effect_of_decision(issued_on, calendar, remote=remote).due_on
    except NoRuleInForceError:  # issued before the laws this system knows
        return issued_on


def _signer(row: Row, book: Book) -> Iterator[Finding]:
    """Q7."""
    if not is_known(book, row["signer"]):
        return
    term = term_on(book, row["signer"], row["issued_on"])
    if term is None or term["role"] not in LEADERS:
        reason = (
            f"Cán bộ “{row['signer']}” không phải Chủ tịch hoặc Phó Chủ tịch "
            f"ngày {row['issued_on']:%d/%m/%Y}. Hãy sửa mã người ký hoặc trang CAN_BO."
        )
        yield row.wrong("Q7", "signer", reason)


def _amounts(row: Row) -> Iterator[Finding]:
    """Q8, Q9."""
    if not row["must_execute"] and any(row[column] for column in MONEY_AND_LAND):
        reason = (
            "Có tiền hoặc đất phải thu, phải trả thì phải thi hành. Hãy ghi co, hoặc xóa các số tiền, đất."
        )
        yield row.wrong("Q8", "must_execute", reason)
    yield from more_officials(row, "Q9", "sanction_officials", "sanction_persons")
    yield from more_officials(row, "Q9", "invest_officials", "invest_persons")


def more_officials(row: Row, rule: str, part: str, whole: str) -> Iterator[Finding]:
    """Q9, X5: officials are among the persons counted."""
    if row[part] > row[whole]:
        reason = (
            f"Số cán bộ, công chức, viên chức ({row[part]}) nhiều hơn tổng số người ({row[whole]}). "
            "Hãy sửa lại."
        )
        yield row.wrong(rule, part, reason)


def _later_steps(row: Row) -> Iterator[Finding]:
    """Q10-Q12."""
    for column in LATER_STEPS:
        yield from _after_issue(row, column)
    published_on, ended_on = row["published_on"], row["publication_end_on"]
    if published_on and row["publish_form"] is None:
        yield row.wrong(
            "Q11", "publish_form", "Đã công khai thì phải ghi hình thức công khai. Hãy ghi hình thức."
        )
    if published_on and ended_on and ended_on < published_on:
        reason = f"Ngày kết thúc công khai trước ngày công khai {published_on:%d/%m/%Y}. Hãy sửa lại."
        yield row.wrong("Q12", "publication_end_on", reason)


def _after_issue(row: Row, column: str) -> Iterator[Finding]:
    if row[column] and row[column] < row["issued_on"]:
        reason = f"Ngày {row[column]:%d/%m/%Y} trước ngày ban hành {row['issued_on']:%d/%m/%Y}. Hãy sửa lại."
        yield row.wrong("Q10", column, reason)
