"""The Vietnamese public holidays of one year, from the `holidays` package, with the names the office uses.

The package forecasts coming years; official notices (announced_days.py, rows of the office) overrule it.
"""

from datetime import date
from functools import lru_cache

from holidays import country_holidays

_SWAPPED = "Ngày nghỉ (thay cho ngày "
_IN_LIEU = " (nghỉ bù)"


@lru_cache(maxsize=64)
def days_off(year: int) -> dict[date, str]:
    """Return every holiday of `year` with its name, days in lieu (nghỉ bù) and known swaps included."""
    forecast = country_holidays("VN", years=year, language="vi")
    return {on: _office_name(name) for on, name in forecast.items() if on.year == year}


@lru_cache(maxsize=64)
def worked_weekend_days(year: int) -> frozenset[date]:
    """Return the Saturdays and Sundays of `year` that the package knows to be worked in a swap."""
    # The package names days worked for a day off of another year too, and some of other years.
    worked = country_holidays("VN", years=year).weekend_workdays
    return frozenset(on for on in worked if on.year == year)


def _office_name(name: str) -> str:
    if name.startswith(_SWAPPED):
        return f"hoán đổi ngày làm việc với ngày {name.removeprefix(_SWAPPED).removesuffix(')')}"
    if name.endswith(_IN_LIEU):
        return f"nghỉ bù {_office_name(name.removesuffix(_IN_LIEU))}"
    if "Tết" in name and "Dương lịch" not in name:
        return "Tết Nguyên đán"
    return name
