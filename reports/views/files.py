"""The PDF of a report; who took it is written down."""

from __future__ import annotations

from datetime import date

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from lucba.office import audit
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from reports.models import MonthlyReport
from reports.queries.files import pdf_name
from reports.queries.screens import versions_sent
from reports.views.office import own_report


@require_safe
@roles(*OFFICE)
def office_pdf(request: OfficialRequest, month: date) -> FileResponse:
    """Hand out the print of the office's own report, draft or signed."""
    report = own_report(request, month)
    return _handed_out(request, report, report.pdf, pdf_name(report))


@require_safe
@roles(*OFFICE, Role.INSPECTORATE, Role.SUPERVISOR)
def sent_pdf(request: OfficialRequest, unit: str, month: date, version: int) -> FileResponse:
    """Hand out a version as it was sent, also one that was returned since."""
    reports = MonthlyReport.objects.visible_to(request.user).select_related("unit")
    report = get_object_or_404(reports, unit__code=unit, year=month.year, month=month.month)
    sent = next((each for each in versions_sent(report) if each.number == version), None)
    if sent is None:
        raise Http404("Báo cáo không có lần gửi này.")
    return _handed_out(request, report, sent.event.pdf, pdf_name(report, version=version))


def _handed_out(request: OfficialRequest, report: MonthlyReport, pdf: FieldFile, name: str) -> FileResponse:
    if not pdf:
        raise Http404("Bản PDF của báo cáo chưa được lập.")
    audit.record("tải báo cáo tháng", subject=report, by=request.user, unit=report.unit, detail=name)
    return FileResponse(pdf.open("rb"), as_attachment=True, filename=name, content_type="application/pdf")
