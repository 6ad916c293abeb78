"""The official book as a workbook, written row by row to a file; every cell is text, never a formula."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from itertools import groupby
from typing import IO, Any

import xlsxwriter

from lucba.papers.numbers import short_date
from reception.book import BookPart
from reception.book_columns import BookColumn

WIDTH = 9  # letters for one share of a column
FIRST_ROW = 3  # title, period, a blank row; then the headings


def book_workbook(parts: Sequence[BookPart], *, office: str) -> IO[bytes]:
    """Return an open temporary file that holds the workbook, one sheet a part."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  # the response closes it when it was sent
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
    styles = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "heading": book.add_format(
            {"bold": True, "text_wrap": True, "border": 1, "align": "center", "valign": "vcenter"}
        ),
        "cell": book.add_format({"text_wrap": True, "border": 1, "valign": "top"}),
    }
    for number, part in enumerate(parts, start=1):
        _write(book.add_worksheet(f"Phần {number}" if len(parts) > 1 else "Sổ"), part, office, styles)
    book.close()
    file.seek(0)
    return file


def _write(sheet: Any, part: BookPart, office: str, styles: dict[str, Any]) -> None:
    """Write title, headings, column numbers and rows, strictly downwards."""
    columns = part.form.columns
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.share * WIDTH)
    masked = " (bản che danh tính)" if part.masked else ""
    sheet.write_string(0, 0, f"SỔ TIẾP CÔNG DÂN – {office}{masked}", styles["title"])
    days = f"từ ngày {short_date(part.start)} đến ngày {short_date(part.end)}"
    sheet.write_string(1, 0, f"{part.form.name}, {days}")
    body = _write_headings(sheet, columns, styles["heading"])
    sheet.freeze_panes(body, 3)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST_ROW, body - 1)
    for row, cells in enumerate(part.rows(), start=body):
        for index, text in enumerate(cells):
            sheet.write_string(row, index, text, styles["cell"])


def _write_headings(sheet: Any, columns: tuple[BookColumn, ...], style: Any) -> int:
    """Write shared headings where there are any, the columns' own, and their numbers; return the next row."""
    row = FIRST_ROW
    if any(len(column.path) > 1 for column in columns):
        _write_shared(sheet, row, columns, style)
        row += 1
    for index, column in enumerate(columns):
        sheet.write_string(row, index, column.path[-1], style)
    for index in range(len(columns)):
        sheet.write_string(row + 1, index, f"({index + 1})", style)
    return row + 2


def _write_shared(sheet: Any, row: int, columns: tuple[BookColumn, ...], style: Any) -> None:
    """Write the headings that stand over several columns, each across them."""

    def shared(item: tuple[int, BookColumn]) -> tuple[object, ...]:
        index, column = item
        return (column.path[0],) if len(column.path) > 1 else (index,)

    for _, group in groupby(enumerate(columns), key=shared):
        members = list(group)
        first, column = members[0]
        text = column.path[0] if len(column.path) > 1 else ""
        if len(members) > 1:
            sheet.merge_range(row, first, row, members[-1][0], text, style)
        else:
            sheet.write_blank(row, first, None, style)
