"""When a step of the checklist is asked for at all: by how the case ended, by what has happened in it."""

from __future__ import annotations

from complaints.checklist_facts import Condition, Folder
from complaints.workflow import EventKind, Way
from lucba.law.rules import Step
from lucba.law.sources import LAW_136_2025

GIVEN_UP = (Way.WITHDRAWN, Way.TERMINATED)


def to_resolve(folder: Folder) -> bool:
    """Tell whether the case is to be, or was, resolved by a decision or conclusion."""
    return folder.case.outcome in ("", Way.DECISION)


def accepted(folder: Folder) -> bool:
    """Tell whether the case is to be, or was, accepted."""
    return to_resolve(folder) or folder.case.accepted_on is not None


def ended(*ways: Way) -> Condition:
    """Return the condition that the case was closed in one of `ways`."""
    return lambda folder: folder.case.outcome in ways


def given_up(folder: Folder) -> bool:
    """Tell whether the accepted case was terminated, withdrawn or not."""
    return folder.case.outcome in GIVEN_UP and folder.case.accepted_on is not None


def withdrawn(folder: Folder) -> bool:
    """Tell whether the case was closed by a withdrawal."""
    return folder.case.outcome == Way.WITHDRAWN


def withdrawn_after_acceptance(folder: Folder) -> bool:
    """Tell whether the case was accepted, then withdrawn."""
    return withdrawn(folder) and folder.case.accepted_on is not None


def to_answer(folder: Folder) -> bool:
    """Tell whether a recommendation is to be, or was, answered."""
    return folder.case.outcome in ("", Way.ANSWERED)


def must_be_executed(folder: Folder) -> bool:
    """Tell whether there is a decision in effect with something to execute."""
    decision = folder.decision
    return decision is not None and decision.must_execute and decision.effective_on is not None


def has_clock(step: Step) -> Condition:
    """Return the condition that a clock of `step` started."""
    return lambda folder: bool(folder.rows(step))


def happened(kind: EventKind) -> Condition:
    """Return the condition that an event of `kind` is on file."""
    return lambda folder: folder.last(kind) is not None


def happened_since_amendment(kind: EventKind) -> Condition:
    """Return the condition that the last event of `kind` is of 01/07/2026 or later (Law 136/2025)."""

    def holds(folder: Folder) -> bool:
        event = folder.last(kind)
        return event is not None and event.happened_on >= LAW_136_2025.in_force_from

    return holds
