"""Official notices on days off and swapped days known when this version was released.

A notice published later is a row the office enters (no release needed); the next release copies it here,
and the test of the whole table of 2024-2027 grows by its year.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

TET = "Tết Nguyên đán"
NATIONAL_DAY = "Quốc khánh"
SWAP = "hoán đổi ngày làm việc"


@dataclass(frozen=True, slots=True)
class AnnouncedDay:
    """One day of an official notice: a day off, or a day at the weekend on which the offices work."""

    on: date
    is_working: bool
    notice: str
    reason: str = SWAP

    def __str__(self) -> str:
        return f"{self.reason} theo {self.notice}"


def _swap(*, off: date, worked: date, notice: str) -> tuple[AnnouncedDay, AnnouncedDay]:
    return AnnouncedDay(off, False, notice), AnnouncedDay(worked, True, notice)


def _days_off(first: date, last: date, *, reason: str, notice: str) -> Iterator[AnnouncedDay]:
    """Yield the weekdays from `first` to `last`, both included."""
    for offset in range((last - first).days + 1):
        on = first + timedelta(days=offset)
        if on.weekday() < 5:
            yield AnnouncedDay(on, False, notice, reason)


_2450_VPCP = "Công văn 2450/VPCP-KGVX ngày 12/04/2024"
_6150_TB = "Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024"
_9441_TB = "Thông báo 9441/TB-BNV"
_12729_VPCP = "Công văn 12729/VPCP-KGVX ngày 25/12/2025"
_10065_VPCP = "Công văn 10065/VPCP-KGVX ngày 02/10/2026"

KNOWN_AT_RELEASE: tuple[AnnouncedDay, ...] = (
    *_swap(off=date(2024, 4, 29), worked=date(2024, 5, 4), notice=_2450_VPCP),
    *_days_off(date(2025, 1, 25), date(2025, 2, 2), reason=TET, notice=_6150_TB),
    *_swap(off=date(2025, 5, 2), worked=date(2025, 4, 26), notice=_6150_TB),
    *_days_off(date(2025, 9, 1), date(2025, 9, 2), reason=NATIONAL_DAY, notice=_6150_TB),
    *_swap(off=date(2026, 1, 2), worked=date(2026, 1, 10), notice=_12729_VPCP),
    *_days_off(date(2026, 2, 14), date(2026, 2, 22), reason=TET, notice=_9441_TB),
    *_swap(off=date(2026, 8, 31), worked=date(2026, 8, 22), notice=_9441_TB),
    *_days_off(date(2026, 9, 1), date(2026, 9, 2), reason=NATIONAL_DAY, notice=_9441_TB),
    *_days_off(date(2027, 2, 4), date(2027, 2, 10), reason=TET, notice=_10065_VPCP),
    *_days_off(date(2027, 9, 2), date(2027, 9, 3), reason=NATIONAL_DAY, notice=_10065_VPCP),
)


class AnnouncementError(ValueError):
    """An announced day cannot be true; the message tells the clerk why."""


def by_day(announcements: Iterable[AnnouncedDay]) -> dict[date, AnnouncedDay]:
    """Return the announcements by day. Raises AnnouncementError when a day is both off and worked."""
    days: dict[date, AnnouncedDay] = {}
    for day in announcements:
        earlier = days.setdefault(day.on, day)
        if earlier.is_working != day.is_working:
            raise AnnouncementError(f"Ngày {day.on:%d/%m/%Y} vừa là ngày nghỉ, vừa là ngày làm việc.")
    return days
