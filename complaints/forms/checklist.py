"""The forms of the procedure checklist: the answer to one step, and the sign-off of them all."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Layout
from django import forms

from complaints.actions.checklist import RIGHT, WRONG
from complaints.checklist import Checklist, Line
from complaints.forms.act_form import ActForm
from complaints.models import ChecklistItem
from complaints.workflow import DETAIL_LABELS
from lucba.office.fields import VietnameseDateField
from lucba.office.office_form import OfficeForm, only_when

Answer = ChecklistItem.Answer


class StepForm(OfficeForm):
    """How one step was done; what the books show stands beside it."""

    submit_word = "Ghi kết quả kiểm tra"

    answer = forms.ChoiceField(label="Kết quả", choices=Answer.choices, widget=forms.RadioSelect)
    done_on = VietnameseDateField(label="Ngày đã làm", required=False)
    document_number = forms.CharField(label="Số văn bản", max_length=100, required=False)
    note = forms.CharField(
        label="Ghi chú",
        max_length=500,
        required=False,
        help_text="Không phải làm thì ghi vì sao. Không ghi tên người tố cáo.",
    )

    def __init__(self, data: Any = None, *, line: Line, **options: Any) -> None:
        super().__init__(data, **options)
        answer = self.fields["answer"]
        if isinstance(answer, forms.ChoiceField) and not line.step.waivable:
            answer.choices = [each for each in Answer.choices if each[0] != Answer.NOT_NEEDED]

    def layout(self) -> Layout:
        """Return the answer, then day and paper while it says that the step was done."""
        done = only_when(f"answer={Answer.DONE}", "done_on", "document_number")
        return Layout("answer", done, "note")


class SignOffForm(ActForm):
    """The sign-off: right only when no step is left."""

    detail = forms.ChoiceField(
        label="Kết quả kiểm tra",
        choices=[(code, DETAIL_LABELS[code]) for code in (RIGHT, WRONG)],
        widget=forms.RadioSelect,
    )
    happened_on = VietnameseDateField(label="Ngày ký")
    document_number = forms.CharField(label="Số văn bản", max_length=100, required=False)

    def __init__(self, data: Any = None, *, checklist: Checklist, **options: Any) -> None:
        super().__init__(data, **options)
        detail = self.fields["detail"]
        if not checklist.is_right:
            words = "bước chưa đúng hoặc chưa rõ: chưa thể ký “đúng trình tự, thủ tục”."
            detail.help_text = f"Còn {len(checklist.left)} {words}"
