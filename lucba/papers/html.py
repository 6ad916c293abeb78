"""A document as HTML: the templates of templates/papers filled in.

A new kind of block needs its template here; the looks are in decree_30.css.
"""

from django.template.loader import render_to_string
from django.utils.html import strip_spaces_between_tags

from lucba.papers import wording
from lucba.papers.document import (
    Article,
    Block,
    BookTable,
    BulletList,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    QrCode,
    SimpleTable,
    StatisticalTable,
    TextAnnex,
)
from lucba.papers.fonts import printable
from lucba.papers.qr import svg_address
from lucba.papers.table_layout import TablePart, header_rows, table_parts

LONGEST = 400_000  # characters of HTML: about 150 pages, far above any paper of a commune
LINE = 80  # characters that a line break counts for
BLOCK_TEMPLATES: dict[type[Block], str] = {
    Paragraph: "papers/_paragraph.html",
    Article: "papers/_article.html",
    Heading: "papers/_heading.html",
    BulletList: "papers/_bullet_list.html",
    Note: "papers/_note.html",
    PageBreak: "papers/_page_break.html",
    SimpleTable: "papers/_simple_table.html",
    BookTable: "papers/_book_table.html",
    QrCode: "papers/_qr_code.html",
}


class DocumentTooLongError(Exception):
    """The document is too long to be printed; the message is a Vietnamese sentence for the office."""


def document_html(document: Document, *, longest: int = LONGEST) -> str:
    """Return the whole document as one HTML page that refers to nothing outside itself.

    Raises DocumentTooLongError above `longest` characters: pasted files do not belong into a paper.
    """
    html = strip_spaces_between_tags(render_to_string("papers/document.html", context(document)))
    if len(html) + LINE * html.count("\n") > longest:
        raise DocumentTooLongError(
            "Văn bản quá dài để in. Hãy rút gọn nội dung hoặc gửi phần chi tiết bằng tệp kèm theo."
        )
    return printable(html)


def context(document: Document) -> dict[str, object]:
    """Return everything that the templates print, already worded."""
    document = wording.ready(document)
    return {
        "document": document,
        "wording": wording,
        "title": wording.metadata_title(document),
        "number_and_symbol": wording.number_and_symbol(document),
        "place_and_date": wording.place_and_date(document),
        "attached_to": wording.attached_to(document),
        "addressees": addressee_lines(document),
        "grounds": wording.listed(document.grounds),
        "recipients": wording.recipient_lines(document),
        "subject_line": wording.subject_line(document),
        "blocks": templated(document.blocks),
        "text_annexes": [text_annex(document, each, at) for at, each in enumerate(document.text_annexes, 1)],
        "annexes": [annex(table, number) for number, table in enumerate(document.annexes, start=1)],
    }


def templated(blocks: tuple[Block, ...]) -> list[tuple[str, object]]:
    """Return each block with the template that prints it."""
    return [(BLOCK_TEMPLATES[type(block)], shown(block)) for block in blocks]


def text_annex(document: Document, annex: TextAnnex, number: int) -> dict[str, object]:
    """Return an annex of text for the templates; its own page name lets its numbers start again at 1."""
    return {
        "heading": wording.annex_heading(document, number),
        "title": annex.title,
        "blocks": templated(annex.blocks),
        "page": f"text-annex-{number}",
        "landscape": annex.landscape,
    }


def shown(block: Block) -> Block | dict[str, object]:
    """Return a block as its template reads it: a table brings each cell with its alignment."""
    if isinstance(block, QrCode):
        return {"picture": svg_address(block.address), "address": block.address, "lines": block.lines}
    if isinstance(block, BookTable):
        header = header_rows(block.columns)
        return {"table": block, "header": header, "widths": in_percent(block.shares)}
    if not isinstance(block, SimpleTable):
        return block
    alignments = [column.align for column in block.columns]
    return {
        "caption": block.caption,
        "headings": [column.heading for column in block.columns],
        "widths": in_percent(tuple(column.share for column in block.columns)),
        "rows": [list(zip(row, alignments, strict=True)) for row in block.rows],
    }


def in_percent(shares: tuple[float, ...]) -> list[str]:
    """Return relative widths as CSS writes them, whatever the language of the templates."""
    return [f"{100 * share / sum(shares):.2f}%" for share in shares]


def addressee_lines(document: Document) -> tuple[str, ...] | list[str]:
    """Return the bodies of "Kính gửi" (ô 9a): one stands as it is, several end with ";" and "."."""
    return document.addressees if len(document.addressees) == 1 else wording.listed(document.addressees)


def annex(table: StatisticalTable, number: int) -> dict[str, object]:
    """Return a form for the templates; its own page name lets its page numbers start again at 1."""
    return {
        "table": table,
        "page": f"annex-{number}",
        "period": wording.period_line(table),
        "parts": [(part, css_lengths(part)) for part in table_parts(table)],
    }


def css_lengths(part: TablePart) -> dict[str, object]:
    """Return type size and column widths as CSS writes them, whatever the language of the templates."""
    return {"size": f"{part.type_size:g}pt", "widths": [f"{width:.2f}mm" for width in part.widths]}
