"""A paper from draft to issue: soạn → trình → duyệt → cấp số, ký; or sent back, dropped, replaced.

Its text belongs to the office until it is issued, then it never changes: a new paper replaces it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date

from django.db import transaction
from django.db.models import Q

from complaints.models import Case, CaseEvent, CasePaper
from complaints.papers.as_document import (
    TEXTS,
    compose,
    document_of_paper,
    file_name,
    page_of,
    signing_of,
    subject_of,
)
from complaints.papers.facts import facts_of_case, facts_of_petition
from complaints.papers.hints import HINTS
from complaints.papers.shelf import form_of
from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official, StaffMember
from lucba.papers.actions import Sheet, enter, keep_print, refuse_out_of_order
from lucba.papers.document import Document
from lucba.papers.issuing import profile_on
from lucba.papers.official_form import OfficialForm, Signing, Text, text_of
from lucba.papers.wording import blanks_in
from reception.actions.visitors import refuse_named_denouncer
from reception.models import Petition, SealedIdentity

State = CasePaper.State
Printer = Callable[[Document], bytes]


@transaction.atomic
def draft_paper(
    subject: Case | Petition,
    code: str,
    *,
    event: CaseEvent | None = None,
    act: str = "",
    replaces: CasePaper | None = None,
    by: Official,
    on: date,
) -> CasePaper:
    """Draft a paper of the form `code` for a case or petition, filled in from the books, on the day `on`.

    Raises RefusedError when no such form is used on that day or the office has no name on it.
    """
    form = form_of(code, on=on)
    case, petition = (subject, None) if isinstance(subject, Case) else (None, subject)
    facts = facts_of_case(case, event=event, on=on) if case else facts_of_petition(subject, on=on)  # type: ignore[arg-type]
    text = text_of(form, facts, HINTS)
    paper = CasePaper.objects.create(
        unit=subject.unit,
        case=case,
        petition=petition,
        event=event,
        act=act,
        form=code,
        form_on=on,
        drafted_by=by,
        drafted_on=on,
        replaces=replaces,
        **asdict(text),
    )
    audit.record("soạn văn bản", subject=subject.code, by=by, detail=form.label)
    return paper


@transaction.atomic
def edit_paper(
    paper: CasePaper, *, text: Text, urgency: str = "", seen: int | None = None, by: Official
) -> CasePaper:
    """Keep the office's text of a draft. Raises RefusedError when somebody else changed it meanwhile."""
    paper = _locked(paper, (State.DRAFT,), seen=seen)
    refuse_denouncer(paper, asdict(text))
    refuse_blank(text.body.strip(), "Hãy ghi nội dung văn bản.", field="body")
    for name in TEXTS:
        setattr(paper, name, getattr(text, name))
    paper.urgency = urgency
    _check_layout(paper)
    _store(paper, *TEXTS, "urgency")
    audit.record("sửa dự thảo văn bản", subject=subject_of(paper).code, by=by, detail=paper.form)
    return paper


def refuse_denouncer(paper: CasePaper, texts: dict[str, str]) -> None:
    """Refuse a text that names a denouncer, or one who came with him (LTC Điều 8)."""
    petitions = Petition.objects.filter(case_link__case=paper.case) if paper.case else [paper.petition]
    of_visits = Q(visit__petitions__in=petitions)
    if paper.case:
        of_visits |= Q(visit__case_links__case=paper.case)
    for seal in SealedIdentity.objects.filter(Q(petition__in=petitions) | of_visits).distinct():
        for name in (seal.name, *(member["name"] for member in seal.members)):
            refuse_named_denouncer(name, texts)


def _refuse_unfit(paper: CasePaper) -> None:
    """Refuse a paper that has blanks left or names a denouncer."""
    _refuse_blanks(paper)
    refuse_denouncer(paper, {name: getattr(paper, name) for name in TEXTS})


@transaction.atomic
def submit_paper(paper: CasePaper, *, by: Official) -> CasePaper:
    """Lay a draft before the leaders. Raises RefusedError while blanks are left."""
    paper = _locked(paper, (State.DRAFT,))
    _refuse_unfit(paper)
    paper.state, paper.word = State.SUBMITTED, ""
    return _moved(paper, "trình văn bản", by=by)


@transaction.atomic
def approve_paper(paper: CasePaper, *, seen: int | None = None, by: Official, on: date) -> CasePaper:
    """Approve the text of a paper on the day `on`: from here on it waits for number and signature.

    A leader may approve his own draft at once. Raises RefusedError for anybody else, or with blanks left.
    """
    _refuse_not_leader(by)
    paper = _locked(paper, (State.DRAFT, State.SUBMITTED), seen=seen)
    _refuse_unfit(paper)
    paper.state, paper.approved_by, paper.approved_on, paper.word = State.APPROVED, by, on, ""
    return _moved(paper, "duyệt văn bản", by=by)


@transaction.atomic
def send_back_paper(paper: CasePaper, *, word: str, by: Official) -> CasePaper:
    """Give a paper back to be drafted again, with a word why; an approved one too, until it is issued."""
    _refuse_not_leader(by)
    refuse_blank(word.strip(), "Hãy ghi điều cần sửa.", field="word")
    paper = _locked(paper, (State.SUBMITTED, State.APPROVED))
    paper.state, paper.word = State.DRAFT, word.strip()
    paper.approved_by = paper.approved_on = None
    return _moved(paper, "trả lại dự thảo văn bản", by=by)


