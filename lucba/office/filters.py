"""What narrows a list, read from the address; what cannot be read narrows nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms


class FilterForm(forms.Form):
    """The filters of a list; `chosen` holds those that could be read.

    `parameters` are the names of the filters in the address, where these are not those of the fields.
    """

    parameters: ClassVar[Mapping[str, str]] = {}

    q = forms.CharField(
        label="Tìm", required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )

    def __init__(self, data: Any, **options: Any) -> None:
        super().__init__(data, label_suffix="", auto_id="loc_%s", **options)
        for field in self.fields.values():
            style = "form-select" if isinstance(field, forms.ChoiceField) else "form-control"
            field.widget.attrs["class"] = f"{field.widget.attrs.get('class', '')} {style}".strip()

    def add_prefix(self, field_name: str) -> str:
        """Return the name of a filter in the address."""
        return super().add_prefix(self.parameters.get(field_name, field_name))

    @property
    def chosen(self) -> dict[str, Any]:
        """Return what every filter says, an empty value where it says nothing or cannot be read."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    @property
    def narrows(self) -> bool:
        """Tell whether anything is filtered out."""
        return any(self.chosen.values())
