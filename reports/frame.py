"""The countdown of the frame: which report of this office is due next, and how many working days are left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from lucba.law.reporting_periods import report_due_on
from lucba.law.working_days import WorkingCalendar
from lucba.office.due import State, due
from lucba.office.frame import calendar_of
from lucba.office.models import Official, Unit
from reports.assembly import period_of
from reports.models import MonthlyReport
from reports.queries.due import months_owed

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Countdown:
    """The next report of an office: its month, its row when one was built, its days and what is left."""

    year: int
    month: int
    report: MonthlyReport | None
    due_on: date
    state: State
    words: str

    @property
    def text(self) -> str:
        """Return "Báo cáo tháng 11: còn hạn 8 ngày làm việc"."""
        return f"Báo cáo tháng {self.month}: {self.words}"


def countdown(request: HttpRequest) -> dict[str, Any]:
    """Return the countdown for clerks and leaders; it is computed when a page shows it."""
    official = getattr(request, "user", None)
    if not isinstance(official, Official) or not official.keeps_the_books:
        return {}
    return {
        "countdown": SimpleLazyObject(
            lambda: next_report(official.unit, today=timezone.localdate(), calendar=calendar_of(request))
        )
    }


def next_report(unit: Unit, *, today: date, calendar: WorkingCalendar) -> Countdown | None:
    """Return the report `unit` has to send next; None for an office that keeps no books here.

    It is the oldest one built and not sent, else the first month from last month on that has none yet.
    """
    if unit.books_from is None:
        return None
    own = MonthlyReport.objects.filter(unit=unit).defer("figures", "narrative")
    report = own.unsent().order_by("year", "month").first()
    if report:
        return _counted((report.year, report.month), report, report.due_on, today, calendar)
    month = _first_without_report(unit, today)
    period = period_of(unit, *month)
    return _counted(month, None, report_due_on(period), today, calendar)


def _first_without_report(unit: Unit, today: date) -> Month:
    """Return last, this or next month: the first without a report; last month only if it is owed."""
    last, this, following = _around(today)
    built = set(MonthlyReport.objects.filter(unit=unit, year__gte=last[0]).values_list("year", "month"))
    if last not in built and last in months_owed(unit, today=today):
        return last
    return following if this in built else this


def _around(today: date) -> tuple[Month, Month, Month]:
    first = today.replace(day=1)
    before, after = first - timedelta(days=1), first + timedelta(days=31)
    return (before.year, before.month), (first.year, first.month), (after.year, after.month)


def _counted(
    month: Month,
    report: MonthlyReport | None,
    due_on: date,
    today: date,
    calendar: WorkingCalendar,
) -> Countdown:
    shown = due(due_on, today=today, calendar=calendar)
    return Countdown(*month, report, due_on, shown.state, shown.words)
