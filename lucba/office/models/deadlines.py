"""What every stored deadline holds; the rooms add whom it concerns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from lucba.law.deadlines import Deadline, deadline
from lucba.law.rules import Certainty
from lucba.law.time_limits import limit_by_key
from lucba.law.working_days import WorkingCalendar
from lucba.office.models.units import Unit


@dataclass(frozen=True, slots=True)
class DeadlineSubject:
    """Whom or what a stored deadline concerns: in words, the page that shows it, the officer in charge."""

    words: str
    path: str
    official_id: int | None = None


class DeadlineRow(models.Model):
    """A computed deadline, kept with its rule, basis and calendar: a later amendment cannot move it.

    A later notice of days off can, while it runs: `lucba.office.recount` counts it again from `rule`, `start`
    and the added days.
    """

    unit = models.ForeignKey(Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="+")
    step = models.CharField("thời hạn", max_length=30)
    rule = models.CharField("dòng quy định", max_length=120)
    certainty = models.CharField(
        "mức chắc chắn", max_length=20, choices=[(each.value, each.label) for each in Certainty]
    )
    start = models.DateField("ngày bắt đầu (không tính)")
    extra_days = models.PositiveIntegerField("số ngày trở ngại", default=0)
    paused_days = models.PositiveIntegerField("số ngày tạm dừng", default=0)
    course = models.JSONField("gia hạn, tạm dừng đã tính", default=list)
    raw_end = models.DateField("ngày cuối theo phép đếm")
    due_on = models.DateField("hạn")
    act_by = models.DateField("nên xong trước")
    legal_basis = models.CharField("căn cứ pháp lý", max_length=400)
    calendar_version = models.CharField("lịch làm việc", max_length=60)
    met_on = models.DateField("ngày xong", null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.step}: {self.due_on:%d/%m/%Y}"

    @property
    def is_house_target(self) -> bool:
        """Tell whether the office set it itself: it is never called a legal limit."""
        return self.certainty == Certainty.HOUSE

    @property
    def is_duty(self) -> bool:
        """Tell whether the office can be late with it."""
        return limit_by_key(self.rule).binds_the_office

    def counted_on(self, calendar: WorkingCalendar) -> Deadline:
        """Count the deadline on `calendar`, by its own rule and from what happened until it was stored."""
        return deadline(
            limit_by_key(self.rule),
            self.start,
            calendar,
            extra_days=self.extra_days,
            paused_days=self.paused_days,
            course=self.course,
        )

    def explanation(self, calendar: WorkingCalendar) -> list[str]:
        """Return why it is this day, sentence by sentence, with the days off known by now."""
        counted = self.counted_on(calendar)
        if (counted.due_on, counted.act_by) == (self.due_on, self.act_by):
            return list(counted.explanation)
        kept = f"Hạn đã ghi là {self.due_on:%d/%m/%Y}, tính trước khi có thông báo nghỉ sau cùng: giữ nguyên."
        return [*counted.explanation, kept]

    @staticmethod
    def values_of(deadline: Deadline) -> dict[str, Any]:
        """Return the column values that store `deadline`."""
        return {
            "step": deadline.step.value,
            "rule": deadline.limit.key,
            "start": deadline.start,
            "extra_days": deadline.extra_days,
            "paused_days": deadline.paused_days,
            "course": list(deadline.course),
            "legal_basis": deadline.legal_basis,
            **DeadlineRow.dates_of(deadline),
        }

    @staticmethod
    def dates_of(deadline: Deadline) -> dict[str, Any]:
        """Return the column values that follow from the calendar."""
        return {
            "certainty": deadline.certainty.value,
            "raw_end": deadline.raw_end,
            "due_on": deadline.due_on,
            "act_by": deadline.act_by,
            "calendar_version": deadline.calendar_version,
        }

    @classmethod
    def subjects(cls, keys: Iterable[int]) -> dict[int, DeadlineSubject]:
        """Return what the deadlines with these keys concern, in one query."""
        raise NotImplementedError

    @classmethod
    def due_moved(cls, keys: Iterable[int], recounted: Deadline) -> None:
        """Carry a recounted due date to columns that repeat it; nothing to do unless a model has some."""
