"""The printable page that explains the due dates of a case."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from complaints.models import Case
from complaints.queries import reasons_of_case
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.frame import calendar_of


@require_safe
@roles(*OFFICE, Role.OFFICER)
def case_why(request: OfficialRequest, pk: int) -> HttpResponse:
    """Explain every clock of a case: resolution, acceptance of its petitions, effect of its decision."""
    cases = Case.objects.visible_to(request.user).select_related("decision").prefetch_related("events")
    case = get_object_or_404(cases, pk=pk)
    context = {
        "subject": f"vụ việc {case.code}",
        "back": reverse("complaints:case-page", args=[case.pk]),
        "clocks": reasons_of_case(case, calendar_of(request)),
    }
    return render(request, "office/why.html", context)
