"""Forms of one session: a new one, calling it off, delegating it, its conclusion, preparing it online."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import Layout
from django import forms

from lucba.office.choices import StaffField, with_blank
from lucba.office.fields import VietnameseDateField
from lucba.office.models import StaffTerm, Unit
from lucba.office.office_form import OfficeForm, long_text, only_when
from reception.models import ReceptionSession

Kind, HostRole = ReceptionSession.Kind, ReceptionSession.HostRole


def kind_field() -> forms.ChoiceField:
    """Return the question how citizens are received."""
    return forms.ChoiceField(label="Hình thức tiếp", choices=with_blank(Kind.choices))


def host_role_field() -> forms.ChoiceField:
    """Return the question in which role the host receives."""
    return forms.ChoiceField(label="Ai tiếp", choices=HostRole.choices, widget=forms.RadioSelect)


def delegation_field() -> forms.CharField:
    """Return the question for the delegation paper, asked only of delegated sessions."""
    return forms.CharField(
        label="Văn bản ủy quyền",
        max_length=100,
        required=False,
        help_text="Chỉ khi ủy quyền. Ví dụ: 12/GUQ-UBND.",
    )


DELEGATED = f"host_role={HostRole.DELEGATE.value}"
EXTRAORDINARY = f"kind={Kind.EXTRAORDINARY.value}"
TIME_FORMATS = ("%H:%M", "%Hh%M", "%Hh", "%H giờ %M", "%H giờ", "%H.%M")


def time_field(label: str, *, help_text: str = "") -> forms.TimeField:
    """Return a field for an hour as people write it: 7:30, 7h30, 7 giờ 30."""
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=TIME_FORMATS,
        widget=forms.TimeInput(attrs={"class": "date-input", "autocomplete": "off"}, format="%H:%M"),
        help_text=help_text,
        error_messages={"invalid": "Hãy gõ giờ như 7:30 hoặc 7h30."},
    )


def ground_field() -> forms.ChoiceField:
    """Return the question for the ground of an extraordinary session (LTCD 18(3))."""
    return forms.ChoiceField(
        label="Căn cứ tiếp đột xuất",
        choices=ReceptionSession.Ground,
        widget=forms.RadioSelect,
        required=False,
    )


class SessionForm(OfficeForm):
    """A new session; the staff offered are those in post on its day."""

    submit_word = "Ghi buổi tiếp"
    draft = "buoi-tiep"

    held_on = VietnameseDateField(label="Ngày tiếp")
    kind = kind_field()
    host_role = host_role_field()
    host = StaffField(label="Người tiếp")
    delegation_document = delegation_field()
    ground = ground_field()
    starts_at = time_field("Từ giờ", help_text="Để trống nếu theo giờ thường lệ. Ví dụ: 7:30.")
    ends_at = time_field("Đến giờ")
    place = forms.CharField(
        label="Địa điểm", max_length=200, required=False, help_text="Để trống nếu ở nơi tiếp thường lệ."
    )
    agenda = forms.CharField(
        label="Nội dung dự kiến",
        max_length=500,
        required=False,
        help_text="Được niêm yết công khai: không ghi tên công dân. Tiếp vào ngày nghỉ thì ghi lý do ở đây.",
    )
    online = forms.BooleanField(
        label="Tiếp trực tuyến",
        required=False,
        help_text="Từ ngày 01/07/2026, theo Nghị định 154/2026/NĐ-CP.",
    )
    announced_on = VietnameseDateField(
        label="Ngày công bố lịch",
        required=False,
        help_text="Để trống nếu chưa công bố. Lịch phải niêm yết chậm nhất 05 ngày làm việc trước ngày tiếp.",
    )

    def __init__(self, data: Any = None, *, unit: Unit, **options: Any) -> None:
        super().__init__(data, **options)
        host = self.fields["host"]
        if isinstance(host, StaffField):
            host.offer(unit, on=self._day_meant())

    def _day_meant(self) -> date:
        """Return the day typed, else the day offered, else today: who is in post depends on it."""
        try:
            typed = self.fields["held_on"].clean(self.data.get("held_on", ""))
        except forms.ValidationError:
            typed = self.initial.get("held_on")
        return typed or self.today

    def layout(self) -> Layout:
        """Return the questions in the order the clerk asks them."""
        return Layout(
            "held_on",
            "kind",
            InlineRadios("host_role"),
            "host",
            only_when(DELEGATED, "delegation_document"),
            only_when(EXTRAORDINARY, "ground"),
            "starts_at",
            "ends_at",
            "place",
            "agenda",
            "online",
            "announced_on",
        )


class CallOffForm(OfficeForm):
    """Why a session is not held, and its new day."""

    submit_word = "Ghi không tổ chức"
    draft = "khong-to-chuc"

    reason = forms.CharField(
        label="Lý do không tổ chức", max_length=500, help_text="Ví dụ: Chủ tịch dự họp đột xuất ở huyện."
    )
    moved_to = VietnameseDateField(
        label="Dời sang ngày", required=False, help_text="Để trống nếu chưa có ngày mới."
    )


class DelegationForm(OfficeForm):
    """Which deputy receives in the chairman's place, and by which paper."""

    submit_word = "Ghi ủy quyền"

    host = StaffField(label="Người được ủy quyền")
    delegation_document = forms.CharField(
        label="Văn bản ủy quyền", max_length=100, help_text="Ví dụ: 12/GUQ-UBND."
    )

    def __init__(self, data: Any = None, *, session: ReceptionSession, **options: Any) -> None:
        super().__init__(data, **options)
        host = self.fields["host"]
        if isinstance(host, StaffField):
            host.offer(session.unit, on=session.held_on, roles=[StaffTerm.Role.VICE_CHAIRMAN])


class ConclusionForm(OfficeForm):
    """What the head concluded at the end of his session."""

    submit_word = "Ghi kết luận"
    draft = "ket-luan"

    conclusion = long_text(
        "Kết luận của người tiếp",
        rows=8,
        help_text="Việc gì giao cho ai, thời hạn nào. Không ghi tên người tố cáo.",
    )


class CloseForm(OfficeForm):
    """The conclusion that may be written while the session is closed; the session's page asks for it."""

    submit_word = "Kết thúc buổi tiếp"
    draft = "ket-thuc"

    conclusion = long_text(
        "Kết luận của người tiếp",
        rows=8,
        required=False,
        help_text="Có thể để trống và ghi sau. Không ghi tên người tố cáo.",
    )


class OnlineForm(OfficeForm):
    """When the online session was announced to those concerned, and when the link was tested."""

    submit_word = "Ghi chuẩn bị"

    notice_sent_on = VietnameseDateField(label="Ngày gửi thông báo cho công dân, các cơ quan", required=False)
    tested_on = VietnameseDateField(label="Ngày kiểm tra kết nối", required=False)
