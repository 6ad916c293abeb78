"""How the cells of a form are filled: families of figures over one queryset, one query for each family.

A cell may take from several families (decisions less what was recovered before); its figure is their sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Any

from django.db.models import Aggregate, Count, F, Q, QuerySet, Sum

Number = int | Decimal
Cell = tuple[str, int]  # code of the form, number of the column
ALL_ROWS = Q()


@dataclass(frozen=True)
class Figure:
    """What a cell takes from its family: the rows that count, and what of them is counted or added up.

    Rows are counted; with `different`, the different values of that field. With `total`, the fields it names
    are added up instead; `taken_off` makes the sum count against the cell.
    """

    rows: Q = ALL_ROWS
    different: str = "pk"
    total: tuple[str, ...] = ()
    taken_off: bool = False

    def aggregate(self) -> Aggregate:
        """Return the expression that computes the figure over the rows of its family."""
        rows = self.rows or None
        if self.total:
            return Sum(reduce(add, map(F, self.total)), filter=rows, default=0)
        return Count(self.different, filter=rows, distinct=self.different != "pk")


@dataclass(frozen=True)
class Family:
    """Figures over the same rows."""

    rows: QuerySet[Any, Any]
    figures: Mapping[Cell, Figure]

    def values(self) -> dict[Cell, Number]:
        """Compute the figures; one query."""
        names = {f"figure_{index}": cell for index, cell in enumerate(self.figures)}
        totals = self.rows.aggregate(**{name: self.figures[cell].aggregate() for name, cell in names.items()})
        return {
            cell: -totals[name] if self.figures[cell].taken_off else totals[name]
            for name, cell in names.items()
        }


def sum_of(families: Iterable[Family]) -> Mapping[Cell, Number]:
    """Compute the cells that `families` fill; one query for each, whatever the data. Other cells are 0."""
    values: Counter[Cell] = Counter()
    for family in families:
        values.update(family.values())
    return values


def of_form(form: str, figures: Mapping[int, Figure]) -> dict[Cell, Figure]:
    """Return `figures`, given by column, as cells of `form`."""
    return {(form, column): figure for column, figure in figures.items()}
