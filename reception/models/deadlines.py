"""The clocks that run from a visit or from a petition's receipt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse

from lucba.office.models import BookQuerySet, DeadlineRow, DeadlineSubject
from reception.models.petitions import Petition
from reception.models.sessions import Visit


class IntakeDeadlineQuerySet(BookQuerySet["IntakeDeadline"]):
    def running(self) -> IntakeDeadlineQuerySet:
        """Return the deadlines not met yet."""
        return self.filter(met_on__isnull=True)

    def overdue(self, *, on: date) -> IntakeDeadlineQuerySet:
        """Return the running deadlines whose legal end lies before the day `on`."""
        return self.running().filter(due_on__lt=on)


class IntakeDeadline(DeadlineRow):
    """TCD.REPLY of a visit; TCD.REPLY, KN.ACCEPT*, TC.INTAKE of a petition."""

    visit = models.ForeignKey(
        Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="deadlines"
    )
    petition = models.ForeignKey(
        Petition, on_delete=models.PROTECT, null=True, blank=True, related_name="deadlines"
    )

    objects = IntakeDeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = "thời hạn tiếp nhận"
        verbose_name_plural = "thời hạn tiếp nhận"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(petition__isnull=True, visit__isnull=False)
                | Q(petition__isnull=False, visit__isnull=True),
                name="intake_deadline_of_one_petition_or_visit",
            ),
            models.UniqueConstraint(fields=["visit", "step"], name="visit_deadline_once"),
            models.UniqueConstraint(fields=["petition", "step"], name="petition_deadline_once"),
        ]
        indexes = [
            # "due this week" of the office
            models.Index(
                fields=["unit", "due_on"], condition=Q(met_on__isnull=True), name="intake_deadline_running"
            ),
        ]

    @classmethod
    def subjects(cls, keys: Iterable[int]) -> dict[int, DeadlineSubject]:
        """Return the petition or the visit of each deadline, in one query."""
        rows = cls.objects.filter(pk__in=keys).values_list(
            "pk", "petition_id", "petition__code", "visit_id", "visit__code"
        )
        return {
            pk: DeadlineSubject(f"Đơn {petition}", reverse("reception:petition-page", args=[petition_id]))
            if petition_id
            else DeadlineSubject(f"Lượt tiếp {visit}", reverse("reception:visit-page", args=[visit_id]))
            for pk, petition_id, petition, visit_id, visit in rows
        }
