"""`manage.py send_reminders --on 2026-03-12 [--dry-run]`: the daily digest of duties, as beat sends it."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lucba.law.working_days import WorkingCalendar
from lucba.office.calendar import working_calendar
from lucba.office.command_line import WRONG_USE, read_day
from lucba.office.models import Official
from lucba.reminders import new_items, people_to_remind, remind


class Command(BaseCommand):
    """Send the digest of a day, or only show it."""

    help = "Gửi tin nhắc việc của một ngày cho từng người; mỗi việc mỗi mức chỉ nhắc một lần."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument(
            "--on", default="", metavar="NGÀY", help="ngày nhắc, ví dụ 2026-03-12; bỏ trống: hôm nay"
        )
        parser.add_argument("--dry-run", action="store_true", help="chỉ in ra, không gửi, không ghi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Send or show, and say how much. Raises CommandError for a day that cannot be read."""
        today, calendar = _day(options["on"]), working_calendar()
        reason = calendar.day_off_reason(today)
        if reason:
            self.stdout.write(f"Ngày {today:%d/%m/%Y} là ngày nghỉ ({reason}): không nhắc.")
            return
        for official in people_to_remind():
            if options["dry_run"]:
                self._show(official, today, calendar)
            else:
                sent = remind(official, today=today, calendar=calendar)
                self.stdout.write(f"{official.username}: {sent} việc")

    def _show(self, official: Official, today: date, calendar: WorkingCalendar) -> None:
        items = new_items(official, today=today, calendar=calendar)
        self.stdout.write(f"{official.username}: {len(items)} việc")
        for item in items:
            self.stdout.write(f"  {item.line}")


def _day(text: str) -> date:
    try:
        return read_day(text) if text else timezone.localdate()
    except ValueError as error:
        raise CommandError(str(error), returncode=WRONG_USE) from error
