"""The checklist of a recommendation or reflection: few steps, no legal time to resolve."""

from __future__ import annotations

from complaints.checklist_conditions import accepted, to_answer
from complaints.checklist_facts import RequiredStep, of_clock, of_event, registered
from complaints.workflow import EventKind
from lucba.law.rules import Step
from lucba.law.sources import LAW_ON_CITIZEN_RECEPTION, Citation

OF_RECOMMENDATIONS = (
    RequiredStep(
        "vao-so",
        "Tiếp nhận kiến nghị, phản ánh, ghi vào sổ",
        Citation(LAW_ON_CITIZEN_RECEPTION, "25(2)"),
        registered,
    ),
    RequiredStep(
        "bao-tiep-nhan",
        "Báo người gửi việc tiếp nhận, chuyển",
        Citation(LAW_ON_CITIZEN_RECEPTION, "28(1)"),
        of_clock(Step.RECEPTION_REPLY, Step.RECOMMENDATION_REPLY),
    ),
    RequiredStep(
        "giao-xu-ly",
        "Giao nghiên cứu, xử lý",
        Citation(LAW_ON_CITIZEN_RECEPTION, "26(2)"),
        of_event(EventKind.ASSIGNED),
        accepted,
        waivable=True,
    ),
    RequiredStep(
        "tra-loi",
        "Trả lời người kiến nghị, phản ánh",
        Citation(LAW_ON_CITIZEN_RECEPTION, "26(2)"),
        of_event(EventKind.ANSWERED),
        to_answer,
    ),
)
