"""The papers of petition handling: Circular 05/2021/TT-TTCP forms 01–05, and the letters it asks for."""

from __future__ import annotations

from complaints.papers.decree_31 import TO_DENOUNCER
from lucba.law.sources import CIRCULAR_05_2021
from lucba.papers.official_form import OfficialForm

TO_FILE = ("Như trên", "Lưu: VT, hồ sơ")
_RECEIVED = """
{received_on_capital}, {office} nhận được đơn {kind} của ông (bà) {authors}, địa chỉ: {address} \
({source}).
Nội dung đơn: {petition_summary}.
"""

PROPOSAL = OfficialForm(
    code="xld-01",
    label="phiếu đề xuất thụ lý đơn",
    kind="PHIẾU ĐỀ XUẤT",
    title="Thụ lý đơn {kind}",
    form_name="Mẫu số 01",
    source=CIRCULAR_05_2021,
    boxes=("Phê duyệt của người đứng đầu", "Lãnh đạo bộ phận", "Người đề xuất"),
    addressees=("{head}",),
    body="""
{received_on_capital}, {office} nhận được đơn {kind} mã {petition_code} ({source}).
? Người gửi đơn: ông (bà) {authors}.
? Địa chỉ: {address}.
Nội dung đơn: {petition_summary}.
Đơn đã được [cơ quan] giải quyết ngày [ngày, tháng, năm, hoặc ghi chưa được giải quyết].
Căn cứ nội dung đơn và quy định của pháp luật, đơn đủ điều kiện và thuộc thẩm quyền giải quyết của {head}.
Đề xuất thụ lý để giải quyết theo quy định.
""",
)
GUIDANCE = OfficialForm(
    code="xld-02",
    label="phiếu hướng dẫn người khiếu nại, kiến nghị, phản ánh",
    kind="PHIẾU HƯỚNG DẪN",
    title="",
    form_name="Mẫu số 02",
    source=CIRCULAR_05_2021,
    series="HD",
    addressees=("Ông (bà) {author}",),
    body=f"""{_RECEIVED}
Căn cứ quy định của pháp luật, nội dung đơn không thuộc thẩm quyền giải quyết của {{office}}.
Đề nghị ông (bà) gửi đơn đến {{competent_body}} để được giải quyết theo thẩm quyền. {{office}} chỉ hướng \
dẫn một lần cho cùng một nội dung.
""",
    recipients=TO_FILE,
)
RETURN = OfficialForm(
    code="xld-tra-don",
    label="thông báo trả lại đơn và hướng dẫn",
    kind="THÔNG BÁO",
    title="Về việc trả lại đơn {kind}",
    source=CIRCULAR_05_2021,
    series="TB",
    addressees=("Ông (bà) {author}",),
    body=f"""{_RECEIVED}
{{office}} trả lại đơn và giấy tờ, tài liệu kèm theo vì: [lý do trả lại].
Đề nghị ông (bà) gửi đơn đến {{competent_body}} để được giải quyết theo thẩm quyền.
""",
    recipients=TO_FILE,
)
INELIGIBLE = OfficialForm(
    code="xld-khong-du-dieu-kien",
    label="thông báo đơn không đủ điều kiện xử lý",
    kind="THÔNG BÁO",
    title="Về việc đơn {kind} không đủ điều kiện xử lý",
    source=CIRCULAR_05_2021,
    series="TB",
    addressees=("Ông (bà) {author}",),
    body=f"""{_RECEIVED}
Đơn không đủ điều kiện xử lý vì: {{ineligible_reason}}.
Ông (bà) có thể bổ sung [nội dung cần bổ sung] và gửi lại đơn. Đơn này được lưu theo quy định.
""",
    recipients=TO_FILE,
)
WRONGLY_SENT = OfficialForm(
    code="xld-tra-noi-chuyen",
    label="văn bản trả lại đơn chuyển không đúng thẩm quyền",
    kind="",
    title="V/v trả lại đơn chuyển không đúng thẩm quyền",
    source=CIRCULAR_05_2021,
    series="",
    addressees=("{forwarder}",),
    body="""
{office} nhận được đơn {kind} do {forwarder} chuyển đến theo văn bản số {forwarder_letter}.
Nội dung đơn: {petition_summary}.
Nội dung đơn không thuộc thẩm quyền giải quyết của {office} vì: [căn cứ]. {office} trả lại đơn để [cơ quan \
chuyển đơn] chuyển đến cơ quan có thẩm quyền.
""",
    recipients=TO_FILE,
)
FORWARDED_DENUNCIATION = OfficialForm(
    code="xld-03",
    label="phiếu chuyển đơn tố cáo",
    kind="PHIẾU CHUYỂN ĐƠN",
    title="",
    form_name="Mẫu số 03",
    source=CIRCULAR_05_2021,
    series="PC",
    addressees=("{competent_body}",),
    body="""
{received_on_capital}, {office} nhận được đơn tố cáo mã {petition_code} ({source}), nội dung: \
{petition_summary}.
Căn cứ Điều 24 Luật Tố cáo, nội dung tố cáo thuộc thẩm quyền giải quyết của {competent_body}. {office} \
chuyển đơn và tài liệu kèm theo để xem xét, giải quyết theo quy định của pháp luật.
Danh tính người tố cáo được gửi riêng trong phong bì niêm phong. Đề nghị giữ bí mật theo quy định của Luật \
Tố cáo và thông báo kết quả cho {office}.
""",
    recipients=TO_FILE,
)
DENOUNCER_TOLD_OF_FORWARDING = OfficialForm(
    code="xld-03-bao",
    label="thông báo chuyển đơn tố cáo gửi người tố cáo",
    kind="THÔNG BÁO",
    title="Về việc chuyển đơn tố cáo",
    source=CIRCULAR_05_2021,
    series="TB",
    addressees=(TO_DENOUNCER,),
    body="""
{received_on_capital}, {office} nhận được đơn tố cáo của ông (bà). Nội dung tố cáo thuộc thẩm quyền giải \
quyết của {competent_body}.
{office} đã chuyển đơn đến {competent_body} ngày [ngày, tháng, năm]. Đề nghị ông (bà) liên hệ với cơ quan \
đó để biết kết quả.
""",
    recipients=TO_FILE,
)
FORWARDED_RECOMMENDATION = OfficialForm(
    code="xld-04",
    label="phiếu chuyển đơn kiến nghị, phản ánh",
    kind="PHIẾU CHUYỂN ĐƠN",
    title="",
    form_name="Mẫu số 04",
    source=CIRCULAR_05_2021,
    series="PC",
    addressees=("{competent_body}",),
    body=f"""{_RECEIVED}
Nội dung đơn thuộc thẩm quyền giải quyết của {{competent_body}}. {{office}} chuyển đơn để xem xét, giải \
quyết và trả lời người gửi đơn theo quy định, đồng thời thông báo kết quả cho {{office}}.
""",
    recipients=("Như trên", "Ông (bà) {author} (để biết)", "Lưu: VT, hồ sơ"),
)
MIXED = OfficialForm(
    code="xld-05",
    label="phiếu hướng dẫn đơn có nhiều nội dung",
    kind="PHIẾU HƯỚNG DẪN",
    title="Đơn có nhiều nội dung khác nhau",
    form_name="Mẫu số 05",
    source=CIRCULAR_05_2021,
    series="HD",
    addressees=("Ông (bà) {author}",),
    body=f"""{_RECEIVED}
Đơn có nhiều nội dung thuộc thẩm quyền giải quyết của nhiều cơ quan. Đề nghị ông (bà) viết thành từng đơn \
riêng và gửi đến đúng cơ quan:
| STT | Nội dung | Cơ quan có thẩm quyền giải quyết |
| 1 | [nội dung] | [cơ quan] |
| 2 | [nội dung] | [cơ quan] |
Vậy hướng dẫn để ông (bà) biết, thực hiện.
""",
    recipients=TO_FILE,
)
URGING = OfficialForm(
    code="xld-don-doc",
    label="văn bản đôn đốc giải quyết đơn",
    kind="",
    title="V/v đôn đốc giải quyết đơn {kind}",
    source=CIRCULAR_05_2021,
    series="",
    addressees=("{competent_body}",),
    body="""
{received_on_capital}, {office} nhận được đơn {kind} mã {petition_code}, nội dung: {petition_summary}.
Vụ việc thuộc thẩm quyền của {competent_body}, đã quá thời hạn giải quyết theo quy định.
Đề nghị xem xét, giải quyết và báo cáo bằng văn bản quá trình, lý do chậm, trách nhiệm, thời gian hoàn \
thành trước ngày [ngày, tháng, năm].
""",
    recipients=TO_FILE,
)
FILING = OfficialForm(
    code="xld-luu",
    label="phiếu đề xuất lưu đơn",
    kind="PHIẾU ĐỀ XUẤT",
    title="Lưu đơn {kind}",
    source=CIRCULAR_05_2021,
    boxes=("Phê duyệt của người đứng đầu", "Người đề xuất"),
    addressees=("{head}",),
    body="""
{received_on_capital}, {office} nhận được đơn {kind} mã {petition_code} ({source}).
Nội dung đơn: {petition_summary}.
Đề nghị lưu đơn vì: {ineligible_reason}. Đơn được lưu ít nhất 01 năm theo quy định.
""",
)

FORMS: tuple[OfficialForm, ...] = (
    PROPOSAL,
    GUIDANCE,
    RETURN,
    INELIGIBLE,
    WRONGLY_SENT,
    FORWARDED_DENUNCIATION,
    DENOUNCER_TOLD_OF_FORWARDING,
    FORWARDED_RECOMMENDATION,
    MIXED,
    URGING,
    FILING,
)
