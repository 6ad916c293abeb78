"""The reception calendar, a week at a time: plan a session, close it, call it off."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST, require_safe

from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.frame import calendar_of
from lucba.office.once import once
from reception.actions.sessions import call_off_session, close_session, open_session
from reception.calendar_week import FIRST_DAY, LAST_DAY, calendar_week
from reception.forms.sessions import CallOffForm, SessionForm
from reception.models import ReceptionSession


@require_safe
@roles(*OFFICE, Role.OFFICER)
def calendar(request: OfficialRequest) -> HttpResponse:
    """Show the sessions of one week."""
    week = calendar_week(request.user, _day_asked(request, "tuan"), calendar=calendar_of(request))
    return render(request, "reception/session_calendar.html", {"week": week})


def _day_asked(request: OfficialRequest, name: str) -> date:
    """Return the day in the address, today when it is missing, unreadable or out of all bounds."""
    today = timezone.localdate()
    try:
        day = parse_date(request.GET.get(name, "")) or today
    except ValueError:
        return today
    return day if FIRST_DAY <= day <= LAST_DAY else today


def _week_of(session: ReceptionSession) -> str:
    return f"{reverse('reception:calendar')}?tuan={session.held_on:%Y-%m-%d}"


@once
@roles(*OFFICE)
def session_new(request: OfficialRequest) -> HttpResponseBase:
    """Put a new session into the calendar."""
    unit, today = request.user.unit, timezone.localdate()
    initial = {"held_on": _day_asked(request, "ngay")}
    form = SessionForm(request.POST or None, unit=unit, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            session = open_session(unit, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi buổi tiếp ngày {session.held_on:%d/%m/%Y}.")
            return redirect(_week_of(session))
    return render(request, "reception/session_form.html", {"form": form})


@require_POST
@roles(*OFFICE)
def session_close(request: OfficialRequest, pk: int) -> HttpResponse:
    """Close a session of today or before."""
    session = get_object_or_404(ReceptionSession.objects.visible_to(request.user), pk=pk)
    try:
        session = close_session(session, by=request.user, today=timezone.localdate())
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Đã kết thúc buổi tiếp: {session.get_state_display()}.")
    return redirect(_week_of(session))


@once
@roles(*OFFICE)
def session_call_off(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Record that a session is not held, and its new day."""
    session = get_object_or_404(ReceptionSession.objects.visible_to(request.user), pk=pk)
    today = timezone.localdate()
    form = CallOffForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            call_off_session(session, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã ghi buổi tiếp không tổ chức.")
            return redirect(_week_of(session))
    return render(request, "reception/session_call_off.html", {"form": form, "session": session})
