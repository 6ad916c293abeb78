"""Sheets whose rows are stored as they are, and the staff list."""

from __future__ import annotations

from lucba.office.models import StaffMember, StaffTerm
from lucba.register.loading.bulk import insert
from lucba.register.loading.shelf import REFERRED_TO, Shelf
from lucba.register.rows import Row
from lucba.register.tables import TABLES


def load_plain(shelf: Shelf, sheet: str, rows: list[Row]) -> None:
    """Store rows that need nothing derived."""
    if sheet in REFERRED_TO:
        shelf.number(sheet, (row.key[0] for row in rows))
    insert(TABLES[sheet].model, (shelf.values(row) for row in rows))


def load_staff(shelf: Shelf, sheet: str, rows: list[Row]) -> None:
    """Store the persons that are new, then the periods of each."""
    known = shelf.keys(sheet)
    codes = list(dict.fromkeys(row["staff_code"] for row in rows if row["staff_code"] not in known))
    shelf.number(sheet, codes)
    insert(StaffMember, ({"id": known[code], "unit_id": shelf.unit.pk, "code": code} for code in codes))
    insert(StaffTerm, (shelf.values(row) for row in rows))
