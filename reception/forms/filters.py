"""What narrows a list, read from the address; what cannot be read narrows nothing."""

from __future__ import annotations

from typing import Any

from django import forms

from lucba.office.fields import VietnameseDateField
from reception.forms.choices import with_blank
from reception.models import ContentKind, Petition


class FilterForm(forms.Form):
    """The filters of a list; `chosen` holds those that could be read."""

    q = forms.CharField(
        label="Tìm", required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )

    def __init__(self, data: Any, **options: Any) -> None:
        super().__init__(data, label_suffix="", auto_id="loc_%s", **options)
        for field in self.fields.values():
            style = "form-select" if isinstance(field, forms.ChoiceField) else "form-control"
            field.widget.attrs["class"] = f"{field.widget.attrs.get('class', '')} {style}".strip()

    @property
    def chosen(self) -> dict[str, Any]:
        """Return what every filter says, an empty value where it says nothing or cannot be read."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    @property
    def narrows(self) -> bool:
        """Tell whether anything is filtered out."""
        return any(self.chosen.values())


class PetitionFilter(FilterForm):
    """Words, kind and source of petitions."""

    kind = forms.ChoiceField(
        label="Loại đơn", required=False, choices=with_blank(ContentKind.choices, "mọi loại")
    )
    source = forms.ChoiceField(
        label="Nguồn", required=False, choices=with_blank(Petition.Source.choices, "mọi nguồn")
    )


class BookFilter(FilterForm):
    """Words, kind and period of the reception book."""

    kind = forms.ChoiceField(
        label="Loại nội dung", required=False, choices=with_blank(ContentKind.choices, "mọi loại")
    )
    start = VietnameseDateField(label="Từ ngày", required=False)
    end = VietnameseDateField(label="Đến ngày", required=False)
