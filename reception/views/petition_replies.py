"""What follows a petition's registration at the counter: its kind corrected, and the replies around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.office_form import OfficeForm
from lucba.office.once import once
from reception.actions.petitions import (
    reclassify_petition,
    record_reply_from_body,
    reply_to_petition,
)
from reception.forms.petitions import BodyReplyForm, KindForm
from reception.forms.visits import ReplyForm
from reception.models import Petition


@once
@roles(*OFFICE)
def petition_reply(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take down what the author was told and when."""
    return follow_up(request, pk, ReplyForm, reply_to_petition, "Ghi trả lời người gửi đơn", day="replied_on")


@once
@roles(*OFFICE)
def petition_body_reply(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take down a reply of the body the petition was forwarded to."""
    return follow_up(
        request, pk, BodyReplyForm, record_reply_from_body, "Ghi văn bản phúc đáp", day="received_on"
    )


@once
@roles(*OFFICE)
def petition_kind(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Correct the kind of a petition not handled yet."""

    def correct(petition: Petition, *, kind: str, by: Any, today: Any) -> Petition:
        return reclassify_petition(petition, kind=kind, by=by)

    return follow_up(request, pk, KindForm, correct, "Phân loại lại đơn")


def follow_up(
    request: OfficialRequest,
    pk: int,
    form_class: type[OfficeForm],
    action: Callable[..., object],
    heading: str,
    *,
    day: str = "",
) -> HttpResponseBase:
    """Show `form_class` for a petition and hand its answers to `action`; `day` is filled in with today."""
    petition = get_object_or_404(Petition.objects.visible_to(request.user), pk=pk)
    today = timezone.localdate()
    initial = {day: today} if day else {"kind": petition.kind}
    form = form_class(request.POST or None, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            action(petition, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{heading}: đã ghi vào đơn {petition.code}.")
            return redirect("reception:petition-page", petition.pk)
    return render(
        request,
        "reception/petition_follow_up.html",
        {"form": form, "petition": petition, "heading": heading},
    )
