"""Open a case of a matter that is not on file yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from complaints import rules
from complaints.models import Case
from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_before, refuse_blank
from lucba.office.models import Hamlet, Official, Unit
from lucba.office.numbering import take_code
from lucba.office.search import search_key
from reception.models import ContentKind, Petition


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


def open_case(petition: Petition, matter: Matter, *, by: Official) -> Case:
    """Open the case of `matter` under the next number. Raises RefusedError (rules M1-M7)."""
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
