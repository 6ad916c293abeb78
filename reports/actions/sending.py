"""Sending: from here on the figures, the words and the PDF of this version never change."""

from __future__ import annotations

import hashlib
from datetime import date

from django.db import transaction
from django.utils import timezone

from lucba.office import audit
from lucba.office.errors import RefusedError
from lucba.office.models import Official
from lucba.papers.issuing import profile_on
from reports.actions.steps import begin, finish
from reports.models import MonthlyReport
from reports.workflow import Step


@transaction.atomic
def send_report(report: MonthlyReport, *, by: Official, today: date) -> MonthlyReport:
    """Send the signed report to the body the unit reports to on the day `today`.

    The event keeps the PDF, its SHA-256 and the figures of this version for good. Raises RefusedError while
    the final PDF is not ready or not intact, and when no body is named to receive the unit's reports.
    """
    report, row = begin(report, Step.SEND, by=by)
    _check_print(report)
    addressee = profile_on(report.unit, on=today).reports_to
    if addressee is None:
        raise RefusedError(
            "Chưa khai báo cơ quan nhận báo cáo của đơn vị. Hãy nhờ quản trị hệ thống khai báo."
        )
    report.sent_to, report.sent_on, report.sent_at = addressee, today, timezone.now()
    report.return_reason = ""
    late = report.days_late(on=today)
    note = f"Lần gửi {report.version}, đến {addressee.name}" + (f", chậm {late} ngày" if late else "")
    finish(report, row, on=today, by=by, note=note, **_kept(report))
    audit.record("gửi báo cáo tháng", subject=report, by=by, detail=f"{note}; sha256 {report.sha256}")
    return report


def _kept(report: MonthlyReport) -> dict[str, object]:
    return {"pdf": report.pdf.name, "sha256": report.sha256, "figures": report.figures}


def _check_print(report: MonthlyReport) -> None:
    if not report.pdf:
        raise RefusedError("Bản PDF của báo cáo đã ký chưa lập xong. Hãy chờ một lát rồi gửi lại.")
    with report.pdf.open("rb") as file:
        intact = hashlib.sha256(file.read()).hexdigest() == report.sha256
    if not intact:
        raise RefusedError("Tệp PDF đã bị thay đổi so với lúc lập. Hãy lập lại bản in rồi gửi.")
