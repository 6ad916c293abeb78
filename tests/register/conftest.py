"""What the register's tests share: the invented books, and a unit that has imported the small ones."""

from datetime import date
from pathlib import Path

import pytest

from lucba.office.models import Unit
from lucba.register.actions import import_workbook
from tests.register.workbooks import Books

DATA = Path(__file__).parent.parent / "data"
TODAY = date(2026, 11, 23)


@pytest.fixture
def sample():
    """Return the path of the invented books of a commune (luc-ba) or a district (cap-huyen)."""
    return lambda name: DATA / f"{name}-2024-2026.xlsx"


@pytest.fixture
def bring_in(tmp_path):
    """Import books for a unit, by default as a new unit, and return the result."""

    def bring(books, unit=None, code="thu-nghiem"):
        path = books.write(tmp_path / "nhap.xlsx") if isinstance(books, Books) else books
        return import_workbook(path, unit=unit, create_code=code, on=TODAY)

    return bring


@pytest.fixture
def unit(bring_in, db) -> Unit:
    """A commune that has imported the small books."""
    return bring_in(Books()).unit
