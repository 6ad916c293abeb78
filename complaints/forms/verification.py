"""The form of a note of verification."""

from __future__ import annotations

from typing import Any

from django import forms

from complaints.models import Case, VerificationNote
from lucba.office.fields import VietnameseDateField
from lucba.office.office_form import OfficeForm, long_text
from reception.models import ContentKind


class NoteForm(OfficeForm):
    """A note: what was done on which day; a denunciation reminds of secrecy."""

    submit_word = "Ghi vào hồ sơ xác minh"
    draft = "xac-minh"

    kind = forms.ChoiceField(
        label="Việc đã làm", choices=VerificationNote.Kind.choices, widget=forms.RadioSelect
    )
    happened_on = VietnameseDateField(label="Ngày")
    text = long_text("Nội dung", rows=8, help_text="Làm việc với ai, ở đâu, nói gì, thấy gì, tài liệu nào.")

    def __init__(self, data: Any = None, *, case: Case, **options: Any) -> None:
        super().__init__(data, **options)
        if case.kind == ContentKind.DENUNCIATION:
            self.fields[
                "text"
            ].help_text = (
                "Không ghi họ tên, địa chỉ, bút tích hay điều gì làm lộ người tố cáo (Luật Tố cáo, Điều 8)."
            )
