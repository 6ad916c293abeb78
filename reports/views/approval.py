"""From the draft to the body above: hand in, sign, take back, send."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from lucba.office.access import LEADERS, OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.frame import calendar_of
from lucba.office.once import once
from reports.actions import reopen_report, review_report, send_report, sign_report
from reports.forms import SignForm
from reports.models import MonthlyReport
from reports.queries.numbers import suggested_number
from reports.queries.readiness import readiness
from reports.target_lines import target_lines
from reports.views.office import own_report
from reports.workflow import Step, steps_open


@once
@require_POST
@roles(Role.CLERK)
def review(request: OfficialRequest, month: date) -> HttpResponseBase:
    """Hand the draft in for signature."""
    return _step(request, month, review_report, "Đã trình Chủ tịch ký.")


@once
@require_POST
@roles(*OFFICE)
def reopen(request: OfficialRequest, month: date) -> HttpResponseBase:
    """Make a draft of it again."""
    return _step(request, month, reopen_report, "Báo cáo đã trở về dự thảo.")


@once
@require_POST
@roles(*OFFICE)
def send(request: OfficialRequest, month: date) -> HttpResponseBase:
    """Send the signed report."""
    return _step(request, month, send_report, "Đã gửi báo cáo.")


def _step(
    request: OfficialRequest, month: date, action: Callable[..., MonthlyReport], done: str
) -> HttpResponseBase:
    report = own_report(request, month)
    try:
        action(report, by=request.user, today=timezone.localdate())
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, done)
    return redirect("reports:page", month)


@once
@require_http_methods(["GET", "HEAD", "POST"])
@roles(*LEADERS)
def sign(request: OfficialRequest, month: date) -> HttpResponseBase:
    """Show the leader the paper, the checks and the number; take his signature."""
    report, today = own_report(request, month), timezone.localdate()
    initial = {"signed_on": today, "number": suggested_number(report, on=today)}
    form = SignForm(request.POST or None, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            answers = form.cleaned_data
            sign_report(report, **answers, by=request.user, today=today, calendar=calendar_of(request))
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã ký báo cáo. Bản PDF đang được lập, xong là gửi được.")
            return redirect("reports:page", month)
    context = {
        "form": form,
        "report": report,
        "open": Step.SIGN in steps_open(report, request.user),
        "points": readiness(report, today=today),
        "targets": target_lines(report.figures),
    }
    return render(request, "reports/sign.html", context)
