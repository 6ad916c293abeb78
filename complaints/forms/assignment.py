"""The form that gives several cases to one person."""

from __future__ import annotations

from typing import Any

from django import forms

from complaints.forms.events import VERIFIER_ROLES, OfficialField
from lucba.office.fields import VietnameseDateField
from lucba.office.models import Official, Unit
from lucba.office.office_form import OfficeForm


class AssignmentForm(OfficeForm):
    """Who verifies or handles the chosen cases, and from which day."""

    verifier = OfficialField(Official.objects.none(), label="Người được giao", empty_label="— chọn —")
    happened_on = VietnameseDateField(label="Ngày giao")
    document_number = forms.CharField(
        label="Số văn bản",
        max_length=100,
        required=False,
        help_text="Chỉ ghi khi các vụ việc có chung một số.",
    )
    submit_word = "Giao các vụ việc này"

    def __init__(self, data: Any = None, *, unit: Unit, **options: Any) -> None:
        super().__init__(data, **options)
        field = self.fields["verifier"]
        if isinstance(field, OfficialField):
            field.queryset = Official.objects.filter(unit=unit, is_active=True, role__in=VERIFIER_ROLES)
