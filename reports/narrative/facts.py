"""What the sentences are made of: the figures of form set tt06-2025 and the summaries of two periods.

The sentences always speak of these figures, whatever forms are annexed; column numbers are those of row MS.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lucba.law.reporting_periods import Period
from reports.summary import Summary


class Columns:
    """The columns of one form: counts by number, areas as decimals."""

    def __init__(self, values: Mapping[str, int | str]) -> None:
        self._values = values

    def __getitem__(self, column: int) -> int:
        return int(self._values[str(column)])

    def land(self, column: int) -> Decimal:
        """Return the area in square metres of a column."""
        return Decimal(str(self._values[str(column)]))


@dataclass(frozen=True)
class Facts:
    """Everything a sentence may use. `previous` is None when the books begin with this period."""

    period: Period
    tables: Mapping[str, Mapping[str, int | str]]
    indicators: Mapping[str, Mapping[str, Any]]
    summary: Summary
    previous: Summary | None

    @property
    def reception(self) -> Columns:
        """01/TCD."""
        return Columns(self.tables["01/TCD"])

    @property
    def petitions(self) -> Columns:
        """02/XLD."""
        return Columns(self.tables["02/XLD"])

    @property
    def complaints(self) -> Columns:
        """03/GQKN."""
        return Columns(self.tables["03/GQKN"])

    @property
    def denunciations(self) -> Columns:
        """04/GQTC."""
        return Columns(self.tables["04/GQTC"])

    @property
    def enforcement(self) -> Columns:
        """05/KQTH."""
        return Columns(self.tables["05/KQTH"])

    @property
    def management(self) -> Columns:
        """06/QLKNTC."""
        return Columns(self.tables["06/QLKNTC"])

    @property
    def until(self) -> date:
        """The last day of the period."""
        return self.period.end

    def ratio(self, indicator: str) -> tuple[int, int]:
        """Return numerator and denominator of an indicator in the period."""
        value = self.indicators[indicator]
        return value["numerator"], value["denominator"]

    @property
    def cases_open(self) -> int:
        """Own complaints and denunciations accepted and not closed on the last day (indicator 3)."""
        closed, all_cases = self.ratio("3")
        return all_cases - closed
