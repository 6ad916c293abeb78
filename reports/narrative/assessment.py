"""Parts III and IV of the narrative: what went well, what did not, what comes next.

Only what the figures show is said; judgements and causes are the clerk's to add.
"""

from __future__ import annotations

from datetime import timedelta

from lucba.law.law_on_citizen_reception import MONTHLY_DUTY
from reports.figures.targets import TARGETS, Target
from reports.narrative.facts import Facts
from reports.narrative.words import n
from reports.target_lines import ADDED


def strengths(facts: Facts) -> str:
    """Name the targets of the plan that are met."""
    met = _named(facts, met=True)
    if not met:
        return "1. Ưu điểm: công tác tiếp công dân, tiếp nhận và xử lý đơn được duy trì theo quy định."
    return f"1. Ưu điểm: các chỉ tiêu đạt yêu cầu trong kỳ gồm {met}."


def weaknesses(facts: Facts) -> str:
    """Name the targets that are not met, petitions left and cases past their day."""
    failed, left = _named(facts, met=False), facts.summary.left
    overdue = facts.indicators["4b"]["open_overdue"]
    said = [
        f"chỉ tiêu chưa đạt: {failed}" if failed else "",
        f"còn {n(left, 'đơn')} chưa xử lý xong" if left else "",
        f"còn {n(overdue, 'vụ việc')} quá thời hạn giải quyết" if overdue else "",
    ]
    return f"2. Tồn tại, hạn chế: {'; '.join(filter(None, said)) or 'không có chỉ tiêu nào chưa đạt'}."


def forecast(facts: Facts) -> str:
    """Say what is known to come: the open cases and the petitions left."""
    waiting = [
        f"{n(facts.summary.left, 'đơn')} chưa xử lý" if facts.summary.left else "",
        f"{n(facts.cases_open, 'vụ việc')} khiếu nại, tố cáo đang giải quyết" if facts.cases_open else "",
    ]
    known = " và ".join(filter(None, waiting))
    if not known:
        return "1. Dự báo tình hình: không có đơn, vụ việc tồn chuyển sang kỳ sau."
    return f"1. Dự báo tình hình: chuyển sang kỳ sau {known}."


def next_steps(facts: Facts) -> str:
    """Say what is to be done in the next period, with the reception duty then in force."""
    monthly = MONTHLY_DUTY.in_force(facts.until + timedelta(days=1))
    duty = "ít nhất 02 ngày/tháng" if monthly else "ít nhất 01 ngày/tuần"
    steps = [
        f"duy trì lịch tiếp công dân của Chủ tịch {duty}",
        f"xử lý xong {n(facts.summary.left, 'đơn')} còn lại" if facts.summary.left else "",
        f"giải quyết {n(facts.cases_open, 'vụ việc')} đang thụ lý đúng trình tự, thời hạn"
        if facts.cases_open
        else "",
        "tiếp tục tuyên truyền, phổ biến pháp luật về tiếp công dân, khiếu nại, tố cáo",
    ]
    return f"2. Phương hướng, nhiệm vụ: {'; '.join(filter(None, steps))}."


def requests(facts: Facts) -> str:
    """Say that nothing is asked for, until the clerk writes what is."""
    return "3. Kiến nghị, đề xuất: không."


def _named(facts: Facts, *, met: bool) -> str:
    return "; ".join(_named_target(target) for target in TARGETS.values() if _is(facts, target, met))


def _is(facts: Facts, target: Target, met: bool) -> bool:
    return target.key not in ADDED and facts.indicators[target.key]["met"] is met


def _named_target(target: Target) -> str:
    return f"({target.key}) {target.title[0].lower()}{target.title[1:]}"
