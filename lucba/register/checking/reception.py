"""Reception sessions (rules R1-R8) and visits (rules V1-V6)."""

from __future__ import annotations

from collections.abc import Iterator

from lucba.law.groups import representatives_allowed, representatives_fit
from lucba.office.models import StaffTerm
from lucba.register.checking.office import is_known, term_on
from lucba.register.rows import Book, Finding, Row
from reception.models import ReceptionSession

Kind = ReceptionSession.Kind
HostRole = ReceptionSession.HostRole
State = ReceptionSession.State


def check_sessions(book: Book) -> Iterator[Finding]:
    """R1-R8."""
    for row in book.sound("NGAY_TIEP"):
        yield from _host_fits_kind(row)
        yield from _host_in_post(row, book)
        yield from _papers(row)
        yield from _not_held(row, book)
        if row["state"] == State.HELD and row["sitting_code"] not in book.group("LUOT_TIEP", "sitting_code"):
            reason = (
                "Buổi tiếp ghi là có công dân đến nhưng trang LUOT_TIEP không có lượt nào. "
                "Hãy ghi lượt tiếp hoặc sửa trạng thái thành khong_co_cong_dan."
            )
            yield row.wrong("R8", "state", reason)


def _host_fits_kind(row: Row) -> Iterator[Finding]:
    """R1: officers receive at regular sessions and only there."""
    by_officer = row["host_role"] == HostRole.OFFICER
    if row["kind"] == Kind.REGULAR and not by_officer:
        reason = (
            "Tiếp thường xuyên do cán bộ được phân công thực hiện. Hãy ghi can_bo hoặc sửa hình thức tiếp."
        )
        yield row.wrong("R1", "host_role", reason)
    elif row["kind"] != Kind.REGULAR and by_officer:
        reason = (
            "Tiếp định kỳ, đột xuất do thủ trưởng hoặc người được ủy quyền thực hiện. "
            "Hãy ghi thu_truong hoặc uy_quyen, hoặc sửa hình thức tiếp."
        )
        yield row.wrong("R1", "host_role", reason)


def _host_in_post(row: Row, book: Book) -> Iterator[Finding]:
    """R2, R3: the host was on the staff list that day, in the post his part needs."""
    if not is_known(book, row["host"]):
        return
    term = term_on(book, row["host"], row["date"])
    day = f"ngày {row['date']:%d/%m/%Y}"
    if term is None:
        reason = (
            f"Cán bộ “{row['host']}” không có trong danh sách cán bộ {day}. "
            "Hãy sửa người tiếp hoặc trang CAN_BO."
        )
        yield row.wrong("R2", "host", reason)
        return
    is_chairman = term["role"] == StaffTerm.Role.CHAIRMAN
    if row["host_role"] == HostRole.HEAD and not is_chairman:
        reason = (
            f"Cán bộ “{row['host']}” không phải Chủ tịch {day}. Hãy sửa người tiếp hoặc vai trò người tiếp."
        )
        yield row.wrong("R3", "host", reason)
    elif row["host_role"] == HostRole.DELEGATE and is_chairman:
        reason = f"Cán bộ “{row['host']}” là Chủ tịch {day}, không thể là người được ủy quyền. Hãy sửa lại."
        yield row.wrong("R3", "host", reason)


def _papers(row: Row) -> Iterator[Finding]:
    """R4, R5: a delegated session has its paper; a session is announced beforehand."""
    if row["host_role"] == HostRole.DELEGATE and row["delegation_doc"] is None:
        yield row.wrong(
            "R4", "delegation_doc", "Buổi tiếp theo ủy quyền phải có số văn bản ủy quyền. Hãy ghi số."
        )
    announced = row["announced_on"]
    if announced and announced > row["date"]:
        reason = (
            f"Ngày công bố {announced:%d/%m/%Y} sau ngày tiếp {row['date']:%d/%m/%Y}. "
            "Hãy sửa ngày, hoặc để trống nếu không công bố."
        )
        yield row.wrong("R5", "announced_on", reason)


