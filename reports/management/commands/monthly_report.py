"""Write the monthly report of a unit as a PDF file."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError
from lucba.office.models import Unit
from reports.assembly import fill_in, new_report
from reports.models import MonthlyReport
from reports.paper import report_document


class Command(BaseCommand):
    """Print the stored PDF of a sent report; for any other month, the report as the books give it now."""

    help = "Ghi báo cáo tháng của một đơn vị ra tệp PDF. Không thay đổi dữ liệu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", required=True, metavar="MÃ", help="mã đơn vị")
        parser.add_argument("--month", required=True, metavar="NĂM-THÁNG", help="ví dụ 2026-03")
        parser.add_argument("--pdf", required=True, metavar="TỆP", help="tệp PDF sẽ ghi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file. Raises CommandError with a sentence when it cannot be done."""
        year, month = _month(options["month"])
        try:
            unit = Unit.objects.get(code=options["unit"])
            Path(options["pdf"]).write_bytes(_pdf(unit, year, month))
        except Unit.DoesNotExist:
            raise CommandError(f"Không có đơn vị mang mã “{options['unit']}”.") from None
        except RefusedError as refusal:
            raise CommandError(refusal.message) from refusal
        except OSError as error:
            raise CommandError(f"Không ghi được tệp {options['pdf']}: {error.strerror}.") from error
        self.stdout.write(f"Đã ghi báo cáo tháng {month:02d}/{year} của {unit.name} vào {options['pdf']}.")


def _pdf(unit: Unit, year: int, month: int) -> bytes:
    from lucba.papers.render import render_pdf  # slow to load; not needed for --help and refusals

    calendar, today = working_calendar(), timezone.localdate()
    report = MonthlyReport.objects.filter(unit=unit, year=year, month=month).first()
    if report and report.signed_on and report.pdf:
        with report.pdf.open("rb") as file:
            return bytes(file.read())
    report = report or new_report(unit, year, month)
    if not report.signed_on:
        fill_in(report, calendar=calendar)
    return render_pdf(report_document(report, on=today))


def _month(text: str) -> tuple[int, int]:
    """Read "2026-03"; raises CommandError with a sentence otherwise."""
    read = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    if not read:
        raise CommandError(f"“{text}” không phải là tháng; hãy ghi như 2026-03.")
    return int(read[1]), int(read[2])
