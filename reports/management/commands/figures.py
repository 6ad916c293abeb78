"""manage.py figures: print the figures of a unit and a period as JSON."""

import json
from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lucba.law.reporting_periods import Period, PeriodError, default_form_set
from lucba.office.calendar import working_calendar
from lucba.office.models import Unit
from reports.figures.compute import compute_figures
from reports.form_sets import UnknownFormSetError

WRONG_USE = 2  # exit status


def day(text: str) -> date:
    """Read a day written as 2026-07-01."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” không phải là ngày. Hãy viết dạng 2026-07-01.") from None


class Command(BaseCommand):
    help = "In số liệu của một đơn vị trong một kỳ, tính đến ngày cuối kỳ, dạng JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--unit", required=True, help="mã đơn vị")
        parser.add_argument("--from", required=True, type=day, dest="start", help="ngày đầu kỳ, 2026-07-01")
        parser.add_argument("--to", required=True, type=day, dest="end", help="ngày cuối kỳ, 2026-07-31")
        parser.add_argument("--form-set", help="bộ biểu mẫu; mặc định theo ngày cuối kỳ")

    def handle(self, *, unit: str, start: date, end: date, form_set: str | None, **options: Any) -> None:
        try:
            period = Period(start, end)
            figures = compute_figures(
                Unit.objects.get(code=unit),
                period,
                form_set or default_form_set(period),
                calendar=working_calendar(),
            )
        except Unit.DoesNotExist:
            raise CommandError(f"Không có đơn vị mang mã “{unit}”.", returncode=WRONG_USE) from None
        except (PeriodError, UnknownFormSetError) as error:
            raise CommandError(str(error), returncode=WRONG_USE) from error
        self.stdout.write(json.dumps(figures, ensure_ascii=False, indent=1))
