"""The procedure as a table: what may happen to a case, from where, by whom, and what it starts or stops.

The rows stand in procedure_of_complaints.py, procedure_of_denunciations.py, procedure_of_recommendations.py.
The page's buttons, the action's checks, the state of a case and the workbook's rules E2-E7 all read them.
"""

from __future__ import annotations

from dataclasses import dataclass

from complaints.procedure_of_complaints import COMPLAINT_PARTS
from complaints.procedure_of_denunciations import DENUNCIATION_PARTS
from complaints.procedure_of_recommendations import (
    IN_EVERY_PROCEDURE,
    OF_COMPLAINTS_AND_DENUNCIATIONS,
    RECOMMENDATION_ROWS,
)
from complaints.stages import (
    DETAIL_LABELS,
    OF_DECISION,
    REGISTER_EVENTS,
    EventKind,
    Status,
    Way,
)
from complaints.transition import Page, Role, Transition

__all__ = [
    "ALWAYS",
    "DETAIL_LABELS",
    "FINAL",
    "OF_DECISION",
    "OPEN",
    "PARTS",
    "PROCEDURES",
    "REGISTER_EVENTS",
    "WAITING_OR_RUNNING",
    "EventKind",
    "Page",
    "RegisterRule",
    "Role",
    "Status",
    "Transition",
    "Way",
    "register_rule",
    "row_of",
    "rows_of",
    "transition",
]

# The parts of each procedure, in the order in which its pages show them.
ALWAYS = "Ở mọi giai đoạn"
_OF_BOTH = {ALWAYS: (*OF_COMPLAINTS_AND_DENUNCIATIONS, *IN_EVERY_PROCEDURE)}
PARTS: dict[str, dict[str, tuple[Transition, ...]]] = {
    "KN": {**COMPLAINT_PARTS, **_OF_BOTH},
    "TC": {**DENUNCIATION_PARTS, **_OF_BOTH},
    "KNPA": {"Xử lý kiến nghị, phản ánh": RECOMMENDATION_ROWS, ALWAYS: IN_EVERY_PROCEDURE},
}
PROCEDURES: dict[str, tuple[Transition, ...]] = {
    procedure: tuple(row for rows in parts.values() for row in rows) for procedure, parts in PARTS.items()
}

# Accepted and not closed: the clock of resolution runs, or is paused.
OPEN = (Status.IN_PROGRESS, Status.ACCEPTED, Status.VERIFYING, Status.SUSPENDED)
WAITING_OR_RUNNING = (Status.WAITING, Status.MANAGEMENT_CHECK, *OPEN)
# Where a case stays for good.
FINAL = (
    Status.ENFORCED,
    Status.COMPLETED,
    Status.ANSWERED,
    Status.REFUSED,
    Status.NOT_HANDLED,
    Status.WITHDRAWN,
    Status.TERMINATED,
    Status.TRANSFERRED,
    Status.INVESTIGATION,
    Status.TAKEN_UP,
    Status.JOINED,
    Status.RECLASSIFIED,
    Status.ENDED,
    Status.CHECKED,
)

_BY_EVENT: dict[tuple[str, str], list[Transition]] = {}
_BY_SLUG: dict[tuple[str, str], Transition] = {}
for _procedure, _rows in PROCEDURES.items():
    for _row in _rows:
        _BY_EVENT.setdefault((_row.event.value, _procedure), []).append(_row)
        _BY_SLUG[_row.slug, _procedure] = _row


def transition(slug: str, procedure: str) -> Transition | None:
    """Return the row `slug` of the procedure KN, TC or KNPA; None when it has no such row."""
    return _BY_SLUG.get((slug, procedure))


def rows_of(event: str, procedure: str) -> list[Transition]:
    """Return the rows of `event` in the procedure; none when it does not occur there."""
    return _BY_EVENT.get((event, procedure), [])


def row_of(event: str, procedure: str, *, status: str, detail: str) -> Transition | None:
    """Return the row an event belongs to that happens to a case in `status`; the narrowest detail first."""
    fitting = [row for row in rows_of(event, procedure) if status in row.sources and row.fits(detail)]
    return max(fitting, key=lambda row: bool(row.detail), default=None)


@dataclass(frozen=True)
class RegisterRule:
    """What the workbook's checks (rules E2-E7) ask of an event, over all its rows."""

    needs_document: bool
    after_closing: bool
    needs_acceptance: bool
    details: frozenset[str]


def register_rule(event: str, procedure: str) -> RegisterRule | None:
    """Return the rule of `event` in the procedure; None when the register has no such event there."""
    rows = rows_of(event, procedure)
    if not rows or event not in REGISTER_EVENTS:
        return None
    free = any(not row.choices for row in rows)
    return RegisterRule(
        needs_document=any(row.needs_document for row in rows),
        after_closing=all(row.after_closing for row in rows),
        needs_acceptance=not any(Status.WAITING in row.sources for row in rows),
        details=frozenset() if free else frozenset().union(*(row.choices for row in rows)),
    )
