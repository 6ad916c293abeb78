"""The forms of the reports: what is typed is checked here, what is done with it is an action's business."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from django import forms
from django.utils.html import format_html

from lucba.office.fields import VietnameseDateField
from lucba.office.office_form import OfficeForm
from reports.actions.inspection import LONGEST_REASON
from reports.narrative.outline import ABOUT

LONGEST_PARAGRAPH = 4000


class SectionForm(OfficeForm):
    """One box for each paragraph of a section of the narrative."""

    submit_word = "Ghi lời văn"

    def __init__(self, data: Any = None, *, today: date, paragraphs: list[dict[str, Any]]) -> None:
        super().__init__(data, today=today)
        for paragraph in paragraphs:
            self.fields[paragraph["key"]] = _paragraph_field(paragraph)


def _paragraph_field(paragraph: dict[str, Any]) -> forms.CharField:
    return forms.CharField(
        label=ABOUT[paragraph["key"]],
        initial=paragraph["text"],
        required=False,
        max_length=LONGEST_PARAGRAPH,
        help_text=_generated(paragraph),
        widget=forms.Textarea(attrs={"rows": min(8, 2 + len(paragraph["text"]) // 90)}),
    )


def _generated(paragraph: dict[str, Any]) -> str:
    """Return the sentence the figures give, where the clerk's words stand in its place."""
    if not paragraph["edited"]:
        return "" if paragraph["generated"] else "Phần này do đơn vị tự viết; để trống thì không in."
    changed = "Số liệu đã thay đổi sau khi sửa. " if paragraph["outdated"] else ""
    return format_html("{}Câu theo số liệu: {}", changed, paragraph["generated"] or "(không có)")


class SignForm(OfficeForm):
    """The day and the number of the signature."""

    submit_word = "Ký báo cáo"
    signed_on = VietnameseDateField(
        label="Ngày ký", help_text="Không trước ngày cuối kỳ báo cáo, không sau hôm nay."
    )
    number = forms.IntegerField(
        label="Số văn bản",
        min_value=1,
        max_value=99_999,
        help_text="Số tiếp theo của dãy báo cáo; ghi số lớn hơn khi có số đã dùng ngoài hệ thống.",
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "class": "number-input", "autocomplete": "off"}
        ),
    )


class ReturnForm(OfficeForm):
    """Why a report is returned."""

    submit_word = "Trả lại báo cáo"
    reason = forms.CharField(
        label="Lý do trả lại",
        max_length=LONGEST_REASON,
        help_text="Ví dụ: Biểu 02/XLD thiếu đơn do Ban Tiếp công dân huyện chuyển ngày 05/02.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None, *, today: date, action: str = "") -> None:
        super().__init__(data, today=today)
        self.action = action

    def buttons(self) -> list[StrictButton]:
        """Return the button; receiving is the usual way, so it is not the main one."""
        return [StrictButton(self.submit_word, type="submit", css_class="btn-secondary")]

    @property
    def helper(self) -> FormHelper:
        """Post to the view that returns the report, whichever page shows the form."""
        helper = super().helper
        helper.form_action = self.action
        return helper
