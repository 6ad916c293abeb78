"""What the pages of a case refuse: in a sentence, with its article where the law has one; nothing is kept."""

import pytest

from lucba.office.models import Official
from tests.building import make_official
from tests.complaints.story import Story

PAPER = {"document_number": "31/QĐ-UBND"}
SUSPENSION = {"detail": "bat_kha_khang", **PAPER}
DECISION = {"result": "dung", **PAPER}


@pytest.fixture
def story(commune, sign_in, monkeypatch):
    return Story(commune, sign_in, monkeypatch)


def waiting(story, kind, day):
    """Return the story of a petition received and handled on `day`."""
    story.on(day)
    return story.handled(story.petition(kind, "Vi Văn Lộc", "việc cấp giấy chứng nhận quyền sử dụng đất"))


def accepted(story, kind, day):
    """Return the story of a case received, handled and accepted on `day`."""
    return waiting(story, kind, day).chairman("thu_ly")


@pytest.mark.parametrize(
    ("act", "answers", "article"),
    [
        ("tam_dinh_chi", SUSPENSION, "khoản 1 Điều 11a Luật Khiếu nại 2011"),
        ("doi_thoai", PAPER, "Điều 30 Luật Khiếu nại 2011"),
        ("quyet_dinh", DECISION, "Điều 31 Luật Khiếu nại 2011"),
        ("ke_thua", PAPER, "khoản 4 Điều 5 Nghị định 124/2020/NĐ-CP"),
        ("giao_xac_minh", PAPER, "Điều 29 Luật Khiếu nại 2011"),
    ],
)
def test_what_is_not_open_before_acceptance_is_refused_with_its_article(story, act, answers, article):
    waiting(story, "KN", "06/07/2026")
    if act == "giao_xac_minh":
        answers = {**answers, "verifier": story.officer_account.pk}
    told = story.refused("chairman", act, **answers)
    assert "ở giai đoạn “chờ thụ lý” không thể ghi" in told
    assert "chỉ ghi được khi" in told
    assert article in told


def test_what_follows_a_decision_has_no_page_before_there_is_one(story):
    accepted(story, "KN", "06/07/2026")
    for act in ("gui", "cong_khai", "hieu_luc", "chi_dao", "thi_hanh"):
        assert story.browsers["chairman"].get(story.address(act)).status_code == 404


def test_nothing_of_the_resolution_is_recorded_once_it_is_decided(story):
    accepted(story, "KN", "06/07/2026").verified_by_the_officer("2/QĐ-UBND")
    story.officer("bao_cao_xac_minh", detail="phu_hop", document_number="3/BC-XM")
    story.chairman("quyet_dinh", **DECISION)
    for act in ("tam_dinh_chi", "quyet_dinh", "rut-sau-thu-ly"):
        answers = {"tam_dinh_chi": SUSPENSION, "quyet_dinh": DECISION}.get(act, PAPER)
        assert "ở giai đoạn “đã quyết định” không thể ghi" in story.refused("chairman", act, **answers)


def test_the_clerk_does_not_decide_and_the_officer_finds_nothing_complex(story):
    accepted(story, "KN", "06/07/2026").verified_by_the_officer("2/QĐ-UBND")
    assert "việc này thuộc Chủ tịch, Phó Chủ tịch" in story.refused("clerk", "quyet_dinh", **DECISION)
    told = story.refused("officer", "phuc_tap", detail=["1"], **PAPER)
    assert "việc này thuộc Chủ tịch, Phó Chủ tịch" in told
    assert "Ghi “xác định vụ việc phức tạp”" not in story.page("officer")


def test_an_officer_does_not_find_the_case_another_one_verifies(story, sign_in):
    accepted(story, "TC", "06/07/2026").verified_by_the_officer("2/QĐ-UBND")
    other = sign_in(make_official(story.unit, Official.Role.OFFICER))
    assert other.get(story.address("lam_viec")).status_code == 404
    assert other.post(story.address("lam_viec"), {"happened_on": "06/07/2026"}).status_code == 404


@pytest.mark.parametrize(
    ("happened_on", "sentence"),
    [
        ("09/07/2026", "Ngày 09/07/2026 trước diễn biến trước (10/07/2026)"),
        ("05/07/2026", "trước diễn biến trước"),
        ("11/07/2026", "Ngày 11/07/2026 chưa đến"),
        ("31/06/2026", "Không có ngày 31/06/2026"),
    ],
)
def test_nothing_is_dated_before_what_happened_already_or_after_today(story, happened_on, sentence):
    accepted(story, "KN", "06/07/2026").on("10/07/2026").chairman(
        "phuc_tap", detail=["1"], document_number="5/TB"
    )
    for who, act in (("clerk", "rut-sau-thu-ly"), ("chairman", "trung_cau_giam_dinh")):
        assert sentence in story.refused(who, act, happened_on=happened_on, **PAPER)


def test_a_complaint_is_not_found_complex_after_its_time_has_run_out(story):
    accepted(story, "KN", "06/07/2026")  # 06/07 + 30 = Wed 05/08
    told = story.on("06/08/2026").refused("chairman", "phuc_tap", detail=["1"], **PAPER)
    assert "Đã quá hạn giải quyết" in told
    story.chairman("phuc_tap", detail=["1"], happened_on="05/08/2026", **PAPER)  # found on the last day
    assert story.clock("KN.RESOLVE") == ("20/08/2026", "")  # 06/07 + 45 = Thu 20/08


