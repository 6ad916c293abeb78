"""The reception book: log a visit, read the book, one visit and the reply to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.frame import calendar_of
from lucba.office.keyset import page_after
from lucba.office.models import Official
from lucba.office.once import once
from reception.actions.planning import plan_session
from reception.actions.visits import record_visit, reply_to_visit
from reception.forms.filters import BookFilter
from reception.forms.visit_rows import with_more_rows
from reception.forms.visits import ReplyForm, VisitForm
from reception.intake import needs_refusal_notice
from reception.models import ReceptionSession, Visit
from reception.queries import Earlier, earlier_of, sessions_receiving, visit_book, visits_in_full


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


@require_http_methods(["GET", "HEAD", "POST"])
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
    context = {"form": form, "earlier": _earlier(request)}
    return render(request, "reception/visit_form.html", context)


def _earlier(request: OfficialRequest) -> Earlier:
    """Return what came before, for a form that comes back; static/js/earlier.js asks while it is typed."""
    asked = {name: request.POST.get(name, "") for name in ("visitor_name", "summary", "identity_number")}
    return earlier_of(
        request.user,
        name=asked["visitor_name"][:150],
        summary=asked["summary"][:2000],
        identity=asked["identity_number"][:60],
    )


def _visit_form(request: OfficialRequest) -> VisitForm:
    """Return the form for the sessions open today, or for the open one asked for (`?buoi=`).

    Asked for more rows of documents, it comes back as typed and unchecked.
    """
    today = timezone.localdate()
    sessions = sessions_receiving(request.user, on=today)
    asked = request.GET.get("buoi", "")
    if asked.isdecimal():
        sessions = sessions_receiving(request.user, until=today).filter(pk=asked) or sessions
    grows = "more_documents" in request.POST
    initial = {"session": sessions.first(), **_usual_session(request.user)}
    return VisitForm(
        None if grows else request.POST or None,
        unit=request.user.unit,
        sessions=sessions,
        today=today,
        day_off=calendar_of(request).day_off_reason(today),
        initial={**initial, **with_more_rows(request.POST)} if grows else initial,
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
        session = plan_session(request.user.unit, held_on=form.today, **form.session_answers(), **acting)
    else:
        session = form.cleaned_data["session"]
    return record_visit(session, **form.visit_answers(), **acting)


def _after(visit: Visit, *, again: bool) -> str:
    """Return where to go on: the next citizen, the petition handed in or taken down, or the visit."""
    if visit.is_oral or visit.result == Visit.Result.PETITION_TAKEN:
        return f"{reverse('reception:petition-new')}?luot={visit.pk}"
    if again:
        return reverse("reception:visit-new")
    return reverse("reception:visit-page", args=[visit.pk])


@require_http_methods(["GET", "HEAD", "POST"])
@once
@roles(*OFFICE)
def visit_page(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Show a visit and take down the reply given to the citizen."""
    visit = get_object_or_404(visits_in_full(request.user), pk=pk)
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
    context = {"visit": visit, "form": form, "needs_notice": needs_refusal_notice(visit)}
    return render(request, "reception/visit_page.html", context)
