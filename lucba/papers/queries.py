"""What the register of outgoing documents shows, filtered the same on the page, in exports and in print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Exists, OuterRef

from lucba.office.exports import CHUNK
from lucba.office.models import Official
from lucba.office.search import with_words
from lucba.papers.models import IssuedPaper, PaperFile, PaperSending
from lucba.papers.numbers import short_date

# The columns of the register (Decree 30/2020, annex IV).
HEADING = (
    "Số, ký hiệu",
    "Ngày văn bản",
    "Tên loại, trích yếu",
    "Người ký",
    "Nơi nhận",
    "Người nhận bản lưu",
    "Số lượng bản",
    "Ghi chú",
)
NOT_SENT, NO_SCAN = "chua-gui", "chua-co-ban-ky"
_RANGES = {"dated_from": "dated_on__gte", "dated_to": "dated_on__lte"}


def outgoing(official: Official, **filters: Any) -> Any:
    """Return the register that `official` may see, narrowed by `filters`; empty ones do not filter.

    They are: q (words, accents or not), symbol, year, dated_from, dated_to (inclusive), missing (NOT_SENT,
    NO_SCAN).
    """
    rows = with_words(IssuedPaper.objects.visible_to(official).in_register(), filters.get("q", ""))
    exact = {name: filters[name] for name in ("symbol", "year") if filters.get(name)}
    between = {look: filters[name] for name, look in _RANGES.items() if filters.get(name)}
    rows = rows.filter(**exact, **between)
    if filters.get("missing") == NOT_SENT:
        rows = rows.filter(~Exists(PaperSending.objects.filter(issued=OuterRef("pk"))))
    if filters.get("missing") == NO_SCAN:
        kinds = (PaperFile.Kind.SCAN, PaperFile.Kind.SIGNED)
        rows = rows.filter(~Exists(PaperFile.objects.filter(issued=OuterRef("pk"), kind__in=kinds)))
    return rows.defer("search_key")


def with_counts(rows: Any) -> Any:
    """Return `rows` each with the number of its files and sendings."""
    return rows.annotate(
        files_kept=Count("files", distinct=True), sendings_noted=Count("sendings", distinct=True)
    )


def symbols_of(official: Official) -> list[str]:
    """Return the symbols the register holds, for its filter."""
    held = IssuedPaper.objects.visible_to(official).in_register().order_by("symbol")
    return list(held.values_list("symbol", flat=True).distinct())


def register_lines(rows: Any) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the register in the columns of HEADING; one query however many there are."""
    for each in rows.iterator(chunk_size=CHUNK):
        yield register_line(each)


def register_line(issued: IssuedPaper) -> tuple[str, ...]:
    """Return one line of the register in the columns of HEADING."""
    return (
        issued.full_number,
        short_date(issued.dated_on),
        f"{issued.kind}: {issued.title}" if issued.kind else issued.title,
        issued.signer,
        "; ".join(line.strip(" -;.") for line in issued.recipients.splitlines() if line.strip()),
        issued.keeper,
        str(issued.copies),
        issued.note,
    )
