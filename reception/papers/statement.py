"""What a citizen said, written down, read back and signed or marked with a fingerprint (LTCD 25(2))."""

from __future__ import annotations

from lucba.papers.document import Document, Heading, Paragraph, SignatureBox
from reception.models import ContentKind, ReceptionPaper, Visit
from reception.papers.parts import (
    clock_words,
    day_words,
    named,
    paper_document,
    paragraphs,
    person_lines,
)


def why_not(visit: Visit) -> str:
    """Return why nothing is taken down for `visit`, "" when it may be."""
    if visit.result == Visit.Result.REFUSED:
        return "Lượt này là từ chối tiếp, không có nội dung trình bày để ghi lại."
    return ""


def document(paper: ReceptionPaper) -> Document:
    """Return the record of what was said; the citizen signs it after it was read back."""
    content = paper.content
    return paper_document(
        paper,
        kind="BẢN GHI NỘI DUNG TRÌNH BÀY",
        title=f"Về việc {ContentKind(content['kind']).label}",
        blocks=[
            Paragraph(
                f"Hồi {clock_words(content['time'])}, {day_words(content['held_on'])}, "
                f"tại {content['place']}, tôi là {named(content['receiver'])}, "
                "ghi lại nội dung trình bày trực tiếp của ông (bà):"
            ),
            *person_lines(content),
            Heading(2, "1. Nội dung trình bày"),
            *paragraphs(content["statement"]),
            Heading(2, "2. Yêu cầu, đề nghị"),
            *paragraphs(content["wishes"]),
            Paragraph(
                "Nội dung trên đã được đọc lại cho người trình bày nghe. Người trình bày xác nhận ghi đúng "
                "lời mình nói và ký tên hoặc điểm chỉ dưới đây."
            ),
        ],
        signatures=(
            SignatureBox("Người trình bày", note="(Ký, ghi rõ họ tên hoặc điểm chỉ)"),
            SignatureBox("Người ghi", name=content["receiver"]["name"]),
        ),
    )
