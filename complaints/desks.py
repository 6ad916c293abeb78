"""What waits on the desks: proposals for the leaders, petitions sent by other units; where they can be sent.

Every list starts at `visible_to` and costs the same number of queries however long it is.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, DateField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from complaints.models import CaseDeadline, Proposal, Transfer
from lucba.office.models import Official, Unit, UnitProfile
from reception.models import IntakeDeadline, Petition

FIRST, WITHOUT_CLOCK = date(2000, 1, 1), date(9999, 1, 1)  # the ends of the list
ANSWERED_SHOWN = 20
KEEPERS = (Official.Role.CLERK, Official.Role.CHAIRMAN, Official.Role.VICE_CHAIRMAN)


def proposals_waiting(official: Official) -> Any:
    """Return the proposals that wait, each with `next_due`, `next_act` and its place `turn_on` in the list.

    Of a petition or case it is the running clock that ends first.
    """
    waiting = Proposal.objects.visible_to(official).waiting()
    waiting = waiting.annotate(next_due=_of_first_clock("due_on"), next_act=_of_first_clock("act_by"))
    return _with_subjects(waiting.annotate(turn_on=_place()))


def _place() -> Case:
    """Return where a proposal stands in the list: urgent petitions first, what has no clock last."""
    urgent = When(petition__urgent=True, then=Value(FIRST))
    return Case(urgent, default=Coalesce(F("next_due"), Value(WITHOUT_CLOCK)), output_field=DateField())


def proposals_answered(official: Official) -> Any:
    """Return the proposals answered last."""
    answered = Proposal.objects.visible_to(official).exclude(state=Proposal.State.WAITING)
    return _with_subjects(answered).order_by("-decided_on", "-pk")[:ANSWERED_SHOWN]


def _with_subjects(proposals: Any) -> Any:
    return proposals.select_related("petition__hamlet", "case", "proposed_by", "decided_by")


def _of_first_clock(column: str) -> Coalesce:
    intake = IntakeDeadline.objects.running().order_by("due_on", "pk").values(column)
    of_petition = intake.filter(petition=OuterRef("petition"))
    acceptance = intake.filter(petition__case_link__case=OuterRef("case"))
    of_case = CaseDeadline.objects.running().filter(case=OuterRef("case")).order_by("due_on", "pk")
    return Coalesce(Subquery(of_petition[:1]), Subquery(of_case.values(column)[:1]), Subquery(acceptance[:1]))


def transfers_to(official: Official) -> Any:
    """Return what other units sent to the official's office and waits, the oldest first."""
    sent = Transfer.objects.visible_to(official).filter(receiver_id=official.unit_id)
    waiting = sent.filter(state=Transfer.State.SENT)
    return waiting.select_related("unit", "petition").order_by("sent_on", "pk")


def ways_of(official: Official, petition: Petition) -> Any:
    """Return the ways a petition went out of the office or came into it, the latest first."""
    ways = Transfer.objects.visible_to(official).filter(Q(petition=petition) | Q(received_as=petition))
    return ways.select_related("unit", "receiver", "petition", "received_as")


def receiving_units(*, on: date) -> list[Unit]:
    """Return the units a petition can be sent to: in being, with somebody who keeps the books here."""
    staffed = Official.objects.filter(is_active=True, role__in=KEEPERS).values("unit_id")
    existing = UnitProfile.objects.in_force(on=on).values("unit_id")
    return list(Unit.objects.filter(pk__in=staffed).filter(pk__in=existing).order_by("name"))
