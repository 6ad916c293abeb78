"""`manage.py replay_cases [--unit CODE] [--check]`: work out every case again from its history.

To be run once after an update that changes the procedure or adds clocks; changes nothing where all is well.
"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from complaints.actions.replay import replay_case
from complaints.models import Case
from lucba.office.command_line import unit_of_code


class Command(BaseCommand):
    """Recompute state, closing and clocks of cases, and say how many were not as their history tells."""

    help = "Tính lại giai đoạn, ngày kết thúc, thời hạn của mọi vụ việc từ diễn biến đã ghi."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("--unit", metavar="CODE", help="mã đơn vị; để trống: mọi đơn vị")
        parser.add_argument("--check", action="store_true", help="chỉ kiểm tra, không ghi; sai thì báo lỗi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Replay the cases one by one, each in a transaction of its own."""
        cases = Case.objects.order_by("pk")
        if options["unit"]:
            cases = cases.filter(unit=unit_of_code(options["unit"]))
        today, changed, count = timezone.localdate(), [], 0
        for key in cases.values_list("pk", flat=True).iterator():
            count += 1
            case = Case.objects.select_related("unit").get(pk=key)
            if replay_case(case, on=today, store=not options["check"]):
                changed.append(case.code)
        words = f"{count} vụ việc, {len(changed)} vụ việc khác với diễn biến"
        if changed and options["check"]:
            raise CommandError(f"{words}: {', '.join(changed[:20])}")
        self.stdout.write(f"{words}{', đã ghi lại' if changed else ''}.")
