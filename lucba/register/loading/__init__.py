"""Store checked rows, sheet by sheet, inside the caller's transaction; batches keep the memory constant."""

from __future__ import annotations

from datetime import date

from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Unit
from lucba.register.loading.bulk import refresh_statistics
from lucba.register.loading.cases import load_cases, load_decisions, load_enforcement, load_events
from lucba.register.loading.plain import load_plain, load_staff
from lucba.register.loading.reception import load_petitions, load_visits
from lucba.register.loading.refreshing import refresh_touched
from lucba.register.loading.shelf import Shelf
from lucba.register.rows import Book, Row

LOADERS = {
    "CAN_BO": load_staff,
    "VU_VIEC": load_cases,
    "DIEN_BIEN": load_events,
    "QUYET_DINH": load_decisions,
    "THI_HANH": load_enforcement,
    "LUOT_TIEP": load_visits,
    "DON": load_petitions,
}
MANY = 5_000  # rows from which the database is told at once how large its tables have become
# What a row refers to comes before it; matters with all that follows come before visits and petitions,
# whose clocks ask how the matter went on.
ORDER = (
    "DON_VI",
    "CAN_BO",
    "NGAY_TIEP",
    "VU_VIEC",
    "DIEN_BIEN",
    "QUYET_DINH",
    "THI_HANH",
    "LUOT_TIEP",
    "DON",
    "PHUC_DAP",
    "TAP_HUAN",
    "TAP_HUAN_NGUOI",
    "TUYEN_TRUYEN",
    "DS_DAO_TAO",
    "VAN_BAN_QL",
    "THANH_TRA",
    "THANH_TRA_TH",
)


def store_rows(
    new: dict[str, list[Row]], *, book: Book, unit: Unit, on: date, calendar: WorkingCalendar
) -> None:
    """Store the `new` rows of `book` for `unit`; `on` is the day up to which running pauses count.

    The book holds what is stored already too. Rows must have passed the checks.
    """
    shelf = Shelf(unit, book, on=on, calendar=calendar)
    for sheet in ORDER:
        LOADERS.get(sheet, load_plain)(shelf, sheet, new[sheet])
    refresh_touched(shelf)
    if sum(map(len, new.values())) >= MANY:
        refresh_statistics()
