"""What narrows a list, read from the address; what cannot be read narrows nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from lucba.office.fields import VietnameseDateField
from lucba.office.models import Hamlet, Official
from reception.forms.choices import with_blank
from reception.models import ContentKind, Petition


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


class PetitionFilter(FilterForm):
    """Words, kind, source, hamlet, days of receipt and lateness of petitions."""

    parameters = {
        "q": "tim",
        "kind": "loai",
        "source": "nguon",
        "hamlet": "xom",
        "received_from": "nhan-tu",
        "received_to": "nhan-den",
        "overdue": "qua-han",
    }
    kind = forms.ChoiceField(
        label="Loại đơn", required=False, choices=with_blank(ContentKind.choices, "mọi loại")
    )
    source = forms.ChoiceField(
        label="Nguồn", required=False, choices=with_blank(Petition.Source.choices, "mọi nguồn")
    )
    hamlet = forms.ChoiceField(label="Xóm", required=False)
    received_from = VietnameseDateField(label="Nhận từ", required=False)
    received_to = VietnameseDateField(label="Nhận đến", required=False)
    overdue = forms.ChoiceField(
        label="Hạn", required=False, choices=[("", "tất cả"), ("co", "chỉ đơn quá hạn")]
    )

    def __init__(self, data: Any, *, official: Official, **options: Any) -> None:
        super().__init__(data, **options)
        field = self.fields["hamlet"]
        if isinstance(field, forms.ChoiceField):
            hamlets = Hamlet.objects.filter(unit_id=official.unit_id).values_list("pk", "name")
            field.choices = with_blank([(str(pk), name) for pk, name in hamlets], "mọi xóm")


class BookFilter(FilterForm):
    """Words, kind and period of the reception book."""

    kind = forms.ChoiceField(
        label="Loại nội dung", required=False, choices=with_blank(ContentKind.choices, "mọi loại")
    )
    start = VietnameseDateField(label="Từ ngày", required=False)
    end = VietnameseDateField(label="Đến ngày", required=False)
