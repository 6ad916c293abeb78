"""Notices of days off: entering, correcting and withdrawing them, and moving the deadlines they touch.

A change is previewed from an unsaved CalendarChange, asked for by the administrator, and applied by a job in
one transaction: days, deadlines, the record of what moved, and the messages to the officials concerned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from lucba.law.announced_days import AnnouncementError
from lucba.law.working_days import WorkingCalendar
from lucba.office import audit, jobs
from lucba.office.calendar import added_rows, calendar_with, written
from lucba.office.errors import RefusedError, refuse_future
from lucba.office.jobs import JobRefusedError, ReportProgress
from lucba.office.models import AnnouncedDayRow, CalendarChange, Job, Message, MovedDeadline, Official
from lucba.office.recount import recount

OFFICE_ROLES = (Official.Role.CLERK, Official.Role.CHAIRMAN, Official.Role.VICE_CHAIRMAN)


def plan_change(
    *,
    notice: str,
    announced_on: date,
    days: Iterable[AnnouncedDayRow],
    replaces: Iterable[AnnouncedDayRow] = (),
    by: Official,
    today: date,
) -> CalendarChange:
    """Return the unsaved change that enters a notice of `days`, in place of the stored rows `replaces`.

    Raises RefusedError for a day another notice has, or that cannot be true.
    """
    refuse_future(announced_on, today=today, field="announced_on")
    removed, added = list(replaces), list(days)
    _refuse_known(added, besides=removed)
    change = CalendarChange(
        notice=notice.strip(),
        announced_on=announced_on,
        removed=written(removed),
        added=written(added),
        requested_by=by,
    )
    if change.removed == change.added:
        raise RefusedError("Không có ngày nào thay đổi.")
    planned_calendar(change)
    return change


def planned_calendar(change: CalendarChange) -> WorkingCalendar:
    """Return the calendar with `change`. Raises RefusedError when a day cannot be true."""
    try:
        return calendar_with(change)
    except AnnouncementError as refusal:
        raise RefusedError(str(refusal)) from refusal


def days_of(change: CalendarChange) -> list[date]:
    """Return the days `change` adds or removes, in order."""
    return sorted({date.fromisoformat(row["day"]) for row in (*change.removed, *change.added)})


def _refuse_known(added: list[AnnouncedDayRow], *, besides: list[AnnouncedDayRow]) -> None:
    days = Counter(row.day for row in added)
    twice = next((day for day, times in days.items() if times > 1), None)
    if twice:
        raise RefusedError(f"Ngày {twice:%d/%m/%Y} được ghi hai lần.")
    others = AnnouncedDayRow.objects.exclude(pk__in=[row.pk for row in besides])
    known = others.filter(day__in=days).first()
    if known:
        raise RefusedError(
            f"Ngày {known.day:%d/%m/%Y} đã có trong {known.notice} ngày {known.announced_on:%d/%m/%Y}: "
            "hãy sửa thông báo đó."
        )


@transaction.atomic
def request_change(change: CalendarChange, *, by: Official) -> CalendarChange:
    """Store a planned change and ask the worker to apply it."""
    change.job = jobs.enqueue(Job.Kind.RECOUNT_DEADLINES, unit=by.unit, by=by)
    change.save()
    audit.record("yêu cầu đổi lịch làm việc", subject=str(change), by=by, detail=_in_words(change))
    return change


def recount_deadlines(job: Job, report_progress: ReportProgress) -> dict[str, Any]:
    """Apply the change of `job`; once it is applied, running the job again does nothing.

    Raises JobRefusedError when another change made this one impossible meanwhile.
    """
    report_progress(5, "đang tính lại các thời hạn")
    try:
        change = apply_change(job.pk, at=timezone.now())
    except RefusedError as refusal:
        raise JobRefusedError({"error": refusal.message}) from refusal
    return {"recounted": change.recounted, "moved": change.moved}


@transaction.atomic
def apply_change(job_id: int, *, at: datetime) -> CalendarChange:
    """Write the days of a change, move the deadlines it touches and tell the officials concerned."""
    change = CalendarChange.objects.select_for_update(of=("self",)).get(job_id=job_id)
    if change.applied_at:
        return change
    added = added_rows(change)
    removed = AnnouncedDayRow.objects.filter(day__in=[row["day"] for row in change.removed])
    _refuse_known(added, besides=list(removed))
    calendar = planned_calendar(change)
    removed.delete()
    AnnouncedDayRow.objects.bulk_create(added)
    recount(change, days_of(change), calendar)
    change.applied_at = at
    change.save()
    _tell(change)
    audit.record(
        "đổi lịch làm việc",
        subject=str(change),
        by=change.requested_by,
        detail=f"{_in_words(change)}; {change.moved} thời hạn đổi ngày",
    )
    return change


def _in_words(change: CalendarChange) -> str:
    """Return how many days are added and removed, for the trail."""
    return f"thêm {len(change.added)} ngày, bỏ {len(change.removed)} ngày"


def _tell(change: CalendarChange) -> None:
    """Leave a message with the clerks, leaders and verifiers whose deadlines moved."""
    path = reverse("office:calendar-change", args=[change.pk])
    moves = MovedDeadline.objects.filter(change=change)
    by_unit = Counter(moves.values_list("unit_id", flat=True).iterator())
    verifiers = moves.exclude(official=None).values_list("official_id", flat=True)
    by_verifier = Counter(key for key in verifiers.iterator() if key)
    concerned = Official.objects.filter(
        Q(unit__in=by_unit, role__in=OFFICE_ROLES) | Q(pk__in=by_verifier), is_active=True
    )
    Message.objects.bulk_create(
        Message(official=official, path=path, text=_sentence(change, _share(official, by_unit, by_verifier)))
        for official in concerned
    )


def _share(official: Official, by_unit: Mapping[int, int], by_verifier: Mapping[int, int]) -> int:
    in_office = official.role in OFFICE_ROLES
    return by_unit.get(official.unit_id, 0) if in_office else by_verifier.get(official.pk, 0)


def _sentence(change: CalendarChange, moved: int) -> str:
    return f"{change}: {moved} thời hạn của đơn vị hoặc của bạn đổi ngày."
