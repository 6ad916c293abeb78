"""Giấy biên nhận thông tin, tài liệu (Mẫu 02/TCD): what was handed in, by whom, to whom, with its code."""

from __future__ import annotations

from lucba.papers.document import Block, Document, Paragraph, QrCode, SignatureBox, SimpleTable, TableColumn
from reception.models import ContentKind, ReceptionPaper, Visit
from reception.papers.parts import clock_words, day_words, form_name, named, paper_document, person_lines

COPIES = {ContentKind.DENUNCIATION: "03"}  # others two: TT 06/2014, kept by practice
_COLUMNS = (
    TableColumn("STT", 0.6, "center"),
    TableColumn("Tên thông tin, tài liệu", 4),
    TableColumn("Số trang", 0.9, "center"),
    TableColumn("Số bản", 0.8, "center"),
    TableColumn("Tình trạng", 2),
)


def why_not(visit: Visit) -> str:
    """Return why no receipt can be given for `visit`, "" when one can."""
    if visit.documents.exists() or visit.petitions.exists():
        return ""
    return "Lượt này chưa ghi đơn hoặc tài liệu nào đã nhận. Hãy ghi tài liệu rồi lập giấy biên nhận."


def document(paper: ReceptionPaper) -> Document:
    """Return the receipt: both sides sign, the code lets the citizen ask how far the matter is."""
    content = paper.content
    return paper_document(
        paper,
        kind="GIẤY BIÊN NHẬN",
        title="Thông tin, tài liệu, bằng chứng",
        form_code=form_name(2, on=paper.issued_on),
        blocks=[
            Paragraph(
                f"Hồi {clock_words(content['time'])}, {day_words(content['held_on'])}, "
                f"tại {content['place']}."
            ),
            Paragraph(f"Tôi là: {named(content['receiver'])}."),
            Paragraph("Đã nhận của ông (bà):"),
            *person_lines(content),
            Paragraph("các thông tin, tài liệu, bằng chứng sau đây (tài liệu là bản sao):"),
            _list(content["documents"]),
            Paragraph(
                f"Giấy biên nhận này lập thành {COPIES.get(content['kind'], '02')} bản, "
                "giao cho người cung cấp 01 bản, còn lại lưu hồ sơ."
            ),
            QrCode(
                f"{content['status_address']}?ma={paper.public_code}",
                (
                    f"Mã tra cứu: {paper.public_code}",
                    "Quét mã hoặc nhập mã này tại trang tra cứu của cơ quan để biết đơn đang ở bước nào.",
                    "Trang tra cứu không hiện họ tên, địa chỉ và nội dung đơn.",
                ),
            ),
        ],
        signatures=(
            SignatureBox("Người cung cấp"),
            SignatureBox("Người nhận", name=content["receiver"]["name"]),
        ),
    )


def _list(documents: list[list[str]]) -> Block:
    rows = ((f"{number:02d}", *row) for number, row in enumerate(documents, start=1))
    return SimpleTable(columns=_COLUMNS, rows=tuple(rows))
