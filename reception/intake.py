"""Which clocks start when someone is received or a petition arrives, and what stops each of them.

TCD.REPLY runs for what was brought to reception, KNPA.REPLY, a house rule, for recommendations that came
otherwise (LTCD 28(1)); TCD.REFUSE for the written notice to a person turned away. Acceptance and transfer
run from receipt (LKN 27, LTC 24), as do the answer to the press (LTC 26(2)) and, from 01/07/2026, the 45 days
of Decree 154/2026 article 41.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from lucba.law.deadlines import Deadline, acceptance_deadlines, deadline
from lucba.law.rules import Circumstance, NoRuleInForceError, Step
from lucba.law.sources import DECREE_154_2026
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar
from reception.models import ContentKind, IntakeDeadline, Petition, Visit

Ground = Visit.RefusalGround
_GROUNDS_OF_THE_LAW = (Ground.NOT_IN_CONTROL, Ground.OFFENSIVE, Ground.ALREADY_SETTLED)  # LTCD 9(1)-(3)
_TOLD_IN_WRITING = (Ground.ALREADY_SETTLED, Ground.ALREADY_ANSWERED)  # Decree 154/2026 article 4(3)
REPLY_STEPS = frozenset({Step.RECEPTION_REPLY, Step.RECOMMENDATION_REPLY})
_BY_POST = frozenset({Circumstance.NOT_IN_PERSON})
_ANSWERED_FORWARDERS = (Petition.ForwarderKind.PRESS, Petition.ForwarderKind.OTHER)  # LTC 26(2)


def refusal_grounds(*, on: date) -> tuple[Visit.RefusalGround, ...]:
    """Return on which grounds somebody may be turned away on the day `on` (LTCD 9, Decree 154/2026 4(1))."""
    return tuple(Ground) if on >= DECREE_154_2026.in_force_from else _GROUNDS_OF_THE_LAW


def needs_refusal_notice(visit: Visit) -> bool:
    """Tell whether the refusal must also be told in writing, on form 01/TCD."""
    return visit.result == Visit.Result.REFUSED and visit.refusal_ground in _TOLD_IN_WRITING


def visit_deadlines(
    visit: Visit, *, held_on: date, has_petition: bool, calendar: WorkingCalendar
) -> list[IntakeDeadline]:
    """Return the unsaved clock of a visit: TCD.REPLY, or TCD.REFUSE when its refusal is told in writing.

    None when its petition carries the clock, for other refusals, and before the law sets the 3 days.
    """
    if visit.result == Visit.Result.REFUSED:
        return _refusal_clock(visit, held_on, calendar)
    if has_petition:
        return []
    clock = _clock(Step.RECEPTION_REPLY, held_on, calendar)
    return [_row(clock, visit.unit_id, met_on=visit.replied_on, visit=visit)]


def _refusal_clock(visit: Visit, held_on: date, calendar: WorkingCalendar) -> list[IntakeDeadline]:
    if not needs_refusal_notice(visit):
        return []
    with suppress(NoRuleInForceError):
        clock = _clock(Step.RECEPTION_REFUSAL, held_on, calendar)
        return [_row(clock, visit.unit_id, met_on=None, visit=visit)]
    return []


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
