"""Turns a case may take: joined, reclassified, handed over, its target moved, its clock standing still."""

from datetime import date

import pytest
from django.urls import reverse

from complaints.actions.joinder import join_case
from complaints.actions.reclassification import reclassify_case
from complaints.models import Case
from complaints.workflow import EventKind
from lucba.office.errors import RefusedError
from reception.models import IntakeDeadline, SealedIdentity
from tests.building import TODAY, happen, make_accepted_case, make_case, make_petition

JULY = date(2026, 7, 6)


@pytest.fixture
def leader(sign_in, chairman, today):
    return sign_in(chairman)


def test_a_case_is_joined_into_another_of_the_same_content(leader, commune):
    main, other = make_accepted_case(unit=commune), make_accepted_case(unit=commune)
    act = reverse("complaints:case-act", args=[other.pk, "nhap_vu"])
    page = leader.post(act, {"into": main.code, "happened_on": "12/3"}, follow=True).content.decode()
    assert "Nhập vào vụ việc khác" in page
    other.refresh_from_db()
    assert (other.status, other.joined_into, other.closed_on) == ("joined", main, TODAY)
    main.refresh_from_db()
    assert main.status == "in-progress"
    assert other.code in leader.get(reverse("complaints:case-page", args=[main.pk])).content.decode()


def test_a_case_is_not_joined_into_itself_another_kind_or_an_ended_one(commune, chairman):
    case = make_accepted_case(unit=commune)
    denunciation = make_accepted_case(make_petition(commune, kind="TC"))
    ended = happen(make_case(unit=commune), EventKind.WITHDRAWN, TODAY, document_number="01/BB")
    for into, words in ((case, "chính nó"), (denunciation, "cùng loại"), (ended, "rút đơn")):
        with pytest.raises(RefusedError, match=words):
            join_case(case, into=into, happened_on=TODAY, by=chairman, today=TODAY)
    case.refresh_from_db()
    assert case.status == "in-progress"


def test_a_recommendation_that_is_a_complaint_waits_again_with_its_first_day(commune, chairman):
    petition = make_petition(commune, date(2026, 3, 2), kind="KNPA")
    case = make_accepted_case(petition, accepted_on=date(2026, 3, 4))
    turned = {"kind": "KN", "detail": "khiếu nại quyết định thu hồi đất"}
    reclassify_case(case, happened_on=TODAY, **turned, by=chairman, today=TODAY)
    case.refresh_from_db()
    petition.refresh_from_db()
    assert (case.status, case.closed_on) == ("reclassified", TODAY)
    assert (petition.kind, petition.processed_on) == ("KN", None)
    clock = IntakeDeadline.objects.get(petition=petition, step="KN.ACCEPT.LAW")
    assert clock.start == date(2026, 3, 2)
    again = make_case(petition, processed_on=TODAY)
    assert (again.kind, again.status) == ("KN", "waiting")


def test_a_recommendation_that_accuses_seals_the_name_of_its_author(commune, chairman):
    petition = make_petition(commune, kind="KNPA", signer_name="Nguyễn Văn Kín")
    case = make_accepted_case(petition)
    reclassify_case(case, kind="TC", happened_on=TODAY, detail="tố cáo cán bộ", by=chairman, today=TODAY)
    petition.refresh_from_db()
    assert petition.signer_name == ""
    assert SealedIdentity.objects.get(petition=petition).name == "Nguyễn Văn Kín"


def test_a_case_of_an_abolished_unit_keeps_its_days(commune, leader):
    case = make_accepted_case(make_petition(commune, date(2026, 1, 5)), accepted_on=date(2026, 1, 8))
    act = reverse("complaints:case-act", args=[case.pk, "nhan_ban_giao"])
    answers = {"happened_on": "2/3", "document_number": "01/BBBG", "detail": ""}
    assert "Hãy ghi đơn vị bàn giao" in leader.post(act, answers).content.decode()
    leader.post(act, {**answers, "detail": "UBND xã Vạn Thọ (cũ)"})
    case.refresh_from_db()
    assert case.handed_over_from == "UBND xã Vạn Thọ (cũ)"
    assert (case.accepted_on, case.due_on) == (date(2026, 1, 8), date(2026, 2, 9))  # 07/02 is a Saturday
    assert (
        "UBND xã Vạn Thọ (cũ)" in leader.get(reverse("complaints:case-page", args=[case.pk])).content.decode()
    )


