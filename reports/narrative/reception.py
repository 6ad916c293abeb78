"""Part II.1 of the narrative: reception by the staff, by the chairman and by his delegate (01/TCD)."""

from __future__ import annotations

from reports.narrative.facts import Facts
from reports.narrative.words import compared, n


def visits(facts: Facts) -> str:
    """Say how many visits, persons and matters were received in all."""
    now, before = facts.reception, facts.previous
    change = compared(now[1], before.visits if before else None, "lượt")
    if not now[1]:
        return f"Trong kỳ không phát sinh lượt công dân đến khiếu nại, tố cáo, kiến nghị, phản ánh{change}."
    group = f"có {n(now[4], 'lượt')} đoàn đông người" if now[4] else "không có đoàn đông người"
    return (
        f"Trong kỳ đã tiếp {n(now[1], 'lượt')} với {n(now[2], 'người')} về {n(now[3], 'vụ việc')}{change}; "
        f"{group}."
    )


def by_staff(facts: Facts) -> str:
    """Say what the assigned staff received."""
    return f"- Tiếp thường xuyên: {_block(facts, 5)}."


def by_chairman(facts: Facts) -> str:
    """Say what the chairman received in person, periodic and extraordinary."""
    return f"- Chủ tịch trực tiếp tiếp định kỳ và đột xuất: {_block(facts, 11)}."


def by_delegate(facts: Facts) -> str:
    """Say what was received by delegation; nothing when no day was delegated and nobody came."""
    days = facts.summary.days_delegated
    if not days and not facts.reception[17]:
        return ""
    return f"- Ủy quyền tiếp: {n(days, 'ngày')}; {_block(facts, 17)}."


def chairman_days(facts: Facts) -> str:
    """Say how many days the chairman held in person against those the law requires (indicator 2)."""
    held, required = facts.summary.days_personal, facts.summary.days_required
    if not required:
        return f"- Số ngày tiếp công dân định kỳ của Chủ tịch: đã trực tiếp tiếp {n(held, 'ngày')}."
    good, assessed = facts.ratio("2")
    return (
        f"- Số ngày tiếp công dân định kỳ của Chủ tịch: đã trực tiếp tiếp {n(held, 'ngày')}, theo quy định "
        f"phải tiếp ít nhất {n(required, 'ngày')}; đạt yêu cầu {good}/{assessed} {_span(assessed, required)}."
    )


def staff_weeks(facts: Facts) -> str:
    """Say in how many weeks the assigned staff held a reception day (indicator 2b)."""
    good, weeks = facts.ratio("2b")
    if not weeks:
        return ""
    return f"- Cán bộ, công chức được phân công đã tiếp công dân thường xuyên {good}/{weeks} tuần trong kỳ."


def _block(facts: Facts, first: int) -> str:
    """Word the columns visits, persons, matters, groups, group persons that begin at column `first`."""
    now = facts.reception
    if not now[first]:
        return "không phát sinh lượt công dân đến"
    group = (
        f", {n(now[first + 3], 'đoàn')} đông người ({n(now[first + 4], 'người')})" if now[first + 3] else ""
    )
    return f"{n(now[first], 'lượt')}, {n(now[first + 1], 'người')}, {n(now[first + 2], 'vụ việc')}{group}"


def _span(assessed: int, required: int) -> str:
    """Name what is assessed: weeks until 30/06/2026, one day each; months since then, two days each."""
    if required == assessed:
        return "tuần"
    return "tháng" if required == 2 * assessed else "tuần, tháng"
