"""Part I of the narrative: how many petitions arose, of what kind, which groups came, what is still open."""

from __future__ import annotations

from reports.narrative.facts import Facts
from reports.narrative.words import compared, n, parts


def petitions_received(facts: Facts) -> str:
    """Say how many petitions arrived, by kind, against the period before."""
    now, before = facts.summary, facts.previous
    if not now.received:
        return "Trong kỳ không phát sinh đơn khiếu nại, tố cáo, kiến nghị, phản ánh."
    kinds = parts(
        ("khiếu nại", now.received_complaints),
        ("tố cáo", now.received_denunciations),
        ("kiến nghị, phản ánh", now.received_recommendations),
        of="đơn",
    )
    change = compared(now.received, before.received if before else None, "đơn")
    return f"Trong kỳ, cơ quan nhận {n(now.received, 'đơn')}{change}; trong đó: {kinds}."


def groups(facts: Facts) -> str:
    """Say whether groups of five or more came (01/TCD columns 4, 9, 15, 21)."""
    if not facts.reception[4]:
        return "Không có đoàn đông người đến khiếu nại, tố cáo, kiến nghị, phản ánh."
    persons = facts.reception[9] + facts.reception[15] + facts.reception[21]
    return f"Có {n(facts.reception[4], 'lượt')} đoàn đông người với {n(persons, 'người')}."


def open_cases(facts: Facts) -> str:
    """Say how many own complaints and denunciations are still being resolved on the last day."""
    day = f"{facts.until:%d/%m/%Y}"
    if not facts.cases_open:
        return f"Đến hết ngày {day}, không có vụ việc khiếu nại, tố cáo đã thụ lý mà chưa giải quyết xong."
    overdue = facts.indicators["4b"]["open_overdue"]
    late = f", trong đó có {n(overdue, 'vụ việc')} đã quá thời hạn giải quyết" if overdue else ""
    return (
        f"Đến hết ngày {day}, còn {n(facts.cases_open, 'vụ việc')} khiếu nại, tố cáo đã thụ lý "
        f"đang được giải quyết{late}."
    )
