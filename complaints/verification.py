"""What the one who verifies a case needs in front of him: the task, its end, information asked, his notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from complaints.actions.events import Acts
from complaints.models import Case, CaseDeadline, CaseEvent, VerificationNote
from complaints.models.events import RESOLUTION_STEPS
from complaints.workflow import WAITING_OR_RUNNING, EventKind, Transition
from lucba.law.rules import Step
from lucba.office.models import Official

ASSIGNMENTS = (EventKind.VERIFICATION, EventKind.ASSIGNED)
# What the law asks of the one who verifies, in the order it is done (LKN 29, LTC 31).
STEPS = (
    EventKind.FIELD_WORK,
    EventKind.INFORMATION_ASKED,
    EventKind.INFORMATION_GIVEN,
    EventKind.EXPERT_OPINION,
    EventKind.EXAMINATION,
    EventKind.EXAMINATION_RESULT,
    EventKind.VERIFICATION_REPORT,
    EventKind.ANSWERED,
    EventKind.CHECK_RESULT,
)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Information asked for in writing: what was asked, its clock, and the paper that came, if it came."""

    asked: CaseEvent
    clock: CaseDeadline | None
    given: CaseEvent | None


@dataclass(frozen=True, slots=True)
class Task:
    """The verification of a case as it stands."""

    assigned: CaseEvent | None
    clock: CaseDeadline | None
    inquiries: Sequence[Inquiry]
    notes: Sequence[VerificationNote]
    is_running: bool


def task_of(case: Case, official: Official) -> Task:
    """Return the task of verifying `case`; the notes are those `official` may read."""
    events = list(case.events.in_force())
    clocks = list(case.deadlines.all())
    notes = VerificationNote.objects.visible_to(official).filter(case=case).select_related("written_by")
    return Task(
        assigned=next((event for event in reversed(events) if event.kind in ASSIGNMENTS), None),
        clock=next((clock for clock in clocks if clock.step in RESOLUTION_STEPS), None),
        inquiries=_inquiries(events, clocks),
        notes=list(notes.order_by("-happened_on", "-pk")),
        is_running=case.status in WAITING_OR_RUNNING,
    )


def _inquiries(events: Sequence[CaseEvent], clocks: Sequence[CaseDeadline]) -> list[Inquiry]:
    of_asking = {clock.occasion: clock for clock in clocks if clock.step == Step.INFORMATION_SUPPLY}
    given = [event for event in events if event.kind == EventKind.INFORMATION_GIVEN]
    return [
        Inquiry(asked, of_asking.get(asked.seq), next((each for each in given if each.seq > asked.seq), None))
        for asked in events
        if asked.kind == EventKind.INFORMATION_ASKED
    ]


def steps_open(acts: Acts) -> list[Transition]:
    """Return, of what this person may record now, the steps of verification in their order."""
    return sorted((row for row in acts.open if row.event in STEPS), key=lambda row: STEPS.index(row.event))


def steps_closed(acts: Acts) -> list[tuple[Transition, str]]:
    """Return the steps of verification that are not open yet, each with its reason."""
    return [(row, reason) for row, reason in acts.closed if row.event in STEPS]
