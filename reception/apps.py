"""The room reception as Django knows it."""

from django.apps import AppConfig


class ReceptionConfig(AppConfig):
    name = "reception"
    verbose_name = "Tiếp công dân"
    default_auto_field = "django.db.models.BigAutoField"
