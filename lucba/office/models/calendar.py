"""Announced days off and make-up working days, the notices that bring them, and what each one moved."""

from __future__ import annotations

from django.db import models

from lucba.office.models.ledger import Job
from lucba.office.models.people import Official
from lucba.office.models.units import Unit


class AnnouncedDayRow(models.Model):
    """One day of an announced notice (thông báo nghỉ lễ, hoán đổi ngày làm việc); see law.working_days."""

    class Kind(models.TextChoices):
        OFF = "nghi", "nghỉ"
        WORK = "lam-bu", "làm bù"

    day = models.DateField("ngày", unique=True)
    kind = models.CharField("loại", max_length=10, choices=Kind)
    reason = models.CharField("lý do", max_length=200)
    notice = models.CharField("số văn bản thông báo", max_length=100)
    announced_on = models.DateField("ngày văn bản")

    class Meta:
        verbose_name = "ngày nghỉ, ngày làm bù được thông báo"
        verbose_name_plural = "ngày nghỉ, ngày làm bù được thông báo"
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {self.get_kind_display()}"


class CalendarChange(models.Model):
    """A notice entered, corrected or withdrawn; the job that recounts the running deadlines applies it.

    `removed` and `added` are days as `lucba.office.calendar` writes them. Never edited once applied.
    """

    notice = models.CharField("số văn bản", max_length=100)
    announced_on = models.DateField("ngày văn bản")
    removed = models.JSONField("ngày bỏ", default=list)
    added = models.JSONField("ngày thêm", default=list)
    requested_by = models.ForeignKey(
        Official, verbose_name="người nhập", on_delete=models.PROTECT, related_name="+"
    )
    requested_at = models.DateTimeField("nhập lúc", auto_now_add=True)
    job = models.OneToOneField(Job, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    applied_at = models.DateTimeField("áp dụng lúc", null=True, blank=True)
    recounted = models.PositiveIntegerField("số thời hạn đã tính lại", default=0)
    moved = models.PositiveIntegerField("số thời hạn đổi ngày", default=0)

    class Meta:
        verbose_name = "thay đổi lịch làm việc"
        verbose_name_plural = "thay đổi lịch làm việc"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.notice} ngày {self.announced_on:%d/%m/%Y}"


class MovedDeadlineQuerySet(models.QuerySet["MovedDeadline"]):
    def visible_to(self, official: Official) -> MovedDeadlineQuerySet:
        """Return those of the official's office; an officer sees those of the cases he verifies."""
        if official.role == Official.Role.OFFICER:
            return self.filter(unit_id=official.unit_id, official=official)
        if official.keeps_the_books:
            return self.filter(unit_id=official.unit_id)
        return self.none()


class MovedDeadline(models.Model):
    """A running deadline whose dates a change of the calendar moved.

    A province writes a hundred thousand of them at once: one index serves every reading.
    """

    change = models.ForeignKey(CalendarChange, on_delete=models.PROTECT, related_name="moves", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    official = models.ForeignKey(
        Official,
        verbose_name="người xác minh",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
    )
    step = models.CharField("thời hạn", max_length=30)
    subject = models.CharField("của", max_length=80)
    path = models.CharField("trang", max_length=200)
    due_before = models.DateField("hạn cũ")
    due_after = models.DateField("hạn mới")
    act_before = models.DateField("nên xong trước, cũ")
    act_after = models.DateField("nên xong trước, mới")

    objects = MovedDeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = "thời hạn đổi ngày"
        verbose_name_plural = "thời hạn đổi ngày"
        ordering = ["due_after", "pk"]
        indexes = [
            # what a change moved in one unit, the first due on top
            models.Index(fields=["change", "unit", "due_after"], name="moved_deadline_of_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.due_before:%d/%m/%Y} → {self.due_after:%d/%m/%Y}"
