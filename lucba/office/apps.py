"""The office room as Django knows it."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "lucba.office"
    label = "office"
    verbose_name = "Văn phòng"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from lucba.office import checks  # noqa: F401  registers the system checks
