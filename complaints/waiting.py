"""What the office waits for from others: information, examinations, other bodies, replies to petitions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from complaints.models import Case, CaseDeadline, CaseEvent
from complaints.workflow import WAITING_OR_RUNNING, EventKind, Status
from lucba.law.clocks import ASKED_OF_OTHERS
from lucba.office.keyset import KeysetPage, Source, page_of_several
from lucba.office.models import Official
from reception.models import Petition, PetitionReply

FOR_ANOTHER_BODY = "cho_co_quan_khac"
SENT_ON = (Petition.Outcome.FORWARDED, Petition.Outcome.URGED)
EXAMINATIONS = (EventKind.EXAMINATION, EventKind.EXPERT_OPINION)


@dataclass(frozen=True, slots=True)
class Awaited:
    """One thing awaited: what, in which matter, since when, and until when where the law says so."""

    label: str
    subject: str
    url: str
    summary: str
    since: date
    due_on: date | None = None
    why: str = ""


def sources(official: Official) -> tuple[Source, ...]:
    """Return the information asked, the petitions sent on, the examinations and other bodies waited for."""
    cases = Case.objects.visible_to(official)
    asked = CaseDeadline.objects.filter(
        unit_id=official.unit_id, case__in=cases, met_on__isnull=True, step__in=ASKED_OF_OTHERS
    )
    replies = PetitionReply.objects.filter(petition=OuterRef("pk"))
    sent = Petition.objects.visible_to(official).filter(~Exists(replies), outcome__in=SENT_ON)
    return (
        Source(asked.select_related("case"), "start"),
        Source(sent.defer("search_key"), "processed_on"),
        Source(_events_awaited(cases).select_related("case"), "happened_on"),
    )


def _events_awaited(cases: Any) -> Any:
    """Return the examinations without a result, and the suspensions that wait for another body."""
    later = CaseEvent.objects.filter(
        case=OuterRef("case"), seq__gt=OuterRef("seq"), superseded_by__isnull=True
    )
    result = later.filter(kind=EventKind.EXAMINATION_RESULT)
    resumed = later.filter(kind=EventKind.RESUMED)
    examined = Q(kind__in=EXAMINATIONS, case__status__in=WAITING_OR_RUNNING) & ~Exists(result)
    suspended = Q(kind=EventKind.SUSPENDED, detail=FOR_ANOTHER_BODY, case__status=Status.SUSPENDED)
    in_force = CaseEvent.objects.filter(case__in=cases, superseded_by__isnull=True)
    return in_force.filter(examined | (suspended & ~Exists(resumed)))


def awaited_page(official: Official, mark: str = "") -> KeysetPage:
    """Return a page of what is awaited, the longest awaited first."""
    page = page_of_several(sources(official), mark)
    return KeysetPage([_AWAITED[number](row) for number, row in page.rows], page.next_mark, page.is_first)


def _information(row: CaseDeadline) -> Awaited:
    why = reverse("complaints:case-why", args=[row.case_id])
    return _of_case("Chờ cung cấp thông tin, tài liệu", row.case, row.start, due_on=row.due_on, why=why)


def _petition(row: Petition) -> Awaited:
    assert row.processed_on is not None  # noqa: S101  # the source takes handled petitions only
    label = f"Chờ phúc đáp ({row.get_outcome_display()})"
    url = reverse("reception:petition-page", args=[row.pk])
    return Awaited(label, f"Đơn {row.code}", url, row.summary, row.processed_on)


def _event(row: CaseEvent) -> Awaited:
    label = "Chờ kết quả giám định" if row.kind in EXAMINATIONS else "Chờ kết quả của cơ quan khác"
    return _of_case(label, row.case, row.happened_on)


def _of_case(label: str, case: Case, since: date, *, due_on: date | None = None, why: str = "") -> Awaited:
    url = reverse("complaints:case-page", args=[case.pk])
    return Awaited(label, f"Vụ việc {case.code}", url, case.summary, since, due_on, why)


_AWAITED: tuple[Callable[[Any], Awaited], ...] = (_information, _petition, _event)
