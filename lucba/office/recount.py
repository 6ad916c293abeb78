"""The running deadlines counted again on another calendar: what would move, and moving it.

Deadlines counted alike (same rule, start and added days) are counted once, however many there are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.apps import apps
from django.db.models import Q

from lucba.law.deadlines import Deadline, deadline
from lucba.law.time_limits import limit_by_key
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import CalendarChange, DeadlineRow, MovedDeadline

SHOWN = 50  # moves of a preview
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Alike:
    """Running deadlines that were counted alike, and the one they are on the new calendar."""

    model: type[DeadlineRow]
    due_before: date
    act_before: date
    now: Deadline
    rows: tuple[tuple[int, int], ...]  # key, unit

    @property
    def is_moved(self) -> bool:
        """Tell whether the new calendar moves them."""
        return (self.due_before, self.act_before) != (self.now.due_on, self.now.act_by)


@dataclass(frozen=True, slots=True)
class Move:
    """One deadline that would move, as the preview shows it."""

    unit_id: int
    step: str
    subject: str
    due_before: date
    due_after: date


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change of the calendar would move."""

    recounted: int
    moved: int
    by_unit: dict[int, int]
    moves: list[Move]


def recounted(days: Collection[date], calendar: WorkingCalendar, *, lock: bool = False) -> Iterator[Alike]:
    """Yield the running deadlines that a change of `days` could touch, counted on the new `calendar`."""
    for model in deadline_models():
        groups: defaultdict[tuple[Any, ...], list[tuple[int, int]]] = defaultdict(list)
        rows: Any = model._default_manager.filter(_touched(days), met_on__isnull=True)
        if lock:
            rows = rows.select_for_update()
        columns = ("rule", "start", "extra_days", "paused_days", "due_on", "act_by")
        for key, unit_id, *alike in rows.values_list("pk", "unit_id", *columns).iterator(BATCH):
            groups[tuple(alike)].append((key, unit_id))
        for (rule, start, extra, paused, due_on, act_by), found in groups.items():
            now = deadline(limit_by_key(rule), start, calendar, extra_days=extra, paused_days=paused)
            yield Alike(model, due_on, act_by, now, tuple(found))


def deadline_models() -> list[type[DeadlineRow]]:
    """Return the tables of stored deadlines of all rooms."""
    return [model for model in apps.get_models() if issubclass(model, DeadlineRow)]


def _touched(days: Collection[date]) -> Q:
    """Select the deadlines with one of `days` between their first and their last day.

    A day before both the start and the safe day, or after both the start and the due day, moves nothing.
    """
    first, last = min(days), max(days)
    return (Q(start__gte=first) | Q(due_on__gte=first)) & (Q(start__lte=last) | Q(act_by__lte=last))


def preview(days: Collection[date], calendar: WorkingCalendar) -> Preview:
    """Return what `calendar`, which differs from the present one in `days`, would move."""
    every = list(recounted(days, calendar))
    moved = sorted((each for each in every if each.is_moved), key=lambda each: each.now.due_on)
    return Preview(
        recounted=sum(len(each.rows) for each in every),
        moved=sum(len(each.rows) for each in moved),
        by_unit=dict(Counter(unit_id for each in moved for _, unit_id in each.rows)),
        moves=list(islice((move for each in moved for move in _moves(each)), SHOWN)),
    )


def _moves(alike: Alike) -> Iterator[Move]:
    shown = alike.rows[:SHOWN]
    subjects = alike.model.subjects(key for key, _ in shown)
    for key, unit_id in shown:
        words = subjects[key].words
        yield Move(unit_id, alike.now.step, words, alike.due_before, alike.now.due_on)


def recount(change: CalendarChange, days: Collection[date], calendar: WorkingCalendar) -> None:
    """Move every running deadline `change` moves and keep what moved; inside the caller's transaction."""
    moved: list[MovedDeadline] = []
    for alike in recounted(days, calendar, lock=True):
        change.recounted += len(alike.rows)
        if alike.is_moved:
            _move(alike)
            moved += _kept(change, alike)
    MovedDeadline.objects.bulk_create(moved, batch_size=BATCH)
    change.moved = len(moved)


def _move(alike: Alike) -> None:
    for rows in _batches(alike):
        keys = [key for key, _ in rows]
        alike.model._default_manager.filter(pk__in=keys).update(**DeadlineRow.dates_of(alike.now))
        alike.model.due_moved(keys, alike.now)


def _kept(change: CalendarChange, alike: Alike) -> Iterator[MovedDeadline]:
    for rows in _batches(alike):
        subjects = alike.model.subjects(key for key, _ in rows)
        for key, unit_id in rows:
            yield MovedDeadline(
                change=change,
                unit_id=unit_id,
                official_id=subjects[key].official_id,
                step=alike.now.step.value,
                subject=subjects[key].words,
                path=subjects[key].path,
                due_before=alike.due_before,
                due_after=alike.now.due_on,
                act_before=alike.act_before,
                act_after=alike.now.act_by,
            )


def _batches(alike: Alike) -> Iterator[tuple[tuple[int, int], ...]]:
    return (alike.rows[at : at + BATCH] for at in range(0, len(alike.rows), BATCH))
