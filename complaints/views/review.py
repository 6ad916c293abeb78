"""The review list of target 5, what the books propose for it, and the press that lists a matter."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from complaints.actions.review import list_for_review
from complaints.models import Case
from complaints.review import (
    BASES,
    grounds_of,
    proposed_for_review,
    review_list,
    settlement_counts,
    year_until,
)
from complaints.workflow import DETAIL_LABELS, EventKind
from lucba.office.access import LEADERS, OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.keyset import page_after
from lucba.office.once import once


@require_safe
@roles(*OFFICE)
def review(request: OfficialRequest) -> HttpResponse:
    """Show the matters on the list since the start of the reporting year, the last listed first."""
    period = year_until(request.user.unit, timezone.localdate())
    page = page_after(review_list(request.user, period), request.GET.get("sau", ""), by="listed_on")
    context = {
        "tab": "listed",
        "period": period,
        "counts": settlement_counts(request.user.unit, period),
        "page": page,
        "rows": [(case, *_marks(case)) for case in page.rows],
    }
    return render(request, "complaints/review.html", context)


def _marks(case: Any) -> tuple[list[Any], Any]:
    """Return the listings of a case of `review_list`, and its settlement."""
    listed = [each for each in case.review_events if each.kind == EventKind.REVIEW_LISTED]
    settled = next((each for each in case.review_events if each.kind == EventKind.SETTLED), None)
    return listed, settled


@require_safe
@roles(*OFFICE)
def review_proposals(request: OfficialRequest) -> HttpResponse:
    """Show the matters that fit the list and are not on it, each with the reasons the books show."""
    today = timezone.localdate()
    rows = proposed_for_review(request.user, today=today)
    page = page_after(rows, request.GET.get("sau", ""), by="turn_on", newest_first=False)
    found = [(case, grounds_of(case, today=today)) for case in page.rows]
    context = {"tab": "proposed", "page": page, "rows": found, "labels": DETAIL_LABELS}
    return render(request, "complaints/review.html", context)


@once
@roles(*LEADERS)
@require_POST
def review_add(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Put a proposed matter on the list with one press, on the basis of the button."""
    case = get_object_or_404(Case.objects.visible_to(request.user), pk=pk)
    basis, today = request.POST.get("detail", ""), timezone.localdate()
    try:
        if basis not in BASES:
            raise RefusedError("Hãy chọn căn cứ: đông người, phức tạp hoặc kéo dài.")
        list_for_review(case, detail=basis, happened_on=today, by=request.user, today=today)
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Đã đưa vụ việc {case.code} vào danh sách: {DETAIL_LABELS[basis]}.")
    return redirect("complaints:review-proposals")
