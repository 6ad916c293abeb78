"""Decisions and their execution: who signs, what the amounts allow, when a case is over."""

from datetime import date
from decimal import Decimal

import pytest

from complaints.actions.decisions import record_decision, record_enforcement, update_decision_dates
from complaints.models import Decision, Enforcement
from lucba.office.errors import RefusedError
from tests.building import (
    TODAY,
    chairman_of,
    make_accepted_case,
    make_case,
    make_decision,
    make_petition,
    make_staff,
)

LATER = date(2026, 6, 1)


def accepted(commune, kind="KN"):
    return make_accepted_case(make_petition(commune, kind=kind))


def to_execute(commune, **amounts):
    return make_decision(accepted(commune), result="dung", must_execute=True, amounts=amounts)


def enforce(decision, done_on=LATER, *, finished=False, **amounts):
    return record_enforcement(
        decision,
        done_on=done_on,
        amounts=amounts,
        finished=finished,
        by=chairman_of(decision.unit),
        today=LATER,
    )


def test_a_decision_with_nothing_to_execute_closes_the_case(commune):
    case = accepted(commune)
    decision = make_decision(case)
    case.refresh_from_db()
    assert (case.status, case.outcome, case.closed_on) == ("closed", "decision", TODAY)
    assert (decision.code, decision.type, decision.finished_on) == ("Q2026-0001", "qd_gqkn", TODAY)
    assert case.deadlines.get().met_on == TODAY


def test_a_decision_to_execute_keeps_the_case_until_the_last_entry(commune):
    decision = to_execute(commune, person_money=8_400_000, person_count=1)
    case = decision.case
    case.refresh_from_db()
    assert case.status == "enforcing"
    enforce(decision, person_money=4_200_000)
    enforce(decision, person_money=4_200_000, person_count=1, finished=True)
    case.refresh_from_db()
    assert (case.status, case.decision.finished_on) == ("closed", LATER)


def test_a_denunciation_ends_with_a_conclusion(commune):
    assert make_decision(accepted(commune, "TC")).type == Decision.Type.DENUNCIATION_CONCLUSION


def test_a_case_is_decided_only_after_acceptance_and_once(commune):
    with pytest.raises(RefusedError, match="chờ thụ lý"):
        make_decision(make_case(make_petition(commune)), issued_on=TODAY)
    case = accepted(commune)
    make_decision(case)
    with pytest.raises(RefusedError, match="đã kết thúc"):
        make_decision(case)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"document_number": " "}, "document_number"),
        ({"issued_on": date(2026, 3, 11)}, "issued_on"),
        ({"result": "cong_nhan"}, "result"),
        ({"amounts": {"recover_money": 5}}, "must_execute"),
        ({"must_execute": True, "amounts": {"org_land": Decimal("-1.5")}}, "org_land"),
        ({"amounts": {"sanction_persons": 1, "sanction_officials": 2}}, "sanction_officials"),
        ({"sent_on": date(2026, 3, 11)}, "sent_on"),
        ({"published_on": TODAY}, "publish_form"),
        ({"effective_on": TODAY}, "effective_on"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused_at_its_field(commune, fields, field):
    case = accepted(commune)
    with pytest.raises(RefusedError) as refusal:
        make_decision(case, **fields)
    assert refusal.value.field == field
    assert not Decision.objects.exists()


def test_only_a_leader_of_that_day_signs(commune, chairman):
    with pytest.raises(RefusedError, match="Chủ tịch hoặc Phó Chủ tịch") as refusal:
        record_decision(
            accepted(commune),
            document_number="15/QĐ-UBND",
            issued_on=TODAY,
            signer=make_staff(commune),
            result="sai",
            must_execute=False,
            by=chairman,
            today=TODAY,
        )
    assert refusal.value.field == "signer"


def test_a_decision_takes_effect_the_day_after_its_thirtieth_day(commune, chairman):
    decision = make_decision(accepted(commune))  # 11/04/2026 is a Saturday: rolled to Monday the 13th
    with pytest.raises(RefusedError, match="14/04/2026"):
        update_decision_dates(decision, effective_on=date(2026, 4, 13), by=chairman, today=LATER)
    decision = update_decision_dates(decision, effective_on=date(2026, 4, 14), by=chairman, today=LATER)
    assert decision.effective_on == date(2026, 4, 14)


def test_what_was_noted_after_a_decision_is_not_rewritten(commune, chairman):
    decision = make_decision(accepted(commune), sent_on=TODAY)
    with pytest.raises(RefusedError, match="đã được ghi") as refusal:
        update_decision_dates(decision, sent_on=date(2026, 3, 13), by=chairman, today=LATER)
    assert refusal.value.field == "sent_on"


def test_a_publication_does_not_end_before_it_starts(commune, chairman):
    decision = make_decision(accepted(commune))
    dates = {"published_on": date(2026, 3, 20), "publication_end_on": date(2026, 3, 19)}
    with pytest.raises(RefusedError) as refusal:
        update_decision_dates(decision, publish_form="niem_yet", **dates, by=chairman, today=LATER)
    assert refusal.value.field == "publication_end_on"


def test_more_than_decided_is_not_executed(commune):
    decision = to_execute(commune, recover_money=10_000_000)
    enforce(decision, recover_money=6_000_000)
    with pytest.raises(RefusedError, match="nhiều hơn số phải thi hành") as refusal:
        enforce(decision, recover_money=4_000_001)
    assert refusal.value.field == "recover_money"
    assert Enforcement.objects.count() == 1


def test_nothing_follows_the_finishing_entry(commune):
    decision = to_execute(commune)
    enforce(decision, finished=True)
    with pytest.raises(RefusedError, match="đã thi hành xong"):
        enforce(decision)


def test_entries_of_execution_follow_in_time(commune):
    decision = to_execute(commune)
    enforce(decision, date(2026, 5, 4))
    with pytest.raises(RefusedError) as refusal:
        enforce(decision, date(2026, 5, 1))
    assert refusal.value.field == "done_on"


def test_a_decision_with_nothing_to_execute_takes_no_entry(commune):
    with pytest.raises(RefusedError, match="không có nội dung phải thi hành"):
        enforce(make_decision(accepted(commune)))


def test_the_officer_does_not_decide(commune, officer):
    case = accepted(commune)
    with pytest.raises(RefusedError, match="không được ghi quyết định"):
        record_decision(
            case,
            document_number="15/QĐ",
            issued_on=TODAY,
            signer=make_staff(commune, role="chu_tich"),
            result="sai",
            must_execute=False,
            by=officer,
            today=TODAY,
        )
