"""The papers of protecting a denouncer (LTC 47–58); nobody is named, a secret annex does that."""

from __future__ import annotations

from dataclasses import replace

from complaints.papers.decree_31 import TO_DENOUNCER
from complaints.papers.grounds import of_denunciations
from lucba.papers.official_form import OfficialForm

TO_FILE = ("Như trên", "Lưu: VT, hồ sơ")

PROTECTION_REQUEST = OfficialForm(
    code="tc-yeu-cau-bao-ve",
    label="văn bản yêu cầu bảo vệ người tố cáo",
    kind="VĂN BẢN YÊU CẦU BẢO VỆ NGƯỜI TỐ CÁO",
    title="",
    by_citizen=True,
    addressees=("{head}",),
    body="""
Họ và tên, địa chỉ người yêu cầu: [người tố cáo tự ghi]
Người cần được bảo vệ: [họ tên, quan hệ, tự ghi]
Lý do và nội dung yêu cầu bảo vệ: [bí mật thông tin; vị trí công tác, việc làm; tính mạng, sức khỏe, tài \
sản, tự ghi]
Tài liệu kèm theo: [tên tài liệu, tự ghi]
""",
)
PROTECTION = OfficialForm(
    code="tc-bao-ve",
    label="quyết định áp dụng biện pháp bảo vệ",
    kind="QUYẾT ĐỊNH",
    title="Về việc áp dụng biện pháp bảo vệ",
    series="QĐ",
    decides=True,
    grounds=("Xét yêu cầu bảo vệ đã được kiểm tra, xác minh",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Áp dụng biện pháp bảo vệ: [biện pháp], từ ngày [ngày, tháng, năm]. Danh tính người được bảo vệ ghi \
ở văn bản mật kèm theo.
Điều 2. [cơ quan, tổ chức, cá nhân] có trách nhiệm thực hiện và giữ bí mật.
Điều 3. Quyết định này được gửi cho người được bảo vệ và cơ quan, tổ chức, cá nhân thực hiện.
""",
    recipients=("Như Điều 3", "Lưu: VT (mật), hồ sơ"),
)
PROTECTION_REFUSED = OfficialForm(
    code="tc-khong-bao-ve",
    label="thông báo không áp dụng biện pháp bảo vệ",
    kind="THÔNG BÁO",
    title="Về việc không áp dụng biện pháp bảo vệ",
    series="TB",
    in_own_name=True,
    addressees=(TO_DENOUNCER,),
    body="""
{head} đã xem xét yêu cầu bảo vệ của ông (bà), không áp dụng biện pháp bảo vệ vì: [lý do].
""",
    recipients=TO_FILE,
)
PROTECTION_ENDED = replace(
    PROTECTION,
    code="tc-thoi-bao-ve",
    label="quyết định chấm dứt biện pháp bảo vệ",
    title="Về việc chấm dứt biện pháp bảo vệ",
    grounds=("Căn cứ quyết định áp dụng biện pháp bảo vệ số [số, ngày quyết định]",),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Chấm dứt biện pháp bảo vệ từ ngày [ngày, tháng, năm]. Lý do: [căn cứ áp dụng không còn; người được \
bảo vệ đề nghị].
Điều 2. [cơ quan, tổ chức, cá nhân] và người được bảo vệ chịu trách nhiệm thi hành quyết định này.
""",
    recipients=("Như Điều 2", "Lưu: VT (mật), hồ sơ"),
)

FORMS: tuple[OfficialForm, ...] = (
    PROTECTION_REQUEST,
    PROTECTION_REFUSED,
    *of_denunciations(PROTECTION, PROTECTION_ENDED),
)
