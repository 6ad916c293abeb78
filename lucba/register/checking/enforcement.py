"""How decisions are carried out (rules X1-X5), walked through entry by entry."""

from __future__ import annotations

from collections.abc import Iterator

from lucba.register.checking.decisions import MONEY_AND_LAND, more_officials
from lucba.register.rows import Book, Finding, Row

LIMITED = (*MONEY_AND_LAND, "org_count", "person_count")  # what entries may not exceed in sum


def check_enforcement(book: Book) -> Iterator[Finding]:
    """X1-X5."""
    for row in book.sound("THI_HANH"):
        yield from more_officials(row, "X5", "sanction_officials", "sanction_persons")
        yield from more_officials(row, "X5", "prosecuted_officials", "prosecuted_persons")
    for decision_code, rows in book.group("THI_HANH", "decision_code").items():
        decision = book.find("QUYET_DINH", decision_code)
        if decision and all(row.sound for row in rows):
            yield from _check_entries(decision, sorted(rows, key=lambda row: row["seq"]))


def _check_entries(decision: Row, rows: list[Row]) -> Iterator[Finding]:
    earlier, finished = decision["issued_on"], False
    for row in rows:
        if not decision["must_execute"]:
            reason = (
                f"Quyết định “{row['decision_code']}” ghi là không phải thi hành. "
                "Hãy sửa mã hoặc sửa quyết định."
            )
            yield row.wrong("X1", "decision_code", reason)
        if row["date"] < earlier:
            reason = (
                f"Ngày thực hiện trước ngày ban hành hoặc trước lần liền trước ({earlier:%d/%m/%Y}). "
                "Hãy sửa lại."
            )
            yield row.wrong("X2", "date", reason)
        if finished:
            reason = (
                "Quyết định đã ghi thi hành xong ở lần trước, không thể ghi thêm. "
                "Hãy sửa lần trước hoặc xóa dòng."
            )
            yield row.wrong("X3", "finished", reason)
        earlier, finished = row["date"], finished or row["finished"]
    yield from _sums(decision, rows)


def _sums(decision: Row, rows: list[Row]) -> Iterator[Finding]:
    """X4, at the entry with which the sum exceeds what was decided."""
    for column in LIMITED:
        total, limit = 0, decision[column]
        for row in rows:
            total += row[column]
            if total > limit:
                reason = (
                    f"Cộng đến lần này là {_number(total)}, nhiều hơn quyết định ({_number(limit)}). "
                    "Hãy sửa lại."
                )
                yield row.wrong("X4", column, reason)
                break


def _number(value: object) -> str:
    return f"{value:,}".replace(",", " ").replace(".", ",").replace(" ", ".")
