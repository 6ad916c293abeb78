"""The numbers of identity papers: what may stand on a paper, and what was mistyped.

Pure Python. A person whose real paper is refused here is written down with "giấy tờ khác".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

# Codes of the 63 provinces in a personal identification number; those of 2025's mergers stay in use.
_NORTH = "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037"
_MIDDLE = "038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068"
_SOUTH = "070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
PROVINCES = frozenset(f"{_NORTH} {_MIDDLE} {_SOUTH}".split())
OLDEST = 120  # years
LONGEST = 30  # characters of any other paper

_SEPARATORS = re.compile(r"[\s\x00.\-/_]+")
_CITIZEN = re.compile(r"[0-9]{12}")
_OLD_CARD = re.compile(r"[0-9]{9}")
_PASSPORT = re.compile(r"[A-Z][0-9]{7,8}")


def compact(text: str) -> str:
    """Return the number without spaces, dots and hyphens, in capitals: how it is stored and looked up."""
    return _SEPARATORS.sub("", text).upper()


def kind_of(number: str) -> str:
    """Return the kind a compact number looks like: cccd, cmnd, ho_chieu, or "" for none of them."""
    for kind, shape in (("cccd", _CITIZEN), ("cmnd", _OLD_CARD), ("ho_chieu", _PASSPORT)):
        if shape.fullmatch(number):
            return kind
    return ""


def read_paper(kind: str, text: str, *, on: date) -> tuple[str, str]:
    """Return kind and compact number of the paper typed; an empty `kind` is told from the number.

    `on` is the day the paper is shown. Raises ValueError with a sentence for the person.
    """
    number = compact(text)
    if not number:
        if kind:
            raise ValueError("Hãy ghi số giấy tờ, hoặc bỏ chọn loại giấy tờ.")
        return "", ""
    kind = kind or kind_of(number)
    if not kind:
        raise ValueError(
            "Số này không phải căn cước (12 chữ số), chứng minh nhân dân (9 chữ số) hay hộ chiếu. "
            "Hãy kiểm tra lại, hoặc chọn “giấy tờ khác”."
        )
    _CHECKS[kind](number, on)
    return kind, number


def _check_citizen_card(number: str, on: date) -> None:
    """Refuse a number not made of province, century and sex, year of birth, six digits."""
    if not _CITIZEN.fullmatch(number):
        raise ValueError(f"Số căn cước gồm 12 chữ số; số vừa ghi có {len(number)} ký tự.")
    if number[:3] not in PROVINCES:
        raise ValueError(
            f"Không có tỉnh nào mang mã {number[:3]} ở đầu số căn cước. "
            "Hãy kiểm tra lại; thẻ ghi đúng như vậy thì chọn “giấy tờ khác”."
        )
    born = 1900 + int(number[3]) // 2 * 100 + int(number[4:6])
    if not on.year - OLDEST <= born <= on.year:
        raise ValueError(
            f"Chữ số thứ 4 đến thứ 6 của số căn cước ({number[3:6]}) chỉ năm sinh {born}. Hãy kiểm tra lại."
        )


def _check_old_card(number: str, _on: date) -> None:
    if not _OLD_CARD.fullmatch(number):
        raise ValueError(f"Số chứng minh nhân dân gồm 9 chữ số; số vừa ghi có {len(number)} ký tự.")


def _check_passport(number: str, _on: date) -> None:
    if not _PASSPORT.fullmatch(number):
        raise ValueError("Số hộ chiếu gồm một chữ cái và 7 hoặc 8 chữ số, ví dụ C1234567.")


def _check_other(number: str, _on: date) -> None:
    if len(number) > LONGEST:
        raise ValueError(f"Số giấy tờ dài quá {LONGEST} ký tự. Hãy kiểm tra lại.")


_CHECKS: dict[str, Callable[[str, date], None]] = {
    "cccd": _check_citizen_card,
    "cmnd": _check_old_card,
    "ho_chieu": _check_passport,
    "khac": _check_other,
}
