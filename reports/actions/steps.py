"""How every step begins and ends: lock the report, ask the workflow, store, append one event."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from lucba.office.errors import RefusedError
from lucba.office.models import Official
from reports.models import MonthlyReport, ReportEvent
from reports.workflow import Step, Transition, may, transition


def begin(report: MonthlyReport, step: Step, *, by: Official) -> tuple[MonthlyReport, Transition]:
    """Lock the report's row and return it fresh with the row of the workflow; call inside a transaction.

    Raises RefusedError when the step does not start from this state or is not this person's.
    """
    fresh = locked(report)
    row = transition(fresh, step)
    if row is None:
        raise RefusedError(
            f"Báo cáo đang ở trạng thái «{fresh.get_status_display()}» nên chưa làm được việc «{step.label}»."
        )
    if not may(by, row, fresh):
        raise RefusedError(f"Bạn không có quyền thực hiện việc «{step.label}» với báo cáo này.")
    return fresh, row


def locked(report: MonthlyReport) -> MonthlyReport:
    """Return the report as it stands now, its row locked until the transaction ends."""
    return (
        MonthlyReport.objects.select_for_update(of=("self",))
        .select_related("unit", "signed_by")
        .get(pk=report.pk)
    )


def finish(
    report: MonthlyReport, row: Transition, *, on: date, by: Official | None, note: str = "", **kept: Any
) -> MonthlyReport:
    """Move the report to the row's state, store it and append the row's event; `kept` goes with the event."""
    if row.target:
        report.status = row.target
    report.save()
    if row.event:
        ReportEvent.objects.create(report=report, kind=row.event, on=on, by=by, note=note, **kept)
    return report


def drop_print(report: MonthlyReport) -> None:
    """Forget the PDF of an unsent report; its file goes after the transaction. Sent files always stay."""
    if not report.pdf:
        return
    storage, name = report.pdf.storage, str(report.pdf.name)
    report.pdf, report.sha256 = "", ""
    if not ReportEvent.objects.filter(report=report, pdf=name).exists():
        transaction.on_commit(lambda: storage.delete(name))
