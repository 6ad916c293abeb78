"""A document as an editable DOCX with the content and layout of its PDF (Decree 30/2020, annex I).

Sizes are those of decree_30.css. Blocks are laid by `docx_blocks`, low-level Word markup by `docx_parts`.
"""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document as File
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from docx.table import _Cell

from lucba.papers import wording
from lucba.papers.document import Document, TextAnnex
from lucba.papers.docx_blocks import add_blocks, statistical_table
from lucba.papers.docx_parts import add_line, frame, page_number, rule_below, set_font, widths_of
from lucba.papers.html import addressee_lines
from lucba.papers.table_layout import table_parts

TOP, RIGHT, BOTTOM, LEFT = Mm(20), Mm(15), Mm(20), Mm(30)
A4 = (Mm(210), Mm(297))
HALVES = (Mm(68), Mm(97))
HALVES_OF_LANDSCAPE = (Mm(100), Mm(152))
FRAMES = {"KHẨN": 20, "THƯỢNG KHẨN": 40, "HỎA TỐC": 30}  # mm of the mark of urgency, all 8 mm high
_RED = "CC0000"
_ZIP_DAY = (2000, 1, 1, 0, 0, 0)  # the same document gives the same bytes


def render_docx(document: Document) -> bytes:
    """Return a document of Decree 30/2020/NĐ-CP as DOCX. The same document gives the same bytes."""
    document = wording.ready(document)
    file = docx.Document()
    _properties(file, document)
    _page(file.sections[0], landscape=document.landscape)
    if document.form_code:
        add_line(file, document.form_code, size=12, bold=True, align=ALIGN.RIGHT)
    if document.letterhead:
        _letterhead(file, document)
    else:
        _nation(file, size=12)
    _title(file, document)
    _addressees(file, document)
    if document.authority_heading:
        add_line(file, document.authority_heading, bold=True, align=ALIGN.CENTER, before=10)
    for ground in wording.listed(document.grounds):
        add_line(file, ground, italic=True, align=ALIGN.JUSTIFY, before=6, indent=True)
    add_blocks(file, document.blocks)
    _closing(file, document)
    if document.contact:
        add_line(file, document.contact, size=11, before=10)
    _annexes(file, document)
    return _packed(file)


def _annexes(file: File, document: Document) -> None:
    for number, annex in enumerate(document.text_annexes, start=1):
        _text_annex(file, document, annex, number)
    for table in document.annexes:
        _new_page(file, landscape=True)
        for part in table_parts(table):
            statistical_table(file, table, part, attached_to=wording.attached_to(document))


def _properties(file: File, document: Document) -> None:
    """Name the file after the document and its issuer, never after a person."""
    core = file.core_properties
    core.title, core.author = wording.metadata_title(document), document.issuer.full_name
    core.last_modified_by, core.comments, core.language = "", "", "vi-VN"
    style = file.styles["Normal"]
    style.font.size = Pt(14)
    set_font(style)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = Pt(18)


def _page(section: object, *, landscape: bool) -> None:
    """Set A4 and the margins of the decree; the page number stands on top, but not on the first page."""
    width, height = A4[::-1] if landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT  # type: ignore[attr-defined]
    section.page_width, section.page_height = width, height  # type: ignore[attr-defined]
    section.top_margin, section.bottom_margin = TOP, BOTTOM  # type: ignore[attr-defined]
    section.left_margin, section.right_margin = LEFT, RIGHT  # type: ignore[attr-defined]
    section.header_distance = Mm(10)  # type: ignore[attr-defined]
    page_number(section)


def _new_page(file: File, *, landscape: bool) -> None:
    """Begin an annex: a section of its own whose pages are numbered from 1."""
    _page(file.add_section(WD_SECTION.NEW_PAGE), landscape=landscape)


def _letterhead(file: File, document: Document) -> None:
    """Lay ô 1–4 side by side: issuer and number left, nation and date right."""
    widths = HALVES_OF_LANDSCAPE if document.landscape else HALVES
    left, right = widths_of(file.add_table(rows=1, cols=2), widths).rows[0].cells
    for line in document.issuer.superior_lines:
        add_line(left, line, size=12, align=ALIGN.CENTER, spacing=15)
    for line in document.issuer.name_lines:
        add_line(left, line, size=12, bold=True, align=ALIGN.CENTER, spacing=15)
    rule_below(left.paragraphs[-1], widths[0], share=0.2)
    _nation(right, size=12)
    left, right = widths_of(file.add_table(rows=1, cols=2), widths).rows[0].cells
    if document.numbered:
        add_line(left, f"Số: {wording.number_and_symbol(document)}", size=13, align=ALIGN.CENTER, spacing=16)
    if not document.kind:
        subject = wording.subject_line(document)
        add_line(left, subject, size=13, align=ALIGN.CENTER, before=6, spacing=16)
    for text, colour in _marks(document):
        frame(
            add_line(left, text, size=13, bold=True, align=ALIGN.CENTER, before=6), colour, FRAMES.get(text)
        )
    add_line(right, wording.place_and_date(document), size=13, italic=True, align=ALIGN.CENTER, spacing=16)


