"""What happens to a case: one page for each row of the procedure, and the day a party was served."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from complaints.act_pages import Asking, act_form
from complaints.actions.deliveries import record_receipt
from complaints.actions.events import acts_for, note_sent
from complaints.approval import act_or_propose, ask_for_note
from complaints.forms.decisions import ReceiptForm, SentForm
from complaints.models import Case, CaseEvent, Decision, Delivery
from complaints.papers.desk import papers_of_act
from complaints.papers.shelf import forms_of_act
from complaints.workflow import OF_DECISION, EventKind, Page, Transition, transition
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once


@once
@roles(*OFFICE, Role.OFFICER)
def case_act(request: OfficialRequest, pk: int, act: str) -> HttpResponseBase:
    """Record a row of the procedure: an event, the decision, what follows it, a correction."""
    case = get_object_or_404(Case.objects.visible_to(request.user).select_related("unit"), pk=pk)
    asking = Asking(case, _row(act, case), request.user, timezone.localdate())
    form = act_form(request.POST or None, asking)
    openness = _openness(asking)
    if openness["is_proposable"]:
        ask_for_note(form)
    if request.method == "POST" and form.is_valid():
        try:
            done = act_or_propose(form, asking, propose=bool(openness["is_proposable"]))
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, done)
            return redirect("complaints:case-page", case.pk)
    context = {"form": form, "case": case, "row": asking.row, **openness, **papers_beside_act(asking)}
    return render(request, "complaints/case_act.html", context)


def papers_beside_act(asking: Asking) -> dict[str, object]:
    """Return the papers already there for the act, and the forms it may be documented on."""
    return {
        "papers": papers_of_act(asking.case, asking.row, asking.by),
        "forms": forms_of_act(asking.case.kind, asking.row.slug, on=asking.today),
    }


def _row(act: str, case: Case) -> Transition:
    """Return the row `act` of the procedure; 404 when there is none, or nothing to follow yet."""
    row = transition(act, case.kind)
    after_decision = row is not None and row.event in OF_DECISION and row.event != EventKind.DECIDED
    missing = after_decision and not Decision.objects.filter(case=case).exists()
    if row is None or row.page is Page.NONE or missing:
        raise Http404(f"Trình tự của vụ việc này không có việc “{act}”.")
    return row


def _openness(asking: Asking) -> dict[str, object]:
    """Return whether the row is open now to this person, or to be proposed by him, and why not."""
    acts = acts_for(asking.case, asking.by)
    reason = next((reason for row, reason in acts.closed if row is asking.row), "")
    proposable = asking.row in acts.proposable
    return {"is_open": asking.row in acts.open or proposable, "is_proposable": proposable, "reason": reason}


@once
@roles(*OFFICE)
def delivery_receipt(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note the day a party received the decision or conclusion."""
    visible = Decision.objects.visible_to(request.user)
    delivery = get_object_or_404(
        Delivery.objects.select_related("decision__case"), pk=pk, decision__in=visible
    )
    today = timezone.localdate()
    form = ReceiptForm(request.POST or None, today=today, initial={"received_on": today})
    case = delivery.decision.case
    if request.method == "POST" and form.is_valid():
        try:
            record_receipt(delivery, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi ngày {delivery.get_party_display()} nhận.")
            return redirect("complaints:case-page", case.pk)
    context = {"form": form, "case": case, "delivery": delivery, "is_open": True}
    return render(request, "complaints/delivery_receipt.html", context)


@once
@roles(*OFFICE)
def event_sent(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Note the day the paper of an event was sent to the parties."""
    events = CaseEvent.objects.filter(case__in=Case.objects.visible_to(request.user)).in_force()
    event = get_object_or_404(events.select_related("case"), pk=pk)
    today = timezone.localdate()
    form = SentForm(request.POST or None, today=today, initial={"sent_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            note_sent(event, **form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi ngày gửi văn bản “{event.get_kind_display()}”.")
            return redirect("complaints:case-page", event.case_id)
    return render(request, "complaints/event_sent.html", {"form": form, "case": event.case, "event": event})
