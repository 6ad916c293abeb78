"""Building a report: figures and sentences from the books, again and again until it is signed."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from lucba.law.working_days import WorkingCalendar
from lucba.office.errors import RefusedError
from lucba.office.models import Official, Unit
from reports.actions.steps import drop_print, finish, locked
from reports.assembly import fill_in, new_report, period_of
from reports.models import MonthlyReport
from reports.workflow import Status, Step, may, transition


@transaction.atomic
def build_report(
    unit: Unit, year: int, month: int, *, by: Official | None = None, today: date, calendar: WorkingCalendar
) -> MonthlyReport:
    """Build the report of a month, or bring an unsigned one up to date; there is one for each unit and month.

    Nothing is recorded when nothing changed. Raises RefusedError for a month that has not begun or lies
    before the books, for a report that is signed, sent, received or returned, and for other offices.
    """
    _check_month(unit, year, month, today=today)
    Unit.objects.select_for_update().get(pk=unit.pk)  # two builders of a new report come one after the other
    report = MonthlyReport.objects.filter(unit=unit, year=year, month=month).first()
    report = locked(report) if report else new_report(unit, year, month)
    row = transition(report, Step.BUILD)
    if row is None:
        raise RefusedError(f"Báo cáo {report.get_status_display()}, không lập lại số liệu được.")
    if by and not may(by, row, report):
        raise RefusedError("Bạn không có quyền lập báo cáo của đơn vị này.")
    before = (report.figures, report.narrative)
    was_reviewed = report.status == Status.REVIEWED
    fill_in(report, calendar=calendar)
    report.built_at = timezone.now()
    if (report.figures, report.narrative) == before:
        report.save(update_fields=["built_at"])
        return report
    drop_print(report)
    note = "Số liệu thay đổi sau khi rà soát, trả về dự thảo." if was_reviewed else ""
    return finish(report, row, on=today, by=by, note=note)


def _check_month(unit: Unit, year: int, month: int, *, today: date) -> None:
    """Refuse a month whose period lies in the future or before the first day of the books."""
    period = period_of(unit, year, month)
    if period.start > today:
        raise RefusedError(f"Kỳ báo cáo tháng {month:02d}/{year} chưa bắt đầu.", field="month")
    if unit.books_from is None:
        raise RefusedError(f"{unit.name} chưa có sổ theo dõi trên hệ thống.")
    if period.end < unit.books_from:
        raise RefusedError(
            f"Sổ theo dõi bắt đầu từ ngày {unit.books_from:%d/%m/%Y}, sau tháng {month:02d}/{year}.",
            field="month",
        )
