"""The sheets about the office itself: settings, units and hamlets, staff."""

from lucba.office.models import Hamlet, StaffTerm
from lucba.register.format.columns import Sheet, Type, key, optional, required, required_code

ITEMS = ("phien_ban", "ten_don_vi", "cap_don_vi", "tu_ngay", "den_ngay")

INFORMATION = Sheet(
    "THONG_TIN",
    "Thông tin chung",
    (
        key("Mục", "item", Type.CODE, codes=ITEMS),
        required("Giá trị", "value", Type.ANY),
    ),
)

OFFICE_SHEETS = (
    Sheet(
        "DON_VI",
        "Đơn vị, xóm",
        (
            key("Mã đơn vị", "unit_code"),
            required("Tên đơn vị", "unit_name"),
            required_code("Loại", "unit_kind", Hamlet.Kind.values),
            required("Từ ngày", "listed_from", Type.DATE),
            optional("Đến ngày", "listed_to", Type.DATE),
        ),
    ),
    Sheet(
        "CAN_BO",
        "Cán bộ",
        (
            key("Mã cán bộ", "staff_code"),
            required("Họ và tên", "full_name"),
            required("Chức vụ", "position"),
            required_code("Vai trò", "role", StaffTerm.Role.values),
            required_code("Nhiệm vụ", "duty", StaffTerm.Duty.values),
            key("Từ ngày", "from", Type.DATE),
            optional("Đến ngày", "to", Type.DATE),
        ),
    ),
)
