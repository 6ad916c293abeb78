"""Whether the figures of a period continue those of the period before it, as both were stored.

Which columns continue which stands in the form set (`carried_over`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from lucba.law.reporting_periods import Period
from lucba.papers.numbers import decimal_text
from reports.form_sets import form_set
from reports.form_sets.forms import CarriedOver

Figures = dict[str, Any]  # as made by `compute_figures`


@dataclass(frozen=True)
class Finding:
    """What does not continue, in a sentence for the office.

    `explained` when decisions finished without the whole amount can be the reason.
    """

    text: str
    explained: bool = False

    def __str__(self) -> str:
        return self.text


def continuity_findings(previous: Figures, figures: Figures) -> list[Finding]:
    """Return what is not continuous from `previous` to the next period's `figures`; empty when all is.

    After a gap or an overlap of days the columns cannot be compared: it is the only finding. Periods on
    different form sets are compared by their days alone.
    """
    days = _days(_period(previous), _period(figures))
    if days or previous["form_set"] != figures["form_set"]:
        return days
    rules = form_set(figures["form_set"]).carried_over
    findings = (_carried_over(rule, previous, figures) for rule in rules)
    return [finding for finding in findings if finding]


def _days(before: Period, now: Period) -> list[Finding]:
    expected = before.end + timedelta(days=1)
    if now.start == expected:
        return []
    if now.start > expected:
        gap = Period(expected, now.start - timedelta(days=1))
        return [
            Finding(f"Các ngày {_span(gap)} không thuộc kỳ nào: kỳ trước kết thúc {before.end:%d/%m/%Y}.")
        ]
    overlap = Period(now.start, min(before.end, now.end))
    return [Finding(f"Các ngày {_span(overlap)} thuộc cả hai kỳ: kỳ trước kết thúc {before.end:%d/%m/%Y}.")]


def _carried_over(rule: CarriedOver, previous: Figures, figures: Figures) -> Finding | None:
    before = previous["tables"][rule.form]
    new = figures["tables"][rule.new.form][str(rule.new.column)] if rule.new else 0
    expected = _number(before[str(rule.total)]) - _number(before[str(rule.done)]) + _number(new)
    found = _number(figures["tables"][rule.form][str(rule.opening)])
    if found == expected:
        return None
    explained = found < expected and rule.finished is not None and before[str(rule.finished)] > 0
    reason = " Có thể do quyết định, kết luận đã thi hành xong mà chưa đủ số phải thu, phải trả."
    return Finding(
        f"Biểu {rule.form} cột {rule.opening} là {decimal_text(found)}, tính từ kỳ trước phải là "
        f"{decimal_text(expected)}.{reason if explained else ''}",
        explained,
    )


def _number(figure: int | str) -> Decimal:
    return Decimal(figure)


def _period(figures: Figures) -> Period:
    start, end = (date.fromisoformat(figures["period"][key]) for key in ("from", "to"))
    return Period(start, end)


def _span(period: Period) -> str:
    """Write "01/07/2026" or "01/07/2026–05/07/2026"."""
    days = dict.fromkeys((period.start, period.end))
    return "–".join(f"{day:%d/%m/%Y}" for day in days)
