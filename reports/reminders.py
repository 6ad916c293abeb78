"""Reminders of reports not sent yet: on the 7th, 10th and 12th, and every working day after the due day."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date

from django.core.mail import send_mass_mail
from django.db import transaction

from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Official, Unit
from reports.models import MonthlyReport, ReportEvent

log = logging.getLogger(__name__)

DAYS = (7, 10, 12)  # of the month in which the report is due
OFFICE_ROLES = (Official.Role.CLERK, Official.Role.CHAIRMAN, Official.Role.VICE_CHAIRMAN)


def is_reminder_day(due_on: date, *, today: date, calendar: WorkingCalendar) -> bool:
    """Tell whether the office is reminded on `today` of the report due on `due_on`.

    A reminder that would fall on a day off comes on the working day before; late reports, every working day.
    """
    if today > due_on:
        return calendar.is_working_day(today)
    return today in {calendar.previous_working_day(due_on.replace(day=day)) for day in DAYS}


def remind(unit: Unit, *, today: date, calendar: WorkingCalendar) -> int:
    """Remind the office of its unsent reports, once a day for each; return for how many it was done now."""
    owed = [
        report
        for report in _unsent(unit, today=today)
        if is_reminder_day(report.due_on, today=today, calendar=calendar)
    ]
    with transaction.atomic():
        reminded = [report for report in owed if _record(report, today=today, calendar=calendar)]
    if reminded:
        _mail(unit, reminded, today=today, calendar=calendar)
    return len(reminded)


def reminder_text(report: MonthlyReport, *, today: date, calendar: WorkingCalendar) -> str:
    """Word the reminder: what is owed, until when or since when."""
    name = f"Báo cáo tháng {report.month:02d}/{report.year}"
    state = f"đang ở trạng thái «{report.get_status_display()}»"
    late = report.days_late(on=today)
    if late:
        return f"{name} {state}, đã quá hạn {late} ngày (hạn gửi {report.due_on:%d/%m/%Y})."
    act_by = calendar.previous_working_day(report.due_on)
    return f"{name} {state}, hạn gửi {report.due_on:%d/%m/%Y}; nên gửi trước hết ngày {act_by:%d/%m/%Y}."


def _unsent(unit: Unit, *, today: date) -> list[MonthlyReport]:
    owed = MonthlyReport.objects.unsent().filter(unit=unit, period_to__lt=today)
    if unit.reports_from:
        owed = owed.filter(period_to__gte=unit.reports_from)
    return list(owed.order_by("due_on"))


def _record(report: MonthlyReport, *, today: date, calendar: WorkingCalendar) -> bool:
    """Append today's reminder; False when it is there already."""
    _, new = ReportEvent.objects.get_or_create(
        report=report,
        kind=ReportEvent.Kind.REMINDED,
        on=today,
        defaults={"note": reminder_text(report, today=today, calendar=calendar)},
    )
    return new


def _mail(unit: Unit, reports: Sequence[MonthlyReport], *, today: date, calendar: WorkingCalendar) -> None:
    """Mail the office's people who have an address; a mail that cannot be sent never stops the reminders."""
    people = Official.objects.filter(unit=unit, is_active=True, role__in=OFFICE_ROLES).exclude(email="")
    text = "\n".join(reminder_text(report, today=today, calendar=calendar) for report in reports)
    subject = f"Nhắc gửi báo cáo tháng – {unit.name}"
    letters = [
        (subject, f"Kính gửi {person.full_name},\n\n{text}\n", None, [person.email]) for person in people
    ]
    try:
        send_mass_mail(letters)
    except OSError:  # also every SMTPException
        log.warning("reminders of %s could not be mailed", unit.code, exc_info=True)
