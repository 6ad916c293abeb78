"""The papers of petitions and cases: choose a form, edit its draft, take it as PDF or DOCX."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from complaints.actions.papers import draft_paper, edit_paper
from complaints.forms.papers import PaperTextForm
from complaints.models import Case, CaseEvent, CasePaper
from complaints.papers.as_document import document_of_paper, file_name, page_of, subject_of
from complaints.papers.desk import may, papers_of
from complaints.papers.shelf import form_of, forms_for_case, forms_for_petition
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once
from lucba.papers.wording import blanks_in
from reception.models import Petition
from reception.views.papers import pdf_response

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@roles(*OFFICE, Role.OFFICER)
def case_papers(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show the papers of a case and the forms it may be drafted on."""
    case = get_object_or_404(Case.objects.visible_to(request.user).select_related("unit"), pk=pk)
    return _papers(request, case)


@require_safe
@roles(*OFFICE)
def petition_papers(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show the papers of a petition and the forms it may be drafted on."""
    petition = get_object_or_404(Petition.objects.visible_to(request.user).select_related("unit"), pk=pk)
    return _papers(request, petition)


def _papers(request: OfficialRequest, subject: Case | Petition) -> HttpResponse:
    today, of_case = timezone.localdate(), isinstance(subject, Case)
    shelf = forms_for_case(subject, on=today) if of_case else forms_for_petition(subject, on=today)  # type: ignore[arg-type]
    context = {
        "subject": subject,
        "of_case": of_case,
        "shelf": shelf,
        "papers": papers_of(subject, request.user),
    }
    return render(request, "complaints/papers.html", context)


@require_POST
@once
@roles(*OFFICE, Role.OFFICER)
def case_paper_new(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Draft a paper of a case on the form that was chosen, for the act or event named."""
    case = get_object_or_404(Case.objects.visible_to(request.user).select_related("unit", "verifier"), pk=pk)
    key = request.POST.get("event", "")
    event = CaseEvent.objects.filter(case=case, pk=int(key)).first() if key.isdecimal() else None
    return _drafted(request, case, event=event)


@require_POST
@once
@roles(*OFFICE)
def petition_paper_new(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Draft a paper of a petition on the form that was chosen."""
    visible = Petition.objects.visible_to(request.user).select_related("unit", "hamlet", "visit__hamlet")
    return _drafted(request, get_object_or_404(visible, pk=pk))


def _drafted(
    request: OfficialRequest, subject: Case | Petition, *, event: CaseEvent | None = None
) -> HttpResponseBase:
    act = event.kind if event else request.POST.get("act", "")[:60]
    try:
        paper = draft_paper(
            subject,
            request.POST.get("form", ""),
            event=event,
            act=act,
            by=request.user,
            on=timezone.localdate(),
        )
    except RefusedError as refusal:
        messages.error(request, refusal.message)
        page = "complaints:case-papers" if isinstance(subject, Case) else "complaints:petition-papers"
        return redirect(page, subject.pk)
    messages.success(request, "Đã soạn dự thảo từ sổ. Hãy xem lại, điền chỗ trống rồi lưu.")
    return redirect("complaints:paper", paper.pk)


def seen_paper(request: OfficialRequest, pk: int) -> CasePaper:
    """Return the paper `pk` if this official may see it; 404 otherwise."""
    related = ("unit", "case", "petition", "issued", "drafted_by", "approved_by", "replaces__issued")
    visible = CasePaper.objects.visible_to(request.user).select_related(*related)
    paper: CasePaper = get_object_or_404(visible, pk=pk)
    return paper


@once
@roles(*OFFICE, Role.OFFICER)
def paper(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Show a paper with what may be done with it; a draft is edited here."""
    paper, today = seen_paper(request, pk), timezone.localdate()
    official_form = form_of(paper.form, on=paper.form_on)
    allowed = may(paper, request.user)
    data = request.POST if request.method == "POST" else None
    form = PaperTextForm(data, paper=paper, form=official_form, today=today) if allowed.edit else None
    if request.method == "POST" and form and form.is_valid():
        answers = form.cleaned_data
        try:
            edit_paper(
                paper,
                text=form.text(),
                urgency=answers.get("urgency", ""),
                seen=answers["seen"],
                by=request.user,
            )
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Đã lưu dự thảo.")
            return redirect("complaints:paper", paper.pk)
    context = {
        "paper": paper,
        "form": form,
        "official_form": official_form,
        "may": allowed,
        "blanks": _blanks(paper),
        "subject": subject_of(paper),
        "leave": page_of(paper),
    }
    return render(request, "complaints/paper.html", context)


def _blanks(paper: CasePaper) -> list[str]:
    """Return the blanks left in a draft, each once; none of a text that no longer makes a document."""
    if paper.state not in CasePaper.OPEN:
        return []
    try:
        return list(dict.fromkeys(blanks_in(document_of_paper(paper, on=paper.form_on))))
    except RefusedError:
        return []


@require_safe
@roles(*OFFICE, Role.OFFICER)
def paper_pdf(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Show a paper as PDF: an issued one as it was kept, a draft as it stands, marked as one."""
    paper = seen_paper(request, pk)
    name = file_name(paper, "pdf")
    if paper.issued and paper.issued.pdf:
        with paper.issued.pdf.open("rb") as file:
            response = HttpResponse(file.read(), content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{name}"'
        return response
    try:
        return pdf_response(document_of_paper(paper, on=timezone.localdate()), name)
    except RefusedError as refusal:
        messages.error(request, refusal.message)
        return redirect("complaints:paper", pk)


@require_safe
@roles(*OFFICE, Role.OFFICER)
def paper_docx(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Hand a paper out as an editable DOCX with the same content."""
    from lucba.papers.docx import render_docx  # only those who ask for it load it

    paper = seen_paper(request, pk)
    try:
        document = document_of_paper(paper, on=timezone.localdate())
    except RefusedError as refusal:
        messages.error(request, refusal.message)
        return redirect("complaints:paper", pk)
    response = HttpResponse(render_docx(document), content_type=DOCX)
    response["Content-Disposition"] = f'attachment; filename="{file_name(paper, "docx")}"'
    return response
