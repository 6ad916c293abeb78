"""Form 05/KQTH of Circular 06/2025: decisions and conclusions to be executed, and what was executed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from complaints.models import Decision, Enforcement
from lucba.law.reporting_periods import Period
from lucba.office.models import Unit
from reports.figures.cells import Cell, Family, Figure, of_form
from reports.figures.sets import decisions, due_for_execution, inside

FORM = "05/KQTH"
Type = Decision.Type
FIRST_COLUMN = {Type.COMPLAINT_DECISION: 1, Type.DENUNCIATION_CONCLUSION: 16}

# Offset from the first column of a type: what is open at the start or newly decided; what was executed.
OPEN = {
    2: ("recover_money",),
    3: ("recover_land",),
    6: ("org_money", "person_money"),
    7: ("org_land", "person_land"),
}
EXECUTED = {offset + 2: fields for offset, fields in OPEN.items()}
PEOPLE = ("sanction_persons", "sanction_officials")
PROSECUTED = ("prosecuted_cases", "prosecuted_persons", "prosecuted_officials")
SANCTIONED_AND_PROSECUTED = {
    Type.COMPLAINT_DECISION: (*PEOPLE, *PROSECUTED),
    Type.DENUNCIATION_CONCLUSION: ("sanction_orgs", *PEOPLE, *PROSECUTED),
}
SANCTIONED_OFFSET = 10


def due_decisions(unit: Unit, period: Period) -> Family:
    """Count the decisions due and those finished in the period, and add up the amounts they order."""
    figures: dict[int, Figure] = {}
    for type_, first in FIRST_COLUMN.items():
        of_type = Q(type=type_)
        figures[first] = Figure(of_type)
        figures[first + 1] = Figure(of_type & inside("finished_on", period))
        figures |= {first + offset: Figure(of_type, total=fields) for offset, fields in OPEN.items()}
    return Family(decisions(unit, period).filter(due_for_execution(period)), of_form(FORM, figures))


def entries(unit: Unit, period: Period) -> Family:
    """Add up what was executed in the period; take what was executed earlier off the open amounts."""
    earlier = Q(done_on__lt=period.start) & due_for_execution(period, decision="decision")
    now = inside("done_on", period)
    figures: dict[Cell, Figure] = {}
    for type_, first in FIRST_COLUMN.items():
        of_type = Q(decision__type=type_)
        figures |= _totals(first, OPEN.items(), of_type & earlier, taken_off=True)
        figures |= _totals(first, EXECUTED.items(), of_type & now)
        acts = enumerate(SANCTIONED_AND_PROSECUTED[type_], SANCTIONED_OFFSET)
        figures |= _totals(first, ((offset, (field,)) for offset, field in acts), of_type & now)
    return Family(Enforcement.objects.filter(earlier | now, decision__unit=unit), figures)


def _totals(
    first: int, offsets: Iterable[tuple[int, tuple[str, ...]]], rows: Q, *, taken_off: bool = False
) -> dict[Cell, Figure]:
    return {
        (FORM, first + offset): Figure(rows, total=fields, taken_off=taken_off) for offset, fields in offsets
    }
