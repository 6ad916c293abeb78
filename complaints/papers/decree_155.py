"""Forms of Decree 124/2020/NĐ-CP as Decree 155/2026/NĐ-CP replaced or added them, used since 01/07/2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from complaints.papers import decree_124, decree_124_verification
from complaints.papers.grounds import AMENDED_FROM, COMPLAINTS_SINCE
from lucba.law.sources import DECREE_155_2026
from lucba.papers.official_form import OfficialForm


def _since(form: OfficialForm) -> OfficialForm:
    """Return the form as it is used since the amendment."""
    return replace(form, source=DECREE_155_2026, in_force_from=AMENDED_FROM, in_force_until=date.max)


SUSPENSION = OfficialForm(
    code="kn-14a",
    label="quyết định tạm đình chỉ giải quyết khiếu nại",
    kind="QUYẾT ĐỊNH",
    title="Về việc tạm đình chỉ giải quyết khiếu nại",
    form_name="Mẫu số 14a",
    source=DECREE_155_2026,
    in_force_from=AMENDED_FROM,
    series="QĐ",
    decides=True,
    grounds=(
        *COMPLAINTS_SINCE,
        "Căn cứ thông báo thụ lý giải quyết khiếu nại số {acceptance_number} {acceptance_on}",
    ),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Tạm đình chỉ giải quyết khiếu nại của ông (bà) {authors}, địa chỉ: {address}, về việc: \
{summary}.
Lý do tạm đình chỉ: {suspension_reason}.
Thời gian tạm đình chỉ kể từ {suspension_on} cho đến khi căn cứ tạm đình chỉ không còn; thời gian này không \
tính vào \
thời hạn giải quyết khiếu nại.
Điều 2. Khi căn cứ tạm đình chỉ không còn, {head} ra quyết định tiếp tục giải quyết khiếu nại.
Điều 3. Ông (bà) {author}, [người bị khiếu nại, người được giao xác minh] chịu trách nhiệm thi hành quyết \
định này.
""",
    recipients=("Như Điều 3", "{superior}", "Lưu: VT, hồ sơ"),
)
TERMINATION = replace(
    SUSPENSION,
    code="kn-14a-dc",
    label="quyết định đình chỉ giải quyết khiếu nại",
    title="Về việc đình chỉ giải quyết khiếu nại",
    source=DECREE_155_2026,
    body="""
> QUYẾT ĐỊNH:
Điều 1. Đình chỉ giải quyết khiếu nại của ông (bà) {authors}, địa chỉ: {address}, về việc: {summary}.
Lý do đình chỉ: {termination_reason}.
Điều 2. [quyền tiếp tục khiếu nại nếu có căn cứ cho rằng việc rút khiếu nại do bị đe dọa, ép buộc; việc khác]
Điều 3. Ông (bà) {author}, [người bị khiếu nại, người được giao xác minh] chịu trách nhiệm thi hành quyết \
định này.
""",
)
RESUMPTION = replace(
    SUSPENSION,
    code="kn-14b",
    label="quyết định tiếp tục giải quyết khiếu nại",
    title="Về việc tiếp tục giải quyết khiếu nại",
    form_name="Mẫu số 14b",
    grounds=(
        *COMPLAINTS_SINCE,
        "Căn cứ quyết định tạm đình chỉ giải quyết khiếu nại số {suspension_number} {suspension_on}",
    ),
    body="""
> QUYẾT ĐỊNH:
Điều 1. Tiếp tục giải quyết khiếu nại của ông (bà) {authors}, địa chỉ: {address}, về việc: {summary}.
Lý do: căn cứ tạm đình chỉ không còn ({suspension_reason}).
Thời hạn giải quyết khiếu nại được tính tiếp kể từ {resumption_on}.
? Hạn giải quyết: {due_on}.
Điều 2. Quyết định này thay thế việc tạm đình chỉ theo quyết định số {suspension_number} {suspension_on}.
Điều 3. Ông (bà) {author}, [người bị khiếu nại, người được giao xác minh] chịu trách nhiệm thi hành quyết \
định này.
""",
)

FORMS: tuple[OfficialForm, ...] = (
    _since(decree_124.COMPLAINT),
    _since(decree_124.AUTHORISATION),
    _since(decree_124.ACCEPTANCE),
    _since(decree_124.REFUSAL),
    _since(decree_124_verification.DIALOGUE),
    SUSPENSION,
    TERMINATION,
    RESUMPTION,
)
