"""Forms of planning: a weekly reception, its end, and the months to draft."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from lucba.office.choices import StaffField
from lucba.office.fields import VietnameseDateField
from lucba.office.models import Unit
from lucba.office.office_form import OfficeForm
from reception.forms.sessions import time_field
from reception.models import ReceptionSession, WeeklyPattern

Kind = ReceptionSession.Kind
MONTHS_AHEAD = 12
MOST_MONTHS = 3  # drafted at once


class PatternForm(OfficeForm):
    """A reception that comes back every week; who receives follows from its kind."""

    submit_word = "Thêm vào lịch hằng tuần"

    weekday = forms.TypedChoiceField(
        label="Thứ", choices=[("", "— chọn —"), *WeeklyPattern.Weekday.choices], coerce=int
    )
    kind = forms.ChoiceField(
        label="Hình thức",
        choices=[
            (Kind.PERIODIC.value, "định kỳ, Chủ tịch tiếp"),
            (Kind.REGULAR.value, "thường xuyên, cán bộ tiếp"),
        ],
        widget=forms.RadioSelect,
    )
    host = StaffField(label="Người tiếp")
    starts_at = time_field("Từ giờ", help_text="Để trống nếu theo giờ thường lệ. Ví dụ: 7:30.")
    ends_at = time_field("Đến giờ")
    in_force_from = VietnameseDateField(label="Áp dụng từ ngày")

    def __init__(self, data: Any = None, *, unit: Unit, **options: Any) -> None:
        super().__init__(data, **options)
        host = self.fields["host"]
        if isinstance(host, StaffField):
            host.offer(unit, on=self.today)


class PatternEndForm(OfficeForm):
    """The last day of a weekly reception."""

    submit_word = "Kết thúc lịch này"

    in_force_until = VietnameseDateField(
        label="Áp dụng đến hết ngày", help_text="Các buổi đã lập trong lịch không bị xóa."
    )


class DraftForm(OfficeForm):
    """The months to draft, the next one offered first."""

    submit_word = "Xem trước"

    thang = forms.TypedChoiceField(
        label="Từ tháng",
        coerce=date.fromisoformat,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    so_thang = forms.TypedChoiceField(
        label="Lập cho",
        choices=[(n, f"{n} tháng") for n in range(1, MOST_MONTHS + 1)],
        coerce=int,
        initial=1,
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        month = self.fields["thang"]
        if isinstance(month, forms.ChoiceField):
            month.choices = [(each.isoformat(), f"{each:%m/%Y}") for each in _months_from(self.today)]


def _months_from(today: date) -> list[date]:
    """Return the first days of this month and the twelve after it."""
    first = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(first, first + MONTHS_AHEAD + 1)]
