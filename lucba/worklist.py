"""The page "Việc cần làm": every duty by what is due, and what others owe the office."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from complaints.waiting import awaited_page
from lucba.duties import (
    WEEK,
    due_after_week,
    due_within,
    duties_of,
    duties_of_office,
    missed_target,
    overdue,
)
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.keyset import PAGE_SIZE

MINE, OFFICES, ELSEWHERE = "cua-toi", "co-quan", "cho-noi-khac"
LABELS = {
    MINE: "Việc của tôi",
    OFFICES: "Cả cơ quan",
    "7-ngay": "Đến hạn trong 7 ngày",
    "qua-han": "Quá hạn",
    ELSEWHERE: "Chờ nơi khác",
    "30-ngay": "Sau 7 đến 30 ngày",
    "qua-chi-tieu": "Quá chỉ tiêu nội bộ",
}


@require_safe
@roles(*OFFICE, Role.OFFICER)
def worklist(request: OfficialRequest) -> HttpResponse:
    """Show the duties of one tab, the first due first, fifty a page."""
    official, today = request.user, timezone.localdate()
    tab, mark = request.GET.get("muc", ""), request.GET.get("sau", "")
    tab = tab if tab in LABELS else MINE
    context = {"tab": tab, "tabs": _tabs(request, today)}
    if tab == ELSEWHERE:
        page = awaited_page(official, mark)
        return render(request, "home/awaited.html", {**context, "page": page})
    duties = duties_of(official) if tab == MINE else duties_of_office(official)
    page = duties.where(_spans(today).get(tab, Q())).page(mark, size=PAGE_SIZE)
    return render(request, "home/worklist.html", {**context, "page": page})


def _spans(today: date) -> dict[str, Q]:
    return {
        "7-ngay": due_within(today, WEEK),
        "qua-han": overdue(today),
        "30-ngay": due_after_week(today),
        "qua-chi-tieu": missed_target(today),
    }


def _tabs(request: OfficialRequest, today: date) -> list[dict[str, Any]]:
    """Return the tabs; those of the office's duties with the number of what stands in each."""
    counts = duties_of_office(request.user).counts(**{OFFICES: Q(), **_spans(today)})
    return [{"slug": slug, "label": label, "count": counts.get(slug)} for slug, label in LABELS.items()]
