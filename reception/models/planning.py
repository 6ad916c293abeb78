"""How the calendar is planned: the weekly pattern, the place and its rules, the clocks of a session."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from lucba.office.models import BookQuerySet, DeadlineRow, DeadlineSubject, StaffMember, Unit
from reception.models.sessions import ReceptionSession


class WeeklyPattern(models.Model):
    """A reception that comes back every week on one weekday; the clerk drafts the calendar from it."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, "Thứ Hai"
        TUESDAY = 1, "Thứ Ba"
        WEDNESDAY = 2, "Thứ Tư"
        THURSDAY = 3, "Thứ Năm"
        FRIDAY = 4, "Thứ Sáu"

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    weekday = models.PositiveSmallIntegerField("thứ", choices=Weekday)
    kind = models.CharField("hình thức", max_length=20, choices=ReceptionSession.Kind)
    host_role = models.CharField("vai trò người tiếp", max_length=20, choices=ReceptionSession.HostRole)
    host = models.ForeignKey(
        StaffMember, verbose_name="người tiếp", on_delete=models.PROTECT, related_name="+"
    )
    starts_at = models.TimeField("từ giờ", null=True, blank=True)
    ends_at = models.TimeField("đến giờ", null=True, blank=True)
    in_force_from = models.DateField("từ ngày")
    in_force_until = models.DateField("đến hết ngày", null=True, blank=True)

    objects = BookQuerySet["WeeklyPattern"].as_manager()

    class Meta:
        verbose_name = "lịch tiếp hằng tuần"
        verbose_name_plural = "lịch tiếp hằng tuần"
        ordering = ["unit", "weekday", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(in_force_until__isnull=True) | Q(in_force_until__gte=F("in_force_from")),
                name="weekly_pattern_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} hằng tuần, {self.get_kind_display()}"


class ReceptionPlace(models.Model):
    """Where citizens are received, the hours, the house rules and the process, from one day to another.

    Posted at the place and on the public page (LTCD 19(1), 24); the chairman issues the rules (LTCD 15).
    """

    unit = models.ForeignKey(
        Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="reception_places"
    )
    in_force_from = models.DateField("từ ngày")
    place = models.CharField("địa điểm tiếp công dân", max_length=200)
    hours = models.CharField(
        "giờ tiếp", max_length=200, help_text="Ví dụ: 7 giờ 30 – 11 giờ 30, 13 giờ 30 – 17 giờ"
    )
    contact = models.CharField("điện thoại, thư điện tử", max_length=200, blank=True)
    rules = models.TextField("nội quy tiếp công dân", help_text="Mỗi dòng một điều.")
    process = models.TextField("quy trình tiếp công dân", help_text="Mỗi dòng một bước.")

    objects = BookQuerySet["ReceptionPlace"].as_manager()

    class Meta:
        verbose_name = "nơi tiếp công dân, nội quy, quy trình"
        verbose_name_plural = "nơi tiếp công dân, nội quy, quy trình"
        ordering = ["unit", "-in_force_from"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "in_force_from"], name="reception_place_starts_once")
        ]

    def __str__(self) -> str:
        return f"{self.place} (từ {self.in_force_from:%d/%m/%Y})"


class SessionDeadline(DeadlineRow):
    """TCD.POST of a planned session; TCD.ONLINE.NOTICE and TCD.ONLINE.TEST of an online one."""

    session = models.ForeignKey(
        ReceptionSession, verbose_name="buổi tiếp", on_delete=models.PROTECT, related_name="deadlines"
    )

    objects = BookQuerySet["SessionDeadline"].as_manager()

    class Meta:
        verbose_name = "thời hạn của buổi tiếp"
        verbose_name_plural = "thời hạn của buổi tiếp"
        ordering = ["due_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["session", "step"], name="session_deadline_once")]
        indexes = [
            # "due this week" of the office
            models.Index(
                fields=["unit", "due_on"], condition=Q(met_on__isnull=True), name="session_deadline_running"
            ),
        ]

    @classmethod
    def subjects(cls, keys: Iterable[int]) -> dict[int, DeadlineSubject]:
        """Return the session of each deadline, in one query."""
        rows = cls.objects.filter(pk__in=keys).values_list("pk", "session_id", "session__held_on")
        return {
            pk: DeadlineSubject(
                f"Buổi tiếp {held_on:%d/%m/%Y}", reverse("reception:session-page", args=[session_id])
            )
            for pk, session_id, held_on in rows
        }
