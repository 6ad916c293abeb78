"""The petition book: the list, registering, one petition."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once
from reception.actions.petitions import register_petition
from reception.forms.filters import PetitionFilter
from reception.forms.petitions import PetitionForm
from reception.keyset import page_after
from reception.models import Petition, Visit
from reception.queries import earlier_of, petition_list

TABS = (("chua-xu-ly", "Chưa xử lý", True), ("da-xu-ly", "Đã xử lý", False), ("tat-ca", "Tất cả", None))
WAITING_OF = {slug: waiting for slug, _, waiting in TABS}


@require_safe
@roles(*OFFICE)
def petition_index(request: OfficialRequest) -> HttpResponse:
    """Show the petitions of one tab, newest first, fifty a page."""
    filters = PetitionFilter(request.GET)
    tab = request.GET.get("muc", "")
    tab = tab if tab in WAITING_OF else TABS[0][0]
    rows = petition_list(request.user, waiting=WAITING_OF[tab], **filters.chosen)
    page = page_after(rows, request.GET.get("sau", ""), by="received_on")
    context = {"filters": filters, "page": page, "tab": tab, "tabs": TABS, "kept": {"muc": tab}}
    return render(request, "reception/petition_list.html", context)


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
    petitions = Petition.objects.visible_to(request.user).select_related(
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
        "gets_reply_from_body": petition.outcome in (Petition.Outcome.FORWARDED, Petition.Outcome.URGED),
    }
    return render(request, "reception/petition_page.html", context)
