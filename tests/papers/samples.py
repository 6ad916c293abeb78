"""A report as the office writes it, and the forms of Circular 06/2025/TT-TTCP, to be printed by tests."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from lucba.papers.document import (
    BulletList,
    Column,
    Document,
    Heading,
    Issuer,
    Note,
    Paragraph,
    SimpleTable,
    StatisticalTable,
    TableColumn,
    TableRow,
)

LUC_BA = Issuer("Ủy ban nhân dân xã Lục Ba", ("ỦY BAN NHÂN DÂN", "XÃ LỤC BA"))
TITLES = {
    "01/TCD": "Tổng hợp kết quả tiếp công dân thường xuyên, định kỳ và đột xuất",
    "02/XLD": "Tổng hợp kết quả xử lý đơn",
    "03/GQKN": "Tổng hợp kết quả giải quyết khiếu nại",
    "04/GQTC": "Tổng hợp kết quả giải quyết tố cáo",
    "05/KQTH": "Tổng hợp kết quả thi hành quyết định, thực hiện kết luận",
    "06/QLKNTC": "Tổng hợp công tác quản lý nhà nước về tiếp công dân, giải quyết khiếu nại, tố cáo",
}
SUMMARY = SimpleTable(
    columns=(
        TableColumn("Nội dung", 3),
        TableColumn("Đơn vị tính", 1, "center"),
        TableColumn("Số liệu", 1, "center"),
    ),
    rows=(
        ("Đơn kỳ trước chuyển sang", "đơn", "2"),
        ("Đơn nhận trong kỳ", "đơn", "7"),
        ("Đơn đã xử lý", "đơn", "8"),
        ("Đơn chuyển kỳ sau", "đơn", "1"),
    ),
    caption="Tóm tắt kết quả trong kỳ",
)
SENTENCE = (
    "Ủy ban nhân dân xã đã chỉ đạo công chức chuyên môn thực hiện nghiêm túc công tác tiếp công dân, "
    "tiếp nhận và xử lý đơn khiếu nại, tố cáo, kiến nghị, phản ánh theo đúng trình tự, thủ tục, thời hạn "
    "pháp luật quy định. "
)
BODY = (
    Paragraph("Thực hiện chế độ báo cáo định kỳ, Ủy ban nhân dân xã Lục Ba báo cáo kết quả như sau:"),
    SUMMARY,
    Heading(1, "I. Tình hình khiếu nại, tố cáo"),
    Paragraph(SENTENCE * 3),
    Heading(1, "II. Kết quả thực hiện"),
    Heading(2, "1. Công tác tiếp công dân"),
    Heading(3, "a) Tiếp thường xuyên"),
    Paragraph(SENTENCE * 2),
    BulletList(("Tiếp định kỳ của Chủ tịch: 04 ngày, 06 lượt, 07 người", "Tiếp đột xuất: không phát sinh")),
    Note("Chỉ tiêu 3 = số vụ việc đã giải quyết / số vụ việc thuộc thẩm quyền × 100 %."),
    Heading(2, "2. Tiếp nhận, xử lý đơn"),
    Paragraph(SENTENCE * 4),
    Paragraph("Trên đây là báo cáo công tác tiếp công dân, xử lý đơn tháng 3 năm 2026 của xã Lục Ba."),
)
REPORT = Document(
    issuer=LUC_BA,
    symbol="BC-UBND",
    place="Lục Ba",
    kind="BÁO CÁO",
    title="Về công tác tiếp công dân, giải quyết khiếu nại, tố cáo\ntháng 3 năm 2026",
    subtitle="(Thời kỳ báo cáo: Từ ngày 01/03/2026 đến ngày 31/03/2026)",
    addressees=("Thanh tra huyện Đại Từ", "Ban Tiếp công dân huyện Đại Từ"),
    grounds=("Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013", "Căn cứ Kế hoạch số 103/KH-UBND"),
    blocks=BODY,
    recipients=("TT Đảng ủy, TT HĐND xã", "Chủ tịch, các PCT UBND xã", "Lưu: VT, TCD"),
    authority_lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Nguyễn Văn Bình",
    year=2026,
    number=5,
    dated_on=date(2026, 2, 5),
)


def report(**changes: Any) -> Document:
    """Return the report with some fields changed."""
    return replace(REPORT, **changes)


def form_columns(code: str) -> tuple[Column, ...]:
    """Return the real columns of a form of Circular 06/2025/TT-TTCP."""
    with (Path(__file__).parent / "columns.csv").open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["form"] == code]
    return tuple(
        Column(int(line["number"]), tuple(line["path"].split(" > ")), line["formula"], line["unit"])
        for line in lines
    )


def form(code: str, value: str = "0", **changes: Any) -> StatisticalTable:
    """Return a form with one commune that reports the same value everywhere."""
    columns = form_columns(code)
    table = StatisticalTable(
        code=code,
        title=TITLES[code],
        period_start=date(2026, 3, 1),
        period_end=date(2026, 3, 31),
        columns=columns,
        rows=(TableRow("UBND xã Lục Ba", (value,) * len(columns)),),
    )
    return replace(table, **changes)
