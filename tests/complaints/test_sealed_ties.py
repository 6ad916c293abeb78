"""No tie leads from a denunciation to an open name, and what was sealed is kept through every turn."""

from datetime import date

import pytest
from django.urls import reverse

from complaints.actions.handling import Matter, handle_petition
from complaints.actions.proposals import HANDLING, propose_handling
from complaints.actions.reclassification import reclassify_case
from complaints.actions.splitting import split_petition
from complaints.actions.transfers import accept_transfer, return_transfer
from complaints.envelope import Part
from complaints.models import Case, Transfer
from complaints.related import related_to
from lucba.office.errors import RefusedError
from lucba.office.models import AuditEntry
from reception.actions.petitions import reclassify_petition, reply_to_petition
from reception.models import Petition, SealedIdentity
from tests.building import (
    TODAY,
    chairman_of,
    clerk_of,
    make_accepted_case,
    make_case,
    make_hamlet,
    make_petition,
    make_session,
    make_visit,
)

NAME = "Hoàng Thị Mật"
OPEN, SEALED = "KN", "TC"
SEAL = {"phone": "0912345678", "address": "Đại Từ", "members": [{"name": "Lý Văn Kín"}]}


@pytest.fixture
def counter(sign_in, clerk, chairman, today):
    return sign_in(clerk)


def visit_of(commune, kind):
    return make_visit(make_session(commune), NAME, content_kind=kind, result="nhan_don")


def handed_in(commune, kind):
    """Return a petition of NAME handed in at a visit of its kind."""
    visit = visit_of(commune, kind)
    return make_petition(commune, kind=kind, visit=visit, source="tiep_cong_dan", signer_name=NAME)


def split(petition, *kinds):
    return split_petition(
        petition,
        parts=[Part(kind, f"Nội dung thứ {number}") for number, kind in enumerate(kinds, 1)],
        split_on=TODAY,
        same_receipt=True,
        by=clerk_of(petition.unit),
        today=TODAY,
    )


def sealed_details(petition):
    return SealedIdentity.objects.filter(petition=petition).values(*SEAL).get()


def shown(browser, room, row):
    return browser.get(reverse(room, args=[row.pk])).content.decode()


# --- Splitting ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [OPEN, SEALED])
def test_a_part_on_the_other_side_of_the_seal_leaves_the_visit_and_the_rest_stay(counter, commune, kind):
    parent = handed_in(commune, kind)
    kept, left = split(parent, kind, OPEN if kind == SEALED else SEALED)
    assert (kept.visit, kept.source, kept.split_from) == (parent.visit, "tiep_cong_dan", parent)
    assert (left.visit, left.source, left.split_from) == (None, "khac", None)
    assert left.received_on == parent.received_on
    assert left.code not in shown(counter, "reception:visit-page", parent.visit)


def test_the_denunciations_a_denunciation_is_split_into_keep_all_that_was_sealed(commune):
    parent = make_petition(commune, kind=SEALED, signer_name=NAME)
    SealedIdentity.objects.filter(petition=parent).update(**SEAL)
    for part in split(parent, SEALED, SEALED):
        assert sealed_details(part) == SEAL


# --- The kind corrected -------------------------------------------------------------------------


def test_a_petition_that_becomes_a_denunciation_leaves_the_visit_that_names_its_author(counter, commune):
    petition = handed_in(commune, "KNPA")
    visit = petition.visit
    petition = reclassify_petition(petition, kind=SEALED, by=clerk_of(commune))
    assert (petition.visit, petition.source) == (None, "khac")
    assert petition.code not in shown(counter, "reception:visit-page", visit)
    assert visit.code not in shown(counter, "reception:petition-page", petition)
    assert [clock.met_on for clock in visit.deadlines.filter(step="TCD.REPLY")] == [None]


def test_a_petition_that_was_no_denunciation_leaves_the_sealed_visit(commune):
    petition = reclassify_petition(handed_in(commune, SEALED), kind=OPEN, by=clerk_of(commune))
    assert (petition.visit, petition.source, petition.signer_name) == (None, "khac", NAME)


