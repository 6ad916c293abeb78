"""The sheets of the reception room: sessions, visits, petitions, replies to forwarded petitions."""

from lucba.register.format.columns import (
    Column,
    Sheet,
    Type,
    key,
    key_reference,
    optional,
    optional_code,
    optional_reference,
    required,
    required_code,
    required_reference,
)
from reception.models import ContentKind, Petition, ReceptionSession, ReplyOutcome, Visit

_State = ReceptionSession.State

SESSIONS = Sheet(
    "NGAY_TIEP",
    "Buổi tiếp công dân",
    (
        key("Mã buổi tiếp", "sitting_code"),
        required("Ngày tiếp", "date", Type.DATE),
        required_code("Hình thức", "kind", ReceptionSession.Kind.values),
        required_code("Vai trò người tiếp", "host_role", ReceptionSession.HostRole.values),
        required_reference("Mã người tiếp", "host", "CAN_BO"),
        optional("Văn bản ủy quyền", "delegation_doc"),
        optional("Ngày công bố", "announced_on", Type.DATE),
        required_code("Trạng thái", "state", (_State.HELD, _State.NO_CITIZEN, _State.NOT_HELD)),
        optional("Lý do không tổ chức", "reason"),
        optional("Dời sang ngày", "moved_to", Type.DATE),
    ),
)

VISITS = Sheet(
    "LUOT_TIEP",
    "Lượt tiếp",
    (
        key("Mã lượt tiếp", "visit_code"),
        required_reference("Mã buổi tiếp", "sitting_code", "NGAY_TIEP"),
        required("Họ tên người đến", "visitor_name"),
        optional_reference("Xóm", "unit_code", "DON_VI"),
        required("Số người", "persons", Type.WHOLE),
        optional("Số người đại diện", "representatives", Type.WHOLE),
        required_code("Loại nội dung", "content_kind", ContentKind.values),
        required("Nội dung trình bày", "summary"),
        Column("Mã vụ việc", "case_codes", Type.REFERENCES, target="VU_VIEC"),
        optional_code("Tiếp lần", "turn", Visit.Turn.values),
        required_code("Kết quả tiếp", "result", Visit.Result.values),
        optional("Ngày trả lời", "replied_on", Type.DATE),
        optional_code("Kết quả trả lời", "reply_code", ReplyOutcome.values),
    ),
)

PETITIONS = Sheet(
    "DON",
    "Đơn",
    (
        key("Mã đơn", "petition_code"),
        required("Ngày nhận", "received_on", Type.DATE),
        required_code("Nguồn đơn", "source", Petition.Source.values),
        optional_reference("Mã lượt tiếp", "visit_code", "LUOT_TIEP"),
        optional_code("Loại cơ quan chuyển", "forwarder_kind", Petition.ForwarderKind.values),
        optional("Cơ quan chuyển", "forwarder"),
        optional("Ngày báo kết quả nơi chuyển", "forwarder_told_on", Type.DATE),
        required_code("Loại người đứng đơn", "signer_kind", Petition.SignerKind.values),
        optional("Người đứng đơn", "signer_name"),
        required("Số người đứng đơn", "signers", Type.WHOLE),
        optional_reference("Xóm", "unit_code", "DON_VI"),
        required_code("Loại đơn", "kind", ContentKind.values),
        required("Nội dung đơn", "summary"),
        optional_reference("Đơn trùng của", "duplicate_of", "DON"),
        optional_reference("Tách từ đơn", "split_from", "DON"),
        optional("Ngày xử lý", "processed_on", Type.DATE),
        optional("Đủ điều kiện xử lý", "eligible", Type.YES_NO),
        optional_code("Hướng xử lý", "outcome", Petition.Outcome.values),
        optional("Số văn bản xử lý", "outcome_doc"),
        optional("Lý do không đủ điều kiện", "ineligible_reason"),
        optional_reference("Mã vụ việc", "case_code", "VU_VIEC"),
        optional("Ngày trả lời", "replied_on", Type.DATE),
        optional_code("Kết quả trả lời", "reply_code", ReplyOutcome.values),
    ),
)

REPLIES = Sheet(
    "PHUC_DAP",
    "Văn bản phúc đáp",
    (
        key_reference("Mã đơn", "petition_code", "DON"),
        required("Ngày nhận", "received_on", Type.DATE),
        key("Số văn bản", "doc_no"),
        optional("Cơ quan phúc đáp", "body"),
    ),
)
