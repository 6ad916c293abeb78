"""The room's clock: what happens every night and every morning. Only here is the day of today asked for.

The names stand in settings.CELERY_BEAT_SCHEDULE.
"""

from __future__ import annotations

import logging

from celery import shared_task
from django.db import DatabaseError
from django.utils import timezone

from lucba.office import jobs
from lucba.office.calendar import working_calendar
from lucba.office.models import Job, Unit
from lucba.reminders import WORKING_HOURS, people_to_remind
from lucba.reminders import remind as remind_of_own
from reports.queries.due import months_to_build, offices
from reports.reminders import remind

log = logging.getLogger(__name__)

DUE = {"what": "due"}


@shared_task
def build_due_reports() -> None:
    """Ask for one job for each office that owes reports; a job that fails concerns its own office only."""
    today = timezone.localdate()
    for unit in offices():
        if months_to_build(unit, today=today) and not _asked_for(unit):
            jobs.enqueue(Job.Kind.BUILD_REPORT, unit=unit, by=None, payload=DUE)


@shared_task
def remind_of_reports() -> None:
    """Remind every office of the reports it has not sent."""
    today, calendar = timezone.localdate(), working_calendar()
    for unit in offices():
        try:
            remind(unit, today=today, calendar=calendar)
        except DatabaseError:
            log.exception("reminding %s failed", unit.code)


@shared_task
def remind_of_duties() -> None:
    """Send everybody his daily digest, on working days and in working hours; a late start waits a day."""
    now, calendar = timezone.localtime(), working_calendar()
    today = timezone.localdate()
    first, last = WORKING_HOURS
    if not (first <= now.time() <= last and calendar.is_working_day(today)):
        return
    for official in people_to_remind():
        try:
            remind_of_own(official, today=today, calendar=calendar)
        except DatabaseError:
            log.exception("reminding %s failed", official.username)


def _asked_for(unit: Unit) -> bool:
    """Tell whether such a job of the unit still waits: a stopped worker shall not find a heap of them."""
    waiting = Job.objects.filter(kind=Job.Kind.BUILD_REPORT, unit=unit, state=Job.State.WAITING, payload=DUE)
    return waiting.exists()
