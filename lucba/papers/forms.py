"""The forms of the register: what narrows it, a paper drafted outside, a file, a sending, a signature."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from lucba.office.choices import StaffField, with_blank
from lucba.office.fields import VietnameseDateField
from lucba.office.filters import FilterForm
from lucba.office.models import Official, StaffTerm, Unit
from lucba.office.office_form import OfficeForm, long_text
from lucba.papers.models import PaperFile, PaperSending
from lucba.papers.queries import NO_SCAN, NOT_SENT, symbols_of

LEADERS = (StaffTerm.Role.CHAIRMAN, StaffTerm.Role.VICE_CHAIRMAN)
# Abbreviations of types of documents an office issues (Decree 30/2020, annex III); "" is a letter.
TYPES = {
    "": "Công văn",
    "QĐ": "Quyết định",
    "TB": "Thông báo",
    "BC": "Báo cáo",
    "KH": "Kế hoạch",
    "TTr": "Tờ trình",
    "GM": "Giấy mời",
    "PC": "Phiếu chuyển",
    "HD": "Hướng dẫn",
    "KL": "Kết luận",
    "CTr": "Chương trình",
    "GGT": "Giấy giới thiệu",
    "UQ": "Giấy ủy quyền",
}
FIRST_YEAR = 2020


class OutgoingFilter(FilterForm):
    """Words, symbol, year, days and what is missing in the register of outgoing documents."""

    parameters = {
        "q": "tim",
        "symbol": "ky-hieu",
        "year": "nam",
        "dated_from": "tu-ngay",
        "dated_to": "den-ngay",
        "missing": "con-thieu",
    }
    symbol = forms.ChoiceField(label="Ký hiệu", required=False)
    year = forms.TypedChoiceField(label="Năm", required=False, coerce=int, empty_value="")
    dated_from = VietnameseDateField(label="Từ ngày", required=False)
    dated_to = VietnameseDateField(label="Đến ngày", required=False)
    missing = forms.ChoiceField(
        label="Còn thiếu",
        required=False,
        choices=[("", "tất cả"), (NOT_SENT, "chưa ghi gửi"), (NO_SCAN, "chưa có bản ký")],
    )

    def __init__(self, data: Any, *, official: Official, today: date, **options: Any) -> None:
        super().__init__(data, **options)
        symbols = [(symbol, symbol) for symbol in symbols_of(official)]
        years = [(str(year), str(year)) for year in range(today.year, FIRST_YEAR - 1, -1)]
        self.fields["symbol"].choices = with_blank(symbols, "mọi loại")  # type: ignore[attr-defined]
        self.fields["year"].choices = with_blank(years, "mọi năm")  # type: ignore[attr-defined]


class OutsidePaperForm(OfficeForm):
    """A paper drafted outside the system that needs its number here."""

    submit_word = "Cấp số"

    type = forms.ChoiceField(label="Loại văn bản", choices=list(TYPES.items()), required=False)
    title = forms.CharField(label="Trích yếu", max_length=500)
    dated_on = VietnameseDateField(label="Ngày ký, ngày văn bản")
    signer = StaffField(label="Người ký")
    recipients = long_text("Nơi nhận", rows=3, required=False, help_text="Mỗi dòng một nơi.")
    copies = forms.IntegerField(label="Số lượng bản", min_value=1, max_value=9999, initial=1)
    used_up_to = forms.IntegerField(
        label="Số đã dùng trong sổ giấy",
        required=False,
        min_value=1,
        max_value=99_999,
        help_text="Chỉ ghi khi loại này trong năm chưa có số nào trên hệ thống: số tiếp theo lớn hơn số này.",
    )
    note = forms.CharField(label="Ghi chú", max_length=300, required=False)

    def __init__(self, data: Any = None, *, unit: Unit, today: date, **options: Any) -> None:
        super().__init__(data, today=today, **options)
        self.fields["signer"].offer(unit, on=today, roles=LEADERS)  # type: ignore[attr-defined]


class FileForm(OfficeForm):
    """A file kept with an issued paper."""

    submit_word = "Lưu tệp"

    kind = forms.ChoiceField(label="Loại tệp", choices=PaperFile.Kind.choices)
    file = forms.FileField(
        label="Tệp",
        help_text="PDF, DOCX, JPG, PNG; không quá 20 MB.",
        error_messages={"required": "Hãy chọn tệp.", "empty": "Tệp rỗng. Hãy chọn lại tệp."},
    )


class SendingForm(OfficeForm):
    """To whom an issued paper was sent, one addressee a line, and how."""

    submit_word = "Ghi đã gửi"

    addressees = long_text("Nơi nhận", rows=4, help_text="Mỗi dòng một nơi nhận của lần gửi này.")
    way = forms.ChoiceField(label="Cách gửi", choices=PaperSending.Way.choices)
    sent_on = VietnameseDateField(label="Ngày gửi")
    proof = forms.CharField(
        label="Chứng từ gửi", max_length=200, required=False, help_text="Số bưu gửi, biên nhận, mã gửi."
    )


class ArrivalForm(OfficeForm):
    """When an addressee received an issued paper."""

    submit_word = "Ghi ngày nhận"

    received_on = VietnameseDateField(label="Ngày nhận")
    proof = forms.CharField(label="Chứng từ", max_length=200, required=False)


class SignatureForm(OfficeForm):
    """The signer's certificate file and its passphrase: used once, kept nowhere."""

    submit_word = "Ký số"

    key_file = forms.FileField(
        label="Tệp chứng thư số",
        help_text="Tệp PKCS#12 (đuôi .p12, .pfx). Tệp và mật khẩu chỉ dùng cho lần ký này, không lưu lại.",
        error_messages={"required": "Hãy chọn tệp chứng thư số.", "empty": "Tệp rỗng. Hãy chọn lại tệp."},
    )
    passphrase = forms.CharField(
        label="Mật khẩu chứng thư",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
