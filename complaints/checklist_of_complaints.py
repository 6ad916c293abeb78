"""The checklist of a complaint: the steps the procedure asks for, in their order (target 4a).

To change the checklist, change a row. What depends on something else, a dialogue held, a posting, a petition
the Front sent on, is asked for only once that has happened; enforcement once the decision is in effect.
"""

from __future__ import annotations

from complaints.checklist_conditions import (
    accepted,
    ended,
    given_up,
    happened_since_amendment,
    has_clock,
    must_be_executed,
    to_resolve,
    withdrawn,
)
from complaints.checklist_facts import (
    RequiredStep,
    dialogue,
    interviews,
    long_enough,
    of_acceptance,
    of_clock,
    of_event,
    registered,
    resolved_in_time,
    signed_by_the_head,
)
from complaints.workflow import EventKind, Way
from lucba.law.rules import Step
from lucba.law.sources import (
    DECREE_124_2020,
    DECREE_155_2026,
    LAW_136_2025,
    LAW_ON_CITIZEN_RECEPTION,
    LAW_ON_COMPLAINTS,
    Citation,
)


def _law(article: str) -> Citation:
    return Citation(LAW_ON_COMPLAINTS, article)


OF_COMPLAINTS = (
    RequiredStep("vao-so", "Tiếp nhận đơn, ghi vào sổ", _law("8"), registered),
    RequiredStep(
        "thu-ly",
        "Thụ lý đúng hạn, thông báo người khiếu nại",
        _law("27"),
        of_acceptance(EventKind.ACCEPTED),
        accepted,
        amended=LAW_136_2025,
    ),
    RequiredStep(
        "khong-thu-ly",
        "Thông báo không thụ lý đúng hạn, nêu rõ lý do",
        _law("11"),
        of_acceptance(EventKind.REFUSED),
        ended(Way.REFUSED),
    ),
    RequiredStep(
        "chuyen-huong-dan",
        "Chuyển hoặc hướng dẫn, thông báo người khiếu nại",
        _law("27"),
        of_event(EventKind.TRANSFERRED, needs_document=True),
        ended(Way.TRANSFERRED),
    ),
    RequiredStep(
        "quyet-dinh-xac-minh",
        "Ra quyết định xác minh nội dung khiếu nại",
        _law("29"),
        of_event(EventKind.VERIFICATION),
        to_resolve,
        waivable=True,
    ),
    RequiredStep(
        "van-ban-phuc-tap",
        "Xác định vụ việc phức tạp bằng văn bản lưu hồ sơ",
        Citation(DECREE_124_2020, "3a", amended_by=DECREE_155_2026),
        of_event(EventKind.COMPLEX, needs_document=True),
        happened_since_amendment(EventKind.COMPLEX),
    ),
    RequiredStep(
        "lam-viec-nguoi-khieu-nai",
        "Làm việc với người khiếu nại, có biên bản",
        _law("29"),
        interviews,
        to_resolve,
        waivable=True,
    ),
    RequiredStep(
        "lam-viec-nguoi-bi-khieu-nai",
        "Làm việc với người bị khiếu nại, có biên bản hoặc văn bản giải trình",
        _law("29"),
        interviews,
        to_resolve,
        waivable=True,
    ),
    RequiredStep(
        "bao-cao-xac-minh",
        "Báo cáo kết quả xác minh bằng văn bản",
        _law("29"),
        of_event(EventKind.VERIFICATION_REPORT),
        to_resolve,
        waivable=True,
    ),
    RequiredStep(
        "thong-bao-doi-thoai",
        "Thông báo đối thoại bằng văn bản trước ít nhất 5 ngày",
        Citation(DECREE_124_2020, "28(1)", amended_by=DECREE_155_2026),
        of_clock(Step.DIALOGUE_NOTICE, paper=EventKind.DIALOGUE_NOTICE),
        happened_since_amendment(EventKind.DIALOGUE),
    ),
    RequiredStep(
        "doi-thoai",
        "Đối thoại khi yêu cầu và kết quả xác minh còn khác nhau, có biên bản",
        _law("30"),
        dialogue,
        to_resolve,
        waivable=True,
        amended=LAW_136_2025,
    ),
    RequiredStep(
        "gui-tam-dinh-chi",
        "Gửi quyết định tạm đình chỉ, tiếp tục, đình chỉ đúng hạn",
        Citation(DECREE_124_2020, "28b", amended_by=DECREE_155_2026),
        of_clock(Step.COMPLAINT_SUSPENSION_SENDING),
        has_clock(Step.COMPLAINT_SUSPENSION_SENDING),
    ),
    RequiredStep(
        "rut-khieu-nai",
        "Đơn rút hoặc biên bản rút khiếu nại có chữ ký, điểm chỉ",
        _law("10"),
        of_event(EventKind.WITHDRAWN, needs_document=True),
        withdrawn,
        amended=LAW_136_2025,
    ),
    RequiredStep(
        "dinh-chi",
        "Đình chỉ giải quyết bằng văn bản",
        _law("10"),
        of_event(EventKind.TERMINATED, needs_document=True),
        given_up,
        amended=LAW_136_2025,
    ),
    RequiredStep(
        "quyet-dinh-dung-han",
        "Ban hành quyết định giải quyết đúng hạn",
        _law("28"),
        resolved_in_time(Step.COMPLAINT_RESOLUTION),
        to_resolve,
    ),
    RequiredStep(
        "dung-tham-quyen",
        "Quyết định do người có thẩm quyền ký",
        _law("17"),
        signed_by_the_head,
        to_resolve,
        amended=LAW_136_2025,
    ),
    RequiredStep(
        "gui-quyet-dinh",
        "Gửi quyết định cho các bên đúng hạn",
        _law("32"),
        of_clock(Step.DECISION_SENDING),
        to_resolve,
    ),
    RequiredStep(
        "thong-bao-hop",
        "Thông báo cuộc họp công khai trước 3 ngày",
        Citation(DECREE_124_2020, "29(3)"),
        of_clock(Step.PUBLICATION_MEETING_NOTICE),
        has_clock(Step.PUBLICATION_MEETING_NOTICE),
    ),
    RequiredStep(
        "cong-khai",
        "Công khai quyết định đúng hạn",
        Citation(DECREE_124_2020, "29(3)"),
        of_clock(Step.DECISION_PUBLICATION),
        to_resolve,
    ),
    RequiredStep(
        "niem-yet-du-ngay",
        "Niêm yết, đăng tải đủ 15 ngày",
        Citation(DECREE_124_2020, "29(3)"),
        long_enough(Step.DECISION_POSTING),
        has_clock(Step.DECISION_POSTING),
    ),
    RequiredStep(
        "bao-mat-tran",
        "Báo kết quả cho Mặt trận đã chuyển đơn",
        _law("66(2)"),
        of_clock(Step.FRONT_NOTICE),
        has_clock(Step.FRONT_NOTICE),
    ),
    RequiredStep(
        "bao-dai-bieu",
        "Báo kết quả cho đại biểu, Ban Tiếp công dân đã chuyển đơn",
        Citation(LAW_ON_CITIZEN_RECEPTION, "27(2)"),
        of_clock(Step.DEPUTY_NOTICE),
        has_clock(Step.DEPUTY_NOTICE),
    ),
    RequiredStep(
        "thi-hanh",
        "Chỉ đạo thi hành quyết định đã có hiệu lực đúng hạn",
        Citation(DECREE_124_2020, "31(1)"),
        of_clock(Step.DECISION_ENFORCEMENT),
        must_be_executed,
    ),
)
