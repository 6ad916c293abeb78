"""Text longer than the system can keep (rule U3)."""

from __future__ import annotations

from collections.abc import Iterator

from lucba.register.rows import Book, Finding
from lucba.register.tables import TABLES

LONGEST_NAME = 200  # characters of a unit's name


def check_lengths(book: Book) -> Iterator[Finding]:
    """U3: text longer than the system can keep."""
    name = book.setting("ten_don_vi")
    if name and len(str(name["value"])) > LONGEST_NAME:
        yield name.wrong("U3", "value", f"Tên đơn vị dài quá {LONGEST_NAME} ký tự. Hãy ghi gọn lại.")
    for sheet, table in TABLES.items():
        for row in book.sound(sheet):
            for column, limit in table.longest.items():
                value = row[column]
                if isinstance(value, str) and len(value) > limit:
                    reason = f"Nội dung dài {len(value)} ký tự, quá {limit} ký tự. Hãy ghi gọn lại."
                    yield row.wrong("U3", column, reason)
