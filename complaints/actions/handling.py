"""Handle a petition: classify it, give it its outcome, and open or join the case it belongs to."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from complaints.actions.fitting import (
    check_envelope,
    check_fit,
    check_goes_up,
    check_guided_once,
    check_ineligible,
)
from complaints.actions.matters import Matter, open_case
from complaints.actions.proposals import close_waiting
from complaints.actions.transfers import send_transfer
from complaints.models import Case, CasePetition, CaseVisit
from complaints.progress import refresh_case, refresh_petition
from complaints.workflow import WAITING_OR_RUNNING
from lucba.office import audit
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official, Unit
from reception.actions.petitions import locked
from reception.models import Petition, Visit
from reception.petition_stages import WITHDRAWN

Outcome = Petition.Outcome
HANDLED = (
    "processed_on",
    "eligible",
    "outcome",
    "outcome_document",
    "ineligible_reason",
    "crime_signs",
    "urgent",
)


@transaction.atomic
def handle_petition(
    petition: Petition,
    *,
    processed_on: date,
    eligible: bool,
    outcome: str,
    outcome_document: str = "",
    ineligible_reason: str = "",
    crime_signs: bool = False,
    receiver: Unit | None = None,
    matter: Matter | None = None,
    case: Case | None = None,
    by: Official,
    today: date,
) -> Petition:
    """Record the outcome of handling; an eligible petition opens the case of `matter` or joins `case`.

    A petition forwarded to `receiver`, a unit of the installation, is sent there. Raises RefusedError
    (register rules D6-D15, M1-M7), also for a clerk where the envelope asks for a leader.
    """
    if case:
        Case.objects.select_for_update(of=("self",)).get(pk=case.pk)  # before its petitions, as everywhere
    petition = locked(petition)
    if petition.processed_on:
        raise RefusedError("Đơn này đã được xử lý.")
    refuse_future(processed_on, today=today, field="processed_on")
    refuse_before(processed_on, petition.received_on, what="ngày nhận đơn", field="processed_on")
    refuse_blank(outcome, "Hãy chọn hướng xử lý.", field="outcome")
    petition.processed_on, petition.eligible, petition.outcome = processed_on, eligible, outcome
    petition.outcome_document, petition.ineligible_reason = (
        outcome_document.strip(),
        ineligible_reason.strip(),
    )
    petition.crime_signs, petition.urgent = crime_signs, petition.urgent or crime_signs
    check_envelope(petition, receiver, by=by)
    if not eligible:
        check_ineligible(petition)
    link = _eligible(petition, matter, case, by=by) if eligible else None
    check_guided_once(petition, link)
    petition.save(update_fields=HANDLED)
    _link(petition, link, on=processed_on)
    close_waiting(by, today, petition=petition)
    if receiver:
        send_transfer(
            petition, receiver=receiver, letter_number=petition.outcome_document, sent_on=processed_on, by=by
        )
    audit.record("xử lý đơn", subject=petition.code, by=by, detail=petition.get_outcome_display())
    return petition


@transaction.atomic
def withdraw_petition(
    petition: Petition, *, withdrawn_on: date, document: str = "", by: Official, today: date
) -> Petition:
    """Close a petition its author takes back before it is handled.

    The register has no such outcome: it is filed with that reason, and the page says so. Raises RefusedError.
    """
    return handle_petition(
        petition,
        processed_on=withdrawn_on,
        eligible=False,
        outcome=Outcome.FILED,
        outcome_document=document,
        ineligible_reason=WITHDRAWN,
        by=by,
        today=today,
    )


def _eligible(petition: Petition, matter: Matter | None, case: Case | None, *, by: Official) -> Case:
    """Check an eligible petition and return its case, opened from `matter` when none was given."""
    petition.ineligible_reason = ""
    if petition.duplicate_of_id:
        raise RefusedError("Đơn trùng là đơn không đủ điều kiện: hãy lưu đơn và ghi lý do.", field="eligible")
    if case is None and matter is None:
        raise RefusedError("Đơn đủ điều kiện phải thuộc một vụ việc.", field="case")
    competent = case.competent if case else bool(matter and matter.competent)
    check_fit(petition, competent=competent)
    about = case or matter
    if about and not competent:
        check_goes_up(petition, about.respondent)
    if petition.outcome == Outcome.JOINED and case is None:
        raise RefusedError("Hãy chọn vụ việc đang có để nhập đơn vào.", field="case")
    if case:
        return _existing(petition, case)
    return open_case(petition, matter or Matter(field="", competent=False), by=by)


def _existing(petition: Petition, case: Case) -> Case:
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk, unit=petition.unit)
    if petition.outcome == Outcome.PROPOSED and case.status not in WAITING_OR_RUNNING:
        raise RefusedError(
            f"Vụ việc {case.code} không còn chờ thụ lý, đang giải quyết: hãy lập vụ việc mới.",
            field="case",
        )
    if case.kind != petition.kind:
        raise RefusedError(
            f"Vụ việc {case.code} là {case.get_kind_display()}, khác loại của đơn.", field="case"
        )
    return case


def _link(petition: Petition, case: Case | None, *, on: date) -> None:
    """Tie petition and case together, with the visit that brought it, and recompute their clocks."""
    if case is None:
        refresh_petition(petition, None, calendar=working_calendar())
        return
    CasePetition.objects.create(petition=petition, case=case)
    if petition.visit and petition.visit.content_kind == case.kind:
        CaseVisit.objects.get_or_create(visit=petition.visit, case=case)
    refresh_case(case, on=on)


@transaction.atomic
def link_visit(visit: Visit, *, case: Case, by: Official) -> None:
    """Note that a visit concerned a case on file. Raises RefusedError when the kinds differ (rule V6)."""
    if visit.content_kind != case.kind:
        raise RefusedError("Loại nội dung của lượt tiếp khác loại vụ việc.", field="case")
    CaseVisit.objects.get_or_create(visit=visit, case=case)
    audit.record("gắn lượt tiếp với vụ việc", subject=case.code, by=by, detail=visit.code)
