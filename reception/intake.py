"""Which clocks start when someone is received or a petition arrives, and when a reply stops them.

TCD.REPLY runs for what was brought to reception, KNPA.REPLY for recommendations that came otherwise (LTCD
28(1)); the acceptance clocks of complaints and denunciations start on receipt (LKN 27, LTC 24).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from lucba.law.deadlines import Deadline, acceptance_deadlines, deadline
from lucba.law.rules import Circumstance, NoRuleInForceError, Step
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar
from reception.models import ContentKind, IntakeDeadline, Petition, Visit

REPLY_STEPS = frozenset({Step.RECEPTION_REPLY, Step.RECOMMENDATION_REPLY})


def visit_deadlines(
    visit: Visit, *, held_on: date, has_petition: bool, calendar: WorkingCalendar
) -> list[IntakeDeadline]:
    """Return the unsaved clock of a visit: TCD.REPLY, unless refused or carried by its petition."""
    if has_petition or visit.result == Visit.Result.REFUSED:
        return []
    clock = _clock(Step.RECEPTION_REPLY, held_on, calendar)
    return [_row(clock, visit.unit_id, met_on=visit.replied_on, visit=visit)]


def petition_clocks(
    petition: Petition, *, several_places: bool, calendar: WorkingCalendar
) -> Iterator[Deadline]:
    """Yield the clocks that run from the receipt of `petition`; none before the laws this system knows."""
    with suppress(NoRuleInForceError):
        yield from _clocks_from_receipt(petition, several_places=several_places, calendar=calendar)


def _clocks_from_receipt(
    petition: Petition, *, several_places: bool, calendar: WorkingCalendar
) -> Iterator[Deadline]:
    if petition.source == Petition.Source.RECEPTION:
        yield _clock(Step.RECEPTION_REPLY, petition.received_on, calendar)
    elif petition.kind == ContentKind.RECOMMENDATION:
        yield _clock(Step.RECOMMENDATION_REPLY, petition.received_on, calendar)
    if petition.kind == ContentKind.COMPLAINT:
        yield from acceptance_deadlines(petition.received_on, calendar)
    elif petition.kind == ContentKind.DENUNCIATION:
        places = {Circumstance.SEVERAL_PLACES} if several_places else set()
        yield _clock(Step.DENUNCIATION_INTAKE, petition.received_on, calendar, places)


def petition_deadlines(
    petition: Petition,
    *,
    acceptance_met_on: date | None,
    several_places: bool = False,
    calendar: WorkingCalendar,
) -> list[IntakeDeadline]:
    """Return the unsaved clocks of a petition; acceptance stopped on `acceptance_met_on`."""
    return [
        _row(
            clock,
            petition.unit_id,
            met_on=petition.replied_on if clock.step in REPLY_STEPS else acceptance_met_on,
            petition=petition,
        )
        for clock in petition_clocks(petition, several_places=several_places, calendar=calendar)
    ]


def _clock(
    step: Step, start: date, calendar: WorkingCalendar, circumstances: set[Circumstance] | None = None
) -> Deadline:
    return deadline(time_limit(step, on=start, circumstances=circumstances or set()), start, calendar)


def _row(
    clock: Deadline,
    unit_id: int,
    *,
    met_on: date | None,
    visit: Visit | None = None,
    petition: Petition | None = None,
) -> IntakeDeadline:
    return IntakeDeadline(
        unit_id=unit_id, visit=visit, petition=petition, met_on=met_on, **IntakeDeadline.values_of(clock)
    )
