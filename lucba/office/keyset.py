"""Long lists a page at a time, by the key of the last row, not a count: page 200 is as quick as page 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import Q, QuerySet

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class KeysetPage:
    """The rows of one page and the mark after which the next one starts ("": there is none)."""

    rows: list[Any]
    next_mark: str
    is_first: bool


def page_after(rows: QuerySet[Any], mark: str, *, by: str, newest_first: bool = True) -> KeysetPage:
    """Return the page of `rows` that follows `mark`, ordered by the date `by`, newest row first within a day.

    A mark that cannot be read gives the first page.
    """
    last = _read(mark)
    ordered = rows.order_by(f"-{by}" if newest_first else by, "-pk")
    if last:
        day, pk = last
        later = f"{by}__lt" if newest_first else f"{by}__gt"
        ordered = ordered.filter(Q(**{later: day}) | Q(**{by: day, "pk__lt": pk}))
    found = list(ordered[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    next_mark = _mark(shown[-1], by) if len(found) > PAGE_SIZE else ""
    return KeysetPage(shown, next_mark, is_first=last is None)


def _mark(row: Any, by: str) -> str:
    day = attrgetter(by.replace("__", "."))(row)
    return f"{day:%Y-%m-%d}.{row.pk}"


def _read(mark: str) -> tuple[date, int] | None:
    day, _, pk = mark.partition(".")
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Source:
    """Rows of one table among several that make a list, by their date `by`."""

    rows: QuerySet[Any]
    by: str


def page_of_several(sources: Sequence[Source], mark: str, *, size: int = PAGE_SIZE) -> KeysetPage:
    """Return the page after `mark` of rows of several tables as one list, the earliest date first.

    Within a day the sources come in their order, the rows of each by their key; one query for each source. A
    row is a pair: the number of its source and the object. A mark that cannot be read gives the first page.
    """
    place = _read_several(mark, len(sources))
    taken = [_following(number, each, place)[: size + 1] for number, each in enumerate(sources)]
    keyed = (
        (attrgetter(sources[number].by)(row), number, row.pk, row)
        for number, rows in enumerate(taken)
        for row in rows
    )
    found = sorted(keyed, key=lambda each: each[:3])
    shown = found[:size]
    more = len(found) > size
    next_mark = f"{shown[-1][0]:%Y-%m-%d}.{shown[-1][1]}.{shown[-1][2]}" if more else ""
    return KeysetPage([(number, row) for _, number, _, row in shown], next_mark, is_first=place is None)


def _following(number: int, source: Source, place: tuple[date, int, int] | None) -> QuerySet[Any]:
    by, ordered = source.by, source.rows.order_by(source.by, "pk")
    if place is None:
        return ordered
    day, of_source, pk = place
    if number != of_source:
        return ordered.filter(**{f"{by}__gte" if number > of_source else f"{by}__gt": day})
    later = Q(**{f"{by}__gt": day}) | Q(**{by: day, "pk__gt": pk})
    return ordered.filter(later, **{f"{by}__gte": day})


def _read_several(mark: str, sources: int) -> tuple[date, int, int] | None:
    day, _, rest = mark.partition(".")
    number, _, pk = rest.partition(".")
    try:
        place = date.fromisoformat(day), int(number), int(pk)
    except ValueError:
        return None
    return place if place[1] < sources and place[2] < 2**63 else None
