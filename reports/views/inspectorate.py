"""What the body above sees: who has sent, and each sent report; a supervisor reads the latter too."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lucba.law.reporting_periods import why_report_due
from lucba.office.access import OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.frame import calendar_of
from lucba.office.once import once
from reports.actions import receive_report, return_report
from reports.assembly import reported_period
from reports.forms import ReturnForm
from reports.models import MonthlyReport
from reports.queries import matrix as submissions
from reports.queries.screens import forms_on_screen, versions_sent
from reports.target_lines import target_lines
from reports.workflow import Step, steps_open


@require_safe
@roles(Role.INSPECTORATE)
def matrix(request: OfficialRequest) -> HttpResponse:
    """Show which commune has sent the report of which month, the latest month first."""
    today = timezone.localdate()
    shown = submissions.columns(until=_month_asked(request, today))
    rows = submissions.matrix(request.user.unit, shown, today=today)
    page = Paginator(rows, submissions.UNITS_SHOWN).get_page(request.GET.get("trang"))
    earlier, later = shown[-1].first, submissions.columns(until=today)[0].first
    context = {"columns": shown, "page": page, "earlier": earlier, "is_latest": shown[0].first == later}
    return render(request, "reports/matrix.html", context)


def _month_asked(request: OfficialRequest, today: date) -> date:
    """Return the first day of `?truoc=2026-03`, today without one or when it lies ahead."""
    try:
        asked = date.fromisoformat(f"{request.GET.get('truoc', '')}-01")
    except ValueError:
        return today
    return min(max(asked, date(2001, 1, 1)), today)


@require_safe
@roles(Role.INSPECTORATE, Role.SUPERVISOR)
def sent_report(request: OfficialRequest, unit: str, month: date) -> HttpResponse:
    """Show a sent report: figures and the paper, nothing of the people behind them."""
    return _page(request, _sent(request, unit, month), _return_form(None, unit, month))


@once
@require_POST
@roles(Role.INSPECTORATE)
def receive(request: OfficialRequest, unit: str, month: date) -> HttpResponseBase:
    """Receive the report."""
    report = _sent(request, unit, month)
    try:
        receive_report(report, by=request.user, today=timezone.localdate())
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "Đã tiếp nhận báo cáo.")
    return redirect("reports:sent", unit, month)


@once
@require_POST
@roles(Role.INSPECTORATE)
def return_(request: OfficialRequest, unit: str, month: date) -> HttpResponseBase:
    """Return the report with a reason."""
    report, today = _sent(request, unit, month), timezone.localdate()
    form = _return_form(request.POST, unit, month)
    if form.is_valid():
        try:
            return_report(report, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã trả lại báo cáo cho đơn vị.")
            return redirect("reports:sent", unit, month)
    return _page(request, report, form)


def _return_form(data: QueryDict | None, unit: str, month: date) -> ReturnForm:
    return ReturnForm(data, today=timezone.localdate(), action=reverse("reports:return", args=[unit, month]))


def _sent(request: OfficialRequest, unit: str, month: date) -> MonthlyReport:
    reports = MonthlyReport.objects.visible_to(request.user).select_related("unit", "sent_to", "signed_by")
    return get_object_or_404(reports, unit__code=unit, year=month.year, month=month.month)


def _page(request: OfficialRequest, report: MonthlyReport, form: ReturnForm) -> HttpResponse:
    context = {
        "report": report,
        "why_due": why_report_due(reported_period(report), calendar_of(request)),
        "steps": {step.value for step in steps_open(report, request.user)},
        "form": form,
        "forms": forms_on_screen(report),
        "targets": target_lines(report.figures),
        "versions": versions_sent(report),
        "late": report.days_late(on=timezone.localdate()),
        "returns": Step.RETURN in steps_open(report, request.user),
    }
    return render(request, "reports/sent_page.html", context)
