"""How counts, amounts and comparisons are worded in reports: "03 đơn", "tăng 02 lượt so với kỳ trước"."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lucba.papers.numbers import count, million_dong, square_metres


def n(number: int, of: str = "") -> str:
    """Write a count with its noun as official papers do: "03 đơn", "12 đơn", "0 đơn"."""
    digits = f"{number:02d}" if 0 < number < 10 else count(number)
    return f"{digits} {of}".rstrip()


def parts(*pairs: tuple[str, int], of: str, joined: str = "; ") -> str:
    """Write the parts that are not zero: "đất đai 01 đơn; chế độ, chính sách 02 đơn"; "" when all are."""
    return joined.join(f"{label} {n(number, of)}" for label, number in pairs if number)


def including(text: str) -> str:
    """Put a list of parts in brackets, or nothing when there are none."""
    return f" ({text})" if text else ""


def compared(now: int, before: int | None, of: str) -> str:
    """Write the change against the period before: ", tăng 02 đơn so với kỳ trước"; "" when it is unknown."""
    if before is None:
        return ""
    if now == before:
        return ", bằng kỳ trước"
    word = "tăng" if now > before else "giảm"
    return f", {word} {n(abs(now - before), of)} so với kỳ trước"


def money_and_land(money: int, land: Decimal) -> str:
    """Write an amount of đồng and an area: "8,4 triệu đồng và 120,5 m² đất"; "" when both are nothing."""
    shown = [f"{million_dong(money)} triệu đồng"] if money else []
    shown += [f"{square_metres(land)} m² đất"] if land else []
    return " và ".join(shown)


def sentence(clauses: Iterable[str]) -> str:
    """Join the clauses that say something by ";" and end with a full stop; "" when none does."""
    said = [clause for clause in clauses if clause]
    return f"{'; '.join(said)}." if said else ""
