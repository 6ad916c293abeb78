"""What the body above does with a report it was sent: receives it, or returns it with a reason."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from lucba.office import audit
from lucba.office.errors import RefusedError
from lucba.office.models import Official
from reports.actions.steps import begin, finish
from reports.models import MonthlyReport
from reports.workflow import Step

LONGEST_REASON = 1000


@transaction.atomic
def receive_report(report: MonthlyReport, *, by: Official, today: date) -> MonthlyReport:
    """Receive the report. Raises RefusedError for an official of a body it was not sent to."""
    report, row = begin(report, Step.RECEIVE, by=by)
    finish(report, row, on=today, by=by)
    audit.record("tiếp nhận báo cáo tháng", subject=report, by=by, unit=report.unit)
    return report


@transaction.atomic
def return_report(report: MonthlyReport, *, reason: str, by: Official, today: date) -> MonthlyReport:
    """Return the report to the office, which corrects it and sends a new version.

    Raises RefusedError without a reason, or for an official of a body it was not sent to.
    """
    reason = reason.strip()
    if not reason:
        raise RefusedError("Hãy ghi lý do trả lại để đơn vị biết cần sửa gì.", field="reason")
    if len(reason) > LONGEST_REASON:
        raise RefusedError(f"Lý do trả lại dài quá {LONGEST_REASON} ký tự.", field="reason")
    report, row = begin(report, Step.RETURN, by=by)
    report.return_reason = reason
    finish(report, row, on=today, by=by, note=reason)
    audit.record("trả lại báo cáo tháng", subject=report, by=by, unit=report.unit, detail=reason)
    return report