def test_a_denunciation_is_not_extended_after_its_time_has_run_out(story):
    accepted(story, "TC", "06/07/2026").chairman("phuc_tap", detail=["1"], **PAPER)
    told = story.on("06/08/2026").refused("chairman", "gia_han", detail="1", **PAPER)
    assert "Đã quá hạn giải quyết" in told
    assert story.clock("TC.RESOLVE") == ("05/08/2026", "")


def test_a_second_extension_asks_for_a_second_criterion_and_the_first_comes_first(story):
    accepted(story, "TC", "06/07/2026").chairman("phuc_tap", detail=["7"], **PAPER)
    assert "theo thứ tự" in story.refused("chairman", "gia_han", detail="2", **PAPER)
    story.on("03/08/2026").chairman("gia_han", detail="1", **PAPER)
    assert "cần ít nhất 2 tiêu chí" in story.refused("chairman", "gia_han", detail="2", **PAPER)
    assert story.clock("TC.RESOLVE") == ("04/09/2026", "")  # 06/07 + 60 = Fri 04/09


@pytest.mark.parametrize(
    ("who", "act", "answers"),
    [
        ("chairman", "tam_dinh_chi", SUSPENSION),
        ("clerk", "rut_mot_phan", PAPER),
        ("chairman", "dinh_chi", {"detail": "toa_an", **PAPER}),
    ],
)
def test_before_july_2026_a_complaint_is_not_suspended_nor_ended_otherwise_than_by_withdrawal(
    story, who, act, answers
):
    accepted(story, "KN", "15/06/2026")
    assert "Trước ngày 01/07/2026" in story.on("30/06/2026").refused(who, act, **answers)
    story.on("01/07/2026")
    told = story.refused(who, act, happened_on="30/06/2026", **answers)  # the day of the act decides
    assert "Trước ngày 01/07/2026" in told
    getattr(story, who)(act, **answers)


@pytest.mark.parametrize(
    ("kind", "articles"), [("KN", "Luật Khiếu nại, Điều 29, 31"), ("TC", "Luật Tố cáo, Điều 31, 35")]
)
def test_nothing_is_decided_or_concluded_without_a_report_of_verification(story, kind, articles):
    accepted(story, kind, "06/07/2026")
    told = story.refused("chairman", "quyet_dinh", **DECISION)
    assert "Chưa có báo cáo kết quả xác minh" in told
    assert articles in told


def test_a_case_is_not_joined_into_itself_nor_into_one_that_ended(story):
    ended = accepted(story, "KN", "06/07/2026").clerk("rut-sau-thu-ly", **PAPER)
    ended = story.chairman("dinh-chi-do-rut", **PAPER).case
    other = accepted(story, "TC", "06/07/2026").case
    case = accepted(story, "KN", "06/07/2026").case
    assert "vào chính nó" in story.refused("chairman", "nhap_vu", into=case.code)
    assert "“đình chỉ”, không nhận nhập được" in story.refused("chairman", "nhap_vu", into=ended.code)
    assert "cùng loại" in story.refused("chairman", "nhap_vu", into=other.code)


def test_of_two_who_act_on_one_case_at_once_the_second_is_told_what_changed(story):
    accepted(story, "KN", "06/07/2026")
    page = story.address("rut-sau-thu-ly")
    opened = story.opened("clerk", page, PAPER)
    assert opened["seen"] == story.case.changes
    story.on("07/07/2026").chairman("tam_dinh_chi", **SUSPENSION)

    told = story.sent_as_opened("clerk", page, opened)
    assert "vừa có thay đổi, nay ở giai đoạn “tạm đình chỉ”" in told
    assert "“tạm đình chỉ giải quyết” ngày 07/07/2026, Trần Văn Hùng ghi" in told
    assert story.shows()[0] == "Tạm đình chỉ"
    story.clerk("rut-sau-thu-ly", **PAPER)  # having looked again, he may


def test_what_the_clerk_was_about_to_propose_is_refused_when_the_chairman_did_it_meanwhile(story):
    waiting(story, "KN", "06/07/2026")
    page = story.address("thu_ly")
    opened = story.opened("clerk", page, {})
    story.on("07/07/2026").chairman("thu_ly")
    told = story.sent_as_opened("clerk", page, opened)
    assert "nay ở giai đoạn “đang giải quyết”" in told
    assert "“thụ lý” ngày 07/07/2026, Trần Văn Hùng ghi" in told


def test_of_two_leaders_who_accept_and_refuse_at_once_the_first_wins(story, sign_in):
    waiting(story, "KN", "06/07/2026")
    page = story.address("khong_thu_ly")
    story.browsers["vice"] = sign_in(make_official(story.unit, Official.Role.VICE_CHAIRMAN))
    opened = story.opened("vice", page, {"detail": "6", **PAPER})
    story.chairman("thu_ly")
    assert "nay ở giai đoạn “đang giải quyết”" in story.sent_as_opened("vice", page, opened)
    assert story.case.events.get().kind == "thu_ly"
