"""The words of the procedure: where a case stands, how it was closed, what can happen to it.

Codes of events that the register knows (sheet DIEN_BIEN) are the register's; the others never leave for it.
What may follow what stands in `complaints.workflow`.
"""

from __future__ import annotations

from django.db import models


class Status(models.TextChoices):
    """Where a case is; "overdue" is derived, never a status."""

    NOT_OURS = "not-ours", "không thuộc thẩm quyền"
    WAITING = "waiting", "chờ thụ lý"
    IN_PROGRESS = "in-progress", "đang giải quyết"
    ACCEPTED = "accepted", "đã thụ lý"
    VERIFYING = "verifying", "xác minh"
    SUSPENDED = "suspended", "tạm đình chỉ"
    MANAGEMENT_CHECK = "management-check", "kiểm tra phục vụ quản lý"
    # decided or concluded, and what follows
    DECIDED = "decided", "đã quyết định"
    SECOND_COMPLAINT = "second-complaint", "khiếu nại lần hai"
    LAWSUIT = "lawsuit", "khởi kiện"
    IN_EFFECT = "in-effect", "có hiệu lực"
    SECOND_IN_EFFECT = "second-in-effect", "có hiệu lực sau lần hai, bản án"
    ENFORCING = "enforcing", "đang thi hành"
    NOT_ENFORCED = "not-enforced", "chưa thi hành"
    ENFORCED = "enforced", "đã thi hành"
    CONCLUDED = "concluded", "đã kết luận"
    HANDLING = "handling", "đang xử lý"
    COMPLETED = "completed", "hoàn thành"
    ANSWERED = "answered", "đã trả lời"
    # ended otherwise
    REFUSED = "refused", "không thụ lý"
    NOT_HANDLED = "not-handled", "không xử lý, lưu"
    WITHDRAWN = "withdrawn", "rút đơn"
    TERMINATED = "terminated", "đình chỉ"
    TRANSFERRED = "transferred", "đã chuyển"
    INVESTIGATION = "investigation", "chuyển cơ quan điều tra"
    TAKEN_UP = "taken-up", "chuyển cấp trên"
    JOINED = "joined", "nhập vào vụ việc khác"
    RECLASSIFIED = "reclassified", "phân loại lại"
    ENDED = "ended", "kết thúc"
    CHECKED = "checked", "đã kiểm tra xong"


