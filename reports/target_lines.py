"""The targets of the plan as they are shown and printed: what is required and how far the office got.

The targets themselves stand in `figures.targets`; what is added here is how a result is worded.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from reports.figures.targets import TARGETS, Target

NOTHING = "không phát sinh"
ADDED = frozenset({"2b", "3b"})  # measures beside the eight targets of the plan


@dataclass(frozen=True)
class TargetLine:
    """A target with its result in the period and since the start of the year."""

    target: Target
    result: str
    result_year: str
    met: bool | None
    met_year: bool | None
    note: str

    @property
    def required(self) -> str:
        """Return the share to be reached: "100%", "từ 90%", "trên 95%"."""
        if self.target.key == "8":
            return "có danh sách"
        if self.target.percent == 100:
            return "100%"
        return f"{'trên' if self.target.above else 'từ'} {self.target.percent}%"

    @property
    def of_the_plan(self) -> bool:
        """Whether the plan itself names the target."""
        return self.target.key not in ADDED

    @property
    def verdict(self) -> str:
        """Return "đạt", "chưa đạt" or "không phát sinh" for the period."""
        return verdict(self.met)

    @property
    def verdict_year(self) -> str:
        """Return the same since the start of the year."""
        return verdict(self.met_year)


def target_lines(figures: dict[str, Any]) -> list[TargetLine]:
    """Return every target with the results held in `figures`."""
    return [_line(target, figures["indicators"], figures["indicators_year"]) for target in TARGETS.values()]


def verdict(met: bool | None) -> str:
    """Say whether a target is met; None means that nothing arose, which is never a failure."""
    return {True: "đạt", False: "chưa đạt", None: NOTHING}[met]


def rate(numerator: int, denominator: int) -> str:
    """Return the rate in per cent with a decimal comma and at most two decimals, such as "66,67%"."""
    hundredths = round(Fraction(10_000 * numerator, denominator))
    whole, rest = divmod(hundredths, 100)
    decimals = f",{rest:02d}".rstrip("0") if rest else ""
    return f"{whole}{decimals}%"


def _line(target: Target, period: dict[str, Any], year: dict[str, Any]) -> TargetLine:
    here, since = period[target.key], year[target.key]
    return TargetLine(
        target, _result(target, here), _result(target, since), here["met"], since["met"], _note(target, here)
    )


def _result(target: Target, value: dict[str, Any]) -> str:
    done, of_all = value["numerator"], value["denominator"]
    if not of_all:
        return NOTHING
    if target.key == "8":
        return "đã lập" if done else "chưa lập"
    return f"{done}/{of_all} ({rate(done, of_all)})"


def _note(target: Target, value: dict[str, Any]) -> str:
    """Say what the bare rate hides: days of the chairman, unchecked cases, open cases past their day."""
    if target.key == "2":
        return f"trực tiếp {value['days_personal']} ngày, phải tiếp {value['days_required']} ngày"
    counted = {
        "4a": ("unknown", "vụ việc chưa kiểm tra thủ tục"),
        "4b": ("open_overdue", "vụ việc đang giải quyết đã quá hạn"),
        "6": ("nothing_to_execute", "quyết định, kết luận không phải thi hành"),
    }.get(target.key)
    if counted is None or not value.get(counted[0]):
        return ""
    return f"{value[counted[0]]} {counted[1]}"
