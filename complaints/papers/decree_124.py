"""Forms 01–04, 15, 16 of Decree 124/2020/NĐ-CP: complaint, acceptance or refusal, decision.

Forms 01–04 are those used until 30/06/2026; `decree_155` has what replaced them.
"""

from __future__ import annotations

from datetime import timedelta

from complaints.papers.grounds import AMENDED_FROM, of_complaints
from lucba.law.sources import DECREE_124_2020
from lucba.papers.official_form import OfficialForm

LAST_DAY = AMENDED_FROM - timedelta(days=1)

COMPLAINT = OfficialForm(
    code="kn-01",
    label="đơn khiếu nại",
    kind="ĐƠN KHIẾU NẠI",
    title="",
    form_name="Mẫu số 01",
    source=DECREE_124_2020,
    in_force_until=LAST_DAY,
    by_citizen=True,
    addressees=("{office}",),
    body="""
Họ và tên: {author}
Số định danh cá nhân, căn cước hoặc hộ chiếu: {identity}; ngày cấp, nơi cấp: {identity_issued}
Địa chỉ: {address}
Điện thoại: {phone}
Cơ quan, tổ chức, cá nhân bị khiếu nại: [tên, địa chỉ]
Khiếu nại {instance} đối với [quyết định hành chính, hành vi hành chính, quyết định kỷ luật] của [người ban \
hành, người thực hiện]
Nội dung khiếu nại: [tóm tắt nội dung, ảnh hưởng của quyết định, hành vi đến quyền và lợi ích hợp pháp]
Cơ sở của việc khiếu nại: [căn cứ pháp luật, tài liệu, bằng chứng]
Yêu cầu giải quyết: [yêu cầu của người khiếu nại]
Tài liệu, chứng cứ kèm theo (nếu có): [tên tài liệu]
""",
)
AUTHORISATION = OfficialForm(
    code="kn-02",
    label="giấy ủy quyền khiếu nại",
    kind="GIẤY ỦY QUYỀN KHIẾU NẠI",
    title="",
    form_name="Mẫu số 02",
    source=DECREE_124_2020,
    in_force_until=LAST_DAY,
    by_citizen=True,
    boxes=("Người được ủy quyền", "Người ủy quyền"),
    body="""
Người ủy quyền: {author}; số giấy tờ tùy thân: {identity}; địa chỉ: {address}
Người được ủy quyền: [họ tên, năm sinh]; số giấy tờ tùy thân: [số, ngày cấp, nơi cấp]; địa chỉ: [địa chỉ]
Nội dung ủy quyền: [toàn bộ hay một phần việc khiếu nại về việc gì]
Thời hạn ủy quyền: [từ ngày đến ngày]
Người được ủy quyền chỉ được khiếu nại theo đúng nội dung ủy quyền nêu trên.
Xác nhận của Ủy ban nhân dân cấp xã hoặc tổ chức hành nghề công chứng: [xác nhận, ngày, ký, đóng dấu]
""",
)
ACCEPTANCE = OfficialForm(
    code="kn-03",
    label="thông báo thụ lý giải quyết khiếu nại",
    kind="THÔNG BÁO",
    title="Về việc thụ lý giải quyết khiếu nại {instance}",
    form_name="Mẫu số 03",
    source=DECREE_124_2020,
    in_force_until=LAST_DAY,
    series="TB",
    in_own_name=True,
    addressees=("Ông (bà) {author}", "[cơ quan, người có thẩm quyền chuyển đơn, nếu có]"),
    body="""
{received_on_capital}, {office} nhận được đơn khiếu nại của ông (bà) {authors}, địa chỉ: {address} \
({source}).
Khiếu nại về việc: {summary}.
Căn cứ Luật Khiếu nại, đơn khiếu nại đủ điều kiện thụ lý và thuộc thẩm quyền giải quyết của {head}.
{head} thụ lý giải quyết khiếu nại {instance} kể từ {acceptance_on}.
? Thời hạn giải quyết: đến hết {due_on}, nếu không bị gia hạn hoặc tạm đình chỉ theo quy định của pháp luật.
Vậy thông báo để ông (bà) và cơ quan, tổ chức, cá nhân có liên quan biết.
""",
    recipients=("Như trên", "{superior}", "[cơ quan thanh tra nhà nước cùng cấp]", "Lưu: VT, hồ sơ"),
)
REFUSAL = OfficialForm(
    code="kn-04",
    label="thông báo không thụ lý giải quyết khiếu nại",
    kind="THÔNG BÁO",
    title="Về việc không thụ lý giải quyết khiếu nại",
    form_name="Mẫu số 04",
    source=DECREE_124_2020,
    in_force_until=LAST_DAY,
    series="TB",
    in_own_name=True,
    addressees=("Ông (bà) {author}", "[cơ quan, người có thẩm quyền chuyển đơn, nếu có]"),
    body="""
{received_on_capital}, {office} nhận được đơn khiếu nại của ông (bà) {authors}, địa chỉ: {address} \
({source}).
Khiếu nại về việc: {summary}.
Căn cứ Điều 11 Luật Khiếu nại, khiếu nại của ông (bà) không đủ điều kiện thụ lý giải quyết vì: \
{refusal_reason}.
Vậy thông báo để ông (bà) biết và thực hiện theo quy định của pháp luật.
""",
    recipients=("Như trên", "{superior}", "Lưu: VT, hồ sơ"),
)
_CONCLUSION = """
# I. Nội dung khiếu nại
{summary}.
# II. Kết quả xác minh nội dung khiếu nại
[kết quả xác minh từng nội dung, chứng cứ, căn cứ pháp luật]
# III. Kết quả đối thoại
? Ngày đối thoại: {dialogue_on}.
[ý kiến thống nhất, ý kiến còn khác nhau; hoặc lý do không đối thoại]
# IV. Kết luận
Khiếu nại của ông (bà) {authors}: {result}. [căn cứ và kết luận từng nội dung]
"""
FIRST_DECISION = OfficialForm(
    code="kn-15",
    label="quyết định giải quyết khiếu nại lần đầu",
    kind="QUYẾT ĐỊNH",
    title="Về việc giải quyết khiếu nại của ông (bà) {author} (lần đầu)",
    form_name="Mẫu số 15",
    source=DECREE_124_2020,
    series="QĐ",
    decides=True,
    grounds=(
        "Xét đơn khiếu nại của ông (bà) {authors}, địa chỉ: {address}, nhận {received_on}",
        "Theo báo cáo kết quả xác minh nội dung khiếu nại số {report_number} {report_on}",
    ),
    body=f"""{_CONCLUSION}
> QUYẾT ĐỊNH:
Điều 1. [Giữ nguyên, sửa đổi, hủy bỏ toàn bộ hoặc một phần quyết định hành chính; chấm dứt hành vi hành \
chính bị khiếu nại]
Điều 2. [Giải quyết các vấn đề cụ thể trong nội dung khiếu nại, bồi thường thiệt hại nếu có]
{{measures}}
Điều 3. Trong thời hạn 30 ngày (vùng sâu, vùng xa đi lại khó khăn: không quá 45 ngày), kể từ ngày hết thời \
hạn \
giải quyết hoặc từ ngày nhận được quyết định này mà không đồng ý, ông (bà) {{author}} có quyền khiếu nại \
lần hai đến \
[người có thẩm quyền giải quyết khiếu nại lần hai] hoặc khởi kiện vụ án hành chính tại Tòa án theo quy định \
của pháp \
luật về tố tụng hành chính.
Điều 4. [Cơ quan, tổ chức, cá nhân có trách nhiệm thi hành] và ông (bà) {{author}} chịu trách nhiệm thi \
hành quyết \
định này.
""",
    recipients=(
        "Như Điều 4",
        "{superior}",
        "[người bị khiếu nại, người có quyền, nghĩa vụ liên quan]",
        "Lưu: VT, hồ sơ",
    ),
)
SECOND_DECISION = OfficialForm(
    code="kn-16",
    label="quyết định giải quyết khiếu nại lần hai",
    kind="QUYẾT ĐỊNH",
    title="Về việc giải quyết khiếu nại của ông (bà) {author} (lần hai)",
    form_name="Mẫu số 16",
    source=DECREE_124_2020,
    series="QĐ",
    decides=True,
    grounds=(
        "Xét đơn khiếu nại của ông (bà) {authors}, địa chỉ: {address}, nhận {received_on}",
        "Theo báo cáo kết quả xác minh nội dung khiếu nại số {report_number} {report_on}",
    ),
    body=f"""
# Kết quả giải quyết khiếu nại lần đầu
[số, ngày quyết định giải quyết lần đầu, người giải quyết, kết quả]
{_CONCLUSION}
> QUYẾT ĐỊNH:
Điều 1. [Công nhận quyết định giải quyết khiếu nại lần đầu; hoặc yêu cầu người bị khiếu nại sửa đổi, hủy \
bỏ, chấm dứt]
Điều 2. [Giải quyết các vấn đề cụ thể trong nội dung khiếu nại, bồi thường thiệt hại nếu có]
Điều 3. Ông (bà) {{author}} không đồng ý với quyết định này thì có quyền khởi kiện vụ án hành chính tại Tòa \
án theo \
quy định của pháp luật về tố tụng hành chính.
Điều 4. [Cơ quan, tổ chức, cá nhân có trách nhiệm thi hành] và ông (bà) {{author}} chịu trách nhiệm thi \
hành quyết \
định này.
""",
    recipients=(
        "Như Điều 4",
        "{superior}",
        "[người bị khiếu nại, người giải quyết lần đầu]",
        "Lưu: VT, hồ sơ",
    ),
)

FORMS: tuple[OfficialForm, ...] = (
    COMPLAINT,
    AUTHORISATION,
    ACCEPTANCE,
    REFUSAL,
    *of_complaints(FIRST_DECISION, SECOND_DECISION),
)
