"""Handling a petition: from the book of petitions into a case, before the leaders, or out of the office."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from complaints.actions.handling import link_visit, withdraw_petition
from complaints.actions.splitting import split_petition
from complaints.approval import handle_or_propose
from complaints.envelope import DUPLICATE_GROUND, ENVELOPE, Disposal, Occasion
from complaints.forms.envelope import SplitForm, WithdrawForm
from complaints.forms.handle_questions import INELIGIBLE
from complaints.forms.handling import HandleForm, VisitCaseForm
from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.office_form import OfficeForm
from lucba.office.once import once
from reception.models import Petition, Visit
from reception.queries import earlier_of


@once
@roles(*OFFICE)
def petition_handle(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Classify a petition and give it its outcome; a clerk lays a leader's outcome before the leaders."""
    petition = get_object_or_404(Petition.objects.visible_to(request.user).select_related("hamlet"), pk=pk)
    form = _handle_form(request, petition)
    if request.method == "POST" and form.is_valid():
        try:
            done = handle_or_propose(form, petition, by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, done)
            return redirect("reception:petition-page", petition.pk)
    context = {
        "form": form,
        "petition": petition,
        "earlier": earlier_of(
            request.user, name=petition.signer_name, summary=petition.summary, not_petition=petition
        ),
        "disposals": [row for row in ENVELOPE if petition.kind in row.kinds and _concerns(row, petition)],
        "waiting": petition.proposals.filter(state="cho").select_related("proposed_by").first(),
    }
    return render(request, "complaints/petition_handle.html", context)


def _concerns(row: Disposal, petition: Petition) -> bool:
    """Tell whether a row of the envelope concerns this petition: copies have one of their own."""
    return row.occasion is not Occasion.DUPLICATE or petition.duplicate_of_id is not None


def _handle_form(request: OfficialRequest, petition: Petition) -> HandleForm:
    """Return the form with what is known already filled in."""
    today = timezone.localdate()
    profile = petition.unit.profiles.in_force(on=today).first()
    initial = {
        "processed_on": today,
        "classification": INELIGIBLE if petition.duplicate_of_id else None,
        "ineligible_ground": DUPLICATE_GROUND if petition.duplicate_of_id else "",
        "hamlet": petition.hamlet_id,
        "remote": bool(profile and profile.remote),
        "case_summary": petition.summary,
    }
    return HandleForm(
        request.POST or None, petition=petition, official=request.user, today=today, initial=initial
    )


@once
@roles(*OFFICE)
def petition_withdraw(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note that the author took the petition back before it was handled."""
    petition = get_object_or_404(Petition.objects.visible_to(request.user), pk=pk)
    today = timezone.localdate()
    form = WithdrawForm(request.POST or None, today=today, initial={"withdrawn_on": today})

    def withdraw() -> str:
        withdraw_petition(petition, **form.cleaned_data, by=request.user, today=today)
        return f"Đã ghi người gửi rút đơn {petition.code}; đơn được lưu."

    return _beside_handling(request, petition, form, withdraw, "Ghi rút đơn")


@once
@roles(*OFFICE)
def petition_split(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Split a mixed petition into petitions of one matter each."""
    petition = get_object_or_404(Petition.objects.visible_to(request.user), pk=pk)
    today = timezone.localdate()
    initial = {"split_on": today, "kind_1": petition.kind, "summary_1": petition.summary}
    form = SplitForm(request.POST or None, petition=petition, today=today, initial=initial)

    def split() -> str:
        parts = split_petition(petition, **form.answers(), by=request.user, today=today)
        return f"Đã tách đơn {petition.code} thành {', '.join(each.code for each in parts)}."

    return _beside_handling(request, petition, form, split, "Tách đơn có nhiều nội dung")


def _beside_handling(
    request: OfficialRequest, petition: Petition, form: OfficeForm, act: Callable[[], str], heading: str
) -> HttpResponseBase:
    """Show `form` for a petition and let `act` carry its answers out; `act` returns what was done."""
    if request.method == "POST" and form.is_valid():
        try:
            done = act()
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, done)
            return redirect("reception:petition-page", petition.pk)
    context = {"form": form, "petition": petition, "heading": heading}
    return render(request, "reception/petition_follow_up.html", context)


@once
@roles(*OFFICE)
def visit_case(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note which case on file a visit concerned."""
    visits = Visit.objects.visible_to(request.user).select_related("session")
    visit = get_object_or_404(visits, pk=pk)
    form = VisitCaseForm(request.POST or None, official=request.user, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            link_visit(visit, **form.cleaned_data, by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã gắn lượt tiếp {visit.code} với vụ việc.")
            return redirect("reception:visit-page", visit.pk)
    return render(request, "complaints/visit_case.html", {"form": form, "visit": visit})
