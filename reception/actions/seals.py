"""The seal of a denunciation: the name goes in and out of it, and no tie leads from it to an open name.

A petition, copy, part or visit on the other side of the seal is one click away: it would tell who denounces
(LTC 8, 56). Imported books may hold such ties; here none is made.
"""

from __future__ import annotations

from typing import Any

from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError
from lucba.office.models import Hamlet
from reception.intake import visit_deadlines
from reception.models import ContentKind, IntakeDeadline, Petition, SealedIdentity, Visit
from reception.models.details import DETAILS


def may_be_tied(kind: str, other: str) -> bool:
    """Tell whether rows of these two kinds may lead to each other: both sealed, or neither."""
    return (kind == ContentKind.DENUNCIATION) == (other == ContentKind.DENUNCIATION)


def check_ties(kind: str, *, visit: Visit | None, **petitions: Petition | None) -> None:
    """Refuse a visit, or one of `petitions` (field -> petition), on the other side of the seal."""
    for field, other in petitions.items():
        if other and not may_be_tied(kind, other.kind):
            raise RefusedError(
                f"Đơn {other.code} là {other.get_kind_display()}: không gắn đơn tố cáo với đơn khác loại, để "
                "không lộ người tố cáo.",
                field=field,
            )
    if visit and not may_be_tied(kind, visit.content_kind):
        raise RefusedError(_why_not_at(visit), field="visit")


def _why_not_at(visit: Visit) -> str:
    if visit.content_kind == ContentKind.DENUNCIATION:
        return (
            f"{visit.code} là lượt tiếp tố cáo, danh tính được cất riêng: đơn khác loại không gắn vào đây. "
            "Hãy ghi một lượt tiếp khác, hoặc chọn nguồn đơn khác."
        )
    return (
        f"Lượt tiếp {visit.code} ghi họ tên công khai: gắn đơn tố cáo vào đây thì lộ người tố cáo. Hãy ghi "
        "một lượt tiếp tố cáo, hoặc chọn nguồn đơn khác."
    )


def seal_petition(petition: Petition, name: str, hamlet: Hamlet | None) -> None:
    """Put the author's name and hamlet into the seal of a petition, beside what it holds already."""
    if name or hamlet:
        SealedIdentity.objects.update_or_create(
            petition=petition, defaults={"unit": petition.unit, "name": name, "hamlet": hamlet}
        )


def unseal_petition(petition: Petition) -> None:
    """Bring name and hamlet back into `petition` (unsaved); what no petition shows stays in the seal."""
    identity = SealedIdentity.objects.filter(petition=petition).first()
    if identity is None:
        return
    petition.signer_name, petition.hamlet = identity.name, identity.hamlet
    if any(_details(identity).values()):
        identity.name, identity.hamlet = "", None
        identity.save(update_fields=["name", "hamlet"])
    else:
        identity.delete()


def carry_seal(identity: SealedIdentity, petition: Petition) -> None:
    """Carry the rest of what identifies the denouncer into the seal of another petition, if it has one."""
    SealedIdentity.objects.filter(petition=petition).update(**_details(identity))


def _details(identity: SealedIdentity) -> dict[str, Any]:
    return {name: getattr(identity, name) for name in (*DETAILS, "members")}


def untie(petition: Petition, *, kind: str) -> None:
    """Undo the ties of `petition` (unsaved) to what stands on the other side of the seal as `kind`."""
    for tie in ("duplicate_of", "split_from"):
        other = getattr(petition, tie)
        if other and not may_be_tied(kind, other.kind):
            setattr(petition, tie, None)
        for later in Petition.objects.filter(**{tie: petition}):
            if not may_be_tied(kind, later.kind):
                Petition.objects.filter(pk=later.pk).update(**{tie: None})
    if petition.visit and not may_be_tied(kind, petition.visit.content_kind):
        _leave_visit(petition, petition.visit)


def _leave_visit(petition: Petition, visit: Visit) -> None:
    """Take `petition` (unsaved) from its visit, which carries its own reply clock again."""
    petition.visit = None
    if petition.source == Petition.Source.RECEPTION:
        petition.source = Petition.Source.OTHER
    if petition.replied_on and visit.replied_on is None:
        visit.replied_on, visit.reply_outcome = petition.replied_on, petition.reply_outcome
        visit.save(update_fields=["replied_on", "reply_outcome"])
    visit.deadlines.all().delete()
    held_on, others = visit.session.held_on, visit.petitions.exclude(pk=petition.pk)
    rows = visit_deadlines(visit, held_on=held_on, has_petition=others.exists(), calendar=working_calendar())
    IntakeDeadline.objects.bulk_create(rows)
