"""Form 06/QLKNTC of Circular 06/2025: management documents, training, dissemination, inspections."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from lucba.law.reporting_periods import Period
from lucba.office.models import (
    Dissemination,
    Inspection,
    InspectionFollowUp,
    ManagementDocument,
    TrainingClass,
    Unit,
)
from reports.figures.cells import Family, Figure, of_form
from reports.figures.sets import inside, not_before

FORM = "06/QLKNTC"
GATHERINGS = (Dissemination.Form.CONFERENCE, Dissemination.Form.HAMLET_MEETING)
PROPOSED = ("sanction_orgs", "sanction_persons", "invest_orgs", "invest_persons")
DONE = ("sanction_orgs", "sanction_persons", "prosecuted_cases", "prosecuted_persons")


def documents(unit: Unit, period: Period) -> Family:
    """Count the management documents issued in the period: new, amended, cancelled (columns 1-3)."""
    kinds = ManagementDocument.Kind
    by_kind = enumerate((kinds.NEW, kinds.AMENDED, kinds.CANCELLED), 1)
    issued = ManagementDocument.objects.filter(inside("issued_on", period), unit=unit)
    return Family(issued, of_form(FORM, {column: Figure(Q(kind=kind)) for column, kind in by_kind}))


def training_classes(unit: Unit, period: Period) -> Family:
    """Count the unit's own classes on their last day, and the people who attended (columns 4, 5)."""
    classes = TrainingClass.objects.filter(inside("ended_on", period), unit=unit, own=True)
    return Family(classes, of_form(FORM, {4: Figure(), 5: Figure(total=("participants",))}))


def dissemination_rounds(unit: Unit, period: Period) -> Family:
    """Count the rounds of dissemination held as meetings, and the people present (columns 4, 5)."""
    rows = Dissemination.objects.filter(inside("held_on", period), unit=unit, form__in=GATHERINGS)
    return Family(
        rows, of_form(FORM, {4: Figure(different="round_code"), 5: Figure(total=("participants",))})
    )


def inspections(unit: Unit, period: Period) -> Family:
    """Count the inspections open in the period, those concluded and what they propose (columns 6-13)."""
    finished_before = InspectionFollowUp.objects.filter(
        inspection=OuterRef("pk"), finished=True, done_on__lt=period.start
    )
    rows = Inspection.objects.filter(unit=unit, started_on__lte=period.end)
    under_way, concluded = not_before("concluded_on", period), inside("concluded_on", period)
    proposals = {n: Figure(concluded, total=(field,)) for n, field in enumerate(PROPOSED, 9)}
    figures = {
        6: Figure(under_way),
        7: Figure(under_way, total=("units",)),
        8: Figure(concluded),
        13: Figure(Q(concluded_on__lte=period.end, finished_before=False)),
    }
    return Family(rows.annotate(finished_before=Exists(finished_before)), of_form(FORM, figures | proposals))


def inspections_followed_up(unit: Unit, period: Period) -> Family:
    """Add up what was done in the period about the conclusions of inspections (columns 14-17)."""
    entries = InspectionFollowUp.objects.filter(inside("done_on", period), inspection__unit=unit)
    return Family(entries, of_form(FORM, {n: Figure(total=(field,)) for n, field in enumerate(DONE, 14)}))
