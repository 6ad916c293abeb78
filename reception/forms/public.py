"""The form of what the public reads: place, hours, contact, house rules, process."""

from __future__ import annotations

from django import forms

from lucba.office.fields import VietnameseDateField
from lucba.office.office_form import OfficeForm, long_text


class PlaceForm(OfficeForm):
    """What is posted from a day on; offered filled with what is posted now."""

    submit_word = "Niêm yết"
    draft = "noi-tiep"

    in_force_from = VietnameseDateField(
        label="Áp dụng từ ngày", help_text="Nội dung đang niêm yết giữ nguyên đến hết ngày trước đó."
    )
    place = forms.CharField(
        label="Địa điểm tiếp công dân",
        max_length=200,
        help_text="Ví dụ: Phòng tiếp công dân, tầng 1, trụ sở UBND xã, xóm Đồng Cẩm.",
    )
    hours = forms.CharField(
        label="Giờ tiếp", max_length=200, help_text="Ví dụ: 7 giờ 30 – 11 giờ 30, 13 giờ 30 – 17 giờ."
    )
    contact = forms.CharField(label="Điện thoại, thư điện tử", max_length=200, required=False)
    rules = long_text(
        "Nội quy tiếp công dân", rows=10, help_text="Mỗi dòng một điều, không cần đánh số. Chủ tịch ban hành."
    )
    process = long_text("Quy trình tiếp công dân", rows=8, help_text="Mỗi dòng một bước, không cần đánh số.")
