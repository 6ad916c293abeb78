"""The form of a correction: which entry was wrong, and what is right."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Layout
from django import forms

from complaints.forms.act_form import ActForm
from complaints.models import Case
from complaints.workflow import Transition
from lucba.office.fields import VietnameseDateField
from lucba.office.office_form import only_when

CHANGE, VOID = "sua", "bo"
NUMBER = "so-van-ban"  # the number of the decision, among what may be corrected


class CorrectionForm(ActForm):
    """A correction of an event or of a day noted after the decision."""

    target = forms.ChoiceField(label="Ghi sai ở", widget=forms.RadioSelect)
    how = forms.ChoiceField(
        label="Đính chính",
        choices=[(CHANGE, "Sửa lại cho đúng"), (VOID, "Bỏ: việc này không xảy ra")],
        widget=forms.RadioSelect,
        initial=CHANGE,
    )
    happened_on = VietnameseDateField(label="Ngày đúng", required=False)
    detail = forms.CharField(
        label="Chi tiết đúng", max_length=500, required=False, help_text="Để trống thì giữ như đã ghi."
    )
    right_number = forms.CharField(
        label="Số văn bản đúng", max_length=100, required=False, help_text="Để trống thì giữ như đã ghi."
    )
    sent_on = VietnameseDateField(
        label="Ngày gửi đúng (khi sửa việc gửi: ngày nhận đúng)",
        required=False,
        help_text="Để trống thì giữ như đã ghi; việc gửi để trống là chưa nhận.",
    )
    reason = forms.CharField(label="Lý do đính chính", max_length=300)
    document_number = forms.CharField(label="Số văn bản đính chính", max_length=100, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        case: Case,
        row: Transition,
        targets: list[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(data, case=case, row=row, **options)
        target = self.fields["target"]
        if isinstance(target, forms.ChoiceField):
            target.choices = targets

    def clean(self) -> dict[str, Any]:
        """Ask for the right day when something is to be changed."""
        answers = super().clean() or {}
        blank = not answers.get("happened_on") and "happened_on" not in self.errors
        if answers.get("how") == CHANGE and blank and answers.get("target") != NUMBER:
            self.add_error("happened_on", "Hãy ghi ngày đúng; nếu chỉ sai mục khác thì ghi lại ngày cũ.")
        return answers

    def questions(self) -> Layout:
        """Return what was wrong first, then what is right."""
        right = ("happened_on", "detail", "right_number", "sent_on")
        return Layout("target", "how", only_when(f"how={CHANGE}", *right), "reason", "document_number")
