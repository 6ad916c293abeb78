"""The papers of the counter: issue one for a visit or a session, print it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.models import StaffTerm, Unit
from lucba.office.once import once
from lucba.papers.document import Document
from reception.actions.papers import issue_paper, paper_name, paper_printed
from reception.forms.papers import FORMS, PaperForm, ground_words
from reception.models import ReceptionPaper, ReceptionSession, Visit
from reception.papers.facts import place_of
from reception.papers.kinds import PaperKind, Subject, document_of, kind_of


@require_http_methods(["GET", "HEAD", "POST"])
@once
@roles(*OFFICE)
def visit_paper(request: OfficialRequest, pk: int, kind: str) -> HttpResponseBase:
    """Issue a paper to who came to a visit."""
    visits = Visit.objects.visible_to(request.user).select_related("unit", "session__unit", "hamlet")
    visit = get_object_or_404(visits, pk=pk)
    return _issue(request, visit, kind, leave=reverse("reception:visit-page", args=[pk]))


@require_http_methods(["GET", "HEAD", "POST"])
@once
@roles(*OFFICE)
def session_paper(request: OfficialRequest, pk: int, kind: str) -> HttpResponseBase:
    """Issue a paper about a whole session."""
    sessions = ReceptionSession.objects.visible_to(request.user).select_related("unit")
    session = get_object_or_404(sessions, pk=pk)
    return _issue(request, session, kind, leave=reverse("reception:session-page", args=[pk]))


def _issue(request: OfficialRequest, subject: Subject, code: str, *, leave: str) -> HttpResponseBase:
    kind = kind_of(subject, code)
    if kind is None:
        raise Http404("Không có loại giấy này.")
    today = timezone.localdate()
    form = FORMS[subject._meta.model_name or "", kind.kind](
        request.POST if request.method == "POST" else None,
        unit=subject.unit,
        today=today,
        initial=_initial(subject, today),
    )
    if request.method == "POST" and form.is_valid():
        try:
            paper = _issued(request, subject, kind, form)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã lập {paper_name(paper)}. Bấm “In” ở mục Giấy tờ để in.")
            return redirect(f"{leave}#giay-to")
    context = {
        "form": form,
        "kind": kind,
        "subject": subject,
        "leave": leave,
        "why_not": kind.why_not(subject),
    }
    return render(request, "reception/paper_form.html", context)


def _issued(request: OfficialRequest, subject: Subject, kind: PaperKind, form: PaperForm) -> ReceptionPaper:
    answers = form.answers()
    if kind.kind == ReceptionPaper.Kind.RECEIPT:
        answers["status_address"] = request.build_absolute_uri(reverse("public-status"))
    signer = form.cleaned_data.get("signer")
    return issue_paper(subject, kind, answers=answers, signer=signer, on=form.today, by=request.user)


def _initial(subject: Subject, today: date) -> dict[str, Any]:
    """Return what the books already answer."""
    signer = {"signer": usual_signer(subject.unit, on=today)}
    if isinstance(subject, Visit):
        return {**signer, **_initial_of_visit(subject)}
    times = {"started_at": subject.starts_at, "ended_at": subject.ends_at}
    return {
        **signer,
        **times,
        "conclusion": subject.conclusion,
        "sent_to": "Các bộ phận, người được giao việc",
    }


def usual_signer(unit: Unit, *, on: date) -> int | None:
    """Return the key of the chairman in post on the day `on`, None when there is none."""
    heads = StaffTerm.objects.in_post(on=on).filter(member__unit=unit, role=StaffTerm.Role.CHAIRMAN)
    return heads.values_list("member", flat=True).first()


def _initial_of_visit(visit: Visit) -> dict[str, Any]:
    return {
        "where": place_of(visit.session),
        "body": visit.directed_to,
        "ground_words": ground_words(visit.content_kind),
        "statement": visit.summary,
        "wishes": visit.request,
    }


@require_safe
@roles(*OFFICE)
def paper_pdf(request: OfficialRequest, pk: int) -> HttpResponse:
    """Print an issued paper; who printed it is written down."""
    papers = ReceptionPaper.objects.visible_to(request.user)
    paper = get_object_or_404(papers.select_related("unit", "visit", "session"), pk=pk)
    paper_printed(paper, by=request.user)
    subject = paper.visit or paper.session
    return pdf_response(document_of(paper), f"{paper.kind}-{subject.code if subject else paper.pk}.pdf")


def pdf_response(document: Document, name: str) -> HttpResponse:
    """Return `document` as a PDF shown in the browser; the printing program is loaded by the first one."""
    from lucba.papers.render import render_pdf  # more than a second to load, and only those who print wait

    response = HttpResponse(render_pdf(document), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
