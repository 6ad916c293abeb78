"""What the loaders share while storing: the unit, the keys of what is stored, what must be refreshed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from complaints.progress import recommendation_targets
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import StaffMember, Unit
from lucba.register.loading.bulk import reserve
from lucba.register.loading.clocks import Clocks
from lucba.register.rows import Book, Row
from lucba.register.tables import TABLES, Table

# The sheets other rows refer to by a code.
REFERRED_TO = frozenset(
    {"DON_VI", "CAN_BO", "NGAY_TIEP", "VU_VIEC", "LUOT_TIEP", "DON", "QUYET_DINH", "TAP_HUAN", "THANH_TRA"}
)


@dataclass(frozen=True, slots=True)
class CaseDays:
    """How a newly stored matter went on, as far as the clocks of its petitions ask."""

    accepted_on: date | None
    closed_on: date | None
    intake_extended: bool


class Shelf:
    """The state of one import while its rows are stored."""

    def __init__(self, unit: Unit, book: Book, *, on: date, calendar: WorkingCalendar) -> None:
        self.unit = unit
        self.book = book
        self.on = on
        self.calendar = calendar
        self.target_days = recommendation_targets(unit)
        self.clocks = Clocks(calendar)
        self.case_days: dict[str, CaseDays] = {}
        self.touched_cases: set[str] = set()  # stored before, with something new
        self._keys: dict[str, dict[str, int]] = {}
        self._looked_up: dict[str, tuple[Table, list[dict[str, int]]]] = {}

    def keys(self, sheet: str) -> dict[str, int]:
        """Return the primary keys of the unit's rows of a sheet (CAN_BO: persons) by their code."""
        if sheet not in self._keys:
            found = _model(sheet)._default_manager.filter(unit=self.unit).values_list("code", "pk")
            self._keys[sheet] = dict(found.iterator())
        return self._keys[sheet]

    def number(self, sheet: str, codes: Iterable[str]) -> None:
        """Give new rows of a sheet their primary keys, so that others can refer to them."""
        new = list(codes)
        self.keys(sheet).update(zip(new, reserve(_model(sheet), len(new)), strict=True))

    def values(self, row: Row) -> dict[str, Any]:
        """Return the column values that store `row`, its primary key among them when it was given one."""
        table, keys = self._sources(row.sheet.name)
        values: dict[str, Any] = {"unit_id": self.unit.pk} if table.unit == "unit" else {}
        if table.has_code:
            values["id"] = self._keys[row.sheet.name][row.key[0]]
        for (key, attribute, target, is_text), known in zip(table.plan, keys, strict=True):
            value = row[key]
            if target:
                values[attribute] = known[value] if value else None
            else:
                values[attribute] = value or "" if is_text else value
        return values

    def _sources(self, sheet: str) -> tuple[Table, list[dict[str, int]]]:
        """Return the table of a sheet and, column by column, the keys a reference is looked up in."""
        if sheet not in self._looked_up:
            table = TABLES[sheet]
            targets = [target for _, _, target, _ in table.plan]
            self._looked_up[sheet] = table, [self.keys(target) if target else {} for target in targets]
        return self._looked_up[sheet]


def _model(sheet: str) -> type[models.Model]:
    return StaffMember if sheet == "CAN_BO" else TABLES[sheet].model
