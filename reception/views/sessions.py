"""The reception calendar by week and by month, and one session: what stands, what may be done next."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST, require_safe

from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.frame import calendar_of
from lucba.office.models import StaffTerm
from lucba.office.once import once
from lucba.office.why import reasons_of
from reception.actions.planning import plan_session
from reception.actions.sessions import call_off_session, close_session, conclude_session, start_receiving
from reception.calendar_month import month_of
from reception.calendar_stages import acts_open, stage_of
from reception.calendar_week import FIRST_DAY, LAST_DAY, calendar_week
from reception.duty import planned_duty_of
from reception.forms.sessions import CallOffForm, CloseForm, ConclusionForm, SessionForm
from reception.models import ReceptionSession, Visit


@require_safe
@roles(*OFFICE, Role.OFFICER)
def calendar(request: OfficialRequest) -> HttpResponse:
    """Show the sessions of one week, or of one month with its duty."""
    today = timezone.localdate()
    if asked := request.GET.get("thang"):
        month = month_of(request.user, _month(asked, today), calendar=calendar_of(request), today=today)
        context = {"month": month, **_waiting(month.sessions, today)}
        return render(request, "reception/calendar_month.html", context)
    week = calendar_week(request.user, _day_asked(request, "tuan"), calendar=calendar_of(request))
    sessions = [session for day in week.days for session in day.sessions]
    return render(request, "reception/session_calendar.html", {"week": week, **_waiting(sessions, today)})


def _waiting(sessions: list[ReceptionSession], today: date) -> dict[str, int]:
    """Return how many sessions to come wait for confirmation, and how many for posting."""
    to_come = (each for each in sessions if each.state == each.State.PLANNED and each.held_on >= today)
    planned = [each for each in to_come if not each.is_posted]
    return {
        "to_confirm": sum(each.confirmed_on is None for each in planned),
        "to_post": len(planned),
    }


def _month(text: str, today: date) -> date:
    """Return the first day of the month "2026-11", of this month when it cannot be read."""
    try:
        day = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return day if FIRST_DAY <= day <= LAST_DAY else today.replace(day=1)


def _day_asked(request: OfficialRequest, name: str) -> date:
    """Return the day in the address, today when it is missing, unreadable or out of all bounds."""
    today = timezone.localdate()
    try:
        day = parse_date(request.GET.get(name, "")) or today
    except ValueError:
        return today
    return day if FIRST_DAY <= day <= LAST_DAY else today


def week_address(day: date) -> str:
    """Return the address of the week of `day` in the calendar."""
    return f"{reverse('reception:calendar')}?tuan={day:%Y-%m-%d}"


def session_of(request: OfficialRequest, pk: int) -> ReceptionSession:
    """Return the session if this official may see it; 404 otherwise."""
    sessions = ReceptionSession.objects.visible_to(request.user).select_related(
        "unit", "host", "confirmed_by"
    )
    terms = Prefetch("host__terms", queryset=StaffTerm.objects.all(), to_attr="all_terms")
    return get_object_or_404(sessions.prefetch_related(terms), pk=pk)


@once
@roles(*OFFICE)
def session_new(request: OfficialRequest) -> HttpResponseBase:
    """Put a new session into the calendar."""
    unit, today = request.user.unit, timezone.localdate()
    initial = {"held_on": _day_asked(request, "ngay")}
    form = SessionForm(request.POST or None, unit=unit, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            session = plan_session(unit, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi buổi tiếp ngày {session.held_on:%d/%m/%Y}.")
            return redirect(week_address(session.held_on))
    return render(request, "reception/session_form.html", {"form": form})


@require_safe
@roles(*OFFICE, Role.OFFICER)
def session_page(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show one session: where it stands, its deadlines with their reasons, its visits, what may be done."""
    session = session_of(request, pk)
    visits = Visit.objects.visible_to(request.user).filter(session=session).select_related("hamlet")
    context = {
        "session": session,
        "acts": {act.name for act in acts_open(session, request.user, today=timezone.localdate())},
        "clocks": session.deadlines.all(),
        "visits": visits.defer("search_key").order_by("pk"),
        **_shortfall(request, session),
    }
    return render(request, "reception/session_page.html", context)


def _shortfall(request: OfficialRequest, session: ReceptionSession) -> dict[str, Any]:
    """Return the duty that a cancelled day of the chairman left open, when it was not moved."""
    is_own = session.kind == session.Kind.PERIODIC and session.host_role == session.HostRole.HEAD
    if session.state != session.State.NOT_HELD or session.moved_to or not is_own:
        return {}
    duty = planned_duty_of(session.unit, session.held_on, calendar=calendar_of(request))
    return {"shortfall": duty} if duty and duty.missing else {}


@require_safe
@roles(*OFFICE, Role.OFFICER)
def session_why(request: OfficialRequest, pk: int) -> HttpResponse:
    """Explain every clock of a session."""
    session = session_of(request, pk)
    context = {
        "subject": f"buổi tiếp {session.held_on:%d/%m/%Y}",
        "back": reverse("reception:session-page", args=[session.pk]),
        "clocks": reasons_of(session.deadlines.all(), calendar_of(request)),
    }
    return render(request, "office/why.html", context)


@require_POST
@roles(*OFFICE)
def session_open(request: OfficialRequest, pk: int) -> HttpResponse:
    """Open the session of today."""
    session = session_of(request, pk)
    try:
        start_receiving(session, by=request.user, today=timezone.localdate())
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "Đã mở buổi tiếp.")
    return redirect("reception:session-page", pk)


@require_POST
@once
@roles(*OFFICE)
def session_close(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Close a session of today or before; a conclusion that was typed comes back when it is refused."""
    session, today = session_of(request, pk), timezone.localdate()
    form = CloseForm(request.POST, today=today)
    if form.is_valid():
        try:
            session = close_session(session, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            if not form.cleaned_data["conclusion"]:
                messages.error(request, refusal.message)
                return redirect("reception:session-page", pk)
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã kết thúc buổi tiếp: {stage_of(session)}.")
            return redirect("reception:session-page", pk)
    return render(request, "reception/session_conclusion.html", {"form": form, "session": session})


@once
@roles(*OFFICE)
def session_conclude(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Write or correct the conclusion of a session of the head."""
    session = session_of(request, pk)
    initial = {"conclusion": session.conclusion}
    form = ConclusionForm(request.POST or None, today=timezone.localdate(), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            conclude_session(session, **form.cleaned_data, by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã ghi kết luận buổi tiếp.")
            return redirect("reception:session-page", pk)
    return render(request, "reception/session_conclusion.html", {"form": form, "session": session})


@once
@roles(*OFFICE)
def session_call_off(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Record that a session is not held, and its new day."""
    session, today = session_of(request, pk), timezone.localdate()
    form = CallOffForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            session = call_off_session(session, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã ghi buổi tiếp không tổ chức.")
            if _shortfall(request, session):
                return redirect("reception:session-page", pk)
            return redirect(week_address(session.held_on))
    return render(request, "reception/session_call_off.html", {"form": form, "session": session})
