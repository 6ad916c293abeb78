"""From which day a first decision on a complaint can take effect, and until when it may be complained about.

The first runs from issue (Law on Complaints 44), the second from receipt (33): the citizen may still be in
time when the decision could already take effect.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from complaints.models import Case, Decision
from complaints.workflow import EventKind, Status
from lucba.law.deadlines import Deadline, effect_of_decision, second_complaint_window
from lucba.law.rules import NoRuleInForceError
from lucba.law.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Effect:
    """The first day of effect and the citizen's window; no window before the day of receipt is recorded."""

    earliest: Deadline
    window: Deadline | None
    effective_on: date | None
    complained_again_on: date | None

    @property
    def first_day(self) -> date:
        """Return the day recorded as that of effect, the earliest possible one before that."""
        return self.effective_on or self.earliest.due_on

    @property
    def window_is_open(self) -> bool:
        """Tell whether the citizen may still complain again on the first day of effect."""
        return self.window is not None and self.window.due_on >= self.first_day


def window_of_overdue(case: Case, calendar: WorkingCalendar, *, today: date) -> Deadline | None:
    """Return until when one may complain again because the first complaint was not resolved in time (LKN 33).

    None while the time to resolve runs or is paused, after a decision, and for other cases.
    """
    resolving = case.status == Status.IN_PROGRESS and case.instance == Case.Instance.FIRST_COMPLAINT
    if not resolving or case.due_on is None or today <= case.due_on:
        return None
    return second_complaint_window(case.due_on, calendar, remote=case.remote)


def effect_of(case: Case, calendar: WorkingCalendar) -> Effect | None:
    """Return the effect of the decision on a first complaint; None for other cases and without a decision."""
    decision: Decision | None = getattr(case, "decision", None)
    if decision is None or case.instance != Case.Instance.FIRST_COMPLAINT:
        return None
    try:
        earliest = effect_of_decision(decision.issued_on, calendar, remote=case.remote)
    except NoRuleInForceError:
        return None
    received_on = decision.received_on
    window = second_complaint_window(received_on, calendar, remote=case.remote) if received_on else None
    again = (
        each.happened_on
        for each in case.events.all()
        if each.kind == EventKind.SECOND_COMPLAINT and each.superseded_by_id is None
    )
    return Effect(earliest, window, decision.effective_on, min(again, default=None))
