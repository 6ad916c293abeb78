"""Dự báo: what becomes due, where the targets would end, and the list behind every number."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from complaints.models import Case
from lucba.law.reporting_periods import Period
from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.frame import calendar_of
from lucba.office.keyset import page_after
from reports.queries.prediction import (
    DUE,
    LISTS,
    cases_behind,
    current_period,
    due_by_person,
    due_cases,
    for_list,
    outlooks,
    weeks_ahead,
    year_of,
)

MONTH, YEAR = "thang", "nam"


@require_safe
@roles(*OFFICE)
def prediction(request: OfficialRequest) -> HttpResponse:
    """Show what falls due by person and week, and targets 3 to 6 now and when all of it is finished."""
    today, unit, calendar = timezone.localdate(), request.user.unit, calendar_of(request)
    spans = _spans(request, today)
    context = {
        "weeks": weeks_ahead(today),
        "people": due_by_person(request.user, today=today),
        "spans": [
            (key, label, span, outlooks(unit, span, today=today, calendar=calendar))
            for key, (label, span) in spans.items()
        ],
    }
    return render(request, "reports/prediction.html", context)


@require_safe
@roles(*OFFICE)
def prediction_list(request: OfficialRequest, which: str) -> HttpResponse:
    """Show the cases behind a number of the prediction."""
    cases, heading, days = _asked(request, which)
    page = page_after(for_list(cases), request.GET.get("sau", ""), by="turn_on", newest_first=False)
    return render(request, "reports/prediction_list.html", {"page": page, "heading": heading, "days": days})


def _asked(request: OfficialRequest, which: str) -> tuple[Any, str, Period]:
    """Return the cases, what they are and of which days; 404 when there is no such list."""
    today = timezone.localdate()
    if which == DUE:
        span = Period(*sorted((_day(request, "tu", today), _day(request, "den", today))))
        cases = due_cases(request.user, span, verifier=request.GET.get("nguoi", ""))
        return cases, "Đến hạn giải quyết", span
    if which not in LISTS:
        raise Http404(f"Không có danh sách “{which}”.")
    key = YEAR if request.GET.get("ky") == YEAR else MONTH
    _, span = _spans(request, today)[key]
    found = cases_behind(request.user.unit, span, today=today)[which]
    return found.filter(pk__in=Case.objects.visible_to(request.user)), LISTS[which], span


def _spans(request: OfficialRequest, today: date) -> dict[str, tuple[str, Period]]:
    """Return the month reported on and its year to the month's end."""
    month = current_period(request.user.unit, today=today)
    return {MONTH: ("Kỳ báo cáo tháng này", month), YEAR: ("Từ đầu năm", year_of(request.user.unit, month))}


def _day(request: OfficialRequest, name: str, otherwise: date) -> date:
    """Return the day in the address, `otherwise` when it cannot be read."""
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return otherwise
