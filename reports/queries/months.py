"""The office's own list: one line for each month of a year, whether a report was built or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lucba.law.reporting_periods import calendar_month, report_due_on
from lucba.office.models import Official, Unit
from reports.models import MonthlyReport
from reports.queries.due import reported_here

_SENT = (MonthlyReport.Status.SENT, MonthlyReport.Status.RECEIVED)


@dataclass(frozen=True)
class MonthLine:
    """A month: its first day, its report if built, when it is due, whether it is owed on this system."""

    first: date
    report: MonthlyReport | None
    due_on: date
    owed: bool

    @property
    def met_on(self) -> date | None:
        """The day the report was sent, None while it is still, or again, in the office."""
        return self.report.sent_on if self.report and self.report.status in _SENT else None


def month_lines(official: Official, year: int, *, today: date) -> list[MonthLine]:
    """Return the months of `year` that have begun and that the books cover, newest first; one query."""
    reports = MonthlyReport.objects.visible_to(official).filter(year=year).defer("figures", "narrative")
    by_month = {report.month: report for report in reports}
    months = [month for month in range(12, 0, -1) if _listed(official.unit, year, month, today=today)]
    return [_line(official.unit, year, month, by_month.get(month), today=today) for month in months]


def years_listed(unit: Unit, *, today: date) -> list[int]:
    """Return the years the books cover, newest first."""
    first = unit.books_from.year if unit.books_from else today.year
    return list(range(today.year, first - 1, -1))


def _listed(unit: Unit, year: int, month: int, *, today: date) -> bool:
    span = calendar_month(year, month)
    return span.start <= today and unit.books_from is not None and unit.books_from <= span.end


def _line(
    unit: Unit,
    year: int,
    month: int,
    report: MonthlyReport | None,
    *,
    today: date,
) -> MonthLine:
    span = calendar_month(year, month)
    return MonthLine(
        first=span.start,
        report=report,
        due_on=report.due_on if report else report_due_on(span),
        owed=reported_here(unit, span.end, today=today),
    )
