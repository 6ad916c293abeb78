"""The chairman's reception at a glance: twelve bars, each counted as target 2 counts its month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lucba.law.reporting_periods import calendar_month
from lucba.law.working_days import WorkingCalendar
from reception.duty import duty_shown_by
from reception.models import ReceptionSession

WIDTH, STEP, OVERHANG, TALLEST, FLOOR = 24, 44, 6, 100, 112  # units of the drawing, whole numbers


@dataclass(frozen=True, slots=True)
class MonthBar:
    """One month: days required, held by the chairman, held by a deputy; `scale` is the height of a day."""

    first: date
    required: int
    personal: int
    delegated: int
    met: int
    assessed: int
    is_over: bool
    scale: int

    @property
    def left(self) -> int:
        """Return where the bar begins."""
        return (self.first.month - 1) * STEP + 10

    @property
    def mark_left(self) -> int:
        """Return where the mark of what the law asks for begins, beside the bar."""
        return self.left - OVERHANG

    @property
    def mark_right(self) -> int:
        """Return where that mark ends."""
        return self.left + WIDTH + OVERHANG

    @property
    def middle(self) -> int:
        """Return the middle of the bar."""
        return self.left + WIDTH // 2

    @property
    def personal_height(self) -> int:
        """Return the height of the chairman's own days."""
        return self.personal * self.scale

    @property
    def personal_top(self) -> int:
        """Return the top of the chairman's own days."""
        return FLOOR - self.personal_height

    @property
    def delegated_height(self) -> int:
        """Return the height of the days held by a deputy."""
        return self.delegated * self.scale

    @property
    def delegated_top(self) -> int:
        """Return the top of the days held by a deputy, which stand on the chairman's."""
        return self.personal_top - self.delegated_height

    @property
    def required_top(self) -> int:
        """Return the height of the mark of what the law asks for."""
        return FLOOR - self.required * self.scale

    @property
    def verdict(self) -> str:
        """Return in words how the month stands."""
        if not self.assessed:
            return "không phải tính"
        if self.met == self.assessed:
            return "đủ"
        return "thiếu" if self.is_over else "chưa hết tháng"


def year_chart(
    sessions: Sequence[ReceptionSession], year: int, *, calendar: WorkingCalendar, today: date
) -> list[MonthBar]:
    """Return the bars of `year` from the `sessions_that_may_count` of that year."""
    periods = [calendar_month(year, month) for month in range(1, 13)]
    duties = [duty_shown_by(sessions, period, calendar=calendar) for period in periods]
    most = max(max(duty.days_required, duty.days_personal + duty.days_delegated) for duty in duties)
    scale = min(16, TALLEST // max(most, 1))
    return [
        MonthBar(
            first=period.start,
            required=duty.days_required,
            personal=duty.days_personal,
            delegated=duty.days_delegated,
            met=duty.met,
            assessed=duty.assessed,
            is_over=period.end < today,
            scale=scale,
        )
        for period, duty in zip(periods, duties, strict=True)
    ]
