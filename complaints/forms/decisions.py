"""The forms of decisions and conclusions: issuing, what followed, carrying out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.text import capfirst

from complaints.forms.act_form import ActForm
from complaints.forms.amounts import (
    RESTORED,
    SANCTIONS,
    Groups,
    amount_questions,
    amounts_in,
    folds,
)
from complaints.models import Case, Decision, Delivery, Enforcement
from complaints.workflow import EventKind, Transition
from lucba.office.choices import StaffField, with_blank
from lucba.office.fields import VietnameseDateField
from lucba.office.models import StaffTerm, Unit
from lucba.office.office_form import OfficeForm

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


class DecisionForm(ActForm):
    """A decision on a complaint or a conclusion on a denunciation."""

    document_number = forms.CharField(label="Số văn bản", max_length=100, help_text="Ví dụ: 215/QĐ-UBND.")
    issued_on = VietnameseDateField(label="Ngày ban hành")
    signer = StaffField(label="Người ký")
    result = forms.ChoiceField(label="Kết quả", widget=forms.RadioSelect)
    must_execute = forms.BooleanField(label="Có nội dung phải thi hành", required=False)

    def __init__(self, data: Any = None, *, case: Case, row: Transition, **options: Any) -> None:
        super().__init__(data, case=case, row=row, **options)
        self._offer_results(case)
        self._offer_signers(case.unit)
        for name, field in amount_questions(Decision, DECIDED).items():
            self.ask(name, field)

    def _offer_results(self, case: Case) -> None:
        second = case.instance == Case.Instance.SECOND_COMPLAINT
        results = SECOND_RESULTS if second else FIRST_RESULTS
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

    def answers(self) -> dict[str, Any]:
        """Return the answers with the amounts gathered under `amounts`."""
        columns = {name for names in DECIDED.values() for name in names}
        answers = {name: value for name, value in self.cleaned_data.items() if name not in columns}
        return {**answers, "amounts": amounts_in(self.cleaned_data, DECIDED)}

    def questions(self) -> Layout:
        """Return the decision first, amounts folded."""
        return Layout("document_number", "issued_on", "signer", "result", "must_execute", *folds(DECIDED))


class DecisionDateForm(ActForm):
    """One day that follows a decision: published, in effect, directed, the Front told."""

    happened_on = VietnameseDateField(label="Ngày")

    def __init__(self, data: Any = None, *, case: Case, row: Transition, **options: Any) -> None:
        super().__init__(data, case=case, row=row, **options)
        if row.event == EventKind.PUBLISHED:
            self.ask(
                "publish_form",
                forms.ChoiceField(
                    label="Hình thức công khai", choices=with_blank(Decision.PublishForm.choices)
                ),
            )
        if row.event == EventKind.EFFECTIVE:
            self.fields["happened_on"].help_text = EFFECT_HINT


class DeliveryForm(ActForm):
    """To whom the decision or conclusion was sent."""

    party = forms.ChoiceField(label="Bên nhận", widget=forms.RadioSelect)
    name = forms.CharField(
        label="Tên bên nhận",
        max_length=200,
        required=False,
        help_text="Để trống khi chỉ có một bên như vậy. Không ghi tên người tố cáo.",
    )
    sent_on = VietnameseDateField(label="Ngày gửi")
    received_on = VietnameseDateField(label="Ngày nhận", required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        case: Case,
        row: Transition,
        parties: Iterable[Delivery.Party],
        **options: Any,
    ) -> None:
        super().__init__(data, case=case, row=row, **options)
        party = self.fields["party"]
        if isinstance(party, forms.ChoiceField):
            party.choices = [(each.value, capfirst(each.label)) for each in parties]


class SentForm(OfficeForm):
    """When the paper of an event was sent to the parties."""

    submit_word = "Ghi ngày gửi"

    sent_on = VietnameseDateField(label="Ngày gửi các bên")


class ReceiptForm(OfficeForm):
    """When a party received the decision."""

    submit_word = "Ghi ngày nhận"

    received_on = VietnameseDateField(label="Ngày nhận")


class EnforcementForm(ActForm):
    """One entry of carrying out a decision."""

    done_on = VietnameseDateField(label="Ngày thực hiện")
    document_number = forms.CharField(label="Số văn bản", max_length=100, required=False)
    finished = forms.BooleanField(label="Đã thi hành xong toàn bộ", required=False)

    def __init__(self, data: Any = None, *, case: Case, row: Transition, **options: Any) -> None:
        super().__init__(data, case=case, row=row, **options)
        for name, field in amount_questions(Enforcement, CARRIED_OUT).items():
            self.ask(name, field)

    def answers(self) -> dict[str, Any]:
        """Return the answers with the amounts gathered under `amounts`."""
        named = {name: self.cleaned_data[name] for name in ("done_on", "document_number", "finished", "seen")}
        return {**named, "amounts": amounts_in(self.cleaned_data, CARRIED_OUT)}

    def questions(self) -> Layout:
        """Return the entry first, amounts folded."""
        return Layout("done_on", "document_number", *folds(CARRIED_OUT), "finished")
