"""The register as Django knows it: no tables of its own, two commands and two pages."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "lucba.register"
    label = "register"
    verbose_name = "Sổ theo dõi"
