"""Which days a report covers, when it is due and on which forms it is made.

Periods are two dates, both included. A new cut is a new preset, a new circular a new dated form set.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lucba.law.labelled_enum import LabelledEnum
from lucba.law.working_days import WorkingCalendar

REPORT_DAY = 12
_FORM_SETS = ((date(2025, 9, 30), "tt06-2025"), (date.min, "tt01-2024"))


class PeriodError(ValueError):
    """The two dates do not make a period; the message tells the user why."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `start` to `end`, both included. Raises PeriodError when they are out of order."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise PeriodError("Ngày đầu kỳ phải trước hoặc trùng ngày cuối kỳ.")

    def __contains__(self, on: date) -> bool:
        return self.start <= on <= self.end

    def __str__(self) -> str:
        return f"từ ngày {self.start:%d/%m/%Y} đến ngày {self.end:%d/%m/%Y}"

    def days(self) -> Iterator[date]:
        """Yield every day of the period in order."""
        return (self.start + timedelta(days=offset) for offset in range((self.end - self.start).days + 1))


class MonthPreset(LabelledEnum):
    """How an office cuts its months: a dated setting of the unit."""

    CALENDAR = "thang", "Tháng dương lịch"
    FROM_15_TO_14 = "15_14", "Từ ngày 15 tháng trước đến ngày 14 (Nghị định 09/2019/NĐ-CP)"

    def period(self, year: int, month: int) -> Period:
        """Return the period of the monthly report of `month`."""
        if self is MonthPreset.CALENDAR:
            return calendar_month(year, month)
        return month_15_to_14(year, month)


def calendar_month(year: int, month: int) -> Period:
    """Return the first to the last day of the month."""
    first = date(year, month, 1)
    return Period(first, _first_of_next_month(first) - timedelta(days=1))


def month_15_to_14(year: int, month: int) -> Period:
    """Return the 15th of the month before to the 14th of the month (Decree 09/2019, article 12)."""
    last_of_previous = date(year, month, 1) - timedelta(days=1)
    return Period(last_of_previous.replace(day=15), date(year, month, 14))


def reporting_year(period: Period) -> int:
    """Return the year `period` ends in: 15/12 to 14/12 if it starts on a 15th, else the calendar year."""
    is_in_next_year = _is_cut_on_15th(period) and period.end >= _cut(period.end.year)
    return period.end.year + 1 if is_in_next_year else period.end.year


def reporting_year_start(period: Period, books_from: date) -> date:
    """Return the first day of the reporting year of `period`, where the yearly indicators begin.

    Not before `books_from`, the first day of the books, and never after the period's own start.
    """
    year = reporting_year(period)
    first = _cut(year - 1) if _is_cut_on_15th(period) else date(year, 1, 1)
    return min(max(first, books_from), period.start)


def report_due_on(period: Period) -> date:
    """Return the last day for the report on `period`: the 12th of the month after the one it ends in.

    The plan says the 12th. What is cut on the 14th cannot be reported on the 12th of the same month, so both
    presets are due on the 12th of the next one. A house date: it does not roll.
    """
    return _first_of_next_month(period.end).replace(day=REPORT_DAY)


def why_report_due(period: Period, calendar: WorkingCalendar) -> tuple[str, ...]:
    """Return the sentences behind the due day of the report on `period`."""
    due_on = report_due_on(period)
    sentences = (
        f"Kỳ báo cáo {period}.",
        f"Báo cáo gửi chậm nhất ngày {REPORT_DAY} của tháng sau tháng kết thúc kỳ: {due_on:%d/%m/%Y} "
        "(Kế hoạch 103/KH-UBND ngày 22/02/2024).",
    )
    reason = calendar.day_off_reason(due_on)
    if not reason:
        return sentences
    act_by = calendar.previous_working_day(due_on)
    return (
        *sentences,
        f"Ngày {due_on:%d/%m/%Y} là ngày nghỉ ({reason}); hạn của kế hoạch không lùi theo ngày nghỉ: "
        f"nên gửi trước hết ngày {act_by:%d/%m/%Y}.",
    )


def default_form_set(period: Period) -> str:
    """Return the code of the form set in force on the last day of `period`."""
    return next(code for in_force_from, code in _FORM_SETS if period.end >= in_force_from)


def _first_of_next_month(on: date) -> date:
    return (on.replace(day=1) + timedelta(days=31)).replace(day=1)


def _is_cut_on_15th(period: Period) -> bool:
    return period.start.day == 15


def _cut(year: int) -> date:
    return date(year, 12, 15)
