"""Answer a wrong entry with a correction: the entry stays as written, the correction says what is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Min
from django.utils.formats import date_format

from complaints.actions.events import append_event, locked, refuse_overtaken, row_for, settle
from complaints.actions.legal_checks import check_law
from complaints.course import Act, acts_of, starting_status, unknown_acts
from complaints.models import Case, CaseEvent, Decision
from complaints.progress import history_of
from complaints.workflow import EventKind, Status, rows_of
from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official

# What a correction never answers: itself, and what two cases tell each other.
NOT_CORRECTED = (EventKind.CORRECTED, EventKind.JOINED, EventKind.JOINED_BY, EventKind.RECLASSIFIED)
DATES_OF_DECISION = (
    "effective_on",
    "meeting_notice_on",
    "published_on",
    "publication_end_on",
    "front_told_on",
    "directive_on",
)


# What a later entry of these kinds could not have been made without.
RELIED_ON: dict[EventKind, tuple[EventKind, ...]] = {
    EventKind.COMPLEX: (EventKind.EXTENDED,),
    EventKind.WITHDRAWN: (EventKind.TERMINATED, EventKind.CONTINUED),
    EventKind.STAY: (EventKind.STAY_LIFTED,),
    EventKind.EXAMINATION: (EventKind.EXAMINATION_RESULT,),
    EventKind.INFORMATION_ASKED: (EventKind.INFORMATION_GIVEN,),
    EventKind.HANDLING_RESULT: (EventKind.HANDLING_RESULT_TOLD,),
    EventKind.REPORT_ASKED: (EventKind.REPORTED_UP,),
    EventKind.REVIEW_LISTED: (EventKind.SETTLED,),
}
DECISION_RELIES_ON = (EventKind.VERIFICATION_REPORT, EventKind.DIALOGUE)


@dataclass(frozen=True, slots=True)
class Right:
    """What an event should have said; None when it should not have been written at all."""

    happened_on: date
    detail: str = ""
    document_number: str = ""
    sent_on: date | None = None


@transaction.atomic
def correct_event(
    event: CaseEvent,
    *,
    right: Right | None,
    reason: str,
    document_number: str = "",
    seen: int | None = None,
    by: Official,
    today: date,
) -> CaseEvent:
    """Answer `event` with a correction of today and recompute what follows; return the correction.

    Raises RefusedError when later events rest on what would be gone, or the right day is out of order.
    """
    case = locked(event.case)
    refuse_overtaken(case, seen)
    row_for(case, EventKind.CORRECTED, by=by)
    event = case.events.select_for_update().get(pk=event.pk)
    if event.superseded_by_id or event.kind in NOT_CORRECTED:
        raise RefusedError("Diễn biến này không đính chính được.", field="event")
    refuse_blank(reason.strip(), "Hãy ghi lý do đính chính.", field="reason")
    if right:
        _check_order(case, event, right, today=today)
    before = _without_footing(case)
    correction = append_event(
        case,
        EventKind.CORRECTED,
        happened_on=today,
        detail=_words(event, right, reason.strip()),
        document_number=document_number.strip(),
        by=by,
    )
    CaseEvent.objects.filter(pk=event.pk).update(superseded_by=correction)
    if right:
        _check_law(case, event, right)
        _write_right(event, right, by=by)
    else:
        _refuse_if_relied_on(case, event)
    _refuse_new(before, _without_footing(case))
    _renew_columns(case, event, right)
    settle(case, on=today)
    audit.record("đính chính diễn biến", subject=case.code, by=by, detail=event.get_kind_display())
    return correction


def _check_order(case: Case, event: CaseEvent, right: Right, *, today: date) -> None:
    refuse_future(right.happened_on, today=today, field="happened_on")
    received = case.petitions.aggregate(first=Min("received_on"))["first"]
    if received:
        refuse_before(right.happened_on, received, what="ngày nhận đơn đầu tiên", field="happened_on")
    others = case.events.in_force().exclude(pk=event.pk).exclude(kind=EventKind.CORRECTED)
    earlier = others.filter(seq__lt=event.seq).last()
    later = others.filter(seq__gt=event.seq).first()
    if earlier:
        refuse_before(right.happened_on, earlier.happened_on, what="diễn biến trước", field="happened_on")
    if later and right.happened_on > later.happened_on:
        raise RefusedError(
            f"Ngày đúng phải không sau diễn biến tiếp theo ({later.happened_on:%d/%m/%Y}).",
            field="happened_on",
        )
    refuse_before(right.sent_on, right.happened_on, what="ngày ban hành văn bản", field="sent_on")


def _check_law(case: Case, event: CaseEvent, right: Right) -> None:
    """Ask of the right entry what the law would have asked of it on its day."""
    rows = [row for row in rows_of(event.kind, case.kind) if row.fits(right.detail)]
    for row in rows[-1:]:
        check_law(case, row, happened_on=right.happened_on, detail=right.detail, until_on=event.until_on)


def _refuse_if_relied_on(case: Case, event: CaseEvent) -> None:
    """Refuse to take back what a later entry could not have been made without."""
    relying = case.events.in_force().filter(
        kind__in=RELIED_ON.get(EventKind(event.kind), ()), seq__gt=event.seq
    )
    by_decision = event.kind in DECISION_RELIES_ON and Decision.objects.filter(case=case).exists()
    if by_decision or relying.exists():
        what = relying.first() or Decision.objects.get(case=case)
        raise RefusedError(f"Không bỏ được: “{what}” dựa vào diễn biến này. Hãy đính chính từ sau trước.")


def _renew_columns(case: Case, event: CaseEvent, right: Right | None) -> None:
    """Let the case say what its events in force say, where an event had written into it."""
    again = case.events.in_force().filter(kind=event.kind).last()
    if event.kind == EventKind.SEVERAL_PLACES and again is None:
        case.intake_extended = False
    elif event.kind == EventKind.HANDED_OVER:
        case.handed_over_from = again.detail[:200] if again else ""
    elif event.kind in (EventKind.VERIFICATION, EventKind.ASSIGNED) and again is None:
        case.verifier = None
    else:
        return
    case.save(update_fields=["intake_extended", "handed_over_from", "verifier"])


def _write_right(event: CaseEvent, right: Right, *, by: Official) -> None:
    """Put what is right in the place of the event that was wrong."""
    CaseEvent.objects.create(
        case=event.case,
        seq=event.seq,
        kind=event.kind,
        happened_on=right.happened_on,
        detail=right.detail.strip(),
        document_number=right.document_number.strip(),
        sent_on=right.sent_on,
        until_on=event.until_on,
        after_persuasion=event.after_persuasion,
        recorded_by=by,
    )


def _words(event: CaseEvent, right: Right | None, reason: str) -> str:
    wrong = f"“{event.get_kind_display()}” ngày {event.happened_on:%d/%m/%Y}"
    if right is None:
        return f"Bỏ {wrong}. Lý do: {reason}"[:500]
    return f"Sửa {wrong} thành ngày {right.happened_on:%d/%m/%Y}. Lý do: {reason}"[:500]


def _without_footing(case: Case) -> list[Act]:
    """Return the acts the procedure does not know from where the case stood when they happened."""
    history = history_of(case)
    acts = acts_of(case, history.events, history.decision, history.entries)
    return unknown_acts(case, acts, start=_start(case))


def _start(case: Case) -> Status:
    return starting_status(case, is_check=case.status in (Status.MANAGEMENT_CHECK, Status.CHECKED))


def _refuse_new(before: list[Act], after: list[Act]) -> None:
    lost = [act for act in after if act not in before]
    if lost:
        words = ", ".join(f"“{EventKind(act.event).label}” ngày {act.day:%d/%m/%Y}" for act in lost)
        raise RefusedError(
            f"Không đính chính được: {words} dựa vào diễn biến này. Hãy đính chính từ sau trước."
        )


@transaction.atomic
def correct_decision_date(
    decision: Decision,
    column: str,
    *,
    right_on: date | None,
    reason: str,
    seen: int | None = None,
    by: Official,
    today: date,
) -> CaseEvent:
    """Change or take back a day noted after the decision; the correction keeps both days and the reason."""
    case = locked(decision.case)
    refuse_overtaken(case, seen)
    row_for(case, EventKind.CORRECTED, by=by)
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if column not in DATES_OF_DECISION or getattr(decision, column) is None:
        raise RefusedError("Mốc này chưa được ghi.", field="event")
    refuse_blank(reason.strip(), "Hãy ghi lý do đính chính.", field="reason")
    refuse_future(right_on, today=today, field="happened_on")
    refuse_before(right_on, decision.issued_on, what="ngày ban hành", field="happened_on")
    before = _without_footing(case)
    label = Decision._meta.get_field(column).verbose_name  # type: ignore[union-attr]
    wrong, right = date_format(getattr(decision, column)), date_format(right_on) if right_on else "không ghi"
    setattr(decision, column, right_on)
    decision.save(update_fields=[column])
    _refuse_new(before, _without_footing(case))
    detail = f"{label}: {wrong} → {right}. Lý do: {reason.strip()}"[:500]
    correction = append_event(case, EventKind.CORRECTED, happened_on=today, detail=detail, by=by)
    settle(case, on=today)
    audit.record("đính chính mốc của quyết định", subject=case.code, by=by, detail=str(label))
    return correction
