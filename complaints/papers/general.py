"""Papers on recommendations and reflections, and the general papers for whatever has no form of its own."""

from __future__ import annotations

from lucba.papers.official_form import OfficialForm

TO_FILE = ("Như trên", "Lưu: VT, hồ sơ")
_AUTHOR = ("Ông (bà) {author}",)

ASSIGNMENT = OfficialForm(
    code="pa-giao",
    label="phiếu giao xử lý kiến nghị, phản ánh",
    kind="PHIẾU GIAO XỬ LÝ",
    title="Kiến nghị, phản ánh mã {case_code}",
    boxes=("Người nhận", "Người giao"),
    body="""
Nội dung kiến nghị, phản ánh: {summary}.
Người gửi: ông (bà) {authors}, địa chỉ: {address}; nhận {received_on}.
Giao ông (bà) {verifier}, {verifier_position}, xem xét, đề xuất và trả lời trước ngày [ngày, tháng, năm].
Yêu cầu: [yêu cầu cụ thể, cơ quan phối hợp].
""",
)
ANSWER = OfficialForm(
    code="pa-tra-loi",
    label="văn bản trả lời kiến nghị, phản ánh",
    kind="",
    title="V/v trả lời kiến nghị, phản ánh",
    series="",
    addressees=_AUTHOR,
    body="""
{received_on_capital}, {office} nhận được kiến nghị, phản ánh của ông (bà) về việc: {summary}.
Sau khi xem xét, {office} trả lời như sau:
[kết quả xem xét, căn cứ, việc đã làm hoặc sẽ làm, thời gian]
{office} cảm ơn ông (bà) đã kiến nghị, phản ánh và trả lời để ông (bà) biết.
""",
    recipients=TO_FILE,
)
FORWARDED = OfficialForm(
    code="pa-bao-chuyen",
    label="thông báo chuyển đơn kiến nghị, phản ánh",
    kind="THÔNG BÁO",
    title="Về việc chuyển đơn kiến nghị, phản ánh",
    series="TB",
    addressees=_AUTHOR,
    body="""
{received_on_capital}, {office} nhận được đơn của ông (bà) về việc: {summary}.
Nội dung đơn thuộc thẩm quyền giải quyết của {competent_body}. {office} đã chuyển đơn đến cơ quan đó và \
thông báo để ông (bà) biết, liên hệ.
""",
    recipients=TO_FILE,
)
REFUSAL = OfficialForm(
    code="pa-tu-choi",
    label="thông báo từ chối xem xét kiến nghị, phản ánh",
    kind="THÔNG BÁO",
    title="Về việc từ chối xem xét kiến nghị, phản ánh",
    series="TB",
    addressees=_AUTHOR,
    body="""
{received_on_capital}, {office} nhận được kiến nghị, phản ánh của ông (bà) về việc: {summary}.
Nội dung này đã được trả lời bằng văn bản số [số, ngày văn bản trả lời] và không có tình tiết mới. {office} \
từ chối xem xét lại và thông báo để ông (bà) biết.
""",
    recipients=TO_FILE,
)
SUPPLEMENT = OfficialForm(
    code="pa-bo-sung",
    label="văn bản yêu cầu bổ sung kiến nghị, phản ánh",
    kind="",
    title="V/v bổ sung nội dung kiến nghị, phản ánh",
    series="",
    addressees=_AUTHOR,
    body="""
{received_on_capital}, {office} nhận được kiến nghị, phản ánh của ông (bà) về việc: {summary}.
Để có căn cứ xem xét, đề nghị ông (bà) bổ sung: [nội dung, tài liệu], gửi về {office} trước ngày [ngày, \
tháng, năm].
""",
    recipients=TO_FILE,
)
RECLASSIFICATION = OfficialForm(
    code="pa-phan-loai-lai",
    label="phiếu phân loại lại đơn",
    kind="PHIẾU PHÂN LOẠI LẠI",
    title="Đơn mã {petition_code}",
    boxes=("Phê duyệt của người đứng đầu", "Người đề xuất"),
    body="""
Đơn nhận {received_on}, đã phân loại là {kind}: {summary}.
Qua xem xét, nội dung đơn là: [khiếu nại, tố cáo], vì: [căn cứ].
Đề nghị phân loại lại; ngày nhận đơn đầu tiên được giữ nguyên.
""",
)
TARGET_MOVED = OfficialForm(
    code="pa-lui-chi-tieu",
    label="phiếu ghi lý do lùi chỉ tiêu trả lời",
    kind="PHIẾU BÁO",
    title="Lùi chỉ tiêu trả lời kiến nghị, phản ánh mã {case_code}",
    boxes=("Phê duyệt của người đứng đầu", "Người đề xuất"),
    body="""
Nội dung: {summary}.
Chỉ tiêu trả lời của cơ quan: {due_on}. Đề nghị lùi đến [ngày, tháng, năm] vì: {act_reason}.
""",
)
ENDED = OfficialForm(
    code="pa-ket-thuc",
    label="phiếu ghi nhận kết thúc xử lý",
    kind="PHIẾU BÁO",
    title="Kết thúc xử lý kiến nghị, phản ánh mã {case_code}",
    boxes=("Phê duyệt của người đứng đầu", "Người đề xuất"),
    body="""
Nội dung: {summary}.
Kết thúc xử lý vì: {act_reason}.
""",
)
JOINING = OfficialForm(
    code="nhap-vu",
    label="phiếu ghi nhập hồ sơ vụ việc",
    kind="PHIẾU BÁO",
    title="Nhập hồ sơ vụ việc {case_code}",
    boxes=("Phê duyệt của người đứng đầu", "Người đề xuất"),
    body="""
Vụ việc {case_code}: {summary}.
Nhập vào vụ việc [mã vụ việc] vì cùng nội dung, cùng thẩm quyền giải quyết: [căn cứ].
""",
)
CORRECTION = OfficialForm(
    code="dinh-chinh",
    label="văn bản đính chính",
    kind="",
    title="V/v đính chính văn bản",
    series="",
    addressees=("[nơi đã nhận văn bản]",),
    body="""
{office} đã ban hành văn bản số [số, ngày văn bản] về việc [trích yếu].
Do sơ suất, văn bản có nội dung chưa đúng: “[nội dung đã ghi]”. Nay đính chính là: “[nội dung đúng]”.
Các nội dung khác của văn bản không thay đổi.
""",
    recipients=TO_FILE,
)
LETTER = OfficialForm(
    code="cong-van",
    label="công văn",
    kind="",
    title="V/v [trích yếu]",
    series="",
    addressees=("[nơi nhận]",),
    body="""
[nội dung]
""",
    recipients=TO_FILE,
)
NOTICE = OfficialForm(
    code="thong-bao",
    label="thông báo khác",
    kind="THÔNG BÁO",
    title="[trích yếu]",
    series="TB",
    body="""
[nội dung]
""",
    recipients=("[nơi nhận]", "Lưu: VT, hồ sơ"),
)
INVITATION = OfficialForm(
    code="giay-moi",
    label="giấy mời",
    kind="GIẤY MỜI",
    title="[trích yếu]",
    series="GM",
    addressees=("[người, cơ quan được mời]",),
    body="""
{office} trân trọng mời [người, cơ quan được mời] đến làm việc về: [nội dung].
Thời gian: [giờ], ngày [ngày, tháng, năm].
Địa điểm: [địa điểm].
Khi đến đề nghị mang theo: [giấy tờ, tài liệu].
""",
    recipients=TO_FILE,
)
RECORD = OfficialForm(
    code="bien-ban",
    label="biên bản làm việc",
    kind="BIÊN BẢN LÀM VIỆC",
    title="",
    boxes=("Người làm việc", "Người ghi biên bản"),
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [địa điểm].
# I. Thành phần
[họ tên, chức vụ hoặc địa chỉ]
# II. Nội dung
[nội dung]
# III. Kết quả
[kết quả, ý kiến]
Biên bản kết thúc hồi [giờ] cùng ngày, đã đọc lại cho mọi người nghe và cùng ký; lập thành [số] bản.
""",
)

OF_RECOMMENDATIONS: tuple[OfficialForm, ...] = (
    ASSIGNMENT,
    ANSWER,
    FORWARDED,
    REFUSAL,
    SUPPLEMENT,
    RECLASSIFICATION,
    TARGET_MOVED,
    ENDED,
)
OF_ANY_MATTER: tuple[OfficialForm, ...] = (LETTER, NOTICE, INVITATION, RECORD, JOINING, CORRECTION)
FORMS = (*OF_RECOMMENDATIONS, *OF_ANY_MATTER)
