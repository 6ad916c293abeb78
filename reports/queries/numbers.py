"""Which number a report would get now."""

from __future__ import annotations

from datetime import date

from lucba.office.models import NumberSeries, Unit
from reports.models import MonthlyReport


def next_number(unit: Unit, series: str, *, year: int) -> int:
    """Return the number after the last one taken in the series in that year; nothing is taken."""
    taken = NumberSeries.objects.filter(unit=unit, series=series, year=year)
    return (taken.values_list("last", flat=True).first() or 0) + 1


def suggested_number(report: MonthlyReport, *, on: date) -> int:
    """Return the number the report has kept, or the next one if it were signed on the day `on`."""
    if report.number:
        return report.number
    profile = report.unit.profiles.in_force(on=on).first()
    return next_number(report.unit, f"BC-{profile.symbol}", year=on.year) if profile else 1
