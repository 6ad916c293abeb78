"""The office's usual papers on complaints: acts the law wants in writing but gives no form for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from complaints.papers.decree_124 import LAST_DAY
from complaints.papers.decree_155 import TERMINATION
from complaints.papers.grounds import AMENDED_FROM, COMPLAINTS_BEFORE
from lucba.papers.official_form import OfficialForm

TO_AUTHOR = ("Ông (bà) {author}",)
TO_FILE = ("Như trên", "Lưu: VT, hồ sơ")

SUPPLEMENT = OfficialForm(
    code="kn-bo-sung",
    label="văn bản yêu cầu bổ sung đơn, tài liệu khiếu nại",
    kind="",
    title="V/v bổ sung đơn, tài liệu khiếu nại",
    series="",
    addressees=TO_AUTHOR,
    body="""
{received_on_capital}, {office} nhận được đơn khiếu nại của ông (bà) về việc: {summary}.
Để có căn cứ xem xét thụ lý, đề nghị ông (bà) bổ sung: [nội dung, tài liệu, chữ ký, văn bản cử người đại \
diện cần bổ sung].
Nội dung bổ sung gửi về {office} trước ngày [ngày, tháng, năm].
""",
    recipients=TO_FILE,
)
COMPLEX = OfficialForm(
    code="kn-phuc-tap",
    label="văn bản xác định vụ việc khiếu nại phức tạp",
    kind="THÔNG BÁO",
    title="Về việc xác định vụ việc khiếu nại phức tạp",
    series="TB",
    in_own_name=True,
    addressees=TO_AUTHOR,
    body="""
{head} đang giải quyết khiếu nại của ông (bà) {authors} về việc: {summary}.
Vụ việc được xác định là phức tạp vì: {complex_reason}.
? Hạn giải quyết khiếu nại: {due_on}.
""",
    recipients=("Như trên", "[người được giao xác minh]", "Lưu: VT, hồ sơ"),
)
DIALOGUE_NOTICE = OfficialForm(
    code="kn-moi-doi-thoai",
    label="thông báo đối thoại",
    kind="THÔNG BÁO",
    title="Về việc tổ chức đối thoại giải quyết khiếu nại",
    series="TB",
    in_own_name=True,
    addressees=("Ông (bà) {author}", "[người bị khiếu nại; người có quyền, nghĩa vụ liên quan]"),
    body="""
