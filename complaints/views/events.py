"""What happens to a case, one form for each row of the procedure."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from complaints.actions.events import assign_verifier, open_transitions, record_event
from complaints.forms.events import EventForm, VerifierForm
from complaints.models import Case
from complaints.workflow import EventKind, Transition, transition
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once


@once
@roles(*OFFICE, Role.OFFICER)
def case_event(request: OfficialRequest, pk: int, event: str) -> HttpResponseBase:
    """Record an event of a case."""
    case = get_object_or_404(Case.objects.visible_to(request.user), pk=pk)
    row, today = _row(event, case), timezone.localdate()
    form = EventForm(
        request.POST or None, transition=row, case=case, today=today, initial={"happened_on": today}
    )
    if request.method == "POST" and form.is_valid():
        try:
            record_event(case, row.event, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi “{row.event.label}” vào vụ việc {case.code}.")
            return redirect("complaints:case-page", case.pk)
    is_open = row in open_transitions(case, request.user)
    context = {"form": form, "case": case, "heading": row.event.label, "is_open": is_open}
    return render(request, "complaints/case_event.html", context)


def _row(event: str, case: Case) -> Transition:
    """Return the row of the procedure for `event`; 404 when the procedure has none."""
    row = transition(event, case.kind)
    if row is None:
        raise Http404(f"Không có diễn biến “{event}” trong trình tự của vụ việc này.")
    return row


@once
@roles(*OFFICE)
def case_verifier(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Assign the officer who verifies a case."""
    case = get_object_or_404(Case.objects.visible_to(request.user), pk=pk)
    row, today = _row(EventKind.VERIFICATION, case), timezone.localdate()
    form = VerifierForm(request.POST or None, unit=case.unit, today=today, initial={"happened_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            assign_verifier(case, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã giao xác minh vụ việc {case.code}.")
            return redirect("complaints:case-page", case.pk)
    is_open = row in open_transitions(case, request.user)
    context = {"form": form, "case": case, "heading": row.event.label, "is_open": is_open}
    return render(request, "complaints/case_event.html", context)