def test_the_visit_a_petition_leaves_keeps_what_its_author_was_told(commune):
    petition, clerk = handed_in(commune, OPEN), clerk_of(commune)
    visit = petition.visit
    reply_to_petition(petition, replied_on=TODAY, reply_outcome="can_xem_xet", by=clerk, today=TODAY)
    reclassify_petition(petition, kind=SEALED, by=clerk)
    visit.refresh_from_db()
    assert (visit.replied_on, visit.reply_outcome) == (TODAY, "can_xem_xet")
    assert [clock.met_on for clock in visit.deadlines.all()] == [TODAY]


def test_a_visit_with_another_petition_gets_no_second_clock(commune):
    first = handed_in(commune, OPEN)
    visit = first.visit
    second = make_petition(commune, visit=visit, source="tiep_cong_dan", signer_name=NAME)
    reclassify_petition(first, kind=SEALED, by=clerk_of(commune))
    assert not visit.deadlines.exists()
    assert second.deadlines.filter(step="TCD.REPLY").count() == 1


def test_a_petition_corrected_among_the_open_kinds_keeps_its_ties(commune):
    petition = handed_in(commune, OPEN)
    copy = make_petition(commune, signer_name=NAME, duplicate_of=petition)
    petition = reclassify_petition(petition, kind="KNPA", by=clerk_of(commune))
    copy.refresh_from_db()
    assert petition.visit is not None
    assert copy.duplicate_of == petition


@pytest.mark.parametrize("tie", ["duplicate_of", "split_from"])
@pytest.mark.parametrize("corrected", ["earlier", "later"])
def test_a_petition_that_becomes_a_denunciation_is_tied_to_no_named_one(counter, commune, tie, corrected):
    earlier = make_petition(commune, signer_name=NAME)
    later = make_petition(commune, signer_name=NAME, summary="Tiếng ồn ban đêm", **{tie: earlier})
    petition, other = (earlier, later) if corrected == "earlier" else (later, earlier)
    reclassify_petition(petition, kind=SEALED, by=clerk_of(commune))
    later.refresh_from_db()
    assert getattr(later, tie) is None
    assert other.code not in shown(counter, "reception:petition-page", petition)
    assert petition.code not in shown(counter, "reception:petition-page", other)


def test_a_recommendation_of_a_case_found_to_be_a_denunciation_leaves_its_visit(counter, commune):
    petition = handed_in(commune, "KNPA")
    visit, case = petition.visit, make_accepted_case(petition)
    chairman = chairman_of(commune)
    reclassify_case(case, kind=SEALED, happened_on=TODAY, detail="tố cáo", by=chairman, today=TODAY)
    assert petition.code not in shown(counter, "reception:visit-page", visit)


def test_what_was_sealed_beside_the_name_outlives_a_correction_and_its_undoing(counter, commune):
    petition, clerk = make_petition(commune, kind=SEALED, signer_name=NAME), clerk_of(commune)
    SealedIdentity.objects.filter(petition=petition).update(**SEAL)
    petition = reclassify_petition(petition, kind=OPEN, by=clerk)
    assert petition.signer_name == NAME
    assert "Xem danh tính" not in shown(counter, "reception:petition-page", petition)
    petition = reclassify_petition(petition, kind=SEALED, by=clerk)
    assert (petition.signer_name, SealedIdentity.objects.get(petition=petition).name) == ("", NAME)
    assert sealed_details(petition) == SEAL


def test_a_petition_that_waits_for_approval_is_not_corrected_before_the_proposal_is_answered(
    commune, clerk, chairman
):
    petition = make_petition(commune, kind="KNPA", hamlet=make_hamlet(commune))
    answers = {"fields": {}, "words": [["Xóm", "Xóm Đồng Cẩm"]]}
    propose_handling(petition, answers, by=clerk, today=TODAY)
    with pytest.raises(RefusedError, match="đang chờ phê duyệt") as refusal:
        reclassify_petition(petition, kind=SEALED, by=clerk)
    assert refusal.value.field == "kind"
    assert petition.proposals.get().act == HANDLING


# --- Registering --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [OPEN, SEALED])
@pytest.mark.parametrize("tie", ["duplicate_of", "split_from"])
def test_a_denunciation_is_not_registered_as_a_copy_or_part_of_a_named_petition_nor_the_reverse(
    commune, kind, tie
):
    other = make_petition(commune, kind=OPEN if kind == SEALED else SEALED, signer_name=NAME)
    with pytest.raises(RefusedError, match="không gắn đơn tố cáo với đơn khác loại") as refusal:
        make_petition(commune, kind=kind, signer_name=NAME, **{tie: other})
    assert refusal.value.field == tie


