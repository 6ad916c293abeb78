"""Work a case out again from nothing but its history, and compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from complaints.actions.events import locked
from complaints.models import Case, CaseDeadline
from complaints.progress import apply_history, history_of, recommendation_targets, refresh_case
from lucba.office.calendar import working_calendar

# The end of a paused clock moves with every day: what is compared is since when it pauses.
STANDING = ("status", "outcome", "accepted_on", "closed_on")
CLOCK = ("step", "occasion", "rule", "start", "met_on", "extra_days", "paused_on")


@transaction.atomic
def replay_case(case: Case, *, on: date, store: bool) -> bool:
    """Tell whether what is stored of `case` differs from what its history tells; put it right if `store`.

    A pause that still runs is counted up to the day `on`.
    """
    case = locked(case)
    before = _standing(case), _clocks(case.deadlines.all())  # before apply_history writes into `case`
    targets = recommendation_targets(case.unit)
    clocks = apply_history(case, history_of(case), on=on, calendar=working_calendar(), target_days=targets)
    differs = before != (_standing(case), _clocks(clocks))
    if differs and store:
        refresh_case(case, on=on)
    return differs


def _standing(case: Case) -> list[Any]:
    return [getattr(case, name) for name in STANDING]


def _clocks(rows: Iterable[CaseDeadline]) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(getattr(row, name) for name in CLOCK) for row in rows)
