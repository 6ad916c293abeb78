"""Whether the figures of a report keep the checks of its form set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from operator import eq, ge, le

from reports.figures.cells import Cell, Number
from reports.form_sets.forms import Check, Term

RELATIONS = {"=": eq, "<=": le, ">=": ge}


def failed(checks: Iterable[Check], values: Mapping[Cell, Number]) -> list[str]:
    """Return the checks that `values` break, as text ("01/TCD 3<=1")."""
    return [str(check) for check in checks if not holds(check, values)]


def holds(check: Check, values: Mapping[Cell, Number]) -> bool:
    """Tell whether every neighbouring pair of sides of `check` is in its relation."""
    sides = [sum(_value(term, values) for term in side) for side in check.sides]
    return all(
        RELATIONS[relation](left, right)
        for relation, (left, right) in zip(check.relations, pairwise(sides), strict=True)
    )


def _value(term: Term, values: Mapping[Cell, Number]) -> Number:
    return term.times * values[term.form, term.column]
