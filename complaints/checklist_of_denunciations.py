"""The checklist of a denunciation: the steps the procedure asks for, in their order (target 4a).

To change the checklist, change a row.
"""

from __future__ import annotations

from complaints.checklist_conditions import (
    accepted,
    ended,
    given_up,
    happened,
    has_clock,
    to_resolve,
    withdrawn,
    withdrawn_after_acceptance,
)
from complaints.checklist_facts import (
    RequiredStep,
    interviews,
    long_enough,
    of_acceptance,
    of_clock,
    of_event,
    registered,
    resolved_in_time,
    signed_by_the_head,
    told_in_time,
)
from complaints.workflow import EventKind, Way
from lucba.law.rules import Step
from lucba.law.sources import (
    DECREE_31_2019,
    LAW_136_2025,
    LAW_ON_CITIZEN_RECEPTION,
    LAW_ON_DENUNCIATIONS,
    Citation,
)


def _law(article: str) -> Citation:
    return Citation(LAW_ON_DENUNCIATIONS, article)


OF_DENUNCIATIONS = (
    RequiredStep("vao-so", "Tiếp nhận tố cáo, ghi vào sổ", _law("24(1)"), registered),
    RequiredStep(
        "thu-ly",
        "Xử lý ban đầu và ra quyết định thụ lý đúng hạn",
        _law("24(1)"),
        of_acceptance(EventKind.ACCEPTED),
        accepted,
    ),
    RequiredStep(
        "khong-thu-ly",
        "Không thụ lý, không xử lý: có lý do, báo người tố cáo",
        _law("24(1)"),
        of_acceptance(EventKind.REFUSED),
        ended(Way.REFUSED),
    ),
    RequiredStep(
        "chuyen",
        "Chuyển đến cơ quan có thẩm quyền, báo người tố cáo",
        _law("24(2)"),
        of_event(EventKind.TRANSFERRED, needs_document=True),
        ended(Way.TRANSFERRED),
    ),
    RequiredStep(
        "thong-bao-nguoi-to-cao",
        "Thông báo thụ lý cho người tố cáo đúng hạn",
        _law("29(3)"),
        told_in_time(EventKind.DENOUNCER_TOLD, Step.DENUNCIATION_NOTICE),
        accepted,
    ),
    RequiredStep(
        "thong-bao-nguoi-bi-to-cao",
        "Thông báo nội dung tố cáo cho người bị tố cáo đúng hạn",
        _law("29(3)"),
        told_in_time(EventKind.DENOUNCED_TOLD, Step.DENUNCIATION_NOTICE),
        accepted,
    ),
    RequiredStep(
        "khong-lo-danh-tinh",
        "Thông báo cho người bị tố cáo không để lộ người tố cáo",
        _law("56"),
        None,
        happened(EventKind.DENOUNCED_TOLD),
    ),
    RequiredStep(
        "to-xac-minh",
        "Thành lập Tổ xác minh hoặc giao xác minh bằng văn bản",
        _law("31"),
        of_event(EventKind.VERIFICATION),
        to_resolve,
    ),
    RequiredStep(
        "giai-trinh",
        "Người bị tố cáo được giải trình, có biên bản hoặc văn bản",
        _law("31"),
        interviews,
        to_resolve,
        waivable=True,
    ),
    RequiredStep(
        "bao-cao-xac-minh",
        "Báo cáo kết quả xác minh bằng văn bản",
        _law("31"),
        of_event(EventKind.VERIFICATION_REPORT),
        to_resolve,
    ),
    RequiredStep(
        "gui-tam-dinh-chi",
        "Gửi quyết định tạm đình chỉ, đình chỉ đúng hạn",
        _law("34(4)"),
        of_clock(Step.DENUNCIATION_SUSPENSION_SENDING),
        has_clock(Step.DENUNCIATION_SUSPENSION_SENDING),
    ),
    RequiredStep(
        "rut-to-cao",
        "Đơn rút hoặc biên bản rút tố cáo có chữ ký, điểm chỉ",
        _law("33"),
        of_event(EventKind.WITHDRAWN, needs_document=True),
        withdrawn,
        amended=LAW_136_2025,
    ),
    RequiredStep(
        "ly-do-rut",
        "Đã xem xét việc rút: không có dấu hiệu vi phạm, đe dọa, mua chuộc, vu khống",
        _law("33(3)"),
        None,
        withdrawn_after_acceptance,
    ),
    RequiredStep(
        "dinh-chi",
        "Ra quyết định đình chỉ giải quyết tố cáo",
        _law("34(3)"),
        of_event(EventKind.TERMINATED, needs_document=True),
        given_up,
    ),
    RequiredStep(
        "ket-luan-dung-han",
        "Ban hành kết luận nội dung tố cáo đúng hạn",
        _law("30"),
        resolved_in_time(Step.DENUNCIATION_RESOLUTION),
        to_resolve,
    ),
    RequiredStep(
        "dung-tham-quyen",
        "Kết luận do người có thẩm quyền ký",
        _law("13(1)"),
        signed_by_the_head,
        to_resolve,
        amended=LAW_136_2025,
    ),
    RequiredStep(
        "gui-ket-luan",
        "Gửi kết luận, thông báo kết luận cho người tố cáo đúng hạn",
        _law("35(3)"),
        of_clock(Step.CONCLUSION_SENDING),
        to_resolve,
    ),
    RequiredStep(
        "xu-ly",
        "Xử lý hoặc kiến nghị xử lý kết luận đúng hạn",
        _law("36(1)"),
        of_clock(Step.CONCLUSION_HANDLING),
        to_resolve,
    ),
    RequiredStep(
        "bao-ket-qua-xu-ly",
        "Báo kết quả xử lý cho người giải quyết tố cáo",
        _law("36(3)"),
        of_clock(Step.HANDLING_RESULT, paper=EventKind.HANDLING_RESULT_TOLD),
        has_clock(Step.HANDLING_RESULT),
    ),
    RequiredStep(
        "cong-khai",
        "Công khai kết luận, quyết định xử lý đúng hạn",
        _law("40(1)"),
        of_clock(Step.CONCLUSION_PUBLICATION),
        to_resolve,
    ),
    RequiredStep(
        "niem-yet-du-ngay",
        "Niêm yết, đăng tải đủ 15 ngày",
        Citation(DECREE_31_2019, "6"),
        long_enough(Step.CONCLUSION_POSTING),
        has_clock(Step.CONCLUSION_POSTING),
    ),
    RequiredStep(
        "bao-cao-cap-tren",
        "Báo cáo cấp trên khi được yêu cầu",
        _law("38(3)"),
        of_clock(Step.REPORT_TO_SUPERIOR, paper=EventKind.REPORTED_UP),
        has_clock(Step.REPORT_TO_SUPERIOR),
    ),
    RequiredStep(
        "tra-loi-noi-chuyen",
        "Trả lời cơ quan, báo chí đã chuyển tố cáo",
        _law("26(2)"),
        of_clock(Step.PRESS_ANSWER),
        has_clock(Step.PRESS_ANSWER),
    ),
    RequiredStep(
        "bao-dai-bieu",
        "Báo kết quả cho đại biểu, Ban Tiếp công dân đã chuyển đơn",
        Citation(LAW_ON_CITIZEN_RECEPTION, "27(2)"),
        of_clock(Step.DEPUTY_NOTICE),
        has_clock(Step.DEPUTY_NOTICE),
    ),
    RequiredStep(
        "bao-mat",
        "Giữ bí mật người tố cáo trong cả quá trình, văn bản công khai không để lộ",
        _law("8(3)"),
        None,
    ),
)
