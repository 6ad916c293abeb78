"""The law room's rows as the page "Căn cứ pháp lý" prints them: by procedure, a line a step with its lengths.

Nothing of the law is written here: everything follows from the law room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from lucba.law.changes import CHANGES, FURTHER_SOURCES, Change
from lucba.law.clocks import CLOCKS, GOVERNING_RULES, Clock, Part
from lucba.law.counting_rules import COUNTING
from lucba.law.rules import Step, TimeLimit
from lucba.law.sources import (
    CIVIL_CODE,
    Citation,
    Source,
)
from lucba.law.time_limits import ALL, in_force

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """Time limits of one step that differ only in length and circumstances."""

    limits: tuple[TimeLimit, ...]
    is_further: bool = False  # not the first line of its step

    @property
    def step(self) -> Step:
        """Return the step they limit."""
        return self.limits[0].step

    @property
    def clock(self) -> Clock:
        """Return what starts and stops them."""
        return CLOCKS[self.step]

    @property
    def first(self) -> TimeLimit:
        """Return the first of them: basis, bearer, certainty and days in force are those of all."""
        return self.limits[0]

    @property
    def lengths(self) -> list[tuple[str, str]]:
        """Return each length in words with the circumstances it needs, "" for the ordinary one."""
        return [(_length(limit), _circumstances(limit)) for limit in self.limits]


def parts_in_force(on: date) -> list[tuple[Part, list[Line]]]:
    """Return the lines in force on the day `on` by procedure, in the order of the table."""
    lines = list(_lines(in_force(on)))
    parts = [(part, [line for line in lines if line.clock.part is part]) for part in Part]
    return [(part, lines) for part, lines in parts if lines]


def _lines(limits: Iterable[TimeLimit]) -> Iterator[Line]:
    order, seen = list(Step), set[Step]()
    in_order = sorted(limits, key=lambda limit: order.index(limit.step))
    for (step, _), alike in groupby(in_order, key=_but_length):
        yield Line(tuple(alike), is_further=step in seen)
        seen.add(step)


def _but_length(limit: TimeLimit) -> tuple[Step, object]:
    years = (limit.in_force_from, limit.in_force_until)
    return limit.step, (limit.legal_basis, limit.bearer, limit.certainty, limit.note, *years)


def _length(limit: TimeLimit) -> str:
    """Return "chậm nhất 5 ngày làm việc trước ngày diễn ra", "ít nhất 15 ngày"."""
    if limit.backward:
        return f"chậm nhất {limit.length_in_words} {limit.bound.label}"
    return f"{limit.bound.label} {limit.length_in_words}"


def _circumstances(limit: TimeLimit) -> str:
    return "; ".join(sorted(each.label for each in limit.circumstances))


@dataclass(frozen=True, slots=True)
class Regime:
    """The days between two changes of the law, both inclusive; None: no change before or after."""

    first: date | None
    last: date | None

    def holds(self, on: date) -> bool:
        """Tell whether the day `on` lies in it."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)

    @property
    def day(self) -> date | None:
        """Return a day in it, for a look at its rules."""
        return self.first or self.last


def regimes() -> list[Regime]:
    """Return the regimes in order: before the first change, between two, from the last on."""
    days = [change.on for change in CHANGES]
    ends = [*(day - _ONE_DAY for day in days), None]
    return [Regime(first, last) for first, last in zip([None, *days], ends, strict=True)]


@dataclass(frozen=True, slots=True)
class Replacement:
    """What stood in the table of one matter until a day, and what stands there from the next."""

    closed: list[Line]
    begun: list[Line]


def replacements(change: Change) -> list[Replacement]:
    """Return the rows the change closed and began, side by side by matter."""
    sides = [list(_lines(change.closed)), list(_lines(change.begun))]
    matters = dict.fromkeys(_matter(line.step) for line in (*sides[0], *sides[1]))
    return [
        Replacement(*([line for line in side if _matter(line.step) == matter] for side in sides))
        for matter in matters
    ]


def _matter(step: Step) -> str:
    """Return "KN.ACCEPT" for KN.ACCEPT, KN.ACCEPT.LAW and KN.ACCEPT.DEC."""
    return ".".join(step.split(".")[:2])


def sources() -> list[Source]:
    """Return every legal text the table, the changes and the rules of counting rest on, the oldest first."""
    cited = [citation for limit in ALL for citation in (limit.citation, *limit.see_also)]
    cited += [rule.citation for rule in (*GOVERNING_RULES, *COUNTING)]
    bases = [*cited, *(fact.basis for change in CHANGES for fact in change.facts)]
    texts = {text for basis in bases for text in _texts(basis)} | {CIVIL_CODE, *FURTHER_SOURCES}
    return sorted(texts, key=lambda text: (text.in_force_from, text.number))


def _texts(basis: Citation | Source | None) -> list[Source]:
    if isinstance(basis, Citation):
        return [basis.source, *([basis.amended_by] if basis.amended_by else [])]
    return [basis] if basis else []
