"""The course of a case: its events and its decision in one line of acts, and the states they lead through.

One walk through the procedure's table serves the page, the clocks and the figures: where the case stands,
when and how it was closed. An act the table does not know from where the case stands moves nothing; whether
it may be recorded at all is asked by `complaints.actions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from complaints.models import Case, CaseEvent, Decision, Enforcement
from complaints.workflow import EventKind, Status, Transition, row_of, rows_of

# On one day: what closes nothing first, then the decision, other closings, what follows a closing.
_BEFORE, _DECISION, _CLOSING, _AFTER = range(4)
_LAST = 1_000_000  # beyond the number of any event: what was carried out on a day comes after its reports
_DATES_OF_DECISION = (("effective_on", EventKind.EFFECTIVE), ("directive_on", EventKind.DIRECTED))


@dataclass(frozen=True, slots=True)
class Act:
    """Something that happened to a case on a day, whichever table holds it."""

    day: date
    event: str
    detail: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the acts lead: the state, and the day and way the case was closed, if it was."""

    status: Status
    accepted_on: date | None
    closed_on: date | None
    outcome: str


def walk(case: Case, acts: Iterable[Act], *, start: Status) -> Standing:
    """Return where `acts`, in order, lead `case` from `start`."""
    status, accepted_on, closed_on, outcome = start, None, None, ""
    for act, row, standing in _steps(case, acts, start):
        status = standing
        if act.event == EventKind.ACCEPTED and accepted_on is None:
            accepted_on = act.day
        if row and row.closes and closed_on is None:
            closed_on, outcome = act.day, row.closes
    return Standing(status, accepted_on, closed_on, outcome)


def unknown_acts(case: Case, acts: Iterable[Act], *, start: Status) -> list[Act]:
    """Return the acts the procedure does not know from where the case stood when they happened."""
    return [act for act, row, _ in _steps(case, acts, start) if row is None]


def _steps(case: Case, acts: Iterable[Act], start: Status) -> Iterator[tuple[Act, Transition | None, Status]]:
    """Yield each act with its row of the procedure, if it has one there, and where it leads.

    Acts of one day whose order nobody wrote down are taken in the order the procedure allows.
    """
    status, seen = start, set[str]()
    for _, same_day in groupby(acts, key=lambda act: act.day):
        waiting = list(same_day)
        while waiting:
            act = next((act for act in waiting if _row(case, act, status)), waiting[0])
            waiting.remove(act)
            seen.add(act.event)
            row = _row(case, act, status)
            if row and row.target and (row.together_with is None or row.together_with in seen):
                status = row.target
            yield act, row, status


def _row(case: Case, act: Act, status: Status) -> Transition | None:
    return row_of(act.event, case.kind, status=status, detail=act.detail)


def starting_status(case: Case, *, is_check: bool) -> Status:
    """Return where a case begins; `is_check`: its petitions are only looked into for management (LTC 25)."""
    if is_check:
        return Status.MANAGEMENT_CHECK
    return Status.WAITING if case.competent else Status.NOT_OURS


def acts_of(
    case: Case,
    events: Sequence[CaseEvent],
    decision: Decision | None,
    entries: Iterable[Enforcement] = (),
) -> list[Act]:
    """Return what happened to `case` in the order in which it counts; `events` in force, in their order."""
    acts = [Act(each.happened_on, each.kind, each.detail, each.seq) for each in events]
    if decision:
        acts += _acts_of_decision(case, decision, entries)
    return sorted(acts, key=lambda act: (act.day, _turn(act, case.kind), act.seq))


def _acts_of_decision(case: Case, decision: Decision, entries: Iterable[Enforcement]) -> Iterator[Act]:
    yield Act(decision.issued_on, EventKind.DECIDED)
    for turn, (column, event) in enumerate(_DATES_OF_DECISION):
        day = getattr(decision, column)
        if day:
            yield Act(day, event, seq=turn)
    for entry in entries:
        yield Act(
            entry.done_on,
            EventKind.FINISHED if entry.finished else EventKind.ENFORCED,
            seq=_LAST + entry.seq,
        )


def _turn(act: Act, procedure: str) -> int:
    if act.event == EventKind.DECIDED:
        return _DECISION
    rows = rows_of(act.event, procedure)
    if any(row.closes for row in rows):
        return _CLOSING
    return _AFTER if rows and all(row.after_closing for row in rows) else _BEFORE


def substep(case: Case, events: Iterable[CaseEvent]) -> str:
    """Return the part of the resolution a running case is in, in words: "xác minh", "đối thoại"; else ""."""
    if case.status not in (Status.IN_PROGRESS, Status.VERIFYING):
        return ""
    words = ""
    for event in events:
        words = _SUBSTEPS.get(EventKind(event.kind), words)
    return words


_SUBSTEPS = {
    EventKind.VERIFICATION: "đang xác minh",
    EventKind.VERIFICATION_REPORT: "đã có báo cáo xác minh",
    EventKind.DIALOGUE_NOTICE: "chờ đối thoại",
    EventKind.DIALOGUE: "đã đối thoại",
}
