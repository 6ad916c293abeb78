"""The course of one matter while its events are walked through: accepted, paused, extended, closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from complaints.workflow import EventKind
from lucba.law.complexity import Procedure
from lucba.law.resolution import AcceptedMatter, ClockEvent, ResolutionEvent, complaint_may_be_suspended
from lucba.law.working_days import WorkingCalendar
from lucba.register.rows import Book, Row
from reception.models import ContentKind

CLOSING = (EventKind.REFUSED, EventKind.TERMINATED, EventKind.TRANSFERRED, EventKind.ANSWERED)
CLOCK_EVENTS = frozenset(each.value for each in ClockEvent)


@dataclass
class Course:
    """Where a matter stands before the next of its events."""

    matter: Row
    events: list[Row]
    decided_on: date | None
    calendar: WorkingCalendar
    last_day: date | None = None
    accepted_on: date | None = None
    closed_by_event_on: date | None = None
    is_withdrawn: bool = False
    extensions: int = 0
    pause: str = ""  # the event that began the running pause
    is_stayed: bool = False
    moves: list[ResolutionEvent] = field(default_factory=list)

    @classmethod
    def of(cls, book: Book, matter: Row, calendar: WorkingCalendar) -> Course | None:
        """Return the course of `matter` before its first event; None when an event could not be read."""
        events = book.group("DIEN_BIEN", "case_code").get(matter["case_code"], [])
        if not all(row.sound for row in events):
            return None
        decisions = book.group("QUYET_DINH", "case_code").get(matter["case_code"], [])
        decided_on = min((row["issued_on"] for row in decisions if row["issued_on"]), default=None)
        return cls(matter, sorted(events, key=lambda row: row["seq"]), decided_on, calendar)

    @property
    def kind(self) -> str:
        """Return KN, TC or KNPA."""
        return str(self.matter["kind"])

    @property
    def closed_on(self) -> date | None:
        """Return the day of the first closing act seen so far, the decision included."""
        return min((day for day in (self.closed_by_event_on, self.decided_on) if day), default=None)

    def is_closed_before(self, day: date) -> bool:
        """Tell whether an earlier event, or a decision issued before `day`, closed the matter."""
        return self.closed_by_event_on is not None or (self.decided_on is not None and self.decided_on < day)

    def law_of_2026(self, day: date) -> bool:
        """Tell whether a complaint could be suspended, withdrawn in part or terminated otherwise on `day`."""
        return complaint_may_be_suspended(day)

    @property
    def accepted(self) -> AcceptedMatter | None:
        """Return what the clock of resolution must know, None when there is no such clock."""
        if self.accepted_on is None or self.kind == ContentKind.RECOMMENDATION:
            return None
        return AcceptedMatter(Procedure(self.kind), self.accepted_on, bool(self.matter["remote"]))

    @staticmethod
    def criteria(row: Row) -> set[str]:
        """Return the complexity criteria a phuc_tap names."""
        return {number.strip() for number in (row["detail"] or "").split(";") if number.strip()}

    def criteria_named_by(self, day: date) -> set[str]:
        """Return the complexity criteria put in writing up to `day`."""
        named = [row for row in self.events if row["event"] == EventKind.COMPLEX and row["date"] <= day]
        return set().union(*map(self.criteria, named))

    def take(self, row: Row) -> None:
        """Go past the event of `row`."""
        event = row["event"]
        self.last_day = row["date"]
        if event == EventKind.ACCEPTED and self.accepted_on is None:
            self.accepted_on = row["date"]
        if self._closes(event) and self.closed_by_event_on is None:
            self.closed_by_event_on = row["date"]
        self.is_withdrawn = self.is_withdrawn or event == EventKind.WITHDRAWN
        self.extensions += event == EventKind.EXTENDED
        if event in CLOCK_EVENTS:
            self.moves.append(ResolutionEvent(row["date"], ClockEvent(event), row["detail"] or ""))

    def _closes(self, event: str) -> bool:
        if event == EventKind.WITHDRAWN:
            return self.accepted_on is None or self.kind == ContentKind.RECOMMENDATION
        return event in CLOSING
