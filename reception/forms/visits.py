"""Forms of the visit: logging it, with its session when none is open, and the reply given to the citizen."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.bootstrap import InlineRadios, StrictButton
from crispy_forms.layout import HTML, Fieldset, Layout
from django import forms
from django.utils.text import capfirst

from lucba.office.choices import HamletField, RowField, StaffField, with_blank
from lucba.office.fields import CountField, VietnameseDateField
from lucba.office.models import Unit
from lucba.office.office_form import Fold, OfficeForm, long_text, only_when
from reception.forms.sessions import (
    DELEGATED,
    EXTRAORDINARY,
    delegation_field,
    ground_field,
    host_role_field,
    kind_field,
)
from reception.forms.visit_layout import MORE_ROWS, ORAL, WHAT_ABOUT, WHAT_WAS_DONE, WHO_CAME
from reception.forms.visit_rows import (
    COUNT,
    NamesField,
    document_fields,
    document_rows,
    documents_of,
    rows_shown,
    rows_without_title,
)
from reception.intake import refusal_grounds
from reception.models import ContentKind, PersonalDetails, ReceptionSession, ReplyOutcome, Visit

IdentityKind, Result = PersonalDetails.IdentityKind, Visit.Result
NOT_RECEIVING = "Buổi tiếp đã chọn không còn nhận lượt tiếp."
SESSION_QUESTIONS = ("kind", "ground", "host_role", "host", "delegation_document", "agenda")


class SessionField(RowField):
    """One of the sessions open today."""

    default_error_messages = {"invalid_choice": f"{NOT_RECEIVING} Hãy chọn buổi khác."}

    def label_from_instance(self, obj: Any) -> str:
        """Return kind, day and host of the session."""
        return (
            f"{obj.get_kind_display().capitalize()}, {obj.held_on:%d/%m/%Y} – {obj.get_host_role_display()}"
        )


class VisitForm(OfficeForm):
    """A visit of one of `sessions`; with none of them, the questions that open today's session come first.

    `day_off` says why today is no working day: a session then needs a reason.
    """

    submit_word = "Ghi lượt tiếp"
    draft = "luot-tiep"

    session = SessionField(ReceptionSession.objects.none(), label="Buổi tiếp", empty_label=None)
    kind = kind_field()
    ground = ground_field()
    host_role = host_role_field()
    host = StaffField(label="Người tiếp")
    delegation_document = delegation_field()
    agenda = forms.CharField(label="Lý do tiếp vào ngày nghỉ", max_length=500, required=False)
    visitor_name = forms.CharField(
        label="Họ tên người đến",
        max_length=150,
        help_text="Người đến hoặc người đại diện. Nếu là tố cáo, họ tên được cất riêng, không hiện ở sổ.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True, "data-earlier": "ten"}),
    )
    identity_number = forms.CharField(
        label="Số căn cước, hộ chiếu",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-earlier": "so-giay-to"}),
    )
    identity_kind = forms.ChoiceField(
        label="Loại giấy tờ", choices=with_blank(IdentityKind.choices, "— theo số —"), required=False
    )
    phone = forms.CharField(label="Điện thoại", max_length=30, required=False)
    hamlet = HamletField()
    address = forms.CharField(label="Địa chỉ nơi khác", max_length=200, required=False)
    persons = CountField(label="Số người đến", min_value=1, max_value=9999, initial=1)
    representatives = NamesField(
        "Người đại diện, mỗi dòng một người",
        rows=2,
        help_text="Đoàn từ 05 đến 10 người cử 1–2 người; trên 10 người cử không quá 05 người.",
    )
    members = NamesField(
        "Danh sách người cùng đến, mỗi dòng một người",
        rows=4,
        help_text="Không bắt buộc. Khi có danh sách, người đại diện phải có tên trong đó.",
    )
    identity_issued = forms.CharField(label="Ngày cấp, nơi cấp", max_length=150, required=False)
    acts_for = forms.CharField(
        label="Nói thay cho ai",
        max_length=150,
        required=False,
        help_text="Người ủy quyền hoặc người được đại diện theo pháp luật. Ví dụ: luật sư của bà Trần Thị B.",
    )
    content_kind = forms.ChoiceField(
        label="Loại nội dung", choices=ContentKind.choices, widget=forms.RadioSelect
    )
    summary = long_text("Nội dung trình bày", rows=3)
    request = long_text("Yêu cầu, đề nghị", rows=2, required=False)
    resolved_by = forms.CharField(label="Cơ quan đã giải quyết", max_length=200, required=False)
    resolved_document = forms.CharField(
        label="Văn bản đã giải quyết", max_length=150, required=False, help_text="Ví dụ: 15/QĐ-UBND."
    )
    competent = forms.TypedChoiceField(
        label="Thuộc thẩm quyền",
        choices=[("", "— chưa rõ —"), ("co", "thuộc thẩm quyền"), ("khong", "không thuộc thẩm quyền")],
        coerce=lambda answer: answer == "co",
        empty_value=None,
        required=False,
    )
    result = forms.ChoiceField(label="Kết quả tiếp", choices=Result.choices, widget=forms.RadioSelect)
    refusal_ground = forms.ChoiceField(label="Căn cứ từ chối", required=False)
    directed_to = forms.CharField(label="Hướng dẫn đến cơ quan", max_length=200, required=False)
    is_oral = forms.BooleanField(
        label="Trình bày miệng: cán bộ ghi thành đơn, đọc lại và in để ký", required=False
    )
    turn = forms.ChoiceField(
        label="Tiếp lần",
        choices=with_blank(Visit.Turn.choices, "— theo sổ —"),
        required=False,
        help_text="Để “theo sổ” thì hệ thống tự tính từ các lượt trước.",
    )
    note = forms.CharField(label="Ghi chú", max_length=500, required=False)

    def __init__(
        self, data: Any = None, *, unit: Unit, sessions: Any, today: date, day_off: str = "", **options: Any
    ) -> None:
        super().__init__(data, today=today, **options)
        self.day_off = day_off
        self.rows = rows_shown(data or self.initial)
        self._ask_for_documents()
        self.sessions = list(sessions)
        self.opens_session = not self.sessions
        self._ask_for_session(unit, sessions)
        self._offer_grounds()
        hamlet = self.fields["hamlet"]
        if isinstance(hamlet, HamletField):
            hamlet.offer(unit, on=today)

    def _ask_for_documents(self) -> None:
        """Add the rows of documents; the page says how many it shows."""
        self.initial[COUNT] = self.rows
        for name, field in document_fields(self.rows).items():
            self._in_words(field)
            self.fields[name] = field

    def _offer_grounds(self) -> None:
        """Offer the grounds of refusal in force today."""
        field = self.fields["refusal_ground"]
        if isinstance(field, forms.ChoiceField):
            grounds = refusal_grounds(on=self.today)
            field.choices = with_blank((each.value, capfirst(each.label)) for each in grounds)

    def _ask_for_session(self, unit: Unit, sessions: Any) -> None:
        """Keep either the choice of a session or the questions that open one."""
        for name in ("session",) if self.opens_session else SESSION_QUESTIONS:
            del self.fields[name]
        if self.opens_session:
            self.fields["agenda"].help_text = f"Hôm nay là ngày nghỉ: {self.day_off}. Không ghi tên công dân."
            host = self.fields["host"]
            if isinstance(host, StaffField):
                host.offer(unit, on=self.today)
        else:
            session = self.fields["session"]
            if isinstance(session, SessionField):
                session.queryset = sessions

    def clean(self) -> dict[str, Any]:
        """Leave out what does not belong to the result chosen; a refusal has its ground (LTCD Điều 9)."""
        answers: dict[str, Any] = super().clean() or {}
        if self.opens_session and self.data.get("session"):
            self.add_error(None, f"{NOT_RECEIVING} Muốn ghi lượt này thì mở một buổi khác ở đầu trang.")
        result = answers.get("result")
        if result != Result.REFUSED:
            answers["refusal_ground"] = ""
        elif not answers.get("refusal_ground") and "refusal_ground" not in self.errors:
            self.add_error("refusal_ground", "Hãy chọn căn cứ từ chối.")
        if result not in ORAL:
            answers["is_oral"] = False
        for row in rows_without_title(answers, self.rows):
            self.add_error(f"document_{row}_title", "Hãy ghi tên tài liệu.")
        return answers

    def session_answers(self) -> dict[str, Any]:
        """Return the answers that open today's session."""
        return {name: self.cleaned_data[name] for name in SESSION_QUESTIONS}

    def visit_answers(self) -> dict[str, Any]:
        """Return the answers about the visit itself, the documents as one list."""
        asked = {name: value for name, value in self.cleaned_data.items() if not name.startswith("document_")}
        for name in ("session", *SESSION_QUESTIONS):
            asked.pop(name, None)
        return {**asked, "documents": documents_of(self.cleaned_data, self.rows)}

    def layout(self) -> Layout:
        """Return the session first, then the visit in the order of the conversation."""
        return Layout(self._session_layout(), *WHO_CAME, *WHAT_ABOUT, self._documents(), *WHAT_WAS_DONE)

    def _documents(self) -> Fold:
        return Fold("Tài liệu nhận của công dân", document_rows(self.rows))

    def _session_layout(self) -> Any:
        if not self.opens_session:
            return "session"
        legend = f"Chưa mở buổi tiếp nào hôm nay, {self.today:%d/%m/%Y}: mở cùng lượt này"
        questions = (
            "kind",
            only_when(EXTRAORDINARY, "ground"),
            InlineRadios("host_role"),
            "host",
            only_when(DELEGATED, "delegation_document"),
            *(["agenda"] if self.day_off else []),
        )
        return Fieldset(legend, *questions, css_class="form-part")

    def buttons(self) -> list[StrictButton]:
        """Return "save", and "save and take the next citizen", with their keys."""
        save = StrictButton(self.submit_word, type="submit", css_class="btn-primary", accesskey="g")
        again = StrictButton(
            "Ghi và tiếp người sau",
            type="submit",
            name="again",
            value="1",
            css_class="btn-secondary",
            accesskey="t",
        )
        return [save, again, HTML(MORE_ROWS)]


class ReplyForm(OfficeForm):
    """What a citizen was told and when: one of the four outcomes of LTCD Điều 28."""

    submit_word = "Ghi trả lời"

    replied_on = VietnameseDateField(label="Ngày trả lời")
    reply_outcome = forms.ChoiceField(
        label="Kết quả trả lời", choices=ReplyOutcome.choices, widget=forms.RadioSelect
    )
