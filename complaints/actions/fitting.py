"""Which handling fits a petition: the envelope's table, competence, eligibility, guidance once only."""

from __future__ import annotations

from django.db.models import Q

from complaints import rules
from complaints.actions.transfers import check_receiver
from complaints.envelope import disposal, occasion_of
from complaints.models import Case
from lucba.law.competence import superior_of_the_commune
from lucba.law.sources import CIRCULAR_05_2021
from lucba.office.errors import RefusedError, refuse_blank
from lucba.office.models import Official, Unit
from reception.models import ContentKind, Petition

Outcome = Petition.Outcome


def check_envelope(petition: Petition, receiver: Unit | None, *, by: Official) -> None:
    """Refuse a clerk what a leader decides, and a receiver or crime signs of what is not sent on."""
    outcome = Outcome(petition.outcome)
    if outcome != Outcome.FORWARDED and (receiver or petition.crime_signs):
        raise RefusedError("Chỉ đơn được chuyển mới ghi nơi nhận, dấu hiệu tội phạm.", field="outcome")
    if receiver:
        check_receiver(petition, receiver)
    occasion = occasion_of(
        petition, outcome, reason=petition.ineligible_reason, crime_signs=petition.crime_signs
    )
    row = disposal(petition.kind, outcome, occasion)
    if by.role not in row.deciders:
        raise RefusedError(
            f"“{outcome.label}” do Chủ tịch, Phó Chủ tịch quyết định ({row.basis}): hãy trình phê duyệt.",
            field="outcome",
        )


def check_guided_once(petition: Petition, case: Case | None) -> None:
    """Refuse to guide the same author on the same matter a second time (TT 05/2021: guided once)."""
    if petition.outcome != Outcome.GUIDED:
        return
    first = petition.duplicate_of or petition
    same = Q(pk=first.pk) | Q(duplicate_of=first) | Q(duplicate_of=petition)
    if case:
        same |= Q(case_link__case=case)
    guided = Petition.objects.filter(same, unit=petition.unit, outcome=Outcome.GUIDED).exclude(pk=petition.pk)
    earlier = guided.order_by("processed_on", "pk").first()
    if earlier:
        raise RefusedError(
            f"Nội dung này đã được hướng dẫn ngày {earlier.processed_on:%d/%m/%Y} (đơn {earlier.code}). "
            f"Mỗi nội dung chỉ hướng dẫn một lần ({CIRCULAR_05_2021}): hãy lưu đơn, ghi lý do đã được "
            "hướng dẫn một lần.",
            field="outcome",
        )


def check_ineligible(petition: Petition) -> None:
    """Refuse an ineligible petition without a reason, or with an outcome of eligible ones."""
    refuse_blank(
        petition.ineligible_reason, "Hãy ghi lý do đơn không đủ điều kiện.", field="ineligible_reason"
    )
    _check_outcome(petition, rules.OUTCOMES_INELIGIBLE, "đơn không đủ điều kiện")


def check_fit(petition: Petition, *, competent: bool) -> None:
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


def check_goes_up(petition: Petition, respondent: str) -> None:
    """LTC 13, 24(2): a denunciation against the commune's own leaders is transferred to their superior."""
    against_leaders = respondent in rules.NEVER_OWN_DENUNCIATION and petition.kind == ContentKind.DENUNCIATION
    if against_leaders and petition.outcome != Outcome.FORWARDED:
        superior = superior_of_the_commune(petition.processed_on or petition.received_on)
        raise RefusedError(
            f"Tố cáo Chủ tịch, Phó Chủ tịch xã phải chuyển {superior} (Luật Tố cáo, Điều 13, 24): "
            f"hãy chọn “{Outcome.FORWARDED.label}”.",
            field="outcome",
        )


def _check_outcome(petition: Petition, allowed: tuple[Petition.Outcome, ...], what: str) -> None:
    if petition.outcome not in allowed:
        labels = ", ".join(f"“{each.label}”" for each in allowed)
        raise RefusedError(f"Với {what}, hướng xử lý là: {labels}.", field="outcome")
