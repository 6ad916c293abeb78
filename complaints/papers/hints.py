"""What each slot of the forms asks for, in the words of the blank that the clerk sees and fills in."""

from __future__ import annotations

HINTS: dict[str, str] = {
    # the office
    "office": "tên cơ quan",
    "head": "chức danh người giải quyết",
    "head_name": "họ tên người giải quyết",
    "place": "địa danh",
    "superior": "cơ quan cấp trên",
    "today": "ngày, tháng, năm",
    # the petition and its author
    "petition_code": "mã đơn",
    "petition_dated": "ngày viết đơn",
    "received_on": "ngày nhận đơn",
    "received_on_capital": "ngày nhận đơn",
    "kind": "khiếu nại, tố cáo hay kiến nghị, phản ánh",
    "source": "nguồn đơn",
    "forwarder": "cơ quan chuyển đơn",
    "forwarder_letter": "số, ngày văn bản chuyển đơn",
    "petition_summary": "nội dung đơn",
    "outcome_document": "số văn bản xử lý",
    "processed_on": "ngày xử lý",
    "ineligible_reason": "lý do không đủ điều kiện",
    "author": "họ tên người gửi đơn",
    "signers": "số người ký đơn",
    "authors": "họ tên người gửi đơn",
    "address": "địa chỉ",
    "identity": "số giấy tờ tùy thân",
    "identity_issued": "ngày cấp, nơi cấp",
    "phone": "số điện thoại",
    # the matter
    "case_code": "mã vụ việc",
    "summary": "nội dung vụ việc",
    "field": "lĩnh vực",
    "instance": "lần đầu, lần hai",
    "respondent": "chức vụ, đơn vị người bị khiếu nại, tố cáo",
    "respondent_name": "họ tên, chức vụ người bị khiếu nại, tố cáo",
    "competent_body": "cơ quan có thẩm quyền",
    "handed_over_from": "đơn vị bàn giao",
    "known_on": "ngày biết quyết định, hành vi",
    "due_on": "hạn giải quyết",
    "due_short": "hạn giải quyết",
    # people who act
    "verifier": "họ tên người xác minh",
    "verifier_position": "chức vụ người xác minh",
    # the paper's own event
    "act_on": "ngày, tháng, năm",
    "act_reason": "lý do",
    "act_until": "đến ngày",
    # decision and conclusion
    "decision_number": "số quyết định, kết luận",
    "decision_on": "ngày quyết định, kết luận",
    "decision_signer": "người ký",
    "result": "kết quả: đúng, sai, đúng một phần",
    "effective_on": "ngày có hiệu lực",
    "published_on": "ngày công khai",
    "publish_form": "hình thức công khai",
    "measures": "biện pháp, kiến nghị xử lý",
}
_EVENTS = {
    "acceptance": "thụ lý",
    "refusal": "không thụ lý",
    "verification": "giao xác minh",
    "report": "báo cáo xác minh",
    "extension": "gia hạn",
    "suspension": "tạm đình chỉ",
    "resumption": "tiếp tục giải quyết",
    "withdrawal": "rút đơn",
    "termination": "đình chỉ",
    "stay": "tạm đình chỉ thi hành",
    "examination": "trưng cầu giám định",
    "expert": "trưng cầu giám định",
    "dialogue": "đối thoại",
    "complex": "xác định phức tạp",
}
for _slot, _words in _EVENTS.items():
    HINTS[f"{_slot}_number"] = f"số văn bản {_words}"
    HINTS[f"{_slot}_on"] = f"ngày {_words}"
    HINTS[f"{_slot}_reason"] = f"lý do {_words}"
    HINTS[f"{_slot}_until"] = f"{_words} đến ngày"
