"""Long lists a page at a time, by the key of the last row, not a count: page 200 is as quick as page 1."""

from __future__ import annotations

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
