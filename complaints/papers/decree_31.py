"""Forms 01–12 of Decree 31/2019/NĐ-CP on denunciations; 02 and 03 as Decree 156/2026/NĐ-CP replaced them too.

No form names the denouncer: what goes to him leaves his name to be written when it is sent (LTC Điều 8).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from complaints.papers.grounds import AMENDED_FROM, of_denunciations
from lucba.law.sources import DECREE_31_2019, DECREE_156_2026
from lucba.papers.official_form import OfficialForm

TO_DENOUNCER = "Ông (bà) [họ tên người tố cáo, tự ghi khi gửi]"
_LAST_DAY = AMENDED_FROM - timedelta(days=1)

EXTENSION = OfficialForm(
    code="tc-01",
    label="quyết định gia hạn giải quyết tố cáo",
    kind="QUYẾT ĐỊNH",
    title="Về việc gia hạn giải quyết tố cáo",
    form_name="Mẫu số 01",
    source=DECREE_31_2019,
    series="QĐ",
    decides=True,
    grounds=("Căn cứ quyết định thụ lý tố cáo số {acceptance_number} {acceptance_on}",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Gia hạn thời hạn giải quyết tố cáo đối với {respondent_name}, đã thụ lý theo quyết định số \
{acceptance_number} {acceptance_on}.
Lý do gia hạn: [vụ việc phức tạp hoặc đặc biệt phức tạp, nêu tiêu chí].
Thời gian gia hạn: [số ngày] ngày, kể từ ngày hết thời hạn giải quyết.
? Hạn giải quyết sau gia hạn: {due_on}.
Điều 2. [tổ xác minh, người được giao xác minh], {respondent_name} và cơ quan, tổ chức, cá nhân có liên \
quan chịu trách nhiệm thi hành quyết định này.
""",
    recipients=("Như Điều 2", "{superior}", "Lưu: VT, hồ sơ"),
)
WITHDRAWAL_LETTER = OfficialForm(
    code="tc-02",
    label="đơn rút tố cáo",
    kind="ĐƠN RÚT TỐ CÁO",
    title="",
    form_name="Mẫu số 02",
    source=DECREE_31_2019,
    in_force_until=_LAST_DAY,
    by_citizen=True,
    addressees=("{office}",),
    body="""
Tên tôi là: [người tố cáo tự ghi]
Địa chỉ: [người tố cáo tự ghi]
Ngày [ngày, tháng, năm, tự ghi] tôi có đơn tố cáo gửi {office}.
Nay tôi rút: [toàn bộ nội dung tố cáo hoặc nội dung rút, tự ghi]
Lý do rút tố cáo: [người tố cáo tự ghi]
Tôi rút tố cáo tự nguyện, không bị đe dọa, mua chuộc, trả thù.
""",
)
WITHDRAWAL_RECORD = OfficialForm(
    code="tc-03",
    label="biên bản ghi nhận việc rút tố cáo",
    kind="BIÊN BẢN",
    title="Ghi nhận việc rút tố cáo",
    form_name="Mẫu số 03",
    source=DECREE_31_2019,
    in_force_until=_LAST_DAY,
    boxes=("Người rút tố cáo", "Người ghi biên bản"),
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [địa điểm].
Người ghi biên bản: [họ tên, chức vụ]
Người rút tố cáo: [họ tên, địa chỉ, người tố cáo tự ghi]
Nội dung rút: [toàn bộ hay một phần] tố cáo về việc: {summary}.
Lý do rút tố cáo: [lý do; tự nguyện, không bị đe dọa, mua chuộc, trả thù].
Biên bản đã đọc lại cho người rút tố cáo nghe, công nhận đúng và cùng ký; lập thành [số] bản.
""",
)
ACCEPTANCE = OfficialForm(
    code="tc-04",
    label="quyết định thụ lý tố cáo",
    kind="QUYẾT ĐỊNH",
    title="Về việc thụ lý tố cáo",
    form_name="Mẫu số 04",
    source=DECREE_31_2019,
    series="QĐ",
    decides=True,
    grounds=("Xét đề nghị của [bộ phận tham mưu]",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Thụ lý tố cáo đối với {respondent_name}, địa chỉ: [địa chỉ cơ quan của người bị tố cáo].
Nội dung tố cáo được thụ lý: {summary}.
Thời hạn giải quyết tố cáo: 30 ngày, kể từ ngày thụ lý.
? Hạn giải quyết: {due_on}.
Điều 2. [bộ phận tham mưu, người được giao], {respondent_name} và cơ quan, tổ chức, cá nhân có liên quan \
chịu trách nhiệm thi hành quyết định này.
""",
    recipients=("Như Điều 2", "{superior}", "Lưu: VT, hồ sơ"),
)
DENOUNCER_TOLD = OfficialForm(
    code="tc-05",
    label="thông báo việc thụ lý tố cáo gửi người tố cáo",
    kind="THÔNG BÁO",
    title="Về việc thụ lý tố cáo",
    form_name="Mẫu số 05",
    source=DECREE_31_2019,
    series="TB",
    in_own_name=True,
    addressees=(TO_DENOUNCER, "[cơ quan, tổ chức, cá nhân chuyển đơn, nếu có]"),
    body="""
{received_on_capital}, {office} nhận được đơn tố cáo với nội dung: {summary}.
Tố cáo đã được thụ lý theo quyết định số {acceptance_number} {acceptance_on} của {head}.
? Hạn giải quyết: {due_on}, nếu không gia hạn hoặc tạm đình chỉ theo quy định của pháp luật.
Thông tin của người tố cáo được giữ bí mật theo quy định của Luật Tố cáo.
Vậy thông báo để ông (bà) biết.
""",
    recipients=("Như trên", "Lưu: VT, hồ sơ"),
)
REFUSAL = replace(
    DENOUNCER_TOLD,
    code="tc-05-khong",
    label="thông báo không thụ lý tố cáo",
    title="Về việc không thụ lý tố cáo",
    body="""
{received_on_capital}, {office} nhận được đơn tố cáo với nội dung: {summary}.
Căn cứ Điều 29 Luật Tố cáo, tố cáo không đủ điều kiện thụ lý vì: {refusal_reason}.
Vậy thông báo để ông (bà) biết.
""",
)
DENOUNCED_TOLD = OfficialForm(
    code="tc-06",
    label="thông báo về nội dung tố cáo gửi người bị tố cáo",
    kind="THÔNG BÁO",
    title="Về nội dung tố cáo",
    form_name="Mẫu số 06",
    source=DECREE_31_2019,
    series="TB",
    in_own_name=True,
    addressees=("{respondent_name}",),
    body="""
{head} đã thụ lý tố cáo đối với ông (bà) theo quyết định số {acceptance_number} {acceptance_on}.
Nội dung tố cáo: {summary}.
Yêu cầu ông (bà) giải trình bằng văn bản về nội dung bị tố cáo, cung cấp thông tin, tài liệu, bằng chứng \
liên quan, gửi \
{office} trước ngày [ngày, tháng, năm].
Ông (bà) có quyền, nghĩa vụ của người bị tố cáo theo Điều 10 Luật Tố cáo.
""",
    recipients=("Như trên", "Lưu: VT, hồ sơ"),
)
TEAM = OfficialForm(
    code="tc-07",
    label="quyết định thành lập tổ xác minh nội dung tố cáo",
    kind="QUYẾT ĐỊNH",
    title="Về việc thành lập tổ xác minh nội dung tố cáo",
    form_name="Mẫu số 07",
    source=DECREE_31_2019,
    series="QĐ",
    decides=True,
    grounds=("Căn cứ quyết định thụ lý tố cáo số {acceptance_number} {acceptance_on}",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Thành lập tổ xác minh nội dung tố cáo đối với {respondent_name}, gồm:
- Ông (bà) {verifier}, {verifier_position}, tổ trưởng
- Ông (bà) [họ tên, chức vụ], thành viên
Điều 2. Tổ xác minh xác minh nội dung tố cáo: {summary}.
Thời gian xác minh: [số ngày] ngày, kể từ ngày ký quyết định này. Tổ xác minh thực hiện quyền, nghĩa vụ \
theo \
Điều 31 Luật Tố cáo, giữ bí mật thông tin của người tố cáo.
Điều 3. Những người có tên tại Điều 1, {respondent_name} và cơ quan, tổ chức, cá nhân có liên quan chịu \
trách nhiệm thi \
hành quyết định này.
""",
    recipients=("Như Điều 3", "Lưu: VT, hồ sơ"),
)
RECORD = OfficialForm(
    code="tc-08",
    label="biên bản làm việc về xác minh nội dung tố cáo",
    kind="BIÊN BẢN",
    title="Làm việc về xác minh nội dung tố cáo",
    form_name="Mẫu số 08",
    source=DECREE_31_2019,
    boxes=("Người làm việc", "Người ghi biên bản", "Tổ trưởng tổ xác minh"),
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [địa điểm].
Tổ xác minh theo quyết định số {verification_number} {verification_on} gồm: ông (bà) {verifier}, \
{verifier_position}; [thành viên khác]
Người làm việc: [họ tên, chức vụ hoặc địa chỉ; nếu là người tố cáo thì người đó tự ghi vào bản lưu riêng]
# Nội dung làm việc
[nội dung trình bày, câu hỏi và trả lời; tài liệu giao nhận]
Biên bản kết thúc hồi [giờ] cùng ngày, đã đọc lại cho người làm việc nghe và cùng ký; lập thành [số] bản.
""",
)
EXPERT = OfficialForm(
    code="tc-09",
    label="quyết định trưng cầu giám định trong giải quyết tố cáo",
    kind="QUYẾT ĐỊNH",
    title="Về việc trưng cầu giám định",
    form_name="Mẫu số 09",
    source=DECREE_31_2019,
    series="QĐ",
    decides=True,
    grounds=("Xét đề nghị của tổ trưởng tổ xác minh",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Trưng cầu [cơ quan, tổ chức giám định] giám định: [đối tượng và nội dung giám định].
Điều 2. Thời hạn có kết quả giám định: [ngày, tháng, năm]. Kinh phí giám định: [nguồn chi trả].
Điều 3. [cơ quan, tổ chức giám định], tổ xác minh và người có liên quan chịu trách nhiệm thi hành quyết \
định này.
""",
    recipients=("Như Điều 3", "Lưu: VT, hồ sơ"),
)
TEAM_REPORT = OfficialForm(
    code="tc-10",
    label="báo cáo kết quả xác minh nội dung tố cáo của tổ xác minh",
    kind="BÁO CÁO",
    title="Kết quả xác minh nội dung tố cáo đối với {respondent_name}",
    form_name="Mẫu số 10",
    source=DECREE_31_2019,
    boxes=("Tổ trưởng tổ xác minh",),
    addressees=("{head}",),
    body="""
Thực hiện quyết định số {verification_number} {verification_on}, tổ xác minh báo cáo kết quả xác minh nội \
dung tố cáo đối với {respondent_name}.
# I. Nội dung tố cáo
{summary}.
# II. Kết quả xác minh
[từng nội dung: giải trình của người bị tố cáo; thông tin, tài liệu, bằng chứng; phân tích, đánh giá]
# III. Nhận xét, kết luận
[từng nội dung: đúng, đúng một phần, sai; mức độ vi phạm, thiệt hại, trách nhiệm]
# IV. Kiến nghị
[biện pháp xử lý theo thẩm quyền; kiến nghị cơ quan có thẩm quyền]
""",
)
BODY_REPORT = replace(
    TEAM_REPORT,
    code="tc-11",
    label="báo cáo kết quả xác minh của cơ quan được giao xác minh",
    form_name="Mẫu số 11",
    boxes=("Thủ trưởng cơ quan được giao xác minh",),
)
CONCLUSION = OfficialForm(
    code="tc-12",
    label="kết luận nội dung tố cáo",
    kind="KẾT LUẬN",
    title="Nội dung tố cáo đối với {respondent_name}",
    form_name="Mẫu số 12",
    source=DECREE_31_2019,
    series="KL",
    in_own_name=True,
    body="""
{received_on_capital}, {office} nhận được đơn tố cáo đối với {respondent_name}; {head} đã thụ lý theo quyết \
định số {acceptance_number} {acceptance_on}.
Căn cứ nội dung tố cáo, giải trình của người bị tố cáo, báo cáo kết quả xác minh số {report_number} \
{report_on}, {head} kết luận như sau:
# I. Kết quả xác minh nội dung tố cáo
Nội dung tố cáo: {summary}.
[kết quả xác minh từng nội dung; chứng cứ chứng minh]
# II. Căn cứ pháp luật để xác định có hay không có hành vi vi phạm
[điều, khoản văn bản pháp luật]
# III. Kết luận
Nội dung tố cáo: {result}. [kết luận từng nội dung; có hay không việc cố ý tố cáo sai sự thật]
[thiệt hại, đối tượng bị thiệt hại; trách nhiệm của tổ chức, cá nhân]
# IV. Biện pháp xử lý, kiến nghị
[biện pháp xử lý theo thẩm quyền; kiến nghị cơ quan có thẩm quyền xử lý]
{measures}
""",
    recipients=("{respondent_name}", "{superior}", "[cơ quan quản lý người bị tố cáo]", "Lưu: VT, hồ sơ"),
)


def _since(form: OfficialForm) -> OfficialForm:
    """Return a form as Decree 156/2026 replaced it."""
    return replace(form, source=DECREE_156_2026, in_force_from=AMENDED_FROM, in_force_until=date.max)


FORMS: tuple[OfficialForm, ...] = (
    WITHDRAWAL_LETTER,
    WITHDRAWAL_RECORD,
    _since(WITHDRAWAL_LETTER),
    _since(WITHDRAWAL_RECORD),
    DENOUNCER_TOLD,
    REFUSAL,
    DENOUNCED_TOLD,
    RECORD,
    TEAM_REPORT,
    BODY_REPORT,
    *of_denunciations(EXTENSION, ACCEPTANCE, TEAM, EXPERT, CONCLUSION),
)
