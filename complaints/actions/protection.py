"""The protection of a denouncer or his family, from the request to its end (LTC 47-58).

The law sets no number of days: it says at once ("kịp thời"), so there is no clock, only the order of things.
Nobody is named here, and nothing of it leaves the office that keeps the books.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Min

from complaints.actions.events import locked
from complaints.models import Case, Protection
from complaints.transition import LEADERS, OFFICE
from lucba.law.sources import LAW_136_2025
from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official
from reception.models import ContentKind

State = Protection.State
RUNNING = (State.REQUESTED, State.APPLIED)
# LTC 54(2): why protection ends; the second only since Law 136/2025.
GROUND_GONE, BREACH = "het_can_cu", "vi_pham"
END_GROUNDS: dict[str, str] = {
    GROUND_GONE: "căn cứ bảo vệ không còn",
    BREACH: "người được bảo vệ cố ý vi phạm nghĩa vụ của mình (từ 01/07/2026)",
}


@transaction.atomic
def request_protection(
    case: Case,
    *,
    requested_on: date,
    whom: str,
    subject: str,
    urgent: bool,
    written_on: date | None,
    reason: str,
    by: Official,
    today: date,
) -> Protection:
    """Note a request: in writing, or urgent by word of mouth and written afterwards (LTC 50, 51).

    Raises RefusedError for anything but a denunciation, and for a second request of the same while one runs.
    """
    case = locked(case)
    _check_who(case, by, OFFICE)
    _check_case(case)
    refuse_blank(reason.strip(), "Hãy ghi căn cứ yêu cầu bảo vệ.", field="reason")
    _check_request_day(case, requested_on, today=today)
    if urgent:
        _check_written(written_on, requested_on, today=today)
    if case.protections.filter(whom=whom, subject=subject, state__in=RUNNING).exists():
        raise RefusedError("Yêu cầu bảo vệ này đã có, chưa chấm dứt.", field="subject")
    protection = case.protections.create(
        requested_on=requested_on,
        whom=whom,
        subject=subject,
        urgent=urgent,
        written_on=written_on if urgent else requested_on,
        reason=reason.strip(),
        recorded_by=by,
    )
    audit.record("ghi yêu cầu bảo vệ người tố cáo", subject=case.code, by=by)
    return protection


def _check_who(case: Case, by: Official, roles: frozenset[Official.Role]) -> None:
    if by.role not in roles or by.unit_id != case.unit_id:
        who = "Chủ tịch, Phó Chủ tịch" if roles == LEADERS else "người giữ sổ"
        raise RefusedError(f"Việc bảo vệ người tố cáo do {who} của đơn vị ghi.")


def _check_case(case: Case) -> None:
    if case.kind != ContentKind.DENUNCIATION:
        raise RefusedError("Chỉ vụ việc tố cáo mới có bảo vệ người tố cáo (Luật Tố cáo, Điều 47).")


def _check_request_day(case: Case, requested_on: date, *, today: date) -> None:
    refuse_future(requested_on, today=today, field="requested_on")
    received = case.petitions.aggregate(first=Min("received_on"))["first"]
    if received:
        refuse_before(requested_on, received, what="ngày nhận tố cáo", field="requested_on")


def _check_written(written_on: date | None, requested_on: date, *, today: date) -> None:
    refuse_future(written_on, today=today, field="written_on")
    refuse_before(written_on, requested_on, what="ngày yêu cầu bằng lời", field="written_on")


@transaction.atomic
def note_written_request(
    protection: Protection, *, written_on: date, by: Official, today: date
) -> Protection:
    """Note the day the written request came that an urgent one by word of mouth still owed (LTC 50)."""
    protection = _locked(protection)
    _check_who(protection.case, by, OFFICE)
    if protection.written_on:
        raise RefusedError(
            f"Văn bản yêu cầu đã ghi ngày {protection.written_on:%d/%m/%Y}.", field="written_on"
        )
    _check_written(written_on, protection.requested_on, today=today)
    protection.written_on = written_on
    protection.save(update_fields=["written_on"])
    audit.record("ghi văn bản yêu cầu bảo vệ", subject=protection.case.code, by=by)
    return protection


@transaction.atomic
def decide_protection(
    protection: Protection,
    *,
    apply: bool,
    decided_on: date,
    document_number: str,
    measures: str,
    by: Official,
    today: date,
) -> Protection:
    """Decide to apply measures, or refuse with the reason in writing (LTC 51, 52).

    Raises RefusedError when it was decided before, or on a day before the request.
    """
    protection = _locked(protection)
    _check_who(protection.case, by, LEADERS)
    if protection.state != State.REQUESTED:
        raise RefusedError(f"Yêu cầu này đã quyết định ngày {protection.decided_on:%d/%m/%Y}.")
    refuse_future(decided_on, today=today, field="decided_on")
    refuse_before(decided_on, protection.requested_on, what="ngày yêu cầu", field="decided_on")
    refuse_blank(document_number.strip(), "Hãy ghi số quyết định, văn bản.", field="document_number")
    asked = "biện pháp bảo vệ (Luật Tố cáo, Điều 52)" if apply else "lý do từ chối (Luật Tố cáo, Điều 51)"
    refuse_blank(measures.strip(), f"Hãy ghi {asked}.", field="measures")
    protection.state = State.APPLIED if apply else State.REFUSED
    protection.decided_on, protection.measures = decided_on, measures.strip()
    protection.document_number = document_number.strip()
    protection.save(update_fields=["state", "decided_on", "measures", "document_number"])
    action = "áp dụng biện pháp bảo vệ" if apply else "từ chối yêu cầu bảo vệ"
    audit.record(action, subject=protection.case.code, by=by, detail=protection.document_number)
    return protection


@transaction.atomic
def end_protection(
    protection: Protection,
    *,
    ground: str,
    ended_on: date,
    end_document: str,
    end_reason: str = "",
    by: Official,
    today: date,
) -> Protection:
    """End measures that are applied: their ground is gone, or the protected person breached on purpose.

    Raises RefusedError before any measure, and for the second ground before 01/07/2026 (LTC 54(2)(c)).
    """
    protection = _locked(protection)
    _check_who(protection.case, by, LEADERS)
    if protection.state != State.APPLIED or protection.decided_on is None:
        raise RefusedError(
            "Chỉ chấm dứt biện pháp bảo vệ đang áp dụng "
            f"(yêu cầu này: {protection.get_state_display()}; Luật Tố cáo, Điều 54)."
        )
    refuse_future(ended_on, today=today, field="ended_on")
    refuse_before(ended_on, protection.decided_on, what="ngày quyết định áp dụng", field="ended_on")
    if ground == BREACH and ended_on < LAW_136_2025.in_force_from:
        raise RefusedError(
            "Trước ngày 01/07/2026 luật chưa có căn cứ này (Luật Tố cáo, điểm c khoản 2 Điều 54, "
            "sửa đổi bởi Luật 136/2025/QH15).",
            field="ground",
        )
    refuse_blank(end_document.strip(), "Hãy ghi số văn bản chấm dứt.", field="end_document")
    protection.state, protection.ended_on = State.ENDED, ended_on
    protection.end_reason = "; ".join(filter(None, (END_GROUNDS[ground], end_reason.strip())))[:500]
    protection.end_document = end_document.strip()
    protection.save(update_fields=["state", "ended_on", "end_reason", "end_document"])
    audit.record(
        "chấm dứt bảo vệ người tố cáo",
        subject=protection.case.code,
        by=by,
        detail=protection.end_document,
    )
    return protection


def _locked(protection: Protection) -> Protection:
    rows = Protection.objects.select_for_update(of=("self",)).select_related("case")
    return rows.get(pk=protection.pk)
