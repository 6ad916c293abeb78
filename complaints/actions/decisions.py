"""Decide a complaint or conclude a denunciation, and note what follows: published, in effect, directed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction

from complaints.actions.events import last_day, locked, refuse_overtaken, row_for, settle
from complaints.clocks import in_effect_on
from complaints.models import Case, Decision
from complaints.progress import file_of, history_of
from complaints.workflow import EventKind
from lucba.law.deadlines import effect_of_decision
from lucba.office import audit
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Official, StaffMember, StaffTerm
from lucba.office.numbering import take_code
from reception.models import ContentKind

Amount = int | Decimal
LEADER_ROLES = (StaffTerm.Role.CHAIRMAN, StaffTerm.Role.VICE_CHAIRMAN)
FIRST_RESULTS = (Decision.Result.RIGHT, Decision.Result.WRONG, Decision.Result.PARTLY_RIGHT)
SECOND_RESULTS = (Decision.Result.UPHELD, Decision.Result.CHANGED)

MONEY_AND_LAND = ("recover_money", "recover_land", "org_money", "org_land", "person_money", "person_land")


@transaction.atomic
def record_decision(
    case: Case,
    *,
    document_number: str,
    issued_on: date,
    signer: StaffMember,
    result: str,
    must_execute: bool,
    amounts: Mapping[str, Amount] | None = None,
    seen: int | None = None,
    by: Official,
    today: date,
) -> Decision:
    """Record the decision on a complaint or the conclusion on a denunciation; it closes the case.

    `amounts` are money in whole VND, land in m², heads. Raises RefusedError (register rules Q1-Q9).
    """
    case = locked(case)
    refuse_overtaken(case, seen)
    row_for(case, EventKind.DECIDED, by=by)
    refuse_blank(document_number.strip(), "Hãy ghi số văn bản.", field="document_number")
    refuse_future(issued_on, today=today, field="issued_on")
    last = last_day(case)
    if last:
        refuse_before(issued_on, last, what="diễn biến trước", field="issued_on")
    _check_signer(signer, issued_on)
    _check_result(case, result)
    amounts = dict(amounts or {})
    _check_amounts(amounts, must_execute)
    decision = Decision(
        unit=case.unit,
        case=case,
        code=take_code(Decision, case.unit, "Q", year=issued_on.year, width=4),
        type=_type_for(case),
        document_number=document_number.strip(),
        issued_on=issued_on,
        signer=signer,
        result=result,
        must_execute=must_execute,
        finished_on=None if must_execute else issued_on,
        **amounts,
    )
    decision.save()
    settle(case, on=issued_on)
    audit.record("ban hành quyết định, kết luận", subject=case.code, by=by, detail=decision.document_number)
    return decision


def _type_for(case: Case) -> Decision.Type:
    is_complaint = case.kind == ContentKind.COMPLAINT
    return Decision.Type.COMPLAINT_DECISION if is_complaint else Decision.Type.DENUNCIATION_CONCLUSION


def _check_signer(signer: StaffMember, issued_on: date) -> None:
    if not StaffTerm.objects.in_post(on=issued_on).filter(member=signer, role__in=LEADER_ROLES).exists():
        raise RefusedError(
            f"Người ký phải là Chủ tịch hoặc Phó Chủ tịch vào ngày {issued_on:%d/%m/%Y}.", field="signer"
        )


def _check_result(case: Case, result: str) -> None:
    second = case.instance == Case.Instance.SECOND_COMPLAINT
    if result not in (SECOND_RESULTS if second else FIRST_RESULTS):
        raise RefusedError("Kết quả không phù hợp với lần giải quyết.", field="result")


def _check_amounts(amounts: Mapping[str, Amount], must_execute: bool) -> None:
    for name, value in amounts.items():
        if value < 0:
            raise RefusedError("Số không được âm.", field=name)
    if not must_execute and any(amounts.get(name) for name in MONEY_AND_LAND):
        raise RefusedError("Có tiền hoặc đất phải thu, phải trả thì phải thi hành.", field="must_execute")
    for whole, part in (("sanction_persons", "sanction_officials"), ("invest_persons", "invest_officials")):
        if amounts.get(part, 0) > amounts.get(whole, 0):
            raise RefusedError("Số cán bộ, công chức, viên chức nhiều hơn tổng số người.", field=part)


@transaction.atomic
def record_decision_date(
    decision: Decision,
    kind: EventKind,
    *,
    happened_on: date,
    publish_form: str = "",
    seen: int | None = None,
    by: Official,
    today: date,
) -> Decision:
    """Note what followed the decision: meeting called, published, in effect, directed, the Front told.

    Each is noted once. Raises RefusedError (register rules Q6, Q10-Q12).
    """
    case = locked(decision.case)
    refuse_overtaken(case, seen)
    row = row_for(case, kind, by=by)
    decision = Decision.objects.select_for_update(of=("self",)).select_related("case").get(pk=decision.pk)
    refuse_future(happened_on, today=today, field="happened_on")
    refuse_before(happened_on, decision.issued_on, what="ngày ban hành", field="happened_on")
    setattr(decision, row.column, happened_on)
    if kind == EventKind.PUBLISHED:
        refuse_blank(publish_form, "Hãy chọn hình thức công khai.", field="publish_form")
        decision.publish_form = publish_form
    _check_order(decision, kind)
    decision.save(update_fields=[row.column, "publish_form"])
    settle(case, on=happened_on)
    audit.record(row.words, subject=case.code, by=by)
    return decision


def _check_order(decision: Decision, kind: EventKind) -> None:
    """Refuse a day before what it follows: the end of posting, the direction of what takes effect."""
    if kind == EventKind.PUBLICATION_ENDED and decision.published_on:
        refuse_before(
            decision.publication_end_on, decision.published_on, what="ngày công khai", field="happened_on"
        )
    if kind == EventKind.MEETING_NOTICE and decision.published_on and decision.meeting_notice_on:
        refuse_before(
            decision.published_on, decision.meeting_notice_on, what="ngày thông báo họp", field="happened_on"
        )
    if kind == EventKind.DIRECTED:
        _check_directed(decision)
    if kind == EventKind.EFFECTIVE:
        _check_effect(decision)


def _check_directed(decision: Decision) -> None:
    """LKN 44, 46: nothing is carried out before the decision in force is in effect."""
    case, calendar = decision.case, working_calendar()
    effective_on = in_effect_on(file_of(case, history_of(case), calendar), calendar)
    if effective_on:
        what = "ngày quyết định có hiệu lực theo Điều 44 Luật Khiếu nại"
        refuse_before(decision.directive_on, effective_on, what=what, field="happened_on")


def _check_effect(decision: Decision) -> None:
    """LKN 44: a first decision takes effect after 30 (remote 45) days from issue."""
    if not decision.effective_on:
        return
    earliest = effect_of_decision(decision.issued_on, working_calendar(), remote=decision.case.remote).due_on
    if decision.effective_on < earliest:
        raise RefusedError(
            f"Quyết định sớm nhất có hiệu lực từ ngày {earliest:%d/%m/%Y} (Luật Khiếu nại, Điều 44).",
            field="happened_on",
        )
