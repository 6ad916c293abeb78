"""The form of a notice of days off: its number and date, days off, days swapped for a worked weekend day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from crispy_forms.bootstrap import StrictButton
from django import forms
from django.core.exceptions import ValidationError

from lucba.law.announced_days import SWAP
from lucba.office.fields import VietnameseDateField, read_date
from lucba.office.models import AnnouncedDayRow
from lucba.office.office_form import OfficeForm

Kind = AnnouncedDayRow.Kind
LONGEST = 31  # days of one run: longer is a slip of the year
_DATE = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_DAY_OFF = re.compile(rf"({_DATE})(?:\s*(?:-|–|đến)\s*({_DATE}))?\s*[:,;]\s*(.+)")
_SWAPPED = re.compile(rf"\D*({_DATE})\D+({_DATE})\D*")


class NoticeForm(OfficeForm):
    """A notice as people type it from the paper; `days()` are the days it announces."""

    submit_word = "Xem trước những gì thay đổi"

    notice = forms.CharField(
        label="Số, ký hiệu văn bản", max_length=90, help_text="Ví dụ: Thông báo 9441/TB-BNV"
    )
    announced_on = VietnameseDateField(label="Ngày văn bản")
    days_off = forms.CharField(
        label="Ngày nghỉ",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi dòng một ngày hoặc một đợt, rồi lý do. Ví dụ: 04/02/2027 – 10/02/2027: Tết Nguyên đán",
    )
    swaps = forms.CharField(
        label="Ngày hoán đổi",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một lần hoán đổi: ngày nghỉ, rồi ngày làm bù. "
        "Ví dụ: nghỉ 31/08/2026, làm bù 22/08/2026",
    )

    @classmethod
    def of_rows(cls, rows: Iterable[AnnouncedDayRow]) -> dict[str, str]:
        """Return what would be typed to announce the stored days of one notice."""
        found = sorted(rows, key=lambda row: row.day)
        worked = [row for row in found if row.kind == Kind.WORK]
        swapped = [row for row in found if row.kind == Kind.OFF and row.reason == SWAP][: len(worked)]
        off = [row for row in found if row.kind == Kind.OFF and row not in swapped]
        return {
            "notice": found[0].notice,
            "announced_on": f"{found[0].announced_on:%d/%m/%Y}",
            "days_off": "\n".join(f"{row.day:%d/%m/%Y}: {row.reason}" for row in off),
            "swaps": "\n".join(
                f"nghỉ {day_off.day:%d/%m/%Y}, làm bù {work.day:%d/%m/%Y}"
                for day_off, work in zip(swapped, worked, strict=False)
            ),
        }

    def clean_days_off(self) -> list[AnnouncedDayRow]:
        """Return the days off, runs day by day without their weekends."""
        return [row for line in _lines(self.cleaned_data["days_off"]) for row in self._days_off(line)]

    def clean_swaps(self) -> list[AnnouncedDayRow]:
        """Return both days of each swap."""
        return [row for line in _lines(self.cleaned_data["swaps"]) for row in self._swap(line)]

    def clean(self) -> dict[str, Any] | None:
        """Refuse a notice that announces nothing."""
        cleaned = super().clean() or {}
        if not self.errors and not self.days():
            raise ValidationError("Hãy ghi ít nhất một ngày nghỉ hoặc một lần hoán đổi.")
        return cleaned

    def days(self) -> list[AnnouncedDayRow]:
        """Return the unsaved days of the notice, in order."""
        rows = [*self.cleaned_data.get("days_off", []), *self.cleaned_data.get("swaps", [])]
        return sorted(rows, key=lambda row: row.day)

    def _days_off(self, line: str) -> Iterator[AnnouncedDayRow]:
        found = _DAY_OFF.fullmatch(line)
        if not found:
            raise ValidationError(
                f"Không đọc được dòng “{line}”. Hãy ghi như 04/02/2027 – 10/02/2027: lý do."
            )
        first = self._read(found[1])
        last = self._read(found[2]) if found[2] else first
        if not 0 <= (last - first).days < LONGEST:
            raise ValidationError(f"Dòng “{line}”: ngày cuối phải sau ngày đầu, trong vòng {LONGEST} ngày.")
        run = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        for day in run:
            if len(run) == 1 or day.weekday() < 5:
                yield AnnouncedDayRow(day=day, kind=Kind.OFF, reason=found[3].strip())

    def _swap(self, line: str) -> Iterator[AnnouncedDayRow]:
        found = _SWAPPED.fullmatch(line)
        if not found:
            raise ValidationError(
                f"Không đọc được dòng “{line}”. Hãy ghi như: nghỉ 31/08/2026, làm bù 22/08/2026."
            )
        day_off, worked = self._read(found[1]), self._read(found[2])
        if day_off.weekday() >= 5 or worked.weekday() < 5:
            raise ValidationError(
                f"Dòng “{line}”: ngày nghỉ hoán đổi phải là ngày trong tuần, ngày làm bù phải là Thứ Bảy "
                "hoặc Chủ nhật."
            )
        yield AnnouncedDayRow(day=day_off, kind=Kind.OFF, reason=SWAP)
        yield AnnouncedDayRow(day=worked, kind=Kind.WORK, reason=SWAP)

    def _read(self, text: str) -> date:
        try:
            return read_date(text, today=self.today)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def buttons(self) -> list[StrictButton]:
        """Return the button that shows the preview: nothing is stored by it."""
        return [StrictButton(self.submit_word, type="submit", css_class="btn-primary")]

    @property
    def helper(self) -> Any:
        """Return the helper of a form that only asks."""
        helper = super().helper
        helper.form_method = "get"
        helper.attrs = {"novalidate": True}
        helper.disable_csrf = True
        return helper


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
