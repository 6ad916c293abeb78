"""Where a petition is on its way from arrival to outcome, derived in one place (the envelope of law.md 8.0).

Nothing of it is stored: it follows from the handling, the proposal that waits, the replies and the links.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, FilteredRelation, OuterRef, Q

from reception.models import Petition, PetitionReply

Outcome = Petition.Outcome
# The register has no outcome of its own for it: a petition taken back is filed with this reason.
WITHDRAWN = "người gửi rút đơn"
AWAITING_REPLY = (Outcome.FORWARDED, Outcome.URGED)


class Stage(models.TextChoices):
    """The stages of the envelope."""

    NEW = "moi", "mới, chưa xử lý"
    PROPOSED = "da_trinh", "đã trình, chờ phê duyệt"
    ACCEPTANCE = "de_xuat", "đã phân loại, đề xuất thụ lý"
    JOINED = "nhap", "đã nhập vào vụ việc"
    CHECK = "kiem_tra", "đã phân loại, kiểm tra phục vụ quản lý"
    GUIDED = "huong_dan", "đã hướng dẫn"
    AWAITING_REPLY = "cho_phuc_dap", "đã chuyển, chờ phúc đáp"
    URGED = "don_doc", "đã đôn đốc, chờ phúc đáp"
    ANSWERED = "da_phuc_dap", "đã chuyển, đã có phúc đáp"
    INVESTIGATORS = "cqdt", "đã chuyển cơ quan điều tra"
    RETURNED = "tra_lai", "đã trả lại"
    FILED = "luu", "đã lưu"
    DUPLICATE = "trung", "trùng, đã lưu"
    WITHDRAWN = "rut", "người gửi đã rút"
    SPLIT = "tach", "đã tách"


_OF_OUTCOME = {
    Outcome.PROPOSED: Stage.ACCEPTANCE,
    Outcome.JOINED: Stage.JOINED,
    Outcome.MANAGEMENT_CHECK: Stage.CHECK,
    Outcome.GUIDED: Stage.GUIDED,
    Outcome.FORWARDED: Stage.AWAITING_REPLY,
    Outcome.URGED: Stage.URGED,
    Outcome.RETURNED: Stage.RETURNED,
    Outcome.FILED: Stage.FILED,
    Outcome.SPLIT: Stage.SPLIT,
}


def stage_of(petition: Petition, *, is_proposed: bool, is_answered: bool) -> Stage:
    """Return the stage of `petition`: a proposal waits, a reply to its transfer came, or neither."""
    if petition.processed_on is None:
        return Stage.PROPOSED if is_proposed else Stage.NEW
    if petition.crime_signs:
        return Stage.INVESTIGATORS
    if petition.outcome == Outcome.FILED and petition.duplicate_of_id:
        return Stage.DUPLICATE
    if petition.outcome == Outcome.FILED and petition.ineligible_reason.startswith(WITHDRAWN):
        return Stage.WITHDRAWN
    if is_answered and petition.outcome in AWAITING_REPLY:
        return Stage.ANSWERED
    return _OF_OUTCOME[Outcome(petition.outcome)]


def with_stage(rows: Any) -> Any:
    """Return the petitions `rows` with what `stage_of` asks of other tables, at no further query.

    A proposal belongs to the room above: it is reached by the name it gave its way back, one waiting at most.
    """
    waiting = FilteredRelation("proposals", condition=Q(proposals__state="cho"))
    replies = PetitionReply.objects.filter(petition=OuterRef("pk"))
    return rows.annotate(
        proposal_waiting=waiting,
        is_proposed=models.ExpressionWrapper(
            Q(proposal_waiting__isnull=False), output_field=models.BooleanField()
        ),
        is_answered=Exists(replies),
    )


def kept_until(petition: Petition) -> date | None:
    """Return until when a filed petition is kept at least: one year from its handling (TT 05/2021)."""
    on = petition.processed_on
    if on is None or petition.outcome != Outcome.FILED:
        return None
    try:
        return on.replace(year=on.year + 1)
    except ValueError:  # 29 February
        return date(on.year + 1, 3, 1)
