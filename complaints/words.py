"""The words of the choices an event offers, and of what it recorded: grounds, criteria, details."""

from __future__ import annotations

from complaints.models import CaseEvent
from complaints.workflow import DETAIL_LABELS, EventKind
from lucba.law.complexity import ComplexityCriterion

# Law on Complaints, article 11: nine cases in which a complaint is not accepted; the register's numbers.
REFUSAL_GROUNDS: dict[str, str] = {
    "1": "quyết định, hành vi nội bộ, chỉ đạo điều hành; văn bản quy phạm pháp luật; bí mật nhà nước",
    "2": "không liên quan trực tiếp đến quyền, lợi ích hợp pháp của người khiếu nại",
    "3": "người khiếu nại không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp",
    "4": "người đại diện không hợp pháp",
    "5": "đơn không có chữ ký hoặc điểm chỉ của người khiếu nại",
    "6": "đã hết thời hiệu, thời hạn khiếu nại mà không có lý do chính đáng",
    "7": "đã có quyết định giải quyết khiếu nại lần hai",
    "8": "đã có thông báo đình chỉ, quá 30 ngày không tiếp tục khiếu nại",
    "9": "Tòa án đã thụ lý hoặc đã có bản án, quyết định của Tòa án, trừ quyết định đình chỉ",
}


# Law on Denunciations 29(1) and Decree 31/2019 5(2): all of them, or the denunciation is not accepted here.
CONDITIONS: dict[str, str] = {
    "hinh_thuc": "tố cáo được thực hiện đúng hình thức, có đủ nội dung (Điều 23)",
    "nang_luc": "người tố cáo có năng lực hành vi dân sự đầy đủ hoặc có người đại diện",
    "tham_quyen": "vụ việc thuộc thẩm quyền giải quyết",
    "co_so": "nội dung có cơ sở để xác định người vi phạm và hành vi vi phạm",
    "khach_quan": "người giải quyết không thân thích, không có quyền lợi liên quan với người bị tố cáo",
}


def detail_words(event: CaseEvent) -> str:
    """Return what the detail of `event` says, in words; free text as it was written."""
    if event.kind == EventKind.COMPLEX:
        return "; ".join(_criterion(number.strip()) for number in event.detail.split(";") if number.strip())
    if event.kind == EventKind.REFUSED and event.detail in REFUSAL_GROUNDS:
        return f"trường hợp {event.detail} Điều 11 Luật Khiếu nại: {REFUSAL_GROUNDS[event.detail]}"
    return DETAIL_LABELS.get(event.detail, event.detail)


def _criterion(number: str) -> str:
    known = {each.value: each.label for each in ComplexityCriterion}
    return known.get(number, number)
