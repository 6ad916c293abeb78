"""Events: the procedure's table, the law's guards, the deadline that follows."""

from datetime import date, timedelta

import pytest

from complaints.actions.events import assign_verifier, open_transitions, record_event
from complaints.models import Case, CaseEvent
from complaints.workflow import EventKind, Status
from lucba.office.errors import RefusedError
from tests.building import TODAY, happen, make_accepted_case, make_case, make_decision, make_petition

Kind = EventKind


def accepted(commune, kind="KN", on=TODAY, **matter):
    return make_accepted_case(make_petition(commune, on, kind=kind), **matter)


def resolution(case):
    return case.deadlines.get(step__endswith=".RESOLVE")


def due(case):
    return resolution(case).due_on


def test_an_accepted_complaint_is_due_thirty_days_later(commune):
    case = accepted(commune)
    assert (case.status, case.accepted_on, case.due_on) == ("in-progress", TODAY, date(2026, 4, 13))
    deadline = resolution(case)
    assert (deadline.step, deadline.raw_end, deadline.act_by) == (
        "KN.RESOLVE",
        date(2026, 4, 11),
        date(2026, 4, 10),
    )
    assert "Luật Khiếu nại" in deadline.legal_basis
    assert deadline.explanation


def test_a_complaint_of_a_remote_area_has_forty_five_days(commune):
    assert due(accepted(commune, remote=True)) == date(2026, 4, 28)  # 26/04 Sunday, 27/04 off


def test_complexity_in_writing_lengthens_a_complaint_to_forty_five_days(commune):
    case = happen(accepted(commune), Kind.COMPLEX, date(2026, 4, 13), detail="2", document_number="01/TB")
    assert due(case) == date(2026, 4, 28)


def test_complexity_found_the_day_after_the_deadline_is_refused(commune):
    with pytest.raises(RefusedError, match="Đã quá hạn"):
        happen(accepted(commune), Kind.COMPLEX, date(2026, 4, 14), detail="2", document_number="01/TB")


def test_a_denunciation_is_extended_in_order_with_as_many_criteria(commune):
    case = accepted(commune, "TC")
    with pytest.raises(RefusedError, match="ít nhất 1 tiêu chí"):
        happen(case, Kind.EXTENDED, TODAY, detail="1", document_number="01/QĐ")
    happen(case, Kind.COMPLEX, TODAY, detail="2", document_number="01/TB")
    with pytest.raises(RefusedError, match="theo thứ tự"):
        happen(case, Kind.EXTENDED, TODAY, detail="2", document_number="01/QĐ")
    case = happen(case, Kind.EXTENDED, TODAY, detail="1", document_number="01/QĐ")
    assert due(case) == date(2026, 5, 11)
    with pytest.raises(RefusedError, match="ít nhất 2 tiêu chí"):
        happen(case, Kind.EXTENDED, TODAY, detail="2", document_number="02/QĐ")


def test_a_complaint_cannot_be_suspended_on_the_last_day_of_june_2026(commune):
    case = accepted(commune, on=date(2026, 6, 15))
    sentence = "Trước ngày 01/07/2026"
    with pytest.raises(RefusedError, match=sentence):
        happen(case, Kind.SUSPENDED, date(2026, 6, 30), detail="bat_kha_khang", document_number="01/QĐ")
    case = happen(case, Kind.SUSPENDED, date(2026, 7, 1), detail="bat_kha_khang", document_number="01/QĐ")
    assert case.status == "suspended"


def test_suspended_days_are_added_to_the_deadline(commune):
    case = accepted(commune, on=date(2026, 7, 6))
    happen(case, Kind.SUSPENDED, date(2026, 7, 16), detail="bat_kha_khang", document_number="01/QĐ")
    case = happen(case, Kind.RESUMED, date(2026, 8, 14), document_number="02/QĐ")
    assert (case.status, due(case)) == ("in-progress", date(2026, 9, 3))


def test_a_termination_for_withdrawal_needs_the_withdrawal(commune):
    case = accepted(commune)
    with pytest.raises(RefusedError, match="rút toàn bộ"):
        happen(case, Kind.TERMINATED, TODAY, detail="rut", document_number="01/QĐ")
    happen(case, Kind.WITHDRAWN, TODAY, document_number="01/BB")
    case = happen(case, Kind.TERMINATED, TODAY, detail="rut", document_number="01/QĐ")
    assert (case.status, case.outcome, case.closed_on) == ("terminated", "withdrawn", TODAY)
    assert resolution(case).met_on == TODAY


