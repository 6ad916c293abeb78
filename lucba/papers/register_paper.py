"""The register of outgoing documents of a period as a landscape paper (Decree 30/2020, annex IV)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lucba.office.models import Unit
from lucba.papers.document import BookTable, Column, Document, Note, Paragraph, SignatureBox
from lucba.papers.issuing import issuer_of, profile_on
from lucba.papers.numbers import short_date
from lucba.papers.queries import HEADING

SHARES = (1.4, 1.1, 4, 1.6, 3, 1.3, 0.8, 1.3)
MOST = 1_000  # lines of one print: about sixty pages


def register_document(unit: Unit, lines: Sequence[tuple[str, ...]], *, start: date, end: date) -> Document:
    """Return the register of the days `start` to `end` (inclusive). Raises RefusedError without a profile."""
    profile = profile_on(unit, on=end)
    columns = tuple(Column(number, (heading,)) for number, heading in enumerate(HEADING, start=1))
    table = BookTable(columns, SHARES, tuple(lines)) if lines else Paragraph("Không có văn bản nào.")
    return Document(
        issuer=issuer_of(profile),
        symbol="",
        numbered=False,
        place=profile.place_name,
        kind="SỔ VĂN BẢN ĐI",
        title=f"Từ ngày {short_date(start)} đến ngày {short_date(end)}",
        blocks=(Note(f"{len(lines)} văn bản"), table),
        year=end.year,
        dated_on=end,
        landscape=True,
        signatures=(SignatureBox("Người ghi sổ"), SignatureBox("Người kiểm tra")),
    )
