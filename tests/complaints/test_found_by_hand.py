"""What counting by hand found: clocks and states that once differed from the law."""

import pytest

from tests.complaints.story import Story

PAPER = {"document_number": "31/QĐ-UBND"}


@pytest.fixture
def story(commune, sign_in, monkeypatch):
    return Story(commune, sign_in, monkeypatch)


def accepted(story, kind, day):
    story.on(day)
    return story.handled(story.petition(kind, "Vi Văn Lộc", "việc cấp giấy chứng nhận")).chairman("thu_ly")


def decided(story, day, **answers):
    story.on(day).verified_by_the_officer("2/QĐ-UBND")
    story.officer(
        "bao_cao_xac_minh",
        document_number="3/BC",
        **({"detail": "phu_hop"} if story.case.kind == "KN" else {}),
    )
    return story.chairman("quyet_dinh", document_number="4/QĐ", result="dung", **answers)


def test_information_asked_of_others_is_not_the_next_duty_of_the_office(story):
    accepted(story, "KN", "02/05/2024").on("13/05/2024").clerk("yeu_cau_thong_tin")
    assert story.shows() == ("Đang giải quyết", "03/06/2024")


def test_told_deputies_stop_their_clock_at_once(story):
    story.on("06/07/2026")
    by = {"source": "co_quan_chuyen", "forwarder_kind": "dai_bieu", "forwarder": "Đại biểu"}
    petition = story.petition("KN", "Vi Văn Lộc", "x", **by)
    story.handled(petition).chairman("thu_ly")
    decided(story, "10/07/2026").on("13/07/2026").forwarder_told(petition)
    assert story.clock("TCD.DEPUTY") == ("21/07/2026", "13/07/2026")


def test_after_a_late_second_complaint_the_clocks_of_the_later_decision_are_not_done_before_they_start(
    story,
):
    accepted(story, "KN", "24/06/2025").on("20/08/2025").clerk("kn-lan-hai-do-qua-han")
    decided(story, "26/08/2025").clerk("gui", party="nguoi_khieu_nai").received_by("nguoi_khieu_nai")
    for step in ("KN.EFFECT", "KN.SECOND"):
        assert story.clock(step)[1] == "", step  # met 20/08, six days before it starts


def test_a_second_decision_takes_effect_after_30_days_and_starts_the_direction(story):
    accepted(story, "KN", "06/07/2026")
    decided(story, "10/07/2026", must_execute="on", person_money="5").clerk("kn_lan_hai")
    story.on("10/09/2026").clerk("qd_lan_hai", detail="giu_nguyen", document_number="9/QĐ")
    # LKN 44(2): 10/09 + 30 = Sat 10/10, Mon 12/10, in effect 13/10; LKN 46: 14, 15, 16, 19, 20/10.
    assert story.refused("chairman", "chi_dao")  # today it is taken on the very day, before any effect
    story.on("13/10/2026")
    assert story.clock("KN.ENFORCE") == ("20/10/2026", "")


def test_a_paper_sent_after_its_event_was_recorded_can_be_noted_as_sent_without_a_correction(story):
    accepted(story, "KN", "06/07/2026").chairman("tam_dinh_chi", detail="bat_kha_khang", **PAPER)
    page = story.on("08/07/2026").page("clerk")
    assert "ngày gửi" in page.lower()  # no page notes it: only “đính chính” by a leader stops KN.SUSP.SEND


def test_a_breach_of_an_ended_case_is_not_its_next_duty(story):
    accepted(story, "KN", "06/07/2026").chairman("doi_thoai", **PAPER)  # no notice: KN.DIALOGUE never met
    story.clerk("rut-sau-thu-ly", **PAPER).chairman("dinh-chi-do-rut", **PAPER, sent_on="06/07/2026")
    assert story.shows() == ("Đình chỉ", "")


def test_the_result_is_told_even_when_the_money_came_in_first(story):
    decided(accepted(story, "TC", "06/07/2026"), "10/07/2026", must_execute="on", recover_money="100")
    story.chairman("chi_dao").clerk("thi_hanh", recover_money="100", finished="on")
    story.clerk("ket_qua_xu_ly", **PAPER)  # refused: already “hoàn thành” (LTC 36(3))


def test_the_earliest_end_governs_after_a_joinder(story):
    accepted(story, "KN", "10/07/2026").chairman("phuc_tap", detail=["1"], **PAPER)  # Mon 24/08
    main = story.case
    accepted(story, "KN", "10/07/2026").chairman("nhap_vu", into=main.code)  # Sun 09/08, Mon 10/08
    story.case = type(main).objects.get(pk=main.pk)
    assert story.shows()[1] == "10/08/2026"


def test_after_the_district_is_gone_everything_goes_to_the_province(story):
    story.on("30/06/2025")
    petition = story.petition("TC", "Vi Văn Lộc", "x")
    story.on("02/07/2025")
    away = {
        "respondent": "chu_tich",
        "classification": "foreign",
        "competent_body": "x",
        "outcome_document": "1",
    }
    told = story.refused_at("chairman", *story.handling(petition, **away, outcome="huong_dan"))
    assert "Chủ tịch UBND tỉnh" in told


@pytest.mark.parametrize(
    ("kind", "day", "later", "who", "act", "answers", "article"),
    [
        ("KN", "15/06/2026", "30/06/2026", "chairman", "tam_dinh_chi", {"detail": "bat_kha_khang"}, "11a"),
        ("KN", "15/06/2026", "30/06/2026", "clerk", "rut_mot_phan", {}, "Điều 10"),
        ("KN", "06/07/2026", "06/08/2026", "chairman", "phuc_tap", {"detail": ["1"]}, "Điều 28"),
        ("KN", "06/07/2026", "07/07/2026", "chairman", "phuc_tap", {}, "Điều 3a"),
        ("TC", "06/07/2026", "06/08/2026", "chairman", "gia_han", {"detail": "1"}, "Điều 30"),
        ("TC", "06/07/2026", "07/07/2026", "chairman", "gia_han", {"detail": "2"}, "Điều 30"),
    ],
)
def test_each_refusal_names_its_article(story, kind, day, later, who, act, answers, article):
    accepted(story, kind, day)
    if kind == "TC":
        story.chairman("phuc_tap", detail=["7"], **PAPER)
    assert article in story.on(later).refused(who, act, **answers, **PAPER)


def test_the_second_extension_names_the_article_of_its_criteria(story):
    accepted(story, "TC", "06/07/2026").chairman("phuc_tap", detail=["7"], **PAPER).chairman(
        "gia_han", detail="1", **PAPER
    )
    assert "Nghị định 31/2019" in story.refused("chairman", "gia_han", detail="2", **PAPER)
