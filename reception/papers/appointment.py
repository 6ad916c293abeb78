"""Phiếu hẹn: when and where a citizen is to come again, and what to bring."""

from __future__ import annotations

from lucba.papers.document import Block, Document, Paragraph
from reception.models import ReceptionPaper
from reception.papers.parts import (
    addressee,
    clock_words,
    day_words,
    matter,
    office_name,
    paper_document,
    person_lines,
    sentence,
)


def document(paper: ReceptionPaper) -> Document:
    """Return the slip, signed by the head."""
    content = paper.content
    blocks: list[Block] = [
        Paragraph(f"{office_name(paper)} mời:"),
        *person_lines(content),
        Paragraph(f"Có mặt vào hồi {clock_words(content['at'])}, {day_words(content['come_on'])}."),
        Paragraph(f"Tại: {sentence(content['where'])}"),
        Paragraph(f"Để làm việc về nội dung {matter(content)}"),
    ]
    if content["bring"]:
        blocks.append(Paragraph(f"Khi đến, ông (bà) mang theo phiếu này và: {sentence(content['bring'])}"))
    else:
        blocks.append(Paragraph("Khi đến, ông (bà) mang theo phiếu này và giấy tờ tùy thân."))
    return paper_document(
        paper,
        kind="PHIẾU HẸN",
        title="Đến nơi tiếp công dân",
        addressees=(addressee(content),),
        blocks=blocks,
        recipients=("Như trên", "Lưu: hồ sơ"),
    )
