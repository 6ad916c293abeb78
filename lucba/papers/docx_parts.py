"""Pieces of Word markup python-docx has no call for: fonts of every script, rules, frames, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from lucba.papers.fonts import printable

FONT = "Times New Roman"
INDENT = Mm(10)
_EIGHTHS = 8  # Word measures borders in eighths of a point
_TWENTIETHS = 20  # and lengths in twentieths


def set_font(style_or_run: Any) -> None:
    """Set the papers' font for every script, so that no letter falls back to another."""
    style_or_run.font.name = FONT
    fonts = style_or_run.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)


def add_line(
    place: Any,
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    align: Any = ALIGN.LEFT,
    before: float = 0,
    indent: bool = False,
    spacing: float = 18,
) -> Paragraph:
    """Add a paragraph to a file or cell: size, space before and line spacing in pt; `indent` its first line.

    The first line of a cell takes the empty paragraph the cell comes with.
    """
    line = _empty_line(place) or place.add_paragraph()
    line.alignment = align
    layout = line.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(0), Pt(spacing)
    if indent:
        layout.first_line_indent = INDENT
    add_run(line, text, size=size, bold=bold, italic=italic)
    return line


def _empty_line(place: Any) -> Paragraph | None:
    """Return the one empty paragraph a cell comes with; merged cells bring several, the others go."""
    if not isinstance(place, _Cell) or any(line.runs for line in place.paragraphs):
        return None
    lines: list[Paragraph] = place.paragraphs
    first, *others = lines
    for line in others:
        line._p.getparent().remove(line._p)
    return first


def add_run(
    line: Paragraph, text: str, *, size: float = 14, bold: bool = False, italic: bool = False
) -> None:
    """Add text to a paragraph in the papers' font; line breaks in it are kept."""
    run = line.add_run(printable(text).replace("\N{ZERO WIDTH SPACE}", ""))
    set_font(run)
    run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic


def rule_below(line: Paragraph, width: Length, *, share: float) -> None:
    """Draw a centred rule below a line: an empty line of 1 pt with a border, `share` of `width` long."""
    rule = OxmlElement("w:p")
    line._p.addnext(rule)  # python-docx inserts before only
    drawn = Paragraph(rule, line._parent)
    margin = Length(int(width * (1 - share) / 2))
    layout = drawn.paragraph_format
    layout.left_indent = layout.right_indent = margin
    layout.space_before, layout.space_after, layout.line_spacing = Pt(0), Pt(0), Pt(2)
    _border(drawn, "top", "000000", 0.75)


def frame(line: Paragraph, colour: str, width: int | None) -> None:
    """Frame a line in `colour`; of `width` mm, or as wide as its place."""
    for side in ("top", "left", "bottom", "right"):
        _border(line, side, colour, 1)
    if colour != "000000":
        for run in line.runs:
            run.font.color.rgb = RGBColor.from_string(colour)
    margin = Mm(max((68 - (width or 40)) // 2, 0))
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = margin


def _border(line: Paragraph, side: str, colour: str, points: float) -> None:
    properties = line._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    drawn = OxmlElement(f"w:{side}")
    for name, value in (
        ("val", "single"),
        ("sz", str(int(points * _EIGHTHS))),
        ("space", "1"),
        ("color", colour),
    ):
        drawn.set(qn(f"w:{name}"), value)
    borders.append(drawn)


def page_number(section: Any) -> None:
    """Number the pages of a section on top in the middle from 1, the first page without."""
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = section.first_page_header.is_linked_to_previous = False
    line = section.header.paragraphs[0]
    line.alignment = ALIGN.CENTER
    add_run(line, "")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        line.runs[0]._r.append(_field(kind, text))
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.append(numbers)


def _field(kind: str, text: str) -> Any:
    if text:
        instruction = OxmlElement("w:instrText")
        instruction.text = text
        return instruction
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def widths_of(table: Table, widths: Sequence[Length]) -> Table:
    """Fix the widths of a table's columns; without borders unless a style gives them."""
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def repeated(row: Any) -> None:
    """Repeat a heading row on every page of its table."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
