"""The format of the register workbook as data: the one table that reading, checking and writing go by.

When the format changes, change a row of the *_sheets modules; a test compares them with the published list.
"""

from lucba.register.format.activity_sheets import ACTIVITY_SHEETS
from lucba.register.format.case_sheets import CASE_SHEETS, CASES
from lucba.register.format.columns import NUMBERS, Column, Sheet, Type
from lucba.register.format.office_sheets import INFORMATION, OFFICE_SHEETS
from lucba.register.format.reception_sheets import PETITIONS, REPLIES, SESSIONS, VISITS

VERSION = 1
SHEETS: tuple[Sheet, ...] = (
    INFORMATION,
    *OFFICE_SHEETS,
    SESSIONS,
    CASES,
    VISITS,
    PETITIONS,
    *CASE_SHEETS,
    REPLIES,
    *ACTIVITY_SHEETS,
)
BY_NAME: dict[str, Sheet] = {sheet.name: sheet for sheet in SHEETS}

__all__ = ["BY_NAME", "NUMBERS", "SHEETS", "VERSION", "Column", "Sheet", "Type"]
