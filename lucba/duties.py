"""The office's duties: every running clock it can be late with, of petitions, visits, cases and sessions.

Pages, counts and reminders narrow the same three querysets, so a number and the list behind it agree. Which
clocks are duties stands in `lucba.law.clocks`; who of the office does a step stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.urls import reverse

from complaints.models import CaseDeadline
from complaints.models.events import RESOLUTION_STEPS
from complaints.queries import ACCEPTANCE_STEPS
from lucba.law.clocks import DUTY_STEPS
from lucba.law.rules import Certainty, Step
from lucba.office.keyset import KeysetPage, Source, page_of_several
from lucba.office.models import DeadlineRow, Official
from reception.models import IntakeDeadline, ReceptionSession, SessionDeadline

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
HOUSE = Q(certainty=Certainty.HOUSE)
# What a leader signs or orders; all other steps of a case are the clerk's.
LEADERS_STEPS = frozenset(
    {Step.DECISION_ENFORCEMENT, Step.CONCLUSION_HANDLING, Step.STAY_OF_ACT, Step.REPORT_TO_SUPERIOR}
    | RESOLUTION_STEPS
)
VERIFIERS_STEPS = RESOLUTION_STEPS
_TWO_CLOCKS_OF_ONE_STEP = (Step.COMPLAINT_ACCEPTANCE_BY_LAW, Step.COMPLAINT_ACCEPTANCE_BY_DECREE)


@dataclass(frozen=True, slots=True)
class Duty:
    """One running clock: what has to be done, to what, until when; `key` names it for good."""

    step: str
    code: str
    subject: str
    url: str
    summary: str
    due_on: date
    act_by: date
    why: str  # the page that explains the day
    house: bool = False  # a target of the office's own, never a legal limit
    key: str = ""

    @property
    def label(self) -> str:
        """Return the step in the words of the law."""
        return Step(self.step).label


@dataclass(frozen=True, slots=True)
class Duties:
    """The clocks of petitions and visits, of cases and of sessions, narrowed alike."""

    intake: QuerySet[IntakeDeadline]
    cases: QuerySet[CaseDeadline]
    sessions: QuerySet[SessionDeadline]

    def where(self, condition: Q) -> Duties:
        """Return those that meet a condition on the clock itself."""
        return Duties(*(rows.filter(condition) for rows in self.tables))

    @property
    def tables(self) -> tuple[QuerySet[Any], ...]:
        """Return the three querysets, in the order in which they stand in a page."""
        return self.intake, self.cases, self.sessions

    def counts(self, **spans: Q) -> dict[str, int]:
        """Count those in each of `spans`; one query."""
        wanted = {name: Count("pk", filter=span or None) for name, span in spans.items()}
        each = [
            rows.order_by().values(table=Value(number)).annotate(**wanted)
            for number, rows in enumerate(self.tables)
        ]
        found = list(each[0].union(*each[1:], all=True))
        return {name: sum(row[name] for row in found) for name in spans}

    @property
    def _with_subjects(self) -> tuple[QuerySet[Any], ...]:
        return (
            self.intake.select_related("petition__case_link__case", "visit"),
            self.cases.select_related("case"),
            self.sessions.select_related("session"),
        )

    def every(self) -> Iterator[Duty]:
        """Yield all of them, however many; one query for each table."""
        for number, rows in enumerate(self._with_subjects):
            yield from map(_DUTY_OF[number], rows.iterator())

    def page(self, mark: str = "", *, size: int) -> KeysetPage:
        """Return the duties after `mark`, the first due first."""
        page = page_of_several([Source(rows, "due_on") for rows in self._with_subjects], mark, size=size)
        return KeysetPage([_DUTY_OF[number](row) for number, row in page.rows], page.next_mark, page.is_first)

    def first(self, most: int) -> list[Duty]:
        """Return the `most` that end first."""
        return self.page(size=most).rows


def duties_of_office(official: Official) -> Duties:
    """Return the running duties `official` may see: the office's, an officer those of his cases.

    Where the Law and the Decree set two clocks for one step, only the earlier, which governs, is one. Of a
    session only the clocks before it takes place are: afterwards an unmet one only records the miss.
    """
    running = Q(unit_id=official.unit_id, met_on__isnull=True, step__in=DUTY_STEPS)
    planned = Q(session__state=ReceptionSession.State.PLANNED)
    intake = IntakeDeadline.objects.visible_to(official).filter(running)
    return Duties(
        intake.filter(~Q(step__in=_TWO_CLOCKS_OF_ONE_STEP) | ~Exists(_governing())),
        CaseDeadline.objects.visible_to(official).filter(running, paused_on__isnull=True),
        SessionDeadline.objects.visible_to(official).filter(running & planned),
    )


def _governing() -> QuerySet[IntakeDeadline]:
    """Return the other clock of the same step that ends earlier, the first entered where both end alike."""
    earlier = Q(due_on__lt=OuterRef("due_on")) | Q(due_on=OuterRef("due_on"), pk__lt=OuterRef("pk"))
    return IntakeDeadline.objects.filter(
        earlier, petition=OuterRef("petition"), met_on__isnull=True, step__in=_TWO_CLOCKS_OF_ONE_STEP
    )


def duties_of(official: Official) -> Duties:
    """Return the running duties this official does himself."""
    seen = duties_of_office(official)
    verifies = Q(case__verifier=official, step__in=VERIFIERS_STEPS)
    to_accept = Q(petition__processed_on__isnull=False, step__in=ACCEPTANCE_STEPS)
    if official.role == Official.Role.OFFICER:
        return Duties(seen.intake, seen.cases.filter(verifies), seen.sessions)
    if official.is_leader:
        decides = Q(step__in=LEADERS_STEPS)
        return Duties(seen.intake.filter(to_accept), seen.cases.filter(decides), seen.sessions.none())
    writes = ~Q(step__in=LEADERS_STEPS)
    return Duties(seen.intake.exclude(to_accept), seen.cases.filter(writes | verifies), seen.sessions)


def overdue(on: date) -> Q:
    """Return the clocks that ended before the day `on`; a house target is never overdue."""
    return Q(due_on__lt=on) & ~HOUSE


def missed_target(on: date) -> Q:
    """Return the office's own targets that ended before the day `on`."""
    return Q(due_on__lt=on) & HOUSE


