"""Columns 7 and following of 03/GQKN and 04/GQTC: decisions and conclusions issued in the period."""

from __future__ import annotations

from django.db.models import Q

from complaints.models import Case, Decision
from lucba.law.reporting_periods import Period
from lucba.office.models import Unit
from reports.figures.cells import Family, Figure, of_form
from reports.figures.sets import decisions, inside

Instance, Result, Type = Case.Instance, Decision.Result, Decision.Type
RIGHT_WRONG_PARTLY = (Result.RIGHT, Result.WRONG, Result.PARTLY_RIGHT)
UPHELD_CHANGED = (Result.UPHELD, Result.CHANGED)

# What a decision proposes, in the order of the columns of both forms.
RECOVERED_RETURNED_AND_SERVED = (
    ("recover_money",),
    ("recover_land",),
    ("org_money", "person_money"),
    ("org_land", "person_land"),
    ("org_count",),
    ("person_count",),
)
INVESTIGATED = (("invest_cases",), ("invest_persons",), ("invest_officials",))


def decisions_issued(unit: Unit, period: Period) -> Family:
    """Count the decisions and conclusions of the period by result, and add up what they propose."""
    sanctioned = (("sanction_persons",), ("sanction_officials",))
    orgs_too = (("sanction_orgs",), *sanctioned)
    return Family(
        decisions(unit, period).filter(inside("issued_on", period)),
        {
            **of_form("03/GQKN", _complaint_results() | _proposals(Type.COMPLAINT_DECISION, 13, sanctioned)),
            **of_form(
                "04/GQTC", _denunciation_results() | _proposals(Type.DENUNCIATION_CONCLUSION, 14, orgs_too)
            ),
        },
    )


def _complaint_results() -> dict[int, Figure]:
    return {
        7: Figure(Q(type=Type.COMPLAINT_DECISION)),
        **_results(8, Instance.FIRST_COMPLAINT, RIGHT_WRONG_PARTLY),
        **_results(11, Instance.SECOND_COMPLAINT, UPHELD_CHANGED),
    }


def _denunciation_results() -> dict[int, Figure]:
    return {
        7: Figure(Q(type=Type.DENUNCIATION_CONCLUSION)),
        **_results(8, Instance.FIRST_DENUNCIATION, RIGHT_WRONG_PARTLY),
        **_results(11, Instance.FURTHER_DENUNCIATION, RIGHT_WRONG_PARTLY),
    }


def _results(first: int, instance: Case.Instance, results: tuple[Decision.Result, ...]) -> dict[int, Figure]:
    """Return the columns from `first` on: decisions at `instance`, by result."""
    return {
        column: Figure(Q(case__instance=instance, result=result))
        for column, result in enumerate(results, first)
    }


def _proposals(
    type_: Decision.Type, first: int, sanctioned: tuple[tuple[str, ...], ...]
) -> dict[int, Figure]:
    """Return the columns from `first` on: amounts and heads, sanctions, cases for the investigating body."""
    amounts = (*RECOVERED_RETURNED_AND_SERVED, *sanctioned, *INVESTIGATED)
    return {column: Figure(Q(type=type_), total=fields) for column, fields in enumerate(amounts, first)}
