"""The table of the counter's papers: for what each is issued, its number series, who signs, its print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lucba.papers.document import Document
from reception.models import ReceptionPaper, ReceptionSession, Visit
from reception.papers import (
    appointment,
    conclusion,
    guidance,
    minutes,
    receipt,
    refusal,
    schedule,
    statement,
)

Kind = ReceptionPaper.Kind
Subject = Visit | ReceptionSession


def _always(_: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper. `series` is the type's abbreviation in its number ("TB"), "" without a number.

    `why_not` says why a visit or session gets none; a paper issued `once` is not issued to it again.
    """

    kind: ReceptionPaper.Kind
    document: Callable[[ReceptionPaper], Document]
    why_not: Callable[[Any], str] = _always
    series: str = ""
    signed_by_head: bool = False
    once: bool = False

    @property
    def code(self) -> str:
        """Return the word that stands for the kind in addresses and file names."""
        return self.kind.value

    @property
    def label(self) -> str:
        """Return the name of the paper."""
        return str(self.kind.label)


OF_VISIT = (
    PaperKind(Kind.RECEIPT, receipt.document, receipt.why_not),
    PaperKind(Kind.STATEMENT, statement.document, statement.why_not),
    PaperKind(Kind.APPOINTMENT, appointment.document, signed_by_head=True),
    PaperKind(Kind.GUIDANCE, guidance.document, series="HD"),
    PaperKind(Kind.REFUSAL, refusal.document, refusal.why_not, series="TB", signed_by_head=True, once=True),
    PaperKind(Kind.MINUTES, minutes.document),
)
OF_SESSION = (
    PaperKind(
        Kind.CONCLUSION, conclusion.document, conclusion.why_not, series="TB", signed_by_head=True, once=True
    ),
    PaperKind(Kind.MINUTES, minutes.document, minutes.why_not_of_session),
)
OF_CALENDAR = PaperKind(Kind.SCHEDULE, schedule.document, series="TB", signed_by_head=True)


def kinds_of(subject: Subject) -> tuple[PaperKind, ...]:
    """Return the kinds of paper there are for a visit, or for a session."""
    return OF_VISIT if isinstance(subject, Visit) else OF_SESSION


def kind_of(subject: Subject, code: str) -> PaperKind | None:
    """Return the kind named `code` for a visit or session, None when there is none."""
    return next((each for each in kinds_of(subject) if each.code == code), None)


def offered(subject: Subject) -> list[PaperKind]:
    """Return the kinds that may be issued now for a visit or session."""
    issued = set(subject.papers.values_list("kind", flat=True))
    kinds = (each for each in kinds_of(subject) if not (each.once and each.kind in issued))
    return [each for each in kinds if not each.why_not(subject)]


def document_of(paper: ReceptionPaper) -> Document:
    """Return a stored paper as the document it was issued as."""
    same = (each for each in (*OF_VISIT, *OF_SESSION, OF_CALENDAR) if each.kind == paper.kind)
    return next(same).document(paper)
