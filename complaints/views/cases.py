"""One case: where it stands, what is due and why, what may be done now."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from complaints.actions.events import acts_for
from complaints.case_file import file_beside
from complaints.course import substep
from complaints.effect import effect_of, window_of_overdue
from complaints.queries import case_with_all, clocks_of, next_duty
from complaints.timeline import timeline
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.frame import calendar_of


@require_safe
@roles(*OFFICE, Role.OFFICER)
def case_page(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show a case with its timeline, clocks, papers and the acts open to this official."""
    case = get_object_or_404(case_with_all(request.user), pk=pk)
    clocks, calendar = clocks_of(case), calendar_of(request)
    events = [event for event in case.events.all() if event.superseded_by_id is None]
    context = {
        "case": case,
        "running": [clock for clock in clocks if clock.met_on is None],
        "done": [clock for clock in clocks if clock.met_on],
        "next_clock": next_duty(clocks),
        "timeline": timeline(case),
        "decision": getattr(case, "decision", None),
        "effect": effect_of(case, calendar),
        "overdue_window": window_of_overdue(case, calendar, today=timezone.localdate()),
        "proposals": case.proposals.select_related("proposed_by", "decided_by", "case"),
        "acts": acts_for(case, request.user),
        "substep": substep(case, events),
        **file_beside(case, request.user),
    }
    return render(request, "complaints/case_page.html", context)
