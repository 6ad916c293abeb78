"""Phiếu hướng dẫn: to which body the citizen should turn; one wording for each kind of matter."""

from __future__ import annotations

from lucba.papers.document import Document, Paragraph, SignatureBox
from reception.models import ContentKind, ReceptionPaper
from reception.papers.parts import (
    addressee,
    day_words,
    matter,
    office_name,
    paper_document,
    person_lines,
    sentence,
)

_WHO = {
    ContentKind.COMPLAINT: "người khiếu nại",
    ContentKind.DENUNCIATION: "người tố cáo",
    ContentKind.RECOMMENDATION: "người kiến nghị, phản ánh",
}


def document(paper: ReceptionPaper) -> Document:
    """Return the letter of guidance, signed by the official who received the citizen."""
    content = paper.content
    kind = ContentKind(content["kind"])
    return paper_document(
        paper,
        kind="PHIẾU HƯỚNG DẪN",
        title=f"Về việc hướng dẫn {_WHO[kind]}",
        addressees=(addressee(content),),
        grounds=(content["ground_words"],),
        blocks=[
            Paragraph(f"{_opening(day_words(content['held_on']))}, {office_name(paper)} đã tiếp ông (bà):"),
            *person_lines(content),
            Paragraph(f"Nội dung {matter(content)}"),
            Paragraph(f"Sau khi xem xét nội dung {kind.label}: {sentence(content['reason'])}"),
            Paragraph(
                f"{office_name(paper)} hướng dẫn ông (bà) gửi đơn và tài liệu kèm theo "
                f"đến {content['body'].rstrip(' .')} để được xem xét, giải quyết theo quy định của pháp luật."
            ),
        ],
        signatures=(
            SignatureBox("Người nhận phiếu"),
            SignatureBox("Người tiếp công dân", name=content["receiver"]["name"]),
        ),
    )


def _opening(words: str) -> str:
    return words[0].upper() + words[1:]
