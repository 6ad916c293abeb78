"""The civil servants' calendar: weekends, public holidays and the notices that move them.

A new notice is a row the office enters; WorkingCalendar takes it and overrules the package.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.metadata import version

from lucba.law import public_holidays
from lucba.law.announced_days import KNOWN_AT_RELEASE, AnnouncedDay, AnnouncementError, by_day

_WEEKEND = {5: "Thứ Bảy", 6: "Chủ nhật"}


@dataclass(frozen=True, slots=True)
class _Year:
    working_days: tuple[date, ...]
    days_off: dict[date, str]


class WorkingCalendar:
    """Working days of administrative bodies, from the package's holidays, known notices and `announcements`.

    Raises AnnouncementError when an announced day cannot be true.
    """

    def __init__(self, announcements: Iterable[AnnouncedDay] = ()) -> None:
        self._announced = by_day(KNOWN_AT_RELEASE)
        entered = by_day(announcements)
        for day in entered.values():
            _check(day, works_so_far=not self._reason(day.on))
        self._announced |= entered
        # Per calendar and bounded: a web process asks about a few dozen years at most.
        self._year: Callable[[int], _Year] = lru_cache(maxsize=64)(self._read_year)
        self.last_announced_year = max(on.year for on in self._announced)
        self.version = self._fingerprint()

    def is_working_day(self, on: date) -> bool:
        """Tell whether the offices work on the day `on`."""
        return on not in self._year(on.year).days_off

    def is_provisional(self, on: date) -> bool:
        """Tell whether the days off of the year of `on` are still to be announced."""
        return on.year > self.last_announced_year

    def day_off_reason(self, on: date) -> str:
        """Return in Vietnamese why `on` is a day off ("Thứ Bảy", "Tết Nguyên đán"); "" if it is worked."""
        return self._year(on.year).days_off.get(on, "")

    def worked_weekend_reason(self, on: date) -> str:
        """Return in Vietnamese why a Saturday or Sunday is worked; "" for every other day."""
        if on.weekday() not in _WEEKEND or not self.is_working_day(on):
            return ""
        announced = self._announced.get(on)
        return str(announced) if announced else "làm bù theo thông báo hoán đổi ngày làm việc"

    def next_working_day(self, on: date) -> date:
        """Return the first working day on or after `on`."""
        return self.working_days_around(on)[1]

    def previous_working_day(self, on: date) -> date:
        """Return the last working day on or before `on`."""
        return self.working_days_around(on)[0]

    def working_days_around(self, on: date) -> tuple[date, date]:
        """Return the last working day on or before `on` and the first on or after it."""
        year = self._year(on.year)
        if on not in year.days_off:
            return on, on
        days = year.working_days
        position = bisect_left(days, on)
        before = days[position - 1] if position else self._year(on.year - 1).working_days[-1]
        after = days[position] if position < len(days) else self._year(on.year + 1).working_days[0]
        return before, after

    def add_working_days(self, start: date, n: int) -> date:
        """Return the `n`-th working day after `start`, not itself counted. Raises ValueError if n < 1."""
        _check_count(n)
        year, days = start.year, self._year(start.year).working_days
        position = bisect_right(days, start) + n - 1
        while position >= len(days):
            position -= len(days)
            year += 1
            days = self._year(year).working_days
        return days[position]

    def subtract_working_days(self, end: date, n: int) -> date:
        """Return the `n`-th working day before `end`, not itself counted. Raises ValueError if n < 1."""
        _check_count(n)
        year, days = end.year, self._year(end.year).working_days
        position = bisect_left(days, end) - n
        while position < 0:
            year -= 1
            days = self._year(year).working_days
            position += len(days)
        return days[position]

    def working_days_between(self, start: date, end: date) -> int:
        """Count the working days after `start` up to and including `end`; 0 if `end` is not after `start`."""
        if end <= start:
            return 0
        whole_years = sum(len(self._year(year).working_days) for year in range(start.year, end.year))
        return whole_years + self._days_worked_by(end) - self._days_worked_by(start)

    def _days_worked_by(self, on: date) -> int:
        return bisect_right(self._year(on.year).working_days, on)

    def _read_year(self, year: int) -> _Year:
        first, last = date(year, 1, 1), date(year, 12, 31)
        every_day = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        days_off = {on: reason for on in every_day if (reason := self._reason(on))}
        return _Year(tuple(on for on in every_day if on not in days_off), days_off)

    def _reason(self, on: date) -> str:
        announced = self._announced.get(on)
        if announced:
            return "" if announced.is_working else str(announced)
        return _forecast_reason(on)

    def _fingerprint(self) -> str:
        rows = [f"{on}{day.is_working:d}" for on, day in sorted(self._announced.items())]
        digest = hashlib.sha256(" ".join([version("holidays"), *rows]).encode()).hexdigest()
        return f"{self.last_announced_year}-{digest[:8]}"


def _forecast_reason(on: date) -> str:
    """Return why the package has `on` as a day off, "" if it is worked."""
    holiday = public_holidays.days_off(on.year).get(on)
    if holiday:
        return holiday
    if on.weekday() not in _WEEKEND or on in public_holidays.worked_weekend_days(on.year):
        return ""
    return _WEEKEND[on.weekday()]


def _check(day: AnnouncedDay, *, works_so_far: bool) -> None:
    """Refuse a worked weekday or a weekend day off, unless it puts right a forecast or an earlier notice."""
    weekend = day.on.weekday() in _WEEKEND
    if day.is_working and works_so_far and not weekend:
        raise AnnouncementError(f"Ngày làm bù {day.on:%d/%m/%Y} phải là Thứ Bảy hoặc Chủ nhật.")
    if not day.is_working and weekend and not works_so_far:
        raise AnnouncementError(f"Ngày {day.on:%d/%m/%Y} vốn là ngày nghỉ cuối tuần, không cần nhập.")


def _check_count(n: int) -> None:
    if n < 1:
        raise ValueError("Số ngày làm việc phải từ 1 trở lên.")
