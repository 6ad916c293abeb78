"""The upload of a register workbook."""

from __future__ import annotations

import zipfile
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from lucba.office.office_form import OfficeForm
from lucba.register.package import LARGEST_FILE, NOT_A_WORKBOOK, TOO_LARGE

NO_FILE = "Hãy chọn tệp sổ theo dõi."


class RegisterUploadForm(OfficeForm):
    """Choose the workbook to bring in."""

    submit_word = "Kiểm tra và nhập sổ"

    workbook = forms.FileField(
        label="Tệp sổ theo dõi (.xlsx)",
        help_text="Theo đúng mẫu sổ theo dõi. Sổ có chỗ sai thì chưa ghi gì; các chỗ sai được liệt kê.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        error_messages={"empty": NOT_A_WORKBOOK, "invalid": NO_FILE},
    )

    def _in_words(self, field: forms.Field) -> None:
        super()._in_words(field)
        field.error_messages["required"] = NO_FILE

    def clean_workbook(self) -> Any:
        """Refuse at once what cannot be a workbook; the job looks at the rest."""
        upload: UploadedFile[bytes] = self.cleaned_data["workbook"]
        if (upload.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(TOO_LARGE)
        if not zipfile.is_zipfile(upload):
            raise forms.ValidationError(NOT_A_WORKBOOK)
        upload.seek(0)
        return upload
