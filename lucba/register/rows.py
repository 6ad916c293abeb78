"""Rows of the register as the program holds them, the book they make, and what is found wrong with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lucba.register.format import BY_NAME, Sheet


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason to refuse a workbook: where, which rule, what is wrong and what to do."""

    sheet: str
    row: int | None
    column: str
    rule: str
    reason: str

    def as_dict(self) -> dict[str, Any]:
        """Return the finding as the command prints it and a job keeps it."""
        return {
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "rule": self.rule,
            "reason": self.reason,
        }


class Row(dict[str, Any]):
    """The values of one row by column key; None is a blank cell, 0 a blank amount, () no reference.

    `number` is the row's number in the workbook, None for a row that is already stored. A row whose cells
    could not all be read, or whose key is taken, is not `sound`: rules skip it rather than guess.
    """

    __slots__ = ("number", "sheet", "sound")

    def __init__(
        self, sheet: Sheet, values: Mapping[str, Any], *, number: int | None = None, sound: bool = True
    ) -> None:
        super().__init__(values)
        self.sheet = sheet
        self.number = number
        self.sound = sound

    @property
    def key(self) -> tuple[Any, ...]:
        """Return the values that name the row."""
        return self.sheet.key_of(self)

    def wrong(self, rule: str, column: str, reason: str) -> Finding:
        """Return a finding at the cell of `column` (its key)."""
        if self.number is None:
            reason = f"Dòng “{self.label}” đã có trong hệ thống: {reason}"
        return Finding(self.sheet.name, self.number, self.sheet.by_key[column].heading, rule, reason)

    @property
    def label(self) -> str:
        """Return the key as people read it."""
        return ", ".join(shown(value) for value in self.key)


class Book:
    """All rows of one office, by sheet, with the look-ups the rules need."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {name: [] for name in BY_NAME}
        self._found: dict[str, dict[str, Row]] = {}
        self._groups: dict[tuple[str, str], dict[Any, list[Row]]] = {}

    def __getitem__(self, sheet: str) -> list[Row]:
        return self.rows[sheet]

    def add(self, sheet: str, rows: Iterable[Row]) -> None:
        """Put `rows` before those of the sheet: what is stored comes before what is new."""
        self.rows[sheet] = [*rows, *self.rows[sheet]]
        self._found.clear()
        self._groups.clear()

    def sound(self, sheet: str) -> Iterable[Row]:
        """Return the rows of `sheet` whose cells could all be read."""
        return (row for row in self.rows[sheet] if row.sound)

    def holds(self, sheet: str, code: str) -> bool:
        """Tell whether `sheet` has a row of that code, sound or not."""
        return code in self._index(sheet)

    def find(self, sheet: str, code: str | None) -> Row | None:
        """Return the row of that code, None when there is none or it could not be read."""
        row = self._index(sheet).get(code) if code else None
        return row if row is not None and row.sound else None

    def group(self, sheet: str, column: str) -> dict[Any, list[Row]]:
        """Return the rows of `sheet` by the value of `column`, blank ones left out."""
        name = (sheet, column)
        if name not in self._groups:
            groups: dict[Any, list[Row]] = defaultdict(list)
            for row in self.rows[sheet]:
                if row[column] is not None:
                    groups[row[column]].append(row)
            self._groups[name] = dict(groups)
        return self._groups[name]

    def setting(self, item: str) -> Row | None:
        """Return the row of THONG_TIN for `item`."""
        return self.find("THONG_TIN", item)

    def value(self, item: str) -> Any:
        """Return the value of a setting, None when it is missing."""
        row = self.setting(item)
        return row["value"] if row else None

    @property
    def last_day(self) -> date | None:
        """Return the last day the books cover."""
        value = self.value("den_ngay")
        return value if isinstance(value, date) else None

    def _index(self, sheet: str) -> dict[str, Row]:
        if sheet not in self._found:
            column = BY_NAME[sheet].key_columns[0].key
            found: dict[str, Row] = {}
            for row in self.rows[sheet]:
                found.setdefault(row[column], row)
            self._found[sheet] = found
        return self._found[sheet]


def shown(value: Any) -> str:
    """Return a value as people read it: dates as dd/mm/yyyy."""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
