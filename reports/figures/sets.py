"""The sets of rows that every form set counts: visits, petitions, cases and decisions of a unit in a period.

All are as of the period's last day and look at dates only, never at a present status; both days are included.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from complaints.models import Decision
from complaints.workflow import Way
from lucba.law.groups import GROUP_FROM
from lucba.law.reporting_periods import Period
from lucba.office.models import Unit
from reception.models import Petition, ReceptionSession, Visit
from reception.models.petitions import PetitionQuerySet

MATTER = "case_link__case"  # from a petition to its matter
GROUPS = Q(persons__gte=GROUP_FROM)


def inside(field: str, period: Period) -> Q:
    """Return the rows whose `field` lies in the period."""
    return Q(**{f"{field}__range": (period.start, period.end)})


def not_before(field: str, period: Period) -> Q:
    """Return the rows for which `field` is blank or not before the period's first day."""
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gte": period.start})


def visits(unit: Unit, period: Period) -> models.QuerySet[Visit]:
    """Return the visits of the period; a refused visitor counts nowhere."""
    return Visit.objects.filter(inside("session__held_on", period), unit=unit, session__unit=unit).exclude(
        result=Visit.Result.REFUSED
    )


def sittings(unit: Unit, period: Period) -> models.QuerySet[ReceptionSession]:
    """Return the sittings of the period; a planned one has not happened."""
    return ReceptionSession.objects.filter(inside("held_on", period), unit=unit).exclude(
        state=ReceptionSession.State.PLANNED
    )


def petitions(unit: Unit, period: Period) -> PetitionQuerySet:
    """Return the stock and the new petitions of the period."""
    return Petition.objects.filter(not_before("processed_on", period), unit=unit, received_on__lte=period.end)


def stock(period: Period) -> Q:
    """Return, of `petitions`, those received before the period."""
    return Q(received_on__lt=period.start)


def new(period: Period) -> Q:
    """Return, of `petitions`, those received in the period."""
    return inside("received_on", period)


def done(period: Period) -> Q:
    """Return, of `petitions`, those handled in the period."""
    return inside("processed_on", period)


def left(period: Period) -> Q:
    """Return, of `petitions`, those not handled by the end of the period."""
    return Q(processed_on__isnull=True) | Q(processed_on__gt=period.end)


def eligible(period: Period) -> Q:
    """Return, of `petitions`, those handled in the period that met the handling conditions."""
    return done(period) & Q(eligible=True)


def own(period: Period) -> Q:
    """Return, of the `eligible`, those whose matter is within the unit's competence."""
    return eligible(period) & Q(**{f"{MATTER}__competent": True})


def foreign(period: Period) -> Q:
    """Return, of the `eligible`, those whose matter is another body's."""
    return eligible(period) & Q(**{f"{MATTER}__competent": False})


def closed(period: Period, *ways: Way, case: str = "") -> Q:
    """Return the cases closed in one of `ways` by the end of the period; `case` is the path to the case."""
    path = f"{case}__" if case else ""
    return Q(**{f"{path}closed_on__lte": period.end, f"{path}outcome__in": ways})


def due_for_execution(period: Period, decision: str = "") -> Q:
    """Return the decisions issued in the period, and the earlier ones still to be executed at its start."""
    path = f"{decision}__" if decision else ""
    earlier = Q(**{f"{path}issued_on__lt": period.start, f"{path}must_execute": True})
    return inside(f"{path}issued_on", period) | (earlier & not_before(f"{path}finished_on", period))


def decisions(unit: Unit, period: Period) -> models.QuerySet[Decision]:
    """Return the decisions and conclusions issued by the end of the period."""
    return Decision.objects.filter(unit=unit, issued_on__lte=period.end)
