"""The procedure as a table: what may happen to a case, when, by whom, and what it starts or stops.

To change the procedure, change a row: the page's buttons, the action's checks and the workbook's rules E2-E7
all read the same table. Codes are those of the register (sheet DIEN_BIEN).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from lucba.office.models import Official

Role = Official.Role


class Status(models.TextChoices):
    """Where a case is."""

    NOT_OURS = "not-ours", "không thuộc thẩm quyền"
    WAITING = "waiting", "chờ thụ lý"
    IN_PROGRESS = "in-progress", "đang giải quyết"
    SUSPENDED = "suspended", "tạm đình chỉ"
    ENFORCING = "enforcing", "đang thi hành"
    CLOSED = "closed", "đã kết thúc"


class Way(models.TextChoices):
    """How a case was closed (figures: closing of a matter)."""

    DECISION = "decision", "đã ban hành quyết định, kết luận"
    REFUSED = "refused", "không thụ lý"
    WITHDRAWN = "withdrawn", "rút đơn"
    TERMINATED = "terminated", "đình chỉ giải quyết"
    TRANSFERRED = "transferred", "chuyển cơ quan có thẩm quyền"
    ANSWERED = "answered", "đã trả lời"


class EventKind(models.TextChoices):
    """What can happen to a case."""

    ACCEPTED = "thu_ly", "thụ lý"
    REFUSED = "khong_thu_ly", "không thụ lý"
    COMPLEX = "phuc_tap", "xác định vụ việc phức tạp"
    EXTENDED = "gia_han", "gia hạn giải quyết"
    SUSPENDED = "tam_dinh_chi", "tạm đình chỉ giải quyết"
    RESUMED = "tiep_tuc", "tiếp tục giải quyết"
    EXAMINATION = "giam_dinh", "trưng cầu giám định"
    EXAMINATION_RESULT = "ket_qua_giam_dinh", "có kết quả giám định"
    VERIFICATION = "giao_xac_minh", "giao xác minh"
    INFORMATION_ASKED = "yeu_cau_thong_tin", "yêu cầu cung cấp thông tin"
    INFORMATION_GIVEN = "cung_cap_thong_tin", "được cung cấp thông tin"
    STAY = "tam_dinh_chi_thi_hanh_qd", "tạm đình chỉ thi hành quyết định bị khiếu nại"
    STAY_LIFTED = "huy_tam_dinh_chi_thi_hanh_qd", "hủy tạm đình chỉ thi hành quyết định bị khiếu nại"
    DIALOGUE_NOTICE = "thong_bao_doi_thoai", "thông báo đối thoại"
    DIALOGUE = "doi_thoai", "đối thoại"
    PART_WITHDRAWN = "rut_mot_phan", "rút một phần"
    WITHDRAWN = "rut_toan_bo", "rút toàn bộ"
    TERMINATED = "dinh_chi", "đình chỉ giải quyết"
    TRANSFERRED = "chuyen_tham_quyen", "chuyển cơ quan có thẩm quyền"
    ANSWERED = "tra_loi", "trả lời"
    SECOND_COMPLAINT = "kn_lan_hai", "khiếu nại lần hai, khởi kiện"
    COMPLAINT_CONTINUED = "tiep_tuc_khieu_nai", "tiếp tục khiếu nại sau đình chỉ"
    DENOUNCER_TOLD = "thong_bao_nguoi_to_cao", "thông báo người tố cáo"
    DENOUNCED_TOLD = "thong_bao_nguoi_bi_to_cao", "thông báo người bị tố cáo"
    HANDLING_RESULT = "ket_qua_xu_ly", "có kết quả xử lý kết luận"
    HANDLING_RESULT_TOLD = "bao_ket_qua_xu_ly", "báo kết quả xử lý"
    REPORT_ASKED = "yeu_cau_bao_cao", "cấp trên yêu cầu báo cáo"
    REPORTED_UP = "bao_cao_cap_tren", "báo cáo cấp trên"
    FURTHER_DENUNCIATION = "to_cao_tiep", "tố cáo tiếp"
    PROCEDURE_CHECKED = "kiem_tra_thu_tuc", "kiểm tra trình tự, thủ tục"
    REVIEW_LISTED = "dua_vao_ra_soat", "đưa vào danh sách rà soát"
    SETTLED = "dut_diem", "giải quyết dứt điểm"


COMPLAINT, DENUNCIATION, RECOMMENDATION = "KN", "TC", "KNPA"
ALL = frozenset({COMPLAINT, DENUNCIATION, RECOMMENDATION})
BOTH = frozenset({COMPLAINT, DENUNCIATION})
ONLY_COMPLAINT, ONLY_DENUNCIATION, ONLY_RECOMMENDATION = (
    frozenset({COMPLAINT}),
    frozenset({DENUNCIATION}),
    frozenset({RECOMMENDATION}),
)
LEADERS = frozenset({Role.CHAIRMAN, Role.VICE_CHAIRMAN})
OFFICE = LEADERS | {Role.CLERK}
VERIFIERS = OFFICE | {Role.OFFICER}
BEFORE = frozenset({Status.WAITING})
RUNNING = frozenset({Status.IN_PROGRESS})
ACCEPTED = RUNNING | {Status.SUSPENDED}
OPEN = BEFORE | ACCEPTED
AFTER = frozenset({Status.ENFORCING, Status.CLOSED})
ANY = OPEN | AFTER | {Status.NOT_OURS}


@dataclass(frozen=True)
class Transition:
    """One row of the procedure."""

    event: EventKind
    procedures: frozenset[str]
    sources: frozenset[Status]
    roles: frozenset[Role]
    needs_document: bool = False  # marked D in the register's list of events
    is_sent: bool = False  # the paper goes to the parties: "ngày gửi"
    after_closing: bool = False  # marked A: possible after the case was closed
    details: frozenset[str] = frozenset()  # the list of allowed details; empty: free text or none


def _details(*codes: str) -> frozenset[str]:
    return frozenset(codes)


TRANSITIONS: tuple[Transition, ...] = (
    Transition(EventKind.ACCEPTED, ALL, BEFORE, LEADERS),
    Transition(EventKind.REFUSED, ALL, BEFORE, LEADERS, needs_document=True),
    Transition(EventKind.COMPLEX, BOTH, ACCEPTED, LEADERS, needs_document=True),
    Transition(
        EventKind.EXTENDED,
        ONLY_DENUNCIATION,
        ACCEPTED,
        LEADERS,
        needs_document=True,
        details=_details("1", "2"),
    ),
    Transition(
        EventKind.SUSPENDED,
        BOTH,
        RUNNING,
        LEADERS,
        needs_document=True,
        is_sent=True,
        details=_details("cho_co_quan_khac", "bat_kha_khang", "giam_dinh_bo_sung"),
    ),
    Transition(
        EventKind.RESUMED, BOTH, frozenset({Status.SUSPENDED}), LEADERS, needs_document=True, is_sent=True
    ),
    Transition(EventKind.EXAMINATION, ONLY_DENUNCIATION, RUNNING, LEADERS),
    Transition(EventKind.EXAMINATION_RESULT, ONLY_DENUNCIATION, ACCEPTED, OFFICE),
    Transition(EventKind.VERIFICATION, BOTH, ACCEPTED, LEADERS),
    Transition(EventKind.INFORMATION_ASKED, BOTH, ACCEPTED, VERIFIERS),
    Transition(EventKind.INFORMATION_GIVEN, BOTH, ACCEPTED, VERIFIERS),
    Transition(EventKind.STAY, ONLY_COMPLAINT, ACCEPTED, LEADERS),
    Transition(EventKind.STAY_LIFTED, ONLY_COMPLAINT, ACCEPTED, LEADERS),
    Transition(EventKind.DIALOGUE_NOTICE, ONLY_COMPLAINT, ACCEPTED, OFFICE),
    Transition(EventKind.DIALOGUE, ONLY_COMPLAINT, ACCEPTED, OFFICE, needs_document=True),
    Transition(EventKind.PART_WITHDRAWN, BOTH, OPEN, OFFICE, needs_document=True),
    Transition(EventKind.WITHDRAWN, ALL, OPEN, OFFICE, needs_document=True),
    Transition(
        EventKind.TERMINATED,
        ONLY_COMPLAINT,
        ACCEPTED,
        LEADERS,
        needs_document=True,
        is_sent=True,
        details=_details("rut", "khong_con_nguoi_ke_thua", "khong_con_doi_tuong", "toa_an"),
    ),
    Transition(
        EventKind.TERMINATED,
        ONLY_DENUNCIATION,
        ACCEPTED,
        LEADERS,
        needs_document=True,
        is_sent=True,
        details=_details("rut", "nguoi_bi_to_cao_chet", "ban_an_quyet_dinh"),
    ),
    Transition(EventKind.TRANSFERRED, ALL, OPEN, LEADERS, needs_document=True),
    Transition(EventKind.ANSWERED, ONLY_RECOMMENDATION, RUNNING, LEADERS),
    Transition(EventKind.SECOND_COMPLAINT, ONLY_COMPLAINT, ANY, OFFICE, after_closing=True),
    Transition(EventKind.COMPLAINT_CONTINUED, ONLY_COMPLAINT, ANY, OFFICE, after_closing=True),
    Transition(EventKind.DENOUNCER_TOLD, ONLY_DENUNCIATION, ACCEPTED, OFFICE),
    Transition(EventKind.DENOUNCED_TOLD, ONLY_DENUNCIATION, ACCEPTED, OFFICE),
    Transition(EventKind.HANDLING_RESULT, ONLY_DENUNCIATION, ANY, OFFICE, after_closing=True),
    Transition(EventKind.HANDLING_RESULT_TOLD, ONLY_DENUNCIATION, ANY, OFFICE, after_closing=True),
    Transition(EventKind.REPORT_ASKED, ONLY_DENUNCIATION, ANY, OFFICE, after_closing=True),
    Transition(EventKind.REPORTED_UP, ONLY_DENUNCIATION, ANY, OFFICE, after_closing=True),
    Transition(EventKind.FURTHER_DENUNCIATION, ONLY_DENUNCIATION, ANY, OFFICE, after_closing=True),
    Transition(
        EventKind.PROCEDURE_CHECKED, ALL, ANY, LEADERS, after_closing=True, details=_details("dung", "sai")
    ),
    Transition(
        EventKind.REVIEW_LISTED,
        BOTH,
        ANY,
        LEADERS,
        after_closing=True,
        details=_details("dong_nguoi", "phuc_tap", "keo_dai"),
    ),
    Transition(
        EventKind.SETTLED,
        BOTH,
        ANY,
        LEADERS,
        after_closing=True,
        details=_details("thi_hanh_xong", "thong_bao_cham_dut", "rut"),
    ),
)

_BY_EVENT: dict[tuple[str, str], Transition] = {
    (row.event.value, procedure): row for row in TRANSITIONS for procedure in row.procedures
}


def transition(event: str, procedure: str) -> Transition | None:
    """Return the row for `event` in the procedure KN, TC or KNPA; None when it does not occur there."""
    return _BY_EVENT.get((event, procedure))


DETAIL_LABELS: dict[str, str] = {
    "cho_co_quan_khac": "chờ kết quả của cơ quan khác",
    "bat_kha_khang": "bất khả kháng, trở ngại khách quan",
    "giam_dinh_bo_sung": "chờ giám định bổ sung, giám định lại",
    "rut": "rút toàn bộ",
    "khong_con_nguoi_ke_thua": "không còn người kế thừa quyền khiếu nại",
    "khong_con_doi_tuong": "không còn đối tượng khiếu nại",
    "toa_an": "Tòa án đã thụ lý hoặc giải quyết",
    "nguoi_bi_to_cao_chet": "người bị tố cáo chết",
    "ban_an_quyet_dinh": "đã có bản án, quyết định có hiệu lực",
    "dung": "đúng trình tự, thủ tục",
    "sai": "chưa đúng trình tự, thủ tục",
    "dong_nguoi": "đông người",
    "phuc_tap": "phức tạp",
    "keo_dai": "kéo dài",
    "thi_hanh_xong": "đã thi hành xong",
    "thong_bao_cham_dut": "đã thông báo chấm dứt giải quyết",
    "1": "lần thứ nhất",
    "2": "lần thứ hai",
}
