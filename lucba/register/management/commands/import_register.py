"""`manage.py import_register FILE --unit CODE [--create-unit] [--json]`: bring an office's books in."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lucba.office.models import Unit
from lucba.register.actions import ImportResult, WorkbookRefusedError, import_workbook
from lucba.register.rows import Finding

USAGE, REFUSED = 2, 3  # exit statuses


class Command(BaseCommand):
    """Import a register workbook; exit status 3 with every finding when it is refused."""

    help = "Nhập sổ theo dõi từ tệp Excel. Sổ có chỗ sai thì không ghi gì và kết thúc với mã 3."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("file", type=Path, help="tệp .xlsx")
        parser.add_argument("--unit", required=True, metavar="CODE", help="mã đơn vị")
        parser.add_argument(
            "--create-unit", action="store_true", help="lập đơn vị theo trang THONG_TIN nếu chưa có"
        )
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import the file and print what was added, or what must be put right."""
        code = options["unit"]
        unit = _unit(code, create=options["create_unit"])
        if not options["file"].is_file():
            raise CommandError(f"Không có tệp {options['file']}.", returncode=USAGE)
        try:
            result = import_workbook(options["file"], unit=unit, create_code=code, on=timezone.localdate())
        except WorkbookRefusedError as refusal:
            self._print_findings(refusal.findings, as_json=options["json"])
            raise CommandError(
                f"Sổ bị từ chối: {len(refusal.findings)} chỗ cần sửa. Không có gì được ghi.",
                returncode=REFUSED,
            ) from refusal
        self._print_result(result, as_json=options["json"])

    def _print_findings(self, findings: list[Finding], *, as_json: bool) -> None:
        if as_json:
            self._print_json([finding.as_dict() for finding in findings])
            return
        for finding in findings:
            self.stdout.write(_line(finding))

    def _print_result(self, result: ImportResult, *, as_json: bool) -> None:
        if as_json:
            self._print_json(result.as_dict())
            return
        self.stdout.write(f"{result.unit.name} ({result.unit.code})")
        for sheet, count in result.added.items():
            if count:
                self.stdout.write(f"{sheet:<16}{count:>8} dòng mới")
        self.stdout.write(f"{'Đã có từ trước':<16}{result.unchanged:>8} dòng")

    def _print_json(self, value: Any) -> None:
        self.stdout.write(json.dumps(value, ensure_ascii=False, indent=1))


def _unit(code: str, *, create: bool) -> Unit | None:
    """Return the unit, None when it is to be created."""
    unit = Unit.objects.filter(code=code).first()
    if unit is None and not create:
        raise CommandError(
            f"Không có đơn vị mang mã “{code}”. Thêm --create-unit để lập đơn vị.", returncode=USAGE
        )
    limit = Unit._meta.get_field("code").max_length or 0
    if len(code) > limit:
        raise CommandError(f"Mã đơn vị dài quá {limit} ký tự.", returncode=USAGE)
    return unit


def _line(finding: Finding) -> str:
    place = [
        finding.sheet or "Tệp",
        f"dòng {finding.row}" if finding.row else "",
        f"cột “{finding.column}”" if finding.column else "",
    ]
    return f"{', '.join(filter(None, place))} [{finding.rule}]: {finding.reason}"
