"""Keys, references and days (rules K1, F1, G5): what holds for every sheet alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lucba.register.format import SHEETS, Sheet, Type
from lucba.register.rows import Book, Finding, Row

# Days that may be planned: the ends of units and staff, and where a session was moved to.
PLANNED = {("DON_VI", "listed_to"), ("CAN_BO", "to"), ("NGAY_TIEP", "moved_to")}


def mark_repeated_keys(book: Book) -> Iterator[Finding]:
    """K1: the key of a row is the key of an earlier row."""
    for sheet in SHEETS:
        seen: set[tuple[object, ...]] = set()
        for row in book[sheet.name]:
            if row.key in seen:
                row.sound = False
                yield row.wrong("K1", sheet.key_columns[-1].key, _taken(row))
            elif None not in row.key:
                seen.add(row.key)


def _taken(row: Row) -> str:
    return f"Mã “{row.label}” đã có ở một dòng trước. Hãy đặt mã khác hoặc xóa dòng ghi trùng."


def check_references(book: Book) -> Iterator[Finding]:
    """F1: a cell names a row that does not exist."""
    for sheet in SHEETS:
        columns = [column for column in sheet.columns if column.target]
        if not columns:
            continue
        for row in book[sheet.name]:
            for column in columns:
                for code in _codes(row, column.key):
                    if not book.holds(column.target, code):
                        yield row.wrong("F1", column.key, _unknown(code, column.target))


def _codes(row: Row, column: str) -> tuple[str, ...]:
    value = row[column]
    if isinstance(value, tuple):
        return value
    return (value,) if value is not None else ()


def _unknown(code: str, target: str) -> str:
    return f"Không có dòng nào mang mã “{code}” ở trang {target}. Hãy sửa mã hoặc thêm dòng ở trang đó."


def check_dates(book: Book) -> Iterator[Finding]:
    """G5: a day after the last day the books cover. Stored rows may be younger than the workbook."""
    last_day = book.last_day
    if last_day is None:
        return
    for sheet in SHEETS:
        columns = _recorded_days(sheet)
        for row in book[sheet.name]:
            if row.number is not None:
                yield from _late_days(row, columns, last_day)


def _recorded_days(sheet: Sheet) -> list[str]:
    return [
        column.key
        for column in sheet.columns
        if column.type is Type.DATE and (sheet.name, column.key) not in PLANNED
    ]


def _late_days(row: Row, columns: list[str], last_day: date) -> Iterator[Finding]:
    for column in columns:
        value = row[column]
        if value is not None and value > last_day:
            reason = (
                f"Ngày {value:%d/%m/%Y} sau ngày cuối của sổ ({last_day:%d/%m/%Y}, mục den_ngay). "
                "Hãy sửa ngày này hoặc ngày cuối của sổ."
            )
            yield row.wrong("G5", column, reason)
