"""The sheets of what the office does around the cases: training, dissemination, papers, inspections."""

from lucba.office.models import Dissemination, ManagementDocument
from lucba.register.format.columns import Sheet, Type, key, key_reference, optional, required, required_code

ACTIVITY_SHEETS = (
    Sheet(
        "TAP_HUAN",
        "Lớp tập huấn",
        (
            key("Mã lớp", "class_code"),
            required("Tên lớp", "title"),
            required("Từ ngày", "started_on", Type.DATE),
            required("Đến ngày", "ended_on", Type.DATE),
            required("Đơn vị tự tổ chức", "own", Type.YES_NO),
            required("Số người dự", "participants", Type.WHOLE),
        ),
    ),
    Sheet(
        "TAP_HUAN_NGUOI",
        "Cán bộ dự tập huấn",
        (
            key_reference("Mã lớp", "class_code", "TAP_HUAN"),
            key_reference("Mã cán bộ", "staff_code", "CAN_BO"),
        ),
    ),
    Sheet(
        "TUYEN_TRUYEN",
        "Tuyên truyền",
        (
            key("Mã đợt", "round_code"),
            required("Ngày", "date", Type.DATE),
            key_reference("Mã đơn vị", "unit_code", "DON_VI"),
            required_code("Hình thức", "form", Dissemination.Form.values),
            required("Số người dự", "participants", Type.WHOLE),
            optional("Minh chứng", "evidence"),
        ),
    ),
    Sheet(
        "DS_DAO_TAO",
        "Danh sách cử đi đào tạo",
        (
            key("Năm", "year", Type.WHOLE),
            required("Số văn bản", "doc_no"),
            required("Ngày phê duyệt", "approved_on", Type.DATE),
            required("Số người", "people", Type.WHOLE),
        ),
    ),
    Sheet(
        "VAN_BAN_QL",
        "Văn bản quản lý, chỉ đạo",
        (
            key("Số văn bản", "doc_no"),
            required("Ngày ban hành", "issued_on", Type.DATE),
            required_code("Loại", "kind", ManagementDocument.Kind.values),
            required("Trích yếu", "title"),
        ),
    ),
    Sheet(
        "THANH_TRA",
        "Thanh tra trách nhiệm",
        (
            key("Mã cuộc", "inspection_code"),
            required("Ngày bắt đầu", "started_on", Type.DATE),
            required("Số đơn vị", "units", Type.WHOLE),
            optional("Ngày kết luận", "concluded_on", Type.DATE),
            optional("Số kết luận", "doc_no"),
            optional("KN xử lý: tổ chức", "sanction_orgs", Type.WHOLE),
            optional("KN xử lý: cá nhân", "sanction_persons", Type.WHOLE),
            optional("Chuyển CQĐT: tổ chức", "invest_orgs", Type.WHOLE),
            optional("Chuyển CQĐT: cá nhân", "invest_persons", Type.WHOLE),
        ),
    ),
    Sheet(
        "THANH_TRA_TH",
        "Thực hiện kết luận thanh tra",
        (
            key_reference("Mã cuộc", "inspection_code", "THANH_TRA"),
            key("Thứ tự", "seq", Type.WHOLE),
            required("Ngày", "date", Type.DATE),
            optional("Đã xử lý: tổ chức", "sanction_orgs", Type.WHOLE),
            optional("Đã xử lý: cá nhân", "sanction_persons", Type.WHOLE),
            optional("Khởi tố: vụ", "prosecuted_cases", Type.WHOLE),
            optional("Khởi tố: đối tượng", "prosecuted_persons", Type.WHOLE),
            required("Thực hiện xong", "finished", Type.YES_NO),
        ),
    ),
)
