"""The inspectorate's table: which commune sent its report of which month, and when.

Of an unsent report only its state is read, never what it says: a commune's draft is its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db.models import Q

from lucba.law.reporting_periods import calendar_month, report_due_on
from lucba.office.models import Unit, UnitProfile
from reports.models import MonthlyReport
from reports.queries.due import months_back, reported_here

MONTHS_SHOWN = 6
UNITS_SHOWN = 25
Status = MonthlyReport.Status


@dataclass(frozen=True)
class Column:
    """A month of the table and the day its reports are due."""

    first: date
    due_on: date


@dataclass(frozen=True)
class Cell:
    """One commune in one month: what is said, how it is marked, whether there is a report to open."""

    column: Column
    text: str
    mark: str  # class of the mark: none, waiting, missing, returned, on-time, late
    received: bool = False
    opens: bool = False


@dataclass(frozen=True)
class Row:
    """A commune and its cells, in the order of the columns."""

    unit: Unit
    cells: list[Cell]


def columns(*, until: date, number: int = MONTHS_SHOWN) -> list[Column]:
    """Return the months of the table, newest first, beginning with the one that ended before `until`."""
    months = islice(months_back(until.replace(day=1) - timedelta(days=1)), number)
    return [Column(span.start, report_due_on(span)) for span in (calendar_month(*month) for month in months)]


def matrix(body: Unit, shown: list[Column], *, today: date) -> list[Row]:
    """Return the communes that reported to `body` in one of the months, with their cells; two queries."""
    below = _below(body, shown)
    reports = _states([unit.pk for unit in below], shown)
    return [
        Row(
            unit,
            [
                _cell(body, unit, column, column.due_on in days, reports.get((unit.pk, column.first)), today)
                for column in shown
            ],
        )
        for unit, days in below.items()
    ]


def _below(body: Unit, shown: list[Column]) -> dict[Unit, set[date]]:
    """Return the committees that reported to `body`, by name, with the due days on which they did."""
    last, first = shown[0].due_on, shown[-1].due_on
    profiles = UnitProfile.objects.filter(
        Q(in_force_until__isnull=True) | Q(in_force_until__gte=first),
        reports_to=body,
        in_force_from__lte=last,
        unit__kind=Unit.Kind.COMMITTEE,
    ).select_related("unit")
    below: dict[Unit, set[date]] = {}
    for profile in profiles.order_by("unit__name"):
        days = below.setdefault(profile.unit, set())
        days.update(column.due_on for column in shown if _in_force(profile, column.due_on))
    return below


def _in_force(profile: UnitProfile, on: date) -> bool:
    return profile.in_force_from <= on <= (profile.in_force_until or date.max)


def _states(units: list[int], shown: list[Column]) -> dict[tuple[int, date], dict[str, Any]]:
    """Return the state of every report of the units in the months, drafts included, without their content."""
    months = Q()
    for column in shown:
        months |= Q(year=column.first.year, month=column.first.month)
    rows = MonthlyReport.objects.filter(months, unit_id__in=units).values(
        "unit_id", "year", "month", "status", "version", "due_on", "sent_on", "sent_to_id"
    )
    return {(row["unit_id"], date(row["year"], row["month"], 1)): dict(row) for row in rows}


def _cell(
    body: Unit, unit: Unit, column: Column, below: bool, state: dict[str, Any] | None, today: date
) -> Cell:
    if state and state["status"] in MonthlyReport.SENT_STATUSES:
        return _sent(body, column, state)
    end = calendar_month(column.first.year, column.first.month).end
    if not below or not reported_here(unit, end, today=today):
        return Cell(column, "–", "none")
    if state and state["version"] > 1:
        return Cell(column, "bị trả lại, đang sửa", "returned")
    late = (today - column.due_on).days
    if late > 0:
        return Cell(column, f"chưa gửi, quá {late} ngày", "missing")
    return Cell(column, f"chưa gửi, hạn {column.due_on:%d/%m}", "waiting")


def _sent(body: Unit, column: Column, state: dict[str, Any]) -> Cell:
    opens = state["sent_to_id"] == body.pk
    if state["status"] == Status.RETURNED:
        return Cell(column, "bị trả lại", "returned", opens=opens)
    late = (state["sent_on"] - state["due_on"]).days
    text, mark = (f"gửi chậm {late} ngày", "late") if late > 0 else ("đúng hạn", "on-time")
    return Cell(column, text, mark, received=state["status"] == Status.RECEIVED, opens=opens)
