"""Forms around a transfer: which unit of the installation receives a petition, and why one is returned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lucba.office.fields import VietnameseDateField
from lucba.office.models import Unit
from lucba.office.office_form import OfficeForm
from lucba.office.search import search_key


class ListedTextInput(forms.TextInput):
    """A text box that offers names while typing."""

    offered: Iterable[str] = ()

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Return the box and the list of what it offers."""
        key = f"{name}-offered"
        box = super().render(name, value, {**(attrs or {}), "list": key, "autocomplete": "off"}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((each,) for each in self.offered))
        return format_html('{}<datalist id="{}">{}</datalist>', box, key, options)


class UnitField(forms.CharField):
    """A unit of the installation by its name or code, with or without accents."""

    widget = ListedTextInput

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=200, **options)
        self.units: list[Unit] = []

    def offer(self, units: Iterable[Unit]) -> None:
        """Offer `units` while typing."""
        self.units = list(units)
        box: Any = self.widget
        box.offered = [each.name for each in self.units]

    def clean(self, value: Any) -> Any:
        """Return the unit, None for an empty box. Raises ValidationError for one not offered."""
        typed = search_key(super().clean(value))
        if not typed:
            return None
        for unit in self.units:
            if typed in (search_key(unit.name), search_key(unit.code)):
                return unit
        raise forms.ValidationError(
            f"Không có đơn vị nào trên hệ thống tên “{value}”. Hãy chọn trong danh sách, hoặc để trống và "
            "ghi cơ quan nhận ở ô cơ quan có thẩm quyền."
        )


class AcceptForm(OfficeForm):
    """The day a petition sent by another unit is taken into the book."""

    submit_word = "Tiếp nhận, vào sổ"

    on = VietnameseDateField(
        label="Ngày tiếp nhận", help_text="Các thời hạn của đơn vị mình tính từ ngày sau ngày này."
    )


class ReturnForm(OfficeForm):
    """Why a petition goes back to the unit that sent it."""

    submit_word = "Trả lại nơi chuyển"

    on = VietnameseDateField(label="Ngày trả lại")
    reason = forms.CharField(
        label="Lý do trả lại",
        max_length=500,
        help_text="Ví dụ: nội dung không thuộc thẩm quyền của UBND xã.",
    )
