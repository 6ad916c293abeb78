"""The list of cases and one case: where it stands, what is due and why, what may be done now."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from complaints.actions.events import open_transitions
from complaints.effect import effect_of
from complaints.forms.filters import CaseFilter
from complaints.models import Case
from complaints.queries import case_list, case_with_all, clocks_of
from complaints.timeline import timeline
from complaints.workflow import Status
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.frame import calendar_of
from reception.keyset import page_after
from reception.models import ContentKind


@require_safe
@roles(*OFFICE, Role.OFFICER)
def case_index(request: OfficialRequest) -> HttpResponse:
    """Show the cases, the first due first, fifty a page."""
    filters = CaseFilter(request.GET, official=request.user)
    rows = case_list(request.user, today=timezone.localdate(), **filters.chosen)
    page = page_after(rows, request.GET.get("sau", ""), by="turn_on", newest_first=False)
    return render(request, "complaints/case_list.html", {"filters": filters, "page": page})


@require_safe
@roles(*OFFICE, Role.OFFICER)
def case_page(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show a case with its timeline, clocks, papers and the acts open to this official."""
    case = get_object_or_404(case_with_all(request.user), pk=pk)
    clocks = clocks_of(case)
    context = {
        "case": case,
        "clocks": clocks,
        "next_clock": next((clock for clock in clocks if clock.met_on is None), None),
        "timeline": timeline(case),
        "decision": getattr(case, "decision", None),
        "effect": effect_of(case, calendar_of(request)),
        **_acts(case, request),
    }
    return render(request, "complaints/case_page.html", context)


def _acts(case: Case, request: OfficialRequest) -> dict[str, Any]:
    """Return what this official may record of the case now: events, the decision, carrying it out."""
    acts = open_transitions(case, request.user)
    return {
        "main_acts": [act for act in acts if not act.after_closing],
        "other_acts": [act for act in acts if act.after_closing],
        "may_decide": may_decide(case, request),
        "may_enforce": request.user.keeps_the_books and case.status == Status.ENFORCING,
    }


def may_decide(case: Case, request: OfficialRequest) -> bool:
    """Tell whether the page offers to record the decision now."""
    decidable = case.kind != ContentKind.RECOMMENDATION and case.status == Status.IN_PROGRESS
    return decidable and request.user.keeps_the_books
