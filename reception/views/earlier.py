"""What the books hold of the same person or matter, as a piece of page fetched while the clerk types."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from lucba.office.access import OFFICE, OfficialRequest, roles
from reception.queries import earlier_of


@never_cache
@require_POST
@roles(*OFFICE)
def earlier(request: OfficialRequest) -> HttpResponse:
    """Return the fragment; asked with POST so that no name stands in an address or a log."""
    found = earlier_of(
        request.user,
        name=request.POST.get("ten", "")[:150],
        summary=request.POST.get("noi-dung", "")[:2000],
        identity=request.POST.get("so-giay-to", "")[:60],
    )
    return render(request, "reception/_earlier.html", {"earlier": found, "asked": True})
