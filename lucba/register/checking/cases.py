"""Matters (rules M1-M7), and what the other sheets say of each matter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from complaints.rules import INSTANCES, NEVER_OWN_DENUNCIATION, NOT_FOR_A_COMMUNE, PRIOR_STATES
from lucba.office.models import Unit
from lucba.register.rows import Book, Finding, Row
from reception.models import ContentKind


def check_cases(book: Book) -> Iterator[Finding]:
    """M1-M7."""
    is_commune = book.value("cap_don_vi") == Unit.Level.COMMUNE
    for row in book.sound("VU_VIEC"):
        yield from _fits_kind(row)
        yield from _whose(row)
        yield from _may_be_own(row, is_commune=is_commune)
        yield from _known_in_time(row, book)


def _fits_kind(row: Row) -> Iterator[Finding]:
    """M1, M2."""
    if (row["instance"] or "") not in INSTANCES[row["kind"]]:
        allowed = ", ".join(filter(None, INSTANCES[row["kind"]])) or "để trống"
        reason = f"Lần giải quyết không phù hợp với loại {row['kind']}. Hãy ghi: {allowed}."
        yield row.wrong("M1", "instance", reason)
    if row["prior_state"] not in PRIOR_STATES[row["kind"]]:
        allowed = ", ".join(PRIOR_STATES[row["kind"]])
        reason = f"Tình trạng {row['prior_state']} không phù hợp với loại {row['kind']}. Hãy ghi: {allowed}."
        yield row.wrong("M2", "prior_state", reason)


def _whose(row: Row) -> Iterator[Finding]:
    """M3, M5."""
    if not row["competent"] and row["competent_body"] is None:
        reason = "Vụ việc không thuộc thẩm quyền phải ghi cơ quan có thẩm quyền. Hãy ghi tên cơ quan."
        yield row.wrong("M3", "competent_body", reason)
    if row["kind"] != ContentKind.RECOMMENDATION and row["respondent_role"] is None:
        reason = "Khiếu nại, tố cáo phải ghi người bị khiếu nại, tố cáo. Hãy ghi mã phù hợp."
        yield row.wrong("M5", "respondent_role", reason)


def _may_be_own(row: Row, *, is_commune: bool) -> Iterator[Finding]:
    """M4, M6: what a commune, or any unit, never resolves itself."""
    if not row["competent"]:
        return
    if is_commune and row["instance"] in NOT_FOR_A_COMMUNE:
        reason = (
            f"Cấp xã không có thẩm quyền giải quyết {row['instance']}. "
            "Hãy ghi khong và cơ quan có thẩm quyền."
        )
        yield row.wrong("M4", "competent", reason)
    if row["kind"] == ContentKind.DENUNCIATION and row["respondent_role"] in NEVER_OWN_DENUNCIATION:
        reason = (
            "Tố cáo Chủ tịch, Phó Chủ tịch do cấp trên giải quyết. Hãy ghi khong và cơ quan có thẩm quyền."
        )
        yield row.wrong("M6", "competent", reason)


def _known_in_time(row: Row, book: Book) -> Iterator[Finding]:
    """M7."""
    received_on = first_received_on(book, row["case_code"])
    known_on = row["act_known_on"]
    if row["kind"] == ContentKind.COMPLAINT and known_on and received_on and known_on > received_on:
        reason = (
            f"Ngày biết quyết định, hành vi {known_on:%d/%m/%Y} sau ngày nhận "
            f"khiếu nại {received_on:%d/%m/%Y}. Hãy sửa lại."
        )
        yield row.wrong("M7", "act_known_on", reason)


def first_received_on(book: Book, case_code: str) -> date | None:
    """Return the earliest day a petition of the matter was received, None when it has none."""
    petitions = book.group("DON", "case_code").get(case_code, [])
    return min((row["received_on"] for row in petitions if row["received_on"]), default=None)