def test_the_form_says_at_the_visit_why_a_denunciation_is_not_taken_in_there(counter, commune):
    visit = visit_of(commune, OPEN)
    response = counter.post(
        reverse("reception:petition-new"),
        {
            "received_on": "12/3/2026",
            "source": "tiep_cong_dan",
            "visit": visit.code,
            "kind": SEALED,
            "signer_kind": "mot_nguoi",
            "signer_name": NAME,
            "signers": "1",
            "summary": "Tố cáo công chức nhận tiền",
        },
    )
    assert "ghi họ tên công khai" in response.context["form"].errors["visit"][0]
    assert not Petition.objects.exists()


def test_a_named_petition_is_not_taken_in_at_the_visit_of_a_denouncer(commune):
    visit = visit_of(commune, SEALED)
    with pytest.raises(RefusedError, match="lượt tiếp tố cáo") as refusal:
        make_petition(commune, visit=visit, source="tiep_cong_dan", signer_name=NAME)
    assert refusal.value.field == "visit"


def test_a_tie_from_an_old_book_does_not_lead_from_the_case_to_the_name(commune, clerk):
    denunciation = make_petition(commune, kind=SEALED, signer_name=NAME)
    copy = make_petition(commune, signer_name=NAME)
    Petition.objects.filter(pk=copy.pk).update(duplicate_of=denunciation)
    assert not related_to(make_case(denunciation), clerk)


# --- Transfers ----------------------------------------------------------------------------------


def send(petition, receiver, **fields):
    """Let the chairman forward the petition to another unit of the installation."""
    handle_petition(
        petition,
        processed_on=TODAY,
        eligible=True,
        outcome="chuyen",
        outcome_document="9/PC-UBND",
        by=chairman_of(petition.unit),
        today=TODAY,
        **{
            "receiver": receiver,
            "matter": Matter(
                field=Case.Field.LAND,
                competent=False,
                competent_body=receiver.name if receiver else "",
                instance="KN_lan_1",
                respondent="cong_chuc",
            ),
            **fields,
        },
    )
    return Transfer.objects.latest("pk")


@pytest.mark.parametrize("page", ["complaints:transfer-accept", "complaints:transfer-return"])
def test_a_transfer_that_was_answered_no_longer_opens(
    commune, neighbour, clerk_next_door, sign_in, today, page
):
    transfer = send(make_petition(commune, signer_name=NAME), neighbour)
    browser = sign_in(clerk_next_door)
    assert browser.get(reverse(page, args=[transfer.pk])).status_code == 200
    received = accept_transfer(transfer, on=TODAY, by=clerk_next_door, today=TODAY)
    reclassify_petition(received, kind=SEALED, by=clerk_next_door)
    assert browser.get(reverse(page, args=[transfer.pk])).status_code == 404


def test_the_case_a_returned_petition_leaves_is_counted_anew(commune, neighbour, clerk_next_door):
    sent = make_petition(commune, date(2026, 3, 1))
    transfer = send(sent, neighbour)
    case = Case.objects.get(petition_links__petition=sent)
    Case.objects.filter(pk=case.pk).update(act_known_on=date(2026, 2, 1))
    send(make_petition(commune, date(2026, 3, 9)), None, matter=None, case=case)
    return_transfer(transfer, reason="Không thuộc xã", on=TODAY, by=clerk_next_door, today=TODAY)
    limit = case.deadlines.get(step__icontains="LIMIT")
    assert limit.met_on == date(2026, 3, 9)


def test_that_a_returned_petition_waits_again_stands_in_the_trail_of_its_own_office(
    commune, neighbour, clerk_next_door
):
    transfer = send(make_petition(commune), neighbour)
    return_transfer(transfer, reason="Không thuộc xã", on=TODAY, by=clerk_next_door, today=TODAY)
    assert AuditEntry.objects.get(action="xử lý lại đơn").unit == commune


# --- Lists handed out ---------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/don-thu/danh-sach.csv", "/vu-viec/danh-sach.csv"])
def test_the_trail_of_an_export_tells_its_filters_but_not_the_name_looked_for(counter, address):
    b"".join(counter.get(address, {"tim": NAME, "loai": "TC"}).streaming_content)
    assert AuditEntry.objects.latest("pk").detail == "bộ lọc: loai=TC"
