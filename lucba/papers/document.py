"""An administrative document of Decree 30/2020/NĐ-CP as data, whatever it is printed to.

A new kind of block or annex is a new frozen dataclass here and one entry in each renderer's table.
Texts are plain: renderers escape them, number nothing and add only what `wording` adds.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

MARKS_OF_URGENCY = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")


class DocumentError(ValueError):
    """The document breaks a rule of layout; the message is a Vietnamese sentence for the office."""


@dataclass(frozen=True)
class Issuer:
    """The issuing body: its name inside a sentence, and as the lines of the letterhead (ô 2)."""

    full_name: str
    name_lines: tuple[str, ...]
    superior_lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body, justified unless `align` says otherwise; line breaks in the text are kept."""

    text: str
    align: Literal["justify", "center", "right", "left"] = "justify"
    style: Literal["normal", "bold", "italic"] = "normal"
    indent: bool = True


@dataclass(frozen=True)
class Article:
    """An article of a decision: "Điều 1." in bold, then its text on the same line."""

    heading: str
    text: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading with its number in the text: 1 is "I. TÊN MỤC", 2 is "1. Tên khoản", 3 is "a) Tên điểm"."""

    level: Literal[1, 2, 3]
    text: str


@dataclass(frozen=True)
class BulletList:
    """Short items, each on its own line after a dash."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """A remark in smaller italics, such as the source or the formula of a figure."""

    text: str


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class TableColumn:
    """A column of a table in the body: `share` is its width relative to the other columns."""

    heading: str
    share: float = 1
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True)
class SimpleTable:
    """A small table inside the body, as wide as the text; the first cell of a row names the row."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise DocumentError(f"Bảng «{self.caption}» có dòng không đủ {len(self.columns)} ô.")


@dataclass(frozen=True)
class Column:
    """A numbered column of a form: headings from the top down, right side of its printed formula, unit."""

    number: int
    path: tuple[str, ...]
    formula: str = ""
    unit: str = ""


@dataclass(frozen=True)
class BookTable:
    """Rows of an office's book under its numbered columns; `shares` are the columns' relative widths."""

    columns: tuple[Column, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in (self.shares, *self.rows)):
            raise DocumentError(f"Sổ có dòng không đủ {len(self.columns)} cột.")


@dataclass(frozen=True)
class QrCode:
    """A square code that leads a telephone to an address, beside a few lines that say what it is for."""

    address: str
    lines: tuple[str, ...]


Block = Paragraph | Article | Heading | BulletList | Note | PageBreak | SimpleTable | BookTable | QrCode


@dataclass(frozen=True)
class TableRow:
    """One reporting unit, or the total, with one already formatted value for each column."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class StatisticalTable:
    """A form annexed to a report ("Biểu số: 01/TCD"); both days of the reporting period are included."""

    code: str
    title: str
    period_start: date
    period_end: date
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    total: TableRow | None = None
    note: str = ""

    def __post_init__(self) -> None:
        every_row = (*self.rows, self.total) if self.total else self.rows
        if any(len(row.values) != len(self.columns) for row in every_row):
            raise DocumentError(f"Biểu {self.code} có dòng không đủ {len(self.columns)} cột số liệu.")


@dataclass(frozen=True)
class TextAnnex:
    """An annex of text: "PHỤ LỤC" (numbered in Roman when there are several), its title, its blocks."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True)
class SignatureBox:
    """One of several who sign side by side: as what, how ("Ký, ghi rõ họ tên"), and the name if printed."""

    heading: str
    note: str = "(Ký, ghi rõ họ tên)"
    name: str = ""


@dataclass(frozen=True)
class Document:
    """One document. Without `number` or `dated_on` their places stay blank, to be filled in at signature.

    Without `kind` it is a letter (công văn): the title is its "V/v". A receipt or a record signed by both
    sides has `signatures` in place of recipients, authority and signer; one outside the office's number
    series is not `numbered`; one that a citizen writes has no `letterhead`, place and day stand above the
    signature. `form_code` names the official form it follows, `authority_heading` who decides, above the
    grounds. With `has_blanks` a text such as `[lý do]` is a blank, printed as a dotted line.
    """

    issuer: Issuer
    symbol: str
    place: str
    kind: str
    title: str
    blocks: tuple[Block, ...]
    year: int
    recipients: tuple[str, ...] = ()
    authority_lines: tuple[str, ...] = ()
    signer: str = ""
    number: int | None = None
    dated_on: date | None = None
    subtitle: str = ""
    addressees: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    annexes: tuple[StatisticalTable, ...] = ()
    draft: bool = False
    numbered: bool = True
    form_code: str = ""
    landscape: bool = False
    signatures: tuple[SignatureBox, ...] = ()
    authority_heading: str = ""
    urgency: str = ""
    circulation: Literal["", "XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"] = ""
    text_annexes: tuple[TextAnnex, ...] = ()
    drafter_code: str = ""
    contact: str = ""
    letterhead: bool = True
    has_blanks: bool = False

    def __post_init__(self) -> None:
        if self.numbered and (not self.symbol or any(character.isspace() for character in self.symbol)):
            raise DocumentError("Ký hiệu văn bản viết liền, không có khoảng trắng, ví dụ BC-UBND.")
        if self.number is not None and self.number < 1:
            raise DocumentError("Số văn bản bắt đầu từ 01.")
        if self.dated_on and self.dated_on.year != self.year:
            raise DocumentError(f"Ngày ký phải thuộc năm {self.year} của sổ văn bản.")
        if not self.kind and not self.title:
            raise DocumentError("Công văn phải có trích yếu (V/v ...).")
        if (
            self.letterhead
            and not self.signatures
            and not (self.recipients and self.recipients[-1].startswith("Lưu:"))
        ):
            raise DocumentError("Mục Nơi nhận phải kết thúc bằng dòng «Lưu: VT, ...».")
