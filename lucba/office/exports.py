"""Lists handed out as files: CSV that streams, XLSX written row by row; no cell is ever a formula."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import xlsxwriter
from django.http import FileResponse, StreamingHttpResponse

from lucba.office import audit
from lucba.office.models import Official

CHUNK = 500  # rows read and sent at a time
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BYTE_ORDER_MARK = "\ufeff"  # by which a spreadsheet knows the letters are UTF-8
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60  # letters

Row = Sequence[str]


def safe_cell(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def csv_file(name: str, heading: Row, rows: Iterable[Row]) -> StreamingHttpResponse:
    """Hand out `rows` under `heading` as they are read."""
    return StreamingHttpResponse(
        _csv_chunks(heading, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


class _Lines(list[str]):
    """What the csv module writes to: each finished line is kept until it is sent."""

    write = list.append


def _csv_chunks(heading: Row, rows: Iterable[Row]) -> Iterator[bytes]:
    lines = _Lines([_BYTE_ORDER_MARK])
    writer = csv.writer(lines)
    writer.writerow(heading)
    for row in rows:
        writer.writerow([safe_cell(text) for text in row])
        if len(lines) >= CHUNK:
            yield "".join(lines).encode()
            lines.clear()
    yield "".join(lines).encode()


def xlsx_file(name: str, heading: Row, rows: Iterable[Row]) -> FileResponse:
    """Hand out `rows` under `heading` as a workbook that never stands in memory as a whole."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  # the response closes it when it was sent
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    bold, cell = book.add_format({"bold": True, "border": 1}), book.add_format({"text_wrap": True})
    sheet = book.add_worksheet("Danh sách")
    sheet.freeze_panes(1, 1)
    _write_heading(sheet, heading, bold)
    for number, row in enumerate(rows, start=1):
        for index, text in enumerate(row):
            sheet.write_string(number, index, text, cell)
    book.close()
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


def _write_heading(sheet: Any, heading: Row, style: Any) -> None:
    for index, text in enumerate(heading):
        sheet.set_column(index, index, min(_WIDEST, 2 * len(text)))
        sheet.write_string(0, index, text, style)


def note_export(what: str, *, by: Official, query: str, rows: int) -> None:
    """Write into the trail who took which rows of a list out of the system."""
    audit.record(what, subject=f"{rows} dòng", by=by, detail=f"bộ lọc: {query or 'không'}")
