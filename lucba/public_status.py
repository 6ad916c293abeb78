"""How far a matter is, for whoever holds the code of a receipt: the stage and the next day, nothing else.

Neither the kind of the matter nor a name, a number or a word of its content leaves this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.db import models
from django.db.models import Q

from complaints.models import Case, CaseDeadline
from complaints.models.events import RESOLUTION_STEPS
from complaints.queries import ACCEPTANCE_STEPS
from complaints.workflow import Status, Way
from lucba.law.rules import Certainty
from reception.intake import REPLY_STEPS
from reception.models import IntakeDeadline, Petition, ReceptionPaper, ReplyOutcome, Visit

LONGEST_CODE = 20  # characters
GROUP = 5  # letters and digits before the hyphen
INTAKE_STEPS = REPLY_STEPS | set(ACCEPTANCE_STEPS)


class Stage(models.IntegerChoices):
    """How far a matter is, in the words of the public page; the lower number is the less finished."""

    RECEIVED = 1, "đã nhận"
    PROCESSING = 2, "đang xử lý"
    RESOLVING = 3, "đang giải quyết"
    FORWARDED = 4, "đã chuyển cơ quan khác"
    ANSWERED = 5, "đã trả lời"
    RESOLVED = 6, "đã giải quyết"


FINISHED = (Stage.ANSWERED, Stage.RESOLVED)
_AFTER_REPLY = {
    ReplyOutcome.ACCEPTED: Stage.RESOLVING,
    ReplyOutcome.NEEDS_REVIEW: Stage.PROCESSING,
    ReplyOutcome.REFUSED: Stage.ANSWERED,
    ReplyOutcome.FORWARDED: Stage.FORWARDED,
}
# Ways of handling that end with a paper in the citizen's hands.
_TOLD_BY_HANDLING = (Petition.Outcome.GUIDED, Petition.Outcome.RETURNED, Petition.Outcome.SPLIT)
_OF_OPEN_CASE = {
    Status.WAITING: Stage.PROCESSING,
    Status.MANAGEMENT_CHECK: Stage.PROCESSING,
    Status.IN_PROGRESS: Stage.RESOLVING,
    Status.ACCEPTED: Stage.RESOLVING,
    Status.VERIFYING: Stage.RESOLVING,
    Status.SUSPENDED: Stage.RESOLVING,
}
_AFTER_CLOSING = {
    Way.REFUSED: Stage.ANSWERED,
    Way.ANSWERED: Stage.ANSWERED,
    Way.TRANSFERRED: Stage.FORWARDED,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage of a matter and the last day of the next duty of the office, None when no clock runs."""

    stage: Stage
    due_on: date | None


def standing_of(typed: str) -> Standing | None:
    """Return how far the matter of a receipt is, None for a code nobody was given.

    An unreadable code takes the same way as an unknown one. Of several petitions the least finished counts.
    """
    papers = ReceptionPaper.objects.filter(public_code=_code(typed), visit__isnull=False)
    paper = papers.select_related("visit").first()
    if paper is None or paper.visit is None:
        return None
    petitions = list(Petition.objects.filter(visit=paper.visit).select_related("case_link__case"))
    own = Case.objects.filter(visit_links__visit=paper.visit).exclude(status=Status.NOT_OURS)
    cases = [case for case in map(_case, petitions) if case] or ([] if petitions else list(own))
    stage = min(_stages(paper.visit, petitions, cases))
    due_on = None if stage in FINISHED else _next_day(paper.visit, petitions, cases)
    return Standing(stage, due_on)


def _code(typed: str) -> str:
    """Return the code as receipts bear it, "ABCDE-FGHJK", however it was typed."""
    drawn = re.sub(r"[^A-Z0-9]", "", typed.upper())[:LONGEST_CODE]
    return f"{drawn[:GROUP]}-{drawn[GROUP:]}"


def _case(petition: Petition) -> Case | None:
    link = getattr(petition, "case_link", None)
    return link.case if link else None


def _stages(visit: Visit, petitions: list[Petition], cases: list[Case]) -> Iterable[Stage]:
    if petitions:
        return map(stage_of_petition, petitions)
    if cases:
        return map(stage_of_case, cases)
    return [stage_of_visit(visit)]


def stage_of_visit(visit: Visit) -> Stage:
    """Return how far a visit is that led to no petition and no case."""
    if visit.replied_on:
        return _AFTER_REPLY[ReplyOutcome(visit.reply_outcome)]
    return Stage.ANSWERED if visit.result == Visit.Result.REFUSED else Stage.RECEIVED


def stage_of_petition(petition: Petition) -> Stage:
    """Return how far a petition is, through its case when it has one."""
    case = _case(petition)
    if petition.processed_on and case and case.status != Status.NOT_OURS:
        return stage_of_case(case)
    if petition.outcome == Petition.Outcome.FORWARDED:
        return Stage.FORWARDED
    if petition.outcome in _TOLD_BY_HANDLING:
        return Stage.ANSWERED
    if petition.replied_on:
        return Stage.ANSWERED if petition.processed_on else _AFTER_REPLY[ReplyOutcome(petition.reply_outcome)]
    return Stage.PROCESSING if petition.processed_on else Stage.RECEIVED


def stage_of_case(case: Case) -> Stage:
    """Return how far a case within the office's competence is."""
    if case.closed_on:
        return _AFTER_CLOSING.get(Way(case.outcome), Stage.RESOLVED)
    return _OF_OPEN_CASE[Status(case.status)]


def _next_day(visit: Visit, petitions: list[Petition], cases: list[Case]) -> date | None:
    """Return the first end of the running clocks of reply, acceptance and resolution.

    A suspended clock has no day to tell, a target of the office's own is no promise of the law.
    """
    moving = [case for case in cases if case.status != Status.SUSPENDED]
    intake = IntakeDeadline.objects.running().filter(
        Q(visit=visit) | Q(petition__in=petitions), step__in=INTAKE_STEPS
    )
    resolution = CaseDeadline.objects.running().filter(case__in=moving, step__in=RESOLUTION_STEPS)
    legal = (rows.exclude(certainty=Certainty.HOUSE) for rows in (intake, resolution))
    return min(chain.from_iterable(rows.values_list("due_on", flat=True) for rows in legal), default=None)
