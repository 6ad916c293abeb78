"""Pages anybody may read without signing in: the reception calendar, the place, the rules of an office."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from reception.public import SHOWN_AHEAD, offices, place_in_force, posted_days

KEPT = 60  # seconds a browser or a proxy may answer with the same page


@login_not_required
@require_safe
@cache_control(public=True, max_age=KEPT)
def public_home(request: HttpRequest) -> HttpResponse:
    """Lead to the only office of this installation, or let the reader choose."""
    found = list(offices(on=timezone.localdate()))
    if len(found) == 1:
        return redirect("reception:public-office", code=found[0].unit.code)
    return render(request, "public/home.html", {"offices": found})


@login_not_required
@require_safe
@cache_control(public=True, max_age=KEPT)
def public_office(request: HttpRequest, code: str) -> HttpResponse:
    """Show the posted calendar of four weeks, the place, the rules, the process, where to send a petition."""
    today = timezone.localdate()
    office = get_object_or_404(offices(on=today), unit__code=code)
    context = {
        "office": office,
        "days": list(posted_days(office.unit, on=today)),
        "shown_until": today + SHOWN_AHEAD - timedelta(days=1),
        "place": place_in_force(office.unit, on=today),
    }
    return render(request, "public/office.html", context)
