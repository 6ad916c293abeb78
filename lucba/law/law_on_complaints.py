"""Clocks of the Law on Complaints (02/2011/QH13), Decree 124/2020 and their amendments of 2026.

When the law changes: close the row with `in_force_until`, add the new one below it, cite the amending text.
"""

from datetime import date

from lucba.law.rules import Bearer, Bound, Certainty, Circumstance, Step, TimeLimit, Unit
from lucba.law.sources import (
    DECREE_124_2020,
    DECREE_155_2026,
    LAW_136_2025,
    LAW_ON_COMPLAINTS,
    Citation,
)

_IN_FORCE = LAW_ON_COMPLAINTS.in_force_from
_BEFORE_DECREE = date(2020, 12, 9)
_DECREE_IN_FORCE = DECREE_124_2020.in_force_from
_BEFORE_AMENDMENT = date(2026, 6, 30)
_AMENDED = LAW_136_2025.in_force_from

_COMPLEX = frozenset({Circumstance.COMPLEX})
_REMOTE = frozenset({Circumstance.REMOTE})
_LENGTHS_OF_RESOLUTION = {frozenset[Circumstance](): 30, _COMPLEX: 45, _REMOTE: 45, _COMPLEX | _REMOTE: 60}

ACCEPTANCE = (
    TimeLimit(
        step=Step.COMPLAINT_ACCEPTANCE_BY_LAW,
        length=10,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "27"),
        in_force_from=_IN_FORCE,
        in_force_until=_BEFORE_AMENDMENT,
        note="Luật ghi “ngày”, Nghị định ghi “ngày làm việc”: làm theo hạn đến trước.",
    ),
    TimeLimit(
        step=Step.COMPLAINT_ACCEPTANCE_BY_DECREE,
        length=10,
        unit=Unit.WORKING_DAYS,
        citation=Citation(DECREE_124_2020, "16(1)"),
        in_force_from=_DECREE_IN_FORCE,
        in_force_until=_BEFORE_AMENDMENT,
        note="Luật ghi “ngày”, Nghị định ghi “ngày làm việc”: làm theo hạn đến trước.",
    ),
    TimeLimit(
        step=Step.COMPLAINT_ACCEPTANCE,
        length=7,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "27", amended_by=LAW_136_2025),
        in_force_from=_AMENDED,
        see_also=(Citation(DECREE_124_2020, "16(1)", amended_by=DECREE_155_2026),),
    ),
)

RESOLUTION = tuple(
    TimeLimit(
        step=Step.COMPLAINT_RESOLUTION,
        length=length,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "28"),
        in_force_from=_IN_FORCE,
        circumstances=circumstances,
    )
    for circumstances, length in _LENGTHS_OF_RESOLUTION.items()
)

STAY = tuple(
    TimeLimit(
        step=Step.STAY_OF_ACT,
        length=length,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "35"),
        in_force_from=_IN_FORCE,
        circumstances=circumstances,
        note="Tính từ ngày thụ lý; không được vượt quá thời hạn giải quyết còn lại.",
    )
    for circumstances, length in _LENGTHS_OF_RESOLUTION.items()
)

SECOND_COMPLAINT = tuple(
    TimeLimit(
        step=Step.SECOND_COMPLAINT,
        length=length,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "33(1)"),
        in_force_from=_IN_FORCE,
        circumstances=circumstances,
        bearer=Bearer.CITIZEN,
    )
    for circumstances, length in ((frozenset[Circumstance](), 30), (_REMOTE, 45))
)

SECOND_RESOLUTION = tuple(
    TimeLimit(
        step=Step.SECOND_RESOLUTION,
        length=length,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "37"),
        in_force_from=_IN_FORCE,
        circumstances=circumstances,
        bearer=Bearer.OTHER_BODY,
        note="Thời hạn của cấp tỉnh, chỉ để theo dõi.",
    )
    for circumstances, length in (
        (frozenset[Circumstance](), 45),
        (_COMPLEX, 60),
        (_REMOTE, 60),
        (_COMPLEX | _REMOTE, 70),
    )
)

