"""What stands between a draft and its signature: what blocks it, and what the clerk should look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from reception.models import Petition, ReceptionSession
from reports.assembly import reported_period
from reports.figures.continuity import continuity_findings
from reports.models import MonthlyReport
from reports.narrative.outline import ABOUT
from reports.narrative.text import paragraphs


@dataclass(frozen=True)
class Point:
    """One thing to look at, in a sentence; `blocks` when the report cannot be signed with it."""

    text: str
    url: str = ""
    blocks: bool = False


def readiness(report: MonthlyReport, *, today: date) -> list[Point]:
    """Return everything to look at before the report leaves, the blocking points first; four queries."""
    return sorted(_points(report, today=today), key=lambda point: not point.blocks)


def _points(report: MonthlyReport, *, today: date) -> Iterator[Point]:
    if today < report.period_to:
        yield Point(f"Kỳ báo cáo đến hết ngày {report.period_to:%d/%m/%Y}, chưa trình ký được.", blocks=True)
    for check in report.figures["checks"]["hard_failed"]:
        yield Point(f"Số liệu không khớp: {check}.", blocks=True)
    for check in report.figures["checks"]["soft_failed"]:
        yield Point(f"Nên xem lại số liệu: {check}.")
    yield from _books(report, today=today)
    yield from _targets(report)
    yield from _previous(report)
    for paragraph in paragraphs(report.narrative):
        if paragraph["outdated"]:
            yield Point(
                f"Số liệu dưới câu đã sửa «{ABOUT[paragraph['key']]}» có thay đổi, nên đọc lại câu này."
            )


def _books(report: MonthlyReport, *, today: date) -> Iterator[Point]:
    """Yield what is unfinished in the books of the period."""
    waiting = Petition.objects.filter(unit=report.unit).waiting()
    left = waiting.filter(received_on__lte=report.period_to).count()
    if left:
        yield Point(f"{left} đơn nhận đến hết kỳ chưa xử lý.", reverse("reception:petition-list"))
    last = min(report.period_to, today - timedelta(days=1))
    planned = ReceptionSession.objects.filter(
        unit=report.unit,
        state=ReceptionSession.State.PLANNED,
        held_on__range=(report.period_from, last),
    ).count()
    if planned:
        yield Point(f"{planned} buổi tiếp trong kỳ chưa ghi kết thúc.", reverse("reception:calendar"))


def _targets(report: MonthlyReport) -> Iterator[Point]:
    figures = report.figures["indicators"]
    if figures["4a"]["unknown"]:
        yield Point(f"{figures['4a']['unknown']} vụ việc đã kết thúc chưa kiểm tra trình tự, thủ tục.")
    if figures["4b"]["open_overdue"]:
        yield Point(f"{figures['4b']['open_overdue']} vụ việc đang giải quyết đã quá hạn.")


def _previous(report: MonthlyReport) -> Iterator[Point]:
    """Yield what does not continue from the last report before this one."""
    start = reported_period(report).start
    before = MonthlyReport.objects.filter(unit=report.unit, period_from__lt=start).exclude(figures={})
    last = before.order_by("-period_to").first()
    if last is None:
        return
    for finding in continuity_findings(last.figures, report.figures):
        yield Point(f"So với báo cáo tháng {last.month:02d}/{last.year}: {finding}")
