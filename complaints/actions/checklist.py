"""Answer the steps of the procedure checklist, and sign it off: the event target 4a counts."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import F

from complaints.actions.events import locked, record_event
from complaints.checklist import Line, checklist_of
from complaints.checklist_facts import Verdict
from complaints.models import Case, CaseEvent, ChecklistItem
from complaints.workflow import EventKind
from lucba.office import audit
from lucba.office.access import OFFICE
from lucba.office.errors import RefusedError, refuse_blank, refuse_future
from lucba.office.models import Official

Answer = ChecklistItem.Answer
RIGHT, WRONG = "dung", "sai"
CHANGED_SINCE = 0  # never the count of changes of a signed case: signing is one


@transaction.atomic
def answer_step(
    case: Case,
    *,
    step: str,
    answer: str,
    done_on: date | None = None,
    document_number: str = "",
    note: str = "",
    by: Official,
    today: date,
) -> ChecklistItem:
    """Note how a step of the procedure was done, or why it is not needed.

    Raises RefusedError against the books: they are put right by a correction, not here.
    """
    case = locked(case)
    if by.role not in OFFICE or not Case.objects.visible_to(by).filter(pk=case.pk).exists():
        raise RefusedError("Việc kiểm tra trình tự, thủ tục thuộc công chức Văn phòng và lãnh đạo.")
    line = checklist_of(case, on=today).line(step)
    if line is None:
        raise RefusedError("Vụ việc này không phải làm bước đó.", field="step")
    refuse_future(done_on, today=today, field="done_on")
    _check_answer(line, answer, done_on, note.strip())
    item, _ = ChecklistItem.objects.update_or_create(
        case=case,
        step=step,
        defaults={
            "answer": answer,
            "done_on": done_on,
            "document_number": document_number.strip(),
            "note": note.strip(),
            "checked_by": by,
            "checked_on": today,
        },
    )
    Case.objects.filter(pk=case.pk, changes_when_checked__isnull=False).update(
        changes_when_checked=CHANGED_SINCE
    )
    audit.record("kiểm tra bước của thủ tục", subject=case.code, by=by, detail=line.step.words)
    return item


def _check_answer(line: Line, answer: str, done_on: date | None, note: str) -> None:
    if answer == Answer.NOT_DONE:
        return
    if line.shown.verdict is Verdict.NOT_DONE:
        raise RefusedError(
            f"Theo sổ, bước này chưa đúng: {line.shown.words.lower()} ({line.basis}). "
            "Nếu sổ ghi sai, hãy đính chính ở vụ việc.",
            field="answer",
        )
    if answer == Answer.NOT_NEEDED:
        _check_not_needed(line, note)
        return
    refuse_blank(done_on, "Hãy ghi ngày đã làm.", field="done_on")
    due_on = line.shown.due_on
    if done_on and due_on and done_on > due_on:
        raise RefusedError(
            f"Ngày {done_on:%d/%m/%Y} sau hạn {due_on:%d/%m/%Y} ({line.basis}): bước này làm không đúng hạn.",
            field="done_on",
        )


def _check_not_needed(line: Line, note: str) -> None:
    if not line.step.waivable:
        raise RefusedError(f"Bước này bắt buộc đối với vụ việc ({line.basis}).", field="answer")
    refuse_blank(note, "Hãy ghi vì sao không phải làm.", field="note")


@transaction.atomic
def sign_off(
    case: Case,
    *,
    detail: str,
    happened_on: date,
    document_number: str = "",
    seen: int | None = None,
    by: Official,
    today: date,
) -> CaseEvent:
    """Sign the checklist off: `dung` only when every step is done or not needed, else only `sai`.

    Raises RefusedError naming the steps that are left: unknown is not pass.
    """
    case = locked(case)
    checklist = checklist_of(case, on=today)
    if detail == RIGHT and not checklist.is_right:
        left = "; ".join(line.step.words.lower() for line in checklist.left)
        raise RefusedError(
            f"Chưa thể ký “đúng trình tự, thủ tục”: còn {len(checklist.left)} bước chưa đúng hoặc chưa rõ "
            f"({left}).",
            field="detail",
        )
    event = record_event(
        case,
        EventKind.PROCEDURE_CHECKED,
        happened_on=happened_on,
        detail=detail,
        document_number=document_number,
        seen=seen,
        by=by,
        today=today,
    )
    Case.objects.filter(pk=case.pk).update(changes_when_checked=F("changes"))
    return event