def _not_held(row: Row, book: Book) -> Iterator[Finding]:
    """R6, R7: why it was not held, and where it was moved to."""
    not_held = row["state"] == State.NOT_HELD
    if not_held and row["reason"] is None:
        yield row.wrong("R6", "reason", "Buổi tiếp không tổ chức phải có lý do. Hãy ghi lý do.")
    moved_to = row["moved_to"]
    if moved_to is None:
        return
    if not not_held:
        yield row.wrong(
            "R7", "moved_to", "Buổi tiếp đã tổ chức thì không ghi ngày dời. Hãy xóa ngày hoặc sửa trạng thái."
        )
    elif moved_to <= row["date"]:
        yield row.wrong("R7", "moved_to", f"Ngày dời phải sau ngày tiếp {row['date']:%d/%m/%Y}. Hãy sửa lại.")
    elif _lies_in_books(moved_to, book) and moved_to not in book.group("NGAY_TIEP", "date"):
        reason = (
            f"Ngày {moved_to:%d/%m/%Y} không có buổi tiếp nào. "
            "Hãy sửa ngày dời hoặc ghi buổi tiếp của ngày đó."
        )
        yield row.wrong("R7", "moved_to", reason)


def _lies_in_books(day: object, book: Book) -> bool:
    """Tell whether the books speak of `day`: a later day is planned, its session not on file yet."""
    return book.last_day is None or day <= book.last_day  # type: ignore[operator]  # both are dates


def check_visits(book: Book) -> Iterator[Finding]:
    """V1-V6."""
    for row in book.sound("LUOT_TIEP"):
        session = book.find("NGAY_TIEP", row["sitting_code"])
        yield from _at_held_session(row, session)
        yield from _persons(row)
        yield from _reply(row, session)
        yield from _kind_fits_matters(row, book)


def _at_held_session(row: Row, session: Row | None) -> Iterator[Finding]:
    if session and session["state"] != State.HELD:
        reason = (
            f"Buổi tiếp “{session['sitting_code']}” không ghi là đã tiếp công dân. "
            "Hãy sửa mã buổi tiếp hoặc sửa trạng thái của buổi tiếp thành da_tiep."
        )
        yield row.wrong("V1", "sitting_code", reason)


def _persons(row: Row) -> Iterator[Finding]:
    """V2, V3: at least one person, and a group has its representatives."""
    persons = row["persons"]
    if persons < 1:
        yield row.wrong("V2", "persons", "Lượt tiếp phải có ít nhất một người. Hãy sửa số người.")
    elif not representatives_fit(persons, row["representatives"]):
        most = max(representatives_allowed(persons))
        reason = (
            f"Đoàn {persons} người phải cử từ 1 đến {most} người đại diện, đang ghi {row['representatives']}."
        )
        yield row.wrong("V3", "representatives", reason)


def _reply(row: Row, session: Row | None) -> Iterator[Finding]:
    """V4, V5: the reply has a day and a result, and comes after the visit."""
    yield from half_reply(row, "V4")
    if row["replied_on"] and session and row["replied_on"] < session["date"]:
        reason = (
            f"Ngày trả lời {row['replied_on']:%d/%m/%Y} trước ngày tiếp {session['date']:%d/%m/%Y}. "
            "Hãy sửa lại."
        )
        yield row.wrong("V5", "replied_on", reason)


def half_reply(row: Row, rule: str) -> Iterator[Finding]:
    """V4, D17: a reply day without its result, or the reverse."""
    if row["replied_on"] and row["reply_code"] is None:
        yield row.wrong(rule, "reply_code", "Có ngày trả lời nhưng thiếu kết quả trả lời. Hãy ghi kết quả.")
    elif row["reply_code"] and row["replied_on"] is None:
        yield row.wrong(rule, "replied_on", "Có kết quả trả lời nhưng thiếu ngày trả lời. Hãy ghi ngày.")


def _kind_fits_matters(row: Row, book: Book) -> Iterator[Finding]:
    """V6: a visit about several matters has the kind of one of them at least."""
    found = [book.find("VU_VIEC", code) for code in row["case_codes"]]
    kinds = {matter["kind"] for matter in found if matter}
    if found and all(found) and row["content_kind"] not in kinds:
        reason = (
            f"Loại nội dung {row['content_kind']} khác loại của mọi vụ việc đã ghi "
            f"({', '.join(sorted(kinds))}). Hãy sửa loại nội dung hoặc mã vụ việc."
        )
        yield row.wrong("V6", "content_kind", reason)
