"""Write every form of the house, filled in from the books of a unit, as PDF and DOCX files."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from complaints.papers.grounds import AMENDED_FROM
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError
from lucba.office.models import Official, Unit
from lucba.papers.document import Document
from reception.book import book_parts
from reception.papers.book import book_document
from reports.assembly import fill_in, new_report
from reports.gallery import Sheet, gallery
from reports.paper import report_document


class Command(BaseCommand):
    """Fill in each form in its versions before and since 01/07/2026. Nothing is stored in the books."""

    help = "Ghi mọi biểu mẫu, điền từ sổ của một đơn vị, ra thư mục: PDF và DOCX. Không thay đổi dữ liệu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", metavar="THƯ_MỤC", help="thư mục sẽ ghi")
        parser.add_argument("--unit", metavar="MÃ", help="mã đơn vị; trống: đơn vị đầu tiên có sổ")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the files. Raises CommandError with a sentence when it cannot be done."""
        from lucba.papers.docx import render_docx  # both take a second to load
        from lucba.papers.render import render_pdf

        folder, written = Path(options["folder"]), 0
        try:
            unit = _unit(options["unit"])
            folder.mkdir(parents=True, exist_ok=True)
            for sheet in _sheets(unit, today=timezone.localdate()):
                (folder / f"{sheet.name}.pdf").write_bytes(render_pdf(sheet.document))
                (folder / f"{sheet.name}.docx").write_bytes(render_docx(sheet.document))
                written += 1
        except RefusedError as refusal:
            raise CommandError(refusal.message) from refusal
        except OSError as error:
            raise CommandError(f"Không ghi được vào {folder}: {error.strerror}.") from error
        self.stdout.write(f"Đã ghi {written} văn bản, mỗi văn bản một tệp PDF và một tệp DOCX, vào {folder}.")


def _unit(code: str | None) -> Unit:
    units = Unit.objects.filter(kind=Unit.Kind.COMMITTEE)
    unit = units.filter(code=code).first() if code else units.filter(books_from__isnull=False).first()
    if unit is None:
        raise CommandError(f"Không có đơn vị mang mã “{code}”." if code else "Chưa có đơn vị nào có sổ.")
    return unit


def _sheets(unit: Unit, *, today: date) -> Iterator[Sheet]:
    """Yield the forms of both regimes, the monthly report and the book across the change."""
    before = AMENDED_FROM.replace(month=AMENDED_FROM.month - 1)
    since = max(today, AMENDED_FROM)
    yield from gallery(unit, days=(before, since))
    yield Sheet("bao-cao-thang", _report(unit, today=today))
    clerk = Official(role=Official.Role.CLERK, unit=unit)
    yield Sheet("so-tiep-cong-dan", book_document(unit, book_parts(clerk, start=before, end=since), on=since))


def _report(unit: Unit, *, today: date) -> Document:
    """Return the report of last month as the books give it now."""
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    report = new_report(unit, year, month)
    fill_in(report, calendar=working_calendar())
    return report_document(report, on=today)
