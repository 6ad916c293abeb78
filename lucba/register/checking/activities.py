"""Training, dissemination and inspections (rules T1-T4)."""

from __future__ import annotations

from collections.abc import Iterator

from lucba.register.rows import Book, Finding, Row


def check_activities(book: Book) -> Iterator[Finding]:
    """T1-T4."""
    for row in book.sound("TAP_HUAN"):
        if row["ended_on"] < row["started_on"]:
            reason = f"Lớp kết thúc trước ngày bắt đầu {row['started_on']:%d/%m/%Y}. Hãy sửa lại."
            yield row.wrong("T1", "ended_on", reason)
    for row in book.sound("TUYEN_TRUYEN"):
        yield from _listed(row, book)
    for rows in book.group("TUYEN_TRUYEN", "round_code").values():
        yield from _one_round(rows)
    for row in book.sound("THANH_TRA"):
        yield from _conclusion(row)


def _listed(row: Row, book: Book) -> Iterator[Finding]:
    """T2."""
    unit = book.find("DON_VI", row["unit_code"])
    if unit is None:
        return
    if row["date"] < unit["listed_from"] or (unit["listed_to"] and row["date"] > unit["listed_to"]):
        reason = (
            f"Đơn vị “{unit['unit_name']}” không có trong danh sách ngày {row['date']:%d/%m/%Y}. "
            "Hãy sửa đơn vị, ngày, hoặc trang DON_VI."
        )
        yield row.wrong("T2", "unit_code", reason)


def _one_round(rows: list[Row]) -> Iterator[Finding]:
    """T3."""
    first, *others = rows
    for row in others:
        for column, word in (("date", "ngày"), ("form", "hình thức")):
            if first.sound and row.sound and row[column] != first[column]:
                reason = (
                    f"Các dòng của đợt “{row['round_code']}” phải cùng {word}. "
                    "Hãy sửa lại hoặc đặt mã đợt khác."
                )
                yield row.wrong("T3", column, reason)


def _conclusion(row: Row) -> Iterator[Finding]:
    """T4."""
    concluded_on = row["concluded_on"]
    if concluded_on and row["doc_no"] is None:
        yield row.wrong("T4", "concluded_on", "Đã có kết luận thì phải ghi số kết luận. Hãy ghi số.")
    elif concluded_on and concluded_on < row["started_on"]:
        reason = f"Ngày kết luận trước ngày bắt đầu {row['started_on']:%d/%m/%Y}. Hãy sửa lại."
        yield row.wrong("T4", "concluded_on", reason)
