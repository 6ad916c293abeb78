"""System checks of the office: what must not exist in a real installation."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from lucba.office.models import Official


@register(Tags.database)
def no_demonstration_accounts(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse to migrate a real installation that holds demonstration accounts."""
    if settings.DEMO or not databases:
        return []
    if Official._meta.db_table not in connections["default"].introspection.table_names():
        return []
    if not Official.objects.filter(is_demonstration=True).exists():
        return []
    return [
        Error(
            "Có tài khoản trình diễn trong một bản cài đặt thật.",
            hint="Xóa các tài khoản này, hoặc đặt LUCBA_DEMO=1 nếu đây là bản trình diễn.",
            id="office.E001",
        )
    ]
