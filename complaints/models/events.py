"""The append-only history of a case (sheet DIEN_BIEN) and its running deadlines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse

from complaints.models.cases import Case
from complaints.workflow import EventKind
from lucba.law.deadlines import Deadline
from lucba.law.rules import Step
from lucba.office.models import BookQuerySet, DeadlineRow, DeadlineSubject, Official

# The clocks whose end Case.due_on repeats.
RESOLUTION_STEPS = frozenset(
    {Step.COMPLAINT_RESOLUTION, Step.DENUNCIATION_RESOLUTION, Step.RECOMMENDATION_RESOLUTION}
)


class CaseEvent(models.Model):
    """One event of a case. Never edited, never deleted: a wrong entry is answered by a later one."""

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
    recorded_by = models.ForeignKey(
        Official, verbose_name="người ghi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField("ghi lúc", auto_now_add=True)

    class Meta:
        verbose_name = "diễn biến"
        verbose_name_plural = "diễn biến"
        ordering = ["case", "seq"]
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="case_event_seq_once")]
        indexes = [
            # review list and settled (target 5), procedure sign-off (target 4a), by day
            models.Index(fields=["kind", "happened_on"], name="case_event_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.get_kind_display()} {self.happened_on:%d/%m/%Y}"


class CaseDeadlineQuerySet(BookQuerySet["CaseDeadline"]):
    def visible_to(self, official: Official) -> CaseDeadlineQuerySet:
        """Return the deadlines of the cases the official may see."""
        return self.filter(case__in=Case.objects.visible_to(official))

    def running(self) -> CaseDeadlineQuerySet:
        """Return the deadlines not met yet."""
        return self.filter(met_on__isnull=True)

    def overdue(self, *, on: date) -> CaseDeadlineQuerySet:
        """Return the running deadlines whose legal end lies before the day `on`."""
        return self.running().filter(due_on__lt=on)


class CaseDeadline(DeadlineRow):
    """A clock of a case, recomputed from all events whenever one is added: its resolution."""

    case = models.ForeignKey(Case, verbose_name="vụ việc", on_delete=models.PROTECT, related_name="deadlines")

    objects = CaseDeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = "thời hạn của vụ việc"
        verbose_name_plural = "thời hạn của vụ việc"
        ordering = ["due_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["case", "step"], name="case_deadline_once")]
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
