"""The fixed phrases of Decree 30/2020/NĐ-CP and their punctuation, shared by every renderer.

Each function returns plain text; change one only when the decree changes.
"""

from dataclasses import replace

from lucba.papers.document import Block, BulletList, Document, Note, Paragraph, StatisticalTable
from lucba.papers.numbers import date_in_words, padded_number, short_date

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DRAFT = "DỰ THẢO"
BLANK = " " * 6  # room for a number or a day written by hand at signature
END_MARK = "./."


def number_and_symbol(document: Document) -> str:
    """Write "05/BC-UBND", or the symbol after a blank while the number is not yet given."""
    number = BLANK if document.number is None else padded_number(document.number)
    return f"{number}/{document.symbol}"


def date_phrase(document: Document) -> str:
    """Write "ngày 05 tháng 02 năm 2026", with blanks while the document is not dated."""
    if document.dated_on is None:
        return f"ngày{BLANK}tháng{BLANK}năm {document.year}"
    return date_in_words(document.dated_on)


def place_and_date(document: Document) -> str:
    """Write "Lục Ba, ngày 05 tháng 02 năm 2026" (ô 4)."""
    return f"{document.place}, {date_phrase(document)}"


def attached_to(document: Document) -> str:
    """Write "(Kèm theo Báo cáo số: 05/BC-UBND ngày ... của ...)" for an annex."""
    kind = document.kind.capitalize()
    number, day = number_and_symbol(document), date_phrase(document)
    return f"(Kèm theo {kind} số: {number} {day} của {document.issuer.full_name})"


def period_line(table: StatisticalTable) -> str:
    """Write "Số liệu tính từ ngày ... đến ngày ..." of a form."""
    start, end = short_date(table.period_start), short_date(table.period_end)
    return f"Số liệu tính từ ngày {start} đến ngày {end}"


def metadata_title(document: Document) -> str:
    """Return the title that a reader program shows: kind and subject on one line."""
    return " ".join(f"{document.kind.capitalize()} {document.title}".split())


def listed(items: tuple[str, ...]) -> list[str]:
    """End every item with ";" and the last with "."."""
    plain = [item.rstrip(" ;.") for item in items]
    return [f"{item};" for item in plain[:-1]] + [f"{item}." for item in plain[-1:]]


def recipient_lines(document: Document) -> list[str]:
    """Return the lines of "Nơi nhận" (ô 9b); "Như trên" comes first where the document has addressees."""
    names = document.recipients
    if document.addressees and names and names[0].rstrip(" ;.") != "Như trên":
        names = ("Như trên", *names)
    return listed(names)


def body(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document; a record or receipt that both sides sign has no "./." at its end."""
    return document.blocks if document.signatures else ended(document.blocks)


def ended(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put "./." right after the last sentence of the body, once."""
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph | Note):
        return (*blocks[:-1], replace(last, text=with_end_mark(last.text)))
    if isinstance(last, BulletList) and last.items:
        return (*blocks[:-1], replace(last, items=(*last.items[:-1], with_end_mark(last.items[-1]))))
    return (*blocks, Paragraph(END_MARK))


def with_end_mark(sentence: str) -> str:
    """Replace the closing stop of a sentence by "./."."""
    return sentence.rstrip().removesuffix(END_MARK).rstrip(" .;") + END_MARK
