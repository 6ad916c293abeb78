"""From a cell of the workbook to a value of its column's type, or the rule (C1-C7) the cell breaks."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from lucba.register.format import Column, Type

LARGEST = {Type.WHOLE: 2**31 - 1, Type.MONEY: 10**15, Type.AREA: 10**12}
NEARLY = 1e-7  # Excel computes in binary fractions: 0.1 + 0.2 is 0.30000000000000004

_YES_NO = {"co": True, "khong": False}


class ErrorValue:
    """What a cell holds whose formula failed (#N/A, #REF! and the like)."""


FAILED_FORMULA = ErrorValue()


class WrongCellError(Exception):
    """A cell that breaks `rule`; `reason` is a sentence for the person."""

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(reason)
        self.rule = rule
        self.reason = reason


def read_cell(column: Column, raw: Any) -> Any:
    """Return the value of a cell; see `lucba.register.rows.Row` for blank ones. Raises WrongCellError."""
    if isinstance(raw, str):
        raw = unicodedata.normalize("NFC", raw).strip()
        if not raw:
            return _blank(column)
    return _READERS[column.type](column, raw)


def _blank(column: Column) -> Any:
    if column.required:
        raise WrongCellError("C1", f"Ô “{column.heading}” bắt buộc phải ghi nhưng đang để trống.")
    return column.blank


def _text(column: Column, raw: Any) -> str:
    """Read any cell as text: Excel turns document numbers such as 12 into numbers by itself."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, ErrorValue):
        raise WrongCellError("C1", "Ô chứa công thức bị lỗi. Hãy ghi nội dung vào ô.")
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 10**15 else repr(raw)
    if isinstance(raw, date):
        return f"{raw:%d/%m/%Y}"
    return str(raw)


def _code(column: Column, raw: Any) -> str:
    if raw in column.codes:
        return str(raw)
    code = raw if isinstance(raw, ErrorValue) else _text(column, raw)
    if code not in column.codes:
        raise WrongCellError(
            "C7", f"{_quoted(raw)} không có trong danh mục. Hãy ghi một trong các mã: {_list(column)}."
        )
    return str(code)


def _yes_no(column: Column, raw: Any) -> bool:
    if raw not in _YES_NO:
        raise WrongCellError("C6", f"Ô chỉ được ghi “co” hoặc “khong”, đang ghi {_quoted(raw)}.")
    return _YES_NO[raw]


def _date(column: Column, raw: Any) -> date:
    if isinstance(raw, datetime):
        if raw.time() != time(0):
            raise WrongCellError("C2", f"Ngày {raw:%d/%m/%Y} có kèm giờ. Hãy chỉ ghi ngày, không ghi giờ.")
        return raw.date()
    if isinstance(raw, date):
        return raw
    raise WrongCellError(
        "C2",
        f"{_quoted(raw)} không phải là ngày của Excel. Hãy nhập lại ngày và định dạng ô kiểu Ngày (Date).",
    )


def _number(column: Column, raw: Any) -> int:
    """Read a whole number or whole VND."""
    number = _finite(raw, "C3")
    if abs(number - round(number)) > NEARLY:
        raise WrongCellError("C3", f"Phải ghi số nguyên, đang ghi {_quoted(raw)}.")
    return round(_within(column, number, "C3"))


def _area(column: Column, raw: Any) -> Decimal:
    tenths = _finite(raw, "C4") * 10
    if abs(tenths - round(tenths)) > NEARLY * 10:
        raise WrongCellError(
            "C4", f"Diện tích (m²) chỉ được ghi tối đa một chữ số thập phân, đang ghi {_quoted(raw)}."
        )
    return Decimal(round(_within(column, tenths / 10, "C4") * 10)) / 10


def _finite(raw: Any, rule: str) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise WrongCellError(rule, f"Phải ghi số, đang ghi {_quoted(raw)}. Hãy nhập lại ô bằng số.")
    return raw


def _within(column: Column, number: float, rule: str) -> float:
    if number < 0:
        raise WrongCellError("C5", f"Số không được âm, đang ghi {_quoted(number)}.")
    if number > LARGEST[column.type]:
        raise WrongCellError(rule, f"Số {_quoted(number)} lớn quá mức có thể. Hãy kiểm tra lại.")
    return number


def _references(column: Column, raw: Any) -> tuple[str, ...]:
    codes = (code.strip() for code in _text(column, raw).split(";"))
    return tuple(dict.fromkeys(code for code in codes if code))


def _any(column: Column, raw: Any) -> Any:
    """Read the value of a setting: a day, a whole number or text."""
    if isinstance(raw, datetime):
        return _date(column, raw)
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    return raw if isinstance(raw, date | float) and not isinstance(raw, bool) else _text(column, raw)


def _reference(column: Column, raw: Any) -> str:
    if isinstance(raw, ErrorValue):
        raise WrongCellError("F1", f"Ô chứa công thức bị lỗi. Hãy ghi mã có ở trang {column.target}.")
    return _text(column, raw)


_READERS: dict[Type, Callable[[Column, Any], Any]] = {
    Type.TEXT: _text,
    Type.CODE: _code,
    Type.YES_NO: _yes_no,
    Type.DATE: _date,
    Type.WHOLE: _number,
    Type.MONEY: _number,
    Type.AREA: _area,
    Type.REFERENCE: _reference,
    Type.REFERENCES: _references,
    Type.ANY: _any,
}


def _quoted(raw: Any) -> str:
    if isinstance(raw, ErrorValue):
        return "một công thức bị lỗi"
    if isinstance(raw, date):
        return f"ngày {raw:%d/%m/%Y}"
    text = f"{raw:.15g}".replace(".", ",") if isinstance(raw, float) else str(raw)
    return f"“{text if len(text) <= 60 else text[:57] + '…'}”"


def _list(column: Column) -> str:
    return ", ".join(column.codes)
