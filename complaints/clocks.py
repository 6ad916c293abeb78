"""The clocks of a case: what starts each and what stops it (the register's table of clocks).

A clock is counted anew from its start whenever something is added, never moved. A new clock gets its line in
the function of its procedure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from complaints.course import Standing
from complaints.models import Case, CaseEvent, Decision, Delivery
from complaints.workflow import EventKind
from lucba.law.complexity import Procedure
from lucba.law.deadlines import Deadline, deadline, effect_of_decision, second_complaint_window
from lucba.law.explanations import day
from lucba.law.house_rules import recommendation_target
from lucba.law.resolution import AcceptedMatter, ClockEvent, ResolutionEvent, resolution_deadline
from lucba.law.rules import NoRuleInForceError, Step
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar
from reception.models import ContentKind

TargetDays = Callable[[date], int]

_CLOCK_EVENTS = {each.value for each in ClockEvent}
_POSTED = (Decision.PublishForm.POSTING, Decision.PublishForm.PORTAL)
_SENT_BY_COMPLAINTS = (EventKind.SUSPENDED, EventKind.RESUMED, EventKind.TERMINATED)
_SENT_BY_DENUNCIATIONS = (EventKind.SUSPENDED, EventKind.TERMINATED)
_TOLD_WHO_SIGNED = (Delivery.Party.COMPLAINANT, Delivery.Party.RIGHTS_HOLDER)


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A petition somebody else sent on: by whom, and when they were told; `number` counts them."""

    number: int
    by_front: bool
    by_deputies: bool
    told_on: date | None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """All that the clocks of a case ask about; `events` in force, in their order."""

    case: Case
    events: Sequence[CaseEvent]
    standing: Standing
    decision: Decision | None = None
    deliveries: Sequence[Delivery] = ()
    first_received_on: date | None = None
    forwarded: Sequence[Forwarded] = ()
    joined: Sequence[tuple[int, Deadline]] = ()  # cases joined into this one: key, clock of resolution

    def first(self, kind: EventKind) -> date | None:
        """Return the day of the first event of `kind`."""
        return next((event.happened_on for event in self.events if event.kind == kind), None)

    def each(self, *kinds: EventKind) -> Iterator[CaseEvent]:
        """Yield the events of `kinds`."""
        return (event for event in self.events if event.kind in kinds)

    def next_after(self, event: CaseEvent, kind: EventKind) -> date | None:
        """Return the day of the first event of `kind` after `event`."""
        later = (each for each in self.each(kind) if each.seq > event.seq)
        return next((each.happened_on for each in later), None)


@dataclass(frozen=True, slots=True)
class CaseClock:
    """A clock, the day it stopped, which of several clocks of its step it is, since when it pauses."""

    deadline: Deadline
    met_on: date | None
    occasion: int = 0
    paused_on: date | None = None


@dataclass(frozen=True, slots=True)
class _Counter:
    """Counts clocks on a calendar; silent for days before the laws this system knows."""

    calendar: WorkingCalendar
    remote: bool
    found: list[CaseClock] = field(default_factory=list)

    def run(self, step: Step, start: date | None, met_on: date | None, *, occasion: int = 0) -> None:
        """Take a clock of `step` from `start`; nothing when it has not started."""
        if start is None:
            return
        with suppress(NoRuleInForceError):
            self.take(deadline(time_limit(step, on=start), start, self.calendar), met_on, occasion=occasion)

    def take(
        self,
        clock: Deadline | None,
        met_on: date | None,
        *,
        occasion: int = 0,
        paused_on: date | None = None,
    ) -> None:
        """Take a clock that was counted already."""
        if clock:
            self.found.append(CaseClock(clock, met_on, occasion, paused_on))


def clocks_of_case(
    file: CaseFile, *, on: date, calendar: WorkingCalendar, target_days: TargetDays
) -> list[CaseClock]:
    """Return the clocks of a case; a pause still running counts up to the day `on`.

    `target_days` tells the unit's own target for answering a recommendation accepted on a day.
    """
    counter = _Counter(calendar, file.case.remote)
    standing = file.standing
    if file.case.kind == ContentKind.RECOMMENDATION:
        counter.take(recommendation_clock(file, calendar, target_days), standing.closed_on)
        return counter.found
    until = standing.closed_on or on
    resolution = resolution_clock(
        file.case, file.events, standing.accepted_on, until=until, calendar=calendar
    )
    counter.take(resolution, standing.closed_on, paused_on=_paused_on(file))
    for key, clock in file.joined:  # the earliest end governs
        counter.take(clock, standing.closed_on, occasion=key)
    _while_resolving(file, counter)
    if file.case.kind == ContentKind.COMPLAINT:
        _of_complaint(file, counter, resolution)
    else:
        _of_denunciation(file, counter)
    _deputies_told(file, counter)
    return counter.found


