"""The office's own pages: the months of a year, one report, and what the worker is doing with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lucba.law.reporting_periods import why_report_due
from lucba.office import jobs
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.frame import calendar_of
from lucba.office.models import Job
from lucba.office.once import once
from reports.actions import request_print
from reports.assembly import reported_period
from reports.models import MonthlyReport
from reports.queries.months import month_lines, years_listed
from reports.queries.readiness import readiness
from reports.queries.screens import forms_on_screen, versions_sent
from reports.target_lines import target_lines
from reports.workflow import Step, steps_open

UNDER_WAY = (Job.State.WAITING, Job.State.RUNNING)


@require_safe
@roles(*OFFICE, Role.SUPERVISOR)
def month_list(request: OfficialRequest) -> HttpResponse:
    """Show the months of a year with the state of their reports; a supervisor sees those that were sent."""
    today, unit = timezone.localdate(), request.user.unit
    if request.user.role == Role.SUPERVISOR:
        reports = MonthlyReport.objects.visible_to(request.user).select_related("unit", "sent_to")
        sent = reports.defer("figures", "narrative")[:60]
        return render(request, "reports/sent_list.html", {"reports": sent})
    years = years_listed(unit, today=today)
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else today.year
    lines = month_lines(request.user, year, today=today)
    return render(request, "reports/report_list.html", {"lines": lines, "year": year, "years": years})


@require_safe
@roles(*OFFICE)
def report_page(request: OfficialRequest, month: date) -> HttpResponse:
    """Show the report of a month with everything that can be done with it, or offer to build it."""
    reports = MonthlyReport.objects.visible_to(request.user).select_related("unit", "sent_to", "signed_by")
    report = reports.filter(year=month.year, month=month.month).first()
    job = _last_job(request, month)
    context = {"month": month, "job": job, "under_way": job is not None and job.state in UNDER_WAY}
    if report is None:
        return render(request, "reports/report_missing.html", context)
    return render(request, "reports/report_page.html", {**context, **_shown(request, report)})


def _shown(request: OfficialRequest, report: MonthlyReport) -> dict[str, Any]:
    steps = steps_open(report, request.user)
    unsent = report.status in MonthlyReport.OFFICE_STATUSES
    return {
        "report": report,
        "why_due": why_report_due(reported_period(report), calendar_of(request)),
        "steps": {step.value for step in steps},
        "points": readiness(report, today=timezone.localdate()) if unsent else [],
        "forms": forms_on_screen(report),
        "targets": target_lines(report.figures),
        "events": report.events.select_related("by").defer("figures"),
        "versions": versions_sent(report),
        "waits_for_print": Step.PRINT in steps and not report.pdf,
    }


@require_safe
@roles(*OFFICE)
def progress(request: OfficialRequest, month: date) -> JsonResponse:
    """Answer the page that watches the worker."""
    job = _last_job(request, month)
    if job is None:
        return JsonResponse({"percent": 0, "step": "", "over": True})
    step = job.step or job.get_state_display()
    return JsonResponse({"percent": job.progress, "step": step, "over": job.state not in UNDER_WAY})


@once
@require_POST
@roles(*OFFICE)
def build(request: OfficialRequest, month: date) -> HttpResponseBase:
    """Ask the worker to build the report, or to bring it up to date."""
    payload = {"what": "build", "year": month.year, "month": month.month}
    jobs.enqueue(Job.Kind.BUILD_REPORT, unit=request.user.unit, by=request.user, payload=payload)
    return redirect("reports:page", month)


@once
@require_POST
@roles(*OFFICE)
def print_report(request: OfficialRequest, month: date) -> HttpResponseBase:
    """Ask the worker for the PDF of the report as it stands."""
    report = own_report(request, month)
    if Step.PRINT in steps_open(report, request.user):
        request_print(report, by=request.user)
    else:
        messages.error(request, f"Báo cáo {report.get_status_display()}, bản in đã được giữ nguyên.")
    return redirect("reports:page", month)


def own_report(request: OfficialRequest, month: date) -> MonthlyReport:
    """Return the report of the month the official may see, 404 when there is none."""
    reports = MonthlyReport.objects.visible_to(request.user).select_related("unit", "signed_by")
    return get_object_or_404(reports, year=month.year, month=month.month)


def _last_job(request: OfficialRequest, month: date) -> Job | None:
    """Return the latest job asked for this month's report."""
    jobs_of_office = Job.objects.visible_to(request.user).filter(kind=Job.Kind.BUILD_REPORT)
    return jobs_of_office.filter(payload__year=month.year, payload__month=month.month).first()
