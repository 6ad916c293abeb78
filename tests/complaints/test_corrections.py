"""A wrong entry is answered by a correction: what was written stays, what follows is counted anew."""

from datetime import date

import pytest
from django.urls import reverse

from complaints.actions.corrections import Right, correct_decision_date, correct_event
from complaints.actions.decisions import record_decision_date
from complaints.actions.deliveries import record_delivery
from complaints.actions.events import assign_verifier
from complaints.models import CaseEvent
from complaints.workflow import EventKind
from lucba.office.errors import RefusedError
from lucba.register.stored import stored_rows
from tests.building import TODAY, chairman_of, happen, make_accepted_case, make_decision, make_petition

RECEIVED, ACCEPTED = date(2026, 3, 2), date(2026, 3, 5)


@pytest.fixture
def case(commune):
    return make_accepted_case(make_petition(commune, RECEIVED), accepted_on=ACCEPTED)


def acceptance(case):
    return case.events.in_force().get(kind=EventKind.ACCEPTED)


def correct(event, right, chairman, *, reason="ghi nhầm ngày", **fields):
    return correct_event(event, right=right, reason=reason, by=chairman, today=TODAY, **fields)


def test_the_right_day_moves_the_deadline_and_the_wrong_entry_stays(case, chairman):
    assert case.due_on == date(2026, 4, 6)  # 04/04/2026 is a Saturday
    wrong = acceptance(case)
    correction = correct(wrong, Right(date(2026, 3, 9), document_number="41/TB-UBND"), chairman)
    case.refresh_from_db()
    assert (case.accepted_on, case.due_on) == (date(2026, 3, 9), date(2026, 4, 8))
    wrong.refresh_from_db()
    assert (wrong.happened_on, wrong.superseded_by) == (ACCEPTED, correction)
    assert "Sửa “thụ lý” ngày 05/03/2026 thành ngày 09/03/2026. Lý do: ghi nhầm ngày" in correction.detail


def test_what_never_happened_is_taken_back(case, chairman):
    case = happen(case, EventKind.COMPLEX, date(2026, 3, 9), detail="2", document_number="01/TB")
    assert case.due_on == date(2026, 4, 20)  # 45 days end on Sunday 19/04/2026
    correct(case.events.get(kind=EventKind.COMPLEX), None, chairman, reason="nhầm vụ việc")
    case.refresh_from_db()
    assert case.due_on == date(2026, 4, 6)


def test_what_later_entries_rest_on_is_not_taken_back(case, chairman):
    happen(case, EventKind.INFORMATION_ASKED, date(2026, 3, 9))
    with pytest.raises(RefusedError, match="“yêu cầu cung cấp thông tin” ngày 09/03/2026 dựa vào"):
        correct(acceptance(case), None, chairman)
    assert not CaseEvent.objects.filter(kind=EventKind.CORRECTED).exists()


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 3, 10)])
def test_the_right_day_keeps_the_order_of_the_others(case, chairman, day):
    happen(case, EventKind.INFORMATION_ASKED, date(2026, 3, 9))
    with pytest.raises(RefusedError) as refusal:
        correct(acceptance(case), Right(day), chairman)
    assert refusal.value.field == "happened_on"


def test_an_entry_is_corrected_once_and_its_correction_can_be_corrected_again(case, chairman):
    wrong = acceptance(case)
    correct(wrong, Right(date(2026, 3, 6)), chairman)
    with pytest.raises(RefusedError, match="không đính chính được"):
        correct(wrong, Right(date(2026, 3, 9)), chairman)
    correct(acceptance(case), Right(date(2026, 3, 9)), chairman)
    case.refresh_from_db()
    assert case.accepted_on == date(2026, 3, 9)


def test_a_correction_has_a_reason_and_is_the_leaders(case, chairman, clerk):
    with pytest.raises(RefusedError, match="lý do"):
        correct(acceptance(case), None, chairman, reason=" ")
    with pytest.raises(RefusedError, match="Bạn không được ghi"):
        correct(acceptance(case), None, clerk)


def test_a_day_after_the_decision_is_corrected_with_both_days_kept(commune, chairman):
    decision = make_decision(make_accepted_case(unit=commune))
    noted = {"publish_form": "niem_yet", "by": chairman, "today": date(2026, 3, 20)}
    decision = record_decision_date(decision, EventKind.PUBLISHED, happened_on=date(2026, 3, 19), **noted)
    answer = {"reason": "xem lại biên bản", "by": chairman, "today": date(2026, 3, 23)}
    correction = correct_decision_date(decision, "published_on", right_on=date(2026, 3, 17), **answer)
    decision.refresh_from_db()
    assert decision.published_on == date(2026, 3, 17)
    assert "19/03/2026 → 17/03/2026" in correction.detail
    assert decision.case.deadlines.get(step="KN.PUBLISH").met_on == date(2026, 3, 17)


