"""Keeps what follows from the history of a case beside it: its state, its closing, its clocks.

The only writer of those columns of Case and of CaseDeadline: everything is counted anew from the events, the
decision and the petitions, so a replay from nothing gives the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from complaints.clocks import (
    CaseClock,
    CaseFile,
    Forwarded,
    TargetDays,
    clocks_of_case,
    resolution_clock,
)
from complaints.course import acts_of, starting_status, walk
from complaints.models import Case, CaseDeadline, CaseEvent, Decision, Enforcement
from complaints.models.events import RESOLUTION_STEPS
from lucba.law.deadlines import Deadline
from lucba.law.house_rules import RECOMMENDATION_TARGET_DAYS
from lucba.law.working_days import WorkingCalendar
from lucba.office.calendar import working_calendar
from lucba.office.models import Unit
from reception.intake import petition_deadlines
from reception.models import IntakeDeadline, Petition

_DEPUTIES = (Petition.ForwarderKind.DEPUTY, Petition.ForwarderKind.RECEPTION_BOARD)


@dataclass(frozen=True, slots=True)
class History:
    """What is stored of a case; `events` in force and `petitions` in their order."""

    events: Sequence[CaseEvent]
    petitions: Sequence[Petition]
    decision: Decision | None = None
    entries: Sequence[Enforcement] = ()
    joined: Sequence[Case] = ()


def file_of(case: Case, history: History, calendar: WorkingCalendar) -> CaseFile:
    """Return the file of `case` with where its history leads."""
    petitions = history.petitions
    checks = [each.outcome == Petition.Outcome.MANAGEMENT_CHECK for each in petitions if each.outcome]
    start = starting_status(case, is_check=bool(checks) and all(checks))
    acts = acts_of(case, history.events, history.decision, history.entries)
    decision = history.decision
    stored = decision is not None and decision.pk is not None
    return CaseFile(
        case,
        history.events,
        walk(case, acts, start=start),
        decision=decision,
        deliveries=list(decision.deliveries.all()) if decision and stored else (),
        first_received_on=min((each.received_on for each in petitions), default=None),
        joined=[*_clocks_of_joined(history.joined, calendar)],
        forwarded=[
            _forwarded(number, each) for number, each in enumerate(petitions, 1) if each.forwarder_kind
        ],
    )


def _clocks_of_joined(joined: Sequence[Case], calendar: WorkingCalendar) -> Iterator[tuple[int, Deadline]]:
    """Yield the clock of each joined case as it stood on the day of the joinder."""
    for case in joined:
        events = list(case.events.in_force())
        if case.closed_on:
            clock = resolution_clock(case, events, case.accepted_on, until=case.closed_on, calendar=calendar)
            if clock:
                yield case.pk, clock


def _forwarded(number: int, petition: Petition) -> Forwarded:
    kind = petition.forwarder_kind
    by_front = kind == Petition.ForwarderKind.FRONT
    return Forwarded(number, by_front, kind in _DEPUTIES, petition.forwarder_told_on)


def apply_history(
    case: Case, history: History, *, on: date, calendar: WorkingCalendar, target_days: TargetDays
) -> list[CaseDeadline]:
    """Write where `history` leads into the columns of `case` (unsaved); return its unsaved clocks.

    `on` is the day up to which a pause still running counts.
    """
    file = file_of(case, history, calendar)
    clocks = clocks_of_case(file, on=on, calendar=calendar, target_days=target_days)
    standing = file.standing
    case.status, case.outcome = standing.status, standing.outcome
    case.accepted_on, case.closed_on = standing.accepted_on, standing.closed_on
    ends = (each.deadline.due_on for each in clocks if each.deadline.step in RESOLUTION_STEPS)
    case.due_on = min(ends, default=None)
    return [_row(case, clock) for clock in clocks]


def _row(case: Case, clock: CaseClock) -> CaseDeadline:
    return CaseDeadline(
        unit_id=case.unit_id,
        case=case,
        met_on=clock.met_on,
        occasion=clock.occasion,
        paused_on=clock.paused_on,
        **CaseDeadline.values_of(clock.deadline),
    )


def history_of(case: Case) -> History:
    """Return what is stored of `case`."""
    decision = Decision.objects.filter(case=case).first()
    return History(
        events=list(case.events.in_force()),
        petitions=list(Petition.objects.filter(case_link__case=case).order_by("received_on", "pk")),
        decision=decision,
        entries=list(decision.enforcements.all()) if decision else (),
        joined=list(case.joined_cases.order_by("pk")),
    )


def recommendation_targets(unit: Unit) -> TargetDays:
    """Return the function that tells the target of `unit` on a day; one query.

    Days without a profile take the usual target.
    """
    profiles = list(unit.profiles.order_by("-in_force_from"))

    def target_days(on: date) -> int:
        profile = next((each for each in profiles if each.in_force_from <= on), None)
        return profile.recommendation_target_days if profile else RECOMMENDATION_TARGET_DAYS

    return target_days


def acceptance_met_on(petition: Petition, case: Case | None) -> date | None:
    """Return the day the acceptance clock of `petition` stopped, None while it runs.

    Proposed for acceptance it stops with the case's acceptance or refusal; handled otherwise, on that day.
    """
    if petition.processed_on is None or case is None or petition.outcome != Petition.Outcome.PROPOSED:
        return petition.processed_on
    if case.accepted_on and case.accepted_on < petition.received_on:
        return petition.processed_on
    return case.accepted_on or case.closed_on


def refresh_case(case: Case, *, on: date) -> None:
    """Recompute the derived columns and clocks of a stored case after something happened to it."""
    calendar = working_calendar()
    # whoever replies to a petition waits until its clocks are written, so that no reply is lost
    list(Petition.objects.select_for_update(of=("self",)).filter(case_link__case=case).order_by("pk"))
    history = history_of(case)
    targets = recommendation_targets(case.unit)
    clocks = apply_history(case, history, on=on, calendar=calendar, target_days=targets)
    case.save(update_fields=["status", "outcome", "accepted_on", "closed_on", "due_on"])
    CaseDeadline.objects.filter(case=case).delete()
    CaseDeadline.objects.bulk_create(clocks)
    for petition in history.petitions:
        refresh_petition(petition, case, calendar=calendar)


def refresh_petition(petition: Petition, case: Case | None, *, calendar: WorkingCalendar) -> None:
    """Recompute the clocks of a stored petition."""
    IntakeDeadline.objects.filter(petition=petition).delete()
    IntakeDeadline.objects.bulk_create(
        petition_deadlines(
            petition,
            acceptance_met_on=acceptance_met_on(petition, case),
            several_places=bool(case and case.intake_extended),
            calendar=calendar,
        )
    )
