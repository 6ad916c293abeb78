"""The page of the one who verifies a case: his task, the steps asked of him, what he noted and asked for."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from complaints.actions.events import acts_for
from complaints.actions.verification import add_note
from complaints.forms.verification import NoteForm
from complaints.models import Case
from complaints.related import related_to
from complaints.verification import steps_closed, steps_open, task_of
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once


@once
@roles(*OFFICE, Role.OFFICER)
def case_verification(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Show the task of verification, and add a note to it."""
    cases = Case.objects.visible_to(request.user).select_related("hamlet", "verifier")
    case = get_object_or_404(cases, pk=pk)
    today = timezone.localdate()
    form = NoteForm(request.POST or None, case=case, today=today, initial={"happened_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            add_note(case, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã ghi vào hồ sơ xác minh.")
            return redirect("complaints:case-verification", case.pk)
    return render(request, "complaints/case_verification.html", _context(request, case, form))


def _context(request: OfficialRequest, case: Case, form: NoteForm) -> dict[str, object]:
    acts = acts_for(case, request.user)
    return {
        "case": case,
        "form": form,
        "task": task_of(case, request.user),
        "steps": steps_open(acts),
        "closed_steps": steps_closed(acts),
        "related": related_to(case, request.user),
    }
