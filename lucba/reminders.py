"""The daily digest: every official is told once of each of his duties that draws near, is due, is overdue.

What was told stands in the table Reminder, so a second run the same day sends nothing and a day without a run
is caught up by the next. What is overdue is also told to the chairman, whoever's duty it is.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from lucba.duties import Duty, duties_of, duties_of_office, overdue
from lucba.law.working_days import WorkingCalendar
from lucba.office.due import SOON
from lucba.office.models import Message, Official, Reminder

log = logging.getLogger(__name__)

Level = Reminder.Level
WORKING_HOURS = (time(7), time(17))
LISTED = 50  # lines of a letter; the rest is on the page
REMINDED_ROLES = (
    Official.Role.CLERK,
    Official.Role.CHAIRMAN,
    Official.Role.VICE_CHAIRMAN,
    Official.Role.OFFICER,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A duty and how near its end is."""

    duty: Duty
    level: Level

    @property
    def line(self) -> str:
        """Return the duty as the letter names it: by code, step, day and address, never a person."""
        duty = self.duty
        return (
            f"- {self.level.label.capitalize()}: {duty.subject}, {duty.label.lower()}, "
            f"hạn {duty.due_on:%d/%m/%Y}. {settings.OFFICE_URL}{duty.url}"
        )


def people_to_remind() -> Iterator[Official]:
    """Yield everybody who has duties of his own."""
    people = Official.objects.filter(is_active=True, role__in=REMINDED_ROLES).order_by("pk")
    return people.select_related("unit").iterator()


def level_of(duty: Duty, *, today: date) -> Level | None:
    """Return how near the end of `duty` is; None for a target of the office's own that is past.

    From the last working day on which it can surely be done in time, it is due.
    """
    if today > duty.due_on:
        return None if duty.house else Level.OVERDUE
    return Level.TODAY if today >= duty.act_by else Level.SOON


def new_items(official: Official, *, today: date, calendar: WorkingCalendar) -> list[Item]:
    """Return what `official` is to be told and was not yet, the most urgent first."""
    near = Q(act_by__lte=calendar.add_working_days(today, SOON))
    duties = {duty.key: duty for duty in duties_of(official).where(near).every()}
    if official.role == Official.Role.CHAIRMAN:
        duties |= {duty.key: duty for duty in duties_of_office(official).where(overdue(today)).every()}
    told = set(Reminder.objects.filter(official=official).values_list("key", "level"))
    items = ((duty, level_of(duty, today=today)) for duty in duties.values())
    found = [Item(duty, level) for duty, level in items if level and (duty.key, level) not in told]
    return sorted(found, key=lambda item: (item.duty.due_on, item.duty.key))


def remind(official: Official, *, today: date, calendar: WorkingCalendar) -> int:
    """Send today's digest to `official`; return how much it names, 0 when nothing is new or it was sent."""
    with transaction.atomic():
        Official.objects.select_for_update().get(pk=official.pk)
        if Reminder.objects.filter(official=official, sent_on=today).exists():
            return 0
        items = new_items(official, today=today, calendar=calendar)
        if not items:
            return 0
        Reminder.objects.bulk_create(
            Reminder(official=official, key=item.duty.key, level=item.level, sent_on=today) for item in items
        )
        text = f"Nhắc việc ngày {today:%d/%m/%Y}: {counted(items)}."
        Message.objects.create(official=official, text=text, path=reverse("worklist"))
    if official.email:
        _mail(official, text, items)
    return len(items)


def counted(items: list[Item]) -> str:
    """Return "2 việc quá hạn, 1 việc sắp đến hạn"."""
    numbers = Counter(item.level for item in items)
    worst_first = (Level.OVERDUE, Level.TODAY, Level.SOON)
    return ", ".join(f"{numbers[level]} việc {level.label}" for level in worst_first if numbers[level])


def _mail(official: Official, text: str, items: list[Item]) -> None:
    """Mail the digest; a mail that cannot be sent never stops the reminders: the message is there."""
    lines = [item.line for item in items[:LISTED]]
    if len(items) > LISTED:
        lines.append(f"- và {len(items) - LISTED} việc khác.")
    page = f"Xem tất cả: {settings.OFFICE_URL}{reverse('worklist')}"
    letter = "\n".join(["Kính gửi ông/bà,", "", text, "", *lines, "", page, ""])
    subject = text.removesuffix(".")
    try:
        send_mail(subject, letter, None, [official.email])
    except OSError:  # also every SMTPException
        log.warning("the digest of %s could not be mailed", official.username, exc_info=True)
