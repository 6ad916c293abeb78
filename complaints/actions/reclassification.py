"""Turn a recommendation that is in truth a complaint or a denunciation back into petitions of that kind."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from complaints.actions.events import append_event, check_days, locked, refuse_overtaken, row_for, settle
from complaints.models import Case, CaseEvent, CasePetition
from complaints.workflow import EventKind
from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_blank
from lucba.office.models import Official
from reception.actions.petitions import reclassify_petition, reopen_petition
from reception.models import ContentKind, Petition


@transaction.atomic
def reclassify_case(
    case: Case,
    *,
    kind: str,
    happened_on: date,
    detail: str,
    seen: int | None = None,
    by: Official,
    today: date,
) -> CaseEvent:
    """End a recommendation; its petitions wait again, as `kind`, with the clocks of their first receipt.

    Raises RefusedError. (LTCD 25, 26: what contests an act is a complaint, what accuses is a denunciation.)
    """
    case = locked(case)
    refuse_overtaken(case, seen)
    row_for(case, EventKind.RECLASSIFIED, by=by)
    if kind not in (ContentKind.COMPLAINT, ContentKind.DENUNCIATION):
        raise RefusedError("Chỉ phân loại lại thành khiếu nại hoặc tố cáo.", field="kind")
    refuse_blank(detail.strip(), "Hãy ghi lý do phân loại lại.", field="detail")
    check_days(case, EventKind.RECLASSIFIED, happened_on, None, today=today)
    words = f"thành {ContentKind(kind).label}: {detail.strip()}"
    event = append_event(case, EventKind.RECLASSIFIED, happened_on=happened_on, detail=words[:500], by=by)
    petitions = list(Petition.objects.filter(case_link__case=case))
    settle(case, on=happened_on)
    CasePetition.objects.filter(case=case).delete()
    for petition in petitions:
        reclassify_petition(reopen_petition(petition, by=by), kind=kind, by=by)
    audit.record("phân loại lại vụ việc", subject=case.code, by=by, detail=ContentKind(kind).label)
    return event
