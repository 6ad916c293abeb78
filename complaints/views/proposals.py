"""What waits for the leaders' word: one list, the most urgent first; approve with one tap or send back."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from complaints.actions.proposals import return_proposal, take_back
from complaints.approval import approve
from complaints.desks import proposals_answered, proposals_waiting
from complaints.models import Proposal
from complaints.papers.desk import SHOWN, papers_to_sign, papers_waiting
from lucba.office.access import LEADERS, OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.keyset import page_after
from lucba.office.once import once


@require_safe
@roles(*OFFICE)
def proposal_list(request: OfficialRequest) -> HttpResponse:
    """Show what waits for approval, the first due first, and what was answered last."""
    waiting = proposals_waiting(request.user)
    page = page_after(waiting, request.GET.get("sau", ""), by="turn_on", newest_first=False)
    context = {
        "page": page,
        "answered": proposals_answered(request.user),
        "papers_waiting": papers_waiting(request.user)[:SHOWN],
        "papers_to_sign": papers_to_sign(request.user)[:SHOWN],
    }
    return render(request, "complaints/proposal_list.html", context)


@require_POST
@once
@roles(*LEADERS)
def proposal_approve(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Approve a proposal and carry it out today."""
    seen, today = request.POST.get("seen", ""), timezone.localdate()
    mark = int(seen) if seen.isdecimal() else None
    return _answered(
        request,
        pk,
        lambda proposal: approve(proposal, seen=mark, by=request.user, on=today, today=today),
        "Đã phê duyệt và ghi sổ",
    )


@require_POST
@once
@roles(*LEADERS)
def proposal_return(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Send a proposal back with a word."""
    word = request.POST.get("word", "")[:500]
    return _answered(
        request,
        pk,
        lambda proposal: return_proposal(proposal, word=word, by=request.user, today=timezone.localdate()),
        "Đã trả lại đề xuất",
    )


@require_POST
@once
@roles(*OFFICE)
def proposal_take_back(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take one's own proposal back."""
    return _answered(
        request,
        pk,
        lambda proposal: take_back(proposal, by=request.user, today=timezone.localdate()),
        "Đã rút đề xuất",
    )


def _answered(
    request: OfficialRequest, pk: int, act: Callable[[Proposal], object], done: str
) -> HttpResponseBase:
    """Let `act` answer the proposal and return to the list, with its refusal when there is one."""
    visible = Proposal.objects.visible_to(request.user).select_related("petition", "case")
    proposal = get_object_or_404(visible, pk=pk)
    subject = proposal.petition or proposal.case
    try:
        act(proposal)
    except RefusedError as refusal:
        messages.error(request, f"{subject}: {refusal.message}")
    else:
        messages.success(request, f"{done}: {subject}.")
    return redirect("complaints:proposal-list")
