"""Forms 05–14 of Decree 124/2020/NĐ-CP: verification, information, expert opinion, stay, report, dialogue."""

from __future__ import annotations

from complaints.papers.decree_124 import LAST_DAY
from complaints.papers.grounds import of_complaints
from lucba.law.sources import DECREE_124_2020
from lucba.papers.official_form import OfficialForm

VERIFICATION = OfficialForm(
    code="kn-05",
    label="quyết định về việc xác minh nội dung khiếu nại",
    kind="QUYẾT ĐỊNH",
    title="Về việc xác minh nội dung khiếu nại",
    form_name="Mẫu số 05",
    source=DECREE_124_2020,
    series="QĐ",
    decides=True,
    grounds=("Xét đề nghị của [bộ phận tham mưu]",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Tiến hành xác minh nội dung khiếu nại của ông (bà) {authors}, địa chỉ: {address}, về việc: \
{summary}.
Thời gian xác minh: [số ngày] ngày, kể từ ngày ký quyết định này.
Điều 2. Giao ông (bà) {verifier}, {verifier_position}, tiến hành xác minh nội dung khiếu nại nêu tại Điều 1; \
[trưởng đoàn, phó trưởng đoàn, thành viên nếu thành lập đoàn, tổ xác minh].
Người được giao xác minh thực hiện quyền, nghĩa vụ theo quy định của Luật Khiếu nại và báo cáo kết quả xác \
minh.
Điều 3. Người được giao xác minh, [cơ quan, tổ chức, cá nhân có liên quan] và ông (bà) {author} chịu trách \
nhiệm thi \
hành quyết định này.
""",
    recipients=("Như Điều 3", "Lưu: VT, hồ sơ"),
)
FIELD_WORK = OfficialForm(
    code="kn-06",
    label="biên bản làm việc về xác minh nội dung khiếu nại",
    kind="BIÊN BẢN LÀM VIỆC",
    title="Về việc xác minh nội dung khiếu nại",
    form_name="Mẫu số 06",
    source=DECREE_124_2020,
    boxes=("Người làm việc", "Người được giao xác minh"),
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [địa điểm].
# I. Thành phần
Người được giao xác minh: ông (bà) {verifier}, {verifier_position}
Người làm việc: [họ tên, chức vụ hoặc địa chỉ, số giấy tờ tùy thân]
# II. Nội dung làm việc
Xác minh nội dung khiếu nại của ông (bà) {authors} về việc: {summary}.
[nội dung trình bày, câu hỏi và trả lời]
# III. Kết quả
[những điểm thống nhất, những điểm còn tranh chấp]
Biên bản kết thúc hồi [giờ] cùng ngày, đã đọc lại cho những người có tên nghe và cùng ký; lập thành [số] \
bản. \
[lý do, nếu có người từ chối ký]
""",
)
INFORMATION = OfficialForm(
    code="kn-07",
    label="văn bản đề nghị cung cấp thông tin, tài liệu, bằng chứng",
    kind="",
    title="V/v đề nghị cung cấp thông tin, tài liệu, bằng chứng",
    form_name="Mẫu số 07",
    source=DECREE_124_2020,
    series="",
    in_own_name=True,
    addressees=("[cơ quan, tổ chức, cá nhân được đề nghị]",),
    body="""
{office} đang giải quyết khiếu nại của ông (bà) {authors} về việc: {summary}.
? Khiếu nại đã được thụ lý {acceptance_on} theo thông báo số {acceptance_number}.
Để có căn cứ giải quyết, đề nghị [nơi nhận văn bản] cung cấp các thông tin, tài liệu, bằng chứng sau:
- [tên thông tin, tài liệu, bằng chứng]
Thông tin, tài liệu gửi về {office} trước ngày [ngày, tháng, năm]; người nhận: {verifier}, \
{verifier_position}.
Rất mong nhận được sự hợp tác.
""",
    recipients=("Như trên", "Lưu: VT, hồ sơ"),
)
HANDOVER_OF_PAPERS = OfficialForm(
    code="kn-08",
    label="biên bản giao nhận thông tin, tài liệu, bằng chứng",
    kind="BIÊN BẢN",
    title="Giao nhận thông tin, tài liệu, bằng chứng",
    form_name="Mẫu số 08",
    source=DECREE_124_2020,
    boxes=("Người giao", "Người nhận"),
    body="""
Hôm nay, hồi [giờ] ngày [ngày, tháng, năm], tại [địa điểm].
Người giao: [họ tên, chức vụ hoặc địa chỉ, số giấy tờ tùy thân]
Người nhận: ông (bà) {verifier}, {verifier_position}
Đã giao, nhận các thông tin, tài liệu, bằng chứng liên quan đến khiếu nại của ông (bà) {authors}:
| STT | Tên thông tin, tài liệu, bằng chứng | Số trang | Tình trạng |
| 1 | [tên tài liệu] | [số] | [bản chính, bản sao] |
| 2 | [tên tài liệu] | [số] | [bản chính, bản sao] |
Biên bản lập thành [số] bản, mỗi bên giữ 01 bản.
""",
)
EXPERT = OfficialForm(
    code="kn-09",
    label="quyết định trưng cầu giám định",
    kind="QUYẾT ĐỊNH",
    title="Về việc trưng cầu giám định",
    form_name="Mẫu số 09",
    source=DECREE_124_2020,
    series="QĐ",
    decides=True,
    grounds=("Xét đề nghị của ông (bà) {verifier}, {verifier_position}",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Trưng cầu [cơ quan, tổ chức giám định] giám định các nội dung sau: [đối tượng và nội dung giám định]
Lý do: [lý do trưng cầu giám định] để giải quyết khiếu nại về việc: {summary}.
Điều 2. Thời hạn có kết quả giám định: [ngày, tháng, năm]. Kinh phí giám định: [nguồn chi trả].
Điều 3. [cơ quan, tổ chức giám định], ông (bà) {verifier} và người có liên quan chịu trách nhiệm thi hành \
quyết định này.
""",
    recipients=("Như Điều 3", "Lưu: VT, hồ sơ"),
)
EXPERT_REMINDER = OfficialForm(
    code="kn-10",
    label="văn bản đề nghị gửi kết quả giám định",
    kind="",
    title="V/v đề nghị gửi kết quả giám định",
    form_name="Mẫu số 10",
    source=DECREE_124_2020,
    series="",
    in_own_name=True,
    addressees=("[cơ quan, tổ chức giám định]",),
    body="""
{head} đã có quyết định số {expert_number} {expert_on} trưng cầu giám định để giải quyết khiếu nại về việc: \
{summary}.
Đề nghị [cơ quan, tổ chức giám định] gửi kết quả giám định các nội dung đã trưng cầu về {office} trước ngày \
[ngày, tháng, năm]; người nhận: {verifier}, {verifier_position}.
""",
    recipients=("Như trên", "Lưu: VT, hồ sơ"),
)
STAY = OfficialForm(
    code="kn-11",
    label="quyết định tạm đình chỉ việc thi hành quyết định bị khiếu nại",
    kind="QUYẾT ĐỊNH",
    title="Về việc tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
    form_name="Mẫu số 11",
    source=DECREE_124_2020,
    series="QĐ",
    decides=True,
    body="""
> QUYẾT ĐỊNH:
Điều 1. Tạm đình chỉ việc thi hành [tên, số, ngày, người ký quyết định hành chính bị khiếu nại] kể từ \
{stay_on}.
Lý do: việc thi hành quyết định đó sẽ gây hậu quả khó khắc phục: [hậu quả cụ thể].
Điều 2. Thời hạn tạm đình chỉ không vượt quá thời gian còn lại của thời hạn giải quyết khiếu nại. Khi lý do \
tạm đình \
chỉ không còn, {head} ra quyết định hủy bỏ quyết định này.
Điều 3. [cơ quan, tổ chức, cá nhân thi hành quyết định hành chính] và ông (bà) {author} chịu trách nhiệm \
thi hành \
quyết định này.
""",
    recipients=("Như Điều 3", "Lưu: VT, hồ sơ"),
)
STAY_LIFTED = OfficialForm(
    code="kn-12",
    label="quyết định hủy bỏ quyết định tạm đình chỉ thi hành",
    kind="QUYẾT ĐỊNH",
    title="Về việc hủy bỏ quyết định tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại",
    form_name="Mẫu số 12",
    source=DECREE_124_2020,
    series="QĐ",
    decides=True,
    body="""
> QUYẾT ĐỊNH:
Điều 1. Hủy bỏ quyết định số {stay_number} {stay_on} về việc tạm đình chỉ việc thi hành [quyết định hành \
chính bị \
khiếu nại].
Lý do: [lý do của việc tạm đình chỉ không còn].
Điều 2. [cơ quan, tổ chức, cá nhân thi hành quyết định hành chính] và ông (bà) {author} chịu trách nhiệm \
thi hành \
quyết định này.
""",
    recipients=("Như Điều 2", "Lưu: VT, hồ sơ"),
)
REPORT = OfficialForm(
    code="kn-13",
    label="báo cáo kết quả xác minh nội dung khiếu nại",
    kind="BÁO CÁO",
    title="Kết quả xác minh nội dung khiếu nại",
    form_name="Mẫu số 13",
    source=DECREE_124_2020,
    boxes=("Người được giao xác minh",),
    addressees=("{head}",),
    body="""
Thực hiện quyết định số {verification_number} {verification_on} của {head}, từ ngày [ngày, tháng, năm] đến \
ngày [ngày, tháng, năm] \
ông (bà) {verifier}, {verifier_position}, đã xác minh nội dung khiếu nại của ông (bà) {authors}, địa \
chỉ: {address}.
# I. Nội dung, yêu cầu của người khiếu nại
{summary}.
[yêu cầu giải quyết; kết quả giải quyết trước đó nếu có]
# II. Kết quả xác minh
[từng nội dung: trình bày của người khiếu nại, người bị khiếu nại; tài liệu, bằng chứng; phân tích, đối \
chiếu pháp luật]
# III. Kết luận
[khiếu nại đúng toàn bộ, sai toàn bộ hay đúng một phần; căn cứ]
# IV. Kiến nghị
[giữ nguyên, sửa đổi, hủy bỏ quyết định, chấm dứt hành vi; đối thoại; xử lý trách nhiệm, khôi phục quyền lợi]
""",
)
DIALOGUE = OfficialForm(
    code="kn-14",
    label="biên bản đối thoại",
    kind="BIÊN BẢN ĐỐI THOẠI",
    title="",
    form_name="Mẫu số 14",
    source=DECREE_124_2020,
    in_force_until=LAST_DAY,
    boxes=("Người khiếu nại", "Người ghi biên bản", "Người chủ trì đối thoại"),
    body="""
Hôm nay, hồi [giờ] {dialogue_on}, tại [địa điểm], tiến hành đối thoại để giải quyết khiếu nại của ông (bà) \
{authors}.
# I. Thành phần tham gia
Người chủ trì: [họ tên, chức vụ]
Người ghi biên bản: [họ tên, chức vụ]
Người khiếu nại: ông (bà) {author}, địa chỉ: {address} [nếu vắng mặt, ghi có hay không có lý do]
Người bị khiếu nại: [họ tên, chức vụ]
Người có quyền, nghĩa vụ liên quan; đại diện cơ quan, tổ chức: [họ tên, chức vụ hoặc địa chỉ]
# II. Nội dung đối thoại
Khiếu nại về việc: {summary}.
[kết quả xác minh được công bố; ý kiến của từng người tham gia]
# III. Kết quả đối thoại
Những nội dung thống nhất: [nội dung]
Những nội dung còn ý kiến khác nhau: [nội dung]
Biên bản kết thúc hồi [giờ] cùng ngày, đã đọc lại cho mọi người nghe và cùng ký. [lý do, nếu có người không \
ký]
""",
)

FORMS: tuple[OfficialForm, ...] = (
    FIELD_WORK,
    INFORMATION,
    HANDOVER_OF_PAPERS,
    EXPERT_REMINDER,
    REPORT,
    DIALOGUE,
    *of_complaints(VERIFICATION, EXPERT, STAY, STAY_LIFTED),
)
