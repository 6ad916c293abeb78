"""The steps of a paper: submitted, taken back, approved, sent back, given up, issued, replaced."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from complaints.actions.papers import (
    approve_paper,
    draft_paper,
    drop_paper,
    issue_paper,
    send_back_paper,
    submit_paper,
    take_back_paper,
)
from complaints.forms.papers import IssueForm, WordForm
from complaints.models import CasePaper
from complaints.papers.as_document import subject_of
from complaints.papers.desk import may
from complaints.papers.shelf import form_of
from complaints.views.papers import seen_paper
from lucba.office.access import LEADERS, OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once
from lucba.papers.document import Document
from reception.views.papers import usual_signer


def _moved(
    request: OfficialRequest, pk: int, act: Callable[[CasePaper], object], done: str
) -> HttpResponseBase:
    """Let `act` move the paper on, and return to its page with what was done or why not."""
    paper = seen_paper(request, pk)
    try:
        act(paper)
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, done)
    return redirect("complaints:paper", pk)


@require_POST
@once
@roles(*OFFICE, Role.OFFICER)
def paper_submit(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Lay a draft before the leaders."""
    return _moved(request, pk, lambda paper: submit_paper(paper, by=request.user), "Đã trình lãnh đạo duyệt.")


@require_POST
@once
@roles(*OFFICE, Role.OFFICER)
def paper_take_back(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take a submitted paper back."""
    return _moved(request, pk, lambda paper: take_back_paper(paper, by=request.user), "Đã rút lại dự thảo.")


@require_POST
@once
@roles(*LEADERS)
def paper_approve(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Approve the text of a paper."""
    seen, today = request.POST.get("seen", ""), timezone.localdate()
    mark = int(seen) if seen.isdecimal() else None
    return _moved(
        request,
        pk,
        lambda paper: approve_paper(paper, seen=mark, by=request.user, on=today),
        "Đã duyệt. Văn thư in, lấy chữ ký rồi cấp số.",
    )


@require_POST
@once
@roles(*OFFICE, Role.OFFICER)
def paper_drop(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Give a draft up."""
    return _moved(request, pk, lambda paper: drop_paper(paper, by=request.user), "Đã bỏ dự thảo.")


@once
@roles(*LEADERS)
def paper_send_back(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Give a paper back with a word."""
    paper = seen_paper(request, pk)
    form = WordForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            send_back_paper(paper, word=form.cleaned_data["word"], by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã trả lại dự thảo để sửa.")
            return redirect("complaints:paper", pk)
    context = {"form": form, "paper": paper, "heading": "Trả lại dự thảo", "subject": subject_of(paper)}
    return render(request, "complaints/paper_step.html", context)


@once
@roles(*OFFICE, Role.OFFICER)
def paper_issue(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Give a paper its number and day, and keep its print for good."""
    paper, today = seen_paper(request, pk), timezone.localdate()
    if not may(paper, request.user).issue:
        raise Http404("Văn bản này chưa ban hành được.")
    official_form = form_of(paper.form, on=paper.form_on)
    initial = {"dated_on": today, "signer": usual_signer(paper.unit, on=today)}
    form = IssueForm(request.POST or None, form=official_form, unit=paper.unit, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            issued = issue_paper(paper, **form.cleaned_data, printer=_print, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ban hành {issued.issued}.")
            return redirect("complaints:paper", pk)
    context = {"form": form, "paper": paper, "heading": form.submit_word, "subject": subject_of(paper)}
    return render(request, "complaints/paper_step.html", context)


def _print(document: Document) -> bytes:
    from lucba.papers.render import render_pdf  # more than a second to load, and only those who print wait

    return render_pdf(document)


@require_POST
@once
@roles(*OFFICE)
def paper_replace(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Draft a paper that will replace an issued one; both stay."""
    old = seen_paper(request, pk)
    subject = subject_of(old)
    try:
        new = draft_paper(
            subject,
            old.form,
            event=old.event,
            act=old.act,
            replaces=old,
            by=request.user,
            on=timezone.localdate(),
        )
    except RefusedError as refusal:
        messages.error(request, refusal.message)
        return redirect("complaints:paper", pk)
    return redirect("complaints:paper", new.pk)
