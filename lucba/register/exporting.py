"""Write the books of a unit as a workbook: the same sheets, headings and rows an import reads.

Denouncers' names are put back, so the file is confidential (rule 7 of the format).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from django.db import connection, transaction
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lucba.office.models import Unit
from lucba.register.checking.keys import PLANNED
from lucba.register.format import SHEETS, VERSION, Column, Sheet, Type
from lucba.register.format.office_sheets import INFORMATION
from lucba.register.rows import Row
from lucba.register.stored import is_planned, stored_rows

WIDTHS = {Type.DATE: 12, Type.TEXT: 24, Type.CODE: 18}
NARROW = 14


class CellTooLongError(Exception):
    """A text is longer than a cell of Excel can hold."""


@dataclass
class Days:
    """The first and the last recorded day met while writing."""

    first: date | None = None
    last: date | None = None

    def meet(self, day: date) -> None:
        """Take note of `day`."""
        self.first = min(day, self.first or day)
        self.last = max(day, self.last or day)


def write_workbook(unit: Unit, path: Path, *, on: date) -> dict[str, int]:
    """Write the books of `unit` to `path` and return the number of rows of each sheet.

    `on` stands for the first and the last day of books that hold nothing yet.
    """
    options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    days, counts = Days(), {}
    with consistent_reading(), xlsxwriter.Workbook(path, options) as workbook:
        writers = {sheet.name: SheetWriter(workbook, sheet) for sheet in SHEETS}
        for name, writer in writers.items():
            if name != INFORMATION.name:
                counts[name] = writer.write_all(stored_rows(unit, name), days)
        writers[INFORMATION.name].write_all(_information(unit, days, on), Days())
    return counts


class SheetWriter:
    """One sheet of the workbook being written."""

    def __init__(self, workbook: xlsxwriter.Workbook, sheet: Sheet) -> None:
        self.sheet = sheet
        self.cells: Worksheet = workbook.add_worksheet(sheet.name)
        self.day: Format = workbook.add_format({"num_format": "dd/mm/yyyy"})
        self.cells.freeze_panes(1, 0)
        bold = workbook.add_format({"bold": True})
        for position, column in enumerate(sheet.columns):
            self.cells.set_column(position, position, WIDTHS.get(column.type, NARROW))
            self.cells.write_string(0, position, column.heading, bold)

    def write_all(self, rows: Iterator[Row], days: Days) -> int:
        """Write `rows` under the headings, planned sessions left out; return how many."""
        number = 0
        for row in rows:
            if is_planned(row):
                continue
            number += 1
            for position, column in enumerate(self.sheet.columns):
                self._write(number, position, column, row[column.key], days)
        return number

    def _write(self, row: int, position: int, column: Column, value: Any, days: Days) -> None:
        if value is None or value == () or (value == 0 and column.zero_when_blank):
            return
        if isinstance(value, date):
            self.cells.write_datetime(row, position, value, self.day)
            if (self.sheet.name, column.key) not in PLANNED:
                days.meet(value)
        elif isinstance(value, int | Decimal) and not isinstance(value, bool):
            self.cells.write_number(row, position, value)
        elif self.cells.write_string(row, position, _text(value)):
            raise CellTooLongError(f"{self.sheet.name}, {column.heading}: quá dài")


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "co" if value else "khong"
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _information(unit: Unit, days: Days, on: date) -> Iterator[Row]:
    """Yield the settings; the books reach to the last day they hold, or to which they were imported."""
    last = max(filter(None, [unit.books_until, days.last]), default=on)
    settings = {
        "phien_ban": VERSION,
        "ten_don_vi": unit.name,
        "cap_don_vi": unit.level,
        "tu_ngay": unit.books_from or min(days.first or last, last),
        "den_ngay": last,
    }
    for item, value in settings.items():
        yield Row(INFORMATION, {"item": item, "value": value})


@contextmanager
def consistent_reading() -> Iterator[None]:
    """Let all queries inside see the database as of one moment, without holding up those who write."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")  # atomic() would take the write lock (IMMEDIATE)
            try:
                yield
            finally:
                cursor.execute("COMMIT")
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
