"""`manage.py export_register --unit CODE FILE`: write an office's books as a workbook."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lucba.office.models import Unit
from lucba.register.actions import export_workbook

USAGE = 2  # exit status


class Command(BaseCommand):
    """Export the books of a unit; the file holds the names of denouncers."""

    help = "Xuất sổ theo dõi của đơn vị ra tệp Excel. Tệp có danh tính người tố cáo: giữ theo chế độ mật."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("--unit", required=True, metavar="CODE", help="mã đơn vị")
        parser.add_argument("file", type=Path, help="tệp .xlsx sẽ ghi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file and say how many rows it holds."""
        unit = Unit.objects.filter(code=options["unit"]).first()
        if unit is None:
            raise CommandError(f"Không có đơn vị mang mã “{options['unit']}”.", returncode=USAGE)
        path: Path = options["file"]
        if not path.parent.is_dir():
            raise CommandError(f"Không có thư mục {path.parent}.", returncode=USAGE)
        counts = export_workbook(unit, path, on=timezone.localdate())
        self.stdout.write(f"{path}: {sum(counts.values())} dòng")
