"""The notice of the calendar: what it says now, issuing it with its number, printing it or its draft."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lucba.law.reception_duty import week_of
from lucba.law.reporting_periods import Period, calendar_month
from lucba.office import audit
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once
from reception.actions.papers import paper_name, paper_printed
from reception.actions.schedule import issue_schedule
from reception.calendar_week import FIRST_DAY, LAST_DAY
from reception.forms.papers import ScheduleForm
from reception.models import ReceptionPaper
from reception.notices import calendar_notice, paper_to_print
from reception.papers.schedule import document
from reception.views.papers import pdf_response, usual_signer


@require_http_methods(["GET", "HEAD", "POST"])
@once
@roles(*OFFICE)
def schedule_notice(request: OfficialRequest) -> HttpResponseBase:
    """Show what the notice of a week or month says now, and issue it."""
    unit, today, period = request.user.unit, timezone.localdate(), _period_asked(request)
    initial = {"signer": usual_signer(unit, on=today)}
    form = ScheduleForm(request.POST or None, unit=unit, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            paper = issue_schedule(unit, period, **form.cleaned_data, on=today, by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã lập {paper_name(paper)}. Hãy in, trình ký rồi niêm yết.")
            return redirect(request.get_full_path())
    return _shown(request, period, form)


def _shown(request: OfficialRequest, period: Period, form: ScheduleForm) -> HttpResponse:
    """Return the page; to the calendar when the office has no profile to print under."""
    try:
        now = calendar_notice(request.user, period)
    except RefusedError as refusal:
        messages.error(request, refusal.message)
        return redirect("reception:calendar")
    context = {
        "form": form,
        "now": now,
        "asked": _query(period),
        "leave": f"{reverse('reception:calendar')}?{_query(period)}",
    }
    return render(request, "reception/schedule_notice.html", context)


@require_safe
@roles(*OFFICE, Role.OFFICER)
def schedule_pdf(request: OfficialRequest) -> HttpResponse:
    """Print the calendar of the week (`?tuan=` a day of it) or the month (`?thang=2026-03`), to be posted.

    Without a notice that says what the calendar says now it is a draft.
    """
    period = _period_asked(request)
    try:
        paper = paper_to_print(request.user, period, on=timezone.localdate())
        answer = pdf_response(document(paper), f"lich-tiep-cong-dan-{period.start:%Y-%m-%d}.pdf")
    except RefusedError as refusal:
        messages.error(request, refusal.message)
        return redirect("reception:calendar")
    _write_down(request, period, paper)
    return answer


def _write_down(request: OfficialRequest, period: Period, paper: ReceptionPaper) -> None:
    if paper.pk:
        paper_printed(paper, by=request.user)
        return
    days = f"{period.start:%d/%m/%Y}–{period.end:%d/%m/%Y}"
    audit.record("in lịch tiếp công dân", subject=days, by=request.user, detail="dự thảo")


def _period_asked(request: OfficialRequest) -> Period:
    """Return the month or the week in the address, this week when neither can be read."""
    today = timezone.localdate()
    month, week = request.GET.get("thang", ""), request.GET.get("tuan", "")
    try:
        day = date.fromisoformat(f"{month}-01" if month else week or f"{today:%Y-%m-%d}")
    except ValueError:
        return week_of(today)
    if not FIRST_DAY <= day <= LAST_DAY:
        return week_of(today)
    return calendar_month(day.year, day.month) if month else week_of(day)


def _query(period: Period) -> str:
    """Return the same question for another address."""
    if period == calendar_month(period.start.year, period.start.month):
        return urlencode({"thang": f"{period.start:%Y-%m}"})
    return urlencode({"tuan": f"{period.start:%Y-%m-%d}"})
