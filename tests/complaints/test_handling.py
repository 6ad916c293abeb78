"""Handling a petition: which outcome fits, which case it opens or joins, when its clocks stop."""

from datetime import date

import pytest

from complaints.actions.handling import Matter, handle_petition, link_visit
from complaints.models import Case
from lucba.office.errors import RefusedError
from reception.models import Petition
from tests.building import TODAY, chairman_of, happen, make_case, make_petition, make_session, make_visit

Outcome = Petition.Outcome
LAND = Case.Field.LAND
OWN = Matter(field=LAND, competent=True, instance="KN_lan_1", respondent="cong_chuc")
FOREIGN = Matter(
    field=LAND, competent=False, competent_body="UBND tỉnh", instance="KN_lan_1", respondent="cong_chuc"
)


def handle(petition, **fields):
    return handle_petition(
        petition,
        **{
            "processed_on": TODAY,
            "eligible": True,
            "outcome": Outcome.PROPOSED,
            "matter": OWN,
            "by": chairman_of(petition.unit),
            "today": TODAY,
            **fields,
        },
    )


def test_a_petition_proposed_for_acceptance_opens_a_waiting_case(commune):
    petition = handle(make_petition(commune))
    case = petition.case_link.case
    assert (case.code, case.status, case.kind) == ("KN-2026-00001", "waiting", "KN")
    assert petition.deadlines.filter(met_on__isnull=True).count() == 2


def test_acceptance_stops_the_acceptance_clocks(commune):
    petition = make_petition(commune)
    happen(make_case(petition), "thu_ly", date(2026, 3, 16))
    assert {each.met_on for each in petition.deadlines.all()} == {date(2026, 3, 16)}


def test_a_second_petition_joins_the_case_on_file(commune):
    case = make_case(make_petition(commune))
    happen(case, "thu_ly", TODAY)
    second = handle(make_petition(commune), outcome=Outcome.JOINED, matter=None, case=case)
    assert case.petitions.count() == 2
    assert {each.met_on for each in second.deadlines.all()} == {TODAY}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"outcome": ""}, "outcome"),
        ({"matter": None}, "case"),
        ({"processed_on": date(2026, 3, 9)}, "processed_on"),
        ({"processed_on": date(2026, 3, 13)}, "processed_on"),
        ({"eligible": False, "outcome": Outcome.FILED}, "ineligible_reason"),
        ({"eligible": False, "outcome": Outcome.PROPOSED, "ineligible_reason": "Không ký"}, "outcome"),
        ({"matter": FOREIGN}, "outcome"),
        ({"matter": FOREIGN, "outcome": Outcome.FORWARDED}, "outcome_document"),
        ({"outcome": Outcome.FORWARDED, "outcome_document": "05/PC"}, "outcome"),
        ({"outcome": Outcome.JOINED}, "case"),
        ({"outcome": Outcome.MANAGEMENT_CHECK}, "outcome"),
        ({"matter": Matter(field="", competent=True, instance="KN_lan_1", respondent="khac")}, "field"),
        ({"matter": Matter(field=LAND, competent=True, instance="", respondent="khac")}, "instance"),
        ({"matter": Matter(field=LAND, competent=True, instance="KN_lan_1")}, "respondent"),
        (
            {"matter": Matter(field=LAND, competent=True, instance="KN_lan_2", respondent="khac")},
            "competent",
        ),
        (
            {
                "matter": Matter(field=LAND, competent=False, instance="KN_lan_1", respondent="khac"),
                "outcome": Outcome.FORWARDED,
                "outcome_document": "05/PC",
            },
            "competent_body",
        ),
    ],
)
def test_handling_that_does_not_fit_is_refused_at_its_field_and_nothing_is_stored(commune, fields, field):
    petition = make_petition(commune)
    with pytest.raises(RefusedError) as refusal:
        handle(petition, **fields)
    assert refusal.value.field == field
    petition.refresh_from_db()
    assert petition.processed_on is None
    assert not Case.objects.exists()


