"""`manage.py duty --unit CODE --from DAY --to DAY`: the chairman's reception days, by weeks and months."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lucba.law.explanations import day
from lucba.law.reception_duty import Duty, DutySpan
from lucba.law.reporting_periods import Period
from lucba.office.calendar import working_calendar
from lucba.office.command_line import WRONG_USE, read_day, unit_of_code
from reception.duty import duty_of_chairman


class Command(BaseCommand):
    """Print target 2 of the report in full: every week or month assessed, and what is missing."""

    help = "In số ngày Chủ tịch trực tiếp tiếp công dân theo tuần, theo tháng, tính đến ngày cuối kỳ."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("--unit", required=True, metavar="CODE", help="mã đơn vị")
        parser.add_argument("--from", required=True, dest="start", metavar="DAY", help="ngày đầu, 2026-07-01")
        parser.add_argument("--to", required=True, dest="end", metavar="DAY", help="ngày cuối, 2026-07-31")
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Assess the period and print it."""
        period, unit = _period(options["start"], options["end"]), unit_of_code(options["unit"])
        duty = duty_of_chairman(unit, period, calendar=working_calendar())
        if options["json"]:
            self.stdout.write(json.dumps(_as_dict(duty), ensure_ascii=False, indent=1))
            return
        self.stdout.write(f"{unit.name}, {period}")
        self.stdout.write("\n".join(_lines(duty)))


def _period(start: str, end: str) -> Period:
    try:
        return Period(read_day(start), read_day(end))
    except ValueError as error:  # PeriodError too
        raise CommandError(str(error), returncode=WRONG_USE) from error


def _as_dict(duty: Duty) -> dict[str, Any]:
    return {
        "summary": {
            "days_required": duty.days_required,
            "days_personal": duty.days_personal,
            "days_delegated": duty.days_delegated,
        },
        "weeks": [_span_as_dict(week) for week in duty.weeks],
        "months": [_span_as_dict(month) for month in duty.months],
    }


def _span_as_dict(assessed: DutySpan) -> dict[str, Any]:
    return {
        "from": assessed.span.start.isoformat(),
        "to": assessed.span.end.isoformat(),
        "required": assessed.required,
        "personal": [on.isoformat() for on in assessed.personal],
        "delegated": [on.isoformat() for on in assessed.delegated],
        "met": assessed.met,
        "missing": assessed.missing,
        "reason": assessed.reason,
    }


def _lines(duty: Duty) -> list[str]:
    return [
        f"Phải tiếp {duty.days_required} ngày; Chủ tịch trực tiếp tiếp {duty.days_personal} ngày, "
        f"ủy quyền {duty.days_delegated} ngày.",
        *(_line("Tuần", week) for week in duty.weeks),
        *(_line("Tháng", month) for month in duty.months),
    ]


def _line(word: str, assessed: DutySpan) -> str:
    judged = f"thiếu {assessed.missing} ngày. {assessed.reason}"
    if assessed.met:
        judged = f"đủ, tiếp ngày {_days(assessed.personal)}."
    return f"{word} {day(assessed.span.start)}–{day(assessed.span.end)}: {judged}"


def _days(days: tuple[date, ...]) -> str:
    return ", ".join(map(day, days))
