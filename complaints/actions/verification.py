"""Write a note of verification: it is added to the others, never changed, never taken away."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Min

from complaints.actions.events import locked
from complaints.models import Case, VerificationNote
from complaints.workflow import WAITING_OR_RUNNING
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official


@transaction.atomic
def add_note(
    case: Case, *, kind: str, happened_on: date, text: str, by: Official, today: date
) -> VerificationNote:
    """Add a note to the verification of `case` (LKN 29, LTC 31).

    Raises RefusedError for a case this person does not see or that is not being resolved, and for days before
    the petition or to come.
    """
    case = locked(case)
    if not Case.objects.visible_to(by).filter(pk=case.pk).exists():
        raise RefusedError("Chỉ người được giao xác minh và người giữ sổ ghi được vào hồ sơ xác minh.")
    if case.status not in WAITING_OR_RUNNING:
        raise RefusedError(
            f"Vụ việc {case.code} ở giai đoạn “{case.get_status_display()}”, không còn xác minh nữa."
        )
    refuse_blank(text.strip(), "Hãy ghi nội dung.", field="text")
    refuse_future(happened_on, today=today, field="happened_on")
    received = case.petitions.aggregate(first=Min("received_on"))["first"]
    if received:
        refuse_before(happened_on, received, what="ngày nhận đơn đầu tiên", field="happened_on")
    return VerificationNote.objects.create(
        case=case, kind=kind, happened_on=happened_on, text=text.strip(), written_by=by
    )
