"""Form 02/XLD of Circular 06/2025, and columns 1-6 of 03/GQKN and 04/GQTC on the same petitions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q, Value, When

from complaints.models import Case
from complaints.workflow import Way
from lucba.law.reporting_periods import Period
from lucba.office.models import Unit
from reception.models import ContentKind, Petition
from reports.figures.cells import Cell, Family, Figure, of_form
from reports.figures.sets import MATTER, closed, done, eligible, foreign, own, petitions

Field, Instance, Outcome = Case.Field, Case.Instance, Petition.Outcome
ADMINISTRATION = (Field.WELFARE, Field.LAND, Field.CIVIL_SERVICE, Field.OTHER_ADMINISTRATION)
NEITHER_LAND_NOR_WELFARE = tuple(field for field in Field if field not in (Field.LAND, Field.WELFARE))

# Columns 3-6 of 03/GQKN and 04/GQTC: where the matter stands as of the period's end.
UNDER_REVIEW, ACCEPTED, REFUSED, WITHDRAWN = 3, 4, 5, 6


def petitions_and_matters(unit: Unit, period: Period) -> Family:
    """Count the petitions of the period by handling, and the matters of those handled by where they stand."""
    rows = petitions(unit, period).annotate(stands=_where_it_stands(period))
    return Family(
        rows,
        {
            **of_form("02/XLD", _handling(period) | _by_kind(period)),
            **_matters("03/GQKN", ContentKind.COMPLAINT, period),
            **_matters("04/GQTC", ContentKind.DENUNCIATION, period),
        },
    )


def _handling(period: Period) -> dict[int, Figure]:
    """Return columns 1-5 and 23-25 of 02/XLD; urging letters go with forwarded ones."""
    ours, others = own(period), foreign(period)
    return {
        1: Figure(),
        2: Figure(done(period)),
        3: Figure(eligible(period)),
        4: Figure(ours),
        5: Figure(ours, MATTER),
        23: Figure(others),
        24: Figure(others & Q(outcome__in=(Outcome.GUIDED, Outcome.RETURNED))),
        25: Figure(others & Q(outcome__in=(Outcome.FORWARDED, Outcome.URGED))),
    }


def _by_kind(period: Period) -> dict[int, Figure]:
    """Return columns 6-22 of 02/XLD."""
    complaints = own(period) & Q(kind=ContentKind.COMPLAINT)
    denunciations = own(period) & Q(kind=ContentKind.DENUNCIATION)
    recommendations = own(period) & Q(kind=ContentKind.RECOMMENDATION)
    return {
        6: Figure(complaints),
        7: Figure(complaints & _instance(Instance.FIRST_COMPLAINT)),
        8: Figure(complaints & _instance(Instance.SECOND_COMPLAINT)),
        9: Figure(complaints & _field(Field.LAND)),
        10: Figure(complaints & _field(Field.WELFARE)),
        11: Figure(complaints & _field(*NEITHER_LAND_NOR_WELFARE)),
        12: Figure(denunciations),
        13: Figure(denunciations & _instance(Instance.FIRST_DENUNCIATION)),
        14: Figure(denunciations & _instance(Instance.FURTHER_DENUNCIATION)),
        15: Figure(denunciations & _field(*ADMINISTRATION)),
        16: Figure(denunciations & _field(Field.CORRUPTION)),
        17: Figure(denunciations & _field(Field.JUSTICE)),
        18: Figure(denunciations & _field(Field.PARTY, Field.OTHER)),
        19: Figure(recommendations),
        20: Figure(recommendations & _field(Field.WELFARE)),
        21: Figure(recommendations & _field(Field.LAND)),
        22: Figure(recommendations & _field(*NEITHER_LAND_NOR_WELFARE)),
    }


def _instance(instance: Case.Instance) -> Q:
    return Q(**{f"{MATTER}__instance": instance})


def _field(*fields: Case.Field) -> Q:
    return Q(**{f"{MATTER}__field__in": fields})


def _matters(form: str, kind: ContentKind, period: Period) -> dict[Cell, Figure]:
    """Return columns 1-6 of 03/GQKN or 04/GQTC; matters are counted once each."""
    ours = own(period) & Q(kind=kind)
    states = (UNDER_REVIEW, ACCEPTED, REFUSED, WITHDRAWN)
    by_state = {state: Figure(ours & Q(stands=state), MATTER) for state in states}
    return of_form(form, {1: Figure(ours), 2: Figure(ours, MATTER), **by_state})


def _where_it_stands(period: Period) -> models.Case:
    """Return the column the petition's matter belongs to: the first that fits.

    An accepted matter stays accepted, also when it was decided, terminated otherwise or handed over later.
    """
    return models.Case(
        When(closed(period, Way.WITHDRAWN, case=MATTER), then=Value(WITHDRAWN)),
        When(closed(period, Way.REFUSED, case=MATTER), then=Value(REFUSED)),
        When(Q(**{f"{MATTER}__accepted_on__lte": period.end}), then=Value(ACCEPTED)),
        When(closed(period, Way.TRANSFERRED, case=MATTER), then=Value(REFUSED)),
        default=Value(UNDER_REVIEW),
    )
