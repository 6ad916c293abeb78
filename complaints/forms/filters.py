"""What narrows the list of cases, read from the address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from complaints.forms.events import VERIFIER_ROLES
from complaints.models import Case
from complaints.queries import UNASSIGNED
from complaints.workflow import Status
from lucba.office.choices import with_blank
from lucba.office.fields import VietnameseDateField
from lucba.office.filters import FilterForm
from lucba.office.models import Hamlet, Official
from reception.models import ContentKind, Petition

FIRST_ROW = ("q", "kind", "status", "verifier", "overdue")


def _day(label: str) -> VietnameseDateField:
    return VietnameseDateField(label=label, required=False)


class CaseFilter(FilterForm):
    """Words, kind, stage, verifier, overdue only, and more; an officer is not asked for the verifier."""

    parameters = {
        "q": "tim",
        "kind": "loai",
        "status": "giai-doan",
        "verifier": "nguoi",
        "overdue": "qua-han",
        "field": "linh-vuc",
        "hamlet": "xom",
        "source": "nguon",
        "received_from": "nhan-tu",
        "received_to": "nhan-den",
        "accepted_from": "thu-ly-tu",
        "accepted_to": "thu-ly-den",
        "due_from": "han-tu",
        "due_to": "han-den",
        "closed_from": "ket-thuc-tu",
        "closed_to": "ket-thuc-den",
    }
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
    field = forms.ChoiceField(
        label="Lĩnh vực", required=False, choices=with_blank(Case.Field.choices, "mọi lĩnh vực")
    )
    hamlet = forms.ChoiceField(label="Xóm", required=False)
    source = forms.ChoiceField(
        label="Nguồn đơn", required=False, choices=with_blank(Petition.Source.choices, "mọi nguồn")
    )
    received_from, received_to = _day("Nhận đơn từ"), _day("Nhận đơn đến")
    accepted_from, accepted_to = _day("Thụ lý từ"), _day("Thụ lý đến")
    due_from, due_to = _day("Hạn từ"), _day("Hạn đến")
    closed_from, closed_to = _day("Kết thúc từ"), _day("Kết thúc đến")

    def __init__(self, data: Any, *, official: Official, **options: Any) -> None:
        super().__init__(data, **options)
        hamlets = Hamlet.objects.filter(unit_id=official.unit_id).values_list("pk", "name")
        self._offer("hamlet", hamlets, "mọi xóm")
        if official.role == Official.Role.OFFICER:
            del self.fields["verifier"]
            return
        people = Official.objects.filter(unit_id=official.unit_id, role__in=VERIFIER_ROLES)
        known = people.values_list("pk", "full_name")
        self._offer("verifier", [(UNASSIGNED, "chưa giao"), *known], "mọi người")

    def _offer(self, name: str, choices: Any, blank: str) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = with_blank([(str(key), words) for key, words in choices], blank)

    @property
    def usual(self) -> list[BoundField]:
        """Return the filters that always stand above the list."""
        return [self[name] for name in FIRST_ROW if name in self.fields]

    @property
    def further(self) -> list[BoundField]:
        """Return the filters that are folded in."""
        return [self[name] for name in self.fields if name not in FIRST_ROW]

    @property
    def narrows_further(self) -> bool:
        """Tell whether one of those folded in filters anything out."""
        return any(value for name, value in self.chosen.items() if name not in FIRST_ROW)
