"""What an official keeps or is told for his own work: named filters of lists, reminders sent."""

from __future__ import annotations

from django.db import models

from lucba.office.models.people import Official


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    def visible_to(self, official: Official) -> SavedFilterQuerySet:
        """Return the filters the official named himself."""
        return self.filter(official=official)


class SavedFilter(models.Model):
    """A filter of a list under a name: the query of its address, which can also be sent to a colleague."""

    class Page(models.TextChoices):
        CASES = "vu-viec", "vụ việc"
        PETITIONS = "don-thu", "đơn thư"
        PAPERS = "van-ban", "văn bản đi"

    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="saved_filters")
    page = models.CharField("danh sách", max_length=10, choices=Page)
    name = models.CharField("tên", max_length=60)
    query = models.CharField("bộ lọc", max_length=1000)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = "bộ lọc đã lưu"
        verbose_name_plural = "bộ lọc đã lưu"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["official", "page", "name"], name="saved_filter_named_once")
        ]

    def __str__(self) -> str:
        return self.name


class Reminder(models.Model):
    """That an official was reminded of a clock at a level: never twice.

    `key` names the clock and its end; a clock that is moved is another one and is reminded of anew.
    """

    class Level(models.TextChoices):
        SOON = "sap-den-han", "sắp đến hạn"
        TODAY = "den-han", "đến hạn"
        OVERDUE = "qua-han", "quá hạn"

    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="reminders")
    key = models.CharField("thời hạn", max_length=100)
    level = models.CharField("mức nhắc", max_length=12, choices=Level)
    sent_on = models.DateField("ngày nhắc")

    class Meta:
        verbose_name = "lần nhắc việc"
        verbose_name_plural = "lần nhắc việc"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["official", "key", "level"], name="reminded_once_per_level")
        ]
        indexes = [
            # whether today's digest was sent already
            models.Index(fields=["official", "sent_on"], name="reminder_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.get_level_display()}"
