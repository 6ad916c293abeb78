"""Bring a workbook in, write one out: what the commands and the jobs do.

What stands in a workbook is stored by `loading`; why one is refused stands in `checking` and `merging`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from lucba.law.working_days import WorkingCalendar
from lucba.office import audit
from lucba.office.calendar import working_calendar
from lucba.office.models import Official, Unit, UnitProfile
from lucba.register.checking import check_book, check_reading
from lucba.register.exporting import write_workbook
from lucba.register.loading import store_rows
from lucba.register.merging import merge
from lucba.register.package import Source
from lucba.register.reading import ReportProgress, read_workbook
from lucba.register.rows import Book, Finding

COMMITTEE_WORDS = r"^(UBND|Ủy ban nhân dân)\s+"
LEVEL_WORDS = r"^(xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s+"


class WorkbookRefusedError(Exception):
    """The workbook was refused and nothing was stored; `findings` are all the reasons."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} chỗ cần sửa")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: rows added by sheet, rows that were there already."""

    unit: Unit
    created_unit: bool
    added: dict[str, int]
    unchanged: int

    def as_dict(self) -> dict[str, Any]:
        """Return the result as the command prints it and a job keeps it."""
        return {
            "unit": self.unit.code,
            "name": self.unit.name,
            "created_unit": self.created_unit,
            "added": self.added,
            "unchanged": self.unchanged,
        }


def quietly(percent: int, step: str) -> None:
    """Report progress to nobody."""


def import_workbook(
    source: Source,
    *,
    unit: Unit | None,
    create_code: str = "",
    on: date,
    by: Official | None = None,
    report_progress: ReportProgress = quietly,
) -> ImportResult:
    """Check the workbook and store what is new in it, all or nothing, for `unit`.

    Without a unit, one is made from THONG_TIN under `create_code`. `on` is the day up to which clocks that
    still pause are counted. Raises WorkbookRefusedError with every finding.
    """
    calendar = working_calendar()
    reading = read_workbook(source, report_progress)
    _refuse(check_reading(reading, calendar=calendar, report_progress=report_progress))
    book = reading.book
    report_progress(65, "Đang ghi vào hệ thống")
    with transaction.atomic():
        kept = Unit.objects.select_for_update().get(pk=unit.pk) if unit else create_unit(book, create_code)
        result = _add(book, kept, on=on, calendar=calendar, created_unit=unit is None)
        rows = sum(result.added.values())
        detail = f"thêm {rows} dòng, giữ nguyên {result.unchanged} dòng"
        audit.record("nhập sổ theo dõi", subject=kept.code, by=by, unit=kept, detail=detail)
    return result


def _refuse(findings: list[Finding]) -> None:
    if findings:
        raise WorkbookRefusedError(findings)


def _add(book: Book, unit: Unit, *, on: date, calendar: WorkingCalendar, created_unit: bool) -> ImportResult:
    """Store what `book` adds to the books of the locked `unit`. Raises WorkbookRefusedError."""
    merged = merge(book, unit)
    _refuse(merged.findings)
    if merged.needs_another_check:
        _refuse(check_book(book, calendar=calendar, report_progress=quietly))
    store_rows(merged.new, book=book, unit=unit, on=on, calendar=calendar)
    unit.books_from = unit.books_from or book.value("tu_ngay")
    unit.books_until = max(filter(None, [unit.books_until, book.last_day]))
    unit.save(update_fields=["books_from", "books_until"])
    added = {sheet: len(rows) for sheet, rows in merged.new.items()}
    return ImportResult(unit, created_unit, added, merged.unchanged)


def create_unit(book: Book, code: str) -> Unit:
    """Create the unit the workbook speaks of, with the profile its papers bear from its first day on."""
    name = str(book.value("ten_don_vi"))
    unit = Unit.objects.create(code=code, name=name, level=book.value("cap_don_vi"))
    place = re.sub(COMMITTEE_WORDS, "", name, flags=re.IGNORECASE)
    UnitProfile.objects.create(
        unit=unit,
        in_force_from=book.value("tu_ngay"),
        name=name,
        issuer_lines=f"ỦY BAN NHÂN DÂN\n{place.upper()}",
        place_name=re.sub(LEVEL_WORDS, "", place)[:80],
        recipients="Như trên\nLưu: VT",
    )
    return unit


def export_workbook(
    unit: Unit,
    path: Path,
    *,
    on: date,
    by: Official | None = None,
    report_progress: ReportProgress = quietly,
) -> dict[str, int]:
    """Write the books of `unit` to `path` and return the number of rows by sheet.

    The file holds the names of denouncers; `on` dates books that hold nothing yet.
    """
    report_progress(10, "Đang ghi tệp sổ theo dõi")
    counts = write_workbook(unit, path, on=on)
    audit.record(
        "xuất sổ theo dõi", subject=unit.code, by=by, unit=unit, detail=f"{sum(counts.values())} dòng"
    )
    return counts
