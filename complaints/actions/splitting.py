"""Split a petition of several matters: each becomes a petition of its own, tied to the first (LTCD 25(3))."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from complaints.actions.handling import handle_petition
from complaints.envelope import Part
from lucba.office.errors import RefusedError, refuse_blank
from lucba.office.models import Official
from reception.actions.petitions import register_petition
from reception.actions.seals import carry_seal, may_be_tied
from reception.models import Petition, SealedIdentity

MIXED = "đơn có nhiều nội dung thuộc thẩm quyền nhiều cơ quan hoặc nhiều loại"
FEWEST = 2


@transaction.atomic
def split_petition(
    petition: Petition,
    *,
    parts: Sequence[Part],
    split_on: date,
    same_receipt: bool,
    document: str = "",
    by: Official,
    today: date,
) -> list[Petition]:
    """Handle a mixed petition as split and register its parts; return them.

    They keep the day of receipt when the citizen agrees that this paper counts (`same_receipt`), else they
    are received on the day of the split. Raises RefusedError.
    """
    if len(parts) < FEWEST:
        raise RefusedError("Tách đơn thì phải có ít nhất hai nội dung.", field="summary_2")
    for number, part in enumerate(parts, 1):
        refuse_blank(part.summary.strip(), "Hãy ghi nội dung của phần này.", field=f"summary_{number}")
    parent = handle_petition(
        petition,
        processed_on=split_on,
        eligible=False,
        outcome=Petition.Outcome.SPLIT,
        outcome_document=document,
        ineligible_reason=MIXED,
        by=by,
        today=today,
    )
    came = _as_received(parent) if same_receipt else _as_brought(parent, split_on)
    return [_register(parent, part, came, by=by, today=today) for part in parts]


def _as_received(parent: Petition) -> dict[str, Any]:
    return {
        "received_on": parent.received_on,
        "source": parent.source,
        "visit": parent.visit,
        "forwarder_kind": parent.forwarder_kind,
        "forwarder": parent.forwarder,
    }


def _as_brought(parent: Petition, on: date) -> dict[str, Any]:
    """Return how the parts come when the citizen writes them anew: not at the visit of the first paper."""
    at_reception = parent.source == Petition.Source.RECEPTION
    source = Petition.Source.OTHER if at_reception else parent.source
    return {**_as_received(parent), "received_on": on, "visit": None, "source": source}


def _register(parent: Petition, part: Part, came: dict[str, Any], *, by: Official, today: date) -> Petition:
    """Register a part. A tie never joins a name and a denunciation: it would tell who denounces (LTC 8)."""
    identity = SealedIdentity.objects.filter(petition=parent).first()
    tied = may_be_tied(part.kind, parent.kind)
    visit = came["visit"]
    if visit and not (tied and may_be_tied(part.kind, visit.content_kind)):
        came = _as_brought(parent, came["received_on"])
    registered = register_petition(
        parent.unit,
        **came,
        signer_kind=parent.signer_kind,
        signer_name=parent.signer_name or (identity.name if identity else ""),
        signers=parent.signers,
        hamlet=parent.hamlet or (identity.hamlet if identity else None),
        kind=part.kind,
        summary=part.summary,
        split_from=parent if tied else None,
        urgent=parent.urgent,
        by=by,
        today=today,
    )
    if identity:
        carry_seal(identity, registered)
    return registered
