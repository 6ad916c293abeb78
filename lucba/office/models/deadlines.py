"""What every stored deadline holds; the rooms add whom it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from lucba.office.models.units import Unit

if TYPE_CHECKING:
    from lucba.law.deadlines import Deadline


class DeadlineRow(models.Model):
    """A computed deadline, kept with its legal basis and calendar: a later amendment cannot move it."""

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    step = models.CharField("thời hạn", max_length=30)
    start = models.DateField("ngày bắt đầu (không tính)")
    raw_end = models.DateField("ngày cuối theo phép đếm")
    due_on = models.DateField("hạn")
    act_by = models.DateField("nên xong trước")
    legal_basis = models.CharField("căn cứ pháp lý", max_length=400)
    explanation = models.JSONField("vì sao ngày này", default=list)
    calendar_version = models.CharField("lịch làm việc", max_length=60)
    met_on = models.DateField("ngày xong", null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.step}: {self.due_on:%d/%m/%Y}"

    @staticmethod
    def values_of(deadline: Deadline) -> dict[str, Any]:
        """Return the column values that store `deadline`."""
        return {
            "step": deadline.step.value,
            "start": deadline.start,
            "raw_end": deadline.raw_end,
            "due_on": deadline.due_on,
            "act_by": deadline.act_by,
            "legal_basis": deadline.legal_basis,
            "explanation": list(deadline.explanation),
            "calendar_version": deadline.calendar_version,
        }
