"""Where a case stands, derived from its events and its decision; the only writer of those columns of Case.

The acts that close a case, and the clock of its resolution, follow the definitions of the office's figures:
one reading serves the page, the deadline and the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from complaints.models import Case, CaseDeadline, CaseEvent, Decision
from complaints.workflow import EventKind, Status, Way
from lucba.law.complexity import Procedure
from lucba.law.deadlines import Deadline, deadline
from lucba.law.house_rules import RECOMMENDATION_TARGET_DAYS, recommendation_target
from lucba.law.resolution import AcceptedMatter, ClockEvent, ResolutionEvent, resolution_deadline
from lucba.law.rules import NoRuleInForceError
from lucba.law.working_days import WorkingCalendar
from lucba.office.calendar import working_calendar
from lucba.office.models import Unit
from reception.intake import petition_deadlines
from reception.models import ContentKind, IntakeDeadline, Petition

_CLOSING = {
    EventKind.REFUSED: Way.REFUSED,
    EventKind.TRANSFERRED: Way.TRANSFERRED,
    EventKind.ANSWERED: Way.ANSWERED,
}
_CLOCK_EVENTS = {each.value for each in ClockEvent}

TargetDays = Callable[[date], int]


@dataclass(frozen=True, slots=True)
class Progress:
    """What follows from the events of a case."""

    status: Status
    accepted_on: date | None
    closed_on: date | None
    outcome: str
    clock: Deadline | None

    @property
    def due_on(self) -> date | None:
        """Return the end of the clock of resolution, None when none runs."""
        return self.clock.due_on if self.clock else None


def progress_of(
    case: Case,
    events: Sequence[CaseEvent],
    decision: Decision | None,
    *,
    on: date,
    calendar: WorkingCalendar,
    target_days: TargetDays,
) -> Progress:
    """Return where `case` stands; `events` in order, `on` the day up to which a running pause counts.

    `target_days` tells the unit's own target for answering a recommendation accepted on a day.
    """
    accepted_on = next((each.happened_on for each in events if each.kind == EventKind.ACCEPTED), None)
    closed_on, outcome = _closing(case, events, decision)
    return Progress(
        status=_status(case, events, decision, accepted_on, closed_on),
        accepted_on=accepted_on,
        closed_on=closed_on,
        outcome=outcome,
        clock=(
            recommendation_clock(accepted_on, calendar=calendar, target_days=target_days)
            if case.kind == ContentKind.RECOMMENDATION
            else resolution_clock(case, events, accepted_on, until=closed_on or on, calendar=calendar)
        ),
    )


def recommendation_clock(
    accepted_on: date | None, *, calendar: WorkingCalendar, target_days: TargetDays
) -> Deadline | None:
    """Return KNPA.RESOLVE, the house target; None when not accepted."""
    if accepted_on is None:
        return None
    return deadline(recommendation_target(target_days(accepted_on)), accepted_on, calendar)


def resolution_clock(
    case: Case,
    events: Iterable[CaseEvent],
    accepted_on: date | None,
    *,
    until: date,
    calendar: WorkingCalendar,
) -> Deadline | None:
    """Return KN.RESOLVE or TC.RESOLVE as of `until`; None when not accepted, for KNPA, or before the laws."""
    if accepted_on is None or case.kind == ContentKind.RECOMMENDATION:
        return None
    moves = [
        ResolutionEvent(each.happened_on, ClockEvent(each.kind), each.detail)
        for each in events
        if each.kind in _CLOCK_EVENTS
    ]
    matter = AcceptedMatter(Procedure(case.kind), accepted_on, case.remote)
    try:
        return resolution_deadline(matter, moves, until=until, calendar=calendar)
    except NoRuleInForceError:
        return None


def recommendation_targets(unit: Unit) -> TargetDays:
    """Return the function that tells the target of `unit` on a day; one query.

    Days without a profile take the usual target.
    """
    profiles = list(unit.profiles.order_by("-in_force_from"))

    def target_days(on: date) -> int:
        profile = next((each for each in profiles if each.in_force_from <= on), None)
        return profile.recommendation_target_days if profile else RECOMMENDATION_TARGET_DAYS

    return target_days


def _closing(case: Case, events: Sequence[CaseEvent], decision: Decision | None) -> tuple[date | None, str]:
    """Return the first closing act: on one day the decision first, then the events in order."""
    acts = [(decision.issued_on, 0, Way.DECISION)] if decision else []
    accepted = False
    for each in events:
        accepted = accepted or each.kind == EventKind.ACCEPTED
        way = _way(case, each, accepted=accepted)
        if way:
            acts.append((each.happened_on, each.seq, way))
    if not acts:
        return None, ""
    closed_on, _, way = min(acts)
    return closed_on, way


def _way(case: Case, event: CaseEvent, *, accepted: bool) -> Way | None:
    """Return how `event` closes the case, None when it does not."""
    if event.kind == EventKind.TERMINATED:
        return Way.WITHDRAWN if event.detail == "rut" else Way.TERMINATED
    if event.kind == EventKind.WITHDRAWN:
        # After acceptance only the termination closes the case, except for recommendations.
        return Way.WITHDRAWN if not accepted or case.kind == ContentKind.RECOMMENDATION else None
    return _CLOSING.get(EventKind(event.kind))


def _status(
    case: Case,
    events: Sequence[CaseEvent],
    decision: Decision | None,
    accepted_on: date | None,
    closed_on: date | None,
) -> Status:
    if closed_on:
        running = decision is not None and decision.must_execute and decision.finished_on is None
        return Status.ENFORCING if running else Status.CLOSED
    if accepted_on is None:
        return Status.WAITING if case.competent else Status.NOT_OURS
    last = next((e.kind for e in reversed(events) if e.kind in (EventKind.SUSPENDED, EventKind.RESUMED)), "")
    return Status.SUSPENDED if last == EventKind.SUSPENDED else Status.IN_PROGRESS


def apply_progress(case: Case, progress: Progress) -> CaseDeadline | None:
    """Write `progress` into the columns of `case` (unsaved) and return its unsaved clock, if any."""
    case.status, case.outcome = progress.status, progress.outcome
    case.accepted_on, case.closed_on, case.due_on = progress.accepted_on, progress.closed_on, progress.due_on
    if progress.clock is None:
        return None
    return CaseDeadline(
        unit_id=case.unit_id, case=case, met_on=progress.closed_on, **CaseDeadline.values_of(progress.clock)
    )


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
    events = list(case.events.order_by("seq"))
    decision = Decision.objects.filter(case=case).first()
    targets = recommendation_targets(case.unit)
    progress = progress_of(case, events, decision, on=on, calendar=calendar, target_days=targets)
    clock = apply_progress(case, progress)
    case.save(update_fields=["status", "outcome", "accepted_on", "closed_on", "due_on"])
    CaseDeadline.objects.filter(case=case).delete()
    if clock:
        clock.save()
    for petition in Petition.objects.filter(case_link__case=case):
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
