"""Announced days off and make-up working days, as the office enters them from a notice."""

from django.db import models


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
