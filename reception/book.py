"""The reception book of a period, cut where its official form changes: whole for files, its start on screen.

What stands in which column is in `book_columns`. Every reader starts at `visible_to` and costs the same
number of queries however long the book is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from lucba.office.models import Official
from reception.book_columns import FORMS, BookForm, Line
from reception.models import ReceivedDocument, ReceptionPaper, Visit

CHUNK = 500  # visits read at a time


@dataclass(frozen=True, slots=True)
class BookPart:
    """The days `start` to `end` (inclusive) of a book that are kept in one form."""

    form: BookForm
    start: date
    end: date
    visits: QuerySet[Visit] | list[Visit]
    masked: bool

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the filled lines, numbered from 1, oldest first; the number of queries is fixed per CHUNK."""
        read = self.visits if isinstance(self.visits, list) else self.visits.iterator(chunk_size=CHUNK)
        for number, visit in enumerate(read, start=1):
            line = Line(number, visit, self.masked)
            yield tuple(column.fill(line) for column in self.form.columns)


def book_parts(
    official: Official, *, start: date, end: date, kind: str = "", masked: bool = False
) -> list[BookPart]:
    """Return the book of the visits from `start` to `end` (inclusive), a part for each form in force then."""
    parts = []
    for form in FORMS:
        first, last = max(start, form.in_force_from), min(end, form.in_force_until)
        if first <= last:
            parts.append(BookPart(form, first, last, _visits(official, first, last, kind), masked))
    return parts


def first_lines(
    official: Official, *, start: date, end: date, kind: str, masked: bool, most: int
) -> list[BookPart]:
    """Return the same parts with the first `most` visits already read, at once for all parts."""
    visits = list(_visits(official, start, end, kind)[:most])
    return [
        replace(part, visits=[each for each in visits if part.start <= each.session.held_on <= part.end])
        for part in book_parts(official, start=start, end=end, kind=kind, masked=masked)
    ]


def _visits(official: Official, start: date, end: date, kind: str) -> QuerySet[Visit]:
    rows: QuerySet[Visit] = Visit.objects.visible_to(official).filter(session__held_on__range=(start, end))
    if kind:
        rows = rows.filter(content_kind=kind)
    kinds = ReceptionPaper.Kind
    documents = ReceivedDocument.objects.filter(visit=OuterRef("pk")).order_by().values("visit")
    return (
        rows.select_related("session", "hamlet")
        .prefetch_related("petitions__cases", "cases")
        .annotate(
            guided_by=_letter(kinds.GUIDANCE),
            refused_by=_letter(kinds.REFUSAL),
            received=Subquery(documents.values(number=Count("pk"))),
        )
        .defer("search_key")
        .order_by("session__held_on", "pk")
    )


def _letter(kind: str) -> Subquery:
    """Return number and symbol of the last paper of `kind` that a visit got."""
    papers = ReceptionPaper.objects.filter(visit=OuterRef("pk"), kind=kind, number__isnull=False)
    return Subquery(papers.order_by("-pk").values(letter=JSONObject(number="number", symbol="symbol"))[:1])


def count_visits(official: Official, *, start: date, end: date, kind: str = "") -> int:
    """Return how many visits the book of the period holds."""
    return _visits(official, start, end, kind).count()
