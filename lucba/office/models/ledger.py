"""The office's own memory: who did what, which numbers are taken, which jobs wait, who was told what."""

from __future__ import annotations

from django.core.files.storage import storages
from django.db import models

from lucba.office.models.people import Official
from lucba.office.models.units import Unit


class AuditEntry(models.Model):
    """An append-only line: who did what to which row, and why; never any denouncer's name."""

    at = models.DateTimeField("lúc", auto_now_add=True)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    action = models.CharField("việc", max_length=60)
    subject = models.CharField("đối tượng", max_length=120)
    detail = models.CharField("chi tiết", max_length=500, blank=True)

    class Meta:
        verbose_name = "nhật ký"
        verbose_name_plural = "nhật ký"
        ordering = ["-at", "-pk"]
        indexes = [
            # the audit page of one unit, newest first
            models.Index(fields=["unit", "-at"], name="audit_by_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject}"


class NumberSeries(models.Model):
    """The last number taken in one series of one unit and year; the row lock keeps two clerks apart."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    series = models.CharField("dãy số", max_length=30)
    year = models.PositiveIntegerField("năm")
    last = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "dãy số"
        verbose_name_plural = "dãy số"
        constraints = [models.UniqueConstraint(fields=["unit", "series", "year"], name="number_series_once")]

    def __str__(self) -> str:
        return f"{self.series}/{self.year}: {self.last}"


class JobQuerySet(models.QuerySet["Job"]):
    def visible_to(self, official: Official) -> JobQuerySet:
        """Return the jobs `official` may see: those of his own office's books."""
        if official.keeps_the_books:
            return self.filter(unit_id=official.unit_id)
        return self.none()


class Job(models.Model):
    """A long job: what to do, how far it is, how it ended. The table drives the worker, not the broker.

    `beat_at` moves while the job runs; a running job whose beat stopped is taken up again.
    """

    class Kind(models.TextChoices):
        IMPORT_REGISTER = "import-register", "nhập sổ theo dõi"
        EXPORT_REGISTER = "export-register", "xuất sổ theo dõi"
        BUILD_REPORT = "build-report", "lập báo cáo"
        RECOUNT_DEADLINES = "recount-deadlines", "tính lại thời hạn"
        PRINT_BOOK = "print-book", "in sổ tiếp công dân"

    class State(models.TextChoices):
        WAITING = "waiting", "đang chờ"
        RUNNING = "running", "đang chạy"
        DONE = "done", "đã xong"
        REFUSED = "refused", "bị từ chối"
        FAILED = "failed", "hỏng"

    kind = models.CharField("việc", max_length=30, choices=Kind)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.WAITING)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    requested_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    payload = models.JSONField("tham số", default=dict)
    upload = models.FileField("tệp vào", upload_to="jobs/%Y/%m", storage=storages["default"], blank=True)
    output = models.FileField("tệp ra", upload_to="jobs/%Y/%m", storage=storages["default"], blank=True)
    progress = models.PositiveSmallIntegerField("phần trăm", default=0)
    step = models.CharField("đang làm", max_length=120, blank=True)
    result = models.JSONField("kết quả", default=dict)
    attempts = models.PositiveSmallIntegerField("số lần chạy", default=0)
    created_at = models.DateTimeField("yêu cầu lúc", auto_now_add=True)
    beat_at = models.DateTimeField("còn chạy lúc", null=True, blank=True)
    finished_at = models.DateTimeField("xong lúc", null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = "việc nền"
        verbose_name_plural = "việc nền"
        ordering = ["-pk"]
        indexes = [
            # the sweep looks for waiting and broken-off jobs
            models.Index(fields=["state", "beat_at"], name="job_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, official: Official) -> MessageQuerySet:
        """Return what the official himself was told."""
        return self.filter(official=official)

    def unread(self) -> MessageQuerySet:
        """Return the messages nobody has opened yet."""
        return self.filter(read_at__isnull=True)


class Message(models.Model):
    """Something an official is told inside the system: a sentence and the page it is about."""

    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="messages")
    text = models.CharField("nội dung", max_length=300)
    path = models.CharField("trang", max_length=200)
    sent_at = models.DateTimeField("lúc", auto_now_add=True)
    read_at = models.DateTimeField("đọc lúc", null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "tin báo"
        verbose_name_plural = "tin báo"
        ordering = ["-pk"]
        indexes = [
            # the number of unread ones, on every page
            models.Index(
                fields=["official"], condition=models.Q(read_at__isnull=True), name="message_unread"
            ),
        ]

    def __str__(self) -> str:
        return self.text
