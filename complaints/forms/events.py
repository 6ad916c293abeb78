"""The form of an event: what the procedure's table asks of it, in Vietnamese words."""

from __future__ import annotations

from typing import Any

from django import forms

from complaints.models import Case
from complaints.words import REFUSAL_GROUNDS
from complaints.workflow import DETAIL_LABELS, EventKind, Transition
from lucba.law.complexity import ComplexityCriterion
from lucba.office.fields import VietnameseDateField
from lucba.office.models import Official, Unit
from lucba.office.office_form import OfficeForm
from reception.forms.choices import RowField
from reception.models import ContentKind

FREE_TEXT = {
    EventKind.REFUSED: "Lý do không thụ lý",
    EventKind.TRANSFERRED: "Chuyển đến cơ quan, lý do",
    EventKind.ANSWERED: "Tóm tắt nội dung trả lời",
}


class EventForm(OfficeForm):
    """One event of a case; which questions are asked depends on its row of the procedure."""

    happened_on = VietnameseDateField(label="Ngày")

    def __init__(self, data: Any = None, *, transition: Transition, case: Case, **options: Any) -> None:
        self.transition, self.case = transition, case
        self.submit_word = f"Ghi “{transition.event.label}”"
        super().__init__(data, **options)
        for name, field in self._questions():
            self.fields[name] = field
            self._in_words(field)

    def _questions(self) -> list[tuple[str, forms.Field]]:
        """Return the questions after the date, in order."""
        row = self.transition
        asked: list[tuple[str, forms.Field]] = [("detail", self._detail_field())]
        needed = row.needs_document and self.case.kind != ContentKind.RECOMMENDATION
        asked.append(
            ("document_number", forms.CharField(label="Số văn bản", max_length=100, required=needed))
        )
        if row.is_sent:
            label = "Ngày gửi các bên"
            asked.append(("sent_on", VietnameseDateField(label=label, required=False)))
        if row.event == EventKind.WITHDRAWN:
            persuaded = "Rút sau khi được giải thích, thuyết phục"
            asked.append(("after_persuasion", forms.BooleanField(label=persuaded, required=False)))
        return asked

    def _detail_field(self) -> forms.Field:
        """Return the question of the detail: criteria, grounds, the list of the table, or free text."""
        event = self.transition.event
        if event == EventKind.COMPLEX:
            return _criteria_field()
        if event == EventKind.REFUSED and self.case.kind == ContentKind.COMPLAINT:
            grounds = [(number, f"{number}. {words}") for number, words in REFUSAL_GROUNDS.items()]
            return _radio("Trường hợp không thụ lý (Luật Khiếu nại, Điều 11)", grounds)
        if self.transition.details:
            return _radio(
                "Chi tiết", [(k, v) for k, v in DETAIL_LABELS.items() if k in self.transition.details]
            )
        return forms.CharField(
            label=FREE_TEXT.get(event, "Ghi chú"), max_length=500, required=event == EventKind.REFUSED
        )

    def clean_detail(self) -> str:
        """Return the detail as the register writes it: criteria joined by "; "."""
        detail = self.cleaned_data["detail"]
        return "; ".join(detail) if isinstance(detail, list) else detail


def _criteria_field() -> forms.Field:
    return forms.MultipleChoiceField(
        label="Tiêu chí phức tạp",
        choices=[(each.value, f"{each.value}. {each.label}") for each in ComplexityCriterion],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Nghị định 124/2020, Điều 3a; Nghị định 31/2019, Điều 3. Gia hạn lần hai cần hai tiêu chí.",
    )


def _radio(label: str, choices: list[tuple[str, str]]) -> forms.Field:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


class OfficialField(RowField):
    """An official shown with name and position."""

    def label_from_instance(self, obj: Any) -> str:
        """Return name and position."""
        return f"{obj.full_name}, {obj.position}"


VERIFIER_ROLES = (Official.Role.OFFICER, Official.Role.CLERK)


class VerifierForm(OfficeForm):
    """Who verifies the case."""

    submit_word = "Giao xác minh"

    verifier = OfficialField(Official.objects.none(), label="Người xác minh", empty_label="— chọn —")
    happened_on = VietnameseDateField(label="Ngày giao")
    document_number = forms.CharField(label="Số văn bản", max_length=100, required=False)

    def __init__(self, data: Any = None, *, unit: Unit, **options: Any) -> None:
        super().__init__(data, **options)
        field = self.fields["verifier"]
        if isinstance(field, OfficialField):
            field.queryset = Official.objects.filter(unit=unit, is_active=True, role__in=VERIFIER_ROLES)
