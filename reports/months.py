"""A month in an address: `/bao-cao/2026-03/`."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class OfAMonth(Protocol):
    """Whatever has a year and a month: a day, a report."""

    @property
    def year(self) -> int: ...
    @property
    def month(self) -> int: ...


class MonthConverter:
    """Read "2026-03" as the first day of the month; write it of a day or of a report."""

    regex = r"20[0-9]{2}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> date:
        """Return the first day of the month."""
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value: OfAMonth) -> str:
        """Return the month as it stands in the address. Raises ValueError for anything without a month."""
        try:
            return f"{value.year:04d}-{value.month:02d}"
        except AttributeError as error:
            raise ValueError(f"{value!r} is no month") from error
