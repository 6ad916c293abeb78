"""Make the demonstration office and print its accounts; only where LUCBA_DEMO=1."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from reports import demonstration


class Command(BaseCommand):
    help = "Tạo đơn vị trình diễn UBND xã Lục Ba (dữ liệu hư cấu) và in các tài khoản."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Chỉ tạo dữ liệu trình diễn khi đặt LUCBA_DEMO=1.")
        accounts = demonstration.build(today=timezone.localdate())
        self.stdout.write("Tài khoản trình diễn (mật khẩu chung: " + demonstration.PASSWORD + ")")
        for account in accounts:
            self.stdout.write(f"  {account.username:<12} {account.get_role_display()}")