def _paused_on(file: CaseFile) -> date | None:
    """Return since when the clock of resolution stands still; None when it runs or has stopped."""
    if file.standing.closed_on:
        return None
    pairs = [(EventKind.SUSPENDED, EventKind.RESUMED)]
    if file.case.kind == ContentKind.DENUNCIATION:
        pairs.append((EventKind.EXAMINATION, EventKind.EXAMINATION_RESULT))
    since = []
    for begun, ended in pairs:
        last = max(file.each(begun, ended), key=lambda event: event.seq, default=None)
        if last and last.kind == begun:
            since.append(last.happened_on)
    return min(since, default=None)


def recommendation_clock(
    file: CaseFile, calendar: WorkingCalendar, target_days: TargetDays
) -> Deadline | None:
    """Return KNPA.RESOLVE, the house target, as moved last; None when not accepted."""
    accepted_on = file.standing.accepted_on
    if accepted_on is None:
        return None
    counted = deadline(recommendation_target(target_days(accepted_on)), accepted_on, calendar)
    for event in file.each(EventKind.TARGET_MOVED):
        if event.until_on and event.until_on > counted.raw_end:
            moved = (
                f"Chỉ tiêu được lùi đến {day(event.until_on)} theo quyết định ngày {day(event.happened_on)}."
            )
            extra = (event.until_on - counted.raw_end).days + counted.extra_days
            counted = deadline(
                counted.limit, accepted_on, calendar, extra_days=extra, course=[*counted.course, moved]
            )
    return counted


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
    with suppress(NoRuleInForceError):
        return resolution_deadline(matter, moves, until=until, calendar=calendar)
    return None


def _while_resolving(file: CaseFile, counter: _Counter) -> None:
    """KN.INFO: each written request for information until the next paper given."""
    for asked in file.each(EventKind.INFORMATION_ASKED):
        given_on = file.next_after(asked, EventKind.INFORMATION_GIVEN)
        counter.run(Step.INFORMATION_SUPPLY, asked.happened_on, given_on, occasion=asked.seq)


def _of_complaint(file: CaseFile, counter: _Counter, resolution: Deadline | None) -> None:
    _limitation(file, counter)
    _stay(file, counter, resolution)
    for event in file.each(EventKind.DIALOGUE):
        noticed = [each.happened_on for each in file.each(EventKind.DIALOGUE_NOTICE) if each.seq < event.seq]
        told_on = max(noticed, default=None)
        counter.run(Step.DIALOGUE_NOTICE, event.happened_on, told_on, occasion=event.seq)
    for event in file.each(*_SENT_BY_COMPLAINTS):
        counter.run(Step.COMPLAINT_SUSPENSION_SENDING, event.happened_on, event.sent_on, occasion=event.seq)
    for event in file.each(EventKind.TERMINATED):
        continued_on = file.next_after(event, EventKind.COMPLAINT_CONTINUED)
        counter.run(Step.COMPLAINT_CONTINUATION, event.happened_on, continued_on, occasion=event.seq)
    _complained_again_because_late(file, counter, resolution)
    if file.decision:
        _after_decision(file, counter, file.decision)


def _complained_again_because_late(file: CaseFile, counter: _Counter, resolution: Deadline | None) -> None:
    """KN.SECOND from the end of the time to resolve, of a second complaint made before any decision."""
    for event in file.each(EventKind.SECOND_COMPLAINT):
        undecided = file.decision is None or event.happened_on < file.decision.issued_on
        if resolution and undecided:
            window = second_complaint_window(resolution.due_on, counter.calendar, remote=counter.remote)
            counter.take(window, event.happened_on, occasion=event.seq)


def _limitation(file: CaseFile, counter: _Counter) -> None:
    """KN.LIMIT: from the day the act was known, obstacles not counted, to the first petition."""
    case = file.case
    if case.act_known_on is None:
        return
    with suppress(NoRuleInForceError):
        limit = time_limit(Step.COMPLAINT_LIMITATION, on=case.act_known_on)
        clock = deadline(limit, case.act_known_on, counter.calendar, extra_days=case.obstacle_days)
        counter.take(clock, file.first_received_on)


def _stay(file: CaseFile, counter: _Counter, resolution: Deadline | None) -> None:
    """KN.STAY: a stay never outlasts the resolution; it is counted like it, from acceptance."""
    if resolution is None:
        return
    for stay in file.each(EventKind.STAY):
        given = resolution.limit.circumstances
        limit = time_limit(Step.STAY_OF_ACT, on=resolution.start, circumstances=given)
        clock = deadline(limit, resolution.start, counter.calendar, paused_days=resolution.paused_days)
        counter.take(clock, file.next_after(stay, EventKind.STAY_LIFTED), occasion=stay.seq)