class Way(models.TextChoices):
    """How a case was closed (figures: closing of a matter; the last two are the system's own)."""

    DECISION = "decision", "đã ban hành quyết định, kết luận"
    REFUSED = "refused", "không thụ lý"
    WITHDRAWN = "withdrawn", "rút đơn"
    TERMINATED = "terminated", "đình chỉ giải quyết"
    TRANSFERRED = "transferred", "chuyển cơ quan có thẩm quyền"
    ANSWERED = "answered", "đã trả lời"
    JOINED = "joined", "nhập vào vụ việc khác"
    RECLASSIFIED = "reclassified", "phân loại lại"
    CHECKED = "checked", "đã kiểm tra phục vụ quản lý"


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
    # not in the register
    SUPPLEMENT_ASKED = "yeu_cau_bo_sung", "yêu cầu bổ sung đơn, tài liệu"
    SEVERAL_PLACES = "kiem_tra_nhieu_noi", "kiểm tra, xác minh ở nhiều nơi trước khi thụ lý"
    CHECK_RESULT = "ket_qua_kiem_tra", "có kết quả kiểm tra phục vụ quản lý"
    FIELD_WORK = "lam_viec", "làm việc, lập biên bản xác minh"
    EXPERT_OPINION = "trung_cau_giam_dinh", "trưng cầu giám định (không dừng thời hạn)"
    VERIFICATION_REPORT = "bao_cao_xac_minh", "báo cáo kết quả xác minh"
    SOME_WITHDREW = "rut_mot_so_nguoi", "một số người rút đơn"
    HEIR = "ke_thua", "người thừa kế tiếp tục khiếu nại"
    CONTINUED = "tiep_tuc_sau_rut", "tiếp tục giải quyết dù người tố cáo rút"
    JOINED = "nhap_vu", "nhập vào vụ việc khác"
    JOINED_BY = "nhan_nhap_vu", "nhận nhập vụ việc cùng nội dung"
    SECOND_DECISION = "qd_lan_hai", "có quyết định giải quyết lần hai"
    JUDGEMENT = "ban_an", "có bản án, quyết định của Tòa án"
    NOT_ENFORCED = "chua_thi_hanh", "báo cáo chưa thi hành được"
    ASSIGNED = "giao_xu_ly", "giao xử lý"
    TARGET_MOVED = "lui_chi_tieu", "lùi chỉ tiêu trả lời"
    ENDED = "ket_thuc_xu_ly", "kết thúc xử lý"
    RECLASSIFIED = "phan_loai_lai", "phân loại lại thành khiếu nại, tố cáo"
    HANDED_OVER = "nhan_ban_giao", "nhận bàn giao từ đơn vị trước"
    CORRECTED = "dinh_chinh", "đính chính"
    # columns and rows of the decision, not events of their own
    DECIDED = "quyet_dinh", "ban hành quyết định, kết luận"
    DELIVERED = "gui", "gửi các bên"
    MEETING_NOTICE = "thong_bao_hop", "thông báo họp công khai"
    PUBLISHED = "cong_khai", "công khai"
    PUBLICATION_ENDED = "het_cong_khai", "kết thúc công khai"
    FRONT_TOLD = "bao_mat_tran", "báo kết quả cho Mặt trận"
    EFFECTIVE = "hieu_luc", "xác nhận có hiệu lực"
    DIRECTED = "chi_dao", "chỉ đạo thi hành, xử lý"
    ENFORCED = "thi_hanh", "thi hành"
    FINISHED = "thi_hanh_xong", "thi hành xong"


# What happens through the decision's own tables; everything else is an event.
OF_DECISION = (
    EventKind.DECIDED,
    EventKind.DELIVERED,
    EventKind.MEETING_NOTICE,
    EventKind.PUBLISHED,
    EventKind.PUBLICATION_ENDED,
    EventKind.FRONT_TOLD,
    EventKind.EFFECTIVE,
    EventKind.DIRECTED,
    EventKind.ENFORCED,
    EventKind.FINISHED,
)
# The register's list of events ends here; what follows in EventKind is the system's own.
REGISTER_EVENTS: tuple[EventKind, ...] = tuple(EventKind)[: list(EventKind).index(EventKind.SUPPLEMENT_ASKED)]


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
    "co_quan_dieu_tra": "có dấu hiệu tội phạm, chuyển cơ quan điều tra",
    "cap_tren_rut": "cấp trên rút vụ việc lên giải quyết",
    "gui_nhieu_noi": "đơn gửi nhiều nơi hoặc đã được hướng dẫn",
    "nac_danh": "nặc danh, không rõ người, nội dung, chứng cứ",
    "khoi_kien": "khởi kiện tại Tòa án",
    "phu_hop": "kết quả xác minh phù hợp với yêu cầu của người khiếu nại",
    "con_khac_nhau": "yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau",
    "dau_hieu_vi_pham": "có căn cứ xác định người bị tố cáo có dấu hiệu vi phạm pháp luật",
    "bi_ep_buoc": "việc rút do bị đe dọa, mua chuộc, trả thù",
    "loi_dung": "lợi dụng tố cáo để xúc phạm, gây mất uy tín người khác",
    "giu_nguyen": "công nhận, giữ nguyên quyết định lần đầu",
    "sua_huy": "sửa, hủy quyết định lần đầu",
    "nguoi_gui_chet": "người gửi đã chết",
    "khong_con_noi_dung": "nội dung không còn",
    "nhieu_nguoi_du": "đơn nhiều người, đủ chữ ký và văn bản cử người đại diện",
}
