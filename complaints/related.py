"""What else the books hold around a case: the same author, the same matter, duplicates, joined cases.

A denouncer is never followed: only names that stand openly in the books are compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from complaints.models import Case
from lucba.office.models import Official
from lucba.office.search import search_key
from reception.models import ContentKind, Petition

SHOWN = 8
COMPARED = 40  # the newest petitions that hold a name are compared as a whole


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """A case and why it is shown."""

    case: Case
    why: str


@dataclass(frozen=True, slots=True)
class RelatedPetition:
    """A petition of no case, or of none this person may see, and why it is shown."""

    petition: Petition
    why: str


@dataclass(frozen=True, slots=True)
class Related:
    """What is related to a case, the closest first."""

    cases: list[RelatedCase]
    petitions: list[RelatedPetition]

    def __bool__(self) -> bool:
        return bool(self.cases or self.petitions)


def related_to(case: Case, official: Official) -> Related:
    """Return what the books that `official` may see hold around `case`, at a fixed number of queries."""
    cases = Case.objects.visible_to(official).select_related("decision").defer("search_key")
    petitions = _petitions_seen_by(official).exclude(case_link__case=case).defer("search_key")
    own = list(case.petitions.all())
    same_side = Q(kind=ContentKind.DENUNCIATION)
    tied = petitions.filter(same_side if case.kind == ContentKind.DENUNCIATION else ~same_side)
    copies = _with_cases(tied.filter(Q(duplicate_of__in=own) | Q(copies__in=own)).distinct(), cases)
    by_author = _of_the_same_author(petitions, cases, own) if case.kind != ContentKind.DENUNCIATION else []
    found = [
        *((each, "nhập vào vụ việc này") for each in cases.filter(joined_into=case)[:SHOWN]),
        *((each, "vụ việc này nhập vào") for each in cases.filter(joined_cases=case)),
        *((each, "đơn trùng") for each in _cases_of(copies)),
        *((each, "cùng người đứng đơn") for each in _cases_of(by_author)),
        *((each, "cùng nơi, cùng lĩnh vực") for each in _of_the_same_place(case, cases)),
    ]
    loose = [
        *((each, "đơn trùng") for each in copies if not each.cases_seen),
        *((each, "cùng người đứng đơn") for each in by_author if not each.cases_seen),
    ]
    return Related(
        [RelatedCase(each, why) for each, why in _each_once(found) if each.pk != case.pk],
        [RelatedPetition(each, why) for each, why in _each_once(loose)],
    )


def _petitions_seen_by(official: Official) -> QuerySet[Petition]:
    """Return the petitions of the office, for an officer those of his cases."""
    if official.keeps_the_books:
        rows: QuerySet[Petition] = Petition.objects.visible_to(official)
        return rows
    return Petition.objects.filter(case_link__case__in=Case.objects.visible_to(official))


def _of_the_same_author(
    petitions: QuerySet[Petition], cases: QuerySet[Case], own: Iterable[Petition]
) -> list[Any]:
    """Return the petitions signed by one of those who signed here, accents and case left out."""
    names = {search_key(each.signer_name) for each in own} - {""}
    held = Q()
    for name in names:
        held |= Q(search_key__contains=name)
    if not held:
        return []
    named = petitions.filter(held).exclude(kind=ContentKind.DENUNCIATION).order_by("-received_on", "-pk")
    open_cases = cases.exclude(kind=ContentKind.DENUNCIATION)
    found = _with_cases(named, open_cases)
    return [each for each in found if search_key(each.signer_name) in names][:SHOWN]


def _with_cases(petitions: QuerySet[Petition], cases: QuerySet[Case]) -> list[Any]:
    return list(
        petitions.prefetch_related(Prefetch("cases", queryset=cases, to_attr="cases_seen"))[:COMPARED]
    )


def _of_the_same_place(case: Case, cases: QuerySet[Case]) -> Iterable[Case]:
    if case.hamlet_id is None:
        return []
    return cases.filter(hamlet_id=case.hamlet_id, field=case.field).exclude(pk=case.pk)[:SHOWN]


def _cases_of(petitions: Iterable[Any]) -> Iterable[Case]:
    return (case for petition in petitions for case in petition.cases_seen)


def _each_once(found: Iterable[tuple[Any, str]]) -> list[tuple[Any, str]]:
    """Return each row with the first reason it was found for."""
    first: dict[int, tuple[Any, str]] = {}
    for row, why in found:
        first.setdefault(row.pk, (row, why))
    return list(first.values())