Để giải quyết khiếu nại của ông (bà) {authors} về việc: {summary}.
{head} tổ chức đối thoại như sau:
Thời gian: [giờ], {act_until}.
Địa điểm: [địa điểm].
Thành phần: người khiếu nại, người bị khiếu nại, người có quyền, nghĩa vụ liên quan, [cơ quan, tổ chức].
Nội dung: kết quả xác minh và những điểm còn ý kiến khác nhau.
Đề nghị ông (bà) có mặt đúng thời gian, mang theo giấy tờ tùy thân và tài liệu liên quan. Trường hợp không \
đến được, \
đề nghị báo trước lý do cho {office}.
""",
    recipients=TO_FILE,
)
MEETING_NOTICE = OfficialForm(
    code="kn-hop-cong-khai",
    label="thông báo họp công khai quyết định giải quyết khiếu nại",
    kind="THÔNG BÁO",
    title="Về việc họp công khai quyết định giải quyết khiếu nại",
    series="TB",
    addressees=("Ông (bà) {author}", "[người bị khiếu nại; cơ quan, tổ chức, cá nhân có liên quan]"),
    body="""
{office} tổ chức cuộc họp công khai quyết định số {decision_number} {decision_on} giải quyết khiếu nại của \
ông (bà) {authors}.
Thời gian: [giờ], ngày [ngày, tháng, năm].
Địa điểm: [địa điểm].
Trân trọng mời ông (bà) và cơ quan, tổ chức, cá nhân có liên quan tham dự.
""",
    recipients=TO_FILE,
)
POSTING = OfficialForm(
    code="kn-niem-yet",
    label="biên bản niêm yết quyết định giải quyết khiếu nại",
    kind="BIÊN BẢN",
    title="Niêm yết công khai quyết định giải quyết khiếu nại",
    boxes=("Người chứng kiến", "Người niêm yết"),
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [trụ sở, nơi tiếp công dân, cổng thông tin điện tử].
Người niêm yết: [họ tên, chức vụ]
Người chứng kiến: [họ tên, địa chỉ]
Đã niêm yết, đăng tải quyết định số {decision_number} {decision_on} của {head} về giải quyết khiếu nại. \
Thời gian niêm yết, \
đăng tải: ít nhất 15 ngày, kể từ ngày lập biên bản này.
""",
)
POSTING_END = replace(
    POSTING,
    code="kn-het-niem-yet",
    label="biên bản kết thúc niêm yết quyết định giải quyết khiếu nại",
    title="Kết thúc niêm yết công khai quyết định giải quyết khiếu nại",
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [nơi niêm yết, đăng tải].
Người lập biên bản: [họ tên, chức vụ]
Người chứng kiến: [họ tên, địa chỉ]
Kết thúc việc niêm yết, đăng tải quyết định số {decision_number} {decision_on} của {head} về giải quyết \
khiếu nại, đã niêm yết từ \
{published_on}.
""",
)
DIRECTION = OfficialForm(
    code="kn-chi-dao",
    label="văn bản chỉ đạo thi hành quyết định giải quyết khiếu nại",
    kind="",
    title="V/v thi hành quyết định giải quyết khiếu nại",
    series="",
    in_own_name=True,
    addressees=("[cơ quan, cá nhân có trách nhiệm thi hành]",),
    body="""
Quyết định số {decision_number} {decision_on} giải quyết khiếu nại của ông (bà) {authors} đã có hiệu \
lực pháp luật từ {effective_on}.
{head} yêu cầu [cơ quan, cá nhân có trách nhiệm thi hành] thực hiện:
{measures}
Hoàn thành trước ngày [ngày, tháng, năm] và báo cáo kết quả bằng văn bản.
""",
    recipients=("Như trên", "Ông (bà) {author}", "Lưu: VT, hồ sơ"),
)
ENFORCEMENT_REPORT = OfficialForm(
    code="kn-ket-qua-thi-hanh",
    label="báo cáo kết quả thi hành quyết định giải quyết khiếu nại",
    kind="BÁO CÁO",
    title="Kết quả thi hành quyết định giải quyết khiếu nại",
    series="BC",
    addressees=("[người ra quyết định, cơ quan cấp trên]",),
    body="""
Thực hiện quyết định số {decision_number} {decision_on} giải quyết khiếu nại của ông (bà) {authors}, \
{office} báo cáo:
Việc phải thi hành:
{measures}
Kết quả: [đã thực hiện, ngày, số văn bản, số tiền, diện tích].
Việc còn lại, lý do: [việc chưa thi hành được và lý do].
""",
    recipients=("Như trên", "Lưu: VT, hồ sơ"),
)
WITHDRAWAL = OfficialForm(
    code="kn-rut",
    label="biên bản ghi nhận việc rút khiếu nại",
    kind="BIÊN BẢN",
    title="Ghi nhận việc rút khiếu nại",
    boxes=("Người rút khiếu nại", "Người ghi biên bản"),
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [địa điểm].
Người ghi biên bản: [họ tên, chức vụ]
Người rút khiếu nại: ông (bà) {author}; số giấy tờ tùy thân: {identity}; địa chỉ: {address}
Nội dung rút: [toàn bộ hay một phần] khiếu nại về việc: {summary}.
Lý do rút: [lý do; tự nguyện, không bị đe dọa, ép buộc].
Biên bản đã đọc lại cho người rút khiếu nại nghe, công nhận đúng và cùng ký.
""",
)
FRONT_TOLD = OfficialForm(
    code="kn-bao-mat-tran",
    label="văn bản báo kết quả giải quyết cho nơi chuyển đơn",
    kind="",
    title="V/v kết quả giải quyết khiếu nại",
    series="",
    addressees=("[Ủy ban Mặt trận Tổ quốc, cơ quan, đại biểu đã chuyển đơn]",),
    body="""
{office} nhận đơn khiếu nại của ông (bà) {authors} do {source}, về việc: {summary}.
{head} đã giải quyết bằng quyết định số {decision_number} {decision_on}. Kết quả: khiếu nại {result}.
Xin thông báo để [nơi nhận] biết.
""",
    recipients=TO_FILE,
)
HANDOVER = OfficialForm(
    code="ban-giao",
    label="biên bản bàn giao hồ sơ vụ việc",
    kind="BIÊN BẢN",
    title="Bàn giao hồ sơ vụ việc {case_code}",
    boxes=("Bên giao", "Bên nhận"),
    body="""
Hôm nay, ngày [ngày, tháng, năm], tại [địa điểm].
Bên giao: {handed_over_from}; đại diện: [họ tên, chức vụ]
Bên nhận: {office}; đại diện: [họ tên, chức vụ]
Bàn giao hồ sơ vụ việc {case_code}: {summary}.
Vụ việc giữ nguyên ngày nhận đơn, ngày thụ lý và thời hạn đã tính.
| STT | Tên tài liệu | Số trang | Ghi chú |
| 1 | [tên tài liệu] | [số] | [bản chính, bản sao] |
| 2 | [tên tài liệu] | [số] | [bản chính, bản sao] |
Biên bản lập thành 02 bản, mỗi bên giữ 01 bản.
""",
)


# An ordinary decision until Decree 155/2026 gave the form; suspending a complaint came with it (LKN 11a).
TERMINATION_BEFORE = replace(
    TERMINATION,
    form_name="",
    source=None,
    grounds=(*COMPLAINTS_BEFORE, TERMINATION.grounds[-1]),
    in_force_from=date.min,
    in_force_until=LAST_DAY,
)

FORMS: tuple[OfficialForm, ...] = (
    SUPPLEMENT,
    replace(COMPLEX, in_force_from=AMENDED_FROM),
    DIALOGUE_NOTICE,
    MEETING_NOTICE,
    POSTING,
    POSTING_END,
    DIRECTION,
    ENFORCEMENT_REPORT,
    WITHDRAWAL,
    FRONT_TOLD,
    HANDOVER,
    TERMINATION_BEFORE,
)
