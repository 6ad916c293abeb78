"""What a form set is made of: forms with numbered columns under headings, and checks between columns.

One circular is one module of data beside this one; nothing here changes when a circular does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lucba.papers.document import Column

if TYPE_CHECKING:
    from lucba.law.reporting_periods import Period
    from lucba.office.models import Unit
    from reports.figures.cells import Family

MONEY, LAND = "Trđ", "m2"  # units of the columns whose figures are whole VND and square metres

_RELATION = re.compile(r"(<=|>=|=)")
_TERM = re.compile(r"(?:(?P<times>\d+)\*)?(?:(?P<form>\d\d/[A-Z]+) )?(?P<column>\d+)")


@dataclass(frozen=True)
class Term:
    """`times` the figure in one column of one form."""

    form: str
    column: int
    times: int = 1


@dataclass(frozen=True)
class Check:
    """A relation that the figures of a report must keep, written as on the form: "6=7+8=9+10+11", "5*8<=9".

    A column of another form is written with its code: "1=02/XLD 6". Raises ValueError when written otherwise.
    """

    form: str
    text: str
    sides: tuple[tuple[Term, ...], ...] = field(init=False, repr=False, compare=False)
    relations: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        sides = _RELATION.split(self.text)
        object.__setattr__(self, "sides", tuple(self._terms(side) for side in sides[::2]))
        object.__setattr__(self, "relations", tuple(sides[1::2]))

    def __str__(self) -> str:
        return f"{self.form} {self.text}"

    def _terms(self, side: str) -> tuple[Term, ...]:
        return tuple(self._term(term) for term in side.split("+"))

    def _term(self, text: str) -> Term:
        parts = _TERM.fullmatch(text)
        if not parts:
            raise ValueError(f"{self}: không đọc được “{text}”.")
        return Term(parts["form"] or self.form, int(parts["column"]), int(parts["times"] or 1))


def checks(form: str, *texts: str) -> tuple[Check, ...]:
    """Return the checks of one form."""
    return tuple(Check(form, text) for text in texts)


@dataclass(frozen=True)
class CarriedOver:
    """What a period takes over from the one before it: its `opening` = `total` - `done` there + `new` here.

    With `finished`, a column of the same form, `opening` is an amount: decisions finished there without the
    whole amount make it smaller.
    """

    form: str
    opening: int
    total: int
    done: int
    new: Term | None = None
    finished: int | None = None


@dataclass(frozen=True)
class Form:
    """A statistical form of a circular."""

    code: str
    title: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class FormSet:
    """The forms of one circular, the checks between their columns and the families of figures that fill them.

    A report that breaks a hard check is not issued; a soft check only warns.
    """

    code: str
    circular: str
    forms: tuple[Form, ...]
    hard_checks: tuple[Check, ...]
    soft_checks: tuple[Check, ...]
    carried_over: tuple[CarriedOver, ...]
    families: tuple[Callable[[Unit, Period], Family], ...]
    remark: str = ""

    @cached_property
    def form_by_code(self) -> dict[str, Form]:
        """The forms under their codes."""
        return {form.code: form for form in self.forms}


Heading = tuple[tuple[str, ...], str, str]  # path from the top down, unit, printed formula


def column(name: str, unit: str, formula: str = "") -> list[Heading]:
    """Return the heading of one column, with its unit and the formula printed in row MS."""
    return [((name,), unit, formula)]


def under(name: str, *parts: list[Heading]) -> list[Heading]:
    """Put the headings `parts` under a common one."""
    return [((name, *path), unit, formula) for part in parts for path, unit, formula in part]


def form(code: str, title: str, *parts: list[Heading]) -> Form:
    """Make a form; its columns are numbered from 1 in the order given."""
    headings = [heading for part in parts for heading in part]
    return Form(
        code,
        title,
        tuple(
            Column(number, path, formula, unit) for number, (path, unit, formula) in enumerate(headings, 1)
        ),
    )
