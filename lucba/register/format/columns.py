"""What a sheet and a column of the workbook are; the sheets themselves stand in the *_sheets modules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from operator import itemgetter
from typing import Any


class Type(Enum):
    """How a cell is read and written."""

    TEXT = "text"
    CODE = "code"
    YES_NO = "bool"
    DATE = "date"
    WHOLE = "int"
    MONEY = "money"
    AREA = "area"
    REFERENCE = "ref"
    REFERENCES = "refs"
    ANY = "any"


NUMBERS = frozenset({Type.WHOLE, Type.MONEY, Type.AREA})


@dataclass(frozen=True)
class Column:
    """One column: its heading in the workbook, its key for programs, what its cells hold."""

    heading: str
    key: str
    type: Type
    required: bool = False
    is_key: bool = False
    codes: tuple[str, ...] = ()
    target: str = ""  # the sheet a reference leads to

    @cached_property
    def zero_when_blank(self) -> bool:
        """Whether a blank cell means 0 and 0 is written as a blank cell."""
        return self.type in NUMBERS and not self.required

    @cached_property
    def blank(self) -> Any:
        """Return what a blank cell of an optional column means."""
        if self.zero_when_blank:
            return 0
        return () if self.type is Type.REFERENCES else None


@dataclass(frozen=True)
class Sheet:
    """One sheet: name, title for people, columns in the order an export writes them."""

    name: str
    title: str
    columns: tuple[Column, ...]

    @cached_property
    def by_key(self) -> dict[str, Column]:
        """Return the columns by their key for programs."""
        return {column.key: column for column in self.columns}

    @cached_property
    def by_heading(self) -> dict[str, Column]:
        """Return the columns by their heading."""
        return {column.heading: column for column in self.columns}

    @cached_property
    def key_of(self) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
        """Return the function that takes the key from the values of a row."""
        first, *others = (column.key for column in self.key_columns)
        return itemgetter(first, *others) if others else lambda row: (row[first],)

    @cached_property
    def key_columns(self) -> tuple[Column, ...]:
        """Return the columns that together name a row."""
        return tuple(column for column in self.columns if column.is_key)


def key(heading: str, name: str, of: Type = Type.TEXT, *, codes: Iterable[str] = ()) -> Column:
    """Return a column that is part of the key of its sheet."""
    return Column(heading, name, of, required=True, is_key=True, codes=tuple(codes))


def required(heading: str, name: str, of: Type = Type.TEXT) -> Column:
    """Return a column that must be filled."""
    return Column(heading, name, of, required=True)


def optional(heading: str, name: str, of: Type = Type.TEXT) -> Column:
    """Return a column that may stay blank."""
    return Column(heading, name, of)


def required_code(heading: str, name: str, codes: Iterable[str]) -> Column:
    """Return a column that must hold one of `codes`."""
    return Column(heading, name, Type.CODE, required=True, codes=tuple(codes))


def optional_code(heading: str, name: str, codes: Iterable[str]) -> Column:
    """Return a column that holds one of `codes` or nothing."""
    return Column(heading, name, Type.CODE, codes=tuple(codes))


def key_reference(heading: str, name: str, target: str) -> Column:
    """Return a part of the key that is the key of a row of the sheet `target`."""
    return Column(heading, name, Type.REFERENCE, required=True, is_key=True, target=target)


def required_reference(heading: str, name: str, target: str) -> Column:
    """Return a column that must name a row of the sheet `target`."""
    return Column(heading, name, Type.REFERENCE, required=True, target=target)


def optional_reference(heading: str, name: str, target: str) -> Column:
    """Return a column that may name a row of the sheet `target`."""
    return Column(heading, name, Type.REFERENCE, target=target)
