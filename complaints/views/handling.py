"""Handling a petition: from the book of petitions into a case, or out of the office."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from complaints.actions.handling import Matter, handle_petition, link_visit
from complaints.forms.handling import INELIGIBLE, HandleForm, VisitCaseForm
from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once
from reception.models import Petition, Visit
from reception.queries import earlier_of


@once
@roles(*OFFICE)
def petition_handle(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Classify a petition, record its outcome, and open or join its case."""
    petition = get_object_or_404(Petition.objects.visible_to(request.user).select_related("hamlet"), pk=pk)
    form = _handle_form(request, petition)
    if request.method == "POST" and form.is_valid():
        facts = form.matter_answers()
        matter = Matter(**facts) if facts else None
        try:
            answers = form.handling_answers()
            handle_petition(petition, **answers, matter=matter, by=request.user, today=form.today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi xử lý đơn {petition.code}.")
            return redirect("reception:petition-page", petition.pk)
    earlier = earlier_of(
        request.user, name=petition.signer_name, summary=petition.summary, not_petition=petition
    )
    context = {"form": form, "petition": petition, "earlier": earlier}
    return render(request, "complaints/petition_handle.html", context)


def _handle_form(request: OfficialRequest, petition: Petition) -> HandleForm:
    """Return the form with what is known already filled in."""
    today = timezone.localdate()
    profile = petition.unit.profiles.in_force(on=today).first()
    initial = {
        "processed_on": today,
        "classification": INELIGIBLE if petition.duplicate_of_id else None,
        "ineligible_reason": "đơn trùng" if petition.duplicate_of_id else "",
        "hamlet": petition.hamlet_id,
        "remote": bool(profile and profile.remote),
        "case_summary": petition.summary,
    }
    return HandleForm(
        request.POST or None, petition=petition, official=request.user, today=today, initial=initial
    )


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
