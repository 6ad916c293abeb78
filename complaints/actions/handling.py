"""Handle a petition: classify it, give it its outcome, and open or join the case it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from complaints import rules
from complaints.models import Case, CasePetition, CaseVisit
from complaints.progress import refresh_case, refresh_petition
from lucba.law.competence import superior_of_the_commune
from lucba.office import audit
from lucba.office.calendar import working_calendar
from lucba.office.errors import RefusedError, refuse_before, refuse_blank, refuse_future
from lucba.office.models import Hamlet, Official, Unit
from lucba.office.numbering import take_code
from lucba.office.search import search_key
from reception.actions.petitions import locked
from reception.models import ContentKind, Petition, Visit

Outcome = Petition.Outcome


@dataclass(frozen=True)
class Matter:
    """What the clerk establishes about a matter that is not on file yet (columns of VU_VIEC)."""

    field: str
    competent: bool
    instance: str = ""
    competent_body: str = ""
    prior_state: str = Case.PriorState.UNRESOLVED
    remote: bool = False
    respondent: str = ""
    hamlet: Hamlet | None = None
    act_known_on: date | None = None
    obstacle_days: int = 0
    intake_extended: bool | None = None
    summary: str = ""


@transaction.atomic
def handle_petition(
    petition: Petition,
    *,
    processed_on: date,
    eligible: bool,
    outcome: str,
    outcome_document: str = "",
    ineligible_reason: str = "",
    matter: Matter | None = None,
    case: Case | None = None,
    by: Official,
    today: date,
) -> Petition:
    """Record the outcome of handling; an eligible petition opens the case of `matter` or joins `case`.

    Raises RefusedError (register rules D6-D15, M1-M7).
    """
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
    if not eligible:
        _check_ineligible(petition)
    link = _eligible(petition, matter, case, by=by) if eligible else None
    petition.save(
        update_fields=["processed_on", "eligible", "outcome", "outcome_document", "ineligible_reason"]
    )
    _link(petition, link, on=processed_on)
    audit.record("xử lý đơn", subject=petition.code, by=by, detail=petition.get_outcome_display())
    return petition


def _check_ineligible(petition: Petition) -> None:
    refuse_blank(
        petition.ineligible_reason, "Hãy ghi lý do đơn không đủ điều kiện.", field="ineligible_reason"
    )
    _check_outcome(petition, rules.OUTCOMES_INELIGIBLE, "đơn không đủ điều kiện")


def _eligible(petition: Petition, matter: Matter | None, case: Case | None, *, by: Official) -> Case:
    """Check an eligible petition and return its case, opened from `matter` when none was given."""
    petition.ineligible_reason = ""
    if petition.duplicate_of_id:
        raise RefusedError("Đơn trùng là đơn không đủ điều kiện: hãy lưu đơn và ghi lý do.", field="eligible")
    if case is None and matter is None:
        raise RefusedError("Đơn đủ điều kiện phải thuộc một vụ việc.", field="case")
    competent = case.competent if case else bool(matter and matter.competent)
    _check_fit(petition, competent=competent)
    about = case or matter
    if about and not competent:
        _check_goes_up(petition, about.respondent)
    if petition.outcome == Outcome.JOINED and case is None:
        raise RefusedError("Hãy chọn vụ việc đang có để nhập đơn vào.", field="case")
    if case:
        return _existing(petition, case)
    return _open_case(petition, matter or Matter(field="", competent=False), by=by)


def _check_fit(petition: Petition, *, competent: bool) -> None:
    """Refuse an outcome that does not fit competence, or an anonymous petition not meant for a check."""
    if competent:
        _check_outcome(petition, rules.OUTCOMES_OWN, "đơn thuộc thẩm quyền")
    else:
        _check_outcome(petition, rules.OUTCOMES_FOREIGN, "đơn không thuộc thẩm quyền")
        refuse_blank(petition.outcome_document, "Hãy ghi số văn bản xử lý.", field="outcome_document")
    anonymous = petition.signer_kind == Petition.SignerKind.ANONYMOUS
    is_check = petition.outcome == Outcome.MANAGEMENT_CHECK
    if anonymous and not is_check:
        raise RefusedError(
            "Đơn nặc danh chỉ được kiểm tra phục vụ quản lý, hoặc lưu khi không đủ điều kiện.",
            field="outcome",
        )
    if is_check and petition.kind != ContentKind.DENUNCIATION:
        raise RefusedError("Kiểm tra phục vụ quản lý chỉ dành cho đơn tố cáo.", field="outcome")


def _check_goes_up(petition: Petition, respondent: str) -> None:
    """LTC 13, 24(2): a denunciation against the commune's own leaders is transferred to their superior."""
    against_leaders = respondent in rules.NEVER_OWN_DENUNCIATION and petition.kind == ContentKind.DENUNCIATION
    if against_leaders and petition.outcome != Outcome.FORWARDED:
        superior = superior_of_the_commune(petition.received_on)
        raise RefusedError(
            f"Tố cáo Chủ tịch, Phó Chủ tịch xã phải chuyển {superior} (Luật Tố cáo, Điều 13, 24): "
            f"hãy chọn “{Outcome.FORWARDED.label}”.",
            field="outcome",
        )


