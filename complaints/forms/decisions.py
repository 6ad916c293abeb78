"""The forms of decisions and conclusions: issuing, what followed, carrying out."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.utils.text import capfirst

from complaints.forms.amounts import (
    RESTORED,
    SANCTIONS,
    Groups,
    amount_questions,
    amounts_in,
    folds,
)
from complaints.models import Case, Decision, Enforcement
from lucba.office.fields import VietnameseDateField
from lucba.office.models import StaffTerm, Unit
from lucba.office.office_form import Fold, OfficeForm
from reception.forms.choices import StaffField, with_blank
from reception.models import ContentKind

DECIDED: Groups = {
    **RESTORED,
    "Kiến nghị xử lý hành chính": SANCTIONS,
    "Chuyển cơ quan điều tra": ("invest_cases", "invest_persons", "invest_officials"),
}
CARRIED_OUT: Groups = {
    **RESTORED,
    "Đã xử lý hành chính": SANCTIONS,
    "Đã khởi tố": ("prosecuted_cases", "prosecuted_persons", "prosecuted_officials"),
}
SIGNERS = (StaffTerm.Role.CHAIRMAN, StaffTerm.Role.VICE_CHAIRMAN)
Result = Decision.Result
FIRST_RESULTS = (Result.RIGHT, Result.WRONG, Result.PARTLY_RIGHT)
SECOND_RESULTS = (Result.UPHELD, Result.CHANGED)
EFFECT_HINT = (
    "Chỉ ghi khi không có khiếu nại lần hai. Hãy ghi ngày người khiếu nại nhận trước: thời hạn khiếu nại "
    "lần hai tính từ ngày đó, có thể hết sau ngày quyết định có hiệu lực."
)
AFTERWARDS = "Sau khi ban hành: gửi, công khai, hiệu lực"


def follow_up_questions() -> dict[str, forms.Field]:
    """Return the questions about what follows a decision, in the order of the procedure."""
    dates = {
        "sent_on": "Ngày gửi các bên",
        "received_on": "Ngày người khiếu nại nhận",
        "publish_form": "Hình thức công khai",
        "meeting_notice_on": "Ngày thông báo họp công khai",
        "published_on": "Ngày công khai",
        "publication_end_on": "Ngày kết thúc công khai",
        "front_told_on": "Ngày báo kết quả cho Mặt trận",
        "effective_on": "Ngày có hiệu lực",
        "directive_on": "Ngày ban hành văn bản chỉ đạo thi hành",
    }
    questions: dict[str, forms.Field] = {
        name: VietnameseDateField(label=label, required=False) for name, label in dates.items()
    }
    questions["publish_form"] = forms.ChoiceField(
        label=dates["publish_form"], choices=with_blank(Decision.PublishForm.choices), required=False
    )
    return questions


class DecisionForm(OfficeForm):
    """A decision on a complaint or a conclusion on a denunciation."""

    submit_word = "Ghi quyết định"

    document_number = forms.CharField(label="Số văn bản", max_length=100, help_text="Ví dụ: 215/QĐ-UBND.")
    issued_on = VietnameseDateField(label="Ngày ban hành")
    signer = StaffField(label="Người ký")
    result = forms.ChoiceField(label="Kết quả", widget=forms.RadioSelect)
    must_execute = forms.BooleanField(label="Có nội dung phải thi hành", required=False)

    def __init__(self, data: Any = None, *, case: Case, today: date, **options: Any) -> None:
        super().__init__(data, today=today, **options)
        if case.kind == ContentKind.DENUNCIATION:
            self.submit_word = "Ghi kết luận"
        self._offer_results(case)
        self._offer_signers(case.unit)
        for name, field in {**amount_questions(Decision, DECIDED), **follow_up_questions()}.items():
            self.fields[name] = field
            self._in_words(field)

    def _offer_results(self, case: Case) -> None:
        second = case.instance == Case.Instance.SECOND_COMPLAINT
        results = (
            (Result.UPHELD, Result.CHANGED) if second else (Result.RIGHT, Result.WRONG, Result.PARTLY_RIGHT)
        )
        field = self.fields["result"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(each.value, capfirst(each.label)) for each in results]

    def _offer_signers(self, unit: Unit) -> None:
        """Offer the leaders in post on the day of issue typed, today until one is typed."""
        try:
            issued_on = self.fields["issued_on"].clean(self.data.get("issued_on", ""))
        except forms.ValidationError:
            issued_on = self.today
        field = self.fields["signer"]
        if isinstance(field, StaffField):
            field.offer(unit, on=issued_on, roles=SIGNERS)

    def decision_answers(self) -> dict[str, Any]:
        """Return the answers with the amounts gathered under `amounts`."""
        columns = {name for names in DECIDED.values() for name in names}
        answers = {name: value for name, value in self.cleaned_data.items() if name not in columns}
        return {**answers, "amounts": amounts_in(self.cleaned_data, DECIDED)}

    def layout(self) -> Layout:
        """Return the decision first, amounts and what followed folded."""
        return Layout(
            "document_number",
            "issued_on",
            "signer",
            "result",
            "must_execute",
            *folds(DECIDED),
            Fold(
                "Sau khi ban hành: gửi, công khai, hiệu lực",
                Div(*follow_up_questions(), css_class="form-grid"),
            ),
        )


class DecisionDatesForm(OfficeForm):
    """What followed a decision; what is recorded already is not asked again."""

    submit_word = "Ghi các mốc"

    def __init__(self, data: Any = None, *, decision: Decision, **options: Any) -> None:
        super().__init__(data, **options)
        for name, field in follow_up_questions().items():
            if not getattr(decision, name):
                self.fields[name] = field
                self._in_words(field)
        if decision.case.instance == Case.Instance.FIRST_COMPLAINT and "effective_on" in self.fields:
            self.fields["effective_on"].help_text = EFFECT_HINT

    def given(self) -> dict[str, Any]:
        """Return the answers that were filled in."""
        return {name: value for name, value in self.cleaned_data.items() if value}


class EnforcementForm(OfficeForm):
    """One entry of carrying out a decision."""

    submit_word = "Ghi thi hành"

    done_on = VietnameseDateField(label="Ngày thực hiện")
    document_number = forms.CharField(label="Số văn bản", max_length=100, required=False)
    finished = forms.BooleanField(label="Đã thi hành xong toàn bộ", required=False)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for name, field in amount_questions(Enforcement, CARRIED_OUT).items():
            self.fields[name] = field
            self._in_words(field)

    def enforcement_answers(self) -> dict[str, Any]:
        """Return the answers with the amounts gathered under `amounts`."""
        named = {name: self.cleaned_data[name] for name in ("done_on", "document_number", "finished")}
        return {**named, "amounts": amounts_in(self.cleaned_data, CARRIED_OUT)}

    def layout(self) -> Layout:
        """Return the entry first, amounts folded."""
        return Layout("done_on", "document_number", *folds(CARRIED_OUT), "finished")
