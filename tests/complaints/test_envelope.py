"""The envelope: who decides which outcome, the stage of a petition, its tabs, and what is done only once."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from complaints.actions.handling import Matter, handle_petition, withdraw_petition
from complaints.actions.splitting import split_petition
from complaints.envelope import ENVELOPE, Occasion, Part, disposal, grounds_for
from complaints.models import Case
from lucba.office.errors import RefusedError
from lucba.office.models import AuditEntry, Message
from reception.actions.petitions import mark_urgent, record_reply_from_body
from reception.models import ContentKind, Petition, SealedIdentity
from reception.petition_stages import kept_until
from tests.building import (
    TODAY,
    chairman_of,
    clerk_of,
    make_case,
    make_hamlet,
    make_petition,
    make_session,
    make_visit,
)

Outcome = Petition.Outcome
LIST = "/don-thu/"
FOREIGN = Matter(
    field=Case.Field.LAND,
    competent=False,
    competent_body="UBND tỉnh Thái Nguyên",
    instance="KN_lan_1",
    respondent="cong_chuc",
)


@pytest.fixture
def counter(sign_in, clerk, chairman, today):
    return sign_in(clerk)


def handle(petition, outcome, *, eligible=True, by=None, **fields):
    return handle_petition(
        petition,
        processed_on=fields.pop("processed_on", TODAY),
        eligible=eligible,
        outcome=outcome,
        **{"outcome_document": "7/UBND-XLĐ", **fields},
        by=by or chairman_of(petition.unit),
        today=TODAY,
    )


def file_away(petition, reason="đơn rách nát", **fields):
    return handle(petition, Outcome.FILED, eligible=False, ineligible_reason=reason, **fields)


def page_of(petition):
    return reverse("reception:petition-page", args=[petition.pk])


def shown(browser, petition):
    return " ".join(browser.get(page_of(petition)).content.decode().split())


def codes(browser, tab):
    return {row.code for row in browser.get(LIST, {"muc": tab}).context["page"].rows}


# --- Who decides --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(ContentKind))
@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_of_every_kind_has_one_row_with_its_decider_and_paper(kind, outcome):
    rows = [
        row
        for row in ENVELOPE
        if row.outcome == outcome and kind in row.kinds and row.occasion is Occasion.USUAL
    ]
    assert len(rows) == 1
    assert rows[0].document
    assert str(rows[0].basis)


@pytest.mark.parametrize(
    ("kind", "outcome", "occasion"),
    [
        ("KN", Outcome.FILED, Occasion.USUAL),
        ("KN", Outcome.FORWARDED, Occasion.USUAL),
        ("TC", Outcome.FORWARDED, Occasion.USUAL),
        ("TC", Outcome.FORWARDED, Occasion.CRIME_SIGNS),
        ("KNPA", Outcome.FORWARDED, Occasion.USUAL),
        ("KN", Outcome.RETURNED, Occasion.USUAL),
        ("TC", Outcome.MANAGEMENT_CHECK, Occasion.USUAL),
    ],
)
def test_what_ends_a_petition_or_sends_it_away_is_a_leaders(kind, outcome, occasion):
    assert disposal(kind, outcome, occasion).needs_a_leader


@pytest.mark.parametrize(
    ("kind", "outcome", "occasion"),
    [
        ("KN", Outcome.GUIDED, Occasion.USUAL),
        ("KN", Outcome.PROPOSED, Occasion.USUAL),
        ("TC", Outcome.PROPOSED, Occasion.USUAL),
        ("KNPA", Outcome.JOINED, Occasion.USUAL),
        ("KN", Outcome.SPLIT, Occasion.USUAL),
        ("KN", Outcome.FILED, Occasion.DUPLICATE),
        ("KN", Outcome.FILED, Occasion.WITHDRAWN),
    ],
)
def test_the_rest_the_clerk_does_himself(kind, outcome, occasion):
    assert not disposal(kind, outcome, occasion).needs_a_leader


def test_a_clerk_is_refused_a_leaders_outcome_and_told_to_propose_it(commune):
    petition = make_petition(commune)
    with pytest.raises(RefusedError, match=r"“lưu đơn” do Chủ tịch, Phó Chủ tịch .*: hãy trình phê duyệt"):
        file_away(petition, by=clerk_of(commune))
    petition.refresh_from_db()
    assert petition.processed_on is None


def test_the_page_says_who_decides_by_which_paper_and_article(counter, commune):
    page = counter.get(reverse("complaints:petition-handle", args=[make_petition(commune, kind="TC").pk]))
    text = page.content.decode()
    assert "lãnh đạo phê duyệt" in text
    assert "khoản 2 Điều 24 Luật Tố cáo 2018" in text


# --- Stages and tabs ----------------------------------------------------------------------------


def test_each_stage_stands_on_the_page_and_in_its_tab(counter, commune):
    new, guided, sent, filed = (make_petition(commune) for _ in range(4))
    handle(guided, Outcome.GUIDED, matter=FOREIGN)
    handle(sent, Outcome.FORWARDED, matter=FOREIGN)
    file_away(filed)
    for petition, words in (
        (new, "Mới, chưa xử lý"),
        (guided, "Đã hướng dẫn"),
        (sent, "Đã chuyển, chờ phúc đáp"),
        (filed, "Đã lưu"),
    ):
        assert words in shown(counter, petition)
    assert codes(counter, "chua-xu-ly") == {new.code}
    assert codes(counter, "cho-phuc-dap") == {sent.code}
    assert codes(counter, "tat-ca") == {new.code, guided.code, sent.code, filed.code}


def test_a_reply_takes_the_petition_out_of_those_waited_for(counter, commune, clerk):
    sent = handle(make_petition(commune), Outcome.FORWARDED, matter=FOREIGN)
    record_reply_from_body(sent, received_on=TODAY, document_number="5/UBND", by=clerk, today=TODAY)
    assert codes(counter, "cho-phuc-dap") == set()
    assert "Đã chuyển, đã có phúc đáp" in shown(counter, sent)


def test_a_petition_laid_before_the_leaders_leaves_the_first_tab_for_the_second(counter, commune):
    petition, other = make_petition(commune), make_petition(commune)
    answers = {
        "processed_on": "12/3",
        "classification": "ineligible",
        "outcome": "luu",
        "ineligible_ground": "rach_nat",
    }
    counter.post(reverse("complaints:petition-handle", args=[petition.pk]), answers)
    assert codes(counter, "chua-xu-ly") == {other.code}
    assert codes(counter, "cho-phe-duyet") == {petition.code}


def test_a_filed_petition_is_kept_a_year_at_least(counter, commune):
    assert "Lưu đến ít nhất 12/03/2027" in shown(counter, file_away(make_petition(commune)))
    leap = Petition(processed_on=date(2028, 2, 29), outcome=Outcome.FILED)
    assert kept_until(leap) == date(2029, 3, 1)


def test_a_copy_is_tied_to_the_first_however_often_it_comes(counter, commune):
    first = make_petition(commune)
    second = make_petition(commune, duplicate_of=first)
    third = make_petition(commune, duplicate_of=second)
    assert third.duplicate_of == first
    file_away(third, "đơn trùng", by=clerk_of(commune))
    assert "Trùng, đã lưu" in shown(counter, third)
    assert third.code in shown(counter, first)


# --- Urgent, crime signs, the 45 days -----------------------------------------------------------


def test_an_urgent_petition_stands_first_and_the_leaders_are_told_at_once(counter, commune, chairman):
    old = make_petition(commune, TODAY - timedelta(days=9), urgent=True)
    make_petition(commune)
    page = counter.get(LIST)
    assert page.context["page"].rows[0] == old
    assert "Khẩn" in page.content.decode()
    assert old.code in Message.objects.get(official=chairman).text


def test_the_clerk_marks_a_waiting_petition_as_urgent_and_takes_the_mark_off(counter, commune):
    petition = make_petition(commune)
    mark = reverse("reception:petition-urgent", args=[petition.pk])
    counter.post(mark)
    petition.refresh_from_db()
    assert petition.urgent
    counter.post(mark)
    petition.refresh_from_db()
    assert not petition.urgent


def test_a_handled_petition_is_not_marked_any_more(commune, clerk):
    with pytest.raises(RefusedError, match="đã xử lý"):
        mark_urgent(file_away(make_petition(commune)), urgent=True, by=clerk)


def test_urgent_petitions_do_not_break_the_pages_of_the_list(counter, commune):
    for number in range(60):
        make_petition(commune, TODAY - timedelta(days=number % 7), urgent=number % 20 == 0)
    first = counter.get(LIST).context["page"]
    second = counter.get(LIST, {"sau": first.next_mark}).context["page"]
    rows = [*first.rows, *second.rows]
    assert len({row.pk for row in rows}) == 60
    assert [row.urgent for row in rows[:4]] == [True, True, True, False]


def test_crime_signs_go_to_the_investigators_at_once(counter, commune):
    petition = make_petition(commune)
    police = Matter(
        field=Case.Field.LAND,
        competent=False,
        competent_body="Cơ quan Cảnh sát điều tra Công an tỉnh",
        instance="KN_lan_1",
        respondent="cong_chuc",
    )
    handle(petition, Outcome.FORWARDED, matter=police, crime_signs=True)
    petition.refresh_from_db()
    assert petition.urgent
    page = shown(counter, petition)
    assert "Đã chuyển cơ quan điều tra" in page
    assert "Đã chuyển ngay cơ quan điều tra" in page


def test_crime_signs_through_the_page_name_the_investigators_and_no_unit(sign_in, chairman, commune, today):
    petition = make_petition(commune)
    answers = {
        "processed_on": "12/3",
        "classification": "foreign",
        "outcome": "chuyen",
        "outcome_document": "9/UBND",
        "crime_signs": "on",
        "competent_body": "Công an tỉnh",
        "field": "dat_dai_nha_cua",
        "instance": "KN_lan_1",
        "respondent": "cong_chuc",
        "prior_state": "chua_giai_quyet",
    }
    sign_in(chairman).post(reverse("complaints:petition-handle", args=[petition.pk]), answers)
    petition.refresh_from_db()
    assert (petition.outcome, petition.crime_signs, petition.urgent) == ("chuyen", True, True)


def test_crime_signs_belong_to_a_petition_that_is_sent_on(commune):
    with pytest.raises(RefusedError, match="Chỉ đơn được chuyển"):
        file_away(make_petition(commune), crime_signs=True)


def test_the_45_days_stand_on_the_page_once_they_ran_out(counter, commune, monkeypatch):
    petition = make_petition(commune, date(2026, 7, 6))
    wire = petition.deadlines.get(step="XLD.45")
    assert wire.due_on == date(2026, 8, 20)  # Thursday, 45 calendar days after Monday 06/07/2026
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: date(2026, 8, 20))
    assert "hết 45 ngày" not in shown(counter, petition)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, **__: date(2026, 8, 21))
    assert "Đã quá 20/08/2026, hết 45 ngày" in shown(counter, petition)


# --- Guided once --------------------------------------------------------------------------------


def test_the_same_author_on_the_same_matter_is_guided_once(commune):
    first = make_petition(commune)
    handle(first, Outcome.GUIDED, matter=FOREIGN)
    copy = make_petition(commune, duplicate_of=first)
    again = {"eligible": False, "ineligible_reason": "đơn trùng"}
    with pytest.raises(RefusedError, match=f"đã được hướng dẫn ngày 12/03/2026 .đơn {first.code}") as refusal:
        handle(copy, Outcome.GUIDED, **again)
    assert "Thông tư 05/2021/TT-TTCP" in refusal.value.message
    file_away(copy, "nội dung này đã được hướng dẫn một lần")


def test_a_second_petition_of_the_same_case_is_not_guided_again(commune):
    first = make_petition(commune)
    handle(first, Outcome.GUIDED, matter=FOREIGN)
    case = Case.objects.get()
    with pytest.raises(RefusedError, match="chỉ hướng dẫn một lần"):
        handle(make_petition(commune), Outcome.GUIDED, case=case)


def test_another_matter_is_guided_as_ever(commune):
    for _ in range(2):
        handle(make_petition(commune), Outcome.GUIDED, matter=FOREIGN)
    assert Petition.objects.filter(outcome=Outcome.GUIDED).count() == 2


# --- Eligibility --------------------------------------------------------------------------------


def test_the_grounds_offered_are_those_of_the_kind_in_force_on_the_day():
    complaint = dict(grounds_for("KN", on=TODAY))
    assert "thoi_hieu" in complaint
    assert "nac_danh" not in complaint
    assert "nac_danh" in dict(grounds_for("TC", on=TODAY))
    assert grounds_for("KN", on=date(2021, 11, 14)) == []


# --- Withdrawal ---------------------------------------------------------------------------------


def test_a_petition_taken_back_before_handling_is_filed_and_the_page_says_so(counter, commune):
    petition = make_petition(commune)
    address = reverse("complaints:petition-withdraw", args=[petition.pk])
    page = counter.post(address, {"withdrawn_on": "12/3", "document": "2/BB-UBND"}, follow=True)
    text = " ".join(page.content.decode().split())
    assert "Người gửi đã rút" in text
    assert "người gửi rút đơn" in text
    petition.refresh_from_db()
    assert (petition.outcome, petition.outcome_document) == ("luu", "2/BB-UBND")
    assert {clock.met_on for clock in petition.deadlines.all()} == {TODAY}


def test_what_is_in_a_case_is_withdrawn_there_not_at_the_counter(commune, clerk):
    petition = make_case(unit=commune).petitions.get()
    with pytest.raises(RefusedError, match="đã được xử lý"):
        withdraw_petition(petition, withdrawn_on=TODAY, by=clerk, today=TODAY)


# --- Mixed petitions ----------------------------------------------------------------------------


def split(petition, *parts, same_receipt=True, on=TODAY):
    return split_petition(
        petition,
        parts=[Part(kind, summary) for kind, summary in parts],
        split_on=on,
        same_receipt=same_receipt,
        by=clerk_of(petition.unit),
        today=on,
    )


def test_a_mixed_petition_is_split_and_its_parts_keep_its_day_when_the_citizen_agrees(counter, commune):
    petition = make_petition(commune, date(2026, 3, 9), hamlet=make_hamlet(commune))
    complaint, proposal = split(petition, ("KN", "Khiếu nại thu hồi đất"), ("KNPA", "Kiến nghị làm đường"))
    assert (complaint.received_on, proposal.received_on) == (petition.received_on, petition.received_on)
    assert (complaint.split_from, complaint.signer_name) == (petition, petition.signer_name)
    assert complaint.deadlines.exists()
    petition.refresh_from_db()
    assert (petition.outcome, petition.eligible) == ("tach", False)
    page = shown(counter, petition)
    assert "Đã tách" in page
    assert complaint.code in page
    assert proposal.code in page


def test_without_his_word_the_parts_come_on_the_day_of_the_split(commune):
    visit = make_visit(make_session(commune, date(2026, 3, 9)), result="nhan_don")
    petition = make_petition(commune, date(2026, 3, 9), source="tiep_cong_dan", visit=visit)
    parts = split(petition, ("KN", "Đất"), ("KNPA", "Đường"), same_receipt=False)
    assert {(part.received_on, part.source, part.visit) for part in parts} == {(TODAY, "khac", None)}


def test_one_part_is_no_split_and_nothing_is_stored(commune):
    petition = make_petition(commune)
    with pytest.raises(RefusedError, match="ít nhất hai nội dung"):
        split(petition, ("KN", "Đất"))
    with pytest.raises(RefusedError, match="Hãy ghi nội dung"):
        split(petition, ("KN", "Đất"), ("KNPA", " "))
    petition.refresh_from_db()
    assert petition.processed_on is None
    assert Petition.objects.count() == 1


def test_a_denunciation_split_off_is_sealed_and_not_tied_to_the_name(counter, commune):
    petition = make_petition(commune, signer_name="Trịnh Bí Mật")
    complaint, denunciation = split(petition, ("KN", "Đất"), ("TC", "Tố cáo công chức nhận tiền"))
    assert complaint.split_from == petition
    assert (denunciation.signer_name, denunciation.split_from) == ("", None)
    assert SealedIdentity.objects.get(petition=denunciation).name == "Trịnh Bí Mật"
    assert not AuditEntry.objects.filter(detail__contains="Trịnh").exists()


def test_the_split_through_its_page(counter, commune):
    petition = make_petition(commune)
    address = reverse("complaints:petition-split", args=[petition.pk])
    assert petition.summary in counter.get(address).content.decode()
    answers = {"split_on": "12/3", "kind_1": "KN", "summary_1": "Đất", "kind_2": "", "summary_2": "Đường"}
    assert "Hãy chọn loại đơn của phần này" in counter.post(address, answers).content.decode()
    page = counter.post(address, {**answers, "kind_2": "KNPA", "same_receipt": "on"}, follow=True)
    assert "Đã tách đơn" in page.content.decode()
    assert Petition.objects.filter(split_from=petition).count() == 2
