"""Forms of the petition at the counter: registering it, correcting its kind, and the replies around it."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import Layout
from django import forms

from lucba.office.choices import CodeField, HamletField, with_blank
from lucba.office.fields import CountField, VietnameseDateField
from lucba.office.models import Official
from lucba.office.office_form import OfficeForm, long_text, only_when
from reception.models import ContentKind, Petition, Visit

Source, SignerKind = Petition.Source, Petition.SignerKind


class PetitionForm(OfficeForm):
    """A petition as it is written into the book; codes are looked up in the books of `official`."""

    submit_word = "Vào sổ đơn"
    draft = "don"

    signer_kind = forms.ChoiceField(
        label="Loại người đứng đơn",
        choices=SignerKind.choices,
        initial=SignerKind.ONE,
        widget=forms.RadioSelect,
    )
    signer_name = forms.CharField(
        label="Người đứng đơn",
        max_length=150,
        required=False,
        help_text="Họ tên người thứ nhất. Nếu là tố cáo, họ tên được cất riêng, không hiện ở sổ.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True, "data-earlier": "ten"}),
    )
    signers = CountField(label="Số người đứng đơn", min_value=1, max_value=99_999, initial=1)
    hamlet = HamletField()
    kind = forms.ChoiceField(label="Loại đơn", choices=ContentKind.choices, widget=forms.RadioSelect)
    summary = long_text(
        "Nội dung đơn", help_text="Tóm tắt một vài câu. Ví dụ: Khiếu nại việc thu hồi đất vườn."
    )
    received_on = VietnameseDateField(
        label="Ngày nhận", help_text="Ngày đơn đến UBND xã: các thời hạn tính từ ngày sau ngày này."
    )
    source = forms.ChoiceField(label="Nguồn đơn", choices=with_blank(Source.choices))
    visit = CodeField(Visit, label="Mã lượt tiếp", help_text="Ví dụ: L2026-00012.")
    forwarder_kind = forms.ChoiceField(
        label="Loại cơ quan chuyển", choices=with_blank(Petition.ForwarderKind.choices), required=False
    )
    forwarder = forms.CharField(label="Cơ quan chuyển đến", max_length=200, required=False)
    forwarder_letter = forms.CharField(
        label="Số văn bản chuyển đơn",
        max_length=100,
        required=False,
        help_text="Ví dụ: 12/PC-BTCD. Kết quả xử lý được báo lại theo văn bản này.",
    )
    urgent = forms.BooleanField(
        label="Đơn khẩn",
        required=False,
        help_text="Phức tạp, gay gắt, đông người, thiệt hại đang xảy ra: báo ngay lãnh đạo, xử lý trước.",
    )
    duplicate_of = CodeField(
        Petition, label="Trùng với đơn", help_text="Mã đơn đã nhận trước, nếu đơn này là bản trùng."
    )
    split_from = CodeField(
        Petition, label="Tách từ đơn", help_text="Mã đơn có nhiều nội dung mà đơn này tách ra."
    )

    def __init__(self, data: Any = None, *, official: Official, today: date, **options: Any) -> None:
        super().__init__(data, today=today, **options)
        for field in self.fields.values():
            if isinstance(field, CodeField):
                field.look_in(official)
            elif isinstance(field, HamletField):
                field.offer(official.unit, on=today)

    def clean(self) -> dict[str, Any]:
        """Leave out what does not belong to the source chosen."""
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("source") != Source.FORWARDED:
            answers |= {"forwarder_kind": "", "forwarder": "", "forwarder_letter": ""}
        if answers.get("source") != Source.RECEPTION:
            answers["visit"] = None
        if answers.get("signer_kind") == SignerKind.ONE:
            answers["signers"] = 1
        return answers

    def layout(self) -> Layout:
        """Return who writes, about what, then how it came."""
        several, named = SignerKind.SEVERAL.value, f"{SignerKind.ONE.value}|{SignerKind.SEVERAL.value}"
        return Layout(
            InlineRadios("signer_kind"),
            only_when(f"signer_kind={named}", "signer_name"),
            only_when(f"signer_kind={several}", "signers"),
            "hamlet",
            InlineRadios("kind"),
            "summary",
            "received_on",
            "source",
            only_when(f"source={Source.RECEPTION.value}", "visit"),
            only_when(f"source={Source.FORWARDED.value}", "forwarder_kind", "forwarder", "forwarder_letter"),
            "urgent",
            "duplicate_of",
            "split_from",
        )


class KindForm(OfficeForm):
    """The corrected kind of a petition not handled yet."""

    submit_word = "Phân loại lại"

    kind = forms.ChoiceField(label="Loại đơn", choices=ContentKind.choices, widget=forms.RadioSelect)


class ForwarderToldForm(OfficeForm):
    """When the body that forwarded the petition was told the result."""

    submit_word = "Ghi đã báo"

    forwarder_told_on = VietnameseDateField(label="Ngày báo kết quả")


class BodyReplyForm(OfficeForm):
    """A reply received from the body the petition was forwarded to or urged at."""

    submit_word = "Ghi phúc đáp"

    received_on = VietnameseDateField(label="Ngày nhận văn bản")
    document_number = forms.CharField(label="Số văn bản", max_length=100, help_text="Ví dụ: 45/UBND-TD.")
    body = forms.CharField(label="Cơ quan phúc đáp", max_length=200, required=False)


class ReasonForm(OfficeForm):
    """Why somebody must know who denounces."""

    submit_word = "Xem danh tính"

    reason = forms.CharField(
        label="Lý do cần biết",
        max_length=400,
        help_text="Ví dụ: làm việc với người tố cáo để xác minh nội dung.",
    )
