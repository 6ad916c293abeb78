"""The room complaints as Django knows it."""

from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    name = "complaints"
    verbose_name = "Vụ việc"
    default_auto_field = "django.db.models.BigAutoField"
