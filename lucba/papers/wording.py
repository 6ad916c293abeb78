"""The fixed phrases of Decree 30/2020/NĐ-CP and their punctuation, shared by every renderer.

Each function returns plain text; change one only when the decree changes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from lucba.papers.document import (
    Article,
    Block,
    BulletList,
    Document,
    Note,
    Paragraph,
    StatisticalTable,
)
from lucba.papers.fonts import MAY_BREAK
from lucba.papers.numbers import date_in_words, padded_number, short_date

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DRAFT = "DỰ THẢO"
BLANK = " " * 6  # room for a number or a day written by hand at signature
END_MARK = "./."
ANNEX = "PHỤ LỤC"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
BLANK_IN_TEXT = re.compile(r"\[(?P<hint>[^\[\]\n]{1,120})\]")
SHORTEST_LINE, LONGEST_LINE = 5, 20  # signs of three dots each
DOTS = f"…{MAY_BREAK}"
Part = TypeVar("Part")


def dotted(text: str) -> str:
    """Turn each blank `[lời nhắc]` of a text into a dotted line, the longer the more it asks for."""

    def dots(found: re.Match[str]) -> str:
        return DOTS * min(max(SHORTEST_LINE, len(found["hint"]) * 2 // 3), LONGEST_LINE)

    return BLANK_IN_TEXT.sub(dots, text)


def ready(document: Document) -> Document:
    """Return the document as it is printed: blanks as dotted lines, "./." at the end of its body."""
    dots = each_text(document, dotted) if document.has_blanks else document
    return replace(dots, blocks=body(dots))


def blanks_in(document: Document) -> list[str]:
    """Return what the blanks of a document ask for, in the order of its parts."""
    if not document.has_blanks:
        return []
    return [found["hint"] for text in texts_of(document) for found in BLANK_IN_TEXT.finditer(text)]


def texts_of(part: Any) -> Iterator[str]:
    """Yield every text in a document or a part of one."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts_of(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts_of(getattr(part, field.name))


def each_text(part: Part, change: Callable[[str], str]) -> Part:
    """Return a document, or a part of one, with every text in it changed."""
    changed: Any = part
    if isinstance(part, str):
        changed = change(part)
    elif isinstance(part, tuple):
        changed = tuple(each_text(each, change) for each in part)
    elif is_dataclass(part) and not isinstance(part, type):
        values = {field.name: getattr(part, field.name) for field in fields(part)}
        changed = replace(part, **{name: each_text(value, change) for name, value in values.items()})
    return changed  # type: ignore[no-any-return]


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
    kind = document.kind.capitalize() or "Công văn"
    number, day = number_and_symbol(document), date_phrase(document)
    return f"(Kèm theo {kind} số: {number} {day} của {document.issuer.full_name})"


def period_line(table: StatisticalTable) -> str:
    """Write "Số liệu tính từ ngày ... đến ngày ..." of a form."""
    start, end = short_date(table.period_start), short_date(table.period_end)
    return f"Số liệu tính từ ngày {start} đến ngày {end}"


def metadata_title(document: Document) -> str:
    """Return the title that a reader program shows: kind and subject on one line."""
    return " ".join(f"{document.kind.capitalize() or 'Công văn'} {document.title}".split())


def subject_line(document: Document) -> str:
    """Return the subject of a letter (ô 5b): "V/v đôn đốc giải quyết đơn"."""
    title = document.title
    return title if title.startswith("V/v ") else f"V/v {title[:1].lower()}{title[1:]}"


def annex_heading(document: Document, number: int) -> str:
    """Return "PHỤ LỤC", with a Roman number when the document has several."""
    if len(document.text_annexes) < 2:
        return ANNEX
    return f"{ANNEX} {ROMAN[number - 1]}"


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
    """Return the blocks of a document; a record both sides sign, or a citizen's paper, has no "./."."""
    unended = document.signatures or not document.letterhead
    return document.blocks if unended else ended(document.blocks)


def ended(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put "./." right after the last sentence of the body, once."""
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph | Note):
        return (*blocks[:-1], replace(last, text=with_end_mark(last.text)))
    if isinstance(last, Article):
        return (*blocks[:-1], replace(last, text=with_end_mark(last.text)))
    if isinstance(last, BulletList) and last.items:
        return (*blocks[:-1], replace(last, items=(*last.items[:-1], with_end_mark(last.items[-1]))))
    return (*blocks, Paragraph(END_MARK))


def with_end_mark(sentence: str) -> str:
    """Replace the closing stop of a sentence by "./."."""
    return sentence.rstrip().removesuffix(END_MARK).rstrip(" .;") + END_MARK
