"""Planning the calendar: weekly pattern, draft, confirmation, posting, delegation, online preparation."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST

from lucba.office.access import LEADERS, OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.frame import calendar_of
from lucba.office.once import once
from reception.actions.papers import paper_name
from reception.actions.patterns import add_pattern, end_pattern
from reception.actions.planning import (
    confirm_session,
    confirm_sessions,
    delegate_session,
    plan_draft,
    post_session,
    post_sessions,
    prepare_online,
)
from reception.calendar_draft import draft, duties_short, weekly_patterns
from reception.forms.planning import DraftForm, PatternEndForm, PatternForm
from reception.forms.sessions import DelegationForm, OnlineForm
from reception.models import ReceptionSession, WeeklyPattern
from reception.views.sessions import session_of, week_address

LONGEST = timedelta(days=31)  # confirmed or posted at once


@once
@roles(*OFFICE)
def patterns(request: OfficialRequest) -> HttpResponseBase:
    """List the weekly pattern, and add to it."""
    unit, today = request.user.unit, timezone.localdate()
    form = PatternForm(request.POST or None, unit=unit, today=today, initial={"in_force_from": today})
    if request.method == "POST" and form.is_valid():
        try:
            add_pattern(unit, **form.cleaned_data, by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã thêm vào lịch hằng tuần.")
            return redirect("reception:patterns")
    context = {"form": form, "patterns": weekly_patterns(request.user)}
    return render(request, "reception/calendar_patterns.html", context)


@once
@roles(*OFFICE)
def pattern_end(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Let a weekly reception end."""
    pattern = get_object_or_404(WeeklyPattern.objects.visible_to(request.user), pk=pk)
    today = timezone.localdate()
    form = PatternEndForm(request.POST or None, today=today, initial={"in_force_until": today})
    if request.method == "POST" and form.is_valid():
        try:
            end_pattern(pattern, **form.cleaned_data, by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã kết thúc lịch hằng tuần này.")
            return redirect("reception:patterns")
    return render(request, "reception/calendar_pattern_end.html", {"form": form, "pattern": pattern})


@once
@roles(*OFFICE)
def calendar_draft(request: OfficialRequest) -> HttpResponseBase:
    """Preview what the weekly pattern gives for some months; POST puts it into the calendar."""
    unit, today = request.user.unit, timezone.localdate()
    form = DraftForm(request.POST or request.GET or None, today=today)
    if not form.is_valid():
        return render(request, "reception/calendar_draft.html", {"form": form})
    start, end = _months(form.cleaned_data["thang"], form.cleaned_data["so_thang"])
    if request.method == "POST":
        planned = plan_draft(unit, start=start, end=end, by=request.user, today=today)
        messages.success(request, f"Đã lập {len(planned)} buổi tiếp dự kiến.")
        return redirect(f"{reverse('reception:calendar')}?thang={start:%Y-%m}")
    return render(request, "reception/calendar_draft.html", {"form": form, **_preview(request, start, end)})


def _preview(request: OfficialRequest, start: date, end: date) -> dict[str, Any]:
    unit, calendar, today = request.user.unit, calendar_of(request), timezone.localdate()
    lines = draft(unit, start, end, calendar=calendar, today=today)
    short = duties_short(unit, start, end, lines, calendar=calendar, today=today)
    return {"lines": lines, "new": sum(each.is_new for each in lines), "short": short}


def _months(first: date, count: int) -> tuple[date, date]:
    """Return the first day of `first`'s month and the last of the month `count` months on."""
    n = first.year * 12 + first.month - 1 + count
    return first, date(n // 12, n % 12 + 1, 1) - timedelta(days=1)


@once
@require_POST
@roles(*LEADERS)
def calendar_confirm(request: OfficialRequest) -> HttpResponse:
    """Confirm the sessions of a week or a month in one act."""
    start, end = _span(request)
    try:
        count = confirm_sessions(
            request.user.unit, start=start, end=end, by=request.user, today=timezone.localdate()
        )
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Đã duyệt {count} buổi tiếp.")
    return redirect(_back(start, end))


@once
@require_POST
@roles(*OFFICE)
def calendar_post(request: OfficialRequest) -> HttpResponse:
    """Record that the calendar of a week or a month was posted today."""
    (start, end), today = _span(request), timezone.localdate()
    try:
        posted = post_sessions(request.user.unit, start=start, end=end, by=request.user, today=today)
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Đã ghi niêm yết {len(posted)} buổi tiếp theo {_notice_of(posted[0])}.")
        _say_late(request, posted)
    return redirect(_back(start, end))


def _span(request: OfficialRequest) -> tuple[date, date]:
    """Return the first and last day posted with the form; today alone when they cannot be read."""
    today = timezone.localdate()
    try:
        start, end = (parse_date(request.POST.get(name, "")) or today for name in ("tu", "den"))
    except ValueError:
        return today, today
    return (start, end) if timedelta(0) <= end - start <= LONGEST else (today, today)


def _back(start: date, end: date) -> str:
    """Return the page the span came from: the week or the month."""
    if (end - start).days < 7:
        return week_address(start)
    return f"{reverse('reception:calendar')}?thang={start:%Y-%m}"


def _notice_of(session: ReceptionSession) -> str:
    """Return the name of the notice by which a session was posted just now."""
    return paper_name(session.posting_notice) if session.posting_notice else "thông báo"


def _say_late(request: OfficialRequest, posted: list[ReceptionSession]) -> None:
    """Say which sessions were posted after the last day of LTCD 24(4); it is not refused."""
    clocks = (clock for session in posted for clock in session.deadlines.all())
    late = [clock for clock in clocks if clock.met_on and clock.met_on > clock.due_on]
    for clock in late:
        words = f"Buổi ngày {clock.start:%d/%m/%Y} niêm yết muộn: hạn là ngày {clock.due_on:%d/%m/%Y}."
        messages.warning(request, words)


@once
@require_POST
@roles(*LEADERS)
def session_confirm(request: OfficialRequest, pk: int) -> HttpResponse:
    """Confirm one session."""
    try:
        confirm_session(session_of(request, pk), by=request.user, today=timezone.localdate())
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "Đã duyệt buổi tiếp.")
    return redirect("reception:session-page", pk)


@once
@require_POST
@roles(*OFFICE)
def session_post(request: OfficialRequest, pk: int) -> HttpResponse:
    """Record that one session was posted today."""
    try:
        session = post_session(session_of(request, pk), by=request.user, today=timezone.localdate())
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Đã ghi niêm yết lịch tiếp theo {_notice_of(session)}.")
        _say_late(request, [session])
    return redirect("reception:session-page", pk)


@once
@roles(*OFFICE)
def session_delegate(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Let a deputy receive in the chairman's place."""
    session, today = session_of(request, pk), timezone.localdate()
    form = DelegationForm(request.POST or None, session=session, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            delegate_session(session, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã ghi ủy quyền tiếp công dân.")
            return redirect("reception:session-page", pk)
    return render(request, "reception/session_delegate.html", {"form": form, "session": session})


@once
@roles(*OFFICE)
def session_prepare(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Record the notice and the test of an online session."""
    session, today = session_of(request, pk), timezone.localdate()
    known = {"notice_sent_on": session.notice_sent_on, "tested_on": session.tested_on}
    form = OnlineForm(request.POST or None, today=today, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            prepare_online(session, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã ghi việc chuẩn bị buổi tiếp trực tuyến.")
            return redirect("reception:session-page", pk)
    return render(request, "reception/session_online.html", {"form": form, "session": session})
