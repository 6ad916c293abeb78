"""What one row of the procedure says; the rows themselves stand in procedure_of_*.py."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from complaints.stages import EventKind, Status, Way
from lucba.law.rules import Step
from lucba.law.sources import Citation
from lucba.office.models import Official

Role = Official.Role
LEADERS = frozenset({Role.CHAIRMAN, Role.VICE_CHAIRMAN})
OFFICE = LEADERS | {Role.CLERK}
VERIFIERS = OFFICE | {Role.OFFICER}

EVERYWHERE = frozenset(Status)


class Page(Enum):
    """Which page records a row: most are plain events."""

    EVENT = auto()
    VERIFIER = auto()  # names the officer
    JOINDER = auto()  # names the other case
    RECLASSIFICATION = auto()  # names the new kind
    CORRECTION = auto()  # names the event corrected
    DECISION = auto()
    DELIVERY = auto()
    DECISION_DATE = auto()  # fills one column of the decision
    ENFORCEMENT = auto()
    CHECKLIST = auto()  # signs the procedure checklist
    REVIEW = auto()  # puts on the review list, or off it
    NONE = auto()  # recorded along with another row; no button


@dataclass(frozen=True)
class Transition:
    """One row of the procedure: what may happen, from where, by whom, on what paper, and what follows.

    A row without `target` leaves the case where it is. Rows of one event are told apart by `name`; `detail`
    is what such a row always writes as its detail.
    """

    event: EventKind
    sources: frozenset[Status]
    roles: frozenset[Role]
    target: Status | None = None
    document: str = ""  # the paper it is recorded by
    basis: Citation | None = None
    starts: tuple[Step, ...] = ()
    stops: tuple[Step, ...] = ()
    closes: Way | None = None
    needs_document: bool = False  # its number must be written
    is_sent: bool = False  # the paper goes to the parties: "ngày gửi"
    after_closing: bool = False  # possible after the case was closed (marked A in the register)
    details: frozenset[str] = frozenset()  # the list of allowed details; empty: free text or none
    detail: str = ""
    together_with: EventKind | None = None  # moves the case only once this has happened too
    page: Page = Page.EVENT
    column: str = ""  # of the decision, for Page.DECISION_DATE
    name: str = ""
    label: str = ""

    @property
    def slug(self) -> str:
        """Return the name of the row in addresses: the code of its event unless it has one of its own."""
        return self.name or self.event.value

    @property
    def words(self) -> str:
        """Return what the button says."""
        return self.label or str(self.event.label)

    @property
    def choices(self) -> frozenset[str]:
        """Return the details this row may write; empty: free text or none."""
        return frozenset({self.detail}) if self.detail else self.details

    @property
    def proposers(self) -> frozenset[Role]:
        """Return who may lay it before the leaders for approval, without being entitled to do it."""
        return frozenset({Role.CLERK}) if self.roles == LEADERS and self.page in PROPOSABLE else frozenset()

    def fits(self, detail: str) -> bool:
        """Tell whether an event with `detail` is one of this row."""
        return not self.choices or detail in self.choices


PROPOSABLE = (Page.EVENT, Page.VERIFIER, Page.REVIEW)


def states(*names: Status) -> frozenset[Status]:
    """Return `names` as the sources of a row."""
    return frozenset(names)


def details(*codes: str) -> frozenset[str]:
    """Return `codes` as the details a row allows."""
    return frozenset(codes)
