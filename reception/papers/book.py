"""The official book on A4 landscape: one table a part, under the form in force on its days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lucba.office.models import Unit
from lucba.papers.document import Block, BookTable, Document, Note, Paragraph, SignatureBox
from lucba.papers.issuing import issuer_of, profile_on
from lucba.papers.numbers import short_date
from reception.book import BookPart


def book_document(unit: Unit, parts: Sequence[BookPart], *, on: date) -> Document:
    """Return the book as printed on the day `on`. Raises RefusedError when the unit has no profile then."""
    profile = profile_on(unit, on=on)
    start, end = parts[0].start, parts[-1].end
    masked = "\n(bản che danh tính)" if parts[0].masked else ""
    return Document(
        issuer=issuer_of(profile),
        symbol="",
        numbered=False,
        place=profile.place_name,
        kind="SỔ TIẾP CÔNG DÂN",
        title=f"Từ ngày {short_date(start)} đến ngày {short_date(end)}{masked}",
        blocks=tuple(block for part in parts for block in _blocks(part)),
        year=on.year,
        dated_on=on,
        landscape=True,
        signatures=(
            SignatureBox("Người ghi sổ"),
            SignatureBox("Thủ trưởng đơn vị", note="(Ký tên, đóng dấu)"),
        ),
    )


def file_name(start: date, end: date, *, masked: bool) -> str:
    """Return the name of a file that holds the book, without its ending."""
    return f"so-tiep-cong-dan-{start:%Y%m%d}-{end:%Y%m%d}{'-che-danh-tinh' if masked else ''}"


def _blocks(part: BookPart) -> tuple[Block, ...]:
    """Return the name of the form and its filled table."""
    rows = tuple(part.rows())
    days = f"từ ngày {short_date(part.start)} đến ngày {short_date(part.end)}"
    heading = Note(f"{part.form.name}, {days}: {len(rows)} lượt tiếp")
    if not rows:
        return heading, Paragraph("Không có lượt tiếp nào.")
    return heading, BookTable(columns=part.form.numbered, shares=part.form.shares, rows=rows)
