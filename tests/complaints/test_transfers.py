"""Transfers between units of the installation: one pair of hands at a time, and a seal that stays a seal."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from complaints.actions.handling import Matter, handle_petition
from complaints.actions.transfers import accept_transfer, return_transfer
from complaints.desks import receiving_units
from complaints.models import Case, Transfer
from lucba.office.errors import RefusedError
from lucba.office.models import AuditEntry, Message
from reception.models import Petition, SealedIdentity
from tests.building import TODAY, Role, chairman_of, make_official, make_petition, make_unit

DESK = "/don-thu/chuyen-den/"
FRIDAY = date(2026, 3, 13)
DENOUNCER = "Trịnh Bí Mật"


@pytest.fixture
def next_door(neighbour, clerk_next_door):
    """The commune next door, with its clerk at the counter."""
    return neighbour


def matter(kind="KN"):
    return Matter(
        field=Case.Field.LAND,
        competent=False,
        competent_body="UBND xã Vạn Thọ",
        instance={"KN": "KN_lan_1", "TC": "TC_lan_dau", "KNPA": ""}[kind],
        respondent="" if kind == "KNPA" else "cong_chuc",
    )


def send(petition, receiver, **fields):
    """Let the chairman forward the petition to another unit of the installation."""
    handle_petition(
        petition,
        processed_on=TODAY,
        eligible=True,
        outcome="chuyen",
        outcome_document="9/PC-UBND",
        receiver=receiver,
        matter=matter(petition.kind),
        **{"by": chairman_of(petition.unit), "today": TODAY, **fields},
    )
    return Transfer.objects.latest("pk")


def accept(transfer, by, on=FRIDAY):
    return accept_transfer(transfer, on=on, by=by, today=on)


def send_back(transfer, by, reason="Đất thuộc xã Lục Ba", on=FRIDAY):
    return return_transfer(transfer, reason=reason, on=on, by=by, today=on)


def text_of(response):
    return " ".join(response.content.decode().split())


def test_a_petition_forwarded_to_a_unit_of_the_installation_arrives_on_its_desk(
    commune, next_door, clerk_next_door, sign_in, today
):
    petition = make_petition(commune, summary="Tranh chấp đường đi")
    transfer = send(petition, next_door)
    assert (transfer.state, transfer.letter_number, transfer.sent_on) == ("da_gui", "9/PC-UBND", TODAY)
    assert "UBND xã Lục Ba chuyển đến một đơn" in Message.objects.get(official=clerk_next_door).text
    browser = sign_in(clerk_next_door)
    desk = text_of(browser.get(DESK))
    assert "Tranh chấp đường đi" in desk
    assert "Đơn chuyển đến (1)" in text_of(browser.get("/don-thu/"))


def test_the_receiver_takes_it_into_his_book_on_the_day_he_accepts(commune, next_door, clerk_next_door):
    sent = make_petition(commune, date(2026, 3, 2), urgent=True)
    received = accept(send(sent, next_door), clerk_next_door)
    assert (received.unit, received.received_on, received.source) == (next_door, FRIDAY, "co_quan_chuyen")
    assert (received.forwarder, received.forwarder_kind) == ("UBND xã Lục Ba", "co_quan_khac")
    assert (received.signer_name, received.summary, received.urgent) == (sent.signer_name, sent.summary, True)
    assert min(clock.start for clock in received.deadlines.all()) == FRIDAY
    transfer = Transfer.objects.get()
    assert (transfer.state, transfer.received_as, transfer.answered_on) == ("da_nhan", received, FRIDAY)


def test_both_sides_see_the_way_of_the_petition(commune, next_door, clerk, clerk_next_door, sign_in, today):
    sent = make_petition(commune)
    received = accept(send(sent, next_door), clerk_next_door, on=TODAY)
    for official, petition in ((clerk, sent), (clerk_next_door, received)):
        page = text_of(sign_in(official).get(reverse("reception:petition-page", args=[petition.pk])))
        assert "UBND xã Lục Ba → UBND xã Vạn Thọ: <strong>đã tiếp nhận</strong>" in page
        assert received.code in page


def test_a_petition_returned_waits_again_at_its_sender_with_its_first_day(
    commune, next_door, clerk, clerk_next_door
):
    sent = make_petition(commune, date(2026, 3, 9))
    transfer = send_back(send(sent, next_door), clerk_next_door)
    sent.refresh_from_db()
    assert (transfer.state, transfer.reason) == ("tra_lai", "Đất thuộc xã Lục Ba")
    assert (sent.processed_on, sent.outcome, sent.received_on) == (None, "", date(2026, 3, 9))
    assert sent.deadlines.filter(met_on__isnull=True).exists()
    assert not Case.objects.exists()  # the one the transfer had opened
    assert "trả lại đơn" in Message.objects.filter(official=clerk).latest("pk").text
    again = send(sent, next_door, today=FRIDAY)
    assert again.state == "da_gui"
    assert Transfer.objects.filter(petition=sent).count() == 2


def test_a_petition_is_never_in_two_pairs_of_hands(commune, next_door, clerk_next_door):
    transfer = send(make_petition(commune), next_door)
    accept(transfer, clerk_next_door)
    for answer in (accept, send_back):
        with pytest.raises(RefusedError, match="đã tiếp nhận"):
            answer(transfer, clerk_next_door)
    assert Petition.objects.filter(unit=next_door).count() == 1
    third = make_unit("BA", "UBND xã Ba")
    with pytest.raises(IntegrityError), transaction.atomic():
        Transfer.objects.create(
            unit=commune,
            receiver=third,
            petition=transfer.petition,
            letter_number="1",
            sent_on=TODAY,
            sent_by=chairman_of(commune),
        )


def test_only_the_receiver_answers_not_before_it_was_sent_and_with_a_reason(
    commune, next_door, clerk, clerk_next_door
):
    transfer = send(make_petition(commune), next_door)
    with pytest.raises(RefusedError, match="Chỉ đơn vị nhận"):
        accept(transfer, clerk)
    with pytest.raises(RefusedError, match="ngày chuyển đơn"):
        accept_transfer(transfer, on=date(2026, 3, 11), by=clerk_next_door, today=FRIDAY)
    with pytest.raises(RefusedError, match="Hãy ghi lý do trả lại"):
        send_back(transfer, clerk_next_door, reason=" ")
    transfer.refresh_from_db()
    assert transfer.state == "da_gui"


def test_a_transfer_to_oneself_is_refused_and_nothing_is_stored(commune):
    petition = make_petition(commune)
    with pytest.raises(RefusedError, match="chính đơn vị mình") as refusal:
        send(petition, commune)
    assert refusal.value.field == "receiving_unit"
    petition.refresh_from_db()
    assert petition.processed_on is None


def test_a_denouncers_name_travels_sealed(commune, next_door, clerk, clerk_next_door, sign_in, today):
    sent = make_petition(commune, kind="TC", signer_name=DENOUNCER)
    SealedIdentity.objects.filter(petition=sent).update(phone="0912345678", address="Đại Từ")
    transfer = send(sent, next_door)
    browser = sign_in(clerk_next_door)
    for page in (DESK, f"{DESK}{transfer.pk}/tiep-nhan/", f"{DESK}{transfer.pk}/tra-lai/"):
        assert DENOUNCER not in browser.get(page).content.decode()
    received = accept(transfer, clerk_next_door, on=TODAY)
    assert (received.signer_name, DENOUNCER in received.search_key) == ("", False)
    seal = SealedIdentity.objects.get(petition=received)
    assert (seal.unit, seal.name, seal.phone, seal.address) == (next_door, DENOUNCER, "0912345678", "Đại Từ")
    for official, petition in ((clerk, sent), (clerk_next_door, received)):
        page = sign_in(official).get(reverse("reception:petition-page", args=[petition.pk]))
        assert DENOUNCER not in page.content.decode()
    told = [
        *Message.objects.values_list("text", flat=True),
        *AuditEntry.objects.values_list("detail", flat=True),
    ]
    assert not any(DENOUNCER in each for each in told)


def test_both_offices_find_the_answer_in_their_trail(commune, next_door, clerk_next_door):
    accept(send(make_petition(commune), next_door), clerk_next_door)
    entries = AuditEntry.objects.filter(action="đơn chuyển đã tiếp nhận")
    assert {entry.unit for entry in entries} == {commune, next_door}


def test_only_units_in_being_with_somebody_at_the_counter_receive(commune, next_door, inspectorate, clerk):
    make_unit("TRONG", "UBND xã Không Người")
    closed = make_unit("CU", "UBND xã Cũ", in_force_until=date(2025, 6, 30))
    make_official(closed, Role.CLERK)
    assert {unit.code for unit in receiving_units(on=TODAY)} == {commune.code, next_door.code}


# --- Through the pages --------------------------------------------------------------------------


def forwarding(**answers):
    return {
        "processed_on": "12/3",
        "classification": "foreign",
        "outcome": "chuyen",
        "outcome_document": "9/PC-UBND",
        "receiving_unit": "ubnd xa van tho",
        "case": "",
        "field": "dat_dai_nha_cua",
        "instance": "KN_lan_1",
        "competent_body": "",
        "respondent": "cong_chuc",
        "prior_state": "chua_giai_quyet",
        "obstacle_days": "0",
        "case_summary": "",
        **answers,
    }


def test_proposed_approved_sent_and_accepted_through_the_pages(
    commune, next_door, clerk, chairman, clerk_next_door, sign_in, today
):
    petition = make_petition(commune)
    handle = reverse("complaints:petition-handle", args=[petition.pk])
    counter = sign_in(clerk)
    assert "UBND xã Vạn Thọ" in text_of(counter.get(handle))  # offered while typing
    assert "Đã trình phê duyệt" in text_of(counter.post(handle, forwarding(), follow=True))
    assert not Transfer.objects.exists()
    proposal = petition.proposals.get()
    sign_in(chairman).post(f"/phe-duyet/{proposal.pk}/duyet/")
    transfer = Transfer.objects.get()
    assert transfer.sent_by == chairman
    assert Case.objects.get().competent_body == "UBND xã Vạn Thọ"
    browser = sign_in(clerk_next_door)
    page = browser.post(f"{DESK}{transfer.pk}/tiep-nhan/", {"on": "hôm nay"}, follow=True)
    assert "Đã tiếp nhận và vào sổ đơn D2026-00001" in text_of(page)
    assert "Không có đơn nào chờ tiếp nhận" in text_of(browser.get(DESK))


def test_the_desk_returns_with_a_reason(commune, next_door, clerk_next_door, sign_in, today):
    transfer = send(make_petition(commune), next_door)
    browser, address = sign_in(clerk_next_door), f"{DESK}{transfer.pk}/tra-lai/"
    assert "Hãy ghi lý do trả lại" in text_of(browser.post(address, {"on": "12/3", "reason": ""}))
    page = browser.post(address, {"on": "12/3", "reason": "Không đúng nơi"}, follow=True)
    assert "Đã trả lại đơn cho UBND xã Lục Ba" in text_of(page)
    transfer.refresh_from_db()
    assert transfer.state == "tra_lai"


def test_a_unit_nobody_knows_is_said_at_its_field(commune, next_door, chairman, sign_in, today):
    handle = reverse("complaints:petition-handle", args=[make_petition(commune).pk])
    response = sign_in(chairman).post(handle, forwarding(receiving_unit="UBND xã Trên Trời"))
    assert "Không có đơn vị nào trên hệ thống" in str(response.context["form"].errors["receiving_unit"])
    own = sign_in(chairman).post(handle, forwarding(receiving_unit="LUC-BA"))
    assert "chính đơn vị mình" in str(own.context["form"].errors["receiving_unit"])


def test_the_sender_and_strangers_do_not_answer_for_the_receiver(commune, next_door, clerk, sign_in, today):
    transfer = send(make_petition(commune), next_door)
    for act in ("tiep-nhan", "tra-lai"):
        assert sign_in(clerk).get(f"{DESK}{transfer.pk}/{act}/").status_code == 404
