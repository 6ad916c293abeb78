"""The forms of a paper on its way: its text, the word it is sent back with, its number, day and signer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from complaints.models import CasePaper
from complaints.papers.as_document import TEXTS
from lucba.office.choices import StaffField, with_blank
from lucba.office.fields import VietnameseDateField
from lucba.office.models import StaffTerm, Unit
from lucba.office.office_form import OfficeForm
from lucba.papers.official_form import OfficialForm, Text

LONGEST = 60_000  # characters of the body: about twenty-five pages
LEADERS = (StaffTerm.Role.CHAIRMAN, StaffTerm.Role.VICE_CHAIRMAN)
MARKS = (
    "Mỗi dòng là một đoạn. Đầu dòng: “# ” mục lớn, “## ” mục, “Điều 1.” điều, “- ” gạch đầu dòng, "
    "“> ” dòng đậm ở giữa, “| a | b |” dòng của bảng, “---” sang trang. Chữ trong ngoặc vuông, như "
    "[lý do], là chỗ trống cần điền."
)


def _lines(label: str, *, rows: int, longest: int = 4_000, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=longest, required=False, widget=widget, help_text=help_text
    )


class PaperTextForm(OfficeForm):
    """The text of a draft, part by part, as its form has them."""

    submit_word = "Lưu dự thảo"
    draft = "van-ban"

    title = _lines("Trích yếu", rows=2, longest=500)
    addressees = _lines("Kính gửi", rows=2, help_text="Mỗi dòng một nơi.")
    grounds = _lines("Căn cứ", rows=4, help_text="Mỗi dòng một căn cứ.")
    body = _lines("Nội dung", rows=22, longest=LONGEST, help_text=MARKS)
    recipients = _lines("Nơi nhận", rows=4, help_text="Mỗi dòng một nơi; dòng cuối là nơi lưu.")
    urgency = forms.ChoiceField(
        label="Độ khẩn", required=False, choices=with_blank(CasePaper.Urgency.choices, "không")
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, paper: CasePaper, form: OfficialForm, today: date) -> None:
        initial = {name: getattr(paper, name) for name in (*TEXTS, "urgency")} | {"seen": paper.changes}
        super().__init__(data, today=today, initial=initial)
        for name in self._absent(paper, form):
            del self.fields[name]

    @staticmethod
    def _absent(paper: CasePaper, form: OfficialForm) -> list[str]:
        """Return the parts this form does not have."""
        absent = [] if form.is_signed_by_head else ["recipients", "urgency"]
        absent += [] if form.addressees or paper.addressees else ["addressees"]
        return absent + ([] if form.grounds or paper.grounds else ["grounds"])

    def text(self) -> Text:
        """Return the text as typed; a part this form does not have is empty."""
        return Text(*(self.cleaned_data.get(name, "").strip() for name in TEXTS))


class IssueForm(OfficeForm):
    """The day on the paper, and who signs it when the head does."""

    submit_word = "Cấp số, ban hành"

    dated_on = VietnameseDateField(label="Ngày ký, ngày văn bản")
    signer = StaffField(label="Người ký")

    def __init__(
        self, data: Any = None, *, form: OfficialForm, unit: Unit, today: date, **options: Any
    ) -> None:
        super().__init__(data, today=today, **options)
        if not form.is_numbered:
            self.submit_word = "Ghi đã ký"
        if form.is_signed_by_head:
            self.fields["signer"].offer(unit, on=today, roles=LEADERS)  # type: ignore[attr-defined]
        else:
            del self.fields["signer"]


class WordForm(OfficeForm):
    """Why a draft is sent back."""

    submit_word = "Trả lại"
    word = forms.CharField(label="Điều cần sửa", max_length=500)
