"""Biên bản tiếp công dân, and its variant for a day on which nobody came: it proves that the day was held."""

from __future__ import annotations

from lucba.papers.document import Block, BulletList, Document, Heading, Paragraph, SignatureBox
from reception.models import ReceptionPaper, ReceptionSession
from reception.papers.parts import (
    clock_words,
    day_words,
    host_named,
    named,
    office_name,
    paper_document,
    paragraphs,
    person_lines,
)

_CHAIR, _RECORDER = "Người chủ trì", "Người ghi biên bản"


def why_not_of_session(session: ReceptionSession) -> str:
    """Return why no minutes of a day without citizens are drawn up for `session`, "" when they are."""
    if session.state == ReceptionSession.State.NO_CITIZEN:
        return ""
    return "Biên bản này chỉ lập cho buổi không có công dân đến. Có công dân thì lập ở từng lượt tiếp."


def document(paper: ReceptionPaper) -> Document:
    """Return the minutes of a visit, or those of a session to which nobody came."""
    return _of_visit(paper) if paper.visit_id else _nobody_came(paper)


def _of_visit(paper: ReceptionPaper) -> Document:
    content = paper.content
    blocks: list[Block] = [
        _opening(content["time"], content["held_on"], content["place"]),
        Heading(1, "I. Thành phần"),
        Heading(2, "1. Người tiếp công dân"),
        BulletList((f"Chủ trì: {host_named(content)}", f"Ghi biên bản: {named(content['recorder'])}")),
        Heading(2, "2. Người được tiếp"),
        *person_lines(content),
        Heading(1, "II. Nội dung"),
        Heading(2, "1. Nội dung trình bày"),
        *paragraphs(content["summary"]),
        Heading(2, "2. Yêu cầu, đề nghị"),
        *paragraphs(content["request"]),
        Heading(2, "3. Thông tin, tài liệu cung cấp"),
        _documents(content["documents"]),
        Heading(1, "III. Kết quả"),
        Heading(2, "1. Ý kiến trao đổi"),
        *paragraphs(content["opinions"]),
        Heading(2, "2. Kết luận của người chủ trì"),
        *paragraphs(content["conclusion"]),
        Heading(2, "3. Ý kiến của người được tiếp"),
        *paragraphs(content["answer"]),
        Paragraph(
            f"Việc tiếp công dân kết thúc hồi {clock_words(content['ended_at'])} cùng ngày. Biên bản "
            "lập thành 02 bản, đã đọc lại cho những người có mặt nghe, xác nhận đúng và ký tên; "
            "mỗi bên giữ 01 bản."
        ),
    ]
    boxes = (
        SignatureBox("Người được tiếp"),
        SignatureBox(_RECORDER, name=content["recorder"]["name"]),
        SignatureBox(_CHAIR, name=content["host"]["name"]),
    )
    return paper_document(
        paper, kind="BIÊN BẢN", title=f"Tiếp công dân {content['session']}", blocks=blocks, signatures=boxes
    )


def _nobody_came(paper: ReceptionPaper) -> Document:
    content = paper.content
    return paper_document(
        paper,
        kind="BIÊN BẢN",
        title="Về buổi tiếp công dân không có công dân đến",
        blocks=[
            _opening(content["started_at"], content["held_on"], content["place"]),
            Paragraph("Thành phần:"),
            BulletList((f"Chủ trì: {host_named(content)}", f"Ghi biên bản: {named(content['recorder'])}")),
            Paragraph(
                f"Ông (bà) {content['host']['name']} đã có mặt tại nơi tiếp công dân theo lịch tiếp công dân "
                f"{content['session']} của {office_name(paper)} từ {clock_words(content['started_at'])} "
                f"đến {clock_words(content['ended_at'])}. Trong thời gian trên không có công dân đến "
                "khiếu nại, tố cáo, kiến nghị, phản ánh."
            ),
            *([Paragraph(content["note"])] if content["note"] else []),
            Paragraph("Biên bản lập thành 01 bản, lưu hồ sơ tiếp công dân."),
        ],
        signatures=(
            SignatureBox(_RECORDER, name=content["recorder"]["name"]),
            SignatureBox(_CHAIR, name=content["host"]["name"]),
        ),
    )


def _opening(time: str, held_on: str, place: str) -> Paragraph:
    return Paragraph(f"Hôm nay, hồi {clock_words(time)}, {day_words(held_on)}, tại {place}.")


def _documents(documents: list[list[str]]) -> Block:
    if not documents:
        return Paragraph("Không.")
    return BulletList(tuple(f"{title}, {copies} bản" for title, _, copies, _ in documents))
