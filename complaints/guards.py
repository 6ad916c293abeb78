"""What must have happened before, beyond where a case stands: read by the buttons and by the actions alike.

A guard returns why the row is not open yet, in a sentence with its article, or "" when it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from complaints.models import Case, CaseEvent, Decision
from complaints.workflow import EventKind, Page, Transition
from reception.models import ContentKind, Petition


@dataclass(frozen=True, slots=True)
class Facts:
    """What the guards look at; `events` in force, in their order."""

    case: Case
    events: Sequence[CaseEvent]
    decision: Decision | None
    petitions: Sequence[Petition]

    def count(self, *kinds: EventKind) -> int:
        """Return how many events of `kinds` there are."""
        return sum(event.kind in kinds for event in self.events)

    def last(self, *kinds: EventKind) -> CaseEvent | None:
        """Return the last event of `kinds`."""
        return next((event for event in reversed(self.events) if event.kind in kinds), None)

    def is_running(self, begun: EventKind, ended: EventKind) -> bool:
        """Tell whether what `begun` opened has not been `ended` yet."""
        last = self.last(begun, ended)
        return last is not None and last.kind == begun


Guard = Callable[[Facts, Transition], str]


def why_closed(row: Transition, facts: Facts) -> str:
    """Return why `row`, whose state and person are right, is not open yet; "" when it is open."""
    if row.page is Page.DECISION_DATE:
        return _date_of_decision(facts, row)
    guard = _GUARDS.get(row.event)
    return guard(facts, row) if guard else ""


def _date_of_decision(facts: Facts, row: Transition) -> str:
    decision = facts.decision
    if decision is None:
        return "Chưa có quyết định, kết luận."
    if getattr(decision, row.column):
        return "Mốc này đã được ghi."
    guard = _DATE_GUARDS.get(row.event)
    return guard(facts, decision) if guard else ""


def _meeting_notice(facts: Facts, decision: Decision) -> str:
    other = decision.publish_form not in ("", Decision.PublishForm.MEETING)
    return "Quyết định không công khai bằng cuộc họp." if other else ""


def _publication_ended(facts: Facts, decision: Decision) -> str:
    return "" if decision.published_on else "Hãy ghi ngày công khai trước."


def _front_told(facts: Facts, decision: Decision) -> str:
    from_front = any(each.forwarder_kind == Petition.ForwarderKind.FRONT for each in facts.petitions)
    return "" if from_front else "Không có đơn nào do Mặt trận chuyển đến (Luật Khiếu nại, Điều 66)."


def _effective(facts: Facts, decision: Decision) -> str:
    if facts.case.instance != Case.Instance.FIRST_COMPLAINT:
        return "Chỉ xác nhận hiệu lực của quyết định giải quyết lần đầu (Luật Khiếu nại, Điều 44)."
    return ""


def _directed(facts: Facts, decision: Decision) -> str:
    if facts.case.kind == ContentKind.COMPLAINT and not decision.must_execute:
        return "Quyết định không có nội dung phải thi hành."
    return ""


_DATE_GUARDS: dict[EventKind, Callable[[Facts, Decision], str]] = {
    EventKind.MEETING_NOTICE: _meeting_notice,
    EventKind.PUBLICATION_ENDED: _publication_ended,
    EventKind.FRONT_TOLD: _front_told,
    EventKind.EFFECTIVE: _effective,
    EventKind.DIRECTED: _directed,
}


def _accepted(facts: Facts, row: Transition) -> str:
    """LTC 13, LKN 17: only matters of its own; who leads the commune is judged above it."""
    return "" if facts.case.competent else "Vụ việc không thuộc thẩm quyền, không thể thụ lý."


def _decided(facts: Facts, row: Transition) -> str:
    """LKN 29-31, LTC 31, 35: verified first; a dialogue where demand and finding still differ."""
    report = facts.last(EventKind.VERIFICATION_REPORT)
    is_complaint = facts.case.kind == ContentKind.COMPLAINT
    if report is None:
        articles = "Luật Khiếu nại, Điều 29, 31" if is_complaint else "Luật Tố cáo, Điều 31, 35"
        return f"Chưa có báo cáo kết quả xác minh ({articles})."
    differs = is_complaint and report.detail == "con_khac_nhau"
    if differs and not facts.count(EventKind.DIALOGUE):
        return (
            "Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau: phải đối thoại trước "
            "(Luật Khiếu nại, Điều 30)."
        )
    return ""


def _stay(facts: Facts, row: Transition) -> str:
    running = facts.is_running(EventKind.STAY, EventKind.STAY_LIFTED)
    if row.event == EventKind.STAY:
        return "Quyết định bị khiếu nại đang được tạm đình chỉ thi hành." if running else ""
    return "" if running else "Chưa có quyết định tạm đình chỉ thi hành (Luật Khiếu nại, Điều 35)."


def _examination(facts: Facts, row: Transition) -> str:
    running = facts.is_running(EventKind.EXAMINATION, EventKind.EXAMINATION_RESULT)
    if row.event == EventKind.EXAMINATION:
        return "Đang chờ kết quả giám định." if running else ""
    return "" if running else "Chưa trưng cầu giám định."


def _withdrawn(facts: Facts, row: Transition) -> str:
    """LKN 10, LTC 33: what follows a withdrawal needs one that nothing has answered yet."""
    last = facts.last(EventKind.WITHDRAWN, EventKind.CONTINUED)
    pending = last is not None and last.kind == EventKind.WITHDRAWN
    needs_one = row.event == EventKind.CONTINUED or row.detail == "rut"
    if not needs_one:
        return "Việc rút toàn bộ đã được ghi." if pending and row.event == EventKind.WITHDRAWN else ""
    return "" if pending else "Phải ghi “rút toàn bộ” trước."


def _group(facts: Facts, row: Transition) -> str:
    several = any(each.signer_kind == Petition.SignerKind.SEVERAL for each in facts.petitions)
    return "" if several else "Đơn chỉ có một người đứng tên: hãy ghi “rút toàn bộ”."


def _needs(kind: EventKind) -> Guard:
    """Return the guard of what answers `kind`: one must be open."""

    def guard(facts: Facts, row: Transition) -> str:
        open_ones = facts.count(kind) - facts.count(row.event)
        return "" if open_ones > 0 else f"Chưa ghi “{kind.label}”, hoặc đã ghi xong."

    return guard


def _once(facts: Facts, row: Transition) -> str:
    return "Việc này đã được ghi." if facts.count(row.event) else ""


def _several_places(facts: Facts, row: Transition) -> str:
    return "Việc này đã được ghi." if facts.case.intake_extended else ""


def _extended(facts: Facts, row: Transition) -> str:
    twice = facts.count(EventKind.EXTENDED) >= len(row.details)
    return "Tố cáo chỉ được gia hạn tối đa hai lần (Luật Tố cáo, Điều 30)." if twice else ""


def _carried_out(facts: Facts, row: Transition) -> str:
    decision = facts.decision
    if decision is None or not decision.must_execute:
        return "Quyết định này không có nội dung phải thi hành."
    return "Quyết định đã thi hành xong." if decision.finished_on else ""


def _review(facts: Facts, row: Transition) -> str:
    """Target 5: a matter is settled once, from the list; afterwards it is not put there again."""
    settled = facts.last(EventKind.SETTLED)
    if settled:
        day = f"{settled.happened_on:%d/%m/%Y}"
        return f"Đã ghi giải quyết dứt điểm ngày {day}; nếu ghi sai, hãy đính chính."
    missing = row.event == EventKind.SETTLED and not facts.count(EventKind.REVIEW_LISTED)
    return "Vụ việc không có trong danh sách rà soát." if missing else ""


_GUARDS: dict[EventKind, Guard] = {
    EventKind.ACCEPTED: _accepted,
    EventKind.DECIDED: _decided,
    EventKind.STAY: _stay,
    EventKind.STAY_LIFTED: _stay,
    EventKind.EXAMINATION: _examination,
    EventKind.EXAMINATION_RESULT: _examination,
    EventKind.WITHDRAWN: _withdrawn,
    EventKind.TERMINATED: _withdrawn,
    EventKind.CONTINUED: _withdrawn,
    EventKind.SOME_WITHDREW: _group,
    EventKind.INFORMATION_GIVEN: _needs(EventKind.INFORMATION_ASKED),
    EventKind.HANDLING_RESULT_TOLD: _needs(EventKind.HANDLING_RESULT),
    EventKind.REPORTED_UP: _needs(EventKind.REPORT_ASKED),
    EventKind.DENOUNCER_TOLD: _once,
    EventKind.DENOUNCED_TOLD: _once,
    EventKind.COMPLAINT_CONTINUED: _once,
    EventKind.HANDED_OVER: _once,
    EventKind.SEVERAL_PLACES: _several_places,
    EventKind.EXTENDED: _extended,
    EventKind.ENFORCED: _carried_out,
    EventKind.REVIEW_LISTED: _review,
    EventKind.SETTLED: _review,
}
