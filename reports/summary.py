"""The few numbers of a period that stand above all others: petitions in and out, visits, the chairman's days.

They are kept with the figures of the report, so that a sent report shows them as they were.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Count, Q

from lucba.law.reporting_periods import Period
from lucba.office.models import Unit
from reception.models import ContentKind, Petition
from reports.figures import sets


@dataclass(frozen=True)
class Summary:
    """Counts of one period; petitions: carried + received - handled = left."""

    carried: int
    received: int
    received_complaints: int
    received_denunciations: int
    received_recommendations: int
    handled: int
    urged: int
    left: int
    visits: int
    persons: int
    groups: int
    days_personal: int
    days_delegated: int
    days_required: int

    def as_json(self) -> dict[str, int]:
        """Return the counts as they are stored."""
        return asdict(self)


def summary_of(unit: Unit, period: Period, figures: dict[str, Any]) -> Summary:
    """Return the summary of `period`; `figures` are those of form set tt06-2025 for it."""
    reception = figures["tables"]["01/TCD"]
    duty = figures["indicators"]["2"]
    return Summary(
        **petition_flow(unit, period),
        visits=reception["1"],
        persons=reception["2"],
        groups=reception["4"],
        days_personal=duty["days_personal"],
        days_delegated=duty["days_delegated"],
        days_required=duty["days_required"],
    )


def petition_flow(unit: Unit, period: Period) -> dict[str, int]:
    """Count the petitions carried over, received, handled and left in `period` (ends inclusive), one query.

    `urged` are those of 02/XLD column 25 that were answered by urging the competent body (đôn đốc).
    """
    new = sets.new(period)
    urged = sets.foreign(period) & Q(outcome=Petition.Outcome.URGED)
    return sets.petitions(unit, period).aggregate(
        carried=Count("pk", sets.stock(period)),
        received=Count("pk", new),
        received_complaints=Count("pk", new & Q(kind=ContentKind.COMPLAINT)),
        received_denunciations=Count("pk", new & Q(kind=ContentKind.DENUNCIATION)),
        received_recommendations=Count("pk", new & Q(kind=ContentKind.RECOMMENDATION)),
        handled=Count("pk", sets.done(period)),
        urged=Count("pk", urged),
        left=Count("pk", sets.left(period)),
    )
