"""What the pages of cases show: the list by what is due, and what surrounds one case."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.db import models
from django.db.models import OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from complaints.effect import effect_of
from complaints.models import Case, CaseDeadline
from complaints.models.events import RESOLUTION_STEPS
from complaints.workflow import Status
from lucba.law.rules import Step
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Official
from lucba.office.why import Reasons, reasons_for, reasons_of
from reception.models import ContentKind, IntakeDeadline, Petition, Visit
from reception.queries import with_words

# Where cases without a running clock stand in the list: open ones first, then enforcement, then the rest.
OPEN_LAST, ENFORCING_LAST, CLOSED_LAST = date(9999, 1, 1), date(9999, 2, 1), date(9999, 3, 1)
ACCEPTANCE_STEPS = (
    Step.COMPLAINT_ACCEPTANCE,
    Step.COMPLAINT_ACCEPTANCE_BY_LAW,
    Step.COMPLAINT_ACCEPTANCE_BY_DECREE,
    Step.DENUNCIATION_INTAKE,
)
OPEN = (Status.IN_PROGRESS, Status.SUSPENDED)


def case_list(official: Official, *, today: date, **filters: Any) -> Any:
    """Return the cases by what is due, each with its next `next_due` and its place `turn_on` in the list.

    `filters`: q (words), kind, status, verifier, overdue; empty ones do not filter. A recommendation is never
    overdue: its target is the office's own.
    """
    exact = {name: filters[name] for name in ("kind", "status", "verifier") if filters.get(name)}
    cases = with_words(Case.objects.visible_to(official).filter(**exact), filters.get("q", ""))
    cases = with_next_clock(cases).annotate(turn_on=_place())
    if filters.get("overdue"):
        cases = cases.filter(next_due__lt=today).exclude(kind=ContentKind.RECOMMENDATION)
    return cases.select_related("verifier").defer("search_key")


def with_next_clock(cases: Any) -> Any:
    """Return `cases` with `next_due` and `next_act`, the due and the safe day of the clock that runs now.

    It is that of acceptance while it is waited for, else that of resolution; None for closed cases.
    """
    return cases.annotate(next_due=_of_next_clock("due_on"), next_act=_of_next_clock("act_by"))


def _of_next_clock(column: str) -> models.Case:
    of_petition = {"petition__case_link__case": OuterRef("pk"), "step__in": ACCEPTANCE_STEPS}
    acceptance = IntakeDeadline.objects.running().filter(**of_petition).order_by("due_on")
    resolution = CaseDeadline.objects.running().filter(case=OuterRef("pk"), step__in=RESOLUTION_STEPS)
    return models.Case(
        When(status=Status.WAITING, then=Subquery(acceptance.values(column)[:1])),
        When(status__in=OPEN, then=Subquery(resolution.values(column)[:1])),
        default=None,
        output_field=models.DateField(),
    )


def _place() -> models.Case:
    return models.Case(
        When(status__in=(Status.WAITING, *OPEN), then=Coalesce("next_due", Value(OPEN_LAST))),
        When(status=Status.ENFORCING, then=Value(ENFORCING_LAST)),
        default=Value(CLOSED_LAST),
        output_field=models.DateField(),
    )


def case_with_all(official: Official) -> Any:
    """Return the cases `official` may see, ready to show one with all that surrounds it."""
    petitions = Petition.objects.select_related("hamlet").order_by("received_on", "pk")
    visits = Visit.objects.select_related("session").order_by("session__held_on", "pk")
    return (
        Case.objects.visible_to(official)
        .select_related("hamlet", "verifier", "decision")
        .prefetch_related(
            Prefetch("petitions", queryset=petitions),
            Prefetch("visits", queryset=visits),
            "events__recorded_by",
            "decision__enforcements",
        )
    )


def clocks_of(case: Case) -> list[CaseDeadline | IntakeDeadline]:
    """Return the clocks of a case, the first due first: resolution, or acceptance while it is waited for."""
    clocks: list[CaseDeadline | IntakeDeadline] = list(case.deadlines.all())
    if case.status == Status.WAITING:
        of_case = Q(petition__case_link__case=case, step__in=ACCEPTANCE_STEPS)
        clocks += IntakeDeadline.objects.running().filter(of_case)
    return sorted(clocks, key=lambda clock: clock.due_on)


def reasons_of_case(case: Case, calendar: WorkingCalendar) -> list[Reasons]:
    """Return why each clock of `case` ends on its day, the running ones first.

    They are its resolution, the acceptance of each of its petitions and, after a first decision on a
    complaint, the day of effect and the citizen's window, which are stored nowhere and stand last.
    """
    reasons = reasons_of(case.deadlines.all(), calendar)
    of_case = Q(petition__case_link__case=case, step__in=ACCEPTANCE_STEPS)
    intake = IntakeDeadline.objects.filter(of_case).select_related("petition").order_by("petition_id")
    for code, rows in groupby(intake, key=lambda row: row.petition.code if row.petition else ""):
        reasons += reasons_of(rows, calendar, of=f"đơn {code}")
    effect = effect_of(case, calendar)
    after = [effect.earliest, effect.window] if effect else []
    return [
        *sorted(reasons, key=lambda each: each.turn),
        *(reasons_for(counted) for counted in after if counted),
    ]
