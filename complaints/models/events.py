"""The append-only history of a case (sheet DIEN_BIEN) and its running deadlines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from complaints.models.cases import Case
from complaints.stages import EventKind
from lucba.law.deadlines import Deadline
from lucba.law.rules import Step
from lucba.office.models import BookQuerySet, DeadlineRow, DeadlineSubject, Official

# The clocks whose end Case.due_on repeats.
RESOLUTION_STEPS = frozenset(
    {Step.COMPLAINT_RESOLUTION, Step.DENUNCIATION_RESOLUTION, Step.RECOMMENDATION_RESOLUTION}
)


class CaseEventQuerySet(models.QuerySet["CaseEvent"]):
    def in_force(self) -> Self:
        """Return the events that no correction has answered, in their order."""
        return self.filter(superseded_by__isnull=True).order_by("case", "seq")


class CaseEvent(models.Model):
    """One event of a case. Never edited, never deleted: a wrong entry is answered by a correction.

    A correction is an event of its own; the one it answers keeps its words and points at it, and what is
    right instead, if anything, takes the same place in the order.
    """

    case = models.ForeignKey(Case, verbose_name="vụ việc", on_delete=models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField("thứ tự")
    happened_on = models.DateField("ngày")
    kind = models.CharField("loại diễn biến", max_length=40, choices=EventKind)
    detail = models.CharField("chi tiết", max_length=500, blank=True)
    document_number = models.CharField("số văn bản", max_length=100, blank=True)
    sent_on = models.DateField("ngày gửi", null=True, blank=True)
    after_persuasion = models.BooleanField(
        "qua giải thích, thuyết phục", null=True, blank=True, help_text="Trống: chưa ghi; tính như không."
    )
    until_on = models.DateField("đến ngày", null=True, blank=True, help_text="Chỉ tiêu mới, ngày hẹn xong.")
    superseded_by = models.ForeignKey(
        "self",
        verbose_name="đã đính chính bởi",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="supersedes",
    )
    recorded_by = models.ForeignKey(
        Official, verbose_name="người ghi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField("ghi lúc", auto_now_add=True)

    objects = CaseEventQuerySet.as_manager()

    class Meta:
        verbose_name = "diễn biến"
        verbose_name_plural = "diễn biến"
        ordering = ["case", "seq"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "seq"],
                condition=Q(superseded_by__isnull=True),
                name="case_event_seq_once_in_force",
            )
        ]
        indexes = [
            # review list and settled (target 5), procedure sign-off (target 4a), by day
            models.Index(fields=["kind", "happened_on"], name="case_event_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.get_kind_display()} {self.happened_on:%d/%m/%Y}"


class CaseDeadlineQuerySet(BookQuerySet["CaseDeadline"]):
    def visible_to(self, official: Official) -> CaseDeadlineQuerySet:
        """Return the deadlines of the cases the official may see."""
        if official.keeps_the_books:
            return self.filter(unit_id=official.unit_id)  # that of the case: an index leads to them
        return self.filter(case__in=Case.objects.visible_to(official))

    def running(self) -> CaseDeadlineQuerySet:
        """Return the deadlines not met yet that no suspension or examination pauses."""
        return self.filter(met_on__isnull=True, paused_on__isnull=True)

    def overdue(self, *, on: date) -> CaseDeadlineQuerySet:
        """Return the running deadlines whose legal end lies before the day `on`."""
        return self.running().filter(due_on__lt=on)


class CaseDeadline(DeadlineRow):
    """A clock of a case, recomputed from all that happened whenever something is added.

    `occasion` tells apart the clocks of one step: the number of the event, or the key of the delivery, that
    started it; 0 when the step has one clock only.
    """

    case = models.ForeignKey(Case, verbose_name="vụ việc", on_delete=models.PROTECT, related_name="deadlines")
    occasion = models.PositiveBigIntegerField("lần", default=0)
    paused_on = models.DateField(
        "tạm dừng từ ngày", null=True, blank=True, help_text="Đang tạm dừng: hạn chỉ tính lại khi tiếp tục."
    )

    objects = CaseDeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = "thời hạn của vụ việc"
        verbose_name_plural = "thời hạn của vụ việc"
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "step", "occasion"], name="case_deadline_once_per_occasion"
            )
        ]
        indexes = [
            # "due this week" of the office
            models.Index(
                fields=["unit", "due_on"], condition=Q(met_on__isnull=True), name="case_deadline_running"
            ),
        ]

    @classmethod
    def subjects(cls, keys: Iterable[int]) -> dict[int, DeadlineSubject]:
        """Return the case of each deadline and who verifies it, in one query."""
        rows = cls.objects.filter(pk__in=keys).values_list("pk", "case_id", "case__code", "case__verifier_id")
        return {
            pk: DeadlineSubject(
                f"Vụ việc {code}", reverse("complaints:case-page", args=[case_id]), verifier_id
            )
            for pk, case_id, code, verifier_id in rows
        }

    @classmethod
    def due_moved(cls, keys: Iterable[int], recounted: Deadline) -> None:
        """Carry the new end of a clock of resolution to its case."""
        if recounted.step in RESOLUTION_STEPS:
            Case.objects.filter(deadlines__in=keys).update(due_on=recounted.due_on)
