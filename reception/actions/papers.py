"""Issue the papers of the counter: number, signer, public code and content are fixed once and for all."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse

from lucba.office import audit
from lucba.office.errors import RefusedError
from lucba.office.models import Official, StaffMember, StaffTerm, Unit
from lucba.papers.actions import Sheet, enter
from lucba.papers.issuing import authority_lines, profile_on
from lucba.papers.models import IssuedPaper
from reception.actions.visitors import refuse_named_denouncer
from reception.actions.visits import refusal_notice_issued
from reception.models import ReceptionPaper, ReceptionSession, SealedIdentity, Visit
from reception.papers.conclusion import matters
from reception.papers.facts import Content, session_facts, visit_facts
from reception.papers.kinds import PaperKind, Subject

LEADERS = (StaffTerm.Role.CHAIRMAN, StaffTerm.Role.VICE_CHAIRMAN)
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 and O, 1 and I, which people mix up
CODE_LENGTH = 10


@transaction.atomic
def issue_paper(
    subject: Subject,
    kind: PaperKind,
    *,
    answers: Content,
    signer: StaffMember | None = None,
    on: date,
    by: Official,
) -> ReceptionPaper:
    """Issue a paper of `kind` for a visit or session on the day `on`; a written refusal stops TCD.REFUSE.

    Raises RefusedError when the paper does not fit, was issued already, or its signer is not in post.
    """
    subject = _locked(subject)
    _check(subject, kind)
    _refuse_denouncer(subject, answers)
    signed = signature(subject.unit, kind, signer, on=on)
    page = "visit-page" if isinstance(subject, Visit) else "session-page"
    path = reverse(f"reception:{page}", args=[subject.pk])
    issued = entered(subject.unit, kind, signed, subject=subject.code, path=path, on=on, by=by)
    visit, session = _two_sides(subject)
    paper = ReceptionPaper.objects.create(
        unit=subject.unit,
        kind=kind.kind,
        visit=visit,
        session=session,
        symbol=issued.symbol if issued else "",
        number=issued.number if issued else None,
        issued=issued,
        issued_on=on,
        signer=signer,
        content={**_facts(subject, on=on, by=by), **answers, **signed},
        public_code=new_code() if kind.kind == ReceptionPaper.Kind.RECEIPT else "",
        made_by=by,
    )
    if visit and kind.kind == ReceptionPaper.Kind.REFUSAL:
        refusal_notice_issued(visit, on=on)
    audit.record("lập giấy tờ tiếp công dân", subject=_code(subject), by=by, detail=paper_name(paper))
    return paper


def new_code() -> str:
    """Return a code nobody holds yet: ten letters and digits drawn at random, in two groups."""
    while True:
        drawn = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        code = f"{drawn[:5]}-{drawn[5:]}"
        if not ReceptionPaper.objects.filter(public_code=code).exists():
            return code


def paper_name(paper: ReceptionPaper) -> str:
    """Return kind and number of a paper as the trail and the pages name it."""
    number = f" số {paper.number:02d}/{paper.symbol}" if paper.number else ""
    return f"{paper.get_kind_display()}{number}"


def paper_printed(paper: ReceptionPaper, *, by: Official) -> None:
    """Write into the trail that `paper` was printed."""
    subject = paper.visit or paper.session
    audit.record(
        "in giấy tờ tiếp công dân", subject=_code(subject), by=by, unit=paper.unit, detail=paper_name(paper)
    )


def entered(
    unit: Unit, kind: PaperKind, signed: Content, *, subject: str, path: str, on: date, by: Official
) -> IssuedPaper | None:
    """Enter a numbered paper into the register of outgoing documents; None for one without a number."""
    if not kind.series:
        return None
    sheet = Sheet(
        kind=kind.label.split(" ")[0].capitalize() if kind.series == "HD" else "Thông báo",
        title=kind.label.capitalize(),
        symbol=f"{kind.series}-{profile_on(unit, on=on).symbol}",
        dated_on=on,
        signer=signed["signer"]["name"] if signed else by.full_name,
        subject=subject,
        path=path,
    )
    return enter(unit, sheet, by=by)


def signature(unit: Unit, kind: PaperKind, signer: StaffMember | None, *, on: date) -> dict[str, Any]:
    """Return name and authority of the head or deputy who signs, nothing where nobody of them does.

    Raises RefusedError when `signer` is neither on the day `on`.
    """
    if not kind.signed_by_head:
        return {}
    terms = StaffTerm.objects.in_post(on=on).filter(member=signer, member__unit=unit, role__in=LEADERS)
    term = terms.first()
    if term is None:
        raise RefusedError(
            f"Ngày {on:%d/%m/%Y} người ký không phải là Chủ tịch hoặc Phó Chủ tịch. Hãy chọn lại người ký.",
            field="signer",
        )
    deputy = term.role == StaffTerm.Role.VICE_CHAIRMAN
    authority = authority_lines(profile_on(unit, on=on), deputy=deputy)
    return {"signer": {"name": term.full_name, "authority": list(authority)}}


def _locked(subject: Subject) -> Subject:
    """Return the visit or session as it is now; a second click on it waits."""
    if isinstance(subject, Visit):
        return Visit.objects.select_for_update(of=("self",)).get(pk=subject.pk)
    return ReceptionSession.objects.select_for_update(of=("self",)).get(pk=subject.pk)


def _check(subject: Subject, kind: PaperKind) -> None:
    refused = kind.why_not(subject)
    if refused:
        raise RefusedError(refused)
    issued = subject.papers.filter(kind=kind.kind).first() if kind.once else None
    if issued:
        raise RefusedError(
            f"Đã lập {paper_name(issued)} ngày {issued.issued_on:%d/%m/%Y}. Hãy in lại giấy đó."
        )


def _refuse_denouncer(subject: Subject, answers: Content) -> None:
    """Refuse answers that name a denouncer of the visit, or of any visit of the session."""
    of_subject = {"visit": subject} if isinstance(subject, Visit) else {"visit__session": subject}
    texts = {field: str(answer) for field, answer in answers.items()}
    for name in SealedIdentity.objects.filter(**of_subject).values_list("name", flat=True):
        refuse_named_denouncer(name, texts)


def _facts(subject: Subject, *, on: date, by: Official) -> Content:
    if isinstance(subject, Visit):
        return visit_facts(subject, on=on, by=by)
    return {**session_facts(subject, on=on, by=by), "matters": matters(subject)}


def _two_sides(subject: Subject) -> tuple[Visit | None, ReceptionSession | None]:
    return (subject, None) if isinstance(subject, Visit) else (None, subject)


def _code(subject: Subject | None) -> str:
    return subject.code if subject else "lịch tiếp công dân"
