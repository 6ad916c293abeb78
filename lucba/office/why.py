"""What the page "Vì sao ngày này?" prints of each clock of a petition, a visit or a case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lucba.law.clocks import CLOCKS, Clock
from lucba.law.deadlines import Deadline
from lucba.law.rules import Certainty, Step
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import DeadlineRow

_TWO_CLOCKS_OF_ONE_STEP = frozenset({Step.COMPLAINT_ACCEPTANCE_BY_LAW, Step.COMPLAINT_ACCEPTANCE_BY_DECREE})


@dataclass(frozen=True, slots=True)
class Reasons:
    """One clock: its days as they are stored, the chain of sentences, and the rule it was counted by.

    `of` names the paper when a page shows clocks of several; `governing_end` is the end that governs when the
    Law and the Decree set two clocks for one step.
    """

    counted: Deadline
    lines: tuple[str, ...]
    due_on: date
    act_by: date
    met_on: date | None = None
    of: str = ""
    governing_end: date | None = None

    @property
    def clock(self) -> Clock:
        """Return what starts and stops the clock."""
        return CLOCKS[self.counted.step]

    @property
    def is_house_target(self) -> bool:
        """Tell whether the office set it itself: it is never called a legal limit."""
        return self.counted.certainty is Certainty.HOUSE

    @property
    def is_duty(self) -> bool:
        """Tell whether the office can be late with it."""
        return self.counted.limit.binds_the_office

    @property
    def governs(self) -> bool:
        """Tell whether this is the end to keep."""
        return self.governing_end in (None, self.due_on)

    @property
    def safe_day(self) -> date | None:
        """Return the day by which the step is surely in time, None when it is the due day itself."""
        return self.act_by if self.is_duty and self.act_by < self.due_on else None

    @property
    def turn(self) -> tuple[bool, date]:
        """Return its place on the page: running clocks first, each by its end."""
        return self.met_on is not None, self.due_on


def reasons_of(rows: Iterable[DeadlineRow], calendar: WorkingCalendar, *, of: str = "") -> list[Reasons]:
    """Return the reasons of the stored clocks of one petition, visit or case, the running ones first."""
    rows = list(rows)
    governing_end = _governing_end(rows)
    reasons = [
        Reasons(
            row.counted_on(calendar),
            tuple(row.explanation(calendar)),
            row.due_on,
            row.act_by,
            row.met_on,
            of,
            governing_end if row.step in _TWO_CLOCKS_OF_ONE_STEP else None,
        )
        for row in rows
    ]
    return sorted(reasons, key=lambda each: each.turn)


def _governing_end(rows: Sequence[DeadlineRow]) -> date | None:
    """Return the earlier end where the Law and the Decree set two (until 30/06/2026), else None."""
    ends = [row.due_on for row in rows if row.step in _TWO_CLOCKS_OF_ONE_STEP]
    return min(ends) if len(ends) > 1 else None