@transaction.atomic
def take_back_paper(paper: CasePaper, *, by: Official) -> CasePaper:
    """Take a submitted paper back to go on drafting it."""
    paper = _locked(paper, (State.SUBMITTED,))
    paper.state = State.DRAFT
    return _moved(paper, "rút lại dự thảo văn bản", by=by)


@transaction.atomic
def drop_paper(paper: CasePaper, *, by: Official) -> CasePaper:
    """Give a draft up; it stays in the file, marked."""
    paper = _locked(paper, CasePaper.OPEN)
    paper.state = State.DROPPED
    return _moved(paper, "bỏ dự thảo văn bản", by=by)


@transaction.atomic
def issue_paper(
    paper: CasePaper,
    *,
    dated_on: date,
    signer: StaffMember | None = None,
    printer: Printer,
    by: Official,
    today: date,
) -> CasePaper:
    """Issue an approved paper: number and day of signature are given here, the print is kept for good.

    A paper signed side by side (minutes, receipts) needs no approval. `printer` makes the PDF. Raises
    RefusedError: a day to come, before the approval or the last number, another version of the form in force,
    a signer not in post; nothing is kept then, the number neither.
    """
    form = form_of(paper.form, on=paper.form_on)
    needed = (State.APPROVED,) if form.is_signed_by_head else (State.DRAFT, State.SUBMITTED, State.APPROVED)
    paper = _locked(paper, needed)
    _refuse_unfit(paper)
    _check_day(paper, form, dated_on, today=today)
    signing = signing_of(paper, form, signer, on=dated_on)
    sheet = Sheet(
        kind=form.kind.capitalize(),
        title=paper.title or form.label,
        symbol=form.symbol(profile_on(paper.unit, on=dated_on)),
        dated_on=dated_on,
        signer=signing.signer,
        recipients=paper.recipients,
        subject=subject_of(paper).code,
        path=page_of(paper),
    )
    replaced = paper.replaces.issued if paper.replaces else None
    paper.issued = enter(paper.unit, sheet, by=by, replaces=replaced)
    paper.state = State.ISSUED
    _store(paper, "state", "issued")
    numbered = Signing(signing.authority_lines, signing.signer, paper.issued.number, dated_on, paper.urgency)
    pdf = printer(compose(paper, form, numbered, on=dated_on, draft=False))
    keep_print(paper.issued, pdf, name=file_name(paper, "pdf"))
    _number_event(paper, dated_on)
    audit.record("ban hành văn bản", subject=subject_of(paper).code, by=by, detail=str(paper.issued))
    return paper


def _check_layout(paper: CasePaper) -> None:
    document_of_paper(paper, on=paper.form_on)


def _refuse_blanks(paper: CasePaper) -> None:
    left = blanks_in(document_of_paper(paper, on=paper.form_on))
    by_hand = [hint for hint in left if "tự ghi" not in hint]
    if by_hand:
        named = "; ".join(dict.fromkeys(by_hand))
        raise RefusedError(f"Còn chỗ trống trong văn bản: {named[:300]}. Hãy điền rồi làm tiếp.")


def _check_day(paper: CasePaper, form: OfficialForm, dated_on: date, *, today: date) -> None:
    refuse_future(dated_on, today=today, field="dated_on")
    if paper.approved_on:
        refuse_before(dated_on, paper.approved_on, what="ngày duyệt", field="dated_on")
    if not form.is_in_force(on=dated_on):
        raise RefusedError(
            f"Ngày {dated_on:%d/%m/%Y} đã dùng phiên bản khác của biểu mẫu này. Hãy bỏ dự thảo và soạn lại.",
            field="dated_on",
        )
    refuse_out_of_order(paper.unit, form.symbol(profile_on(paper.unit, on=dated_on)), dated_on)


def _number_event(paper: CasePaper, dated_on: date) -> None:
    """Give the recorded act the number of its paper, if it was recorded without one."""
    event, issued = paper.event, paper.issued
    if event and issued and issued.number and not event.document_number and dated_on >= event.happened_on:
        event.document_number = issued.full_number
        event.save(update_fields=["document_number"])


def _locked(paper: CasePaper, states: tuple[State, ...], *, seen: int | None = None) -> CasePaper:
    """Return the paper as it is now, held back from others. Raises RefusedError in another state."""
    paper = CasePaper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    if paper.state not in states:
        raise RefusedError(
            f"Văn bản đang ở trạng thái “{paper.get_state_display()}”, không làm việc này được."
        )
    if seen is not None and seen != paper.changes:
        raise RefusedError("Dự thảo đã được người khác sửa. Hãy mở lại trang để xem bản mới.")
    return paper


def _store(paper: CasePaper, *columns: str) -> None:
    paper.changes += 1
    paper.save(update_fields=[*columns, "changes"])


def _moved(paper: CasePaper, words: str, *, by: Official) -> CasePaper:
    _store(paper, "state", "word", "approved_by", "approved_on")
    audit.record(words, subject=subject_of(paper).code, by=by, detail=paper.form)
    return paper


def _refuse_not_leader(by: Official) -> None:
    if not by.is_leader:
        raise RefusedError("Chủ tịch hoặc Phó Chủ tịch duyệt văn bản.")
