"""Form 01/TCD of Circular 06/2025: visits, persons, groups, matters and the leaders' announced days."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, F, Min, OuterRef, Q, Value, When

from complaints.models import CaseVisit
from lucba.law.reporting_periods import Period
from lucba.office.models import Unit
from reception.models import ReceptionSession
from reports.figures.cells import Family, Figure, of_form
from reports.figures.sets import GROUPS, sittings, visits

FORM = "01/TCD"
HostRole = ReceptionSession.HostRole
Kind = ReceptionSession.Kind


@dataclass(frozen=True)
class Block:
    """The columns of one kind of host from `first` on: visits, persons, matters, groups, their persons."""

    host: ReceptionSession.HostRole
    first: int

    @property
    def visits(self) -> Q:
        """The visits received by this kind of host."""
        return Q(session__host_role=self.host)


# In the order of the once-only rule: a matter is counted under the head, else the delegate, else the staff.
BLOCKS = (Block(HostRole.HEAD, 11), Block(HostRole.DELEGATE, 17), Block(HostRole.OFFICER, 5))


def visits_received(unit: Unit, period: Period) -> Family:
    """Count visits, persons and groups where received; a visit without a case is a matter of its own."""
    coded = Exists(CaseVisit.objects.filter(visit=OuterRef("pk")))
    figures = _visits(Q(), columns=(1, 2, 3, 4))
    for block in BLOCKS:
        figures |= _visits(block.visits, columns=tuple(range(block.first, block.first + 5)))
    return Family(visits(unit, period).annotate(coded=coded), of_form(FORM, figures))


def _visits(rows: Q, *, columns: tuple[int, ...]) -> dict[int, Figure]:
    """Return visits, persons, matters not on file, groups and persons of groups, for as many as `columns`."""
    figures = (
        Figure(rows),
        Figure(rows, total=("persons",)),
        Figure(rows & Q(coded=False)),
        Figure(rows & GROUPS),
        Figure(rows & GROUPS, total=("persons",)),
    )
    return dict(zip(columns, figures, strict=False))


def matters_received(unit: Unit, period: Period) -> Family:
    """Count each matter once in the period, in one block (columns 3, 7, 13, 19)."""
    places = [
        When(visit__session__host_role=block.host, then=Value(place)) for place, block in enumerate(BLOCKS)
    ]
    matters = (
        CaseVisit.objects.filter(visit__in=visits(unit, period))
        .order_by()
        .values("case")
        .annotate(block=Min(models.Case(*places)))
    )
    by_block = {block.first + 2: Figure(Q(block=place), "case") for place, block in enumerate(BLOCKS)}
    return Family(matters, of_form(FORM, {3: Figure(different="case"), **by_block}))


def reception_days(unit: Unit, period: Period) -> Family:
    """Count the different announced days of periodic and extraordinary reception (columns 10 and 16).

    Held with or without visitors, or not held, all count; of a moved sitting the new day does.
    """
    moved = Q(state=ReceptionSession.State.NOT_HELD, moved_to__isnull=False)
    announced = sittings(unit, period).filter(
        ~moved, kind__in=(Kind.PERIODIC, Kind.EXTRAORDINARY), announced_on__lte=F("held_on")
    )
    hosts = {10: HostRole.HEAD, 16: HostRole.DELEGATE}
    return Family(
        announced, of_form(FORM, {n: Figure(Q(host_role=host), "held_on") for n, host in hosts.items()})
    )
