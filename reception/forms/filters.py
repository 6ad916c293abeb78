"""What narrows the lists of the counter."""

from __future__ import annotations

from typing import Any

from django import forms

from lucba.office.choices import with_blank
from lucba.office.fields import VietnameseDateField
from lucba.office.filters import FilterForm
from lucba.office.models import Hamlet, Official
from reception.models import ContentKind, Petition


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
