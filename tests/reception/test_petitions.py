"""Petitions: what the register refuses, the clocks that start, the sealed name, gap-free numbers."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from complaints.actions.handling import Matter, handle_petition
from lucba.office.errors import RefusedError
from lucba.office.models import AuditEntry
from reception.actions.identities import reveal_identity
from reception.actions.petitions import (
    reclassify_petition,
    record_forwarder_told,
    record_reply_from_body,
    reply_to_petition,
)
from reception.models import Petition, SealedIdentity
from tests.building import (
    TODAY,
    chairman_of,
    make_case,
    make_hamlet,
    make_official,
    make_petition,
    make_session,
    make_unit,
    make_visit,
)


def steps(petition):
    return {deadline.step: deadline.due_on for deadline in petition.deadlines.all()}


def test_a_complaint_of_march_2026_has_both_acceptance_dates_of_law_and_decree(commune):
    assert steps(make_petition(commune)) == {
        "KN.ACCEPT.LAW": date(2026, 3, 23),
        "KN.ACCEPT.DEC": date(2026, 3, 26),
    }


def test_a_complaint_received_since_july_2026_is_accepted_within_seven_working_days(commune):
    assert steps(make_petition(commune, date(2026, 7, 1)))["KN.ACCEPT"] == date(2026, 7, 10)


def test_a_petition_received_since_july_2026_must_be_handled_before_45_days_are_over(commune):
    assert steps(make_petition(commune, date(2026, 7, 1)))["XLD.45"] == date(2026, 8, 17)
    assert "XLD.45" not in steps(make_petition(commune, date(2026, 6, 30)))


def test_a_denunciation_is_taken_in_within_seven_working_days_and_transferred_within_five(commune):
    clocks = {"TC.INTAKE": date(2026, 3, 23), "TC.TRANSFER": date(2026, 3, 19)}
    assert steps(make_petition(commune, kind="TC")) == clocks


def test_a_denunciation_forwarded_by_the_press_is_answered_within_twenty_days(commune, clerk):
    petition = make_petition(commune, kind="TC", source="co_quan_chuyen", forwarder_kind="bao_chi")
    assert steps(petition)["TC.PRESS"] == date(2026, 4, 1)
    record_forwarder_told(petition, forwarder_told_on=TODAY, by=clerk, today=TODAY)
    assert petition.deadlines.get(step="TC.PRESS").met_on == TODAY


def test_a_transferred_denunciation_keeps_its_clock_until_the_denouncer_is_told(commune, clerk):
    petition = make_petition(commune, kind="TC")
    matter = Matter(
        field="cong_chuc_cong_vu",
        competent=False,
        competent_body="Chủ tịch UBND tỉnh",
        instance="TC_lan_dau",
        respondent="chu_tich",
    )
    handle_petition(
        petition,
        processed_on=TODAY,
        eligible=True,
        outcome="chuyen",
        outcome_document="12/UBND",
        matter=matter,
        by=chairman_of(commune),
        today=TODAY,
    )
    assert petition.deadlines.get(step="TC.TRANSFER").met_on is None
    petition.refresh_from_db()
    told_on = date(2026, 3, 13)
    reply_to_petition(petition, replied_on=told_on, reply_outcome="chuyen", by=clerk, today=told_on)
    assert petition.deadlines.get(step="TC.TRANSFER").met_on == told_on


def test_a_denunciation_taken_up_here_has_no_clock_of_transfer_any_more(commune):
    case = make_case(make_petition(commune, kind="TC"))
    assert not case.petitions.get().deadlines.filter(step="TC.TRANSFER").exists()


def test_the_reply_to_a_letter_is_a_house_rule_not_a_legal_limit(commune):
    assert make_petition(commune, kind="KNPA").deadlines.get().is_house_target
    visit = make_visit(make_session(commune))
    brought = make_petition(commune, kind="KNPA", visit=visit, source="tiep_cong_dan")
    assert not brought.deadlines.get(step="TCD.REPLY").is_house_target


def test_a_recommendation_by_post_has_the_clock_of_its_reply_only(commune):
    assert steps(make_petition(commune, kind="KNPA")) == {"KNPA.REPLY": date(2026, 3, 26)}


def test_a_petition_from_the_future_is_refused(commune, clerk):
    from reception.actions.petitions import register_petition

    with pytest.raises(RefusedError, match="chưa đến") as refusal:
        register_petition(
            commune,
            received_on=date(2026, 3, 13),
            source="buu_chinh",
            signer_kind="mot_nguoi",
            signer_name="Nguyễn Văn An",
            kind="KN",
            summary="Nội dung",
            by=clerk,
            today=TODAY,
        )
    assert refusal.value.field == "received_on"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"source": "tiep_cong_dan"}, "visit"),
        ({"source": "co_quan_chuyen"}, "forwarder_kind"),
        ({"signer_kind": "nac_danh"}, "signer_name"),
        ({"signer_kind": "mot_nguoi", "signers": 2}, "signers"),
        ({"signer_kind": "nhieu_nguoi", "signers": 1}, "signers"),
        ({"signer_name": ""}, "signer_name"),
        ({"summary": " "}, "summary"),
    ],
)
def test_a_petition_that_does_not_fit_together_is_refused_at_its_field(commune, fields, field):
    with pytest.raises(RefusedError) as refusal:
        make_petition(commune, **fields)
    assert refusal.value.field == field
    assert not Petition.objects.exists()


def test_a_petition_from_reception_is_received_on_the_day_of_the_visit(commune):
    visit = make_visit(make_session(commune, date(2026, 3, 11)))
    with pytest.raises(RefusedError, match="11/03/2026"):
        make_petition(commune, visit=visit, source="tiep_cong_dan")


def test_a_copy_points_at_an_earlier_petition(commune):
    later = make_petition(commune, date(2026, 3, 13))
    with pytest.raises(RefusedError, match=later.code) as refusal:
        make_petition(commune, TODAY, duplicate_of=later)
    assert refusal.value.field == "duplicate_of"


def test_the_name_of_a_denouncer_is_not_on_the_petition(commune):
    petition = make_petition(commune, kind="TC", signer_name="Phan Thị Kín", hamlet=make_hamlet(commune))
    petition.refresh_from_db()
    assert (petition.signer_name, petition.hamlet) == ("", None)
    assert "phan" not in petition.search_key
    assert petition.sealed_identity.name == "Phan Thị Kín"


def test_a_name_is_found_without_accents(commune):
    petition = make_petition(commune, signer_name="Đặng Văn Ưởng")
    assert Petition.objects.filter(search_key__contains="dang van uong").get() == petition


def test_opening_a_sealed_name_needs_a_reason_and_leaves_a_line_without_the_name(commune, clerk):
    identity = make_petition(commune, kind="TC", signer_name="Phan Thị Kín").sealed_identity
    with pytest.raises(RefusedError, match="lý do"):
        reveal_identity(identity, reason=" ", by=clerk)
    assert reveal_identity(identity, reason="Mời làm việc", by=clerk) == "Phan Thị Kín"
    line = AuditEntry.objects.get(action="xem danh tính người tố cáo")
    assert (line.official, line.detail) == (clerk, "Mời làm việc")
    assert "Phan" not in line.subject


def test_nobody_else_opens_a_sealed_name(commune, officer, inspector, administrator, clerk_next_door):
    identity = make_petition(commune, kind="TC", signer_name="Phan Thị Kín").sealed_identity
    for stranger in (officer, inspector, administrator, clerk_next_door):
        with pytest.raises(RefusedError, match="không được xem"):
            reveal_identity(identity, reason="Tò mò", by=stranger)


def test_reclassifying_as_a_denunciation_seals_the_name_and_keeps_the_day_of_receipt(commune, clerk):
    petition = make_petition(commune, signer_name="Phan Thị Kín")
    petition = reclassify_petition(petition, kind="TC", by=clerk)
    assert (petition.kind, petition.signer_name, petition.received_on) == ("TC", "", TODAY)
    assert petition.sealed_identity.name == "Phan Thị Kín"
    assert steps(petition) == {"TC.INTAKE": date(2026, 3, 23), "TC.TRANSFER": date(2026, 3, 19)}


def test_reclassifying_away_from_a_denunciation_brings_the_name_back(commune, clerk):
    petition = make_petition(commune, kind="TC", signer_name="Phan Thị Kín")
    petition = reclassify_petition(petition, kind="KN", by=clerk)
    assert petition.signer_name == "Phan Thị Kín"
    assert not SealedIdentity.objects.exists()


def test_a_reply_to_the_author_stops_only_the_clock_of_the_reply(commune, clerk):
    visit = make_visit(make_session(commune))
    petition = make_petition(commune, visit=visit, source="tiep_cong_dan")
    reply_to_petition(petition, replied_on=TODAY, reply_outcome="can_xem_xet", by=clerk, today=TODAY)
    met = {deadline.step: deadline.met_on for deadline in petition.deadlines.all()}
    assert met == {"TCD.REPLY": TODAY, "KN.ACCEPT.LAW": None, "KN.ACCEPT.DEC": None}


def test_only_a_forwarding_body_is_told_the_result(commune, clerk):
    with pytest.raises(RefusedError, match="không do cơ quan khác chuyển"):
        record_forwarder_told(make_petition(commune), forwarder_told_on=TODAY, by=clerk, today=TODAY)


def test_a_reply_from_another_body_needs_a_forwarded_petition(commune, clerk):
    with pytest.raises(RefusedError, match="đã chuyển hoặc đã đôn đốc"):
        record_reply_from_body(
            make_petition(commune), received_on=TODAY, document_number="01/PĐ", by=clerk, today=TODAY
        )


def test_numbers_follow_the_imported_books(commune):
    first = make_petition(commune)
    Petition.objects.filter(pk=first.pk).update(code="D2026-00041")
    assert make_petition(commune).code == "D2026-00042"


def test_a_refused_petition_leaves_no_gap_in_the_numbers(commune):
    first = make_petition(commune)
    with pytest.raises(RefusedError):
        make_petition(commune, source="tiep_cong_dan")
    second = make_petition(commune)
    assert [first.code, second.code] == ["D2026-00001", "D2026-00002"]


@pytest.mark.django_db(transaction=True)
def test_two_clerks_registering_at_once_share_no_number_and_leave_no_gap():
    commune = make_unit()
    clerks = [make_official(commune), make_official(commune)]

    def register(turn):
        try:
            return make_petition(commune, by=clerks[turn % 2]).code
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as pool:
        codes = sorted(pool.map(register, range(16)))
    assert codes == [f"D2026-{number:05d}" for number in range(1, 17)]


def test_a_denouncer_who_came_in_person_is_sealed_again_without_being_opened(commune):
    hamlet = make_hamlet(commune)
    visit = make_visit(make_session(commune), "Phan Thị Kín", content_kind="TC", hamlet=hamlet)
    petition = make_petition(commune, kind="TC", signer_name="", visit=visit, source="tiep_cong_dan")
    assert (petition.sealed_identity.name, petition.sealed_identity.hamlet) == ("Phan Thị Kín", hamlet)
    assert not AuditEntry.objects.filter(action="xem danh tính người tố cáo").exists()


def test_a_petition_older_than_the_laws_known_here_is_registered_without_a_clock(commune):
    assert steps(make_petition(commune, date(2009, 3, 2), kind="TC")) == {}
