"""The rows of a unit as they stand in the database, in the shape of the workbook's rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from complaints.models import CasePetition, CaseVisit
from lucba.office.models import Unit
from lucba.register.format import Type
from lucba.register.rows import Row
from lucba.register.tables import TABLES, Table
from reception.models import ReceptionSession

CHUNK = 2000
# Where a denouncer's name and hamlet are kept apart: columns that take the place of blank ones.
SEALED = {
    "LUOT_TIEP": {"visitor_name": "sealed_identity__name", "unit_code": "sealed_identity__hamlet__code"},
    "DON": {"signer_name": "sealed_identity__name", "unit_code": "sealed_identity__hamlet__code"},
}


def stored_rows(unit: Unit, sheet: str) -> Iterator[Row]:
    """Yield the stored rows of a sheet of `unit` by key; a constant number of queries and little memory.

    Sessions that are only planned are among them, with a state the workbook does not know.
    """
    table = TABLES[sheet]
    sealed = SEALED.get(sheet, {})
    paths = [*table.paths.values(), *sealed.values()]
    order = [table.paths[column.key] for column in table.sheet.key_columns]
    linked = _linked(unit, sheet)
    found = (
        table.model._default_manager.filter(table.rows, **{table.unit: unit})
        .order_by(*order)
        .values_list(*paths)
    )
    for values in found.iterator(chunk_size=CHUNK):
        yield _row(table, values, sealed, linked)


def is_planned(row: Row) -> bool:
    """Tell whether the row is a session that has not taken place: no workbook holds it."""
    return row.sheet.name == "NGAY_TIEP" and row["state"] == ReceptionSession.State.PLANNED


def _row(table: Table, values: tuple[Any, ...], sealed: dict[str, str], linked: dict[str, Any]) -> Row:
    """Return the row of one record: sealed values in their place, columns in the order of the sheet."""
    cells = dict(zip(table.paths, values, strict=False))
    for key, value in zip(sealed, values[len(table.paths) :], strict=True):
        cells[key] = cells[key] or value
    code = values[0]
    row = Row(table.sheet, {})
    for column in table.sheet.columns:
        value = linked.get(code) if column.key in table.elsewhere else cells[column.key]
        if column.type is Type.REFERENCES:
            value = tuple(value or ())
        row[column.key] = None if value == "" else value
    return row


def _linked(unit: Unit, sheet: str) -> dict[str, Any]:
    """Return the matter of each petition, or the matters of each visit in the order they were written."""
    if sheet == "DON":
        links = CasePetition.objects.filter(petition__unit=unit)
        return dict(links.values_list("petition__code", "case__code").iterator(chunk_size=CHUNK))
    matters: dict[str, list[str]] = defaultdict(list)
    if sheet == "LUOT_TIEP":
        visits = CaseVisit.objects.filter(visit__unit=unit).order_by("pk")
        for visit, case in visits.values_list("visit__code", "case__code").iterator(chunk_size=CHUNK):
            matters[visit].append(case)
    return matters
