"""The papers that follow a conclusion on a denunciation: telling, handling, posting, reporting."""

from __future__ import annotations

from dataclasses import replace

from complaints.papers.decree_31 import TO_DENOUNCER
from complaints.papers.grounds import of_denunciations
from lucba.papers.official_form import OfficialForm

TO_FILE = ("Như trên", "Lưu: VT, hồ sơ")

CONCLUSION_TOLD = OfficialForm(
    code="tc-bao-ket-luan",
    label="thông báo kết luận nội dung tố cáo gửi người tố cáo",
    kind="THÔNG BÁO",
    title="Kết luận nội dung tố cáo",
    series="TB",
    in_own_name=True,
    addressees=(TO_DENOUNCER,),
    body="""
{head} đã có kết luận số {decision_number} {decision_on} về nội dung tố cáo: {summary}.
Kết luận: nội dung tố cáo {result}.
[những nội dung khác của kết luận không thuộc bí mật nhà nước, không ảnh hưởng quyền lợi của người bị tố cáo]
Vậy thông báo để ông (bà) biết.
""",
    recipients=TO_FILE,
)
HANDLING = OfficialForm(
    code="tc-xu-ly",
    label="quyết định xử lý sau kết luận nội dung tố cáo",
    kind="QUYẾT ĐỊNH",
    title="Về việc xử lý theo kết luận nội dung tố cáo",
    series="QĐ",
    decides=True,
    grounds=("Căn cứ kết luận nội dung tố cáo số {decision_number} {decision_on}",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. [biện pháp xử lý, người bị xử lý; kiến nghị cơ quan có thẩm quyền]
{measures}
Điều 2. Hoàn thành trước ngày [ngày, tháng, năm], báo cáo kết quả bằng văn bản cho {head}.
Điều 3. [cơ quan, tổ chức, cá nhân có trách nhiệm] chịu trách nhiệm thi hành quyết định này.
""",
    recipients=("Như Điều 3", "{superior}", "Lưu: VT, hồ sơ"),
)
POSTING = OfficialForm(
    code="tc-niem-yet",
    label="biên bản niêm yết kết luận nội dung tố cáo",
    kind="BIÊN BẢN",
    title="Niêm yết công khai kết luận nội dung tố cáo",
    boxes=("Người chứng kiến", "Người niêm yết"),
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [trụ sở, nơi tiếp công dân, cổng thông tin điện tử].
Người niêm yết: [họ tên, chức vụ]
Người chứng kiến: [họ tên, địa chỉ]
Đã niêm yết, đăng tải kết luận số {decision_number} {decision_on} của {head}, không có thông tin về người \
tố cáo và nội dung thuộc bí mật nhà nước.
Thời gian niêm yết, đăng tải: [số] ngày, kể từ ngày lập biên bản này.
""",
)
POSTING_END = replace(
    POSTING,
    code="tc-het-niem-yet",
    label="biên bản kết thúc niêm yết kết luận nội dung tố cáo",
    title="Kết thúc niêm yết công khai kết luận nội dung tố cáo",
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [nơi niêm yết, đăng tải].
Người lập biên bản: [họ tên, chức vụ]
Người chứng kiến: [họ tên, địa chỉ]
Kết thúc việc niêm yết, đăng tải kết luận số {decision_number} {decision_on}, đã niêm yết từ {published_on}.
""",
)
RESULT_REPORT = OfficialForm(
    code="tc-ket-qua-xu-ly",
    label="báo cáo kết quả xử lý kết luận nội dung tố cáo",
    kind="BÁO CÁO",
    title="Kết quả thực hiện kết luận nội dung tố cáo",
    series="BC",
    addressees=("[người giải quyết tố cáo, cơ quan cấp trên]",),
    body="""
Thực hiện kết luận số {decision_number} {decision_on}, {office} báo cáo:
Việc phải thực hiện:
{measures}
Kết quả: [đã thực hiện, ngày, số văn bản, số tiền, diện tích, người bị xử lý].
Việc còn lại, lý do: [việc chưa thực hiện và lý do].
""",
    recipients=TO_FILE,
)
REPORT_UP = OfficialForm(
    code="tc-bao-cao-cap-tren",
    label="báo cáo cấp trên về việc giải quyết tố cáo quá hạn",
    kind="BÁO CÁO",
    title="Tiến độ, kết quả giải quyết tố cáo",
    series="BC",
    in_own_name=True,
    addressees=("{superior}",),
    body="""
{office} đã thụ lý tố cáo theo quyết định số {acceptance_number} {acceptance_on}, hạn giải quyết {due_on}.
Quá trình, kết quả giải quyết: [việc đã làm, kết quả].
Lý do quá hạn, trách nhiệm: [lý do, trách nhiệm].
Việc tiếp theo, thời gian hoàn thành: [việc, ngày, tháng, năm].
""",
    recipients=TO_FILE,
)

FORMS: tuple[OfficialForm, ...] = (
    CONCLUSION_TOLD,
    POSTING,
    POSTING_END,
    RESULT_REPORT,
    REPORT_UP,
    *of_denunciations(HANDLING),
)
