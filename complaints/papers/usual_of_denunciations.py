"""The office's usual papers on denunciations: acts the law wants in writing but gives no form for."""

from __future__ import annotations

from dataclasses import replace

from complaints.papers.decree_31 import TO_DENOUNCER
from complaints.papers.grounds import of_denunciations
from lucba.papers.official_form import OfficialForm

TO_FILE = ("Như trên", "Lưu: VT, hồ sơ")

SUPPLEMENT = OfficialForm(
    code="tc-bo-sung",
    label="văn bản yêu cầu bổ sung nội dung tố cáo",
    kind="",
    title="V/v bổ sung nội dung tố cáo",
    series="",
    addressees=(TO_DENOUNCER,),
    body="""
{received_on_capital}, {office} nhận được đơn tố cáo của ông (bà). Để có căn cứ xem xét thụ lý, đề nghị ông \
(bà) bổ sung: [nội dung, thông tin, tài liệu].
Nội dung bổ sung gửi về {office} trước ngày [ngày, tháng, năm]. Thông tin của ông (bà) được giữ bí mật.
""",
    recipients=TO_FILE,
)
INFORMATION = OfficialForm(
    code="tc-thong-tin",
    label="văn bản yêu cầu cung cấp thông tin, tài liệu về nội dung tố cáo",
    kind="",
    title="V/v cung cấp thông tin, tài liệu",
    series="",
    in_own_name=True,
    addressees=("[cơ quan, tổ chức, cá nhân được yêu cầu]",),
    body="""
{head} đang giải quyết tố cáo theo quyết định thụ lý số {acceptance_number} {acceptance_on}.
Căn cứ Luật Tố cáo, yêu cầu [nơi nhận văn bản] cung cấp các thông tin, tài liệu sau:
- [tên thông tin, tài liệu]
Thông tin, tài liệu gửi về {office} trước ngày [ngày, tháng, năm]; người nhận: {verifier}, \
{verifier_position}.
""",
    recipients=TO_FILE,
)
HANDOVER_OF_PAPERS = OfficialForm(
    code="tc-giao-nhan",
    label="giấy giao nhận thông tin, tài liệu, bằng chứng về tố cáo",
    kind="BIÊN BẢN",
    title="Giao nhận thông tin, tài liệu, bằng chứng",
    boxes=("Người giao", "Người nhận"),
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [địa điểm].
Người giao: [họ tên, chức vụ; người tố cáo thì tự ghi vào bản lưu riêng]
Người nhận: ông (bà) {verifier}, {verifier_position}
Đã giao, nhận các thông tin, tài liệu, bằng chứng liên quan đến nội dung tố cáo:
| STT | Tên thông tin, tài liệu, bằng chứng | Số trang | Tình trạng |
| 1 | [tên tài liệu] | [số] | [bản chính, bản sao] |
| 2 | [tên tài liệu] | [số] | [bản chính, bản sao] |
Biên bản lập thành [số] bản, mỗi bên giữ 01 bản.
""",
)
COMPLEX = OfficialForm(
    code="tc-phuc-tap",
    label="văn bản xác định vụ việc tố cáo phức tạp",
    kind="",
    title="V/v xác định vụ việc tố cáo phức tạp",
    series="",
    in_own_name=True,
    addressees=("[tổ xác minh, bộ phận tham mưu]",),
    body="""
{head} đang giải quyết tố cáo theo quyết định thụ lý số {acceptance_number} {acceptance_on}, nội dung: \
{summary}.
Vụ việc được xác định là phức tạp vì: {complex_reason}.
Văn bản này được lưu trong hồ sơ, làm căn cứ xem xét gia hạn giải quyết tố cáo.
""",
    recipients=TO_FILE,
)
SUSPENSION = OfficialForm(
    code="tc-tam-dinh-chi",
    label="quyết định tạm đình chỉ giải quyết tố cáo",
    kind="QUYẾT ĐỊNH",
    title="Về việc tạm đình chỉ giải quyết tố cáo",
    series="QĐ",
    decides=True,
    grounds=("Căn cứ quyết định thụ lý tố cáo số {acceptance_number} {acceptance_on}",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Tạm đình chỉ giải quyết tố cáo đối với {respondent_name}, nội dung: {summary}.
Lý do tạm đình chỉ: {suspension_reason}.
Thời gian tạm đình chỉ kể từ {suspension_on} cho đến khi căn cứ tạm đình chỉ không còn; thời gian này không \
tính vào thời hạn giải quyết tố cáo.
Điều 2. [tổ xác minh], {respondent_name} và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi \
hành quyết định này.
""",
    recipients=("Như Điều 2", "{superior}", "Lưu: VT, hồ sơ"),
)
RESUMPTION = replace(
    SUSPENSION,
    code="tc-tiep-tuc",
    label="quyết định tiếp tục giải quyết tố cáo",
    title="Về việc tiếp tục giải quyết tố cáo",
    grounds=("Căn cứ quyết định tạm đình chỉ giải quyết tố cáo số {suspension_number} {suspension_on}",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Tiếp tục giải quyết tố cáo đối với {respondent_name}, kể từ {resumption_on}; căn cứ tạm đình chỉ \
({suspension_reason}) không còn.
? Hạn giải quyết: {due_on}.
Điều 2. [tổ xác minh], {respondent_name} và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi \
hành quyết định này.
""",
)
TERMINATION = replace(
    SUSPENSION,
    code="tc-dinh-chi",
    label="quyết định đình chỉ giải quyết tố cáo",
    title="Về việc đình chỉ giải quyết tố cáo",
    body="""
> QUYẾT ĐỊNH:
Điều 1. Đình chỉ giải quyết tố cáo đối với {respondent_name}, nội dung: {summary}.
Lý do đình chỉ: {termination_reason}.
Điều 2. [tổ xác minh], {respondent_name} và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi \
hành quyết định này.
""",
)
CONTINUED = OfficialForm(
    code="tc-tiep-tuc-sau-rut",
    label="văn bản ghi nhận việc rút và tiếp tục giải quyết tố cáo",
    kind="THÔNG BÁO",
    title="Về việc tiếp tục giải quyết tố cáo sau khi rút",
    series="TB",
    in_own_name=True,
    addressees=("[tổ xác minh, người bị tố cáo]",),
    body="""
{head} đã nhận việc rút tố cáo {withdrawal_on} đối với tố cáo thụ lý theo quyết định số {acceptance_number} \
{acceptance_on}.
Việc giải quyết tố cáo vẫn tiếp tục theo Điều 33 Luật Tố cáo vì: [căn cứ xác định có dấu hiệu vi phạm pháp \
luật; việc rút do bị đe dọa, mua chuộc; lợi dụng tố cáo].
""",
    recipients=TO_FILE,
)
FILING = OfficialForm(
    code="tc-luu",
    label="phiếu đề xuất lưu đơn tố cáo",
    kind="PHIẾU ĐỀ XUẤT",
    title="Lưu đơn tố cáo",
    boxes=("Phê duyệt của người đứng đầu", "Người đề xuất"),
    addressees=("{head}",),
    body="""
{received_on_capital}, {office} nhận được đơn tố cáo mã {petition_code} ({source}), nội dung: {summary}.
Đề nghị không xử lý, lưu đơn vì: [không rõ người tố cáo, không có thông tin, chứng cứ; đã được hướng dẫn; \
lý do khác].
Đơn được lưu ít nhất 01 năm theo quy định.
""",
)
CHECK_REPORT = OfficialForm(
    code="tc-kiem-tra",
    label="báo cáo kết quả kiểm tra nội dung đơn",
    kind="BÁO CÁO",
    title="Kết quả kiểm tra, xác minh điều kiện thụ lý tố cáo",
    boxes=("Phê duyệt của người đứng đầu", "Người báo cáo"),
    addressees=("{head}",),
    body="""
Đã kiểm tra nội dung đơn mã {petition_code}, nhận {received_on}: {summary}.
Cách kiểm tra, nơi kiểm tra: [cách làm, địa điểm, ngày].
Kết quả: [có hay không có nội dung cụ thể, chứng cứ rõ ràng; đủ hay không đủ điều kiện].
Đề xuất: [thụ lý, không thụ lý, xử lý theo quản lý].
""",
)
TO_INVESTIGATORS = OfficialForm(
    code="chuyen-dieu-tra",
    label="văn bản chuyển hồ sơ cho cơ quan điều tra",
    kind="",
    title="V/v chuyển hồ sơ, tài liệu vụ việc có dấu hiệu tội phạm",
    series="",
    in_own_name=True,
    addressees=("[cơ quan điều tra, Viện kiểm sát nhân dân có thẩm quyền]",),
    body="""
Qua giải quyết vụ việc mã {case_code}, nội dung: {summary}.
{head} nhận thấy hành vi có dấu hiệu tội phạm: [hành vi, căn cứ].
{office} chuyển hồ sơ, tài liệu liên quan ([số] tập, [số] trang) để xem xét theo quy định của pháp luật, đề \
nghị thông báo kết quả. Danh tính người tố cáo, nếu có, được gửi riêng theo chế độ mật.
""",
    recipients=TO_FILE,
)
TO_SUPERIOR = OfficialForm(
    code="tc-ban-giao-cap-tren",
    label="biên bản bàn giao hồ sơ cho cấp trên",
    kind="BIÊN BẢN",
    title="Bàn giao hồ sơ vụ việc {case_code} cho cấp trên giải quyết",
    boxes=("Bên giao", "Bên nhận"),
    body="""
Hôm nay, ngày [ngày, tháng, năm], tại [địa điểm].
Bên giao: {office}; đại diện: [họ tên, chức vụ]
Bên nhận: {superior}; đại diện: [họ tên, chức vụ]
Bàn giao hồ sơ vụ việc {case_code}, gồm [số] tập, [số] trang; danh tính người tố cáo được niêm phong riêng.
""",
)

FORMS: tuple[OfficialForm, ...] = (
    SUPPLEMENT,
    INFORMATION,
    HANDOVER_OF_PAPERS,
    COMPLEX,
    CONTINUED,
    FILING,
    CHECK_REPORT,
    TO_INVESTIGATORS,
    TO_SUPERIOR,
    *of_denunciations(SUSPENSION, RESUMPTION, TERMINATION),
)