def test_the_target_of_an_answer_is_moved_with_a_reason_and_stays_a_target(commune):
    case = make_accepted_case(make_petition(commune, kind="KNPA"))
    first = case.due_on
    with pytest.raises(RefusedError, match="lý do"):
        happen(case, EventKind.TARGET_MOVED, TODAY, until_on=date(2026, 5, 20))
    with pytest.raises(RefusedError, match="sau chỉ tiêu hiện nay"):
        happen(case, EventKind.TARGET_MOVED, TODAY, detail="chờ đo đạc", until_on=first)
    case = happen(case, EventKind.TARGET_MOVED, TODAY, detail="chờ đo đạc", until_on=date(2026, 5, 20))
    assert case.due_on == date(2026, 5, 20)
    assert case.deadlines.get().is_house_target


def test_a_suspended_case_is_never_overdue_while_its_clock_stands_still(commune, leader, monkeypatch):
    case = make_accepted_case(make_petition(commune, JULY))
    case = happen(
        case, "tam_dinh_chi", date(2026, 7, 13), detail="cho_co_quan_khac", document_number="3/QĐ-UBND"
    )
    clock = case.deadlines.get(step="KN.RESOLVE")
    assert (clock.paused_on, clock in case.deadlines.running()) == (date(2026, 7, 13), False)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 12, 1))
    page = " ".join(leader.get(reverse("complaints:case-page", args=[case.pk])).content.decode().split())
    assert "đang tạm dừng từ 13/07/2026" in page
    resolving = page[page.index("<h3>Giải quyết khiếu nại") :]
    assert "quá hạn" not in resolving[: resolving.index("</details>")]
    case = happen(case, "tiep_tuc", date(2026, 7, 20), document_number="4/QĐ-UBND")
    resumed = case.deadlines.get(step="KN.RESOLVE")
    assert (resumed.paused_on, resumed.due_on) == (None, date(2026, 8, 12))  # 05/08 and seven days


def test_a_group_is_accepted_only_with_signatures_and_representatives(commune, leader):
    petition = make_petition(commune, signer_kind="nhieu_nguoi", signers=6)
    case = make_case(petition)
    act = reverse("complaints:case-act", args=[case.pk, "thu_ly"])
    refused = leader.post(act, {"happened_on": "12/3"}).content.decode()
    assert "Điều 16(1)" in refused
    leader.post(act, {"happened_on": "12/3", "group_is_complete": "on"})
    assert Case.objects.get(pk=case.pk).status == "in-progress"


def test_two_people_act_on_one_case_and_the_second_is_told_what_changed(commune, leader, clerk, sign_in):
    case = make_accepted_case(unit=commune)
    seen = {"seen": case.changes}
    second = sign_in(clerk)
    leader.post(
        reverse("complaints:case-act", args=[case.pk, "trung_cau_giam_dinh"]),
        {"happened_on": "12/3", "document_number": "5/QĐ-UBND", **seen},
    )
    act = reverse("complaints:case-act", args=[case.pk, "yeu_cau_thong_tin"])
    told = second.post(act, {"happened_on": "12/3", **seen}).content.decode()
    assert "vừa có thay đổi" in told
    assert "“trưng cầu giám định (không dừng thời hạn)” ngày 12/03/2026, Trần Văn Hùng ghi" in told
    assert not case.events.filter(kind="yeu_cau_thong_tin").exists()


def test_a_dialogue_is_announced_five_days_before_since_july_2026(commune, leader):
    case = make_accepted_case(make_petition(commune, JULY))
    act = reverse("complaints:case-act", args=[case.pk, "thong_bao_doi_thoai"])
    monday = date(2026, 7, 20)
    with pytest.raises(RefusedError, match="chậm nhất ngày 10/07/2026"):
        happen(case, "thong_bao_doi_thoai", date(2026, 7, 13), until_on=date(2026, 7, 16))
    case = happen(case, "thong_bao_doi_thoai", date(2026, 7, 13), until_on=monday)
    page = leader.get(reverse("complaints:case-page", args=[case.pk])).content.decode()
    assert "Đối thoại ngày 20/07/2026" in page
    assert "Ngày sẽ đối thoại" in leader.get(act).content.decode()


def test_before_july_2026_a_dialogue_needed_no_days_of_notice(commune):
    case = make_accepted_case(unit=commune)
    case = happen(case, "thong_bao_doi_thoai", TODAY, until_on=date(2026, 3, 13))
    assert case.events.get(kind="thong_bao_doi_thoai").until_on == date(2026, 3, 13)