EFFECT = tuple(
    TimeLimit(
        step=Step.DECISION_EFFECT,
        length=length,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "44(1)"),
        in_force_from=_IN_FORCE,
        circumstances=circumstances,
        bound=Bound.TAKES_EFFECT,
        certainty=Certainty.INTERPRETATION,
        note="Có hiệu lực từ ngày sau ngày cuối, khi không có khiếu nại lần hai.",
    )
    for circumstances, length in ((frozenset[Circumstance](), 30), (_REMOTE, 45))
)

WHILE_RESOLVING = (
    TimeLimit(
        step=Step.DIALOGUE_NOTICE,
        length=5,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(DECREE_124_2020, "28(1)", amended_by=DECREE_155_2026),
        in_force_from=_AMENDED,
        bound=Bound.BEFORE_EVENT,
    ),
    TimeLimit(
        step=Step.COMPLAINT_SUSPENSION_SENDING,
        length=3,
        unit=Unit.WORKING_DAYS,
        citation=Citation(DECREE_124_2020, "28b", amended_by=DECREE_155_2026),
        in_force_from=_AMENDED,
    ),
    TimeLimit(
        step=Step.INFORMATION_SUPPLY,
        length=7,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "12"),
        in_force_from=_IN_FORCE,
        see_also=(Citation(LAW_ON_COMPLAINTS, "13"), Citation(LAW_ON_COMPLAINTS, "14")),
    ),
    TimeLimit(
        step=Step.COMPLAINT_LIMITATION,
        length=90,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "9"),
        in_force_from=_IN_FORCE,
        bearer=Bearer.CITIZEN,
        note="Không tính thời gian có trở ngại khách quan.",
    ),
    TimeLimit(
        step=Step.DISCIPLINE_LIMITATION,
        length=15,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "48"),
        in_force_from=_IN_FORCE,
        bearer=Bearer.CITIZEN,
        note="Khiếu nại quyết định kỷ luật cán bộ, công chức; không tính thời gian có trở ngại khách quan.",
    ),
    TimeLimit(
        step=Step.COMPLAINT_CONTINUATION,
        length=30,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "11(8)"),
        in_force_from=_IN_FORCE,
        bearer=Bearer.CITIZEN,
    ),
)

AFTER_DECISION = (
    TimeLimit(
        step=Step.DECISION_SENDING,
        length=3,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "32"),
        in_force_from=_IN_FORCE,
        in_force_until=_BEFORE_DECREE,
    ),
    TimeLimit(
        step=Step.DECISION_SENDING,
        length=3,
        unit=Unit.WORKING_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "32"),
        in_force_from=_DECREE_IN_FORCE,
        see_also=(Citation(DECREE_124_2020, "29(2)"),),
    ),
    TimeLimit(
        step=Step.DECISION_PUBLICATION,
        length=15,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(DECREE_124_2020, "29(3)"),
        in_force_from=_DECREE_IN_FORCE,
    ),
    TimeLimit(
        step=Step.PUBLICATION_MEETING_NOTICE,
        length=3,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(DECREE_124_2020, "29(3)"),
        in_force_from=_DECREE_IN_FORCE,
        bound=Bound.BEFORE_EVENT,
    ),
    TimeLimit(
        step=Step.DECISION_POSTING,
        length=15,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(DECREE_124_2020, "29(3)"),
        in_force_from=_DECREE_IN_FORCE,
        bound=Bound.AT_LEAST,
    ),
    TimeLimit(
        step=Step.FRONT_NOTICE,
        length=7,
        unit=Unit.CALENDAR_DAYS,
        citation=Citation(LAW_ON_COMPLAINTS, "66(2)"),
        in_force_from=_IN_FORCE,
    ),
    TimeLimit(
        step=Step.DECISION_ENFORCEMENT,
        length=5,
        unit=Unit.WORKING_DAYS,
        citation=Citation(DECREE_124_2020, "31(1)"),
        in_force_from=_DECREE_IN_FORCE,
    ),
)

RULES = (
    *ACCEPTANCE,
    *RESOLUTION,
    *STAY,
    *SECOND_COMPLAINT,
    *SECOND_RESOLUTION,
    *EFFECT,
    *WHILE_RESOLVING,
    *AFTER_DECISION,
)
