"""What becomes due, and what targets 3 to 6 would be if everything due in the month were finished.

The figures of now are the report's own (`reports.figures`); what is added is the cases still open. Every
number has a list behind it: the same queryset.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce

from complaints.models import Case, CaseEvent
from complaints.queries import OPEN_LAST, UNASSIGNED, with_next_clock
from complaints.review import review_rows, settlement_counts
from complaints.workflow import OPEN, EventKind, Status, Way
from lucba.law.reporting_periods import Period, reporting_year_start
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Official, Unit
from reports.assembly import period_of
from reports.figures.case_indicators import (
    accepted_cases,
    effective_decisions,
    execution_counts,
    open_deadlines,
    resolution_counts,
)
from reports.figures.targets import TARGETS, Target
from reports.target_lines import NOTHING, rate

RUNNING = tuple(status for status in OPEN if status != Status.SUSPENDED)  # a paused clock ends on no day
DAYS_AHEAD = 30
LONG_AGO = date(2000, 1, 1)
DUE = "den-han"
LISTS = {
    "da-giai-quyet": "Đã giải quyết trong kỳ",
    "con-lai": "Còn phải giải quyết trong kỳ",
    "trong-han": "Còn trong hạn, phải giải quyết trong kỳ",
    "qua-han": "Đã quá hạn, chưa giải quyết",
    "thu-tuc": "Đã hoặc phải giải quyết trong kỳ, chưa kiểm tra trình tự, thủ tục",
    "ra-soat": "Trong danh sách rà soát, chưa dứt điểm",
    "thi-hanh": "Đã có hiệu lực, chưa thi hành xong",
}


@dataclass(frozen=True, slots=True)
class Outlook:
    """A target now and when all is finished; `remaining` may still be won, `lost` no longer.

    What is finished later adds to the denominator too when it `grows`.
    """

    target: Target
    numerator: int
    denominator: int
    remaining: int
    lost: int = 0
    grows: bool = False
    behind: str = ""  # the list of what remains
    denominator_now: int | None = None  # where that of the period's end is another one

    def with_finished(self, finished: int) -> tuple[int, int]:
        """Return numerator and denominator when so many of the remaining, and all lost, are finished."""
        added = finished + self.lost if self.grows else 0
        return self.numerator + finished, self.denominator + added

    @property
    def now(self) -> str:
        """Return the share of now in words."""
        now = self.denominator if self.denominator_now is None else self.denominator_now
        return _share(self.numerator, now)

    @property
    def then(self) -> str:
        """Return the share when all is finished, in words."""
        return _share(*self.with_finished(self.remaining))

    @property
    def met_then(self) -> bool | None:
        """Tell whether the target is met when all is finished; None when nothing arose."""
        return self.target.is_met(*self.with_finished(self.remaining))

    @property
    def words(self) -> str:
        """Say what is missing."""
        enough = (each for each in range(self.remaining + 1) if self.target.is_met(*self.with_finished(each)))
        needed = next(enough, None)
        if self.met_then is None:
            return "Không phát sinh."
        if needed is None:
            return f"Dù xong cả {self.remaining} việc còn lại vẫn không đạt."
        if needed == 0:
            return "Đạt, kể cả khi không việc nào xong thêm." if self.remaining else "Đạt."
        return f"Còn thiếu {needed} việc: phải xong ít nhất {needed} trong {self.remaining} việc còn lại."


def current_period(unit: Unit, *, today: date) -> Period:
    """Return the period of the monthly report in which the day `today` lies."""
    this_month = period_of(unit, today.year, today.month)
    if today <= this_month.end:
        return this_month
    following = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    return period_of(unit, following.year, following.month)


def year_of(unit: Unit, period: Period) -> Period:
    """Return the days from the start of the reporting year to the end of `period`."""
    return Period(reporting_year_start(period, unit.books_from or date.min), period.end)


def outlooks(unit: Unit, period: Period, *, today: date, calendar: WorkingCalendar) -> list[Outlook]:
    """Return targets 3 to 6 of the days from the start of `period` until now, and until its end."""
    so_far = Period(period.start, today)
    deadlines = open_deadlines(unit, on=today, calendar=calendar)
    counts = resolution_counts(unit, so_far, open_deadlines=deadlines)
    counts |= {"5": settlement_counts(unit, so_far), "6": execution_counts(unit, so_far)}
    cases = cases_behind(unit, period, today=today)
    on_time, late = cases["trong-han"].count(), cases["qua-han"].count()
    done = counts["3"]["numerator"]

    def line(key: str, remaining: int, behind: str, **more: Any) -> Outlook:
        numerator, denominator = counts[key]["numerator"], counts[key]["denominator"]
        given = {"numerator": numerator, "denominator": denominator, **more}
        return Outlook(TARGETS[key], remaining=remaining, behind=behind, denominator_now=denominator, **given)

    return [
        line("3", on_time + late, "con-lai"),
        line("3b", on_time + late, "con-lai", denominator=done + on_time + late),
        line("4a", cases["thu-tuc"].count(), "thu-tuc", denominator=done + on_time + late),
        line("4b", on_time, "trong-han", lost=late, grows=True),
        line("5", cases["ra-soat"].count(), "ra-soat"),
        line("6", cases["thi-hanh"].count(), "thi-hanh"),
    ]


def cases_behind(unit: Unit, period: Period, *, today: date) -> dict[str, Any]:
    """Return the cases of every list in LISTS, as of the day `today`."""
    accepted = accepted_cases(unit, on=today).exclude(outcome=Way.TRANSFERRED)
    resolved = accepted.filter(closed_on__range=(period.start, today))
    falls_due = accepted.filter(status__in=RUNNING, due_on__lte=period.end)
    so_far = Period(period.start, today)
    unsettled = review_rows(unit, so_far).filter(settled_on__isnull=True)
    to_execute = effective_decisions(unit, on=today).filter(must_execute=True, finished_on__isnull=True)
    return {
        "da-giai-quyet": resolved,
        "con-lai": falls_due,
        "trong-han": falls_due.filter(due_on__gte=today),
        "qua-han": falls_due.filter(due_on__lt=today),
        "thu-tuc": _not_checked(accepted).filter(Q(pk__in=resolved) | Q(pk__in=falls_due)),
        "ra-soat": Case.objects.filter(pk__in=unsettled.values("case")),
        "thi-hanh": Case.objects.filter(pk__in=to_execute.values("case")),
    }


def _not_checked(cases: Any) -> Any:
    """Return the cases whose procedure was not checked yet."""
    checks = CaseEvent.objects.filter(superseded_by__isnull=True, kind=EventKind.PROCEDURE_CHECKED)
    return cases.filter(~Exists(checks.filter(case=OuterRef("pk"))))


@dataclass(frozen=True, slots=True)
class DueOf:
    """What one person has to resolve: how much is overdue, and due in each week to come."""

    key: str  # of the official; UNASSIGNED without one
    name: str
    counts: list[tuple[Period, int]]


def weeks_ahead(today: date) -> list[Period]:
    """Return what is past and the weeks of the next DAYS_AHEAD days, counted from today."""
    starts = [today + timedelta(days=days) for days in range(0, DAYS_AHEAD, 7)]
    last = today + timedelta(days=DAYS_AHEAD)
    weeks = [Period(start, min(start + timedelta(days=6), last)) for start in starts]
    return [Period(LONG_AGO, today - timedelta(days=1)), *weeks]


def due_cases(official: Official, span: Period, *, verifier: str = "") -> Any:
    """Return the running cases whose resolution falls due in `span`; those of one person when given."""
    visible = Case.objects.visible_to(official)
    cases = visible.filter(status__in=RUNNING, due_on__range=(span.start, span.end))
    if verifier == UNASSIGNED:
        return cases.filter(verifier__isnull=True)
    return cases.filter(verifier=int(verifier)) if verifier.isdecimal() and len(verifier) < 10 else cases


def due_by_person(official: Official, *, today: date) -> list[DueOf]:
    """Return for every person what is overdue and what falls due in each of `weeks_ahead`; one query."""
    weeks = weeks_ahead(today)
    counted = {f"week_{number}": _in(week) for number, week in enumerate(weeks)}
    rows = (
        due_cases(official, Period(LONG_AGO, weeks[-1].end))
        .order_by()
        .values("verifier", "verifier__full_name")
        .annotate(**counted)
        .order_by("verifier__full_name", "verifier")
    )
    return [
        DueOf(
            str(row["verifier"] or UNASSIGNED),
            row["verifier__full_name"] or "Chưa giao",
            [(week, row[name]) for week, name in zip(weeks, counted, strict=True)],
        )
        for row in rows
    ]


def _in(week: Period) -> Count:
    return Count("pk", filter=Q(due_on__range=(week.start, week.end)))


def for_list(cases: Any) -> Any:
    """Return `cases` as a list shows them, with their next clock and the place `turn_on`."""
    shown = with_next_clock(cases).select_related("verifier").defer("search_key")
    return shown.annotate(turn_on=Coalesce("accepted_on", Value(OPEN_LAST)))


def _share(numerator: int, denominator: int) -> str:
    return f"{numerator}/{denominator} ({rate(numerator, denominator)})" if denominator else NOTHING
