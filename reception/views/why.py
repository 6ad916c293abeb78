"""The printable pages that explain the due dates of a petition and of a visit."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.frame import calendar_of
from lucba.office.why import reasons_of
from reception.models import Petition, Visit


@require_safe
@roles(*OFFICE)
def petition_why(request: OfficialRequest, pk: int) -> HttpResponse:
    """Explain every clock that runs from the receipt of a petition."""
    petition = get_object_or_404(Petition.objects.visible_to(request.user), pk=pk)
    context = {
        "subject": f"đơn {petition.code}",
        "back": reverse("reception:petition-page", args=[petition.pk]),
        "clocks": reasons_of(petition.deadlines.all(), calendar_of(request)),
    }
    return render(request, "office/why.html", context)


@require_safe
@roles(*OFFICE)
def visit_why(request: OfficialRequest, pk: int) -> HttpResponse:
    """Explain the clock of the reply to a visitor."""
    visit = get_object_or_404(Visit.objects.visible_to(request.user), pk=pk)
    context = {
        "subject": f"lượt tiếp {visit.code}",
        "back": reverse("reception:visit-page", args=[visit.pk]),
        "clocks": reasons_of(visit.deadlines.all(), calendar_of(request)),
    }
    return render(request, "office/why.html", context)
