"""Thông báo kết luận việc tiếp công dân: what the head concluded, who does what until when (NĐ154 25(2))."""

from __future__ import annotations

from lucba.papers.document import Block, Document, Heading, Paragraph, SimpleTable, TableColumn
from reception.models import ContentKind, ReceptionPaper, ReceptionSession
from reception.papers.facts import Content
from reception.papers.parts import day_words, host_named, office_name, paper_document, paragraphs, sentence

_COLUMNS = (
    TableColumn("STT", 0.6, "center"),
    TableColumn("Công việc", 4),
    TableColumn("Cơ quan, người thực hiện", 2.6),
    TableColumn("Thời hạn", 1.5, "center"),
)


def why_not(session: ReceptionSession) -> str:
    """Return why no conclusion is issued for `session`, "" when one may be."""
    if session.host_role == ReceptionSession.HostRole.OFFICER:
        return "Thông báo kết luận chỉ lập cho buổi tiếp của Chủ tịch hoặc người được ủy quyền."
    if session.state != ReceptionSession.State.HELD:
        return "Buổi tiếp chưa có công dân nào được tiếp, không có gì để kết luận."
    return ""


def matters(session: ReceptionSession) -> list[list[str]]:
    """Return name, kind and matter of each visit of `session`; a denouncer is never named."""
    return [
        [
            "" if visit.content_kind == ContentKind.DENUNCIATION else visit.visitor_name,
            visit.content_kind,
            visit.summary,
        ]
        for visit in session.visits.order_by("pk")
    ]


def document(paper: ReceptionPaper) -> Document:
    """Return the notice, signed by the head."""
    content = paper.content
    day = day_words(content["held_on"])
    blocks: list[Block] = [
        Paragraph(
            f"{day[0].upper()}{day[1:]}, tại {content['place']}, ông (bà) {host_named(content)} "
            f"đã chủ trì buổi tiếp công dân {content['session']}."
        ),
        Heading(1, "I. Nội dung công dân trình bày"),
        *(Paragraph(line) for line in _matter_lines(content)),
        Heading(1, "II. Kết luận"),
        *paragraphs(content["conclusion"]),
        *_tasks(content["tasks"]),
        Paragraph(
            f"{office_name(paper)} thông báo để các cơ quan, người có tên trên thực hiện đúng thời hạn "
            "và báo cáo kết quả."
        ),
    ]
    return paper_document(
        paper,
        kind="THÔNG BÁO",
        title=f"Kết luận việc tiếp công dân {day}",
        blocks=blocks,
        recipients=(*content["sent_to"], "Lưu: VT, hồ sơ tiếp công dân"),
    )


def _matter_lines(content: Content) -> list[str]:
    return [
        f"{number}. {f'Ông (bà) {name}' if name else 'Người tố cáo'}: {ContentKind(kind).label} về việc: "
        f"{sentence(summary)}"
        for number, (name, kind, summary) in enumerate(content["matters"], start=1)
    ]


def _tasks(tasks: list[list[str]]) -> list[Block]:
    if not tasks:
        return []
    rows = tuple((f"{number:02d}", *task) for number, task in enumerate(tasks, start=1))
    return [SimpleTable(columns=_COLUMNS, rows=rows)]
