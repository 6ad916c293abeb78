"""What an official meets first after signing in: his day, his week or the page of his work."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lucba import agenda
from lucba.law.reception_duty import week_of
from lucba.office.access import LEADERS, OfficialRequest, Role
from reception.queries import sessions_between
from reports.models import MonthlyReport

ELSEWHERE = {
    Role.INSPECTORATE: "reports:matrix",
    Role.SUPERVISOR: "reports:list",
    Role.ADMINISTRATOR: "office:system",
}


@require_safe
def home(request: OfficialRequest) -> HttpResponse:
    """Show or lead to the first page of this role."""
    role = Role(request.user.role)
    if role in ELSEWHERE:
        return redirect(ELSEWHERE[role])
    if role in LEADERS:
        return render(request, "home/leader.html", _leader(request))
    if role == Role.OFFICER:
        return render(request, "home/officer.html", _officer(request))
    return render(request, "home/clerk.html", _clerk(request))


def _clerk(request: OfficialRequest) -> dict[str, Any]:
    """Return the clerk's day: reception, petitions not handled, what is due within a week."""
    today = timezone.localdate()
    return {
        "sessions": sessions_between(request.user, today, today),
        "visits": agenda.visits_on(request.user, today),
        "petitions": agenda.petitions_waiting(request.user),
        "spans": agenda.spans(request.user, on=today),
    }


def _leader(request: OfficialRequest) -> dict[str, Any]:
    """Return the leader's week: his reception, what waits for his word, what is due in 7 and 30 days."""
    today = timezone.localdate()
    week = week_of(today)
    sessions = list(sessions_between(request.user, week.start, week.end))
    return {
        "own": agenda.own_sessions(request.user, sessions),
        "sessions": [session for session in sessions if session.held_on == today],
        "to_accept": agenda.cases_to_accept(request.user),
        "to_approve": agenda.proposals_to_approve(request.user),
        "to_sign": MonthlyReport.objects.visible_to(request.user).filter(
            status=MonthlyReport.Status.REVIEWED
        ),
        "spans": agenda.spans(request.user, on=today, month=True),
    }


def _officer(request: OfficialRequest) -> dict[str, Any]:
    """Return the officer's work: the cases he verifies by what is due, and today's reception."""
    today = timezone.localdate()
    return {
        "cases": agenda.cases_running(request.user),
        "sessions": sessions_between(request.user, today, today),
    }
