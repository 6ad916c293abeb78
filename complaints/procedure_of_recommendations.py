"""The procedure of recommendations and reflections, and the rows that every procedure has.

Law on Citizen Reception 2013, articles 26, 28; Decree 154/2026, article 4.
"""

from __future__ import annotations

from complaints.stages import EventKind, Status, Way
from complaints.transition import EVERYWHERE, LEADERS, OFFICE, Page, Transition, details, states
from lucba.law.rules import Step
from lucba.law.sources import DECREE_154_2026, LAW_ON_CITIZEN_RECEPTION, Citation

WAITING = states(Status.WAITING)
RUNNING = states(Status.IN_PROGRESS)
OPEN = WAITING | RUNNING
FOREIGN = states(Status.NOT_OURS)

_INTAKE = Citation(LAW_ON_CITIZEN_RECEPTION, "26(2)")

RECOMMENDATION_ROWS = (
    Transition(
        EventKind.ACCEPTED,
        WAITING,
        LEADERS,
        target=Status.IN_PROGRESS,
        document="phiếu đề xuất, phiếu giao xử lý",
        basis=_INTAKE,
        starts=(Step.RECOMMENDATION_RESOLUTION,),
        label="tiếp nhận để xử lý",
    ),
    Transition(
        EventKind.REFUSED,
        WAITING | FOREIGN,
        LEADERS,
        target=Status.REFUSED,
        document="thông báo từ chối: đã được trả lời, không có tình tiết mới",
        basis=Citation(DECREE_154_2026, "4(1)"),
        closes=Way.REFUSED,
        needs_document=True,
        label="từ chối tiếp nhận",
    ),
    Transition(
        EventKind.SUPPLEMENT_ASKED, WAITING, OFFICE, document="văn bản yêu cầu bổ sung", basis=_INTAKE
    ),
    Transition(
        EventKind.TRANSFERRED,
        OPEN | FOREIGN,
        LEADERS,
        target=Status.TRANSFERRED,
        document="phiếu chuyển và thông báo",
        basis=_INTAKE,
        closes=Way.TRANSFERRED,
        stops=(Step.RECOMMENDATION_RESOLUTION,),
    ),
    Transition(
        EventKind.ASSIGNED,
        RUNNING,
        LEADERS,
        document="phiếu giao xử lý",
        basis=_INTAKE,
        page=Page.VERIFIER,
    ),
    Transition(EventKind.TARGET_MOVED, RUNNING, LEADERS, document="ghi lý do lùi chỉ tiêu nội bộ"),
    Transition(
        EventKind.ANSWERED,
        RUNNING,
        LEADERS,
        target=Status.ANSWERED,
        document="văn bản trả lời",
        basis=Citation(LAW_ON_CITIZEN_RECEPTION, "28"),
        stops=(Step.RECOMMENDATION_RESOLUTION,),
        closes=Way.ANSWERED,
    ),
    Transition(
        EventKind.WITHDRAWN,
        OPEN | FOREIGN,
        OFFICE,
        target=Status.ENDED,
        document="đơn rút hoặc ghi nhận việc rút",
        stops=(Step.RECOMMENDATION_RESOLUTION,),
        closes=Way.WITHDRAWN,
    ),
    Transition(
        EventKind.ENDED,
        OPEN,
        LEADERS,
        target=Status.ENDED,
        document="ghi nhận người gửi chết hoặc nội dung không còn",
        stops=(Step.RECOMMENDATION_RESOLUTION,),
        closes=Way.TERMINATED,
        details=details("nguoi_gui_chet", "khong_con_noi_dung"),
    ),
    Transition(
        EventKind.RECLASSIFIED,
        OPEN,
        LEADERS,
        target=Status.RECLASSIFIED,
        document="phiếu phân loại lại",
        basis=Citation(LAW_ON_CITIZEN_RECEPTION, "25"),
        stops=(Step.RECOMMENDATION_RESOLUTION,),
        closes=Way.RECLASSIFIED,
        page=Page.RECLASSIFICATION,
    ),
)

# Sign-off, review list and correction: at any time, of any case or of complaints and denunciations.
IN_EVERY_PROCEDURE = (
    Transition(
        EventKind.PROCEDURE_CHECKED,
        EVERYWHERE,
        LEADERS,
        after_closing=True,
        details=details("dung", "sai"),
        page=Page.CHECKLIST,
    ),
    Transition(
        EventKind.HANDED_OVER,
        EVERYWHERE,
        OFFICE,
        after_closing=True,
        document="biên bản bàn giao hồ sơ",
        needs_document=True,
    ),
    Transition(
        EventKind.CORRECTED,
        EVERYWHERE,
        LEADERS,
        after_closing=True,
        document="văn bản đính chính",
        page=Page.CORRECTION,
    ),
)
OF_COMPLAINTS_AND_DENUNCIATIONS = (
    Transition(EventKind.JOINED_BY, EVERYWHERE, LEADERS, after_closing=True, page=Page.NONE),
    Transition(
        EventKind.REVIEW_LISTED,
        EVERYWHERE,
        LEADERS,
        after_closing=True,
        details=details("dong_nguoi", "phuc_tap", "keo_dai"),
        page=Page.REVIEW,
    ),
    Transition(
        EventKind.SETTLED,
        EVERYWHERE,
        LEADERS,
        after_closing=True,
        details=details("thi_hanh_xong", "thong_bao_cham_dut", "rut"),
        page=Page.REVIEW,
    ),
)
