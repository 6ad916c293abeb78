"""From draft to signature: the clerk hands the report in, a leader signs it or gives it back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.urls import reverse

from lucba.law.working_days import WorkingCalendar
from lucba.office import audit
from lucba.office.errors import RefusedError
from lucba.office.models import Official, UnitProfile
from lucba.papers.actions import Sheet, enter
from lucba.papers.issuing import profile_on
from lucba.papers.models import IssuedPaper
from reports.actions.printing import request_print
from reports.actions.steps import begin, drop_print, finish
from reports.assembly import books_agree
from reports.models import MonthlyReport
from reports.paper import symbol
from reports.queries.numbers import next_number
from reports.workflow import Status, Step


@transaction.atomic
def review_report(report: MonthlyReport, *, by: Official, today: date) -> MonthlyReport:
    """Hand the draft in. Raises RefusedError before the period ends and when a hard check fails."""
    report, row = begin(report, Step.REVIEW, by=by)
    if today < report.period_to:
        raise RefusedError(f"Kỳ báo cáo đến hết ngày {report.period_to:%d/%m/%Y}, chưa trình ký được.")
    _check_figures(report)
    return finish(report, row, on=today, by=by)


@transaction.atomic
def reopen_report(report: MonthlyReport, *, by: Official, today: date, reason: str = "") -> MonthlyReport:
    """Make a draft again of a reviewed, signed but unsent, or returned report.

    A returned report becomes a new version and gets a new number at its new signature: the old one stays with
    the paper that was sent. A signature taken back before sending leaves its number with the report: no gap.
    """
    report, row = begin(report, Step.REOPEN, by=by)
    if report.status == Status.RETURNED:
        report.version += 1
        report.number, report.symbol = None, ""
        report.sent_at = report.sent_on = None
    report.signed_on = report.signed_by = None
    drop_print(report)
    return finish(report, row, on=today, by=by, note=reason.strip())


@transaction.atomic
def sign_report(
    report: MonthlyReport,
    *,
    signed_on: date,
    by: Official,
    today: date,
    calendar: WorkingCalendar,
    number: int | None = None,
) -> MonthlyReport:
    """Sign the report, give it its number and ask the worker for the final PDF.

    `number` is what the office's book of outgoing papers says when papers outside this system took numbers;
    it may not lie below the next one. Raises RefusedError for a day before the period's end or in the future,
    a failed hard check, books that changed since the review, or a unit without a profile on that day.
    """
    report, row = begin(report, Step.SIGN, by=by)
    _check_day(report, signed_on=signed_on, today=today)
    _check_figures(report)
    if not books_agree(report, calendar=calendar):
        raise RefusedError(
            "Sổ theo dõi đã thay đổi sau khi rà soát. Hãy trả về dự thảo, lập lại số liệu rồi trình ký lại."
        )
    profile = profile_on(report.unit, on=signed_on)
    report.issued = _entered(report, profile, signed_on=signed_on, wanted=number, by=by)
    report.number, report.symbol = report.issued.number, report.issued.symbol
    report.signed_on, report.signed_by = signed_on, by
    drop_print(report)
    finish(report, row, on=signed_on, by=by, note=f"Số {report.number:02d}/{report.symbol}")
    audit.record("ký báo cáo tháng", subject=report, by=by, detail=f"Số {report.number:02d}/{report.symbol}")
    return request_print(report, by=by)


def _entered(
    report: MonthlyReport, profile: UnitProfile, *, signed_on: date, wanted: int | None, by: Official
) -> IssuedPaper:
    """Enter the report into the register, or date anew the number it has kept unsent."""
    series, kept = symbol(profile), report.issued
    if kept and report.number and (series, signed_on.year) == (report.symbol, kept.year):
        kept.dated_on, kept.signer = signed_on, by.full_name
        kept.save(update_fields=["dated_on", "signer"])
        return kept
    first = next_number(report.unit, series, year=signed_on.year)
    if wanted is not None and wanted < first:
        raise RefusedError(f"Số {wanted:02d} đã dùng; số tiếp theo là {first:02d}.", field="number")
    sheet = Sheet(
        kind="Báo cáo",
        title=f"Công tác tiếp công dân, giải quyết khiếu nại, tố cáo tháng {report.month:02d}/{report.year}",
        symbol=series,
        dated_on=signed_on,
        signer=by.full_name,
        recipients=profile.recipients or profile.addressees,
        subject=f"Báo cáo tháng {report.month:02d}/{report.year}",
        path=reverse("reports:page", args=[date(report.year, report.month, 1)]),
    )
    return enter(report.unit, sheet, by=by, replaces=report.issued, at_least=wanted or first)


def _check_day(report: MonthlyReport, *, signed_on: date, today: date) -> None:
    if signed_on > today:
        raise RefusedError("Ngày ký không được sau ngày hôm nay.", field="signed_on")
    if signed_on < report.period_to:
        raise RefusedError(
            f"Ngày ký không được trước ngày cuối kỳ báo cáo ({report.period_to:%d/%m/%Y}).", field="signed_on"
        )


def _check_figures(report: MonthlyReport) -> None:
    failed = report.figures["checks"]["hard_failed"]
    if failed:
        raise RefusedError(
            f"Số liệu chưa khớp ({'; '.join(failed)}). Hãy kiểm tra lại sổ theo dõi trước khi trình ký, ký."
        )
