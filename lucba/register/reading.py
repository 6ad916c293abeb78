"""Read a workbook into a book of typed rows, noting every sheet, heading and cell that is wrong (S, C)."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from lucba.register.cells import FAILED_FORMULA, WrongCellError, read_cell
from lucba.register.format import BY_NAME, SHEETS, Column, Sheet
from lucba.register.package import NOT_A_WORKBOOK, NotAWorkbookError, Place, SheetScan, Source, scan
from lucba.register.rows import Book, Finding, Row

ReportProgress = Callable[[int, str], None]
Places = list[tuple[int, Column]]  # where each column stands


@dataclass
class Reading:
    """What was read: the book, and what is wrong with sheets, headings and cells."""

    book: Book = field(default_factory=Book)
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether every sheet and heading was there, so that rows can be held against each other."""
        return not any(finding.rule.startswith("S") for finding in self.findings)


def read_workbook(source: Source, report_progress: ReportProgress) -> Reading:
    """Return the rows of the workbook; a file that is none gives the one finding S0."""
    reading = Reading()
    try:
        seen = scan(source)
        with _opened(source) as workbook:
            _read_sheets(workbook, seen, reading, report_progress)
    except NotAWorkbookError as error:
        reading.findings = [Finding("", None, "", "S0", str(error))]
    except CalamineError:
        reading.findings = [Finding("", None, "", "S0", NOT_A_WORKBOOK)]
    return reading


def _opened(source: Source) -> CalamineWorkbook:
    if isinstance(source, Path):
        return CalamineWorkbook.from_path(source)
    source.seek(0)
    return CalamineWorkbook.from_filelike(source)


def _read_sheets(
    workbook: CalamineWorkbook, seen: dict[str, SheetScan], reading: Reading, report_progress: ReportProgress
) -> None:
    names = workbook.sheet_names
    reading.findings += _unknown_sheets(names)
    for position, sheet in enumerate(SHEETS):
        report_progress(5 + 30 * position // len(SHEETS), f"Đang đọc trang {sheet.name}")
        if sheet.name not in names:
            reason = f"Thiếu trang “{sheet.name}” ({sheet.title}). Hãy thêm trang này, dù không có dòng nào."
            reading.findings.append(Finding(sheet.name, None, "", "S1", reason))
            continue
        failed = seen[sheet.name].failed if sheet.name in seen else set()
        _read_sheet(sheet, workbook.get_sheet_by_name(sheet.name), failed, reading)


def _unknown_sheets(names: list[str]) -> Iterator[Finding]:
    for name in names:
        if name not in BY_NAME:
            reason = f"Trang “{name}” không thuộc mẫu sổ theo dõi. Hãy xóa trang này hoặc sửa lại tên trang."
            yield Finding(name, None, "", "S4", reason)


def _read_sheet(sheet: Sheet, cells: CalamineSheet, failed: set[Place], reading: Reading) -> None:
    lines: Iterator[list[Any]] = cells.iter_rows() if cells.start else iter([])
    first = cells.start[1] if cells.start else 0
    headings = [_heading(cell) for cell in next(lines, [])]
    wrong = list(_wrong_headings(sheet, headings))
    if wrong:
        reading.findings += wrong
        return
    places = [(headings.index(column.heading), column) for column in sheet.columns]
    broken: dict[int, list[int]] = defaultdict(list)
    for row, column in failed:
        broken[row].append(column - first - 1)
    for number, line in enumerate(lines, start=2):
        for position in broken.get(number, ()):
            line[position] = FAILED_FORMULA
        if any(not _is_blank(line[position]) for position, _ in places):
            reading.book[sheet.name].append(_read_row(sheet, number, places, line, reading.findings))


def _heading(cell: Any) -> str:
    return unicodedata.normalize("NFC", str(cell)).strip()


def _is_blank(cell: Any) -> bool:
    return isinstance(cell, str) and not cell.strip()


def _wrong_headings(sheet: Sheet, headings: list[str]) -> Iterator[Finding]:
    for heading in dict.fromkeys(filter(None, headings)):
        if heading not in sheet.by_heading:
            reason = f"Cột “{heading}” không thuộc mẫu của trang {sheet.name}. Hãy sửa tên cột hoặc xóa cột."
            yield Finding(sheet.name, 1, heading, "S2", reason)
        elif headings.count(heading) > 1:
            reason = f"Cột “{heading}” có {headings.count(heading)} lần. Hãy chỉ giữ lại một cột."
            yield Finding(sheet.name, 1, heading, "S2", reason)
    for column in sheet.columns:
        if column.heading not in headings:
            reason = f"Thiếu cột “{column.heading}” ở dòng 1. Hãy thêm cột này, dù không có dữ liệu."
            yield Finding(sheet.name, 1, column.heading, "S3", reason)


def _read_row(sheet: Sheet, number: int, places: Places, line: list[Any], findings: list[Finding]) -> Row:
    row = Row(sheet, {}, number=number)
    for position, column in places:
        raw = line[position]
        if raw == "" and not column.required:  # most cells of a book
            row[column.key] = column.blank
            continue
        try:
            row[column.key] = read_cell(column, raw)
        except WrongCellError as wrong:
            row[column.key] = None
            row.sound = False
            findings.append(row.wrong(wrong.rule, column.key, wrong.reason))
    return row
