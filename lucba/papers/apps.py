"""The papers room as a Django app: what the office issued, with its files and where each was sent."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "lucba.papers"
    verbose_name = "Văn bản"
    default_auto_field = "django.db.models.BigAutoField"
