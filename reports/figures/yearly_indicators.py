"""Indicators 1, 7 and 8, counted from the start of the reporting year to the period's end."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q

from lucba.law.reporting_periods import Period
from lucba.office.models import (
    Dissemination,
    Hamlet,
    StaffMember,
    StaffTerm,
    TrainingAttendance,
    TrainingList,
    Unit,
)
from reports.figures.sets import inside


def yearly_counts(unit: Unit, year: Period, *, number: int) -> dict[str, dict[str, int]]:
    """Count indicators 1, 7 and 8 in the days of `year`, which is reporting year `number`; three queries."""
    lists = TrainingList.objects.filter(unit=unit, year=number, approved_on__lte=year.end)
    return {
        "1": _disseminated(unit, year),
        "7": _trained(unit, year),
        "8": {"numerator": int(lists.exists()), "denominator": 1},
    }


def _disseminated(unit: Unit, year: Period) -> dict[str, int]:
    """Of the units on the list on the last day, count those served by dissemination in any form."""
    served = Dissemination.objects.filter(inside("held_on", year), hamlet=OuterRef("pk"))
    return (
        Hamlet.objects.filter(
            Q(listed_to__isnull=True) | Q(listed_to__gte=year.end), unit=unit, listed_from__lte=year.end
        )
        .annotate(served=Exists(served))
        .aggregate(numerator=Count("pk", filter=Q(served=True)), denominator=Count("pk"))
    )


def _trained(unit: Unit, year: Period) -> dict[str, int]:
    """Of the staff with a duty on the last day, count those who attended a class that ended in the year."""
    duties = StaffTerm.objects.in_post(on=year.end).filter(member=OuterRef("pk"))
    attended = TrainingAttendance.objects.filter(
        inside("training_class__ended_on", year), member=OuterRef("pk")
    )
    return (
        StaffMember.objects.filter(Exists(duties.exclude(duty=StaffTerm.Duty.NONE)), unit=unit)
        .annotate(trained=Exists(attended))
        .aggregate(numerator=Count("pk", filter=Q(trained=True)), denominator=Count("pk"))
    )
