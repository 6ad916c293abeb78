"""Hold a workbook against what is stored (rules U1, U2): same rows change nothing, new rows are added.

The books are append-only: a stored row is corrected in the system, never by importing another version of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lucba.office.models import Unit
from lucba.register.rows import Book, Finding, Row, shown
from lucba.register.stored import is_planned, stored_rows
from lucba.register.tables import TABLES


@dataclass
class Merge:
    """What a workbook adds to a unit's books."""

    new: dict[str, list[Row]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unchanged: int = 0
    others: int = 0  # stored rows the workbook does not hold; they are in the book now

    @property
    def needs_another_check(self) -> bool:
        """Whether new rows meet stored ones that were not in the workbook."""
        return bool(self.others) and any(self.new.values())


def merge(book: Book, unit: Unit) -> Merge:
    """Compare `book` with the stored rows of `unit`, and add to it the rows it does not hold."""
    merged = Merge(findings=[*_other_unit(book, unit), *_earlier_start(book, unit)])
    for sheet in TABLES:
        incoming = {row.key: row for row in book[sheet]}
        others: list[Row] = []
        for stored in stored_rows(unit, sheet):
            row = incoming.pop(stored.key, None)
            if row is not None:
                merged.unchanged += 1
                merged.findings += _changed(row, stored)
            elif not is_planned(stored):
                others.append(stored)
        merged.new[sheet] = list(incoming.values())
        merged.others += len(others)
        if others:
            book.add(sheet, others)
    return merged


def _changed(row: Row, stored: Row) -> Iterator[Finding]:
    """U1."""
    columns = [column.heading for column in row.sheet.columns if row[column.key] != stored[column.key]]
    if columns:
        reason = (
            f"Dòng “{row.label}” đã có trong hệ thống với nội dung khác ở cột: {'; '.join(columns)}. "
            "Sổ chỉ được ghi thêm; hãy sửa trong hệ thống hoặc ghi lại như đã có."
        )
        yield row.wrong("U1", row.sheet.key_columns[-1].key, reason)


def _other_unit(book: Book, unit: Unit) -> Iterator[Finding]:
    """U2."""
    for item, value in (("ten_don_vi", unit.name), ("cap_don_vi", unit.level)):
        row = book.setting(item)
        if row and row["value"] != value:
            reason = (
                f"Sổ này của đơn vị khác: mục {item} ghi “{shown(row['value'])}”, "
                f"đơn vị trong hệ thống là “{value}”. Hãy chọn đúng tệp của đơn vị."
            )
            yield row.wrong("U2", "value", reason)


def _earlier_start(book: Book, unit: Unit) -> Iterator[Finding]:
    """U1 for the first day of the books, on which the figures of past periods rest."""
    row = book.setting("tu_ngay")
    if row and unit.books_from and row["value"] < unit.books_from:
        reason = (
            f"Sổ trong hệ thống bắt đầu từ ngày {unit.books_from:%d/%m/%Y}, không thể lùi về "
            f"{row['value']:%d/%m/%Y}. Hãy sửa mục tu_ngay."
        )
        yield row.wrong("U1", "value", reason)
