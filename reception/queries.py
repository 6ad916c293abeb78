"""What the counter's lists show: search without accents, the book of visits, petitions, what came before.

Every list starts at `visible_to` and costs the same number of queries however long it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Substr

from lucba.law.clocks import DUTY_STEPS
from lucba.office.models import Official, StaffTerm
from lucba.office.search import parts_kept, search_key, with_words, words_apart
from reception.identity_papers import compact
from reception.models import IntakeDeadline, Petition, ReceptionSession, Visit
from reception.petition_stages import AWAITING_REPLY, with_stage

PAIRS_COMPARED = 12
PAIRS_NEEDED = 3
SHARE_NEEDED = 0.5  # of the pairs compared
EARLIER_SHOWN = 6
NAME_WORDS = 6
HEAD = 44  # characters of a search key: the code, then the name
NEAR_COMPARED = 3000  # the newest rows whose name may be alike are compared letter by letter
IDENTITY_SHORTEST = 8  # characters of a paper's number
WAITING, PROPOSED, AWAITING = "chua-xu-ly", "cho-phe-duyet", "cho-phuc-dap"
LONG_TABS = {"da-xu-ly": False, "tat-ca": None}
FIRST = date(9999, 1, 1)  # where urgent petitions stand in a list that begins with the newest


def with_running_clocks(rows: Any) -> Any:
    """Return `rows` each with its running deadlines as `clocks`, the first due first."""
    return rows.prefetch_related(
        Prefetch("deadlines", queryset=IntakeDeadline.objects.running(), to_attr="clocks")
    )


_COLUMNS = {
    "kind": "kind",
    "source": "source",
    "hamlet": "hamlet",
    "received_from": "received_on__gte",
    "received_to": "received_on__lte",
}


def petition_list(official: Official, *, waiting: bool | None = None, **filters: Any) -> Any:
    """Return the petitions for the list: waiting for handling, handled, or (None) all.

    `filters`: q (words), kind, source, hamlet, received_from and received_to (inclusive), overdue_on (a day
    before which a clock ended); empty ones do not filter.
    """
    rows = with_stage(Petition.objects.visible_to(official))
    if waiting is not None:
        rows = rows.filter(processed_on__isnull=waiting)
    exact = {column: filters[name] for name, column in _COLUMNS.items() if filters.get(name)}
    found = with_words(rows.filter(**exact), filters.get("q", ""))
    if filters.get("overdue_on"):
        late = IntakeDeadline.objects.overdue(on=filters["overdue_on"]).filter(step__in=DUTY_STEPS)
        found = found.filter(Exists(late.filter(petition=OuterRef("pk"))))
    return with_running_clocks(found.select_related("hamlet").defer("search_key"))


def petitions_of_tab(official: Official, tab: str, **filters: Any) -> Any:
    """Return the petitions of one tab of the list, each with its place `turn_on`: urgent ones first.

    Tabs: chua-xu-ly, cho-phe-duyet, cho-phuc-dap; da-xu-ly and tat-ca, the long ones, by the day of receipt.
    """
    if tab in LONG_TABS:
        return petition_list(official, waiting=LONG_TABS[tab], **filters).annotate(turn_on=F("received_on"))
    rows = petition_list(official, waiting=tab != AWAITING, **filters)
    if tab == AWAITING:
        rows = rows.filter(outcome__in=AWAITING_REPLY, is_answered=False)
    else:
        rows = rows.filter(is_proposed=tab == PROPOSED)
    return rows.annotate(turn_on=Case(When(urgent=True, then=Value(FIRST)), default=F("received_on")))


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


def visits_in_full(official: Official) -> Any:
    """Return the visits with everything their page shows, at a fixed number of queries."""
    return (
        Visit.objects.visible_to(official)
        .select_related("session", "hamlet", "sealed_identity", "received_by")
        .prefetch_related("documents", "members", "petitions", "cases__decision")
    )


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
    sessions = ReceptionSession.objects.visible_to(official)
    open_ones = sessions.filter(state__in=(states.PLANNED, states.HELD), closed_at__isnull=True)
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
    identity: str = "",
    not_visit: Visit | None = None,
    not_petition: Petition | None = None,
) -> Earlier:
    """Return what the books hold of the same person (`name`, or the paper `identity`) or a like matter.

    Newest first; then, where there is room, names a letter different (`is_near`). Neither names nor papers of
    denouncers stand in what is searched, so a denunciation is found by its matter only.
    """
    visits, petitions = Visit.objects.visible_to(official), Petition.objects.visible_to(official)
    shown = compact(identity)
    paper = Q(identity_number=shown) if len(shown) >= IDENTITY_SHORTEST else None
    with_paper = Q(visit__in=visits.filter(paper)) if paper else None
    visits = visits.exclude(pk=not_visit.pk) if not_visit else visits
    petitions = petitions.exclude(pk=not_petition.pk) if not_petition else petitions
    return Earlier(
        _found(visits.select_related("session", "hamlet"), name, summary, paper, by="-session__held_on"),
        _found(petitions.select_related("hamlet"), name, summary, with_paper, by="-received_on"),
    )


def _found(rows: Any, name: str, summary: str, paper: Q | None, *, by: str) -> list[Any]:
    """Return the first EARLIER_SHOWN rows and their cases: first those that hold name, paper or matter."""
    rows = rows.defer("search_key").prefetch_related("cases__decision").order_by(by, "-pk")
    person = search_key(name)
    found = list(_alike(rows, person, summary, paper)[:EARLIER_SHOWN])
    room = EARLIER_SHOWN - len(found)
    near = _near(rows, person, [row.pk for row in found])[:room] if room else []
    for row in near:
        row.is_near = True
    return [*found, *near]


def _alike(rows: Any, person: str, summary: str, paper: Q | None) -> Any:
    """Return the rows that hold the name, the paper, or most pairs of neighbouring words of the summary."""
    alike = paper or Q()
    if len(person.split()) > 1:
        alike |= Q(search_key__contains=person)
    pairs = _pairs(summary)
    if len(pairs) >= PAIRS_NEEDED:
        rows = rows.annotate(shared=_count_of(pairs))
        alike |= Q(shared__gte=max(PAIRS_NEEDED, round(len(pairs) * SHARE_NEEDED)))
    return rows.filter(alike) if alike else rows.none()


def _near(rows: Any, person: str, known: list[int]) -> list[Any]:
    """Return the rows, but the `known`, whose name is alike word by word, the nearest first."""
    words = person.split()[:NAME_WORDS]
    if len(words) < 2:
        return []
    may_be = rows.exclude(pk__in=known).annotate(head=Substr("search_key", 1, HEAD))
    for word in words:
        kept = Q()
        for part in parts_kept(word):
            kept |= Q(head__contains=part)
        may_be = may_be.filter(kept)
    heads = may_be.order_by("-pk").values_list("pk", "head")[:NEAR_COMPARED]
    apart = {pk: words_apart(words, head.split()[1:]) for pk, head in heads}
    nearest = sorted((slips, -pk) for pk, slips in apart.items() if slips is not None)[:EARLIER_SHOWN]
    found = rows.in_bulk([-pk for _, pk in nearest])
    return [found[-pk] for _, pk in nearest]


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
