"""The procedure checklist of a case, to read, to answer step by step and to print; leaders sign it off."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from complaints.actions.checklist import answer_step
from complaints.checklist import checklist_of
from complaints.forms.checklist import StepForm
from complaints.models import Case
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once


@require_safe
@roles(*OFFICE, Role.OFFICER)
def case_checklist(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show each step the procedure asks of this case, with its day, paper and verdict."""
    case = get_object_or_404(Case.objects.visible_to(request.user), pk=pk)
    checklist = checklist_of(case, on=timezone.localdate())
    return render(request, "complaints/case_checklist.html", {"case": case, "checklist": checklist})


@once
@roles(*OFFICE)
def checklist_step(request: OfficialRequest, pk: int, step: str) -> HttpResponseBase:
    """Answer one step of the checklist."""
    case = get_object_or_404(Case.objects.visible_to(request.user), pk=pk)
    today = timezone.localdate()
    line = checklist_of(case, on=today).line(step)
    if line is None:
        raise Http404(f"Danh mục thủ tục của vụ việc này không có bước “{step}”.")
    answered = ("answer", "done_on", "document_number", "note")
    initial = {name: getattr(line.item, name) for name in answered} if line.item else {}
    form = StepForm(request.POST or None, line=line, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            answer_step(case, step=step, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi kết quả bước “{line.step.words}”.")
            return redirect("complaints:case-checklist", case.pk)
    return render(request, "complaints/checklist_step.html", {"form": form, "case": case, "line": line})
