"""What the pages of cases show: the list by what is due, and what surrounds one case."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from complaints.models import Case, CaseDeadline, CaseEvent, Proposal
from complaints.workflow import OPEN, EventKind, Status
from lucba.law.clocks import DUTY_STEPS
from lucba.law.rules import Step
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import Official
from lucba.office.search import with_words
from lucba.office.why import Reasons, reasons_of
from reception.models import ContentKind, IntakeDeadline, Petition, Visit

# Where cases without a running clock stand in the list: open ones first, then those decided, then the rest.
OPEN_LAST, ENFORCING_LAST, CLOSED_LAST = date(9999, 1, 1), date(9999, 2, 1), date(9999, 3, 1)
# Decided or concluded, with something left to send, publish, carry out or report.
FOLLOWED_UP = (
    Status.DECIDED,
    Status.SECOND_COMPLAINT,
    Status.LAWSUIT,
    Status.IN_EFFECT,
    Status.SECOND_IN_EFFECT,
    Status.ENFORCING,
    Status.NOT_ENFORCED,
    Status.CONCLUDED,
    Status.HANDLING,
)
ACCEPTANCE_STEPS = (
    Step.COMPLAINT_ACCEPTANCE,
    Step.COMPLAINT_ACCEPTANCE_BY_LAW,
    Step.COMPLAINT_ACCEPTANCE_BY_DECREE,
    Step.DENUNCIATION_INTAKE,
)


UNASSIGNED = "chua-giao"  # the filter "verifier" that finds cases without one
_EXACT = ("kind", "status", "field", "hamlet")
_RANGES = {"accepted": "accepted_on", "closed": "closed_on", "due": "next_due"}


def case_list(official: Official, *, today: date, **filters: Any) -> Any:
    """Return the cases by what is due, each with its next clock and its place `turn_on` in the list.

    `filters`: q (words), kind, status, field, hamlet, verifier (a key, or UNASSIGNED), source, overdue, and
    the days received_from, received_to, accepted_…, due_…, closed_… (inclusive); empty ones do not filter. A
    recommendation is never overdue: its target is the office's own.
    """
    exact = {name: filters[name] for name in _EXACT if filters.get(name)}
    cases = with_words(Case.objects.visible_to(official).filter(**exact), filters.get("q", ""))
    cases = with_next_clock(cases).annotate(turn_on=_place())
    for name, column in _RANGES.items():
        cases = cases.filter(_between(column, filters.get(f"{name}_from"), filters.get(f"{name}_to")))
    cases = _of_verifier(_of_petitions(cases, filters), filters.get("verifier"))
    if filters.get("overdue"):
        cases = cases.filter(next_due__lt=today).exclude(kind=ContentKind.RECOMMENDATION)
    return cases.select_related("verifier").defer("search_key")


def _of_verifier(cases: Any, verifier: str | None) -> Any:
    if verifier == UNASSIGNED:
        return cases.filter(verifier__isnull=True)
    return cases.filter(verifier=verifier) if verifier else cases


def _of_petitions(cases: Any, filters: dict[str, Any]) -> Any:
    """Return the cases with a petition of the source, received within the days asked for."""
    wanted = _between("received_on", filters.get("received_from"), filters.get("received_to"))
    if filters.get("source"):
        wanted &= Q(source=filters["source"])
    return (
        cases.filter(Exists(Petition.objects.filter(wanted, case_link__case=OuterRef("pk"))))
        if wanted
        else cases
    )


def _between(column: str, start: date | None, end: date | None) -> Q:
    """Return the condition that `column` lies from `start` to `end` (inclusive; none: no limit)."""
    condition = Q(**{f"{column}__gte": start}) if start else Q()
    return condition & Q(**{f"{column}__lte": end}) if end else condition


def waiting_for_leaders() -> Q:
    """Return the cases a leader has to act on: to accept, proposed to him, verified and not yet decided."""
    proposed = Proposal.objects.waiting().filter(case=OuterRef("pk"))
    events = CaseEvent.objects.filter(case=OuterRef("pk"), superseded_by__isnull=True)
    reported = Exists(events.filter(kind=EventKind.VERIFICATION_REPORT))
    return Q(status=Status.WAITING) | Q(Exists(proposed)) | (Q(status__in=OPEN) & Q(reported))


def on_review_list() -> Q:
    """Return the cases put on the review list (mass, complex, prolonged) and not settled yet (target 5)."""
    events = CaseEvent.objects.filter(case=OuterRef("pk"), superseded_by__isnull=True)
    listed = Exists(events.filter(kind=EventKind.REVIEW_LISTED))
    return Q(listed) & ~Q(Exists(events.filter(kind=EventKind.SETTLED)))


def to_assign() -> Q:
    """Return the accepted cases nobody was given to verify or to handle."""
    return Q(status__in=OPEN, verifier__isnull=True)


def with_next_clock(cases: Any) -> Any:
    """Return `cases` with `next_due`, `next_act` and `next_step`: end, safe day and step of the next duty.

    It is that of acceptance while it is waited for, else the first to end of the office's duties; None when
    nothing is left to do.
    """
    return cases.annotate(
        next_due=_of_next_clock("due_on", models.DateField()),
        next_act=_of_next_clock("act_by", models.DateField()),
        next_step=_of_next_clock("step", models.CharField()),
    )


def _of_next_clock(column: str, kind: models.Field[Any, Any]) -> models.Case:
    of_petition = {"petition__case_link__case": OuterRef("pk"), "step__in": ACCEPTANCE_STEPS}
    acceptance = IntakeDeadline.objects.running().filter(**of_petition).order_by("due_on", "pk")
    of_case = CaseDeadline.objects.running().filter(case=OuterRef("pk"), step__in=DUTY_STEPS)
    duties = of_case.order_by("due_on", "pk")
    return models.Case(
        When(status=Status.WAITING, then=Subquery(acceptance.values(column)[:1])),
        When(status__in=(*OPEN, *FOLLOWED_UP), then=Subquery(duties.values(column)[:1])),
        default=None,
        output_field=kind,
    )


def _place() -> models.Case:
    return models.Case(
        When(status__in=(Status.WAITING, *OPEN), then=Coalesce("next_due", Value(OPEN_LAST))),
        When(status__in=FOLLOWED_UP, then=Value(ENFORCING_LAST)),
        default=Value(CLOSED_LAST),
        output_field=models.DateField(),
    )


def case_with_all(official: Official) -> Any:
    """Return the cases `official` may see, ready to show one with all that surrounds it."""
    petitions = Petition.objects.select_related("hamlet").order_by("received_on", "pk")
    visits = Visit.objects.select_related("session").order_by("session__held_on", "pk")
    events = CaseEvent.objects.select_related("recorded_by").order_by("seq", "pk")
    return (
        Case.objects.visible_to(official)
        .select_related("hamlet", "verifier", "decision", "joined_into")
        .prefetch_related(
            Prefetch("petitions", queryset=petitions),
            Prefetch("visits", queryset=visits),
            Prefetch("events", queryset=events),
            "decision__enforcements",
            "decision__deliveries",
        )
    )


def clocks_of(case: Case) -> list[CaseDeadline | IntakeDeadline]:
    """Return the clocks of a case, the running ones first, each by its end.

    The clock of acceptance is among them while it is waited for.
    """
    clocks: list[CaseDeadline | IntakeDeadline] = list(case.deadlines.all())
    if case.status == Status.WAITING:
        of_case = Q(petition__case_link__case=case, step__in=ACCEPTANCE_STEPS)
        clocks += IntakeDeadline.objects.running().filter(of_case)
    return sorted(clocks, key=lambda clock: (clock.met_on is not None, clock.due_on))


def next_duty(clocks: list[CaseDeadline | IntakeDeadline]) -> CaseDeadline | IntakeDeadline | None:
    """Return the clock the office has to keep next; none while everything is done or paused.

    What had to come before something that has taken place by now cannot be kept any more.
    """
    running = (clock for clock in clocks if clock.met_on is None and clock.step in DUTY_STEPS)
    return next((clock for clock in running if not getattr(clock, "paused_on", None)), None)


def reasons_of_case(case: Case, calendar: WorkingCalendar) -> list[Reasons]:
    """Return why each clock of `case`, and of the acceptance of its petitions, ends on its day.

    The running ones come first.
    """
    reasons = reasons_of(case.deadlines.all(), calendar)
    of_case = Q(petition__case_link__case=case, step__in=ACCEPTANCE_STEPS)
    intake = IntakeDeadline.objects.filter(of_case).select_related("petition").order_by("petition_id")
    for code, rows in groupby(intake, key=lambda row: row.petition.code if row.petition else ""):
        reasons += reasons_of(rows, calendar, of=f"đơn {code}")
    return sorted(reasons, key=lambda each: each.turn)
