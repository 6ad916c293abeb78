"""Petitions sent here by other units of the installation: take them into the book, or return them."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from complaints.actions.transfers import accept_transfer, return_transfer
from complaints.desks import transfers_to
from complaints.forms.transfers import AcceptForm, ReturnForm
from complaints.models import Transfer
from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.office_form import OfficeForm
from lucba.office.once import once


@require_safe
@roles(*OFFICE)
def transfer_list(request: OfficialRequest) -> HttpResponse:
    """Show the petitions other units sent here that nobody has taken in yet, the oldest first."""
    return render(request, "complaints/transfer_list.html", {"transfers": transfers_to(request.user)})


@once
@roles(*OFFICE)
def transfer_accept(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take a petition sent by another unit into the book."""
    transfer, today = _arriving(request, pk), timezone.localdate()
    form = AcceptForm(request.POST or None, today=today, initial={"on": today})

    def accept() -> HttpResponseBase:
        received = accept_transfer(transfer, **form.cleaned_data, by=request.user, today=today)
        messages.success(request, f"Đã tiếp nhận và vào sổ đơn {received.code}.")
        return redirect("reception:petition-page", received.pk)

    return _answer(request, transfer, form, accept, "Tiếp nhận đơn chuyển đến")


@once
@roles(*OFFICE)
def transfer_return(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Return a petition to the unit that sent it."""
    transfer, today = _arriving(request, pk), timezone.localdate()
    form = ReturnForm(request.POST or None, today=today, initial={"on": today})

    def send_back() -> HttpResponseBase:
        return_transfer(transfer, **form.cleaned_data, by=request.user, today=today)
        messages.success(request, f"Đã trả lại đơn cho {transfer.unit}.")
        return redirect("complaints:transfer-list")

    return _answer(request, transfer, form, send_back, "Trả lại đơn chuyển đến")


def _arriving(request: OfficialRequest, pk: int) -> Transfer:
    """Return a petition on its way to the official's office; once answered it is read in the book."""
    transfer: Transfer = get_object_or_404(transfers_to(request.user), pk=pk)
    return transfer


def _answer(
    request: OfficialRequest,
    transfer: Transfer,
    form: OfficeForm,
    act: Callable[[], HttpResponseBase],
    heading: str,
) -> HttpResponseBase:
    """Show `form` for the transfer and let `act` carry its answers out and lead on."""
    if request.method == "POST" and form.is_valid():
        try:
            return act()
        except RefusedError as refusal:
            form.refuse(refusal)
    context = {"form": form, "transfer": transfer, "heading": heading}
    return render(request, "complaints/transfer_form.html", context)
