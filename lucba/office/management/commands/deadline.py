"""`manage.py deadline KEY --start DAY` and `--from-csv FILE`: until when the law gives time, and why."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from lucba.law.deadlines import Deadline
from lucba.law.explanations import day
from lucba.law.rules import Bound
from lucba.law.working_days import WorkingCalendar
from lucba.office.calendar import working_calendar
from lucba.office.command_line import WRONG_USE
from lucba.office.models import AnnouncedDayRow
from lucba.office.written_inquiries import (
    COLUMNS,
    FLAGS,
    WrongInquiryError,
    answer_written,
    as_dict,
    read_csv,
)

STANDARD_INPUT = "-"
_MEANING_OF_DUE_ON = {
    Bound.NO_LATER_THAN: "Hạn cuối",
    Bound.BEFORE_EVENT: "Chậm nhất ngày",
    Bound.AT_LEAST: "Đủ thời gian tối thiểu từ ngày",
    Bound.TAKES_EFFECT: "Có hiệu lực từ ngày",
}


class Command(BaseCommand):
    """Print one deadline with its reasons, or one JSON line for each row of a CSV file."""

    help = (
        "Tính một thời hạn và giải thích vì sao. Tình tiết mà quy định không phân biệt thì được bỏ qua "
        "(giải quyết tố cáo phức tạp: dùng --extensions). "
        "Câu hỏi không trả lời được thì kết thúc với mã 2."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments; all are texts, so that a wrong one is answered like one in a file."""
        parser.add_argument("key", nargs="?", metavar="KEY", help="khóa của thời hạn, ví dụ KN.RESOLVE")
        parser.add_argument("--start", metavar="DAY", help="ngày bắt đầu, 2026-07-06; không tính ngày này")
        for name, circumstance in FLAGS.items():
            option = f"--{name.replace('_', '-')}"
            parser.add_argument(option, action="store_const", const="1", help=circumstance.label)
        parser.add_argument("--extensions", metavar="N", help="số lần gia hạn giải quyết tố cáo")
        parser.add_argument(
            "--pause",
            nargs="+",
            action="extend",
            metavar="FROM:TO",
            help="từ ngày tạm đình chỉ đến ngày tiếp tục; ghi được nhiều lần",
        )
        parser.add_argument(
            "--excluded-days", metavar="N", help="số ngày có trở ngại khách quan hoặc giám định"
        )
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
        parser.add_argument(
            "--from-csv",
            metavar="FILE",
            help="tệp CSV (UTF-8) hoặc - để đọc từ đầu vào chuẩn; in mỗi dòng một kết quả JSON",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer the one question or those of the file."""
        asks_one, file = any(options[name] is not None for name in COLUMNS), options["from_csv"]
        if asks_one == (file is not None):
            raise CommandError(
                "Hãy ghi một thời hạn (KEY --start DAY), hoặc chỉ ghi tệp sau --from-csv.",
                returncode=WRONG_USE,
            )
        try:
            if asks_one:
                self._answer_one({name: options[name] or "" for name in COLUMNS}, as_json=options["json"])
            else:
                self._answer_rows(read_csv(_content(file)))
        except WrongInquiryError as error:
            raise CommandError(str(error), returncode=WRONG_USE) from error

    def _answer_one(self, options: dict[str, Any], *, as_json: bool) -> None:
        written = {**options, "pause": ";".join(options["pause"])}
        asked = answer_written(written, _calendar())
        self.stdout.write(_json(as_dict(asked)) if as_json else "\n".join(_lines(asked)))

    def _answer_rows(self, rows: list[dict[str, str]]) -> None:
        """Print a line for each row. Raises WrongInquiryError at the end when some have no answer."""
        calendar, failed = _calendar(), 0
        for row in rows:
            try:
                if "error" in row:
                    raise WrongInquiryError(row["error"])
                line = as_dict(answer_written(row, calendar))
            except WrongInquiryError as error:
                line = {"key": row["key"], "start": row["start"], "error": str(error)}
                failed += 1
            self.stdout.write(_json(line))
        if failed:
            raise WrongInquiryError(f"{failed} trong {len(rows)} dòng không tính được thời hạn.")


def _calendar() -> WorkingCalendar:
    """Return the office's calendar; before there is a database, the one of the notices known at release."""
    if AnnouncedDayRow._meta.db_table in connection.introspection.table_names():
        return working_calendar()
    return WorkingCalendar()


def _content(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except OSError as error:
        raise WrongInquiryError(f"Không đọc được tệp {name}.") from error


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(asked: Deadline) -> list[str]:
    binds = asked.limit.bound is Bound.NO_LATER_THAN
    return [
        f"{asked.step.label} ({asked.step}), bắt đầu từ ngày {day(asked.start)}",
        f"{_MEANING_OF_DUE_ON[asked.limit.bound]}: {day(asked.due_on)}",
        *([f"Nên xong trong ngày: {day(asked.act_by)}"] if asked.act_by < asked.due_on and binds else []),
        f"Căn cứ: {asked.legal_basis} ({asked.certainty.label})",
        "",
        *(f"{number}. {sentence}" for number, sentence in enumerate(asked.explanation, start=1)),
    ]
