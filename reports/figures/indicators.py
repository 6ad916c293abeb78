"""The indicators of the plan for a period, and the same from the start of its reporting year."""

from __future__ import annotations

from datetime import date

from complaints.review import settlement_counts
from lucba.law.reporting_periods import Period, reporting_year, reporting_year_start
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Unit
from reports.figures.case_indicators import (
    execution_counts,
    open_deadlines,
    resolution_counts,
)
from reports.figures.reception_duty import duty_counts
from reports.figures.targets import TARGETS
from reports.figures.yearly_indicators import yearly_counts

Counts = dict[str, int]
Indicator = dict[str, int | None]  # the counts, and "met": None when nothing arose
Block = dict[str, Indicator]


def indicators(unit: Unit, period: Period, *, calendar: WorkingCalendar) -> tuple[Block, Block]:
    """Compute the indicators of the period and of its year; 1, 7 and 8 are yearly in both."""
    year = Period(reporting_year_start(period, unit.books_from or date.min), period.end)
    yearly = yearly_counts(unit, year, number=reporting_year(period))
    deadlines = open_deadlines(unit, on=period.end, calendar=calendar)

    def block(span: Period) -> Block:
        counts: dict[str, Counts] = {
            **yearly,
            **duty_counts(unit, span, calendar=calendar),
            **resolution_counts(unit, span, open_deadlines=deadlines),
            "5": settlement_counts(unit, span),
            "6": execution_counts(unit, span),
        }
        return {key: _judged(key, counts[key]) for key in TARGETS}

    return block(period), block(year)


def _judged(key: str, counts: Counts) -> Indicator:
    return {**counts, "met": TARGETS[key].is_met(counts["numerator"], counts["denominator"])}
