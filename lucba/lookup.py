"""The one search of the frame: people, petitions, cases and visits, typed with or without accents."""

from __future__ import annotations

from itertools import chain
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from complaints.models import Case
from complaints.queries import with_next_clock
from lucba.office.access import OfficialRequest, roles
from lucba.office.frame import SEARCHERS
from lucba.office.models import Official
from lucba.office.search import search_key, with_words
from reception.models import Petition, Visit

SHOWN = 20  # rows of each kind
SHORTEST = 2  # letters; less would find everything


@require_safe
@roles(*SEARCHERS)
def search(request: OfficialRequest) -> HttpResponse:
    """Show what the books hold of `?q=`, newest first; an officer finds among his own cases."""
    query = request.GET.get("q", "").strip()
    long_enough = len(search_key(query)) >= SHORTEST
    found = find(request.user, query) if long_enough else {}
    context = {"query": query, "long_enough": long_enough, "shown": SHOWN, **found}
    return render(request, "home/search.html", context)


def find(official: Official, query: str) -> dict[str, list[Any]]:
    """Return the newest rows that hold every word of `query`, and the people among them."""
    petitions = Petition.objects.visible_to(official).select_related("hamlet")
    visits = Visit.objects.visible_to(official).select_related("session", "hamlet")
    cases = with_next_clock(Case.objects.visible_to(official))
    found = {
        "cases": list(with_words(cases, query).order_by("-pk")[:SHOWN]),
        "petitions": list(with_words(petitions, query).order_by("-received_on", "-pk")[:SHOWN]),
        "visits": list(with_words(visits, query).order_by("-pk")[:SHOWN]),
    }
    return {"people": _people(found, query), **found}


def _people(found: dict[str, list[Any]], query: str) -> list[dict[str, Any]]:
    """Return the persons named in the petitions and visits found whose own name holds every word."""
    words = search_key(query).split()
    people: dict[str, dict[str, Any]] = {}
    names = chain(
        ((row.signer_name, row.hamlet) for row in found["petitions"]),
        ((row.visitor_name, row.hamlet) for row in found["visits"]),
    )
    for name, hamlet in names:
        key = search_key(name)
        if name and all(word in key for word in words):
            person = people.setdefault(key, {"name": name, "hamlet": hamlet, "times": 0})
            person["times"] += 1
    return list(people.values())
