"""Names of report files as they are stored and downloaded."""

from __future__ import annotations

import re

from lucba.office.search import search_key
from reports.models import MonthlyReport


def pdf_name(report: MonthlyReport, *, version: int | None = None) -> str:
    """Return a safe ASCII name: bao-cao-ubnd-xa-luc-ba-2026-03-lan-1.pdf, with "-du-thao" until signed."""
    unit = re.sub(r"[^a-z0-9]+", "-", search_key(report.unit.name)).strip("-")
    draft = "" if report.signed_on or version else "-du-thao"
    return f"bao-cao-{unit}-{report.year}-{report.month:02d}-lan-{version or report.version}{draft}.pdf"
