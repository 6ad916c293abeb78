"""The pages of the working calendar: the days of a year, the notices entered, and what each moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Min
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lucba.law.reporting_periods import Period
from lucba.law.working_days import WorkingCalendar
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.calendar import added_rows
from lucba.office.day_notices import days_of, plan_change, planned_calendar, request_change
from lucba.office.errors import RefusedError
from lucba.office.frame import calendar_of
from lucba.office.models import AnnouncedDayRow, CalendarChange, Job, MovedDeadline, Unit
from lucba.office.notice_form import NoticeForm
from lucba.office.once import once
from lucba.office.recount import preview

MOVES_A_PAGE = 50
CHANGES_SHOWN = 20
UNDER_WAY = (Job.State.WAITING, Job.State.RUNNING)


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A weekday on which the offices are closed, or a weekend day on which they work."""

    day: date
    works: bool
    reason: str


@require_safe
def workdays(request: OfficialRequest) -> HttpResponse:
    """Show the days off and the worked weekend days of `?nam=2027`, and the notices entered."""
    year = _year(request.GET.get("nam", ""), otherwise=timezone.localdate().year)
    calendar = calendar_of(request)
    notices = AnnouncedDayRow.objects.values("notice", "announced_on")
    context = {
        "year": year,
        "years": range(2024, max(calendar.last_announced_year, timezone.localdate().year) + 2),
        "days": special_days(calendar, year),
        "is_provisional": calendar.is_provisional(date(year, 12, 31)),
        "last_year": calendar.last_announced_year,
        "notices": notices.annotate(first=Min("pk"), days=Count("pk")).order_by("-announced_on", "notice"),
        "changes": CalendarChange.objects.select_related("requested_by", "job")[:CHANGES_SHOWN],
        "may_change": request.user.role == Role.ADMINISTRATOR,
    }
    return render(request, "office/workdays.html", context)


def special_days(calendar: WorkingCalendar, year: int) -> list[SpecialDay]:
    """Return the weekdays off and the worked weekend days of a year, in order."""
    days = list(Period(date(year, 1, 1), date(year, 12, 31)).days())
    off = [SpecialDay(day, False, calendar.day_off_reason(day)) for day in days if day.weekday() < 5]
    worked = [SpecialDay(day, True, calendar.worked_weekend_reason(day)) for day in days]
    return sorted((each for each in (*off, *worked) if each.reason), key=lambda each: each.day)


def _year(text: str, *, otherwise: int) -> int:
    return int(text) if text.isdecimal() and 2000 <= int(text) <= 2100 else otherwise


@roles(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def notice_new(request: OfficialRequest) -> HttpResponse:
    """Ask for a notice, preview what it moves, and on confirmation hand it to the worker."""
    return _enter(request, replaced=[], heading="Nhập thông báo nghỉ lễ, hoán đổi ngày làm việc")


@roles(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def notice_correct(request: OfficialRequest, pk: int) -> HttpResponse:
    """Ask for the right days of a notice entered before; preview and confirm like a new one."""
    return _enter(request, replaced=_notice(pk), heading="Sửa thông báo đã nhập")


@roles(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def notice_withdraw(request: OfficialRequest, pk: int) -> HttpResponse:
    """Preview what moves without a notice entered before, and withdraw it on confirmation."""
    rows = _notice(pk)
    first, by, today = rows[0], request.user, timezone.localdate()
    change = plan_change(
        notice=first.notice, announced_on=first.announced_on, days=[], replaces=rows, by=by, today=today
    )
    if request.method == "POST":
        return redirect("office:calendar-change", pk=request_change(change, by=by).pk)
    context = {"heading": "Bỏ thông báo đã nhập", **_previewed(change)}
    return render(request, "office/notice.html", context)


def _notice(pk: int) -> list[AnnouncedDayRow]:
    """Return all days of the notice that the row `pk` belongs to."""
    row = get_object_or_404(AnnouncedDayRow, pk=pk)
    return list(AnnouncedDayRow.objects.filter(notice=row.notice, announced_on=row.announced_on))


def _enter(request: OfficialRequest, *, replaced: list[AnnouncedDayRow], heading: str) -> HttpResponse:
    today = timezone.localdate()
    typed = request.POST if request.method == "POST" else request.GET
    initial = NoticeForm.of_rows(replaced) if replaced else {}
    form = NoticeForm(typed if "notice" in typed else None, today=today, initial=initial)
    context: dict[str, Any] = {"form": form, "heading": heading}
    if form.is_valid():
        try:
            change = _planned(form, replaced, request=request, today=today)
            if request.method == "POST":
                return redirect("office:calendar-change", pk=request_change(change, by=request.user).pk)
            context |= _previewed(change)
        except RefusedError as refusal:
            form.refuse(refusal)
    return render(request, "office/notice.html", context)


def _planned(
    form: NoticeForm, replaced: Iterable[AnnouncedDayRow], *, request: OfficialRequest, today: date
) -> CalendarChange:
    return plan_change(
        notice=form.cleaned_data["notice"],
        announced_on=form.cleaned_data["announced_on"],
        days=form.days(),
        replaces=replaced,
        by=request.user,
        today=today,
    )


def _previewed(change: CalendarChange) -> dict[str, Any]:
    """Return what the preview of a planned change shows."""
    found = preview(days_of(change), planned_calendar(change))
    units = Unit.objects.in_bulk(found.by_unit)
    return {
        "change": change,
        "added": added_rows(change),
        "removed_count": len(change.removed),
        "preview": found,
        "by_unit": sorted((units[pk].name, count) for pk, count in found.by_unit.items()),
    }


@roles(*OFFICE, Role.OFFICER, Role.ADMINISTRATOR)
@require_safe
def calendar_change(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show how far a change of the calendar is, and which deadlines it moved, those this official may see."""
    change = get_object_or_404(CalendarChange.objects.select_related("job", "requested_by"), pk=pk)
    moves = MovedDeadline.objects.visible_to(request.user).filter(change=change)
    context = {
        "change": change,
        "added": added_rows(change),
        "under_way": change.job is not None and change.job.state in UNDER_WAY,
        "by_unit": _by_unit(change) if request.user.role == Role.ADMINISTRATOR else [],
        "page": Paginator(moves, MOVES_A_PAGE).get_page(request.GET.get("trang")),
    }
    return render(request, "office/calendar_change.html", context)


def _by_unit(change: CalendarChange) -> Any:
    """Return how many deadlines of each unit moved: all an administrator sees of them."""
    counted = change.moves.order_by("unit__name").values("unit__name")
    return counted.annotate(count=Count("pk"))


@roles(*OFFICE, Role.OFFICER, Role.ADMINISTRATOR)
@require_safe
def calendar_change_progress(request: OfficialRequest, pk: int) -> JsonResponse:
    """Return how far the job of a change is, for the page that watches it."""
    job = get_object_or_404(Job, pk=get_object_or_404(CalendarChange, pk=pk).job_id)
    step = job.step or job.get_state_display()
    return JsonResponse({"percent": job.progress, "step": step, "over": job.state not in UNDER_WAY})
