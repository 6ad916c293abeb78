"""What the office posts for the public: see what holds now, enter what holds from a day on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once
from reception.actions.places import post_place
from reception.forms.public import PlaceForm
from reception.models import ReceptionPlace
from reception.public import place_in_force

OFFERED = ("place", "hours", "contact", "rules", "process")


@require_safe
@roles(*OFFICE)
def place_page(request: OfficialRequest) -> HttpResponse:
    """Show what is posted now, what is to come and what was posted before."""
    current = place_in_force(request.user.unit, on=timezone.localdate())
    rows = ReceptionPlace.objects.visible_to(request.user)
    context = {
        "place": current,
        "coming": [row for row in rows if current is None or row.in_force_from > current.in_force_from],
        "before": [row for row in rows if current and row.in_force_from < current.in_force_from],
    }
    return render(request, "reception/place_page.html", context)


@once
@roles(*OFFICE)
def place_new(request: OfficialRequest) -> HttpResponseBase:
    """Post a new content from a day on."""
    unit, today = request.user.unit, timezone.localdate()
    form = PlaceForm(request.POST or None, today=today, initial=_offered(request))
    if request.method == "POST" and form.is_valid():
        try:
            posted = post_place(unit, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã niêm yết nội dung áp dụng từ {posted.in_force_from:%d/%m/%Y}.")
            return redirect("reception:place")
    return render(request, "reception/place_form.html", {"form": form})


def _offered(request: OfficialRequest) -> dict[str, Any]:
    """Return the latest content entered, to be changed where it is no longer right."""
    latest = ReceptionPlace.objects.visible_to(request.user).first()
    texts = {name: getattr(latest, name) for name in OFFERED} if latest else {}
    return {"in_force_from": timezone.localdate(), **texts}
