"""What narrows the list of cases, read from the address."""

from __future__ import annotations

from typing import Any

from django import forms

from complaints.forms.events import VERIFIER_ROLES
from complaints.workflow import Status
from lucba.office.models import Official
from reception.forms.choices import with_blank
from reception.forms.filters import FilterForm
from reception.models import ContentKind


class CaseFilter(FilterForm):
    """Words, kind, stage, verifier, overdue only; an officer is not asked for the verifier."""

    kind = forms.ChoiceField(
        label="Loại", required=False, choices=with_blank(ContentKind.choices, "mọi loại")
    )
    status = forms.ChoiceField(
        label="Giai đoạn", required=False, choices=with_blank(Status.choices, "mọi giai đoạn")
    )
    verifier = forms.ChoiceField(label="Người xác minh", required=False)
    overdue = forms.ChoiceField(
        label="Hạn", required=False, choices=[("", "tất cả"), ("co", "chỉ vụ quá hạn")]
    )

    def __init__(self, data: Any, *, official: Official, **options: Any) -> None:
        super().__init__(data, **options)
        if official.role == Official.Role.OFFICER:
            del self.fields["verifier"]
            return
        verifiers = Official.objects.filter(unit=official.unit, role__in=VERIFIER_ROLES)
        field = self.fields["verifier"]
        if isinstance(field, forms.ChoiceField):
            field.choices = with_blank([(str(each.pk), each.full_name) for each in verifiers], "mọi người")
