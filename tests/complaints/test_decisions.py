"""Decisions and their execution: who signs, what the amounts allow, when a case is over."""

from datetime import date
from decimal import Decimal

import pytest

from complaints.actions.decisions import record_decision, record_decision_date
from complaints.actions.deliveries import record_delivery, record_receipt
from complaints.actions.enforcement import record_enforcement
from complaints.models import Decision, Enforcement
from complaints.workflow import EventKind
from lucba.office.errors import RefusedError
from tests.building import (
    TODAY,
    chairman_in_the_books,
    chairman_of,
    make_accepted_case,
    make_case,
    make_decision,
    make_petition,
    make_staff,
    verify,
)

LATER = date(2026, 6, 1)
Kind = EventKind


def accepted(commune, kind="KN"):
    return make_accepted_case(make_petition(commune, kind=kind))


def to_execute(commune, **amounts):
    """Return a decision in effect that must be carried out."""
    decision = make_decision(accepted(commune), result="dung", must_execute=True, amounts=amounts)
    return note(decision, Kind.EFFECTIVE, date(2026, 4, 14))


def note(decision, kind, happened_on, **fields):
    decision = record_decision_date(
        decision, kind, happened_on=happened_on, by=chairman_of(decision.unit), today=LATER, **fields
    )
    decision.case.refresh_from_db()
    return decision


def deliver(decision, party="nguoi_khieu_nai", sent_on=TODAY, **fields):
    return record_delivery(
        decision, party=party, sent_on=sent_on, by=chairman_of(decision.unit), today=LATER, **fields
    )


def decide(case, issued_on=TODAY, **fields):
    answers = {"document_number": "15/QĐ-UBND", "result": "sai", "must_execute": False, **fields}
    signer, by = chairman_in_the_books(case.unit), chairman_of(case.unit)
    return record_decision(case, issued_on=issued_on, signer=signer, **answers, by=by, today=TODAY)


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
    assert (case.status, case.outcome, case.closed_on) == ("decided", "decision", TODAY)
    assert (decision.code, decision.type, decision.finished_on) == ("Q2026-0001", "qd_gqkn", TODAY)
    assert case.deadlines.get(step="KN.RESOLVE").met_on == TODAY


def test_a_decision_to_execute_keeps_the_case_until_the_last_entry(commune):
    decision = to_execute(commune, person_money=8_400_000, person_count=1)
    case = decision.case
    case.refresh_from_db()
    assert case.status == "in-effect"
    enforce(decision, person_money=4_200_000)
    case.refresh_from_db()
    assert case.status == "enforcing"
    enforce(decision, person_money=4_200_000, person_count=1, finished=True)
    case.refresh_from_db()
    assert (case.status, case.decision.finished_on) == ("enforced", LATER)


def test_a_denunciation_ends_with_a_conclusion(commune):
    assert make_decision(accepted(commune, "TC")).type == Decision.Type.DENUNCIATION_CONCLUSION


def test_a_case_is_decided_only_after_acceptance_and_once(commune):
    with pytest.raises(RefusedError, match="chờ thụ lý"):
        make_decision(make_case(make_petition(commune)), issued_on=TODAY)
    case = accepted(commune)
    make_decision(case)
    with pytest.raises(RefusedError, match="đã quyết định"):
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
    ],
)
def test_a_decision_that_does_not_fit_is_refused_at_its_field(commune, fields, field):
    case = verify(accepted(commune), TODAY)
    with pytest.raises(RefusedError) as refusal:
        decide(case, **fields)
    assert refusal.value.field == field
    assert not Decision.objects.exists()


def test_only_a_leader_of_that_day_signs(commune, chairman):
    with pytest.raises(RefusedError, match="Chủ tịch hoặc Phó Chủ tịch") as refusal:
        record_decision(
            verify(accepted(commune), TODAY),
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
        note(decision, Kind.EFFECTIVE, date(2026, 4, 13))
    decision = note(decision, Kind.EFFECTIVE, date(2026, 4, 14))
    assert decision.effective_on == date(2026, 4, 14)


def test_what_was_noted_after_a_decision_is_not_rewritten(commune, chairman):
    decision = make_decision(accepted(commune))
    note(decision, Kind.PUBLISHED, TODAY, publish_form="niem_yet")
    with pytest.raises(RefusedError, match="đã được ghi"):
        note(decision, Kind.PUBLISHED, date(2026, 3, 13), publish_form="niem_yet")


def test_a_decision_counts_as_sent_and_received_with_the_complainant(commune, chairman):
    decision = make_decision(accepted(commune))
    deliver(decision, "nguoi_bi_khieu_nai", date(2026, 3, 13))
    decision.refresh_from_db()
    assert decision.sent_on is None
    delivery = deliver(decision, sent_on=date(2026, 3, 16))
    decision.refresh_from_db()
    assert decision.sent_on == date(2026, 3, 16)
    record_receipt(delivery, received_on=date(2026, 3, 18), by=chairman, today=LATER)
    decision.refresh_from_db()
    assert decision.received_on == date(2026, 3, 18)
    window = decision.case.deadlines.get(step="KN.SECOND")
    assert (window.start, window.due_on) == (date(2026, 3, 18), date(2026, 4, 17))
    sending = decision.case.deadlines.get(step="KN.SEND")
    assert (sending.due_on, sending.met_on) == (date(2026, 3, 17), date(2026, 3, 16))


def test_a_party_is_served_once_and_received_once(commune, chairman):
    decision = make_decision(accepted(commune))
    delivery = deliver(decision, received_on=TODAY)
    with pytest.raises(RefusedError, match="Đã ghi việc gửi"):
        deliver(decision)
    with pytest.raises(RefusedError, match="đã được ghi"):
        record_receipt(delivery, received_on=LATER, by=chairman, today=LATER)


def test_a_denouncer_is_never_named_on_the_list_of_those_served(commune):
    decision = make_decision(accepted(commune, "TC"))
    with pytest.raises(RefusedError, match="Không ghi tên người tố cáo"):
        deliver(decision, "nguoi_to_cao", name="Nguyễn Văn An")
    with pytest.raises(RefusedError, match="không phù hợp"):
        deliver(decision, "nguoi_khieu_nai")


def test_a_publication_does_not_end_before_it_starts(commune, chairman):
    decision = make_decision(accepted(commune))
    note(decision, Kind.PUBLISHED, date(2026, 3, 20), publish_form="niem_yet")
    with pytest.raises(RefusedError, match="ngày công khai"):
        note(decision, Kind.PUBLICATION_ENDED, date(2026, 3, 19))


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
    with pytest.raises(RefusedError, match="“đã thi hành” không thể ghi"):
        enforce(decision)


def test_entries_of_execution_follow_in_time(commune):
    decision = to_execute(commune)
    enforce(decision, date(2026, 5, 4))
    with pytest.raises(RefusedError) as refusal:
        enforce(decision, date(2026, 5, 1))
    assert refusal.value.field == "done_on"


def test_a_decision_with_nothing_to_execute_takes_no_entry(commune):
    with pytest.raises(RefusedError, match="không có nội dung phải thi hành"):
        enforce(note(make_decision(accepted(commune)), Kind.EFFECTIVE, date(2026, 4, 14)))


def test_the_officer_does_not_decide(commune, officer):
    case = accepted(commune)
    with pytest.raises(RefusedError, match="không do bạn theo dõi"):
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
