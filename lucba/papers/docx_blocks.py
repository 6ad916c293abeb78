"""The blocks of a document in a DOCX: paragraphs, articles, lists, tables, forms.

A new kind of block needs its function here, as it needs its template for the PDF.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import segno
from docx.document import Document as File
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm
from docx.table import Table

from lucba.papers import wording
from lucba.papers.document import (
    Article,
    Block,
    BookTable,
    BulletList,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    QrCode,
    SimpleTable,
    StatisticalTable,
)
from lucba.papers.docx_parts import add_line, add_run, repeated, widths_of
from lucba.papers.table_layout import HeaderCell, TablePart, header_rows

_ALIGN = {
    "justify": ALIGN.JUSTIFY,
    "center": ALIGN.CENTER,
    "right": ALIGN.RIGHT,
    "left": ALIGN.LEFT,
}
GRID = "Table Grid"
TEXT_WIDTH, LANDSCAPE_WIDTH = 165.0, 252.0  # mm


def add_blocks(file: File, blocks: Iterable[Block]) -> None:
    """Add blocks to the end of the file, in their order."""
    for block in blocks:
        LAYERS[type(block)](file, block)


def _paragraph(file: File, block: Paragraph) -> None:
    add_line(
        file,
        block.text,
        bold=block.style == "bold",
        italic=block.style == "italic",
        align=_ALIGN[block.align],
        before=6,
        indent=block.indent,
    )


def _article(file: File, block: Article) -> None:
    line = add_line(file, f"{block.heading} ", bold=True, align=ALIGN.JUSTIFY, before=6, indent=True)
    add_run(line, block.text)


def _heading(file: File, block: Heading) -> None:
    text = block.text.upper() if block.level == 1 else block.text
    bold = block.level < 3
    line = add_line(file, text, bold=bold, align=ALIGN.JUSTIFY, before=6, indent=True)
    line.paragraph_format.keep_with_next = True


def _items(file: File, block: BulletList) -> None:
    for item in block.items:
        add_line(file, f"- {item}", align=ALIGN.JUSTIFY, before=6, indent=True)


def _note(file: File, block: Note) -> None:
    add_line(file, block.text, size=13, italic=True, align=ALIGN.JUSTIFY, before=6, indent=True)


def _page_break(file: File, block: PageBreak) -> None:
    file.add_page_break()


def _simple_table(file: File, block: SimpleTable) -> None:
    if block.caption:
        add_line(file, block.caption, size=12, bold=True, align=ALIGN.CENTER, before=8)
    table = file.add_table(rows=1, cols=len(block.columns), style=GRID)
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        add_line(cell, column.heading, size=12, bold=True, align=ALIGN.CENTER, spacing=14)
    repeated(table.rows[0])
    for row in block.rows:
        for cell, text, column in zip(table.add_row().cells, row, block.columns, strict=True):
            add_line(cell, text, size=12, align=_ALIGN[column.align], spacing=14)
    _shared(table, [column.share for column in block.columns], TEXT_WIDTH)


def _book_table(file: File, block: BookTable) -> None:
    header = header_rows(block.columns)
    table = file.add_table(rows=len(header) + 1, cols=len(block.columns), style=GRID)
    _headings(table, header, offset=0, size=10)
    for cell, column in zip(table.rows[len(header)].cells, block.columns, strict=True):
        add_line(cell, f"({column.number})", size=10, italic=True, align=ALIGN.CENTER, spacing=12.5)
    for row in table.rows:
        repeated(row)
    for values in block.rows:
        for cell, text in zip(table.add_row().cells, values, strict=True):
            add_line(cell, text, size=10, spacing=12.5)
    _shared(table, block.shares, LANDSCAPE_WIDTH)


def _qr_code(file: File, block: QrCode) -> None:
    picture = io.BytesIO()
    segno.make(block.address, error="m", micro=False).save(picture, kind="png", scale=6, border=2)
    left, right = widths_of(file.add_table(rows=1, cols=2), (Mm(36), Mm(129))).rows[0].cells
    left.paragraphs[0].add_run().add_picture(picture, width=Mm(30))
    for line in block.lines:
        add_line(right, line, size=12, spacing=16)


def statistical_table(file: File, table: StatisticalTable, part: TablePart, *, attached_to: str) -> None:
    """Add one part of a form annexed to a report, with its headings, numbers, rows and remark."""
    continued = " (tiếp theo)" if part.continued else ""
    add_line(file, f"Biểu số: {table.code}", bold=True, align=ALIGN.CENTER)
    add_line(file, f"{table.title.upper()}{continued}", bold=True, align=ALIGN.CENTER)
    add_line(file, wording.period_line(table), size=13, align=ALIGN.CENTER)
    add_line(file, attached_to, size=13, italic=True, align=ALIGN.CENTER)
    size, depth = part.type_size, len(part.header)
    drawn = file.add_table(rows=depth + 1, cols=len(part.columns) + 1, style=GRID)
    unit = drawn.cell(0, 0).merge(drawn.cell(depth - 1, 0))
    add_line(unit, "Đơn vị", size=size, bold=True, align=ALIGN.CENTER, spacing=size * 1.2)
    _headings(drawn, part.header, offset=1, size=size)
    numbers = ["MS", *("".join(pieces) for pieces in part.number_line)]
    for cell, text in zip(drawn.rows[depth].cells, numbers, strict=True):
        add_line(cell, text, size=size, italic=True, align=ALIGN.CENTER, spacing=size * 1.2)
    for row in drawn.rows:
        repeated(row)
    for line in (*part.rows, *([part.total] if part.total else [])):
        _figures(drawn, (line.name, *line.values), size=size, bold=line is part.total)
    widths_of(drawn, [Mm(width) for width in part.widths])
    if table.note and part.columns[-1] == table.columns[-1]:
        add_line(file, f"Ghi chú: {table.note}", size=13, italic=True, before=6)


def _figures(table: Table, texts: tuple[str, ...], *, size: float, bold: bool) -> None:
    for index, (cell, text) in enumerate(zip(table.add_row().cells, texts, strict=True)):
        align = ALIGN.CENTER if index else ALIGN.LEFT
        add_line(cell, text, size=size, bold=bold, align=align, spacing=size * 1.2)


def _headings(table: Table, header: list[list[HeaderCell]], *, offset: int, size: float) -> None:
    """Merge the cells of the heading lines as the form has them; `offset` columns stand before them."""
    for level, line in enumerate(header):
        for cell in line:
            first = table.cell(level, cell.start + offset)
            last = table.cell(level + cell.rowspan - 1, cell.start + offset + cell.colspan - 1)
            add_line(
                first.merge(last), cell.text, size=size, bold=True, align=ALIGN.CENTER, spacing=size * 1.2
            )


def _shared(table: Table, shares: Iterable[float], width: float) -> None:
    """Give the columns their shares of `width` mm."""
    parts = list(shares)
    widths_of(table, [Mm(width * share / sum(parts)) for share in parts])


LAYERS: dict[type[Block], Callable[[File, Any], None]] = {
    Paragraph: _paragraph,
    Article: _article,
    Heading: _heading,
    BulletList: _items,
    Note: _note,
    PageBreak: _page_break,
    SimpleTable: _simple_table,
    BookTable: _book_table,
    QrCode: _qr_code,
}