def due_within(on: date, span: timedelta) -> Q:
    """Return the clocks that end on the day `on` or at most `span` later."""
    return Q(due_on__range=(on, on + span))


def due_after_week(on: date) -> Q:
    """Return the clocks that end within a month of the day `on`, but not within a week."""
    return Q(due_on__gt=on + WEEK, due_on__lte=on + MONTH)


def _of_intake(row: IntakeDeadline) -> Duty:
    if row.petition is None:
        return _duty(row, "Lượt tiếp", "reception:visit", row.visit)
    case = getattr(getattr(row.petition, "case_link", None), "case", None)
    if case is not None and row.petition.processed_on and row.step in ACCEPTANCE_STEPS:
        return _duty(row, "Vụ việc", "complaints:case", case, key=f"don {row.petition_id}")
    return _duty(row, "Đơn", "reception:petition", row.petition, key=f"don {row.petition_id}")


def _of_case(row: CaseDeadline) -> Duty:
    return _duty(row, "Vụ việc", "complaints:case", row.case, key=f"vu {row.case_id} {row.occasion}")


def _of_session(row: SessionDeadline) -> Duty:
    session = row.session
    code, kind = f"{session.held_on:%d/%m/%Y}", session.get_kind_display()
    return _duty(row, "Buổi tiếp", "reception:session", session, code=code, summary=kind)


def _duty(
    row: DeadlineRow,
    what: str,
    pages: str,
    subject: Any,
    *,
    code: str = "",
    summary: str = "",
    key: str = "",
) -> Duty:
    """Return the duty of a clock; `pages` is what the names of the pages of its subject begin with."""
    page, why = (reverse(f"{pages}-{name}", args=[subject.pk]) for name in ("page", "why"))
    code, key = code or subject.code, key or f"{pages.rpartition(':')[2]} {subject.pk}"
    return Duty(
        row.step,
        code,
        f"{what} {code}",
        page,
        summary or subject.summary,
        row.due_on,
        row.act_by,
        why,
        row.is_house_target,
        f"{key} {row.step} {row.due_on}",
    )


_DUTY_OF: tuple[Callable[[Any], Duty], ...] = (_of_intake, _of_case, _of_session)
