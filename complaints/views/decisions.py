"""The decision or conclusion of a case, what followed it, and how it is carried out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from complaints.actions.decisions import record_decision, record_enforcement, update_decision_dates
from complaints.forms.decisions import DecisionDatesForm, DecisionForm, EnforcementForm
from complaints.models import Case, Decision
from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once


@once
@roles(*OFFICE)
def case_decide(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Record the decision on a complaint or the conclusion on a denunciation."""
    case = get_object_or_404(Case.objects.visible_to(request.user).select_related("unit"), pk=pk)
    today = timezone.localdate()
    form = DecisionForm(request.POST or None, case=case, today=today, initial={"issued_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            decision = record_decision(case, **form.decision_answers(), by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi {decision.get_type_display()} {decision.document_number}.")
            return redirect("complaints:case-page", case.pk)
    context = {"form": form, "case": case, "heading": form.submit_word, "is_open": True}
    return render(request, "complaints/case_event.html", context)


@once
@roles(*OFFICE)
def decision_dates(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note what followed the decision of a case: sent, received, published, effective, directed."""
    decision = get_object_or_404(Decision.objects.visible_to(request.user).select_related("case"), case=pk)
    form = DecisionDatesForm(request.POST or None, decision=decision, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            update_decision_dates(decision, **form.given(), by=request.user, today=form.today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi các mốc sau văn bản {decision.document_number}.")
            return redirect("complaints:case-page", pk)
    context = {"form": form, "case": decision.case, "heading": "gửi, công khai, hiệu lực", "is_open": True}
    return render(request, "complaints/case_event.html", context)


@once
@roles(*OFFICE)
def decision_enforce(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Record an entry of carrying out the decision of a case."""
    decision = get_object_or_404(Decision.objects.visible_to(request.user).select_related("case"), case=pk)
    today = timezone.localdate()
    form = EnforcementForm(request.POST or None, today=today, initial={"done_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            record_enforcement(decision, **form.enforcement_answers(), by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi thi hành {decision.document_number}.")
            return redirect("complaints:case-page", pk)
    context = {"form": form, "case": decision.case, "heading": "thi hành", "is_open": True}
    return render(request, "complaints/case_event.html", context)
