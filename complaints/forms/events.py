"""The form of an event: what the procedure's table asks of it, in Vietnamese words."""

from __future__ import annotations

from typing import Any

from django import forms

from complaints.forms.act_form import ActForm
from complaints.models import Case
from complaints.words import CONDITIONS, REFUSAL_GROUNDS
from complaints.workflow import DETAIL_LABELS, EventKind, Transition
from lucba.law.complexity import ComplexityCriterion
from lucba.office.choices import CodeField, RowField
from lucba.office.fields import VietnameseDateField
from lucba.office.models import Official
from reception.models import ContentKind, Petition

FREE_TEXT = {
    EventKind.REFUSED: "Lý do không thụ lý",
    EventKind.TRANSFERRED: "Chuyển đến cơ quan, lý do",
    EventKind.ANSWERED: "Tóm tắt nội dung trả lời",
    EventKind.TARGET_MOVED: "Lý do lùi chỉ tiêu",
    EventKind.HANDED_OVER: "Đơn vị bàn giao",
    EventKind.SOME_WITHDREW: "Số người rút và phần còn lại",
    EventKind.HEIR: "Người kế thừa",
    EventKind.SUPPLEMENT_ASKED: "Nội dung cần bổ sung",
}
MUST_BE_WRITTEN = (EventKind.REFUSED, EventKind.TARGET_MOVED, EventKind.HANDED_OVER)
GROUP_IS_COMPLETE = "nhieu_nguoi_du"


class EventForm(ActForm):
    """One event of a case; which questions are asked depends on its row of the procedure."""

    happened_on = VietnameseDateField(label="Ngày")

    def __init__(self, data: Any = None, *, case: Case, row: Transition, **options: Any) -> None:
        super().__init__(data, case=case, row=row, **options)
        for name, field in self._questions():
            self.ask(name, field)

    def _questions(self) -> list[tuple[str, forms.Field]]:
        """Return the questions after the date, in order."""
        row = self.row
        asked: list[tuple[str, forms.Field]] = []
        if row.event == EventKind.ACCEPTED:
            asked += self._acceptance()
        elif not row.detail:
            asked.append(("detail", self._detail_field()))
        if row.event == EventKind.TARGET_MOVED:
            asked.append(("until_on", VietnameseDateField(label="Chỉ tiêu mới")))
        if row.event == EventKind.DIALOGUE_NOTICE:
            held_on = VietnameseDateField(label="Ngày sẽ đối thoại", required=False)
            asked.append(("until_on", held_on))
        number = forms.CharField(label="Số văn bản", max_length=100, required=row.needs_document)
        asked.append(("document_number", number))
        if row.is_sent:
            label = "Ngày gửi các bên"
            asked.append(("sent_on", VietnameseDateField(label=label, required=False)))
        if row.event == EventKind.WITHDRAWN:
            persuaded = "Rút sau khi được giải thích, thuyết phục"
            asked.append(("after_persuasion", forms.BooleanField(label=persuaded, required=False)))
        return asked

    def _acceptance(self) -> list[tuple[str, forms.Field]]:
        """Ask for the conditions of acceptance (LTC 29(1)), the papers of a group (NĐ 124/2020, 16)."""
        if self.case.kind == ContentKind.DENUNCIATION:
            return [("conditions", _conditions_field())]
        in_group = self.case.petitions.filter(signer_kind=Petition.SignerKind.SEVERAL).exists()
        if self.case.kind == ContentKind.COMPLAINT and in_group:
            label = "Đơn nhiều người: có đủ chữ ký và văn bản cử người đại diện"
            return [("group_is_complete", forms.BooleanField(label=label, required=False))]
        return []

    def _detail_field(self) -> forms.Field:
        """Return the question of the detail: criteria, grounds, the list of the table, or free text."""
        event = self.row.event
        if event == EventKind.COMPLEX:
            return _criteria_field()
        if event == EventKind.REFUSED and self.case.kind == ContentKind.COMPLAINT:
            grounds = [(number, f"{number}. {words}") for number, words in REFUSAL_GROUNDS.items()]
            return _radio("Trường hợp không thụ lý (Luật Khiếu nại, Điều 11)", grounds)
        if self.row.details:
            return _radio("Chi tiết", [(k, v) for k, v in DETAIL_LABELS.items() if k in self.row.details])
        return forms.CharField(
            label=FREE_TEXT.get(event, "Ghi chú"), max_length=500, required=event in MUST_BE_WRITTEN
        )

    def clean_detail(self) -> str:
        """Return the detail as the register writes it: criteria joined by "; "."""
        detail = self.cleaned_data["detail"]
        return "; ".join(detail) if isinstance(detail, list) else detail

    def clean_conditions(self) -> list[str]:
        """Refuse acceptance unless every condition is met."""
        met: list[str] = self.cleaned_data["conditions"]
        if len(met) < len(CONDITIONS):
            raise forms.ValidationError(
                "Chỉ thụ lý khi có đủ các điều kiện (khoản 1 Điều 29 Luật Tố cáo; khoản 2 Điều 5 Nghị định "
                "31/2019). Nếu thiếu, hãy ghi không thụ lý hoặc chuyển cấp trên."
            )
        return met

    def answers(self) -> dict[str, Any]:
        """Return what `record_event` takes."""
        answers = dict(self.cleaned_data)
        answers.pop("conditions", None)
        if answers.pop("group_is_complete", False):
            answers["detail"] = GROUP_IS_COMPLETE
        if self.row.detail:
            answers["detail"] = self.row.detail
        return answers


def _conditions_field() -> forms.Field:
    return forms.MultipleChoiceField(
        label="Điều kiện thụ lý đã kiểm tra",
        choices=list(CONDITIONS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text="Luật Tố cáo, khoản 1 Điều 29; Nghị định 31/2019, khoản 2 Điều 5.",
    )


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


class VerifierForm(ActForm):
    """Who verifies the case, or handles the recommendation."""

    verifier = OfficialField(Official.objects.none(), label="Người được giao", empty_label="— chọn —")
    happened_on = VietnameseDateField(label="Ngày giao")
    document_number = forms.CharField(label="Số văn bản", max_length=100, required=False)

    def __init__(self, data: Any = None, *, case: Case, row: Transition, **options: Any) -> None:
        super().__init__(data, case=case, row=row, **options)
        field = self.fields["verifier"]
        if isinstance(field, OfficialField):
            field.queryset = Official.objects.filter(unit=case.unit, is_active=True, role__in=VERIFIER_ROLES)


class JoinderForm(ActForm):
    """Into which case this one is joined."""

    into = CodeField(Case, label="Nhập vào vụ việc", help_text="Mã vụ việc chính, cùng nội dung, cùng loại.")
    happened_on = VietnameseDateField(label="Ngày nhập hồ sơ")

    def look_in(self, official: Official) -> None:
        """Look the code up among the cases of `official`."""
        into = self.fields["into"]
        into.required = True
        if isinstance(into, CodeField):
            into.look_in(official)


class ReclassifyForm(ActForm):
    """What a recommendation is in truth."""

    kind = forms.ChoiceField(
        label="Thực chất là",
        choices=[
            (ContentKind.COMPLAINT.value, ContentKind.COMPLAINT.label),
            (ContentKind.DENUNCIATION.value, ContentKind.DENUNCIATION.label),
        ],
        widget=forms.RadioSelect,
    )
    happened_on = VietnameseDateField(label="Ngày phân loại lại")
    detail = forms.CharField(
        label="Lý do",
        max_length=400,
        help_text="Thời hạn của loại mới vẫn tính từ ngày nhận đơn đầu tiên.",
    )
