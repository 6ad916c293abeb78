"""The life of a monthly report as a table: what may be done with it, from which state, by whom.

The page's buttons and the actions' checks read the same rows; to change the life, change a row.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from lucba.office.models import Official
from reports.models import MonthlyReport, ReportEvent

Role = Official.Role
Status = MonthlyReport.Status
Kind = ReportEvent.Kind

CLERK = frozenset({Role.CLERK})
LEADERS = frozenset({Role.CHAIRMAN, Role.VICE_CHAIRMAN})
OFFICE = LEADERS | CLERK
ABOVE = frozenset({Role.INSPECTORATE})


class Step(models.TextChoices):
    """What a person may do with a report; the labels stand on the buttons."""

    BUILD = "build", "Lập lại số liệu"
    EDIT = "edit", "Sửa lời văn"
    PRINT = "print", "Lập bản in PDF"
    REVIEW = "review", "Trình ký"
    REOPEN = "reopen", "Trả về dự thảo"
    SIGN = "sign", "Ký báo cáo"
    SEND = "send", "Gửi báo cáo"
    RECEIVE = "receive", "Tiếp nhận"
    RETURN = "return", "Trả lại"


@dataclass(frozen=True)
class Transition:
    """One row: a step, the states it starts from, the one it leads to (None: the same), who may."""

    step: Step
    sources: frozenset[Status]
    target: Status | None
    roles: frozenset[Role]
    event: Kind | None = None


def _from(*states: Status) -> frozenset[Status]:
    return frozenset(states)


TRANSITIONS = (
    # A reviewed report whose figures change falls back to draft: nobody signs what was not reviewed.
    Transition(Step.BUILD, _from(Status.DRAFT, Status.REVIEWED), Status.DRAFT, OFFICE, Kind.BUILT),
    Transition(Step.EDIT, _from(Status.DRAFT), None, CLERK, Kind.EDITED),
    Transition(Step.PRINT, _from(Status.DRAFT, Status.REVIEWED, Status.SIGNED), None, OFFICE),
    Transition(Step.REVIEW, _from(Status.DRAFT), Status.REVIEWED, CLERK, Kind.REVIEWED),
    Transition(Step.REOPEN, _from(Status.REVIEWED, Status.RETURNED), Status.DRAFT, OFFICE, Kind.REOPENED),
    # Signed, not sent, found wrong: only a leader takes his signature back. The number stays with the report.
    Transition(Step.REOPEN, _from(Status.SIGNED), Status.DRAFT, LEADERS, Kind.REOPENED),
    Transition(Step.SIGN, _from(Status.REVIEWED), Status.SIGNED, LEADERS, Kind.SIGNED),
    Transition(Step.SEND, _from(Status.SIGNED), Status.SENT, OFFICE, Kind.SENT),
    Transition(Step.RECEIVE, _from(Status.SENT), Status.RECEIVED, ABOVE, Kind.RECEIVED),
    Transition(Step.RETURN, _from(Status.SENT, Status.RECEIVED), Status.RETURNED, ABOVE, Kind.RETURNED),
)


def transition(report: MonthlyReport, step: Step) -> Transition | None:
    """Return the row by which `step` starts from the report's state, if there is one."""
    rows = (row for row in TRANSITIONS if row.step == step and report.status in row.sources)
    return next(rows, None)


def may(official: Official, row: Transition, report: MonthlyReport) -> bool:
    """Tell whether the role may take the step, and on a report of this body: its own, or one sent to it."""
    body = report.sent_to_id if row.roles == ABOVE else report.unit_id
    return official.role in row.roles and official.unit_id == body


def steps_open(report: MonthlyReport, official: Official) -> set[Step]:
    """Return the steps this person can take now: the buttons of the page."""
    return {row.step for row in TRANSITIONS if report.status in row.sources and may(official, row, report)}
