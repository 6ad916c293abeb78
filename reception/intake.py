"""Which clocks start when someone is received or a petition arrives, and what stops each of them.

TCD.REPLY runs for what was brought to reception, KNPA.REPLY, a house rule, for recommendations that came
otherwise (LTCD 28(1)). Acceptance and transfer run from receipt (LKN 27, LTC 24), as do the answer to the
press (LTC 26(2)) and, from 01/07/2026, the 45 days of Decree 154/2026 article 41.
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
_BY_POST = frozenset({Circumstance.NOT_IN_PERSON})
_ANSWERED_FORWARDERS = (Petition.ForwarderKind.PRESS, Petition.ForwarderKind.OTHER)  # LTC 26(2)


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
    received_on = petition.received_on
    with suppress(NoRuleInForceError):
        yield from _reply_clock(petition, calendar)
    with suppress(NoRuleInForceError):
        if petition.kind == ContentKind.COMPLAINT:
            yield from acceptance_deadlines(received_on, calendar)
    with suppress(NoRuleInForceError):
        if petition.kind == ContentKind.DENUNCIATION:
            yield from _denunciation_clocks(petition, several_places=several_places, calendar=calendar)
    with suppress(NoRuleInForceError):
        yield _clock(Step.PETITION_HANDLING, received_on, calendar)


def _reply_clock(petition: Petition, calendar: WorkingCalendar) -> Iterator[Deadline]:
    if petition.source == Petition.Source.RECEPTION:
        yield _clock(Step.RECEPTION_REPLY, petition.received_on, calendar)
    elif petition.kind == ContentKind.RECOMMENDATION:
        yield _clock(Step.RECOMMENDATION_REPLY, petition.received_on, calendar, _BY_POST)


def _denunciation_clocks(
    petition: Petition, *, several_places: bool, calendar: WorkingCalendar
) -> Iterator[Deadline]:
    places = frozenset({Circumstance.SEVERAL_PLACES}) if several_places else frozenset[Circumstance]()
    yield _clock(Step.DENUNCIATION_INTAKE, petition.received_on, calendar, places)
    if may_be_transferred(petition):
        yield _clock(Step.DENUNCIATION_TRANSFER, petition.received_on, calendar)
    if petition.forwarder_kind in _ANSWERED_FORWARDERS:
        yield _clock(Step.PRESS_ANSWER, petition.received_on, calendar)


def may_be_transferred(petition: Petition) -> bool:
    """Tell whether the petition was forwarded, or may still be because nobody has handled it."""
    return petition.processed_on is None or petition.outcome == Petition.Outcome.FORWARDED


def met_on(step: str, petition: Petition, *, acceptance_met_on: date | None) -> date | None:
    """Return the day the clock of `step` stopped for `petition`, None while it runs."""
    if step in REPLY_STEPS:
        return petition.replied_on
    if step == Step.PETITION_HANDLING:
        return petition.processed_on
    if step == Step.DENUNCIATION_TRANSFER:
        return _transferred_and_told_on(petition)
    if step == Step.PRESS_ANSWER:
        return petition.forwarder_told_on
    return acceptance_met_on


def _transferred_and_told_on(petition: Petition) -> date | None:
    """Return the day by which the petition was transferred and its author told; None while one is missing."""
    if petition.processed_on is None or petition.replied_on is None:
        return None
    return max(petition.processed_on, petition.replied_on)


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
            met_on=met_on(clock.step, petition, acceptance_met_on=acceptance_met_on),
            petition=petition,
        )
        for clock in petition_clocks(petition, several_places=several_places, calendar=calendar)
    ]


def _clock(
    step: Step, start: date, calendar: WorkingCalendar, circumstances: frozenset[Circumstance] = frozenset()
) -> Deadline:
    return deadline(time_limit(step, on=start, circumstances=circumstances), start, calendar)


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
