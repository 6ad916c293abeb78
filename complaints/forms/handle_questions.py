"""What is asked of a petition that is handled: its class, its outcome, where it goes, its case."""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst

from complaints import rules
from complaints.desks import receiving_units
from complaints.envelope import grounds_for
from complaints.forms.proposals import NOTE
from complaints.forms.transfers import UnitField
from complaints.models import Case
from lucba.office.choices import CodeField, HamletField, with_blank
from lucba.office.fields import VietnameseDateField
from lucba.office.models import Official
from lucba.office.office_form import OfficeForm, long_text
from reception.models import ContentKind, Petition

OWN, FOREIGN, INELIGIBLE = "own", "foreign", "ineligible"
CLASSES = (
    (OWN, "Đủ điều kiện xử lý, thuộc thẩm quyền"),
    (FOREIGN, "Đủ điều kiện xử lý, không thuộc thẩm quyền"),
    (INELIGIBLE, "Không đủ điều kiện xử lý"),
)
OUTCOMES = {
    OWN: rules.OUTCOMES_OWN,
    FOREIGN: rules.OUTCOMES_FOREIGN,
    INELIGIBLE: rules.OUTCOMES_INELIGIBLE,
}
# Which questions about a new case are asked of which kind of petition only.
ONLY_FOR = {
    "instance": (ContentKind.COMPLAINT, ContentKind.DENUNCIATION),
    "respondent": (ContentKind.COMPLAINT, ContentKind.DENUNCIATION),
    "act_known_on": (ContentKind.COMPLAINT,),
    "obstacle_days": (ContentKind.COMPLAINT,),
    "remote": (ContentKind.COMPLAINT,),
    "intake_extended": (ContentKind.DENUNCIATION,),
}
MATTER = (
    "field",
    "instance",
    "competent_body",
    "prior_state",
    "remote",
    "respondent",
    "hamlet",
    "act_known_on",
    "obstacle_days",
    "intake_extended",
    "case_summary",
)


class OutcomeSelect(forms.Select):
    """The outcomes, each marked with the classes of petitions it fits, for static/js/show-when.js."""

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        """Return the option with its `data-fits`."""
        option = super().create_option(name, value, *args, **options)
        fits = [each for each, outcomes in OUTCOMES.items() if value in outcomes]
        if fits:
            option["attrs"]["data-fits"] = " ".join(fits)
        return option


