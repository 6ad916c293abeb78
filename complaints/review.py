"""The review list of crowded, complex and prolonged matters (target 5), and what the books propose for it.

Nothing is put on it automatically: the books only show which matters fit, and a leader lists them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Count, Exists, Min, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.functions import Coalesce

from complaints.models import Case, CaseEvent
from complaints.queries import OPEN_LAST
from complaints.words import detail_words
from complaints.workflow import FINAL, EventKind
from lucba.law.groups import GROUP_FROM
from lucba.law.reporting_periods import Period, reporting_year_start
from lucba.office.models import Official, Unit, UnitProfile
from reception.models import ContentKind, Petition, Visit

KINDS = (ContentKind.COMPLAINT, ContentKind.DENUNCIATION)
CROWDED, COMPLEX, PROLONGED = "dong_nguoi", "phuc_tap", "keo_dai"
BASES = (CROWDED, COMPLEX, PROLONGED)
Prior = Case.PriorState
# Resolved as far as the law goes before it came here, and still complained about.
RESOLVED_BEFORE = (Prior.RESOLVED_SECOND, Prior.JUDGED, Prior.FURTHER_OVERDUE, Prior.FURTHER_CONCLUDED)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a matter fits the list: the basis as the register writes it, and what the books show."""

    basis: str
    words: str


def review_rows(unit: Unit, period: Period) -> Any:
    """Return the matters on the list in the period, own or foreign, one row each with its `settled_on`.

    Listed by its end and not settled before its start; a settlement after its end has not happened.
    """
    settled = Q(kind=EventKind.SETTLED)
    return (
        CaseEvent.objects.in_force()
        .filter(
            kind__in=(EventKind.REVIEW_LISTED, EventKind.SETTLED),
            happened_on__lte=period.end,
            case__unit=unit,
            case__kind__in=KINDS,
        )
        .order_by()
        .values("case")
        .annotate(listed=Count("pk", filter=~settled), settled_on=Min("happened_on", filter=settled))
        .filter(Q(settled_on__isnull=True) | Q(settled_on__gte=period.start), listed__gt=0)
    )


def settlement_counts(unit: Unit, period: Period) -> dict[str, int]:
    """Count indicator 5: of the review list, the matters settled for good by the period's end; one query."""
    counts: dict[str, int] = review_rows(unit, period).aggregate(
        numerator=Count("settled_on"), denominator=Count("case")
    )
    return counts


def year_until(unit: Unit, on: date) -> Period:
    """Return the unit's reporting year up to the day `on`, in which the plan's targets count."""
    profile = unit.profiles.in_force(on=on).first()
    first = on.replace(day=1)
    if profile and profile.period_preset == UnitProfile.PeriodPreset.MID_MONTH:
        first = (on if on.day >= 15 else first - timedelta(days=1)).replace(day=15)
    start = reporting_year_start(Period(first, on), unit.books_from or date.min)
    return Period(start, on)


def review_list(official: Official, period: Period) -> Any:
    """Return the cases on the list of the period with `listed_on` and their `review_events`."""
    listed = _events(EventKind.REVIEW_LISTED).filter(happened_on__lte=period.end).order_by("happened_on")
    marks = CaseEvent.objects.in_force().filter(
        kind__in=(EventKind.REVIEW_LISTED, EventKind.SETTLED), happened_on__lte=period.end
    )
    return (
        Case.objects.visible_to(official)
        .filter(pk__in=review_rows(official.unit, period).values("case"))
        .annotate(listed_on=Subquery(listed.values("happened_on")[:1]))
        .prefetch_related(Prefetch("events", queryset=marks, to_attr="review_events"))
        .defer("search_key")
    )


def proposed_for_review(official: Official, *, today: date) -> Any:
    """Return the cases not on the list that fit it; `grounds_of` says why."""
    cases = Case.objects.visible_to(official).filter(kind__in=KINDS)
    rows = with_grounds(cases.exclude(Exists(_events(EventKind.REVIEW_LISTED))))
    going_on = ~Q(status__in=FINAL)
    crowded = Q(signers__gte=GROUP_FROM) | Q(persons__gte=GROUP_FROM)
    fits = going_on & (crowded | Q(complex_by__isnull=False) | Q(prior_state__in=RESOLVED_BEFORE))
    overdue = Q(closed_on__isnull=True, due_on__lt=today)
    return (
        rows.filter(fits | overdue | Q(came_back_on__isnull=False))
        .annotate(turn_on=Coalesce("due_on", Value(OPEN_LAST), output_field=models.DateField()))
        .defer("search_key")
    )


def with_grounds(cases: Any) -> Any:
    """Return `cases` with what `grounds_of` reads: heads, complexity, visits after the closing."""
    petitions = Petition.objects.filter(case_link__case=OuterRef("pk")).order_by("-signers")
    visits = Visit.objects.filter(case_links__case=OuterRef("pk"))
    after = visits.filter(session__held_on__gt=OuterRef("closed_on")).order_by("-session__held_on")
    complexity = _events(EventKind.COMPLEX).order_by("-seq")
    return cases.annotate(
        signers=Subquery(petitions.values("signers")[:1]),
        persons=Subquery(visits.order_by("-persons").values("persons")[:1]),
        complex_by=Subquery(complexity.values("detail")[:1]),
        came_back_on=Subquery(after.values("session__held_on")[:1]),
    )


def grounds_of(case: Any, *, today: date) -> list[Ground]:
    """Return why a case of `with_grounds` fits the list, as far as the books show it."""
    return list(_grounds(case, today))


def _grounds(case: Any, today: date) -> Iterator[Ground]:
    going_on = case.status not in FINAL
    heads = max(case.signers or 0, case.persons or 0)
    if going_on and heads >= GROUP_FROM:
        yield Ground(CROWDED, f"{heads} người, từ {GROUP_FROM} người là đông người")
    if going_on and case.complex_by is not None:
        words = detail_words(CaseEvent(kind=EventKind.COMPLEX, detail=case.complex_by))
        yield Ground(COMPLEX, words or "đã xác định vụ việc phức tạp")
    yield from _prolonged(case, today, going_on=going_on)


def _prolonged(case: Any, today: date, *, going_on: bool) -> Iterator[Ground]:
    """Yield at most one reason: late, resolved before it came, or complained about after its end."""
    if case.closed_on is None and case.due_on and case.due_on < today:
        yield Ground(PROLONGED, f"quá hạn giải quyết từ ngày {case.due_on:%d/%m/%Y}")
    elif going_on and case.prior_state in RESOLVED_BEFORE:
        yield Ground(PROLONGED, f"khi đến đây đã qua giải quyết: {case.get_prior_state_display()}")
    elif case.came_back_on:
        yield Ground(
            PROLONGED,
            f"kết thúc ngày {case.closed_on:%d/%m/%Y} mà ngày {case.came_back_on:%d/%m/%Y} "
            "công dân còn đến về việc này",
        )


def _events(kind: EventKind) -> Any:
    """Return the events of `kind` in force of the case asked about."""
    return CaseEvent.objects.filter(case=OuterRef("pk"), superseded_by__isnull=True, kind=kind)
