"""The forms of the protection of a denouncer: request, its paper, decision, end. None asks for a name."""

from __future__ import annotations

from crispy_forms.layout import Layout
from django import forms

from complaints.actions.protection import END_GROUNDS
from complaints.models import Protection
from lucba.office.fields import VietnameseDateField
from lucba.office.office_form import OfficeForm, long_text, only_when

NOBODY_NAMED = "Không ghi họ tên, địa chỉ của người được bảo vệ."


class RequestForm(OfficeForm):
    """A request for protection, in writing or, when urgent, by word of mouth."""

    submit_word = "Ghi yêu cầu bảo vệ"

    whom = forms.ChoiceField(
        label="Người được bảo vệ", choices=Protection.Whom.choices, widget=forms.RadioSelect
    )
    subject = forms.ChoiceField(
        label="Nội dung bảo vệ",
        choices=Protection.Subject.choices,
        widget=forms.RadioSelect,
        help_text="Bí mật thông tin được giữ với mọi người tố cáo, không cần yêu cầu (Luật Tố cáo, Điều 8).",
    )
    requested_on = VietnameseDateField(label="Ngày yêu cầu")
    urgent = forms.TypedChoiceField(
        label="Cách yêu cầu",
        choices=[
            ("khong", "bằng văn bản"),
            ("co", "khẩn cấp: trực tiếp hoặc qua điện thoại, gửi văn bản sau (Luật Tố cáo, Điều 50)"),
        ],
        coerce=lambda value: value == "co",
        initial="khong",
        widget=forms.RadioSelect,
    )
    written_on = VietnameseDateField(
        label="Ngày có văn bản yêu cầu", required=False, help_text="Để trống nếu văn bản chưa đến."
    )
    reason = long_text("Căn cứ yêu cầu", help_text=NOBODY_NAMED)

    def layout(self) -> Layout:
        """Return the questions; the day of the paper is asked for an urgent request only."""
        later = only_when("urgent=co", "written_on")
        return Layout("whom", "subject", "requested_on", "urgent", later, "reason")


class WrittenForm(OfficeForm):
    """The paper an urgent request still owed."""

    submit_word = "Ghi ngày có văn bản"

    written_on = VietnameseDateField(label="Ngày có văn bản yêu cầu")


class ProtectionDecisionForm(OfficeForm):
    """Measures, or a refusal with its reason."""

    submit_word = "Ghi quyết định"

    apply = forms.TypedChoiceField(
        label="Quyết định",
        choices=[("co", "áp dụng biện pháp bảo vệ"), ("khong", "từ chối, nêu rõ lý do")],
        coerce=lambda value: value == "co",
        widget=forms.RadioSelect,
    )
    measures = forms.CharField(
        label="Biện pháp áp dụng, hoặc lý do từ chối",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=NOBODY_NAMED,
    )
    decided_on = VietnameseDateField(label="Ngày quyết định")
    document_number = forms.CharField(label="Số quyết định, văn bản", max_length=100)


class EndForm(OfficeForm):
    """Why and when the measures end."""

    submit_word = "Ghi chấm dứt"

    ground = forms.ChoiceField(
        label="Căn cứ chấm dứt",
        choices=list(END_GROUNDS.items()),
        widget=forms.RadioSelect,
        help_text="Luật Tố cáo, khoản 2 Điều 54.",
    )
    end_reason = forms.CharField(label="Nói rõ thêm", max_length=300, required=False, help_text=NOBODY_NAMED)
    ended_on = VietnameseDateField(label="Ngày chấm dứt")
    end_document = forms.CharField(label="Số văn bản chấm dứt", max_length=100)
