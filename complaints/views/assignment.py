"""Giving several cases of the list to one person, and what became of each."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from complaints.actions.assignment import MOST, assign_cases
from complaints.forms.assignment import AssignmentForm
from complaints.models import Case
from lucba.office.access import LEADERS, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once

RESULT = "assigned"  # where the session keeps what became of the last cases given


@once
@roles(*LEADERS)
def assign(request: OfficialRequest) -> HttpResponseBase:
    """Give the cases `?vu=…&vu=…` to one person on one day."""
    today, cases = timezone.localdate(), _chosen(request)
    form = AssignmentForm(
        request.POST or None, unit=request.user.unit, today=today, initial={"happened_on": today}
    )
    if request.method == "POST" and form.is_valid():
        try:
            result = assign_cases(cases, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            request.session[RESULT] = {**asdict(result), "to": form.cleaned_data["verifier"].full_name}
            return redirect("complaints:assigned")
    return render(request, "complaints/assignment.html", {"form": form, "cases": cases, "most": MOST})


def _chosen(request: OfficialRequest) -> list[Case]:
    """Return the cases in the address this person may see; one more than may be given, to refuse them."""
    keys = {int(key) for key in request.GET.getlist("vu") if key.isdecimal() and len(key) < 19}
    visible = Case.objects.visible_to(request.user).select_related("unit", "verifier").defer("search_key")
    return list(visible.filter(pk__in=sorted(keys)[: MOST + 1]).order_by("pk"))


@require_safe
@roles(*LEADERS)
def assigned(request: OfficialRequest) -> HttpResponse:
    """Show which cases were given and which were refused, and why."""
    result = request.session.get(RESULT, {"done": [], "refused": [], "to": ""})
    return render(request, "complaints/assigned.html", {"result": result})
