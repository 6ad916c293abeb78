"""Form fields as officials type: dates such as `5/2`, `05/02/24`, `hôm nay`; counts and money as `1.200`.

`static/js/dates.js` reads the same date forms to show the weekday while typing; change both together.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from lucba.office.search import search_key

_NUMERIC = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = {"hom nay": 0, "hom qua": -1, "hom kia": -2, "ngay mai": 1}
_HINT = "Hãy gõ ngày như 05/02/2026, 5/2 hoặc “hôm nay”."
_THOUSANDS = re.compile(r"-?\d{1,3}(?:[.\s]\d{3})+")
FIRST_YEAR, YEARS_AHEAD = 1900, 50  # no paper of an office is dated outside them


def read_date(text: str, *, today: date) -> date:
    """Return the day `text` means, the year of `today` when none is written, two digits in the 2000s.

    Raises ValueError with a sentence for the person.
    """
    word = search_key(text)
    if word in _WORDS:
        return today + timedelta(days=_WORDS[word])
    parts = _day_month_year(word, today)
    if parts is None:
        raise ValueError(f"Không đọc được ngày “{text}”. {_HINT}")
    if not FIRST_YEAR <= parts[2] <= today.year + YEARS_AHEAD:
        raise ValueError(f"Năm {parts[2]:04} không đúng. {_HINT}")
    try:
        return date(*reversed(parts))
    except ValueError:
        raise ValueError(f"Không có ngày {text} trong lịch. {_HINT}") from None


def _day_month_year(text: str, today: date) -> tuple[int, int, int] | None:
    if iso := _ISO.fullmatch(text):
        year, month, day = map(int, iso.groups())
        return day, month, year
    if numeric := _NUMERIC.fullmatch(text):
        return int(numeric[1]), int(numeric[2]), _full_year(numeric[3], today)
    return None


def _full_year(year: str | None, today: date) -> int:
    if year is None:
        return today.year
    return int(year) if len(year) == 4 else 2000 + int(year)


def this_day() -> date:
    """Return the day it is in Viet Nam, for fields of a form that is being filled in now."""
    return timezone.localdate()


class DateTextInput(forms.DateInput):
    """A text box for a date; the weekday and "ngày nghỉ" appear under it while typing."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        typed = {"class": "date-input", "data-date": "", "autocomplete": "off", "placeholder": "dd/mm/yyyy"}
        super().__init__(attrs={**typed, **(attrs or {})}, format="%d/%m/%Y")


class VietnameseDateField(forms.DateField):
    """A date as officials write it. `today` tells which day it is when the form is read."""

    widget = DateTextInput
    default_error_messages = {"required": f"Hãy ghi ngày. {_HINT}"}

    def __init__(self, *, today: Callable[[], date] = this_day, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.today = today

    def to_python(self, value: Any) -> date | None:
        """Return the date typed, None for an empty box. Raises ValidationError with a clear sentence."""
        if not isinstance(value, str):
            return super().to_python(value)
        text = value.strip()
        if text in self.empty_values:
            return None
        try:
            return read_date(text, today=self.today())
        except ValueError as refusal:
            raise ValidationError(str(refusal), code="invalid") from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the days meant, not the way they are written."""
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class CountField(forms.IntegerField):
    """How many, typed with or without the dots between thousands: `1.000`, `1000`, `1 000`."""

    default_error_messages = {"invalid": "Hãy ghi bằng chữ số."}
    widget = forms.TextInput

    def to_python(self, value: Any) -> int | None:
        """Return the count, None for an empty box. Raises ValidationError for a fraction: `1.5`, `1.0`."""
        if isinstance(value, str):
            typed = value.strip()
            value = re.sub(r"[.\s]", "", typed) if _THOUSANDS.fullmatch(typed) else typed
            if "." in value:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask phones for the number pad."""
        return {"inputmode": "numeric", "class": "count-input", "autocomplete": "off"}


class MoneyField(forms.IntegerField):
    """Whole VND, typed with or without the dots between thousands: `1.200.000`, `1200000`, `1 200 000 đ`."""

    default_error_messages = {"invalid": "Hãy ghi số tiền bằng đồng, chỉ gồm chữ số, ví dụ 1.200.000."}
    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"min_value": 0, **kwargs})

    def to_python(self, value: Any) -> int | None:
        """Return the amount, None for an empty box."""
        if isinstance(value, str):
            value = re.sub(r"[.\s]|đồng$|đ$", "", value.strip())
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask phones for the number pad and align digits."""
        return {"inputmode": "numeric", "class": "number-input", "autocomplete": "off"}
