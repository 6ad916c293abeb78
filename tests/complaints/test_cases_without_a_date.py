"""The worked cases of the law that are about who decides and what is refused, not about a date."""

from datetime import date

import pytest

from complaints.actions.events import record_event
from complaints.actions.handling import Matter, handle_petition
from complaints.models import Case
from complaints.workflow import EventKind
from lucba.office.errors import RefusedError
from reception.models import Petition
from tests.building import TODAY, happen, make_accepted_case, make_petition

Outcome = Petition.Outcome


def test_f11_an_extension_decided_the_day_after_day_30_is_refused(commune, chairman):
    case = make_accepted_case(make_petition(commune, date(2026, 1, 30), kind="TC"))
    assert case.due_on == date(2026, 3, 2)
    case = happen(case, EventKind.COMPLEX, date(2026, 2, 3), detail="2", document_number="3/QĐ-UBND")
    with pytest.raises(RefusedError, match="Đã quá hạn giải quyết"):
        record_event(
            case,
            EventKind.EXTENDED,
            happened_on=date(2026, 3, 3),
            detail="1",
            document_number="4/QĐ-UBND",
            by=chairman,
            today=TODAY,
        )


def test_f13_a_denunciation_against_the_chairman_goes_up_within_five_working_days(commune, chairman):
    petition = make_petition(commune, date(2026, 3, 9), kind="TC")
    above = Matter(
        field="cong_chuc_cong_vu",
        competent=False,
        competent_body="Chủ tịch UBND tỉnh",
        instance="TC_lan_dau",
        respondent="chu_tich",
    )
    common = {
        "processed_on": TODAY,
        "eligible": True,
        "outcome_document": "5/PC",
        "by": chairman,
        "today": TODAY,
    }
    with pytest.raises(RefusedError, match="phải chuyển Chủ tịch UBND tỉnh"):
        handle_petition(petition, outcome=Outcome.GUIDED, matter=above, **common)
    handle_petition(petition, outcome=Outcome.FORWARDED, matter=above, **common)
    assert petition.deadlines.get(step="TC.TRANSFER").due_on == date(2026, 3, 16)


def test_f15_a_complaint_without_signature_is_not_eligible_and_opens_no_case(commune, chairman):
    petition = make_petition(commune)
    filed = {"outcome": Outcome.FILED, "eligible": False, "by": chairman, "today": TODAY}
    with pytest.raises(RefusedError, match="lý do đơn không đủ điều kiện"):
        handle_petition(petition, processed_on=TODAY, **filed)
    reason = "Không có chữ ký, điểm chỉ của người khiếu nại (Luật Khiếu nại, Điều 11 khoản 5)"
    handle_petition(petition, processed_on=TODAY, ineligible_reason=reason, **filed)
    assert not Case.objects.exists()
    assert {clock.met_on for clock in petition.deadlines.all()} == {TODAY}
