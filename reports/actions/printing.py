"""The PDF of a report is made by the worker: asked for here, stored here when it is ready."""

from __future__ import annotations

import hashlib
from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction

from lucba.office import jobs
from lucba.office.models import Job, Official
from lucba.papers.document import Document
from reports.actions.steps import drop_print, locked
from reports.models import MonthlyReport
from reports.paper import report_document
from reports.queries.files import pdf_name
from reports.workflow import Step, transition


def request_print(report: MonthlyReport, *, by: Official) -> MonthlyReport:
    """Ask the worker to print the report as it stands."""
    jobs.enqueue(
        Job.Kind.BUILD_REPORT,
        unit=report.unit,
        by=by,
        payload={"what": "render", "year": report.year, "month": report.month},
    )
    return report


@transaction.atomic
def store_print(report: MonthlyReport, *, paper: Document, pdf: bytes, on: date) -> bool:
    """Keep `pdf`, printed from `paper` on the day `on`; False when the report changed since."""
    fresh = locked(report)
    if transition(fresh, Step.PRINT) is None or report_document(fresh, on=on) != paper:
        return False
    drop_print(fresh)
    fresh.sha256 = hashlib.sha256(pdf).hexdigest()
    fresh.pdf.save(pdf_name(fresh), ContentFile(pdf), save=False)
    fresh.save(update_fields=["pdf", "sha256"])
    return True
