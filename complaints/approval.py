"""From an answer of the form to the act: done at once, laid before a leader, or approved by one.

What a leader approves goes through the very form and action the page of the act would use. The act takes
place on the day of the approval: nothing was decided before. Only a fact he confirms keeps its own day.
"""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import Any

from django import forms
from django.db import transaction

from complaints.act_pages import Asking, act_form, carry_out
from complaints.actions.handling import handle_petition
from complaints.actions.matters import Matter
from complaints.actions.proposals import (
    answer,
    close_waiting,
    lock_subject,
    locked_waiting,
    propose_act,
    propose_handling,
    refuse_not_entitled,
)
from complaints.forms.act_form import ActForm
from complaints.forms.handling import HandleForm
from complaints.forms.proposals import NOTE, as_sent, kept_answers
from complaints.models import Case, Proposal
from complaints.workflow import EventKind, transition
from lucba.office.errors import RefusedError, refuse_future
from lucba.office.fields import read_date
from lucba.office.models import Official
from lucba.office.telling import leaders_of
from reception.models import Petition

DAYS_OF_THE_ACT = ("processed_on", "happened_on")
DAYS_AFTER = ("sent_on",)
# What a leader confirms took place keeps its day; everything else is decided by the approval.
FACTS = (EventKind.DIALOGUE.value,)


def handle_or_propose(form: HandleForm, petition: Petition, *, by: Official) -> str:
    """Handle the petition as the valid `form` says, or lay it before the leaders; return what was done.

    Raises RefusedError.
    """
    if not (form.needs_a_leader() and by.role == Official.Role.CLERK):
        _handle(form, petition, by=by, today=form.today)
        return f"Đã ghi xử lý đơn {petition.code}."
    answers = kept_answers(form, left_out=(*form.beside_the_point(), *DAYS_OF_THE_ACT))
    with transaction.atomic():
        _rehearse_handling(form, petition)
        propose_handling(petition, answers, note=form.cleaned_data["note"], by=by, today=form.today)
    return f"Đã trình phê duyệt việc xử lý đơn {petition.code}."


def _handle(form: HandleForm, petition: Petition, *, by: Official, today: date) -> None:
    facts = form.matter_answers()
    matter = Matter(**facts) if facts else None
    handle_petition(petition, **form.handling_answers(), matter=matter, by=by, today=today)


def _rehearse_handling(form: HandleForm, petition: Petition) -> None:
    """Refuse now what the action would refuse the leader; nothing of it is stored."""
    for leader in leaders_of(petition.unit)[:1]:
        with transaction.atomic():
            _handle(form, petition, by=leader, today=form.today)
            transaction.set_rollback(True)


def ask_for_note(form: ActForm) -> None:
    """Turn the form of a leaders' act into one that proposes it."""
    form.submit_word = "Trình phê duyệt"
    form.ask("note", copy(NOTE))


def act_or_propose(form: ActForm, asking: Asking, *, propose: bool) -> str:
    """Do what a valid form says, or lay it before the leaders; return what was done. Raises RefusedError.

    A proposal of an act that is then done directly is answered by that.
    """
    words, code = asking.row.words, asking.case.code
    if propose:
        _lay_act_before_leaders(form, asking)
        return f"Đã trình phê duyệt “{words}” cho vụ việc {code}."
    with transaction.atomic():
        carry_out(form, asking)
        close_waiting(asking.by, asking.today, case=asking.case, act=asking.row.slug)
    return f"Đã ghi “{words}” vào vụ việc {code}."


def _lay_act_before_leaders(form: ActForm, asking: Asking) -> Proposal:
    """Lay the act before them, once it is sure that today it would not be refused."""
    note = form.cleaned_data.pop("note", "")
    with transaction.atomic():
        for leader in leaders_of(asking.case.unit)[:1]:
            with transaction.atomic():
                carry_out(form, Asking(asking.case, asking.row, leader, asking.today))
                transaction.set_rollback(True)
        answers = kept_answers(form, left_out=() if asking.row.slug in FACTS else DAYS_OF_THE_ACT)
        return propose_act(asking.case, asking.row, answers, note=note, by=asking.by, today=asking.today)


@transaction.atomic
def approve(proposal: Proposal, *, seen: int | None = None, by: Official, on: date, today: date) -> Proposal:
    """Approve a proposal and carry it out on the day `on`.

    `seen` is what `Case.changes` was when the leader looked. Raises RefusedError, and the proposal goes on
    waiting, when the law or what happened meanwhile forbids it.
    """
    lock_subject(proposal)
    proposal = locked_waiting(proposal)
    refuse_not_entitled(proposal, by)
    refuse_future(on, today=today, field="on")
    answer(proposal, Proposal.State.APPROVED, by=by, on=on)
    if proposal.petition:
        _approve_handling(proposal, proposal.petition, by=by, on=on, today=today)
    elif proposal.case:
        _approve_act(proposal, proposal.case, seen=seen, by=by, on=on, today=today)
    return proposal


def _approve_handling(proposal: Proposal, petition: Petition, *, by: Official, on: date, today: date) -> None:
    if petition.kind != proposal.answers.get("kind", petition.kind):
        raise RefusedError("Loại đơn đã thay đổi sau khi trình: hãy trả lại để trình lại.")
    data = as_sent(proposal.answers, **_days(proposal, on, today))
    form = HandleForm(data, petition=petition, official=by, today=today)
    _refuse_invalid(form)
    _handle(form, petition, by=by, today=today)


def _approve_act(
    proposal: Proposal, case: Case, *, seen: int | None, by: Official, on: date, today: date
) -> None:
    row = transition(proposal.act, case.kind)
    if row is None:
        raise RefusedError("Trình tự của vụ việc này không có việc được đề xuất.")
    asking = Asking(case, row, by, today)
    mark = "" if seen is None else str(seen)
    form = act_form(as_sent(proposal.answers, seen=mark, **_days(proposal, on, today)), asking)
    _refuse_invalid(form)
    carry_out(form, asking)


def _days(proposal: Proposal, on: date, today: date) -> dict[str, str]:
    """Return the days of the act as they are carried out: that of the approval, none sent before it."""
    if proposal.act in FACTS:
        return {}
    fields: dict[str, Any] = proposal.answers["fields"]
    moved = {name: f"{on:%d/%m/%Y}" for name in DAYS_OF_THE_ACT if fields.get(name)}
    for name in DAYS_AFTER:
        if fields.get(name) and read_date(fields[name][0], today=today) < on:
            moved[name] = f"{on:%d/%m/%Y}"
    return moved


def _refuse_invalid(form: forms.Form) -> None:
    """Refuse answers that no longer fit the form, with its first sentence."""
    if form.is_valid():
        return
    sentences = [str(sentence) for errors in form.errors.values() for sentence in errors]
    raise RefusedError(f"Nội dung đề xuất không còn phù hợp: {' '.join(sentences)}")
