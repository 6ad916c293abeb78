"""The protection of a denouncer beside his case: for those who keep the books, with nobody named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from complaints.actions.protection import (
    decide_protection,
    end_protection,
    note_written_request,
    request_protection,
)
from complaints.forms.protection import EndForm, ProtectionDecisionForm, RequestForm, WrittenForm
from complaints.models import Case, Protection
from lucba.office.access import LEADERS, OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.office_form import OfficeForm
from lucba.office.once import once
from reception.models import ContentKind


@dataclass(frozen=True, slots=True)
class _Step:
    """One step in the life of a protection: its form, the day it starts with, its action, its words."""

    form: type[OfficeForm]
    day: str
    act: Callable[..., Protection]
    words: str


WRITTEN = _Step(WrittenForm, "written_on", note_written_request, "văn bản yêu cầu bảo vệ")
DECISION = _Step(ProtectionDecisionForm, "decided_on", decide_protection, "quyết định bảo vệ")
END = _Step(EndForm, "ended_on", end_protection, "chấm dứt bảo vệ")


@never_cache
@once
@roles(*OFFICE)
def case_protection(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Show the protections of a denunciation, and take down a request."""
    cases = Case.objects.visible_to(request.user).filter(kind=ContentKind.DENUNCIATION)
    case, today = get_object_or_404(cases, pk=pk), timezone.localdate()
    form = RequestForm(request.POST or None, today=today, initial={"requested_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            request_protection(case, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã ghi yêu cầu bảo vệ. Luật đòi hỏi xem xét, quyết định kịp thời.")
            return redirect("complaints:case-protection", case.pk)
    protections = Protection.objects.visible_to(request.user).filter(case=case).select_related("recorded_by")
    context = {"case": case, "form": form, "protections": protections.reverse()}
    return render(request, "complaints/case_protection.html", context)


@never_cache
@once
@roles(*OFFICE)
def protection_written(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note the paper an urgent request still owed."""
    return _take(request, pk, WRITTEN)


@never_cache
@once
@roles(*LEADERS)
def protection_decide(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Apply measures or refuse."""
    return _take(request, pk, DECISION)


@never_cache
@once
@roles(*LEADERS)
def protection_end(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """End the measures."""
    return _take(request, pk, END)


def _take(request: OfficialRequest, pk: int, step: _Step) -> HttpResponseBase:
    """Ask for a step in the life of a protection and record it."""
    rows = Protection.objects.visible_to(request.user).select_related("case")
    protection, today = get_object_or_404(rows, pk=pk), timezone.localdate()
    form = step.form(request.POST or None, today=today, initial={step.day: today})
    if request.method == "POST" and form.is_valid():
        try:
            step.act(protection, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi {step.words}.")
            return redirect("complaints:case-protection", protection.case_id)
    context = {"form": form, "protection": protection, "case": protection.case, "words": step.words}
    return render(request, "complaints/protection_step.html", context)
