"""What the counter's lists show: search without accents, the book of visits, petitions, what came before.

Every list starts at `visible_to` and costs the same number of queries however long it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from lucba.office.models import Official, StaffTerm
from lucba.office.search import search_key
from reception.models import IntakeDeadline, Petition, ReceptionSession, Visit

WORDS_SEARCHED = 8  # a longer search is cut: each word costs a look at every row
PAIRS_COMPARED = 12
PAIRS_NEEDED = 3
SHARE_NEEDED = 0.5  # of the pairs compared
EARLIER_SHOWN = 6


def with_words(rows: Any, text: str) -> Any:
    """Return the `rows` whose search key holds every word of `text`, accents and case left out."""
    for word in search_key(text).split()[:WORDS_SEARCHED]:
        rows = rows.filter(search_key__contains=word)
    return rows


def with_running_clocks(rows: Any) -> Any:
    """Return `rows` each with its running deadlines as `clocks`, the first due first."""
    return rows.prefetch_related(
        Prefetch("deadlines", queryset=IntakeDeadline.objects.running(), to_attr="clocks")
    )


def petition_list(official: Official, *, waiting: bool | None = None, **filters: Any) -> Any:
    """Return the petitions for the list: waiting for handling, handled, or (None) all.

    `filters`: q (words), kind, source; empty ones do not filter.
    """
    rows = Petition.objects.visible_to(official)
    if waiting is not None:
        rows = rows.filter(processed_on__isnull=waiting)
    exact = {name: value for name, value in filters.items() if value and name != "q"}
    found = with_words(rows.filter(**exact), filters.get("q", ""))
    return with_running_clocks(found.select_related("hamlet").defer("search_key"))


def visit_book(
    official: Official, *, start: date | None, end: date | None, q: str = "", kind: str = ""
) -> Any:
    """Return the visits received from `start` to `end` (inclusive; None: no limit)."""
    rows = Visit.objects.visible_to(official)
    if start:
        rows = rows.filter(session__held_on__gte=start)
    if end:
        rows = rows.filter(session__held_on__lte=end)
    if kind:
        rows = rows.filter(content_kind=kind)
    found = with_words(rows, q)
    return with_running_clocks(found.select_related("session", "hamlet").defer("search_key"))


def sessions_between(official: Official, start: date, end: date) -> Any:
    """Return the sessions from `start` to `end` (inclusive), each host with his terms as `all_terms`."""
    terms = Prefetch("host__terms", queryset=StaffTerm.objects.all(), to_attr="all_terms")
    return (
        ReceptionSession.objects.visible_to(official)
        .filter(held_on__range=(start, end))
        .select_related("host")
        .prefetch_related(terms)
    )


def sessions_receiving(
    official: Official, *, on: date | None = None, until: date | None = None
) -> QuerySet[ReceptionSession]:
    """Return the sessions that may still receive citizens, of the day `on` or of all days up to `until`."""
    states = ReceptionSession.State
    open_ones = ReceptionSession.objects.visible_to(official).filter(state__in=(states.PLANNED, states.HELD))
    return open_ones.filter(held_on=on) if on else open_ones.filter(held_on__lte=until)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Visits and petitions that may be of the same person or matter; each knows its cases."""

    visits: list[Visit]
    petitions: list[Petition]

    def __bool__(self) -> bool:
        return bool(self.visits or self.petitions)


def earlier_of(
    official: Official,
    *,
    name: str = "",
    summary: str = "",
    not_visit: Visit | None = None,
    not_petition: Petition | None = None,
) -> Earlier:
    """Return what the books hold of the same person (`name`) or a like matter (`summary`), newest first.

    Names of denouncers are in no search key, so a denunciation is found by its matter only.
    """
    visits = _alike(Visit.objects.visible_to(official), name, summary)
    petitions = _alike(Petition.objects.visible_to(official), name, summary)
    if not_visit:
        visits = visits.exclude(pk=not_visit.pk)
    if not_petition:
        petitions = petitions.exclude(pk=not_petition.pk)
    visits = visits.select_related("session", "hamlet").order_by("-session__held_on", "-pk")
    petitions = petitions.select_related("hamlet").order_by("-received_on", "-pk")
    return Earlier(
        list(visits.prefetch_related("cases")[:EARLIER_SHOWN]),
        list(petitions.prefetch_related("cases")[:EARLIER_SHOWN]),
    )


def _alike(rows: Any, name: str, summary: str) -> Any:
    """Return the rows that hold the name, or most pairs of neighbouring words of the summary."""
    alike = Q()
    person = search_key(name)
    if len(person.split()) > 1:
        alike |= Q(search_key__contains=person)
    pairs = _pairs(summary)
    if len(pairs) >= PAIRS_NEEDED:
        rows = rows.annotate(shared=_count_of(pairs))
        alike |= Q(shared__gte=max(PAIRS_NEEDED, round(len(pairs) * SHARE_NEEDED)))
    return rows.filter(alike) if alike else rows.none()


def _pairs(text: str) -> list[str]:
    """Return the pairs of neighbouring words: a Vietnamese word is mostly two syllables ("tranh chấp")."""
    words = search_key(text.replace(",", " ").replace(".", " ")).split()
    return list(dict.fromkeys(" ".join(pair) for pair in pairwise(words)))[:PAIRS_COMPARED]


def _count_of(pairs: list[str]) -> Combinable:
    """Return the expression that counts how many of `pairs` a row holds."""
    found = [
        Case(When(search_key__contains=pair, then=Value(1)), default=Value(0), output_field=IntegerField())
        for pair in pairs
    ]
    total: Combinable = found[0]
    for each in found[1:]:
        total = total + each
    return total
