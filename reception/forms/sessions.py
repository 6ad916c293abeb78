"""Forms of the reception calendar: a new session, calling one off."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import Layout
from django import forms

from lucba.office.fields import VietnameseDateField
from lucba.office.models import Unit
from lucba.office.office_form import OfficeForm, only_when
from reception.forms.choices import StaffField, with_blank
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


class SessionForm(OfficeForm):
    """A new session; the staff offered are those in post on its day."""

    submit_word = "Ghi buổi tiếp"

    held_on = VietnameseDateField(label="Ngày tiếp")
    kind = kind_field()
    host_role = host_role_field()
    host = StaffField(label="Người tiếp")
    delegation_document = delegation_field()
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
            "announced_on",
        )


class CallOffForm(OfficeForm):
    """Why a session is not held, and its new day."""

    submit_word = "Ghi không tổ chức"

    reason = forms.CharField(
        label="Lý do không tổ chức", max_length=500, help_text="Ví dụ: Chủ tịch dự họp đột xuất ở huyện."
    )
    moved_to = VietnameseDateField(
        label="Dời sang ngày", required=False, help_text="Để trống nếu chưa có ngày mới."
    )
