"""The monthly report of a unit and its life: draft, reviewed, signed, sent, received or returned."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from lucba.office.models import Official, Unit, UnitProfile
from lucba.papers.models import IssuedPaper


class MonthlyReportQuerySet(models.QuerySet["MonthlyReport"]):
    def visible_to(self, official: Official) -> MonthlyReportQuerySet:
        """Return the reports the official may see.

        The office's own at every stage; for the body above, those sent to it; for a supervisor, those his
        committee has sent.
        """
        if official.keeps_the_books:
            return self.filter(unit_id=official.unit_id)
        if official.role == Official.Role.INSPECTORATE:
            # The inspectorate and the reception board of one level read the same reports.
            beside = Q(sent_to__parent__isnull=False, sent_to__parent=official.unit.parent_id)
            return self.filter(
                Q(sent_to_id=official.unit_id) | beside, status__in=MonthlyReport.SENT_STATUSES
            )
        if official.role == Official.Role.SUPERVISOR:
            return self.filter(unit__children=official.unit_id, status__in=MonthlyReport.SENT_STATUSES)
        return self.none()

    def unsent(self) -> MonthlyReportQuerySet:
        """Return the reports still in the office."""
        return self.filter(status__in=MonthlyReport.OFFICE_STATUSES)


class MonthlyReport(models.Model):
    """One report of one unit for one month. Figures, narrative and PDF freeze when it is sent.

    A returned report goes back to draft with its version raised; what was sent stays in `ReportEvent`.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "dự thảo"
        REVIEWED = "reviewed", "đã rà soát"
        SIGNED = "signed", "đã ký"
        SENT = "sent", "đã gửi"
        RECEIVED = "received", "đã tiếp nhận"
        RETURNED = "returned", "bị trả lại"

    OFFICE_STATUSES = (Status.DRAFT, Status.REVIEWED, Status.SIGNED, Status.RETURNED)
    SENT_STATUSES = (Status.SENT, Status.RECEIVED, Status.RETURNED)

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="reports")
    year = models.PositiveIntegerField("năm")
    month = models.PositiveSmallIntegerField("tháng")
    period_from = models.DateField("số liệu từ ngày")
    period_to = models.DateField("số liệu đến ngày")
    period_preset = models.CharField("kỳ số liệu", max_length=20, choices=UnitProfile.PeriodPreset)
    form_set = models.CharField("bộ biểu mẫu", max_length=20)
    due_on = models.DateField("hạn gửi")
    status = models.CharField("trạng thái", max_length=10, choices=Status, default=Status.DRAFT)
    version = models.PositiveSmallIntegerField("lần gửi", default=1)
    figures = models.JSONField("số liệu", default=dict)
    narrative = models.JSONField("lời văn", default=list)
    built_at = models.DateTimeField("lập lúc", null=True, blank=True)
    number = models.PositiveIntegerField("số", null=True, blank=True)
    symbol = models.CharField("ký hiệu", max_length=40, blank=True)
    issued = models.OneToOneField(
        IssuedPaper,
        verbose_name="trong sổ văn bản đi",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="report",
        help_text="Văn bản của lần ký sau cùng.",
    )
    signed_on = models.DateField("ngày ký", null=True, blank=True)
    signed_by = models.ForeignKey(
        Official, verbose_name="người ký", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    sent_on = models.DateField("ngày gửi", null=True, blank=True)
    sent_to = models.ForeignKey(
        Unit,
        verbose_name="gửi đến",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="received_reports",
    )
    return_reason = models.CharField("lý do trả lại", max_length=1000, blank=True)
    pdf = models.FileField("tệp PDF", upload_to="reports/%Y", blank=True)
    sha256 = models.CharField("mã băm SHA-256", max_length=64, blank=True)

    objects = MonthlyReportQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo tháng"
        verbose_name_plural = "báo cáo tháng"
        ordering = ["-year", "-month", "unit"]
        constraints = [
            # building twice gives one report
            models.UniqueConstraint(fields=["unit", "year", "month"], name="one_report_per_unit_and_month"),
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")), name="report_period_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["signed", "sent", "received"])
                | Q(number__isnull=False, signed_on__isnull=False),
                name="signed_report_has_number_and_day",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["sent", "received"]) | (Q(sent_on__isnull=False) & ~Q(sha256="")),
                name="sent_report_is_frozen",
            ),
        ]
        indexes = [
            # the inspectorate's matrix of one month
            models.Index(fields=["sent_to", "year", "month"], name="report_by_addressee"),
        ]

    def __str__(self) -> str:
        return f"Báo cáo tháng {self.month:02d}/{self.year} của {self.unit}"

    def days_late(self, *, on: date) -> int:
        """Return by how many calendar days the report was sent, or is on the day `on`, after its due day."""
        return max(0, ((self.sent_on or on) - self.due_on).days)


class ReportEvent(models.Model):
    """What happened to a report, append-only: built, edited, signed, sent, received, returned, reminded."""

    class Kind(models.TextChoices):
        BUILT = "built", "lập dự thảo"
        EDITED = "edited", "sửa lời văn"
        REVIEWED = "reviewed", "rà soát xong, trình ký"
        REOPENED = "reopened", "trả về dự thảo"
        SIGNED = "signed", "ký"
        SENT = "sent", "gửi"
        RECEIVED = "received", "tiếp nhận"
        RETURNED = "returned", "trả lại"
        REMINDED = "reminded", "nhắc"

    report = models.ForeignKey(MonthlyReport, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField("việc", max_length=10, choices=Kind)
    at = models.DateTimeField("lúc", auto_now_add=True)
    on = models.DateField("ngày")
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField("ghi chú", max_length=1000, blank=True)
    pdf = models.FileField("tệp PDF đã gửi", blank=True)
    sha256 = models.CharField("mã băm SHA-256", max_length=64, blank=True)
    figures = models.JSONField("số liệu đã gửi", null=True, blank=True)

    class Meta:
        verbose_name = "diễn biến báo cáo"
        verbose_name_plural = "diễn biến báo cáo"
        ordering = ["pk"]
        constraints = [
            # one reminder of a report a day
            models.UniqueConstraint(
                fields=["report", "on"], condition=Q(kind="reminded"), name="one_reminder_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.get_kind_display()}"