def _check_outcome(petition: Petition, allowed: tuple[Petition.Outcome, ...], what: str) -> None:
    if petition.outcome not in allowed:
        labels = ", ".join(f"“{each.label}”" for each in allowed)
        raise RefusedError(f"Với {what}, hướng xử lý là: {labels}.", field="outcome")


def _existing(petition: Petition, case: Case) -> Case:
    case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk, unit=petition.unit)
    if case.kind != petition.kind:
        raise RefusedError(
            f"Vụ việc {case.code} là {case.get_kind_display()}, khác loại của đơn.", field="case"
        )
    return case


def _open_case(petition: Petition, matter: Matter, *, by: Official) -> Case:
    check_matter(petition.unit, petition.kind, matter, received_on=petition.received_on)
    code = take_code(Case, petition.unit, f"{petition.kind}-", year=petition.received_on.year, width=5)
    summary = matter.summary.strip() or petition.summary
    case = Case.objects.create(
        unit=petition.unit,
        code=code,
        kind=petition.kind,
        summary=summary,
        field=matter.field,
        instance=matter.instance,
        competent=matter.competent,
        competent_body="" if matter.competent else matter.competent_body.strip(),
        prior_state=matter.prior_state,
        remote=matter.remote,
        respondent=matter.respondent,
        hamlet=matter.hamlet,
        act_known_on=matter.act_known_on,
        obstacle_days=matter.obstacle_days,
        intake_extended=matter.intake_extended,
        search_key=search_key(code, summary),
    )
    audit.record("lập vụ việc", subject=code, by=by)
    return case


def check_matter(unit: Unit, kind: str, matter: Matter, *, received_on: date) -> None:
    """Refuse facts of a matter that do not fit together or the unit's competence (rules M1-M7)."""
    refuse_blank(matter.field, "Hãy chọn lĩnh vực.", field="field")
    if matter.instance not in rules.INSTANCES[kind]:
        raise RefusedError("Lần giải quyết không phù hợp với loại đơn.", field="instance")
    if matter.prior_state not in rules.PRIOR_STATES[kind]:
        raise RefusedError("Tình trạng khi đến không phù hợp với loại đơn.", field="prior_state")
    if not matter.competent:
        refuse_blank(matter.competent_body.strip(), "Hãy ghi cơ quan có thẩm quyền.", field="competent_body")
    if kind != ContentKind.RECOMMENDATION:
        refuse_blank(matter.respondent, "Hãy chọn người bị khiếu nại, tố cáo.", field="respondent")
    if matter.act_known_on:
        refuse_before(
            received_on, matter.act_known_on, what="ngày biết quyết định, hành vi", field="act_known_on"
        )
    if matter.competent:
        _check_competence(unit, kind, matter)


def _check_competence(unit: Unit, kind: str, matter: Matter) -> None:
    if unit.level == Unit.Level.COMMUNE and matter.instance in rules.NOT_FOR_A_COMMUNE:
        raise RefusedError(
            "Cấp xã không giải quyết khiếu nại lần hai, tố cáo tiếp: hãy chọn không thuộc thẩm quyền.",
            field="competent",
        )
    if kind == ContentKind.DENUNCIATION and matter.respondent in rules.NEVER_OWN_DENUNCIATION:
        raise RefusedError(
            "Tố cáo Chủ tịch, Phó Chủ tịch phải chuyển cấp trên trực tiếp (Luật Tố cáo, Điều 13).",
            field="competent",
        )


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