def test_the_workbook_holds_only_what_is_right(case, chairman):
    correct(acceptance(case), Right(date(2026, 3, 9), document_number="41/TB-UBND"), chairman)
    rows = [row for row in stored_rows(case.unit, "DIEN_BIEN") if row["case_code"] == case.code]
    assert [(row["seq"], row["event"], row["date"]) for row in rows] == [(1, "thu_ly", date(2026, 3, 9))]


def test_the_page_shows_the_wrong_entry_struck_out(case, chairman, sign_in, today):
    browser = sign_in(chairman)
    page = reverse("complaints:case-act", args=[case.pk, "dinh_chinh"])
    target = f"e{acceptance(case).pk}"
    assert "05/03/2026 – thụ lý" in browser.get(page).content.decode()
    answers = {"target": target, "how": "sua", "happened_on": "", "reason": "ghi nhầm"}
    assert "Hãy ghi ngày đúng" in browser.post(page, answers).content.decode()
    shown = browser.post(page, {**answers, "happened_on": "9/3"}, follow=True).content.decode()
    assert "<s>Thụ lý</s> (đã đính chính)" in shown
    assert "Sửa “thụ lý” ngày 05/03/2026 thành ngày 09/03/2026" in shown


def test_after_a_taken_back_entry_the_right_one_is_entered_on_its_true_day(case, chairman):
    case = happen(case, EventKind.COMPLEX, date(2026, 3, 9), detail="2", document_number="01/TB")
    correct(case.events.get(kind=EventKind.COMPLEX), None, chairman, reason="nhầm vụ việc")
    case = happen(case, EventKind.INFORMATION_ASKED, date(2026, 3, 10))
    assert case.events.get(kind=EventKind.INFORMATION_ASKED).happened_on == date(2026, 3, 10)


def test_the_right_entry_must_be_lawful_on_its_day(commune, chairman):
    case = make_accepted_case(make_petition(commune, date(2026, 6, 15)))
    paper = {"detail": "bat_kha_khang", "document_number": "3/QĐ-UBND"}
    happen(case, EventKind.SUSPENDED, date(2026, 7, 1), **paper)
    wrong = case.events.get(kind=EventKind.SUSPENDED)
    with pytest.raises(RefusedError, match="01/07/2026"):
        correct_event(
            wrong, right=Right(date(2026, 6, 29), **paper), reason="x", by=chairman, today=date(2026, 7, 6)
        )


def test_what_an_extension_or_a_decision_rests_on_is_not_taken_back(commune, chairman):
    denunciation = make_accepted_case(make_petition(commune, kind="TC"))
    happen(denunciation, EventKind.COMPLEX, TODAY, detail="2", document_number="01/TB")
    happen(denunciation, EventKind.EXTENDED, TODAY, detail="1", document_number="02/QĐ")
    with pytest.raises(RefusedError, match="dựa vào"):
        correct(denunciation.events.get(kind=EventKind.COMPLEX), None, chairman)
    decided = make_decision(make_accepted_case(unit=commune)).case
    with pytest.raises(RefusedError, match="dựa vào"):
        correct(decided.events.get(kind=EventKind.VERIFICATION_REPORT), None, chairman)


def test_a_verification_given_by_mistake_takes_the_case_from_the_officer(case, chairman, officer):
    assign_verifier(case, verifier=officer, happened_on=date(2026, 3, 9), by=chairman, today=TODAY)
    correct(case.events.get(kind=EventKind.VERIFICATION), None, chairman)
    case.refresh_from_db()
    assert case.verifier is None


def test_nobody_records_in_a_case_that_is_not_his(case, officer, neighbour):
    with pytest.raises(RefusedError, match="không do bạn theo dõi"):
        happen(case, EventKind.INFORMATION_ASKED, TODAY, by=officer)
    with pytest.raises(RefusedError, match="không do bạn theo dõi"):
        happen(case, EventKind.COMPLEX, TODAY, by=chairman_of(neighbour), detail="2", document_number="1")


def test_the_number_of_a_decision_and_a_day_of_receipt_are_corrected_through_the_page(
    commune, chairman, sign_in, today
):
    case = make_decision(make_accepted_case(unit=commune)).case
    noted = {"by": chairman, "today": TODAY}
    delivery = record_delivery(case.decision, party="nguoi_khieu_nai", sent_on=TODAY, **noted)
    browser, page = sign_in(chairman), reverse("complaints:case-act", args=[case.pk, "dinh_chinh"])
    change = {"how": "sua", "reason": "ghi nhầm"}
    browser.post(page, {**change, "target": "so-van-ban", "right_number": "16/QĐ-UBND"})
    case.decision.refresh_from_db()
    assert case.decision.document_number == "16/QĐ-UBND"
    served = {"target": f"d{delivery.pk}", "happened_on": "12/3", "sent_on": "12/3"}
    shown = browser.post(page, {**change, **served}, follow=True).content.decode()
    assert "chưa nhận → gửi 12/03/2026, nhận 12/03/2026" in shown
    assert "15/QĐ-UBND → 16/QĐ-UBND" in shown
    delivery.refresh_from_db()
    assert delivery.received_on == TODAY
    assert case.deadlines.get(step="KN.SECOND").start == TODAY
