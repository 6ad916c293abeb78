"""Decide a case, note what followed the decision, and record how it is carried out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max, Sum

from complaints.actions.events import locked
from complaints.models import Case, Decision, Enforcement
from complaints.progress import refresh_case
from complaints.workflow import Status
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
SERVED = ("org_count", "person_count")  # organisations and persons an entry serves
DATES = (
    "effective_on",
    "sent_on",
    "received_on",
    "meeting_notice_on",
    "published_on",
    "publication_end_on",
    "front_told_on",
    "directive_on",
)


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
    by: Official,
    today: date,
    **dates: Any,
) -> Decision:
    """Record the decision on a complaint or the conclusion on a denunciation; it closes the case.

    `amounts` are money in whole VND, land in m², heads; `dates` are the columns that may follow later.
    Raises RefusedError (register rules Q1-Q12).
    """
    case = locked(case)
    _check_may_be_decided(case, by)
    refuse_blank(document_number.strip(), "Hãy ghi số văn bản.", field="document_number")
    refuse_future(issued_on, today=today, field="issued_on")
    last = case.events.filter(seq__gt=0).aggregate(last=Max("happened_on"))["last"]
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
    _set_dates(decision, dates, today=today)
    decision.save()
    refresh_case(case, on=issued_on)
    audit.record("ban hành quyết định, kết luận", subject=case.code, by=by, detail=decision.document_number)
    return decision


def _check_may_be_decided(case: Case, by: Official) -> None:
    if not by.keeps_the_books:
        raise RefusedError("Bạn không được ghi quyết định, kết luận.")
    if case.kind == ContentKind.RECOMMENDATION:
        raise RefusedError("Kiến nghị, phản ánh được trả lời bằng văn bản, không ra quyết định giải quyết.")
    if case.status != Status.IN_PROGRESS:
        raise RefusedError(f"Vụ việc ở giai đoạn “{case.get_status_display()}”, chưa thể ra quyết định.")


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
def update_decision_dates(decision: Decision, *, by: Official, today: date, **dates: Any) -> Decision:
    """Note what followed the decision: sent, received, published, effective, directed.

    A date already recorded cannot be changed. Raises RefusedError (register rules Q6, Q10-Q12).
    """
    decision = Decision.objects.select_for_update(of=("self",)).select_related("case").get(pk=decision.pk)
    if not by.keeps_the_books:
        raise RefusedError("Bạn không được ghi việc này.")
    for name, value in dates.items():
        stored = getattr(decision, name)
        if stored and value != stored:
            raise RefusedError("Mục này đã được ghi, không thể thay đổi.", field=name)
    _set_dates(decision, dates, today=today)
    decision.save(update_fields=[*DATES, "publish_form"])
    audit.record("ghi việc sau quyết định", subject=decision.case.code, by=by)
    return decision


def _set_dates(decision: Decision, dates: Mapping[str, Any], *, today: date) -> None:
    unknown = set(dates) - {*DATES, "publish_form"}
    if unknown:
        raise TypeError(f"unknown columns of a decision: {sorted(unknown)}")
    for name, value in dates.items():
        setattr(decision, name, value)
    for name in DATES:
        refuse_future(getattr(decision, name), today=today, field=name)
        refuse_before(getattr(decision, name), decision.issued_on, what="ngày ban hành", field=name)
    _check_publication(decision)
    _check_effect(decision)


def _check_publication(decision: Decision) -> None:
    if decision.published_on and not decision.publish_form:
        raise RefusedError("Hãy chọn hình thức công khai.", field="publish_form")
    if decision.publication_end_on:
        if not decision.published_on:
            raise RefusedError("Hãy ghi ngày công khai trước.", field="published_on")
        refuse_before(
            decision.publication_end_on,
            decision.published_on,
            what="ngày công khai",
            field="publication_end_on",
        )


def _check_effect(decision: Decision) -> None:
    """LKN 44: a first decision takes effect after 30 (remote 45) days from issue."""
    if not decision.effective_on or decision.type != Decision.Type.COMPLAINT_DECISION:
        return
    earliest = effect_of_decision(decision.issued_on, working_calendar(), remote=decision.case.remote).due_on
    if decision.effective_on < earliest:
        raise RefusedError(
            f"Quyết định sớm nhất có hiệu lực từ ngày {earliest:%d/%m/%Y} (Luật Khiếu nại, Điều 44).",
            field="effective_on",
        )


@transaction.atomic
def record_enforcement(
    decision: Decision,
    *,
    done_on: date,
    document_number: str = "",
    amounts: Mapping[str, Amount] | None = None,
    finished: bool,
    by: Official,
    today: date,
) -> Enforcement:
    """Append one entry of carrying out the decision; `finished` completes it.

    Raises RefusedError (register rules X1-X5).
    """
    decision = Decision.objects.select_for_update(of=("self",)).select_related("case").get(pk=decision.pk)
    amounts = dict(amounts or {})
    last = decision.enforcements.aggregate(day=Max("done_on"), seq=Max("seq"))
    _check_may_be_carried_out(decision, by)
    refuse_future(done_on, today=today, field="done_on")
    refuse_before(done_on, last["day"] or decision.issued_on, what="lần thi hành trước", field="done_on")
    _check_entry(decision, amounts)
    entry = decision.enforcements.create(
        seq=(last["seq"] or 0) + 1,
        done_on=done_on,
        document_number=document_number.strip(),
        finished=finished,
        **amounts,
    )
    if finished:
        decision.finished_on = done_on
        decision.save(update_fields=["finished_on"])
        refresh_case(decision.case, on=done_on)
    audit.record("ghi thi hành", subject=decision.case.code, by=by)
    return entry


def _check_may_be_carried_out(decision: Decision, by: Official) -> None:
    if not by.keeps_the_books:
        raise RefusedError("Bạn không được ghi việc thi hành.")
    if not decision.must_execute:
        raise RefusedError("Quyết định này không có nội dung phải thi hành.")
    if decision.finished_on:
        raise RefusedError("Quyết định đã thi hành xong.")


def _check_entry(decision: Decision, amounts: Mapping[str, Amount]) -> None:
    for whole, part in (
        ("sanction_persons", "sanction_officials"),
        ("prosecuted_persons", "prosecuted_officials"),
    ):
        if amounts.get(part, 0) > amounts.get(whole, 0):
            raise RefusedError("Số cán bộ, công chức, viên chức nhiều hơn tổng số người.", field=part)
    names = (*MONEY_AND_LAND, *SERVED)
    done = decision.enforcements.aggregate(**{name: Sum(name, default=0) for name in names})
    for name, value in amounts.items():
        if value < 0:
            raise RefusedError("Số không được âm.", field=name)
        if name in names and done[name] + value > getattr(decision, name):
            raise RefusedError("Cộng với các lần trước thì nhiều hơn số phải thi hành.", field=name)
