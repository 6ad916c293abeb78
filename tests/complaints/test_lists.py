"""The list of cases: tabs, filters in the address, filters kept under a name, several cases given at once."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from complaints.models import Case, Proposal
from complaints.views.assignment import RESULT
from lucba.office.models import Official, SavedFilter
from tests.building import (
    TODAY,
    happen,
    make_accepted_case,
    make_case,
    make_decision,
    make_hamlet,
    make_official,
    make_petition,
)

LIST, GIVE, KEEP = "/vu-viec/", "/vu-viec/giao-nhieu/", "/bo-loc/luu/"
JANUARY = date(2026, 1, 5)


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


@pytest.fixture
def leader(sign_in, chairman, today):
    return sign_in(chairman)


def codes(response):
    assert response.status_code == 200
    return {case.code for case in response.context["page"].rows}


@pytest.fixture
def three(commune, officer):
    """A case decided in January, one running and given to the officer, a denunciation that waits."""
    decided = make_accepted_case(make_petition(commune, JANUARY, source="hom_thu"))
    make_decision(decided, date(2026, 1, 20))
    running = make_accepted_case(make_petition(commune, date(2026, 3, 2)), field="che_do_chinh_sach")
    hamlet = make_hamlet(commune)
    Case.objects.filter(pk=running.pk).update(verifier=officer, hamlet=hamlet)
    waiting = make_case(make_petition(commune, kind="TC"))
    running.refresh_from_db()
    return decided, running, waiting


def test_every_filter_narrows_to_what_it_says(counter, three, officer):
    decided, running, waiting = three
    asked = {
        "linh-vuc=che_do_chinh_sach": {running},
        f"xom={running.hamlet_id}": {running},
        f"nguoi={officer.pk}": {running},
        "nguoi=chua-giao": {decided, waiting},
        "nguon=hom_thu": {decided},
        "nhan-tu=01/03/2026&nhan-den=05/03/2026": {running},
        "thu-ly-den=31/01/2026": {decided},
        "ket-thuc-tu=20/01/2026&ket-thuc-den=20/01/2026": {decided},
        f"han-tu={running.due_on:%d/%m/%Y}&han-den={running.due_on:%d/%m/%Y}": {running},
        "loai=KN&giai-doan=accepted": {running} if running.status == "accepted" else set(),
    }
    found = {query: codes(counter.get(f"{LIST}?{query}")) for query in asked}
    assert found == {query: {case.code for case in cases} for query, cases in asked.items()}


@pytest.mark.parametrize(
    "query",
    [
        "password=1",
        "verifier__password=a",
        "loai=XX",
        "xom=abc",
        "nhan-tu=hom%20qua%20x",
        "nguoi=9999999999999999999999",
    ],
)
def test_what_the_list_does_not_know_narrows_nothing(counter, three, query):
    assert len(codes(counter.get(f"{LIST}?{query}"))) == 3


def test_the_tabs_show_what_waits_for_a_leader_and_what_is_on_the_review_list(counter, commune, clerk):
    waiting = make_case(make_petition(commune))
    verified = happen(
        make_accepted_case(make_petition(commune)),
        "bao_cao_xac_minh",
        TODAY,
        detail="phu_hop",
        document_number="1/BC",
    )
    proposed = make_accepted_case(make_petition(commune))
    Proposal.objects.create(
        unit=commune, case=proposed, act="phuc_tap", answers={}, proposed_by=clerk, proposed_on=TODAY
    )
    listed = happen(make_accepted_case(make_petition(commune)), "dua_vao_ra_soat", TODAY, detail="phuc_tap")
    settled = happen(make_accepted_case(make_petition(commune)), "dua_vao_ra_soat", TODAY, detail="phuc_tap")
    happen(make_decision(settled, TODAY).case, "dut_diem", TODAY, detail="thong_bao_cham_dut")
    leaders = {waiting.code, verified.code, proposed.code}
    assert codes(counter.get(LIST, {"muc": "cho-lanh-dao"})) == leaders
    assert codes(counter.get(LIST, {"muc": "ra-soat"})) == {listed.code}
    assert codes(counter.get(LIST, {"muc": "chua-giao"})) == {verified.code, proposed.code, listed.code}
    assert len(codes(counter.get(LIST, {"muc": "khong-co"}))) == 5


def test_a_decided_case_shows_what_is_to_be_done_next(counter, commune):
    decided = make_decision(make_accepted_case(make_petition(commune, date(2026, 3, 2))), TODAY).case
    [row] = counter.get(LIST).context["page"].rows
    assert (row.code, row.next_step) == (decided.code, "KN.SEND")


def test_the_list_with_kept_filters_costs_at_most_twelve_queries(leader, chairman, three):
    SavedFilter.objects.create(official=chairman, page="vu-viec", name="Đất", query="loai=KN")
    leader.get(LIST)
    with CaptureQueriesContext(connection) as queries:
        leader.get(LIST, {"muc": "cho-lanh-dao", "nguon": "hom_thu", "nhan-tu": "1/1"})
    assert len(queries) <= 12


# --- Filters under a name ------------------------------------------------------------------------


def test_a_filter_kept_under_a_name_is_a_link_that_gives_the_same_list(counter, clerk, three):
    query = "loai=KN&nguon=hom_thu&tim=&sau=2026-01-01.5"
    answer = counter.post(KEEP, {"page": "vu-viec", "name": " Hòm thư ", "query": query})
    assert answer.url == f"{LIST}?loai=KN&nguon=hom_thu"
    kept = SavedFilter.objects.get()
    assert (kept.official, kept.name, kept.query) == (clerk, "Hòm thư", "loai=KN&nguon=hom_thu")
    assert f'href="{LIST}?loai=KN&amp;nguon=hom_thu"' in counter.get(LIST).content.decode()
    assert codes(counter.get(f"{LIST}?{kept.query}")) == {three[0].code}


def test_a_name_used_again_replaces_the_filter(counter, today):
    for kind in ("KN", "TC"):
        counter.post(KEEP, {"page": "vu-viec", "name": "Của tôi", "query": f"loai={kind}"})
    assert [kept.query for kept in SavedFilter.objects.all()] == ["loai=TC"]


@pytest.mark.parametrize(
    ("name", "query", "told"),
    [("", "loai=KN", "đặt tên"), ("Rỗng", "sau=1&tim=", "chưa lọc gì")],
)
def test_a_filter_without_a_name_or_without_content_is_refused(counter, name, query, told):
    answer = counter.post(KEEP, {"page": "vu-viec", "name": name, "query": query}, follow=True)
    assert told in answer.content.decode()
    assert not SavedFilter.objects.exists()


def test_the_twenty_first_filter_is_refused(counter, clerk):
    for number in range(20):
        SavedFilter.objects.create(official=clerk, page="vu-viec", name=f"Số {number}", query="loai=KN")
    counter.post(KEEP, {"page": "vu-viec", "name": "Thêm", "query": "loai=KN"})
    assert SavedFilter.objects.count() == 20


def test_nobody_sees_or_drops_anothers_filter(counter, sign_in, vice_chairman, clerk):
    kept = SavedFilter.objects.create(official=clerk, page="vu-viec", name="Riêng tôi", query="loai=KN")
    other = sign_in(vice_chairman)
    assert "Riêng tôi" not in other.get(LIST).content.decode()
    assert other.post(f"/bo-loc/{kept.pk}/bo/").status_code == 404
    assert counter.post(f"/bo-loc/{kept.pk}/bo/").url == LIST
    assert not SavedFilter.objects.exists()


# --- Several cases given at once -----------------------------------------------------------------


def address_of(*cases):
    return f"{GIVE}?" + "&".join(f"vu={case.pk}" for case in cases)


def test_several_cases_are_given_at_once_each_by_the_procedure(leader, commune, officer):
    complaint = make_accepted_case(make_petition(commune))
    answered = make_accepted_case(make_petition(commune, kind="KNPA"))
    waiting = make_case(make_petition(commune))
    chosen = address_of(complaint, answered, waiting)
    answer = leader.post(chosen, {"verifier": officer.pk, "happened_on": "12/3"}, follow=True)
    result = answer.context["result"]
    assert set(result["done"]) == {complaint.code, answered.code}
    [(code, reason)] = result["refused"]
    assert code == waiting.code
    assert "chờ thụ lý" in reason
    assert set(Case.objects.filter(verifier=officer)) == {complaint, answered}
    assert complaint.events.filter(kind="giao_xac_minh").exists()
    assert answered.events.filter(kind="giao_xu_ly").exists()
    assert not waiting.events.filter(kind="giao_xac_minh").exists()
    assert reason in answer.content.decode()


def test_pressing_twice_gives_the_cases_once(leader, commune, officer):
    case = make_accepted_case(make_petition(commune))
    answers = {"verifier": officer.pk, "happened_on": "12/3", "once": "mot-lan"}
    for _ in range(2):
        assert leader.post(address_of(case), answers).url == f"{GIVE}ket-qua/"
    assert case.events.filter(kind="giao_xac_minh").count() == 1


def test_the_cases_of_another_office_are_never_chosen(leader, commune, neighbour, officer):
    foreign = make_accepted_case(make_petition(neighbour))
    page = leader.get(address_of(foreign))
    assert page.context["cases"] == []
    refused = leader.post(address_of(foreign), {"verifier": officer.pk, "happened_on": "12/3"})
    assert "Hãy chọn từ 1 đến 100 vụ việc" in refused.content.decode()
    assert Case.objects.get(pk=foreign.pk).verifier is None


def test_more_than_a_hundred_cases_are_refused(leader, commune, officer):
    case = make_accepted_case(make_petition(commune))
    columns = [field.attname for field in Case._meta.concrete_fields if field.attname not in ("id", "code")]
    values = {name: getattr(case, name) for name in columns}
    Case.objects.bulk_create([Case(**values, code=f"Z{number}") for number in range(101)])
    every = address_of(*Case.objects.all())
    refused = leader.post(every, {"verifier": officer.pk, "happened_on": "12/3"})
    assert "Hãy chọn từ 1 đến 100 vụ việc" in refused.content.decode()
    assert not Case.objects.filter(verifier=officer).exists()


def test_nobody_of_another_office_can_be_given_cases(leader, commune, neighbour):
    stranger = make_official(neighbour, Official.Role.OFFICER)
    case = make_accepted_case(make_petition(commune))
    refused = leader.post(address_of(case), {"verifier": stranger.pk, "happened_on": "12/3"})
    assert refused.status_code == 200
    assert RESULT not in leader.session


def test_only_leaders_find_the_boxes_to_choose(leader, counter, commune):
    make_accepted_case(make_petition(commune))
    assert 'form="chosen"' in leader.get(LIST).content.decode()
    assert 'form="chosen"' not in counter.get(LIST).content.decode()
    assert counter.get(GIVE).status_code == 403
