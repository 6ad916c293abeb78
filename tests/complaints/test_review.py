"""The review list of target 5: what the books propose, what a leader lists and settles, what is counted."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from complaints.actions.decisions import record_decision_date
from complaints.actions.enforcement import record_enforcement
from complaints.actions.handling import link_visit
from complaints.actions.review import list_for_review, settle_case
from complaints.models import Case
from complaints.review import grounds_of, proposed_for_review, review_list, settlement_counts, year_until
from complaints.workflow import EventKind
from lucba.law.reporting_periods import Period
from lucba.office.errors import RefusedError
from lucba.office.models import UnitProfile
from tests.building import (
    TODAY,
    chairman_of,
    happen,
    make_accepted_case,
    make_case,
    make_decision,
    make_petition,
    make_session,
    make_visit,
)

OLD = date(2026, 1, 5)
RETURN = {"person_money": 1000, "person_count": 1}
SINCE = Period(date(2026, 1, 1), TODAY)
LIST, PROPOSALS = "/vu-viec/ra-soat/", "/vu-viec/ra-soat/de-nghi/"


def crowd(unit, signers=5, received_on=TODAY, **fields):
    several = {"signer_kind": "nhieu_nguoi", "signers": signers}
    return make_petition(unit, received_on, **several, **fields)


def listed(case, basis="dong_nguoi", on=TODAY, **fields):
    list_for_review(case, detail=basis, happened_on=on, **fields, by=chairman_of(case.unit), today=TODAY)
    return case


def settled(case, basis="thong_bao_cham_dut", on=TODAY, number="9/TB-UBND"):
    by = chairman_of(case.unit)
    return settle_case(case, detail=basis, happened_on=on, document_number=number, by=by, today=TODAY)


def proposals(official):
    rows = proposed_for_review(official, today=TODAY)
    return {row.code: [each.basis for each in grounds_of(row, today=TODAY)] for row in rows}


# --- What the books propose -----------------------------------------------------------------------


def test_five_signers_or_five_visitors_are_a_crowd_and_four_are_not(commune, clerk):
    five, four, visited = make_case(crowd(commune)), make_case(crowd(commune, 4)), make_case(unit=commune)
    visit = make_visit(make_session(commune), persons=5, representatives=1)
    link_visit(visit, case=visited, by=clerk)
    assert proposals(clerk) == {five.code: ["dong_nguoi"], visited.code: ["dong_nguoi"]}
    assert four.code not in proposals(clerk)


def test_a_complex_matter_is_proposed_with_its_criteria(commune, clerk):
    case = make_accepted_case(unit=commune)
    happen(case, "phuc_tap", TODAY, detail="2; 7", document_number="4/TB")
    row = proposed_for_review(clerk, today=TODAY).get()
    ground = grounds_of(row, today=TODAY)[0]
    assert (ground.basis, ground.words) == (
        "phuc_tap",
        "có nhiều nội dung; chứng cứ mâu thuẫn, cần giám định, xác minh thêm",
    )


def test_an_overdue_matter_is_prolonged_and_one_on_its_last_day_is_not(commune, clerk):
    late = make_accepted_case(make_petition(commune, date(2026, 2, 9)))  # thirty days ended on 11/03
    on_its_last_day = make_accepted_case(make_petition(commune, date(2026, 2, 10)))
    assert (late.due_on, on_its_last_day.due_on) == (date(2026, 3, 11), TODAY)
    assert proposals(clerk) == {late.code: ["keo_dai"]}


def test_a_matter_judged_before_or_brought_up_after_its_end_is_prolonged(commune, clerk):
    judged = make_case(unit=commune, prior_state=Case.PriorState.JUDGED)
    ended = make_decision(make_accepted_case(make_petition(commune, OLD))).case
    assert proposals(clerk) == {judged.code: ["keo_dai"]}
    link_visit(make_visit(make_session(commune)), case=ended, by=clerk)
    assert proposals(clerk) == {judged.code: ["keo_dai"], ended.code: ["keo_dai"]}


def test_what_has_ended_is_not_a_crowd_any_more(commune, clerk):
    case = make_case(crowd(commune))
    happen(case, "rut_toan_bo", TODAY, document_number="1/DR")
    assert proposals(clerk) == {}


def test_recommendations_and_other_offices_are_never_proposed(commune, neighbour, clerk):
    make_case(crowd(commune, kind="KNPA"))
    make_case(crowd(neighbour))
    assert proposals(clerk) == {}


# --- Listing and settling -------------------------------------------------------------------------


def test_nothing_is_on_the_list_until_a_leader_puts_it_there(commune, clerk, chairman):
    case = make_case(crowd(commune))
    assert settlement_counts(commune, SINCE) == {"numerator": 0, "denominator": 0}
    with pytest.raises(RefusedError, match="việc này thuộc Chủ tịch"):
        list_for_review(case, detail="dong_nguoi", happened_on=TODAY, by=clerk, today=TODAY)
    listed(case)
    assert settlement_counts(commune, SINCE) == {"numerator": 0, "denominator": 1}
    assert proposals(clerk) == {}


def test_listed_twice_on_one_basis_is_refused_and_on_another_is_one_matter(commune):
    case = listed(make_case(crowd(commune)))
    with pytest.raises(RefusedError, match="đã có trong danh sách rà soát: đông người"):
        listed(case)
    listed(case, "keo_dai")
    assert settlement_counts(commune, SINCE)["denominator"] == 1


def test_settling_needs_the_list_and_a_basis_the_books_bear_out(commune):
    case = make_case(crowd(commune))
    with pytest.raises(RefusedError, match="không có trong danh sách"):
        settled(case)
    listed(case)
    with pytest.raises(RefusedError, match="chưa ghi quyết định, kết luận đã thi hành xong"):
        settled(case, "thi_hanh_xong")
    with pytest.raises(RefusedError, match="chưa ghi việc rút"):
        settled(case, "rut")
    with pytest.raises(RefusedError, match="số thông báo chấm dứt"):
        settled(case, number="")
    settled(case)
    assert settlement_counts(commune, SINCE) == {"numerator": 1, "denominator": 1}
    with pytest.raises(RefusedError, match="Đã ghi giải quyết dứt điểm ngày 12/03/2026; nếu ghi sai"):
        settled(case)
    with pytest.raises(RefusedError, match="hãy đính chính"):
        listed(case, "keo_dai")


def test_a_matter_carried_out_is_settled_from_that_day_on(commune, clerk):
    case = make_accepted_case(make_petition(commune, OLD))
    decision = make_decision(case, date(2026, 1, 20), must_execute=True, amounts=RETURN)
    listed(decision.case, "keo_dai", date(2026, 3, 2))
    record_decision_date(
        decision,
        EventKind.EFFECTIVE,
        happened_on=date(2026, 2, 24),
        by=chairman_of(commune),
        today=date(2026, 3, 9),
    )
    record_enforcement(
        decision, done_on=date(2026, 3, 9), amounts={}, finished=True, by=clerk, today=date(2026, 3, 9)
    )
    with pytest.raises(RefusedError, match="thi hành xong"):
        settled(case, "thi_hanh_xong", date(2026, 3, 8), number="")
    assert settled(case, "thi_hanh_xong", number="").detail == "thi_hanh_xong"


def test_a_matter_of_another_body_is_settled_by_its_paper(commune):
    case = make_case(crowd(commune))
    Case.objects.filter(pk=case.pk).update(competent=False, competent_body="UBND tỉnh Thái Nguyên")
    listed(case)
    with pytest.raises(RefusedError, match="văn bản của cơ quan"):
        settled(case, "thi_hanh_xong", number="")
    settled(case, "thi_hanh_xong", number="88/BC-UBND")
    assert settlement_counts(commune, SINCE) == {"numerator": 1, "denominator": 1}


def test_settled_before_the_year_is_off_the_list_and_what_comes_later_has_not_happened(commune, clerk):
    early = make_case(crowd(commune, received_on=date(2025, 12, 1)))
    by = chairman_of(commune)
    for act, detail in ((list_for_review, "dong_nguoi"), (settle_case, "thong_bao_cham_dut")):
        act(
            early,
            detail=detail,
            happened_on=date(2025, 12, 20),
            document_number="1/TB",
            by=by,
            today=date(2025, 12, 20),
        )
    late = listed(make_case(crowd(commune)))
    year, until_yesterday = SINCE, Period(date(2026, 1, 1), date(2026, 3, 11))
    assert [case.code for case in review_list(clerk, year)] == [late.code]
    assert not review_list(clerk, until_yesterday)
    assert settlement_counts(commune, until_yesterday) == {"numerator": 0, "denominator": 0}


def test_the_year_of_an_office_that_cuts_on_the_fifteenth_begins_in_december(commune):
    assert year_until(commune, TODAY) == Period(date(2026, 1, 1), TODAY)
    UnitProfile.objects.filter(unit=commune).update(period_preset="15-14")
    assert year_until(commune, TODAY) == Period(date(2025, 12, 15), TODAY)
    assert year_until(commune, date(2026, 12, 20)) == Period(date(2026, 12, 15), date(2026, 12, 20))


# --- The pages ------------------------------------------------------------------------------------


@pytest.fixture
def leader(sign_in, chairman, today):
    return sign_in(chairman)


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


def press(browser, case, basis):
    return browser.post(reverse("complaints:review-add", args=[case.pk]), {"detail": basis}, follow=True)


def test_a_leader_lists_what_the_books_propose_with_one_press(leader, counter, commune):
    case = make_case(crowd(commune, 7))
    page = leader.get(PROPOSALS).content.decode()
    assert "7 người, từ 5 người là đông người" in page
    assert 'value="dong_nguoi"' in page
    assert "<button" not in counter.get(PROPOSALS).content.decode().split("<main")[1]
    answer = press(leader, case, "dong_nguoi").content.decode()
    assert f"Đã đưa vụ việc {case.code} vào danh sách" in answer
    assert case.code in leader.get(LIST).content.decode()
    assert press(leader, case, "dong_nguoi").content.decode().count("đã có trong danh sách") == 1
    assert "Hãy chọn căn cứ" in press(leader, case, "tuy_y").content.decode()


def test_the_page_counts_as_indicator_5_and_shows_basis_and_settlement(leader, commune):
    done, open_one = listed(make_case(crowd(commune))), listed(make_case(crowd(commune)), "keo_dai")
    settled(done)
    response = leader.get(LIST)
    page = response.content.decode()
    assert "<strong>1 trên 2</strong>" in page
    assert len(response.context["page"].rows) == 2
    for words in ("Đông người, 12/03/2026", "Kéo dài, 12/03/2026", "đã thông báo chấm dứt giải quyết, 9/TB"):
        assert words in page
    assert reverse("complaints:case-act", args=[open_one.pk, "dut_diem"]) in page
    assert reverse("complaints:case-act", args=[done.pk, "dut_diem"]) not in page


def test_settling_through_the_act_of_the_procedure_keeps_the_rules(leader, commune):
    case = make_case(crowd(commune))
    act = reverse("complaints:case-act", args=[case.pk, "dut_diem"])
    given = {"detail": "thong_bao_cham_dut", "happened_on": "12/3", "document_number": "3/TB"}
    assert "không có trong danh sách rà soát" in leader.post(act, given).content.decode()
    listed(case)
    assert leader.post(act, given).status_code == 302
    assert case.events.filter(kind="dut_diem").count() == 1


def test_both_lists_cost_the_same_queries_for_2_and_20_cases(leader, commune):
    costs = []
    for wanted in (2, 20):
        while Case.objects.count() < wanted:
            listed(make_case(crowd(commune)))
            make_case(crowd(commune))
        for path in (LIST, PROPOSALS):
            with CaptureQueriesContext(connection) as queries:
                assert leader.get(path).status_code == 200
            costs.append(len(queries))
    assert costs[:2] == costs[2:]


def test_an_officer_sees_no_review_list(sign_in, officer, today):
    assert sign_in(officer).get(LIST).status_code == 403