def test_a_withdrawal_before_acceptance_closes_the_case(commune):
    case = happen(make_case(make_petition(commune)), Kind.WITHDRAWN, TODAY, document_number="01/BB")
    assert (case.status, case.outcome) == ("withdrawn", "withdrawn")


def test_events_go_forward_in_time(commune):
    case = accepted(commune)
    with pytest.raises(RefusedError, match="trước diễn biến trước") as refusal:
        happen(case, Kind.VERIFICATION, TODAY - timedelta(days=1))
    assert refusal.value.field == "happened_on"


def test_acceptance_does_not_precede_the_petition(commune, chairman):
    case = make_case(make_petition(commune))
    with pytest.raises(RefusedError, match="ngày nhận đơn đầu tiên"):
        happen(case, Kind.ACCEPTED, TODAY - timedelta(days=1))


def test_an_event_of_tomorrow_is_refused(commune, chairman):
    case = make_case(make_petition(commune))
    with pytest.raises(RefusedError, match="chưa đến"):
        record_event(case, Kind.ACCEPTED, happened_on=date(2026, 3, 13), by=chairman, today=TODAY)


def test_a_paper_is_not_sent_before_it_exists(commune):
    case = accepted(commune, "TC")
    with pytest.raises(RefusedError) as refusal:
        happen(
            case,
            Kind.SUSPENDED,
            date(2026, 3, 16),
            detail="cho_co_quan_khac",
            document_number="01/QĐ",
            sent_on=date(2026, 3, 13),
        )
    assert refusal.value.field == "sent_on"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"detail": "toa_an"}, "document_number"),
        ({"detail": "sao-cung-duoc", "document_number": "1"}, "detail"),
    ],
)
def test_a_form_left_incomplete_is_refused_at_its_field(commune, fields, field):
    case = accepted(commune)
    with pytest.raises(RefusedError) as refusal:
        happen(case, Kind.TERMINATED, TODAY, **fields)
    assert refusal.value.field == field


def test_a_closed_case_takes_only_what_may_follow(commune):
    case = accepted(commune)
    make_decision(case)
    with pytest.raises(RefusedError, match="không thể ghi"):
        happen(case, Kind.DIALOGUE, TODAY, document_number="01/BB")
    happen(case, Kind.PROCEDURE_CHECKED, TODAY, detail="dung")
    assert list(case.events.values_list("seq", "kind")) == [
        (1, "thu_ly"),
        (2, "bao_cao_xac_minh"),
        (3, "kiem_tra_thu_tuc"),
    ]


def test_a_case_that_is_not_ours_cannot_be_accepted(commune, chairman):
    case = make_case(make_petition(commune))
    Case.objects.filter(pk=case.pk).update(
        competent=False, competent_body="UBND tỉnh", status=Status.NOT_OURS
    )
    with pytest.raises(RefusedError, match="không thuộc thẩm quyền"):
        record_event(case, Kind.ACCEPTED, happened_on=TODAY, by=chairman, today=TODAY)


def test_the_clerk_sees_no_button_of_the_chairman(commune, clerk, chairman):
    case = make_case(make_petition(commune))
    assert Kind.ACCEPTED in [row.event for row in open_transitions(case, chairman)]
    assert Kind.ACCEPTED not in [row.event for row in open_transitions(case, clerk)]
    with pytest.raises(RefusedError, match="Bạn không được ghi"):
        record_event(case, Kind.ACCEPTED, happened_on=TODAY, by=clerk, today=TODAY)
    assert not CaseEvent.objects.exists()


def test_people_of_another_office_see_no_button(commune, clerk_next_door, inspector):
    case = make_case(make_petition(commune))
    assert open_transitions(case, clerk_next_door) == []
    assert open_transitions(case, inspector) == []


def test_the_officer_sees_the_case_from_the_day_it_is_given_to_him(commune, officer, chairman):
    case = accepted(commune)
    assert not Case.objects.visible_to(officer).exists()
    assign_verifier(case, verifier=officer, happened_on=TODAY, by=chairman, today=TODAY)
    assert Case.objects.visible_to(officer).get() == case
    assert Kind.INFORMATION_ASKED in [row.event for row in open_transitions(case, officer)]


def test_a_verifier_is_of_the_same_office(commune, chairman, clerk_next_door):
    with pytest.raises(RefusedError, match="cán bộ của đơn vị"):
        assign_verifier(
            accepted(commune), verifier=clerk_next_door, happened_on=TODAY, by=chairman, today=TODAY
        )
