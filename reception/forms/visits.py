"""Forms of the visit: logging it, with its session when none is open, and the reply given to the citizen."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.bootstrap import InlineRadios, StrictButton
from crispy_forms.layout import Fieldset, Layout
from django import forms

from lucba.law.groups import GROUP_FROM
from lucba.office.fields import VietnameseDateField
from lucba.office.models import Unit
from lucba.office.office_form import OfficeForm, long_text, only_when
from reception.forms.choices import HamletField, RowField, StaffField, with_blank
from reception.forms.sessions import DELEGATED, delegation_field, host_role_field, kind_field
from reception.models import ContentKind, ReceptionSession, ReplyOutcome, Visit

SESSION_QUESTIONS = ("kind", "host_role", "host", "delegation_document")


class SessionField(RowField):
    """One of the sessions open today."""

    def label_from_instance(self, obj: Any) -> str:
        """Return kind, day and host of the session."""
        return (
            f"{obj.get_kind_display().capitalize()}, {obj.held_on:%d/%m/%Y} – {obj.get_host_role_display()}"
        )


class VisitForm(OfficeForm):
    """A visit of one of `sessions`; with none of them, the questions that open today's session come first."""

    submit_word = "Ghi lượt tiếp"

    session = SessionField(ReceptionSession.objects.none(), label="Buổi tiếp", empty_label=None)
    kind = kind_field()
    host_role = host_role_field()
    host = StaffField(label="Người tiếp")
    delegation_document = delegation_field()
    visitor_name = forms.CharField(
        label="Họ tên người đến",
        max_length=150,
        help_text="Người đến hoặc người đại diện. Nếu là tố cáo, họ tên được cất riêng, không hiện ở sổ.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True, "data-earlier": "ten"}),
    )
    hamlet = HamletField()
    persons = forms.IntegerField(label="Số người đến", min_value=1, max_value=9999, initial=1)
    representatives = forms.IntegerField(
        label="Số người đại diện",
        min_value=0,
        max_value=9999,
        required=False,
        help_text="Đoàn từ 05 đến 10 người cử 1–2 người; trên 10 người cử không quá 05 người.",
    )
    content_kind = forms.ChoiceField(
        label="Loại nội dung", choices=ContentKind.choices, widget=forms.RadioSelect
    )
    summary = long_text("Nội dung trình bày")
    turn = forms.ChoiceField(
        label="Tiếp lần",
        choices=with_blank(Visit.Turn.choices, "— theo sổ —"),
        required=False,
        help_text="Để “theo sổ” thì hệ thống tự tính từ các lượt trước.",
    )
    result = forms.ChoiceField(label="Kết quả tiếp", choices=Visit.Result.choices, widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, unit: Unit, sessions: Any, today: date, **options: Any) -> None:
        super().__init__(data, today=today, **options)
        self.sessions = list(sessions)
        self.opens_session = not self.sessions
        self._ask_for_session(unit, sessions)
        hamlet = self.fields["hamlet"]
        if isinstance(hamlet, HamletField):
            hamlet.offer(unit, on=today)

    def _ask_for_session(self, unit: Unit, sessions: Any) -> None:
        """Keep either the choice of a session or the questions that open one."""
        for name in ("session",) if self.opens_session else SESSION_QUESTIONS:
            del self.fields[name]
        if self.opens_session:
            host = self.fields["host"]
            if isinstance(host, StaffField):
                host.offer(unit, on=self.today)
        else:
            session = self.fields["session"]
            if isinstance(session, SessionField):
                session.queryset = sessions

    def clean_representatives(self) -> int:
        """Return 0 for an empty box."""
        return self.cleaned_data["representatives"] or 0

    def session_answers(self) -> dict[str, Any]:
        """Return the answers that open today's session."""
        return {name: self.cleaned_data[name] for name in SESSION_QUESTIONS}

    def visit_answers(self) -> dict[str, Any]:
        """Return the answers about the visit itself."""
        apart = ("session", *SESSION_QUESTIONS)
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}

    def layout(self) -> Layout:
        """Return the session first, then the visit in the order of the conversation."""
        group = f"persons>={GROUP_FROM}"
        return Layout(
            self._session_layout(),
            "visitor_name",
            "hamlet",
            "persons",
            only_when(group, "representatives"),
            InlineRadios("content_kind"),
            "summary",
            "result",
            "turn",
        )

    def _session_layout(self) -> Any:
        if not self.opens_session:
            return "session"
        legend = f"Chưa mở buổi tiếp nào hôm nay, {self.today:%d/%m/%Y}: mở cùng lượt này"
        questions = ("kind", InlineRadios("host_role"), "host", only_when(DELEGATED, "delegation_document"))
        return Fieldset(legend, *questions, css_class="form-part")

    def buttons(self) -> list[StrictButton]:
        """Return "save", and "save and take the next citizen"."""
        again = StrictButton(
            "Ghi và tiếp người sau", type="submit", name="again", value="1", css_class="btn-secondary"
        )
        return [*super().buttons(), again]


class ReplyForm(OfficeForm):
    """What a citizen was told and when: one of the four outcomes of LTCD Điều 28."""

    submit_word = "Ghi trả lời"

    replied_on = VietnameseDateField(label="Ngày trả lời")
    reply_outcome = forms.ChoiceField(
        label="Kết quả trả lời", choices=ReplyOutcome.choices, widget=forms.RadioSelect
    )
