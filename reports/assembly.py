"""A report put together from the books: its period, forms, due day, figures and narrative.

Nothing is stored here: actions store the result, the command only prints it.
"""

from __future__ import annotations

from copy import copy
from datetime import date, timedelta
from typing import Any

from django.db.models import prefetch_related_objects

from lucba.law.reporting_periods import (
    MonthPreset,
    Period,
    calendar_month,
    default_form_set,
    report_due_on,
)
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Unit, UnitProfile
from reports.figures.compute import compute_figures
from reports.form_sets import FORM_SETS
from reports.models import MonthlyReport
from reports.narrative.facts import Facts
from reports.narrative.text import written
from reports.summary import Summary, summary_of

NARRATED = "tt06-2025"  # the form set whose columns the sentences and the summary speak of
PRESETS = {
    UnitProfile.PeriodPreset.CALENDAR_MONTH: MonthPreset.CALENDAR,
    UnitProfile.PeriodPreset.MID_MONTH: MonthPreset.FROM_15_TO_14,
}


def preset_of(unit: Unit, year: int, month: int) -> UnitProfile.PeriodPreset:
    """Return how the unit cut its months: the setting in force on the last day of the calendar month.

    However many months are asked about, the profiles of `unit` are read once.
    """
    prefetch_related_objects([unit], "profiles")
    last_day = calendar_month(year, month).end
    profile = next((each for each in unit.profiles.all() if each.is_in_force(on=last_day)), None)
    preset = profile.period_preset if profile else UnitProfile.PeriodPreset.CALENDAR_MONTH
    return UnitProfile.PeriodPreset(preset)


def period_of(unit: Unit, year: int, month: int) -> Period:
    """Return the period of the unit's report for a month, both ends inclusive."""
    return PRESETS[preset_of(unit, year, month)].period(year, month)


def new_report(unit: Unit, year: int, month: int) -> MonthlyReport:
    """Return an unsaved report of the month without figures."""
    preset = preset_of(unit, year, month)
    period = PRESETS[preset].period(year, month)
    return MonthlyReport(
        unit=unit,
        year=year,
        month=month,
        period_from=period.start,
        period_to=period.end,
        period_preset=preset,
        form_set=form_set_of(period),
        due_on=report_due_on(period),
    )


def form_set_of(period: Period) -> str:
    """Return the form set in force at the period's end, else the narrated one."""
    in_force = default_form_set(period)
    return in_force if in_force in FORM_SETS else NARRATED


def reported_period(report: MonthlyReport) -> Period:
    """Return the period the report is about, as stored with it."""
    return Period(report.period_from, report.period_to)


def fill_in(report: MonthlyReport, *, calendar: WorkingCalendar) -> None:
    """Put today's figures of the books and their sentences into `report`; the clerk's own words stay."""
    period, unit = reported_period(report), report.unit
    figures = compute_figures(unit, period, report.form_set, calendar=calendar)
    told = figures if report.form_set == NARRATED else _narrated(unit, period, calendar)
    summary = summary_of(unit, period, told)
    previous = _previous(report, calendar=calendar)
    facts = Facts(period, told["tables"], told["indicators"], summary, previous)
    report.figures = {
        **figures,
        "summary": summary.as_json(),
        "previous": previous.as_json() if previous else None,
    }
    report.narrative = written(facts, kept=report.narrative)


def books_agree(report: MonthlyReport, *, calendar: WorkingCalendar) -> bool:
    """Tell whether the books still give the figures that stand in the report."""
    fresh = copy(report)
    fill_in(fresh, calendar=calendar)
    return bool(fresh.figures == report.figures)


def _previous(report: MonthlyReport, *, calendar: WorkingCalendar) -> Summary | None:
    """Summarise the month before, as its report cuts it; None before the first day of the books."""
    last_month = date(report.year, report.month, 1) - timedelta(days=1)
    period = period_of(report.unit, last_month.year, last_month.month)
    if report.unit.books_from is None or period.end < report.unit.books_from:
        return None
    return summary_of(report.unit, period, _narrated(report.unit, period, calendar))


def _narrated(unit: Unit, period: Period, calendar: WorkingCalendar) -> dict[str, Any]:
    return compute_figures(unit, period, NARRATED, calendar=calendar)
