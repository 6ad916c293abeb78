"""Proposals: what the clerk lays before the leaders, what they approve, and what is refused on the way."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from complaints.actions.proposals import propose_act, return_proposal, take_back
from complaints.approval import approve
from complaints.models import Case, CaseEvent, Proposal
from complaints.workflow import transition
from lucba.office.errors import RefusedError
from lucba.office.models import AuditEntry, Message
from reception.actions.petitions import reopen_petition
from reception.models import Petition
from tests.building import (
    TODAY,
    Role,
    chairman_of,
    happen,
    make_accepted_case,
    make_case,
    make_official,
    make_petition,
)

LIST = "/phe-duyet/"
FRIDAY = date(2026, 3, 13)
RETURN_TO_SENDER = {
    "processed_on": "hôm nay",
    "classification": "ineligible",
    "outcome": "luu",
    "ineligible_ground": "chu_ky",
    "ineligible_reason": "không điểm chỉ",
    "case": "",
    "note": "Đã gọi điện, công dân không đến ký.",
}


@pytest.fixture
def counter(sign_in, clerk, chairman, today):
    return sign_in(clerk)


def address(petition):
    return reverse("complaints:petition-handle", args=[petition.pk])


def file_petition(browser, petition, **answers):
    return browser.post(address(petition), {**RETURN_TO_SENDER, **answers}, follow=True)


def proposed(browser, petition, **answers):
    """Let the clerk lay the filing of the petition before the leaders."""
    page = file_petition(browser, petition, **answers)
    assert "Đã trình phê duyệt" in page.content.decode()
    return Proposal.objects.latest("pk")


def propose(case, slug, clerk, *, on=TODAY, **answers):
    """Let the clerk propose an act on the case as it is told on the form."""
    fields = {"happened_on": [f"{on:%d/%m/%Y}"], "document_number": ["3/TB-UBND"], "sent_on": [], **answers}
    row = transition(slug, case.kind)
    return propose_act(case, row, {"fields": fields, "words": []}, by=clerk, today=on)


def acceptance(case, clerk):
    return propose(case, "thu_ly", clerk)


# --- Petitions ----------------------------------------------------------------------------------


def test_a_clerk_lays_a_leaders_outcome_before_the_leaders_and_nothing_is_handled_yet(counter, commune):
    petition = make_petition(commune)
    proposal = proposed(counter, petition)
    petition.refresh_from_db()
    assert petition.processed_on is None
    assert (proposal.state, proposal.note) == ("cho", RETURN_TO_SENDER["note"])
    assert proposal.answers["fields"]["processed_on"] == ["12/03/2026"]
    assert ["Hướng xử lý", "Lưu đơn"] in proposal.answers["words"]
    assert AuditEntry.objects.filter(action="trình phê duyệt", subject=petition.code).exists()
    page = counter.get(reverse("reception:petition-page", args=[petition.pk])).content.decode()
    assert "Đã trình, chờ phê duyệt" in page


def test_approval_carries_it_out_on_the_day_of_the_approval(counter, commune, chairman):
    petition = make_petition(commune)
    proposal = proposed(counter, petition)
    approve(proposal, by=chairman, on=FRIDAY, today=FRIDAY)
    petition.refresh_from_db()
    assert (petition.outcome, petition.processed_on) == ("luu", FRIDAY)
    assert petition.ineligible_reason == (
        "đơn không có chữ ký hoặc điểm chỉ của người viết đơn; không điểm chỉ"
    )
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by, proposal.decided_on) == ("duyet", chairman, FRIDAY)
    assert "đã phê duyệt" in Message.objects.filter(official=proposal.proposed_by).latest("pk").text


def test_what_the_clerk_decides_himself_needs_no_leader(counter, commune):
    petition = make_petition(commune, duplicate_of=make_petition(commune))
    file_petition(counter, petition, ineligible_ground="trung")
    petition.refresh_from_db()
    assert (petition.outcome, petition.ineligible_reason) == ("luu", "đơn trùng; không điểm chỉ")
    assert not Proposal.objects.exists()


def test_a_leader_on_the_same_page_decides_at_once(sign_in, chairman, commune, today):
    petition = make_petition(commune)
    file_petition(sign_in(chairman), petition)
    petition.refresh_from_db()
    assert petition.outcome == "luu"
    assert not Proposal.objects.exists()


def test_what_the_law_forbids_is_refused_to_the_clerk_before_it_is_laid_before_anybody(counter, commune):
    petition = make_petition(commune)
    page = file_petition(counter, petition, ineligible_ground="", ineligible_reason="")
    assert "Hãy ghi lý do đơn không đủ điều kiện." in page.content.decode()
    assert not Proposal.objects.exists()
    assert not AuditEntry.objects.filter(action="xử lý đơn").exists()


def test_a_second_proposal_for_the_same_petition_is_refused(counter, commune):
    petition = make_petition(commune)
    proposed(counter, petition)
    assert "đang chờ phê duyệt" in file_petition(counter, petition).content.decode()
    assert Proposal.objects.count() == 1


def test_without_a_leaders_account_nothing_can_be_proposed(sign_in, clerk, commune, today):
    page = file_petition(sign_in(clerk), make_petition(commune))
    assert "chưa có tài khoản Chủ tịch" in page.content.decode()


def test_a_proposal_sent_back_says_why_and_may_be_made_again(counter, commune, chairman):
    petition = make_petition(commune)
    proposal = proposed(counter, petition)
    with pytest.raises(RefusedError, match="Hãy ghi ý kiến"):
        return_proposal(proposal, word=" ", by=chairman, today=TODAY)
    return_proposal(proposal, word="Hẹn công dân đến ký", by=chairman, today=TODAY)
    assert "Hẹn công dân đến ký" in counter.get(LIST).content.decode()
    proposed(counter, petition)


def test_a_proposal_may_be_taken_back_by_who_made_it_only(counter, commune, chairman):
    proposal = proposed(counter, make_petition(commune))
    with pytest.raises(RefusedError, match="Chỉ người đề xuất"):
        take_back(proposal, by=chairman, today=TODAY)
    take_back(proposal, by=proposal.proposed_by, today=TODAY)
    with pytest.raises(RefusedError, match="đã rút đề xuất"):
        approve(proposal, by=chairman, on=TODAY, today=TODAY)


def test_only_leaders_of_the_office_approve_and_never_their_own(counter, commune, neighbour, clerk, chairman):
    proposal = proposed(counter, make_petition(commune))
    for stranger in (clerk, chairman_of(neighbour)):
        with pytest.raises(RefusedError, match="Chỉ Chủ tịch, Phó Chủ tịch"):
            approve(proposal, by=stranger, on=TODAY, today=TODAY)
    proposal.proposed_by = chairman
    proposal.save()
    with pytest.raises(RefusedError, match="tự phê duyệt"):
        approve(proposal, by=chairman, on=TODAY, today=TODAY)


def test_a_leader_who_handles_the_petition_himself_answers_the_proposal(counter, sign_in, commune, chairman):
    petition = make_petition(commune)
    proposal = proposed(counter, petition)
    file_petition(sign_in(chairman), petition)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by) == ("tra_lai", chairman)


def test_an_approval_that_became_impossible_is_refused_and_the_proposal_goes_on_waiting(
    counter, sign_in, commune, chairman
):
    petition = make_petition(commune)
    proposal = proposed(counter, petition)
    Petition.objects.filter(pk=petition.pk).update(processed_on=TODAY, eligible=False, outcome="tra_lai")
    response = sign_in(chairman).post(f"{LIST}{proposal.pk}/duyet/", follow=True)
    assert "Đơn này đã được xử lý." in response.content.decode()
    proposal.refresh_from_db()
    assert proposal.state == "cho"
    reopen_petition(petition, by=chairman)
    sign_in(chairman).post(f"{LIST}{proposal.pk}/duyet/")
    petition.refresh_from_db()
    assert petition.outcome == "luu"


# --- Cases --------------------------------------------------------------------------------------


def test_the_clerk_proposes_an_act_of_the_leaders_on_the_page_of_the_act(counter, sign_in, chairman, commune):
    case = make_case(unit=commune)
    page = reverse("complaints:case-act", args=[case.pk, "thu_ly"])
    assert "Trình phê duyệt" in counter.get(page).content.decode()
    answers = {"happened_on": "12/3", "document_number": "3/TB-UBND", "note": "Đủ điều kiện", "seen": "0"}
    counter.post(page, answers)
    case.refresh_from_db()
    proposal = Proposal.objects.get()
    assert (case.status, proposal.act, proposal.note) == ("waiting", "thu_ly", "Đủ điều kiện")
    assert not CaseEvent.objects.exists()
    sign_in(chairman).post(f"{LIST}{proposal.pk}/duyet/", {"seen": str(case.changes)})
    case.refresh_from_db()
    assert (case.status, case.accepted_on) == ("in-progress", TODAY)
    event = CaseEvent.objects.get()
    assert (event.recorded_by, event.document_number) == (chairman, "3/TB-UBND")


def test_one_act_of_a_case_is_proposed_once_at_a_time(commune, clerk, chairman):
    case = make_case(unit=commune)
    acceptance(case, clerk)
    with pytest.raises(RefusedError, match="đang chờ phê duyệt"):
        acceptance(case, clerk)


def test_an_act_that_is_not_open_cannot_be_proposed(commune, clerk, chairman):
    case = make_accepted_case(make_petition(commune))
    with pytest.raises(RefusedError, match="Lúc này không trình được"):
        acceptance(case, clerk)


def test_an_act_done_meanwhile_cannot_be_approved_any_more(commune, clerk, chairman):
    case = make_case(unit=commune)
    proposal = acceptance(case, clerk)
    happen(case, "thu_ly", TODAY)
    with pytest.raises(RefusedError, match="không thể ghi “thụ lý”"):
        approve(proposal, by=chairman, on=TODAY, today=TODAY)
    proposal.refresh_from_db()
    assert proposal.state == "cho"


def test_a_leader_who_looked_before_something_happened_is_told(commune, clerk, chairman):
    case = make_case(unit=commune)
    proposal = acceptance(case, clerk)
    Case.objects.filter(pk=case.pk).update(changes=4)
    with pytest.raises(RefusedError, match="vừa có thay đổi"):
        approve(proposal, seen=0, by=chairman, on=TODAY, today=TODAY)


def test_what_was_to_be_sent_on_the_day_of_the_proposal_is_not_sent_before_the_approval(
    commune, clerk, chairman
):
    case = make_accepted_case(make_petition(commune, kind="TC"))
    given = {"detail": ["cho_co_quan_khac"], "sent_on": ["12/03/2026"]}
    approve(propose(case, "tam_dinh_chi", clerk, **given), by=chairman, on=FRIDAY, today=FRIDAY)
    event = CaseEvent.objects.latest("pk")
    assert (event.kind, event.happened_on, event.sent_on) == ("tam_dinh_chi", FRIDAY, FRIDAY)


def test_a_dialogue_the_leader_confirms_keeps_the_day_it_was_held(commune, clerk, chairman):
    case = make_accepted_case(make_petition(commune))
    proposal = propose(case, "doi_thoai", clerk)
    approve(proposal, by=chairman, on=FRIDAY, today=FRIDAY)
    assert CaseEvent.objects.latest("pk").happened_on == TODAY


# --- The page -----------------------------------------------------------------------------------


def test_the_list_begins_with_what_is_urgent_then_with_what_is_due_first(counter, sign_in, commune, chairman):
    later = proposed(counter, make_petition(commune, summary="Đơn đến hôm nay"))
    sooner = proposed(counter, make_petition(commune, date(2026, 3, 2), summary="Đơn đến trước"))
    urgent = proposed(counter, make_petition(commune, summary="Đơn khẩn đến hôm nay", urgent=True))
    page = sign_in(chairman).get(LIST)
    assert [row.pk for row in page.context["page"].rows] == [urgent.pk, sooner.pk, later.pk]
    shown = page.content.decode()
    assert "Lưu đơn" in shown
    assert "không điểm chỉ" in shown
    assert "Phê duyệt</button>" in shown


def test_the_clerk_sees_what_he_proposed_and_cannot_approve(counter, commune):
    proposal = proposed(counter, make_petition(commune))
    page = counter.get(LIST).content.decode()
    assert "Rút đề xuất" in page
    assert "Phê duyệt</button>" not in page
    assert counter.post(f"{LIST}{proposal.pk}/duyet/").status_code == 403
    assert "đã rút đề xuất" in counter.post(f"{LIST}{proposal.pk}/rut/", follow=True).content.decode()


def test_the_leader_finds_it_on_his_first_page_and_the_menu_counts(counter, sign_in, commune, chairman):
    petition = make_petition(commune)
    proposed(counter, petition)
    page = sign_in(chairman).get("/").content.decode()
    assert "Chờ phê duyệt" in page
    assert petition.code in page
    assert 'class="menu-count">1' in page


def test_a_denouncers_name_does_not_stand_on_the_list(counter, sign_in, commune, chairman):
    petition = make_petition(commune, kind="TC", signer_name="Trịnh Bí Mật")
    proposed(counter, petition)
    assert "Trịnh Bí Mật" not in sign_in(chairman).get(LIST).content.decode()


def test_proposals_of_another_office_are_not_found(counter, commune, neighbour, sign_in):
    proposal = proposed(counter, make_petition(commune))
    stranger = sign_in(make_official(neighbour, Role.CHAIRMAN))
    assert stranger.post(f"{LIST}{proposal.pk}/duyet/").status_code == 404
    assert stranger.get(LIST).context["page"].rows == []


def test_the_list_costs_the_same_queries_for_5_and_20_proposals(counter, sign_in, commune, chairman):
    leader, costs = sign_in(chairman), []
    for wanted in (5, 20):
        while Proposal.objects.count() < wanted:
            proposed(counter, make_petition(commune))
        with CaptureQueriesContext(connection) as queries:
            assert leader.get(LIST).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]
