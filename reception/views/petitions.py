"""The petition book: the list, registering, one petition."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lucba.law.rules import Step
from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.keyset import page_after
from lucba.office.once import once
from reception.actions.petitions import mark_urgent, register_petition
from reception.forms.filters import PetitionFilter
from reception.forms.petitions import PetitionForm
from reception.models import IntakeDeadline, Petition, Visit
from reception.petition_stages import AWAITING_REPLY, kept_until, with_stage
from reception.queries import AWAITING, PROPOSED, WAITING, earlier_of, petitions_of_tab

TABS = {
    WAITING: "Chưa xử lý",
    PROPOSED: "Chờ phê duyệt",
    AWAITING: "Đã chuyển, chờ phúc đáp",
    "da-xu-ly": "Đã xử lý",
    "tat-ca": "Tất cả",
}


@require_safe
@roles(*OFFICE)
def petition_index(request: OfficialRequest) -> HttpResponse:
    """Show the petitions of one tab, urgent ones first where work waits, then the newest; fifty a page."""
    filters, tab = PetitionFilter(request.GET, official=request.user), tab_asked(request)
    page = page_after(petitions_asked(request), request.GET.get("sau", ""), by="turn_on")
    context = {"filters": filters, "page": page, "tab": tab, "tabs": TABS, "kept": {"muc": tab}}
    return render(request, "reception/petition_list.html", context)


def tab_asked(request: OfficialRequest) -> str:
    """Return the tab the address names; the first one when there is no such tab."""
    tab = request.GET.get("muc", "")
    return tab if tab in TABS else WAITING


def petitions_asked(request: OfficialRequest) -> Any:
    """Return the petitions of the tab and the filters in the address: those on the page and in an export."""
    chosen = PetitionFilter(request.GET, official=request.user).chosen
    overdue_on = timezone.localdate() if chosen.pop("overdue") else None
    return petitions_of_tab(request.user, tab_asked(request), **chosen, overdue_on=overdue_on)


@once
@roles(*OFFICE)
def petition_new(request: OfficialRequest) -> HttpResponseBase:
    """Register a petition, filled in from the visit at which it was handed in when there is one."""
    today, visit = timezone.localdate(), _visit_asked(request)
    initial = from_visit(visit) if visit else {"received_on": today}
    form = PetitionForm(request.POST or None, official=request.user, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            petition = register_petition(request.user.unit, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã vào sổ đơn {petition.code}.")
            return redirect("reception:petition-page", petition.pk)
    names = {name: form[name].value() or "" for name in ("signer_name", "summary")}
    earlier = earlier_of(request.user, name=names["signer_name"], summary=names["summary"], not_visit=visit)
    return render(request, "reception/petition_form.html", {"form": form, "visit": visit, "earlier": earlier})


def _visit_asked(request: OfficialRequest) -> Visit | None:
    """Return the visit of `?luot=`, None without one."""
    pk = request.GET.get("luot", "")
    if not pk.isdecimal():
        return None
    visit: Visit = get_object_or_404(Visit.objects.visible_to(request.user), pk=pk)
    return visit


def from_visit(visit: Visit) -> dict[str, Any]:
    """Return the answers a petition takes over from the visit at which it was handed in."""
    kinds = Petition.SignerKind
    return {
        "signer_kind": kinds.SEVERAL if visit.persons > 1 else kinds.ONE,
        "signer_name": visit.visitor_name,
        "signers": visit.persons,
        "hamlet": visit.hamlet_id,
        "kind": visit.content_kind,
        "summary": visit.summary,
        "received_on": visit.session.held_on,
        "source": Petition.Source.RECEPTION,
        "visit": visit,
    }


@require_safe
@roles(*OFFICE)
def petition_page(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show a petition: its facts, its clocks with their reasons, what came before, what may be done."""
    petitions = with_stage(Petition.objects.visible_to(request.user)).select_related(
        "hamlet", "visit__session", "duplicate_of", "split_from", "sealed_identity"
    )
    petition = get_object_or_404(petitions, pk=pk)
    earlier = earlier_of(
        request.user,
        name=petition.signer_name,
        summary=petition.summary,
        not_petition=petition,
        not_visit=petition.visit,
    )
    context = {
        "petition": petition,
        "earlier": earlier,
        "case": petition.cases.first(),
        "gets_reply_from_body": petition.outcome in AWAITING_REPLY,
        "kept_until": kept_until(petition),
        "wire": _overdue_wire(petition),
        **_ties_of(petition),
    }
    return render(request, "reception/petition_page.html", context)


def _ties_of(petition: Petition) -> dict[str, Any]:
    """Return what hangs on a petition: parts, copies, proposals and its ways between units."""
    way = getattr(petition, "came_by", None)
    return {
        "parts": petition.parts.all(),
        "copies": petition.copies.all(),
        "proposals": petition.proposals.select_related("proposed_by", "decided_by", "case"),
        "ways": [
            *petition.transfers.select_related("unit", "receiver", "received_as"),
            *([way] if way else []),
        ],
    }


def _overdue_wire(petition: Petition) -> IntakeDeadline | None:
    """Return the 45-day clock of handling once it ran out unmet (Decree 154/2026, 41(3)(b))."""
    wires = petition.deadlines.overdue(on=timezone.localdate()).filter(step=Step.PETITION_HANDLING)
    wire: IntakeDeadline | None = wires.first()
    return wire


@require_POST
@once
@roles(*OFFICE)
def petition_urgent(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Mark a waiting petition as urgent, or no longer; the leaders are told at once."""
    petition = get_object_or_404(Petition.objects.visible_to(request.user), pk=pk)
    try:
        mark_urgent(petition, urgent=not petition.urgent, by=request.user)
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    return redirect("reception:petition-page", petition.pk)
