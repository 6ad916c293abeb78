"""The Celery application: its settings are the CELERY_ names of settings.py."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lucba.settings")

app = Celery("lucba")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["lucba.office", "reports"])
