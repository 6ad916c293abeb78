"""What is asked when a paper of the counter is issued, one form a kind, and the filter of the official book.

`answers()` are words, dates and times as text: they are stored with the paper.
"""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django import forms

from lucba.law.sources import LAW_ON_CITIZEN_RECEPTION, LAW_ON_COMPLAINTS, LAW_ON_DENUNCIATIONS
from lucba.office.choices import StaffField, with_blank
from lucba.office.fields import VietnameseDateField
from lucba.office.filters import FilterForm
from lucba.office.models import StaffTerm, Unit
from lucba.office.office_form import OfficeForm, long_text
from reception.models import ContentKind, ReceptionPaper

Kind = ReceptionPaper.Kind
LEADERS = (StaffTerm.Role.CHAIRMAN, StaffTerm.Role.VICE_CHAIRMAN)
TASK_PARTS = 3  # what, who, until when
TASK_HINT = (
    "Mỗi dòng một việc, ba phần cách nhau bằng dấu chấm phẩy: việc; người thực hiện; thời hạn. "
    "Ví dụ: Kiểm tra mốc giới thửa 12; Công chức Địa chính; trước 20/03/2026."
)


class TimeOfDayField(forms.TimeField):
    """A time typed as 8:30, 8h30 or 8 giờ 30."""

    def __init__(self, **options: Any) -> None:
        formats = ("%H:%M", "%Hh%M", "%H giờ %M", "%Hh", "%H giờ")
        widget = forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(input_formats=formats, widget=widget, **options)
        self.error_messages["invalid"] = "Hãy gõ giờ như 8:30 hoặc 8h30."


class PaperForm(OfficeForm):
    """The questions of a paper that needs no other answer than that it is wanted."""

    submit_word = "Lập giấy"
    draft = "giay"

    def __init__(self, data: Any = None, *, unit: Unit, today: date, **options: Any) -> None:
        super().__init__(data, today=today, **options)
        signer = self.fields.get("signer")
        if isinstance(signer, StaffField):
            signer.offer(unit, on=today, roles=LEADERS)

    def answers(self) -> dict[str, Any]:
        """Return what was answered as the paper stores it; the signer is stored apart."""
        return {name: _stored(value) for name, value in self.cleaned_data.items() if name != "signer"}


def _stored(value: Any) -> Any:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return "" if value is None else value


def _signer() -> StaffField:
    return StaffField(label="Người ký")


class AppointmentForm(PaperForm):
    """When and where to come, and what to bring."""

    come_on = VietnameseDateField(label="Ngày hẹn")
    at = TimeOfDayField(label="Giờ hẹn", help_text="Ví dụ: 8:30")
    where = forms.CharField(label="Địa điểm", max_length=200)
    bring = forms.CharField(label="Mang theo", max_length=300, required=False)
    signer = _signer()

    def clean_come_on(self) -> date:
        """Return the day, which must not be over."""
        day: date = self.cleaned_data["come_on"]
        if day < self.today:
            raise forms.ValidationError("Ngày hẹn đã qua. Hãy ghi ngày từ hôm nay trở đi.")
        return day


class GuidanceForm(PaperForm):
    """To which body the citizen should turn, why, and by which law."""

    body = forms.CharField(label="Cơ quan có thẩm quyền", max_length=200)
    reason = long_text("Lý do hướng dẫn", rows=3)
    ground_words = forms.CharField(label="Căn cứ pháp lý", max_length=300)


class RefusalForm(PaperForm):
    """The explanation that goes with the ground, and who signs."""

    explanation = long_text(
        "Giải thích thêm", rows=3, required=False, help_text="Căn cứ từ chối được ghi sẵn trong thông báo."
    )
    signer = _signer()


class MinutesForm(PaperForm):
    """What was said in answer, concluded, and answered to that."""

    opinions = long_text("Ý kiến trao đổi", rows=3, required=False)
    conclusion = long_text("Kết luận của người chủ trì", rows=3, required=False)
    answer = long_text("Ý kiến của người được tiếp", rows=2, required=False)
    ended_at = TimeOfDayField(label="Kết thúc lúc", required=False, help_text="Để trống thì ghi tay.")


