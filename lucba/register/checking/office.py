"""The settings of the workbook, units and staff (rules G1-G4, P1, P2), and who was in post on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from lucba.office.models import StaffTerm, Unit
from lucba.register.format import VERSION
from lucba.register.format.office_sheets import ITEMS
from lucba.register.rows import Book, Finding, Row

LAST_YEAR = 2100  # a later last day is a slip of the hand

Role = StaffTerm.Role


def check_information(book: Book) -> Iterator[Finding]:
    """G1-G4: the settings are all there and make sense."""
    for item in ITEMS:
        if not book.holds("THONG_TIN", item):
            reason = f"Thiếu mục “{item}”. Hãy thêm một dòng cho mục này."
            yield Finding("THONG_TIN", None, "Mục", "G1", reason)
    yield from _wrong_version(book)
    yield from _wrong_level(book)
    yield from _wrong_days(book)


def _wrong_version(book: Book) -> Iterator[Finding]:
    row = book.setting("phien_ban")
    if row and str(row["value"]) != str(VERSION):
        yield row.wrong("G2", "value", f"Phiên bản của mẫu phải là {VERSION}. Hãy dùng đúng mẫu sổ theo dõi.")


def _wrong_level(book: Book) -> Iterator[Finding]:
    row = book.setting("cap_don_vi")
    if row and row["value"] not in Unit.Level.values:
        yield row.wrong("G3", "value", "Cấp đơn vị phải là xa, huyen hoặc tinh. Hãy sửa lại.")


def _wrong_days(book: Book) -> Iterator[Finding]:
    rows = [row for item in ("tu_ngay", "den_ngay") if (row := book.setting(item))]
    for row in rows:
        if not isinstance(row["value"], date):
            yield row.wrong(
                "C2", "value", "Giá trị phải là ngày của Excel. Hãy nhập lại và định dạng kiểu Ngày."
            )
        elif row["value"].year > LAST_YEAR:
            yield row.wrong("G4", "value", f"Năm {row['value'].year} không đúng. Hãy sửa lại ngày.")
    first, last = (book.value(item) for item in ("tu_ngay", "den_ngay"))
    if isinstance(first, date) and isinstance(last, date) and first > last:
        reason = f"Ngày cuối {last:%d/%m/%Y} trước ngày đầu {first:%d/%m/%Y} của sổ. Hãy sửa lại hai ngày."
        yield rows[-1].wrong("G4", "value", reason)


def check_periods(book: Book) -> Iterator[Finding]:
    """P1, P2: periods of units and staff end after they start, and those of one person do not overlap."""
    for row in book.sound("DON_VI"):
        yield from _ends_before_start(row, "listed_from", "listed_to")
    for row in book.sound("CAN_BO"):
        yield from _ends_before_start(row, "from", "to")
    for terms in book.group("CAN_BO", "staff_code").values():
        yield from _overlaps([row for row in terms if row.sound])


def _ends_before_start(row: Row, start: str, end: str) -> Iterator[Finding]:
    if row[end] and row[end] < row[start]:
        reason = f"Ngày kết thúc {row[end]:%d/%m/%Y} trước ngày bắt đầu {row[start]:%d/%m/%Y}. Hãy sửa lại."
        yield row.wrong("P1", end, reason)


def _overlaps(terms: list[Row]) -> Iterator[Finding]:
    for earlier, later in pairwise(sorted(terms, key=lambda row: row["from"])):
        if earlier["to"] is None or earlier["to"] >= later["from"]:
            until = f"đến {earlier['to']:%d/%m/%Y}" if earlier["to"] else "chưa kết thúc"
            reason = (
                f"Thời gian của cán bộ “{later['staff_code']}” chồng lên dòng từ {earlier['from']:%d/%m/%Y} "
                f"{until}. Hãy ghi ngày kết thúc của dòng trước sớm hơn ngày bắt đầu của dòng này."
            )
            yield later.wrong("P2", "from", reason)


def term_on(book: Book, staff_code: str | None, day: date) -> Row | None:
    """Return the row of the person that covers `day`, None when he is not on the list that day."""
    for row in book.group("CAN_BO", "staff_code").get(staff_code, []):
        if row.sound and row["from"] <= day and (row["to"] is None or row["to"] >= day):
            return row
    return None


def is_known(book: Book, staff_code: str | None) -> bool:
    """Tell whether the person is on the list and all his rows could be read."""
    terms = book.group("CAN_BO", "staff_code").get(staff_code, [])
    return bool(terms) and all(row.sound for row in terms)