class HandleQuestions(OfficeForm):
    """The questions; those that do not concern the kind of the petition are not asked."""

    submit_word = "Ghi xử lý đơn"
    refused_at: ClassVar[dict[str, str]] = {
        "eligible": "classification",
        "competent": "classification",
        "receiver": "receiving_unit",
    }

    processed_on = VietnameseDateField(label="Ngày xử lý")
    classification = forms.ChoiceField(label="Kết quả phân loại", choices=CLASSES, widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label="Hướng xử lý",
        choices=with_blank(Petition.Outcome.choices),
        widget=OutcomeSelect(attrs={"data-options-of": "classification"}),
    )
    outcome_document = forms.CharField(
        label="Số văn bản xử lý",
        max_length=100,
        required=False,
        help_text="Bắt buộc khi đơn không thuộc thẩm quyền. Ví dụ: 15/UBND-XLĐ.",
    )
    crime_signs = forms.BooleanField(
        label="Có dấu hiệu tội phạm: chuyển ngay cơ quan điều tra",
        required=False,
        help_text="Hồ sơ chuyển ngay, đơn được đánh dấu khẩn (Luật Tố cáo, Điều 27). Ghi tên cơ quan "
        "điều tra ở ô cơ quan có thẩm quyền.",
    )
    receiving_unit = UnitField(
        label="Đơn vị nhận trên hệ thống",
        required=False,
        help_text="Gõ vài chữ để tìm: đơn sẽ hiện ở trang đơn chuyển đến của nơi nhận. Để trống khi nơi nhận "
        "không dùng hệ thống này.",
    )
    ineligible_ground = forms.ChoiceField(label="Lý do không đủ điều kiện", required=False)
    ineligible_reason = forms.CharField(
        label="Ghi rõ thêm",
        max_length=300,
        required=False,
        help_text="Hoặc ghi lý do khác. Ví dụ: đã trả lời tại văn bản số 12/UBND-TD.",
    )
    case = CodeField(
        Case,
        label="Mã vụ việc đang có",
        help_text="Ghi mã nếu đơn thuộc một vụ việc đã mở. Để trống thì mở vụ việc mới.",
    )
    field = forms.ChoiceField(label="Lĩnh vực", choices=with_blank(Case.Field.choices), required=False)
    instance = forms.ChoiceField(label="Lần giải quyết", required=False)
    competent_body = forms.CharField(
        label="Cơ quan có thẩm quyền",
        max_length=200,
        required=False,
        help_text="Ví dụ: Chủ tịch UBND tỉnh Thái Nguyên.",
    )
    respondent = forms.ChoiceField(
        label="Người bị khiếu nại, tố cáo", choices=with_blank(Case.Respondent.choices), required=False
    )
    prior_state = forms.ChoiceField(label="Tình trạng khi đến", required=False)
    hamlet = HamletField(label="Xóm nơi xảy ra vụ việc")
    act_known_on = VietnameseDateField(
        label="Ngày biết quyết định, hành vi",
        required=False,
        help_text="Thời hiệu khiếu nại 90 ngày tính từ ngày này (Luật Khiếu nại, Điều 9).",
    )
    obstacle_days = forms.IntegerField(
        label="Số ngày trở ngại", min_value=0, max_value=9999, required=False, initial=0
    )
    remote = forms.BooleanField(label="Vùng sâu, vùng xa đi lại khó khăn", required=False)
    intake_extended = forms.BooleanField(
        label="Phải kiểm tra, xác minh ở nhiều nơi hoặc ủy quyền kiểm tra",
        required=False,
        help_text="Thời hạn thụ lý khi đó là 10 ngày làm việc thay cho 07 (Luật Tố cáo, Điều 24).",
    )
    case_summary = long_text("Nội dung vụ việc", rows=3, required=False)
    note = copy(NOTE)

    def __init__(
        self, data: Any = None, *, petition: Petition, official: Official, today: date, **options: Any
    ) -> None:
        super().__init__(data, today=today, **options)
        self.petition, self.proposes = petition, official.role == Official.Role.CLERK
        self._ask_of_kind(petition.kind)
        self._offer_reasons_and_receivers()
        for field in self.fields.values():
            if isinstance(field, CodeField):
                field.look_in(official)
            elif isinstance(field, HamletField):
                field.offer(petition.unit, on=today)

    def _ask_of_kind(self, kind: str) -> None:
        """Drop the questions of other kinds, and offer the instances and states that fit this one."""
        for name, kinds in ONLY_FOR.items():
            if kind not in kinds:
                del self.fields[name]
        self._offer("instance", Case.Instance, rules.INSTANCES[kind])
        self._offer("prior_state", Case.PriorState, rules.PRIOR_STATES[kind])

    def _offer_reasons_and_receivers(self) -> None:
        """Offer the grounds in force on the day of receipt, and the units a petition can be sent to."""
        grounds, receiver = self.fields["ineligible_ground"], self.fields["receiving_unit"]
        if isinstance(grounds, forms.ChoiceField):
            found = grounds_for(self.petition.kind, on=self.petition.received_on)
            grounds.choices = with_blank((code, capfirst(words)) for code, words in found)
        if isinstance(receiver, UnitField):
            receiver.offer(receiving_units(on=self.today))

    def _offer(self, name: str, words: Any, values: tuple[str, ...]) -> None:
        field = self.fields.get(name)
        if isinstance(field, forms.ChoiceField):
            field.choices = [(value, capfirst(words(value).label)) for value in values]
