"""A question about a deadline as it is written on a command line or in the row of a CSV file.

One reading serves both; what the law answers stands in `lucba.law.inquiries`.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from lucba.law.deadlines import Deadline
from lucba.law.inquiries import Inquiry, Pause, answer
from lucba.law.rules import Circumstance, NoRuleInForceError, Step
from lucba.law.working_days import WorkingCalendar
from lucba.office.command_line import read_day

FLAGS = {
    "complex": Circumstance.COMPLEX,
    "remote": Circumstance.REMOTE,
    "several_places": Circumstance.SEVERAL_PLACES,
}
COLUMNS = ("key", "start", *FLAGS, "extensions", "pause", "excluded_days")

Written = Mapping[str, str]


class WrongInquiryError(ValueError):
    """A question that cannot be read or answered; the message is a Vietnamese sentence for the asker."""


def answer_written(written: Written, calendar: WorkingCalendar) -> Deadline:
    """Return the deadline asked for in the COLUMNS of `written`. Raises WrongInquiryError."""
    try:
        return answer(_read(written), calendar)
    except OverflowError as error:
        raise WrongInquiryError("Ngày cuối của thời hạn nằm ngoài lịch.") from error
    except (NoRuleInForceError, ValueError) as error:
        raise WrongInquiryError(str(error)) from error


def as_dict(asked: Deadline) -> dict[str, Any]:
    """Return the answer ready for JSON; `provisional` is there only when it is."""
    days = {"raw_end": asked.raw_end, "due_on": asked.due_on, "act_by": asked.act_by}
    return {
        "key": str(asked.step),
        **{name: on.isoformat() for name, on in days.items()},
        "citation": asked.legal_basis,
        "explanation": list(asked.explanation),
        "certainty": asked.certainty.label,
        **({"provisional": True} if asked.is_provisional else {}),
    }


def read_csv(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file in UTF-8, with or without BOM, as texts by column.

    A row with too few or too many cells keeps the sentence about it as "error". Raises WrongInquiryError when
    the file cannot be read or lacks a column.
    """
    reader = csv.reader(io.StringIO(_decoded(content), newline=""), strict=True)
    try:
        heading = [name.strip() for name in next(reader, [])]
        _check_heading(heading)
        return [_row(heading, cells, reader.line_num) for cells in reader if cells]
    except csv.Error as error:
        raise WrongInquiryError(
            f"Dòng {reader.line_num} của tệp CSV sai dấu ngoặc kép hoặc quá dài."
        ) from error


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise WrongInquiryError(f"Dòng {line} của tệp không phải là chữ UTF-8.") from error


def _check_heading(heading: list[str]) -> None:
    for name in COLUMNS:
        if name not in heading:
            raise WrongInquiryError(f"Dòng 1 thiếu cột “{name}”. Các cột cần có: {','.join(COLUMNS)}.")
        if heading.count(name) > 1:
            raise WrongInquiryError(f"Dòng 1 có hai cột “{name}”.")


def _row(heading: list[str], cells: list[str], line: int) -> dict[str, str]:
    row = {**dict.fromkeys(COLUMNS, ""), **dict(zip(heading, map(str.strip, cells), strict=False))}
    if len(cells) > len(heading):
        row["error"] = f"Dòng {line} có nhiều ô hơn số cột."
    elif len(cells) < len(heading):
        row["error"] = f"Dòng {line} thiếu cột “{heading[len(cells)]}”."
    return row


def _read(written: Written) -> Inquiry:
    return Inquiry(
        step=_step(written["key"]),
        start=_day_in("start", written["start"]),
        circumstances=frozenset(fact for name, fact in FLAGS.items() if _is_flagged(name, written[name])),
        extensions=_number_in("extensions", written["extensions"]),
        pauses=tuple(_pauses(written["pause"])),
        excluded_days=_number_in("excluded_days", written["excluded_days"]),
    )


def _step(key: str) -> Step:
    try:
        return Step(key)
    except ValueError:
        raise WrongInquiryError(
            f"Không có thời hạn mang khóa “{key}”. Các khóa hiện có: {', '.join(Step)}."
        ) from None


def _day_in(name: str, text: str) -> date:
    if not text:
        raise WrongInquiryError(f"Chưa ghi ngày ở “{name}”. Hãy viết dạng 2026-07-01.")
    return read_day(text)


def _is_flagged(name: str, text: str) -> bool:
    if text not in ("", "1"):
        raise WrongInquiryError(f"“{name}” chỉ nhận 1 hoặc để trống, đang ghi “{text}”.")
    return text == "1"


def _number_in(name: str, text: str) -> int:
    """Read a whole number; four digits are more days than any matter takes."""
    if not re.fullmatch(r"(-?[0-9]{1,4})?", text):
        raise WrongInquiryError(f"“{name}” phải là số nguyên, nhiều nhất bốn chữ số, đang ghi “{text}”.")
    return int(text or 0)


def _pauses(text: str) -> Iterator[Pause]:
    for span in filter(None, map(str.strip, text.split(";"))):
        begins_on, colon, ends_on = span.partition(":")
        if not colon:
            raise WrongInquiryError(f"Tạm đình chỉ “{span}” phải ghi hai ngày, dạng 2026-07-10:2026-07-20.")
        yield Pause(_day_in("pause", begins_on.strip()), _day_in("pause", ends_on.strip()))
