"""Three lives across 01/07/2025: the district level ends, communes merge, the counts of days stay.

Each deadline is worked out by hand beside the step that starts it. The start day never counts; "ngày" are
calendar days and roll to the next working day, "ngày làm việc" skip days off. Off in the second half of
2025: Mon 01/09 and Tue 02/09.
"""

import pytest

from tests.building import make_unit
from tests.complaints.story import Story


@pytest.fixture
def story(commune, sign_in, monkeypatch):
    return Story(commune, sign_in, monkeypatch)


def test_an_overdue_complaint_is_complained_of_again_while_open_and_decided_late(story):
    story.on("24/06/2025")
    sent_on = {"source": "co_quan_chuyen", "forwarder_kind": "mat_tran", "forwarder": "UB MTTQ xã"}
    petition = story.petition("KN", "Triệu Thị Én", "Khiếu nại việc không xác nhận nguồn gốc đất", **sent_on)
    story.on("26/06/2025").handled(petition)
    # Law: 24/06 + 10 = Fri 04/07. Decree: 25-27, 30/06, 01-04, 07, Tue 08/07. The day of receipt decides.
    assert story.clock("KN.ACCEPT.DEC") == ("08/07/2025", "")
    assert story.shows() == ("Chờ thụ lý", "04/07/2025")
    # 03/07 + 30 = Sat 02/08, rolled to Mon 04/08.
    story.on("03/07/2025").chairman("thu_ly", document_number="01/TB-UBND")
    assert story.clock("KN.ACCEPT.LAW") == ("04/07/2025", "03/07/2025")
    assert story.shows() == ("Đang giải quyết", "04/08/2025")
    story.on("10/07/2025").verified_by_the_officer("08/QĐ-UBND")

    story.on("04/08/2025")
    again = {"document_number": "120/TB-UBND tỉnh"}
    assert "Luật Khiếu nại, Điều 33" in story.refused("clerk", "kn-lan-hai-do-qua-han", **again)
    story.on("20/08/2025")
    assert "due-overdue" in story.page()
    story.clerk("kn-lan-hai-do-qua-han", **again)
    assert story.shows() == ("Đang giải quyết", "04/08/2025")  # the commune still owes its answer

    story.on("22/08/2025").officer("bao_cao_xac_minh", detail="phu_hop", document_number="21/BC-XM")
    story.on("26/08/2025").chairman("quyet_dinh", document_number="77/QĐ-UBND", result="dung")
    assert story.clock("KN.RESOLVE") == ("04/08/2025", "26/08/2025")
    assert "xong 26/08/2025, quá hạn" in story.page()
    # Send: 27, 28, Fri 29/08. Publish: 26/08 + 15 = Wed 10/09. The Front: 26/08 + 7 = 02/09, off: Wed 03/09.
    assert story.clock("KN.PUBLISH") == ("10/09/2025", "")
    assert story.clock("KN.FRONT") == ("03/09/2025", "")
    assert story.shows() == ("Đã quyết định", "29/08/2025")
    story.on("28/08/2025").clerk("gui", party="nguoi_khieu_nai").clerk("gui", party="cap_tren")
    assert story.clock("KN.SEND") == ("29/08/2025", "28/08/2025")
    story.on("29/08/2025").clerk("bao_mat_tran")
    assert story.clock("KN.FRONT") == ("03/09/2025", "29/08/2025")
    # On the portal at least 15 days: 03/09 + 15 = Thu 18/09.
    story.on("03/09/2025").clerk("cong_khai", publish_form="cong_thong_tin")
    story.on("19/09/2025").clerk("het_cong_khai")
    assert story.clock("KN.POSTED") == ("18/09/2025", "19/09/2025")

    story.clerk("kn_lan_hai", document_number="135/TB-UBND tỉnh")
    assert story.shows() == ("Khiếu nại lần hai", "")
    story.on("28/10/2025").clerk("qd_lan_hai", detail="giu_nguyen", document_number="210/QĐ-UBND tỉnh")
    assert story.shows() == ("Có hiệu lực sau lần hai, bản án", "")


@pytest.mark.parametrize(
    ("received_on", "superior", "transfer_by", "intake_by"),
    [
        # Transfer 5: 23, 24, 25, 26, Fri 27/06. Intake 7: 30/06, Tue 01/07 as well.
        ("20/06/2025", "Chủ tịch UBND huyện", "27/06/2025", "01/07/2025"),
        # Transfer 5: 02, 03, 04, 07, Tue 08/07. Intake 7: 09, Thu 10/07 as well.
        ("01/07/2025", "Chủ tịch UBND tỉnh", "08/07/2025", "10/07/2025"),
    ],
)
def test_a_denunciation_of_the_vice_chairman_goes_to_the_superior_of_its_day_and_is_never_accepted(
    story, received_on, superior, transfer_by, intake_by
):
    story.on(received_on)
    petition = story.petition("TC", "Nông Văn Giáp", "Tố cáo Phó Chủ tịch xã can thiệp đấu thầu chợ")
    denounced = {"respondent": "pho_chu_tich", "field": "cong_chuc_cong_vu"}
    own = story.refused_at("chairman", *story.handling(petition, **denounced))
    assert "phải chuyển cấp trên trực tiếp (Luật Tố cáo, Điều 13)" in own
    away = denounced | {"classification": "foreign", "competent_body": superior, "outcome_document": "9/PC"}
    guided = story.refused_at("clerk", *story.handling(petition, **away, outcome="huong_dan"))
    assert f"phải chuyển {superior}" in guided

    # The clerk lays the transfer before the chairman; only his word sends it on.
    story.handled(petition, **away, outcome="chuyen")
    assert story.case is None
    story.approved()
    assert (story.case.competent, story.case.competent_body) == (False, superior)
    assert story.clock("TC.TRANSFER") == (transfer_by, "")  # the denouncer is still to be told
    story.told(petition, "chuyen")
    assert story.clock("TC.TRANSFER") == (transfer_by, received_on)
    assert story.clock("TC.INTAKE") == (intake_by, received_on)
    assert story.shows() == ("Không thuộc thẩm quyền", "")

    assert "không thể ghi “thụ lý”" in story.refused("chairman", "thu_ly")
    story.chairman("chuyen_tham_quyen", detail=superior, document_number="9/PC-UBND")
    assert story.shows() == ("Đã chuyển", "")
    assert story.clocks("TC.RESOLVE") == []


