"""The jobs of the reports room, done by the worker: building reports and printing them.

Each may be broken off and done again: a month has one report, a print is replaced by its equal.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError
from lucba.office.jobs import JobRefusedError, ReportProgress
from lucba.office.models import Job
from reports.actions import build_report as build
from reports.actions import store_print
from reports.models import MonthlyReport
from reports.paper import report_document
from reports.queries.due import months_to_build
from reports.workflow import Step, transition

TRIES = 3  # prints of a report that somebody keeps changing meanwhile


def build_report(job: Job, report_progress: ReportProgress) -> dict[str, Any]:
    """Do what the payload's "what" says.

    "build" and "render" concern the month {"year", "month"}; "due" builds every month the unit still owes.
    """
    work = {"build": _build, "render": _render, "due": _build_due}[job.payload["what"]]
    try:
        return work(job, report_progress)
    except RefusedError as refusal:
        raise JobRefusedError({"error": refusal.message}) from refusal


def _build(job: Job, report_progress: ReportProgress) -> dict[str, Any]:
    report_progress(10, "Đang tính số liệu từ sổ theo dõi")
    report = build(
        job.unit,
        job.payload["year"],
        job.payload["month"],
        by=job.requested_by,
        today=timezone.localdate(),
        calendar=working_calendar(),
    )
    return {"report": report.pk}


def _build_due(job: Job, report_progress: ReportProgress) -> dict[str, Any]:
    today, calendar = timezone.localdate(), working_calendar()
    months = months_to_build(job.unit, today=today)
    for done, (year, month) in enumerate(months):
        report_progress(100 * done // len(months), f"Tháng {month:02d}/{year}")
        build(job.unit, year, month, by=job.requested_by, today=today, calendar=calendar)
    return {"built": len(months)}


def _render(job: Job, report_progress: ReportProgress) -> dict[str, Any]:
    """Print the report as it stands; when it changes while being printed, print it again."""
    from lucba.papers.render import render_pdf  # WeasyPrint is loaded in the worker only

    today = timezone.localdate()
    for attempt in range(TRIES):
        report_progress(10 + 30 * attempt, "Đang lập bản in PDF")
        report = MonthlyReport.objects.select_related("unit", "signed_by").get(
            unit=job.unit, year=job.payload["year"], month=job.payload["month"]
        )
        if transition(report, Step.PRINT) is None:
            raise RefusedError(f"Báo cáo {report.get_status_display()}, bản in đã được giữ nguyên.")
        paper = report_document(report, on=today)
        if store_print(report, paper=paper, pdf=render_pdf(paper), on=today):
            return {"report": report.pk}
    raise RefusedError("Báo cáo được sửa trong khi lập bản in. Hãy lập lại bản in.")
