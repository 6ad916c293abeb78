"""A stored paper as a document of Decree 30: as issued, or as the draft it is, with who signs it."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from complaints.models import Case, CasePaper
from complaints.papers.shelf import form_of
from lucba.office.errors import RefusedError
from lucba.office.models import StaffMember, StaffTerm
from lucba.papers.document import Document, DocumentError
from lucba.papers.issuing import profile_on
from lucba.papers.official_form import OfficialForm, Signing, Text, document_of
from reception.models import Petition

LEADERS = (StaffTerm.Role.CHAIRMAN, StaffTerm.Role.VICE_CHAIRMAN)
TEXTS = ("title", "addressees", "grounds", "body", "recipients")


def document_of_paper(paper: CasePaper, *, on: date) -> Document:
    """Return a paper as a document: as issued, or as a draft under the office's name on the day `on`.

    Raises RefusedError when the office has no name on that day, or the text breaks a rule of layout.
    """
    form = form_of(paper.form, on=paper.form_on)
    if paper.issued is None:
        return compose(paper, form, _planned(paper, form, on=on), on=on, draft=True)
    issued = paper.issued
    terms = StaffTerm.objects.in_post(on=issued.dated_on).filter(
        member__unit=paper.unit, full_name=issued.signer, role__in=LEADERS
    )
    deputy = any(term.role == StaffTerm.Role.VICE_CHAIRMAN for term in terms)
    lines = form.authority(profile_on(paper.unit, on=issued.dated_on), deputy=deputy) if issued.signer else ()
    signing = Signing(lines, issued.signer, issued.number, issued.dated_on, paper.urgency)
    return compose(paper, form, signing, on=issued.dated_on, draft=False)


def signing_of(paper: CasePaper, form: OfficialForm, signer: StaffMember | None, *, on: date) -> Signing:
    """Return who signs a paper of the head on the day `on`. Raises RefusedError when he is not in post."""
    if not form.is_signed_by_head:
        return Signing()
    terms = StaffTerm.objects.in_post(on=on).filter(member=signer, member__unit=paper.unit, role__in=LEADERS)
    term = terms.first()
    if term is None:
        raise RefusedError(
            f"Ngày {on:%d/%m/%Y} người ký không phải là Chủ tịch hoặc Phó Chủ tịch. Hãy chọn lại người ký.",
            field="signer",
        )
    deputy = term.role == StaffTerm.Role.VICE_CHAIRMAN
    return Signing(form.authority(profile_on(paper.unit, on=on), deputy=deputy), term.full_name)


def subject_of(paper: CasePaper) -> Case | Petition:
    """Return the case or petition of a paper."""
    subject = paper.case or paper.petition
    assert subject is not None  # noqa: S101  # a constraint of the table
    return subject


def page_of(paper: CasePaper) -> str:
    """Return the page of the case or petition a paper belongs to."""
    if paper.case_id:
        return reverse("complaints:case-page", args=[paper.case_id])
    return reverse("reception:petition-page", args=[paper.petition_id])


def file_name(paper: CasePaper, suffix: str) -> str:
    """Return the name of a paper's file: matter and form, nobody's name."""
    return f"{subject_of(paper).code}-{paper.form}-{paper.pk}.{suffix}"


def _planned(paper: CasePaper, form: OfficialForm, *, on: date) -> Signing:
    """Return the chairman in post, as who will probably sign."""
    heads = StaffTerm.objects.in_post(on=on).filter(member__unit=paper.unit, role=StaffTerm.Role.CHAIRMAN)
    head = heads.first() if form.is_signed_by_head else None
    lines = form.authority(profile_on(paper.unit, on=on), deputy=False) if form.is_signed_by_head else ()
    return Signing(lines, head.full_name if head else "", urgency=paper.urgency)


def compose(paper: CasePaper, form: OfficialForm, signing: Signing, *, on: date, draft: bool) -> Document:
    """Return the document of a paper signed as `signing` says, under the office's name of the day `on`.

    Raises RefusedError when the text breaks a rule of layout.
    """
    text = Text(*(getattr(paper, name) for name in TEXTS))
    try:
        return document_of(form, text, profile_on(paper.unit, on=on), signing, year=on.year, draft=draft)
    except DocumentError as error:
        raise RefusedError(str(error)) from error