def test_a_case_of_an_abolished_commune_is_finished_by_the_new_one_on_its_original_dates(
    inspectorate, sign_in, monkeypatch
):
    merged = make_unit("DAI-TU-XA", "UBND xã Đại Từ", reports_to=inspectorate, in_force_from="2025-07-01")
    story = Story(merged, sign_in, monkeypatch)
    # On 01/07/2025 the new commune writes down what the old one had: the old dates count.
    story.on("01/07/2025")
    old = {"received_on": "12/05/2025"}
    petition = story.petition(
        "KN", "Hà Văn Khôi", "Khiếu nại quyết định xử phạt xây dựng trên đất vườn", **old
    )
    story.handled(petition, processed_on="14/05/2025")
    # Law: 12/05 + 10 = Thu 22/05. Decree: 13-16, 19-23, Mon 26/05.
    assert story.clock("KN.ACCEPT.DEC") == ("26/05/2025", "")
    assert story.shows() == ("Chờ thụ lý", "22/05/2025")
    story.chairman("thu_ly", happened_on="21/05/2025", document_number="33/TB-UBND")
    assert story.clock("KN.ACCEPT.LAW") == ("22/05/2025", "21/05/2025")
    # 21/05 + 30 = Fri 20/06. Complex, found in writing before that: 21/05 + 45 = Sat 05/07, Mon 07/07.
    assert story.shows() == ("Đang giải quyết", "20/06/2025")
    story.chairman("phuc_tap", happened_on="16/06/2025", document_number="40/TB-UBND")
    assert story.shows() == ("Đang giải quyết", "07/07/2025")
    handover = {"detail": "UBND xã Lục Ba", "document_number": "05/BB-BG"}
    story.clerk("nhan_ban_giao", **handover)
    assert story.case.handed_over_from == "UBND xã Lục Ba"
    assert "UBND xã Lục Ba" in story.page()
    assert story.case.accepted_on.isoformat() == "2025-05-21"
    assert story.shows() == ("Đang giải quyết", "07/07/2025")

    story.verified_by_the_officer("01/QĐ-UBND")
    story.on("04/07/2025").officer("bao_cao_xac_minh", detail="phu_hop", document_number="02/BC-XM")
    refund = {"must_execute": "on", "person_money": "7.500.000", "person_count": "1"}
    decision = {"document_number": "06/QĐ-UBND", "result": "dung_mot_phan"}
    story.on("07/07/2025").chairman("quyet_dinh", **decision, **refund)
    assert story.clock("KN.RESOLVE") == ("07/07/2025", "07/07/2025")
    # Send: 08, 09, Thu 10/07. Publish: 07/07 + 15 = Tue 22/07. Effect: 30th day Wed 06/08, the day after.
    assert story.clock("KN.PUBLISH") == ("22/07/2025", "")
    assert story.clock("KN.EFFECT") == ("07/08/2025", "")
    assert story.shows() == ("Đã quyết định", "10/07/2025")
    story.on("09/07/2025").clerk("gui", party="nguoi_khieu_nai").clerk("gui", party="cap_tren")
    story.on("10/07/2025").clerk("thong_bao_hop")
    # 11/07 + 30 = Sun 10/08, rolled to Mon 11/08.
    story.on("11/07/2025").received_by("nguoi_khieu_nai")
    assert story.clock("KN.SECOND") == ("11/08/2025", "")
    # The meeting is announced 3 days before: 15/07 - 3 = Sat 12/07, so by Fri 11/07.
    story.on("15/07/2025").clerk("cong_khai", publish_form="hop")
    assert story.clock("KN.MEETING") == ("11/07/2025", "10/07/2025")
    assert story.clock("KN.PUBLISH") == ("22/07/2025", "15/07/2025")

    story.on("28/07/2025").clerk("kn_lan_hai", document_number="88/TB-UBND tỉnh")
    assert story.clock("KN.SECOND") == ("11/08/2025", "28/07/2025")
    assert story.clock("KN.EFFECT") == ("07/08/2025", "28/07/2025")
    assert story.shows() == ("Khiếu nại lần hai", "")
    story.on("10/10/2025").clerk("qd_lan_hai", detail="giu_nguyen", document_number="310/QĐ-UBND tỉnh")
    assert story.shows()[0] == "Có hiệu lực sau lần hai, bản án"
    # In effect after 30 days: 10/10 + 30 = Sun 09/11, rolled to Mon 10/11, so from Tue 11/11.
    story.on("12/11/2025").chairman("chi_dao")
    story.on("20/11/2025").clerk("thi_hanh", person_money="5.000.000")
    assert story.shows() == ("Đang thi hành", "")
    story.on("05/12/2025").clerk("chua_thi_hanh", detail="chờ cấp kinh phí", document_number="71/BC-UBND")
    assert story.shows() == ("Chưa thi hành", "")
    story.on("15/12/2025").clerk("thi_hanh", person_money="2.500.000", person_count="1", finished="on")
    assert story.shows() == ("Đã thi hành", "")
