"""The office's working calendar: the notices known to the law room and those the office entered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from lucba.law.announced_days import AnnouncedDay
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import AnnouncedDayRow, CalendarChange


def working_calendar() -> WorkingCalendar:
    """Return the calendar as it stands now; one query, never cached, so that a new notice counts at once."""
    return WorkingCalendar(map(announced, AnnouncedDayRow.objects.all()))


def calendar_with(change: CalendarChange) -> WorkingCalendar:
    """Return the calendar once `change` is applied. Raises AnnouncementError for days that cannot be."""
    gone = {row["day"] for row in change.removed}
    kept = [row for row in AnnouncedDayRow.objects.all() if row.day.isoformat() not in gone]
    return WorkingCalendar(map(announced, [*kept, *added_rows(change)]))


def added_rows(change: CalendarChange) -> list[AnnouncedDayRow]:
    """Return the unsaved days that `change` adds."""
    return [
        AnnouncedDayRow(
            day=date.fromisoformat(row["day"]),
            kind=row["kind"],
            reason=row["reason"],
            notice=change.notice,
            announced_on=change.announced_on,
        )
        for row in change.added
    ]


def written(rows: Iterable[AnnouncedDayRow]) -> list[dict[str, Any]]:
    """Return days as a CalendarChange keeps them."""
    return [{"day": row.day.isoformat(), "kind": row.kind, "reason": row.reason} for row in rows]


def announced(row: AnnouncedDayRow) -> AnnouncedDay:
    """Return a stored day as the law room reads it."""
    works = row.kind == AnnouncedDayRow.Kind.WORK
    return AnnouncedDay(row.day, works, f"{row.notice} ngày {row.announced_on:%d/%m/%Y}", row.reason)
