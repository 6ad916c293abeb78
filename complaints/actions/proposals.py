"""Lay a petition's handling or an act on a case before the leaders, send it back, take it back.

Approving it is `complaints.approval`: it rebuilds the form the answers came from.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse

from complaints.actions.events import acts_for
from complaints.actions.events import locked as locked_case
from complaints.models import Case, Proposal
from complaints.transition import Transition
from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_blank
from lucba.office.models import Official
from lucba.office.telling import leaders_of, tell
from reception.actions.petitions import locked as locked_petition
from reception.models import Petition

HANDLING = "xu_ly_don"  # the act of a proposal on a petition
Answers = dict[str, Any]


@transaction.atomic
def propose_handling(
    petition: Petition, answers: Answers, *, note: str = "", by: Official, today: date
) -> Proposal:
    """Lay how `petition` is to be handled before the leaders.

    Raises RefusedError when it was handled, or a proposal waits already.
    """
    petition = locked_petition(petition)
    if petition.unit_id != by.unit_id:
        raise RefusedError("Đơn này của đơn vị khác.")
    if petition.processed_on:
        raise RefusedError("Đơn này đã được xử lý.")
    _refuse_second(Proposal.objects.waiting().filter(petition=petition).first())
    kept = {**answers, "kind": petition.kind}  # what was proposed of another kind is not approved
    proposal = Proposal(petition=petition, act=HANDLING, answers=kept, note=note.strip())
    return _lay_before_leaders(proposal, petition.code, by=by, today=today)


@transaction.atomic
def propose_act(
    case: Case, row: Transition, answers: Answers, *, note: str = "", by: Official, today: date
) -> Proposal:
    """Lay the act `row` on `case` before the leaders.

    Raises RefusedError when the act is not open to be proposed by this person, or is proposed already.
    """
    case = locked_case(case)
    if row not in acts_for(case, by).proposable:
        raise RefusedError(f"Lúc này không trình được “{row.words}” cho vụ việc {case.code}.")
    _refuse_second(Proposal.objects.waiting().filter(case=case, act=row.slug).first())
    proposal = Proposal(case=case, act=row.slug, answers=answers, note=note.strip())
    return _lay_before_leaders(proposal, case.code, by=by, today=today)


def _refuse_second(waiting: Proposal | None) -> None:
    if waiting:
        raise RefusedError(
            f"Việc này đã được {waiting.proposed_by} trình ngày {waiting.proposed_on:%d/%m/%Y}, đang chờ phê "
            "duyệt. Muốn trình lại, hãy rút đề xuất đó trước."
        )


def _lay_before_leaders(proposal: Proposal, code: str, *, by: Official, today: date) -> Proposal:
    leaders = leaders_of(by.unit)
    if not leaders:
        raise RefusedError("Đơn vị chưa có tài khoản Chủ tịch, Phó Chủ tịch để phê duyệt.")
    proposal.unit, proposal.proposed_by, proposal.proposed_on = by.unit, by, today
    proposal.save()
    audit.record("trình phê duyệt", subject=code, by=by, detail=proposal.act)
    tell(leaders, f"{by.full_name} trình phê duyệt: {code}.", path=reverse("complaints:proposal-list"))
    return proposal


def lock_subject(proposal: Proposal) -> None:
    """Lock the petition or case first, as those do who deal with it directly: nobody waits for the other."""
    if proposal.petition:
        locked_petition(proposal.petition)
    elif proposal.case:
        locked_case(proposal.case)


def locked_waiting(proposal: Proposal) -> Proposal:
    """Return the proposal with its row locked. Raises RefusedError when it was answered or taken back."""
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("petition", "case", "proposed_by")
    proposal = rows.get(pk=proposal.pk)
    if proposal.state != Proposal.State.WAITING:
        who = f" bởi {proposal.decided_by}" if proposal.decided_by else ""
        raise RefusedError(f"Đề xuất này {proposal.get_state_display()}{who}, không còn chờ phê duyệt.")
    return proposal


def refuse_not_entitled(proposal: Proposal, by: Official) -> None:
    """Refuse anybody but another leader of the same office."""
    if not by.is_leader or by.unit_id != proposal.unit_id:
        raise RefusedError("Chỉ Chủ tịch, Phó Chủ tịch của đơn vị được phê duyệt.")
    if proposal.proposed_by_id == by.pk:
        raise RefusedError("Không ai tự phê duyệt đề xuất của mình.")


def answer(proposal: Proposal, state: Proposal.State, *, by: Official, on: date, word: str = "") -> Proposal:
    """Write the answer of a leader to a locked proposal, and tell who proposed it."""
    proposal.state, proposal.decided_by, proposal.decided_on = state, by, on
    proposal.word = word.strip()
    proposal.save(update_fields=["state", "decided_by", "decided_on", "word"])
    subject = proposal.petition or proposal.case
    audit.record(f"đề xuất {state.label}", subject=subject, by=by, detail=proposal.word)
    said = f"Đề xuất về {subject} {state.label}{f': {proposal.word}' if proposal.word else ''}."
    if proposal.proposed_by_id != by.pk:
        tell([proposal.proposed_by], said, path=reverse("complaints:proposal-list"))
    return proposal


@transaction.atomic
def return_proposal(proposal: Proposal, *, word: str, by: Official, today: date) -> Proposal:
    """Send a proposal back with a word. Raises RefusedError without one."""
    proposal = locked_waiting(proposal)
    refuse_not_entitled(proposal, by)
    refuse_blank(word.strip(), "Hãy ghi ý kiến khi trả lại đề xuất.", field="word")
    return answer(proposal, Proposal.State.RETURNED, by=by, on=today, word=word)


@transaction.atomic
def take_back(proposal: Proposal, *, by: Official, today: date) -> Proposal:
    """Take one's own proposal back before it is answered. Raises RefusedError."""
    proposal = locked_waiting(proposal)
    if proposal.proposed_by_id != by.pk:
        raise RefusedError("Chỉ người đề xuất được rút đề xuất của mình.")
    return answer(proposal, Proposal.State.TAKEN_BACK, by=by, on=today)


def close_waiting(by: Official, on: date, **subject: Any) -> None:
    """Close what is still proposed for a `subject` that was just dealt with directly."""
    done = "Việc này đã được ghi trực tiếp."
    for proposal in Proposal.objects.waiting().filter(**subject).select_related("proposed_by"):
        answer(proposal, Proposal.State.RETURNED, by=by, on=on, word=done)