class NobodyCameForm(PaperForm):
    """From when until when the host was there."""

    started_at = TimeOfDayField(label="Từ giờ", required=False, help_text="Để trống thì ghi tay.")
    ended_at = TimeOfDayField(label="Đến giờ", required=False)
    note = forms.CharField(label="Ghi chú", max_length=500, required=False)


class StatementForm(PaperForm):
    """What was said and what is asked for, as read back to the citizen."""

    statement = long_text(
        "Nội dung trình bày", rows=8, help_text="Đọc lại cho người trình bày nghe trước khi in."
    )
    wishes = long_text("Yêu cầu, đề nghị", rows=3, required=False)


class ConclusionForm(PaperForm):
    """What the head concluded and what is to be done until when."""

    conclusion = long_text("Kết luận", rows=5)
    tasks = long_text("Giao việc", rows=4, required=False, help_text=TASK_HINT)
    sent_to = long_text("Nơi nhận", rows=3, help_text="Mỗi dòng một nơi; dòng lưu được ghi sẵn.")
    signer = _signer()

    def clean_tasks(self) -> list[list[str]]:
        """Return each task as what, who and until when; each must have its time limit (NĐ154 25(2))."""
        tasks = [[part.strip() for part in line.split(";")] for line in _lines(self.cleaned_data["tasks"])]
        for task in tasks:
            if len(task) != TASK_PARTS or not all(task):
                raise forms.ValidationError(
                    f"Việc “{task[0][:60]}” chưa đủ ba phần. Hãy ghi: việc; người thực hiện; thời hạn."
                )
        return tasks

    def clean_sent_to(self) -> list[str]:
        """Return the recipients, one a line."""
        return _lines(self.cleaned_data["sent_to"])


class ScheduleForm(PaperForm):
    """Who signs the notice of the calendar."""

    submit_word = "Lập thông báo"
    signer = _signer()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


FORMS: dict[tuple[str, str], type[PaperForm]] = {
    ("visit", Kind.RECEIPT): PaperForm,
    ("visit", Kind.APPOINTMENT): AppointmentForm,
    ("visit", Kind.GUIDANCE): GuidanceForm,
    ("visit", Kind.REFUSAL): RefusalForm,
    ("visit", Kind.MINUTES): MinutesForm,
    ("visit", Kind.STATEMENT): StatementForm,
    ("receptionsession", Kind.CONCLUSION): ConclusionForm,
    ("receptionsession", Kind.MINUTES): NobodyCameForm,
}
GROUNDS = {
    ContentKind.COMPLAINT: (LAW_ON_CITIZEN_RECEPTION, LAW_ON_COMPLAINTS),
    ContentKind.DENUNCIATION: (LAW_ON_CITIZEN_RECEPTION, LAW_ON_DENUNCIATIONS),
    ContentKind.RECOMMENDATION: (LAW_ON_CITIZEN_RECEPTION,),
}


def ground_words(kind: str) -> str:
    """Return the laws by which somebody with a matter of `kind` is guided."""
    return f"Căn cứ {' và '.join(str(law) for law in GROUNDS[ContentKind(kind)])}"


class BookFormFilter(FilterForm):
    """Period and kind of the official book, and whether persons are masked."""

    q = None  # type: ignore[assignment]  # the official book is not searched
    start = VietnameseDateField(label="Từ ngày")
    end = VietnameseDateField(label="Đến ngày")
    kind = forms.ChoiceField(
        label="Loại nội dung", required=False, choices=with_blank(ContentKind.choices, "mọi loại")
    )
    masked = forms.ChoiceField(
        label="Họ tên, địa chỉ", required=False, choices=[("", "ghi đầy đủ"), ("1", "che danh tính")]
    )
