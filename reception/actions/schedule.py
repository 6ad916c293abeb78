"""Issue the notice of the calendar: once for what it says, anew when the calendar has changed since."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.urls import reverse

from lucba.law.reporting_periods import Period
from lucba.office import audit
from lucba.office.errors import RefusedError
from lucba.office.models import Official, StaffMember, StaffTerm, Unit
from lucba.papers.issuing import full_name, profile_on
from reception.actions.papers import LEADERS, entered, paper_name, signature
from reception.models import ReceptionPaper
from reception.notices import CalendarNotice, calendar_notice
from reception.papers.facts import Content
from reception.papers.kinds import OF_CALENDAR
from reception.papers.schedule import replaced_facts


@transaction.atomic
def issue_schedule(
    unit: Unit, period: Period, *, signer: StaffMember | None = None, on: date, by: Official
) -> ReceptionPaper:
    """Issue the notice of what is confirmed in `period`, numbered and dated `on` (LTCD 24(4)).

    As long as a notice that covers the period says the same, it is that one; a changed calendar gets a new
    number and names the notice it replaces. Without `signer` the chairman signs, else his deputy. Raises
    RefusedError when the period is over, nothing is confirmed, or nobody may sign.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk)  # a second clerk waits and finds the first's
    now = calendar_notice(by, period)
    if now.issued and now.is_current:
        return now.issued
    _check(now, on=on)
    signer = signer or head_in_post(unit, on=on)
    signed = signature(unit, OF_CALENDAR, signer, on=on)
    path = reverse("reception:calendar")
    issued = entered(unit, OF_CALENDAR, signed, subject=str(period), path=path, on=on, by=by)
    paper = ReceptionPaper.objects.create(
        unit=unit,
        kind=OF_CALENDAR.kind,
        symbol=issued.symbol if issued else "",
        number=issued.number if issued else None,
        issued=issued,
        issued_on=on,
        signer=signer,
        period_start=period.start,
        period_end=period.end,
        replaces=now.issued,
        content={**_content(now, unit, on=on), **signed},
        made_by=by,
    )
    audit.record("lập giấy tờ tiếp công dân", subject=str(period), by=by, detail=paper_name(paper))
    return paper


def head_in_post(unit: Unit, *, on: date) -> StaffMember:
    """Return the chairman in post on the day `on`, else a vice-chairman. Raises RefusedError without any."""
    terms = StaffTerm.objects.in_post(on=on).filter(member__unit=unit, role__in=LEADERS)
    found = {term.role: term.member for term in terms.select_related("member").order_by("-pk")}
    for role in LEADERS:
        if role in found:
            return found[role]
    raise RefusedError(
        f"Ngày {on:%d/%m/%Y} danh sách cán bộ chưa có Chủ tịch, Phó Chủ tịch để ký thông báo lịch tiếp.",
        field="signer",
    )


def _check(now: CalendarNotice, *, on: date) -> None:
    if now.period.end < on:
        raise RefusedError("Những ngày này đã qua, không lập thông báo lịch tiếp nữa.")
    if not now.content["lines"]:
        waiting = "Lịch chưa được Chủ tịch duyệt. Hãy trình duyệt trước khi lập thông báo."
        nothing = "Trong thời gian này chưa có buổi tiếp nào để thông báo."
        raise RefusedError(waiting if now.waiting else nothing)


def _content(now: CalendarNotice, unit: Unit, *, on: date) -> Content:
    """Return what is stored of the notice: its lines, the office's name of the day, what it replaces."""
    content = {**now.content, "office": full_name(profile_on(unit, on=on))}
    return {**content, "replaces": replaced_facts(now.issued, content)} if now.issued else content
