"""Clocks of the Law on Citizen Reception (42/2013/QH13) and Decree 154/2026.

When the law changes: close the row with `in_force_until`, add the new one below it, cite the amending text.
"""

from datetime import date

from lucba.law.rules import Bearer, Bound, Certainty, Circumstance, Step, TimeLimit, Unit
from lucba.law.sources import (
    DECREE_154_2026,
    LAW_136_2025,
    LAW_ON_CITIZEN_RECEPTION,
    Citation,
)

_IN_FORCE = LAW_ON_CITIZEN_RECEPTION.in_force_from
_AMENDED = LAW_136_2025.in_force_from
_NOT_IN_PERSON = frozenset({Circumstance.NOT_IN_PERSON})

WEEKLY_DUTY = TimeLimit(
    step=Step.WEEKLY_RECEPTION,
    length=1,
    unit=Unit.DAYS_A_WEEK,
    citation=Citation(LAW_ON_CITIZEN_RECEPTION, "15(2)(d)"),
    in_force_from=_IN_FORCE,
    in_force_until=date(2026, 6, 30),
    bound=Bound.AT_LEAST,
)
MONTHLY_DUTY = TimeLimit(
    step=Step.MONTHLY_RECEPTION,
    length=2,
    unit=Unit.DAYS_A_MONTH,
    citation=Citation(LAW_ON_CITIZEN_RECEPTION, "15(2)(c)", amended_by=LAW_136_2025),
    in_force_from=_AMENDED,
    bound=Bound.AT_LEAST,
)

RULES = (
    TimeLimit(
        step=Step.SCHEDULE_POSTING,
        length=5,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_CITIZEN_RECEPTION, "24(4)"),
        in_force_from=_IN_FORCE,
        bound=Bound.BEFORE_EVENT,
    ),
    WEEKLY_DUTY,
    MONTHLY_DUTY,
    TimeLimit(
        step=Step.RECEPTION_REPLY,
        length=10,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_CITIZEN_RECEPTION, "28(1)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.RECEPTION_REPLY,
        length=10,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_CITIZEN_RECEPTION, "28(1)"),
        in_force_from=_IN_FORCE,
        circumstances=_NOT_IN_PERSON,
        certainty=Certainty.HOUSE,
        note="Luật chỉ quy định với người đến tiếp công dân; đơn gửi cách khác áp dụng tương tự.",
    ),
    TimeLimit(
        step=Step.FORWARDER_REPLY,
        length=5,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_CITIZEN_RECEPTION, "28(2)"),
        in_force_from=_IN_FORCE,
        bearer=Bearer.OTHER_BODY,
        note="Thời hạn của nơi đã chuyển đơn, khi công dân yêu cầu biết kết quả.",
    ),
    TimeLimit(
        step=Step.DEPUTY_NOTICE,
        length=7,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_CITIZEN_RECEPTION, "27(2)"),
        in_force_from=_IN_FORCE,
        note="Báo ngay nếu khiếu nại, tố cáo đã được giải quyết từ trước.",
    ),
    TimeLimit(
        step=Step.RECEPTION_REFUSAL,
        length=3,
        unit=Unit.WORKING_DAYS,
        citation=Citation(DECREE_154_2026, "4(3)"),
        in_force_from=_AMENDED,
    ),
    TimeLimit(
        step=Step.ONLINE_NOTICE,
        length=5,
        unit=Unit.WORKING_DAYS,
        citation=Citation(DECREE_154_2026, "23(1)"),
        in_force_from=_AMENDED,
        bound=Bound.BEFORE_EVENT,
    ),
    TimeLimit(
        step=Step.ONLINE_TEST,
        length=1,
        unit=Unit.WORKING_DAYS,
        citation=Citation(DECREE_154_2026, "23(1)"),
        in_force_from=_AMENDED,
        bound=Bound.BEFORE_EVENT,
        note="Đường truyền sẵn sàng trước giờ tiếp ít nhất 01 giờ.",
    ),
    TimeLimit(
        step=Step.PETITION_HANDLING,
        length=45,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(DECREE_154_2026, "41(3)(b)"),
        in_force_from=_AMENDED,
        note="Quá hạn không có lý do chính đáng thì bị xem xét kỷ luật; không phải thời hạn xử lý đơn.",
    ),
    TimeLimit(
        step=Step.RECOMMENDATION_REPLY,
        length=10,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_CITIZEN_RECEPTION, "28(1)"),
        in_force_from=_IN_FORCE,
        see_also=(Citation(LAW_ON_CITIZEN_RECEPTION, "26(2)"),),
    ),
    TimeLimit(
        step=Step.RECOMMENDATION_REPLY,
        length=10,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_CITIZEN_RECEPTION, "28(1)"),
        in_force_from=_IN_FORCE,
        circumstances=_NOT_IN_PERSON,
        certainty=Certainty.HOUSE,
        see_also=(Citation(LAW_ON_CITIZEN_RECEPTION, "26(2)"),),
        note="Luật chỉ quy định với người đến tiếp công dân; đơn gửi cách khác áp dụng tương tự.",
    ),
)