def _marks(document: Document) -> list[tuple[str, str]]:
    """Return the framed marks under the number, each with its colour: urgency, circulation, draft."""
    draft = wording.DRAFT if document.draft else ""
    marks = ((document.urgency, _RED), (document.circulation, "000000"), (draft, "000000"))
    return [(text, colour) for text, colour in marks if text]


def _nation(place: File | _Cell, *, size: int) -> None:
    add_line(place, wording.NATION, size=size, bold=True, align=ALIGN.CENTER, spacing=15)
    motto = add_line(place, wording.MOTTO, size=size + 1, bold=True, align=ALIGN.CENTER, spacing=16)
    rule_below(motto, HALVES[1], share=0.66)


def _title(file: File, document: Document) -> None:
    """Lay ô 5a; a letter has its subject under the number instead."""
    if not document.kind:
        return
    add_line(file, document.kind.upper(), bold=True, align=ALIGN.CENTER, before=18)
    for line in document.title.splitlines():
        add_line(file, line, bold=True, align=ALIGN.CENTER)
    if document.title:
        rule_below(file.paragraphs[-1], Mm(165), share=0.3)
    if document.subtitle:
        add_line(file, document.subtitle, italic=True, align=ALIGN.CENTER, before=6)


def _addressees(file: File, document: Document) -> None:
    """Lay ô 9a: one body on the line of the salutation, several in a list below it."""
    names = addressee_lines(document)
    if len(names) == 1:
        add_line(file, f"Kính gửi: {names[0]}", align=ALIGN.CENTER, before=12)
    elif names:
        add_line(file, "Kính gửi:", before=12).paragraph_format.left_indent = Mm(35)
        for name in names:
            add_line(file, f"- {name}").paragraph_format.left_indent = Mm(50)


def _closing(file: File, document: Document) -> None:
    """Lay ô 9b beside ô 7, or the boxes of those who sign side by side."""
    if not document.letterhead and len(document.signatures) == 1:
        box = document.signatures[0]
        place = widths_of(file.add_table(rows=1, cols=2), HALVES).rows[0].cells[1]
        add_line(place, wording.place_and_date(document), size=13, italic=True, align=ALIGN.CENTER, before=14)
        add_line(place, box.heading.upper(), bold=True, align=ALIGN.CENTER)
        add_line(place, box.note, size=13, italic=True, align=ALIGN.CENTER)
    elif document.signatures:
        _boxes(file, document)
    else:
        _recipients_and_signer(file, document)


def _boxes(file: File, document: Document) -> None:
    count = len(document.signatures)
    table = widths_of(file.add_table(rows=1, cols=count), (Mm(165 // count),) * count)
    for cell, box in zip(table.rows[0].cells, document.signatures, strict=True):
        add_line(cell, box.heading.upper(), size=13, bold=True, align=ALIGN.CENTER, before=14)
        add_line(cell, box.note, size=13, italic=True, align=ALIGN.CENTER)
        add_line(cell, box.name, size=13, bold=True, align=ALIGN.CENTER, before=62)


def _recipients_and_signer(file: File, document: Document) -> None:
    left, right = widths_of(file.add_table(rows=1, cols=2), (Mm(82), Mm(83))).rows[0].cells
    add_line(left, "Nơi nhận:", size=12, bold=True, italic=True, before=14)
    for line in wording.recipient_lines(document):
        add_line(left, f"- {line}", size=11, spacing=13.5)
    if document.drafter_code:
        add_line(left, document.drafter_code, size=11, spacing=13.5)
    for index, line in enumerate(document.authority_lines):
        add_line(right, line, bold=True, align=ALIGN.CENTER, before=0 if index else 14)
    add_line(right, document.signer, bold=True, align=ALIGN.CENTER, before=79)


def _text_annex(file: File, document: Document, annex: TextAnnex, number: int) -> None:
    _new_page(file, landscape=annex.landscape)
    add_line(file, wording.annex_heading(document, number), bold=True, align=ALIGN.CENTER)
    add_line(file, annex.title.upper(), bold=True, align=ALIGN.CENTER)
    add_line(file, wording.attached_to(document), size=13, italic=True, align=ALIGN.CENTER)
    add_blocks(file, annex.blocks)


def _packed(file: File) -> bytes:
    """Return the file as bytes without the hour it was made."""
    made, packed = io.BytesIO(), io.BytesIO()
    file.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in sorted(parts.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            kept.writestr(zipfile.ZipInfo(name, _ZIP_DAY), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
