"""The whole of a report's figures, as the office prints, stores and exchanges them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lucba.law.reporting_periods import Period
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Unit
from lucba.papers.document import Column
from reports.figures.cells import Cell, Number, sum_of
from reports.figures.checks import failed
from reports.figures.indicators import indicators
from reports.form_sets import form_set
from reports.form_sets.forms import LAND, Form


def compute_figures(
    unit: Unit, period: Period, form_set_code: str, *, calendar: WorkingCalendar
) -> dict[str, Any]:
    """Return all tables, indicators and checks of `unit` in `period`, as of its last day, ready for JSON.

    Counts and money (VND) are integers, land (m²) is a string with at most one decimal. A fixed number of
    queries, whatever the data. Raises UnknownFormSetError.
    """
    forms = form_set(form_set_code)
    values = sum_of(family(unit, period) for family in forms.families)
    of_period, of_year = indicators(unit, period, calendar=calendar)
    return {
        "period": {"from": period.start.isoformat(), "to": period.end.isoformat()},
        "form_set": forms.code,
        "tables": {form.code: _table(form, values) for form in forms.forms},
        "indicators": of_period,
        "indicators_year": of_year,
        "checks": {
            "hard_failed": failed(forms.hard_checks, values),
            "soft_failed": failed(forms.soft_checks, values),
        },
    }


def _table(form: Form, values: Mapping[Cell, Number]) -> dict[str, int | str]:
    return {str(column.number): printed(column, values[form.code, column.number]) for column in form.columns}


def printed(column: Column, value: Number) -> int | str:
    """Return a figure as it is exchanged: whole VND or a count as an integer, land as text."""
    return land_text(Decimal(value)) if column.unit == LAND else int(value)


def land_text(area: Decimal) -> str:
    """Write an area in m² with at most one decimal and no ".0": "0", "120", "120.5"."""
    return f"{area:.1f}".removesuffix(".0")