def _after_decision(file: CaseFile, counter: _Counter, decision: Decision) -> None:
    issued_on = decision.issued_on
    counter.run(Step.DECISION_SENDING, issued_on, decision.sent_on)
    counter.run(Step.DECISION_PUBLICATION, issued_on, decision.published_on)
    if decision.publish_form == Decision.PublishForm.MEETING:
        counter.run(Step.PUBLICATION_MEETING_NOTICE, decision.published_on, decision.meeting_notice_on)
    if decision.publish_form in _POSTED:
        counter.run(Step.DECISION_POSTING, decision.published_on, decision.publication_end_on)
    if any(each.by_front for each in file.forwarded):
        counter.run(Step.FRONT_NOTICE, issued_on, decision.front_told_on)
    if file.case.instance != Case.Instance.FIRST_COMPLAINT:
        return
    again = (each.happened_on for each in file.each(EventKind.SECOND_COMPLAINT))
    again_on = next((day for day in again if day >= issued_on), None)
    with suppress(NoRuleInForceError):
        effect = effect_of_decision(issued_on, counter.calendar, remote=counter.remote)
        counter.take(effect, _earliest(decision.effective_on, again_on))
    for occasion, received_on in _received(file, decision):
        window = second_complaint_window(received_on, counter.calendar, remote=counter.remote)
        counter.take(window, again_on, occasion=occasion)
    if decision.must_execute:
        counter.run(Step.DECISION_ENFORCEMENT, in_effect_on(file, counter.calendar), decision.directive_on)


def in_effect_on(file: CaseFile, calendar: WorkingCalendar) -> date | None:
    """Return from which day there is something to carry out: LKN 44(1), 44(2), or the judgement's own day.

    None while a decision can still be complained of.
    """
    second = next(file.each(EventKind.SECOND_DECISION, EventKind.JUDGEMENT), None)
    if second is None:
        return file.decision.effective_on if file.decision else None
    if second.kind == EventKind.JUDGEMENT:
        return second.happened_on
    return effect_of_decision(second.happened_on, calendar, remote=file.case.remote).due_on


def _received(file: CaseFile, decision: Decision) -> Iterator[tuple[int, date]]:
    """Yield, for each party who may complain again, the day of receipt; of old books the one day there is."""
    parties = [each for each in file.deliveries if each.party in _TOLD_WHO_SIGNED and each.received_on]
    for delivery in parties:
        if delivery.received_on:
            yield delivery.pk, delivery.received_on
    if not parties and decision.received_on:
        yield 0, decision.received_on


def _of_denunciation(file: CaseFile, counter: _Counter) -> None:
    told = [file.first(EventKind.DENOUNCER_TOLD), file.first(EventKind.DENOUNCED_TOLD)]
    both = [each for each in told if each]
    counter.run(
        Step.DENUNCIATION_NOTICE, file.standing.accepted_on, max(both) if len(both) == len(told) else None
    )
    for event in file.each(*_SENT_BY_DENUNCIATIONS):
        counter.run(
            Step.DENUNCIATION_SUSPENSION_SENDING, event.happened_on, event.sent_on, occasion=event.seq
        )
    for event in file.each(EventKind.HANDLING_RESULT):
        told_on = file.next_after(event, EventKind.HANDLING_RESULT_TOLD)
        counter.run(Step.HANDLING_RESULT, event.happened_on, told_on, occasion=event.seq)
    for event in file.each(EventKind.REPORT_ASKED):
        reported_on = file.next_after(event, EventKind.REPORTED_UP)
        counter.run(Step.REPORT_TO_SUPERIOR, event.happened_on, reported_on, occasion=event.seq)
    for event in file.each(EventKind.FURTHER_DENUNCIATION):
        counter.run(Step.FURTHER_DENUNCIATION, event.happened_on, None, occasion=event.seq)
    if file.decision:
        _after_conclusion(counter, file.decision)


def _after_conclusion(counter: _Counter, decision: Decision) -> None:
    counter.run(Step.CONCLUSION_SENDING, decision.issued_on, decision.sent_on)
    counter.run(Step.CONCLUSION_HANDLING, decision.issued_on, decision.directive_on)
    counter.run(Step.CONCLUSION_PUBLICATION, decision.issued_on, decision.published_on)
    if decision.publish_form in _POSTED:
        counter.run(Step.CONCLUSION_POSTING, decision.published_on, decision.publication_end_on)


def _deputies_told(file: CaseFile, counter: _Counter) -> None:
    """TCD.DEPUTY: who forwarded a petition of the case is told how it was resolved (LTCD 27(2))."""
    for each in file.forwarded:
        if each.by_deputies:
            counter.run(Step.DEPUTY_NOTICE, file.standing.closed_on, each.told_on, occasion=each.number)


def _earliest(*days: date | None) -> date | None:
    return min((each for each in days if each), default=None)