def test_an_act_known_after_the_complaint_came_is_refused(commune):
    late = Matter(
        field=LAND,
        competent=True,
        instance="KN_lan_1",
        respondent="khac",
        act_known_on=date(2026, 3, 13),
    )
    with pytest.raises(RefusedError) as refusal:
        handle(make_petition(commune), matter=late)
    assert refusal.value.field == "act_known_on"


@pytest.mark.parametrize("respondent", ["chu_tich", "pho_chu_tich"])
def test_a_denunciation_of_the_leaders_goes_to_the_superior(commune, respondent):
    matter = Matter(field=LAND, competent=True, instance="TC_lan_dau", respondent=respondent)
    with pytest.raises(RefusedError, match="chuyển cấp trên trực tiếp"):
        handle(make_petition(commune, kind="TC"), matter=matter)


@pytest.mark.parametrize("respondent", ["chu_tich", "pho_chu_tich"])
@pytest.mark.parametrize("outcome", [Outcome.GUIDED, Outcome.RETURNED, Outcome.URGED])
def test_a_denunciation_of_the_leaders_is_always_transferred_upward(commune, respondent, outcome):
    body = "Chủ tịch UBND tỉnh"
    above = Matter(LAND, competent=False, competent_body=body, instance="TC_lan_dau", respondent=respondent)
    petition = make_petition(commune, kind="TC")
    with pytest.raises(RefusedError, match=r"phải chuyển Chủ tịch UBND tỉnh.*hãy chọn “chuyển đơn”"):
        handle(petition, matter=above, outcome=outcome, outcome_document="05/UBND")
    sent = handle(petition, matter=above, outcome=Outcome.FORWARDED, outcome_document="05/UBND")
    assert sent.deadlines.get(step="TC.TRANSFER").due_on == date(2026, 3, 19)


def test_a_copy_cannot_be_eligible(commune):
    copy = make_petition(commune, duplicate_of=make_petition(commune))
    with pytest.raises(RefusedError, match="Đơn trùng"):
        handle(copy)


def test_an_anonymous_petition_is_checked_or_filed(commune):
    anonymous = {"kind": "TC", "signer_kind": "nac_danh", "signer_name": ""}
    own = Matter(field=LAND, competent=True, instance="TC_lan_dau", respondent="cong_chuc")
    with pytest.raises(RefusedError, match="nặc danh"):
        handle(make_petition(commune, **anonymous), matter=own)
    checked = handle(make_petition(commune, **anonymous), matter=own, outcome=Outcome.MANAGEMENT_CHECK)
    assert {each.met_on for each in checked.deadlines.all()} == {TODAY}


def test_a_forwarded_petition_belongs_to_a_case_that_is_not_ours(commune):
    petition = handle(
        make_petition(commune), matter=FOREIGN, outcome=Outcome.FORWARDED, outcome_document="05/PC-UBND"
    )
    assert petition.case_link.case.status == "not-ours"
    assert {each.met_on for each in petition.deadlines.all()} == {TODAY}


def test_a_petition_is_handled_once(commune):
    petition = handle(make_petition(commune))
    with pytest.raises(RefusedError, match="đã được xử lý"):
        handle(petition)


def test_a_petition_joins_only_a_case_of_its_kind(commune):
    case = make_case(make_petition(commune, kind="KNPA"))
    with pytest.raises(RefusedError, match="khác loại của đơn"):
        handle(make_petition(commune), matter=None, case=case, outcome=Outcome.JOINED)


def test_the_visit_that_brought_the_petition_belongs_to_its_case(commune):
    visit = make_visit(make_session(commune))
    case = make_case(make_petition(commune, visit=visit, source="tiep_cong_dan"))
    assert list(case.visits.all()) == [visit]


def test_a_visit_is_linked_to_a_case_of_its_kind(commune, clerk):
    visit = make_visit(make_session(commune))
    case = make_case(make_petition(commune))
    link_visit(visit, case=case, by=clerk)
    assert list(case.visits.all()) == [visit]
    with pytest.raises(RefusedError, match="khác loại"):
        link_visit(visit, case=make_case(make_petition(commune, kind="KNPA")), by=clerk)
