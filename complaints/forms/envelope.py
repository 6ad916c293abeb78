"""Forms of the envelope beside handling: a petition taken back by its author, and one split in parts."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from complaints.envelope import Part
from lucba.office.choices import with_blank
from lucba.office.fields import VietnameseDateField
from lucba.office.office_form import OfficeForm, long_text
from reception.models import ContentKind, Petition

MOST_PARTS = 4


class WithdrawForm(OfficeForm):
    """When the author took the petition back, and by which paper."""

    submit_word = "Ghi rút đơn"
    refused_at = {"processed_on": "withdrawn_on"}

    withdrawn_on = VietnameseDateField(
        label="Ngày rút đơn",
        help_text="Tố cáo có dấu hiệu vi phạm pháp luật, hoặc rút vì bị đe dọa, mua chuộc thì không ghi rút, "
        "vẫn xử lý (Luật Tố cáo, Điều 33).",
    )
    document = forms.CharField(
        label="Đơn rút hoặc biên bản",
        max_length=100,
        required=False,
        help_text="Đơn rút có chữ ký hoặc điểm chỉ, hoặc biên bản ghi việc rút. Ví dụ: 12/BB-UBND.",
    )


class SplitForm(OfficeForm):
    """The matters of a mixed petition, two at least."""

    submit_word = "Tách đơn"
    refused_at = {"processed_on": "split_on", "received_on": "split_on"}

    split_on = VietnameseDateField(label="Ngày hướng dẫn tách")
    document = forms.CharField(label="Số văn bản hướng dẫn tách đơn", max_length=100, required=False)
    same_receipt = forms.BooleanField(label="Công dân đồng ý tách ngay từ đơn này", required=False)

    def __init__(self, data: Any = None, *, petition: Petition, **options: Any) -> None:
        super().__init__(data, **options)
        kept = f"Các đơn tách ra giữ ngày nhận {petition.received_on:%d/%m/%Y}"
        self.fields["same_receipt"].help_text = f"{kept}; nếu không, tính là nhận ngày tách."
        kinds = with_blank(ContentKind.choices)
        for number in range(1, MOST_PARTS + 1):
            kind = forms.ChoiceField(label="Loại đơn", choices=kinds, required=False)
            summary = long_text("Nội dung", rows=3, required=False)
            for name, field in (("kind", kind), ("summary", summary)):
                self.fields[f"{name}_{number}"] = field
                self._in_words(field)

    def clean(self) -> dict[str, Any]:
        """Ask for the kind of each part that has a content."""
        answers: dict[str, Any] = super().clean() or {}
        for number in range(1, MOST_PARTS + 1):
            if answers.get(f"summary_{number}") and not answers.get(f"kind_{number}"):
                self.add_error(f"kind_{number}", "Hãy chọn loại đơn của phần này.")
        return answers

    def answers(self) -> dict[str, Any]:
        """Return what the action takes."""
        given = self.cleaned_data
        numbers = [n for n in range(1, MOST_PARTS + 1) if given[f"kind_{n}"] or given[f"summary_{n}"]]
        parts = [Part(given[f"kind_{number}"], given[f"summary_{number}"]) for number in numbers]
        common = {name: given[name] for name in ("split_on", "document", "same_receipt")}
        return {**common, "parts": parts}

    def layout(self) -> Layout:
        """Return the day and the paper, then the parts."""
        parts = (
            Fieldset(f"Nội dung {number}", f"kind_{number}", f"summary_{number}")
            for number in range(1, MOST_PARTS + 1)
        )
        return Layout("split_on", "document", "same_receipt", *parts)
