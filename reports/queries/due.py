"""Which months an office still owes a report for on this system."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lucba.office.models import Unit
from reports.assembly import period_of
from reports.models import MonthlyReport

UNSIGNED = (MonthlyReport.Status.DRAFT, MonthlyReport.Status.REVIEWED)


def offices() -> list[Unit]:
    """Return the committees that keep books here."""
    return list(Unit.objects.filter(kind=Unit.Kind.COMMITTEE, books_from__isnull=False).order_by("pk"))


def months_to_build(unit: Unit, *, today: date) -> list[tuple[int, int]]:
    """Return the owed months, oldest first, whose report is missing or unsigned."""
    finished = set(
        MonthlyReport.objects.filter(unit=unit).exclude(status__in=UNSIGNED).values_list("year", "month")
    )
    return [month for month in months_owed(unit, today=today) if month not in finished]


def months_owed(unit: Unit, *, today: date) -> list[tuple[int, int]]:
    """Return the months, oldest first, that have ended and are reported on this system, sent or not."""
    owed: list[tuple[int, int]] = []
    for year, month in months_back(today):
        end = period_of(unit, year, month).end
        if not reported_here(unit, end, today=today):
            break
        if end < today:
            owed.append((year, month))
    return owed[::-1]


def reported_here(unit: Unit, end: date, *, today: date) -> bool:
    """Tell whether a period that ends on `end` lies in the books and was not reported in another way.

    Where `reports_from` is blank, that holds for the period that ended last and for those to come.
    """
    if unit.books_from is None:
        return False
    last_month = today.replace(day=1) - timedelta(days=1)
    return end >= max(unit.books_from, unit.reports_from or last_month.replace(day=1))


def months_back(today: date) -> Iterator[tuple[int, int]]:
    """Yield year and month of the month of `today` and of every one before it."""
    first = today.replace(day=1)
    while True:
        yield first.year, first.month
        first = (first - timedelta(days=1)).replace(day=1)
