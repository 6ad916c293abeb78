"""The reception book: log a visit, read the book, one visit and the reply to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.models import Official
from lucba.office.once import once
from reception.actions.sessions import open_session
from reception.actions.visits import record_visit, reply_to_visit
from reception.forms.filters import BookFilter
from reception.forms.visits import ReplyForm, VisitForm
from reception.keyset import page_after
from reception.models import ReceptionSession, Visit
from reception.queries import earlier_of, sessions_receiving, visit_book


@require_safe
@roles(*OFFICE)
def visit_list(request: OfficialRequest) -> HttpResponse:
    """Show the reception book of a period, fifty visits a page."""
    filters = BookFilter(request.GET)
    chosen = filters.chosen
    rows = visit_book(
        request.user,
        start=chosen["start"] or None,
        end=chosen["end"] or None,
        q=chosen["q"],
        kind=chosen["kind"],
    )
    page = page_after(rows, request.GET.get("sau", ""), by="session__held_on")
    return render(request, "reception/visit_list.html", {"filters": filters, "page": page})


@once
@roles(*OFFICE)
def visit_new(request: OfficialRequest) -> HttpResponseBase:
    """Log a visit of today, in an open session or in one opened with it."""
    form = _visit_form(request)
    if request.method == "POST" and form.is_valid():
        try:
            visit = _record(form, request)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi lượt tiếp {visit.code}.")
            return redirect(_after(visit, again="again" in request.POST))
    earlier = earlier_of(
        request.user, name=request.POST.get("visitor_name", ""), summary=request.POST.get("summary", "")
    )
    return render(request, "reception/visit_form.html", {"form": form, "earlier": earlier})


def _visit_form(request: OfficialRequest) -> VisitForm:
    """Return the form for the sessions open today, or for the open one asked for (`?buoi=`)."""
    today = timezone.localdate()
    sessions = sessions_receiving(request.user, on=today)
    asked = request.GET.get("buoi", "")
    if asked.isdecimal():
        sessions = sessions_receiving(request.user, until=today).filter(pk=asked) or sessions
    return VisitForm(
        request.POST or None,
        unit=request.user.unit,
        sessions=sessions,
        today=today,
        initial={"session": sessions.first(), **_usual_session(request.user)},
    )


def _usual_session(official: Official) -> dict[str, Any]:
    """Return the session this official usually receives in: the chairman's own, or the regular one."""
    kinds, hosts = ReceptionSession.Kind, ReceptionSession.HostRole
    head = official.role == Official.Role.CHAIRMAN
    return {
        "kind": kinds.PERIODIC if head else kinds.REGULAR,
        "host_role": hosts.HEAD if head else hosts.OFFICER,
        "host": official.staff_member_id,
    }


@transaction.atomic
def _record(form: VisitForm, request: OfficialRequest) -> Visit:
    """Record the visit, after opening today's session when the form asked for it."""
    acting: dict[str, Any] = {"by": request.user, "today": form.today}
    if form.opens_session:
        session = open_session(request.user.unit, held_on=form.today, **form.session_answers(), **acting)
    else:
        session = form.cleaned_data["session"]
    return record_visit(session, **form.visit_answers(), **acting)


def _after(visit: Visit, *, again: bool) -> str:
    """Return where to go on: the next citizen, the petition just handed in, or the visit."""
    if visit.result == Visit.Result.PETITION_TAKEN:
        return f"{reverse('reception:petition-new')}?luot={visit.pk}"
    if again:
        return reverse("reception:visit-new")
    return reverse("reception:visit-page", args=[visit.pk])


@once
@roles(*OFFICE)
def visit_page(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Show a visit and take down the reply given to the citizen."""
    visits = Visit.objects.visible_to(request.user).select_related("session", "hamlet")
    visit = get_object_or_404(visits, pk=pk)
    today = timezone.localdate()
    form = ReplyForm(request.POST or None, today=today, initial={"replied_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            reply_to_visit(visit, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi trả lời lượt tiếp {visit.code}.")
            return redirect("reception:visit-page", visit.pk)
    return render(request, "reception/visit_page.html", {"visit": visit, "form": form})
