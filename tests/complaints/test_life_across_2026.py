"""Three lives across 01/07/2026: suspension, part withdrawal, criteria and 7 working days come into force.

Each deadline is worked out by hand beside the step that starts it. The start day never counts; "ngày" are
calendar days and roll to the next working day, "ngày làm việc" skip days off; a pause adds its days before
rolling. Off in 2026: Mon 31/08 (Saturday 22/08 worked instead), Tue 01/09, Wed 02/09.
"""

import pytest

from complaints.models import Case
from tests.complaints.story import Story


@pytest.fixture
def story(commune, sign_in, monkeypatch):
    return Story(commune, sign_in, monkeypatch)


def test_a_complaint_is_suspended_once_the_law_allows_it_found_complex_and_decided_with_a_warning(story):
    story.on("01/06/2026")
    sent_on = {"source": "co_quan_chuyen", "forwarder_kind": "dai_bieu", "forwarder": "Đại biểu HĐND tỉnh"}
    petition = story.petition("KN", "Dương Thị Gấm", "Khiếu nại việc thu phí chợ không đúng mức", **sent_on)
    story.on("03/06/2026").handled(petition, field="hanh_chinh_khac")
    # Still the old rule. Law: 01/06 + 10 = Thu 11/06. Decree: 02-05, 08-12, Mon 15/06.
    assert story.clock("KN.ACCEPT.DEC") == ("15/06/2026", "")
    assert story.clocks("KN.ACCEPT") == []
    assert story.shows() == ("Chờ thụ lý", "11/06/2026")
    # 08/06 + 30 = Wed 08/07.
    story.on("08/06/2026").chairman("thu_ly", document_number="12/TB-UBND")
    assert story.shows() == ("Đang giải quyết", "08/07/2026")

    ill = {"detail": "bat_kha_khang", "document_number": "30/QĐ-UBND"}
    assert "01/07/2026" in story.on("30/06/2026").refused("chairman", "tam_dinh_chi", **ill)
    story.on("06/07/2026").chairman("tam_dinh_chi", **ill, happened_on="03/07/2026", sent_on="06/07/2026")
    # Send: 06, 07, Wed 08/07.
    assert story.clock("KN.SUSP.SEND") == ("08/07/2026", "06/07/2026")
    assert story.shows() == ("Tạm đình chỉ", "")  # nothing is due while it rests
    well = {"document_number": "34/QĐ-UBND", "happened_on": "20/07/2026", "sent_on": "22/07/2026"}
    story.on("22/07/2026").chairman("tiep_tuc", **well)
    # 03/07 to 20/07 is 17 days: 08/07 + 17 = Sat 25/07, Mon 27/07. Send: 21, 22, Thu 23/07.
    assert story.clocks("KN.SUSP.SEND")[1] == ("23/07/2026", "22/07/2026")
    assert story.shows() == ("Đang giải quyết", "27/07/2026")

    finding = {"document_number": "36/TB-UBND"}
    assert "tiêu chí" in story.refused("chairman", "phuc_tap", **finding)
    story.chairman("phuc_tap", **finding, detail=["5"]).verified_by_the_officer("37/QĐ-UBND")
    # 08/06 + 45 = Thu 23/07, + 17 = Sun 09/08, rolled to Mon 10/08.
    assert story.clock("KN.RESOLVE") == ("10/08/2026", "")
    # The dialogue of 31/07 is announced 5 days before: Sun 26/07, so by Fri 24/07.
    story.on("24/07/2026").officer("bao_cao_xac_minh", detail="con_khac_nhau", document_number="11/BC-XM")
    story.chairman("thong_bao_doi_thoai", document_number="38/TB-UBND")
    story.on("31/07/2026").chairman("doi_thoai", document_number="13/BB-UBND")
    assert story.clock("KN.DIALOGUE") == ("24/07/2026", "24/07/2026")
    story.on("03/08/2026").chairman("quyet_dinh", document_number="90/QĐ-UBND", result="sai")
    assert story.clock("KN.RESOLVE") == ("10/08/2026", "03/08/2026")
    # Send: 04, 05, Thu 06/08. Publish: 03/08 + 15 = Tue 18/08. Effect: 30th day Wed 02/09 off, Thu 03/09,
    # in effect the day after.
    assert story.clock("KN.SEND") == ("06/08/2026", "")
    assert story.clock("KN.PUBLISH") == ("18/08/2026", "")
    assert story.clock("KN.EFFECT") == ("04/09/2026", "")
    # The deputy who sent it on is told: 04, 05, 06, 07, 10, 11, Wed 12/08.
    assert story.clock("TCD.DEPUTY") == ("12/08/2026", "")
    story.on("06/08/2026").clerk("gui", party="nguoi_khieu_nai")
    story.on("11/08/2026").forwarder_told(petition)
    # Posted: 12/08 + 15 = Thu 27/08.
    story.on("12/08/2026").clerk("cong_khai", publish_form="niem_yet")
    assert story.clock("TCD.DEPUTY") == ("12/08/2026", "11/08/2026")
    assert "Chưa ghi ngày người khiếu nại nhận quyết định" in story.page("chairman")
    # Received 20/08 + 30 = Sat 19/09, rolled to Mon 21/09: after the day of effect.
    story.on("20/08/2026").received_by("nguoi_khieu_nai")
    assert story.clock("KN.SECOND") == ("21/09/2026", "")
    story.on("28/08/2026").clerk("het_cong_khai")
    assert story.clock("KN.POSTED") == ("27/08/2026", "28/08/2026")
    warned = story.on("04/09/2026").page("chairman")
    assert "Chú ý" in warned
    assert "21/09/2026" in warned
    story.on("22/09/2026").chairman("hieu_luc", happened_on="04/09/2026")
    assert story.clock("KN.EFFECT") == ("04/09/2026", "04/09/2026")
    assert story.shows() == ("Có hiệu lực", "")
    assert "Không có nội dung phải thi hành" in story.page()


def test_a_withdrawn_denunciation_goes_on_is_suspended_extended_twice_and_reported_to_the_superior(story):
    story.on("09/06/2026")
    petition = story.petition("TC", "Lục Văn Hiến", "Tố cáo công chức nhận tiền khi làm hồ sơ đất")
    story.on("11/06/2026").handled(petition)
    # 10, 11, 12, 15, 16, 17, Thu 18/06.
    assert story.shows() == ("Chờ thụ lý", "18/06/2026")
    story.on("17/06/2026").chairman("thu_ly", document_number="04/QĐ-UBND")
    assert story.clock("TC.INTAKE") == ("18/06/2026", "17/06/2026")
    # Told: 18, 19, 22, 23, Wed 24/06. Conclude: 17/06 + 30 = Fri 17/07.
    assert story.clock("TC.RESOLVE") == ("17/07/2026", "")
    assert story.shows() == ("Đã thụ lý", "24/06/2026")
    story.on("22/06/2026").clerk("thong_bao_nguoi_to_cao").clerk("thong_bao_nguoi_bi_to_cao")
    assert story.shows() == ("Xác minh", "17/07/2026")

    story.on("02/07/2026").clerk("rut-sau-thu-ly", document_number="03/BB-UBND")
    assert story.shows() == ("Xác minh", "17/07/2026")
    story.on("03/07/2026").chairman(
        "tiep_tuc_sau_rut", detail="dau_hieu_vi_pham", document_number="16/TB-UBND"
    )
    assert "rút toàn bộ" in story.refused("chairman", "dinh-chi-do-rut", document_number="17/QĐ-UBND")
    waiting = {"detail": "cho_co_quan_khac", "document_number": "18/QĐ-UBND", "happened_on": "06/07/2026"}
    story.on("08/07/2026").chairman("tam_dinh_chi", **waiting, sent_on="08/07/2026")
    # Send: 07, 08, 09, 10, Mon 13/07.
    assert story.clock("TC.SUSP.SEND") == ("13/07/2026", "08/07/2026")
    assert story.shows() == ("Tạm đình chỉ", "")
    # 06/07 to 20/07 is 14 days: 17/07 + 14 = Fri 31/07.
    story.on("20/07/2026").chairman("tiep_tuc", document_number="20/QĐ-UBND")
    assert story.shows() == ("Xác minh", "31/07/2026")
    story.on("22/07/2026").chairman("phuc_tap", detail=["2", "7"], document_number="21/TB-UBND")
    # 17/06 + 60 = Sun 16/08, + 14 = Sun 30/08; 31/08 to 02/09 are off: Thu 03/09.
    story.on("24/07/2026").chairman("gia_han", detail="1", document_number="22/QĐ-UBND")
    assert story.shows() == ("Xác minh", "03/09/2026")
    # 17/06 + 90 = Tue 15/09, + 14 = Tue 29/09.
    story.on("28/08/2026").chairman("gia_han", detail="2", document_number="25/QĐ-UBND")
    assert story.shows() == ("Xác minh", "29/09/2026")
    third = {"detail": "2", "document_number": "28/QĐ-UBND"}
    assert "tối đa hai lần (Luật Tố cáo, Điều 30)" in story.refused("chairman", "gia_han", **third)
    story.verified_by_the_officer("26/QĐ-UBND")

    # Overdue since 30/09; the province asks on 01/10: 02, 05, 06, 07, Thu 08/10.
    story.on("01/10/2026").clerk("yeu_cau_bao_cao", document_number="501/UBND tỉnh")
    assert story.clock("TC.REPORT_UP") == ("08/10/2026", "")
    assert story.shows() == ("Xác minh", "29/09/2026")
    story.on("06/10/2026").clerk("bao_cao_cap_tren", document_number="80/BC-UBND")
    assert story.clock("TC.REPORT_UP") == ("08/10/2026", "06/10/2026")
    story.on("08/10/2026").officer("bao_cao_xac_minh", document_number="15/BC-XM")
    story.on("12/10/2026").chairman("quyet_dinh", document_number="05/KL-UBND", result="dung_mot_phan")
    assert story.clock("TC.RESOLVE") == ("29/09/2026", "12/10/2026")
    # Send 5: 13, 14, 15, 16, Mon 19/10. Act and publish 7: 20, Wed 21/10 as well.
    assert story.shows() == ("Đã kết luận", "19/10/2026")
    story.on("16/10/2026").clerk("gui", party="nguoi_to_cao").clerk("gui", party="nguoi_bi_to_cao")
    assert story.clock("TC.CONCL.SEND") == ("19/10/2026", "16/10/2026")
    # On the portal 15 days on end: 20/10 + 15 = Wed 04/11.
    story.on("20/10/2026").clerk("cong_khai", publish_form="cong_thong_tin")
    assert story.clock("TC.PUBLISH") == ("21/10/2026", "20/10/2026")
    story.on("21/10/2026").chairman("chi_dao")
    assert story.clock("TC.ACT") == ("21/10/2026", "21/10/2026")
    story.on("05/11/2026").clerk("het_cong_khai")
    assert story.clock("TC.POSTED") == ("04/11/2026", "05/11/2026")
    # Tell the result: 11, 12, 13, 16, Tue 17/11.
    story.on("10/11/2026").clerk("ket_qua_xu_ly", document_number="61/QĐ-UBND")
    assert story.shows() == ("Đang xử lý", "17/11/2026")
    story.on("13/11/2026").clerk("bao_ket_qua_xu_ly", document_number="99/BC-UBND")
    assert story.clock("TC.RESULT") == ("17/11/2026", "13/11/2026")
    assert story.shows() == ("Hoàn thành", "")


def test_twelve_people_complain_together_some_leave_an_heir_goes_on_and_in_the_end_all_withdraw(story):
    story.on("02/07/2026")
    twelve = {"signer_kind": "nhieu_nguoi", "signers": "12"}
    petition = story.petition("KN", "Bàn Văn Inh", "Khiếu nại phương án bồi thường đường liên xóm", **twelve)
    story.on("06/07/2026").handled(petition, remote="on")
    # The new rule, one clock: 03, 06, 07, 08, 09, 10, Mon 13/07. Handle within 45 days: Sun 16/08, Mon 17/08.
    assert story.clocks("KN.ACCEPT.LAW") == []
    assert story.clock("XLD.45") == ("17/08/2026", "06/07/2026")
    assert story.shows() == ("Chờ thụ lý", "13/07/2026")

    story.on("09/07/2026")
    paper = {"document_number": "20/TB-UBND"}
    assert "Nghị định 124/2020, Điều 16(1)" in story.refused("chairman", "thu_ly", **paper)
    # The clerk lays the acceptance before the chairman: it takes place on the day he approves.
    story.clerk("thu_ly", **paper, group_is_complete="on")
    assert story.shows() == ("Chờ thụ lý", "13/07/2026")
    story.on("10/07/2026").approved()
    assert story.clock("KN.ACCEPT") == ("13/07/2026", "10/07/2026")
    # Remote: 10/07 + 45 = Mon 24/08. Remote and complex: 10/07 + 60 = Tue 08/09.
    assert story.shows() == ("Đang giải quyết", "24/08/2026")
    story.on("20/07/2026").chairman("phuc_tap", detail=["3", "5"], document_number="25/TB-UBND")
    assert story.shows() == ("Đang giải quyết", "08/09/2026")
    main = story.case

    story.on("22/07/2026")
    same = story.petition("KN", "Bàn Thị Kiều", "Khiếu nại phương án bồi thường đường liên xóm")
    story.handled(same, remote="on")
    # 23, 24, 27, 28, 29, 30, Fri 31/07. Remote: 31/07 + 45 = Mon 14/09, after the main case.
    assert story.shows() == ("Chờ thụ lý", "31/07/2026")
    story.on("31/07/2026").chairman("thu_ly")
    assert story.shows() == ("Đang giải quyết", "14/09/2026")
    joined, story.case = story.case, main

    story.on("03/08/2026").clerk("rut_mot_so_nguoi", detail="4 người rút, còn 8", document_number="21/BB")
    story.on("05/08/2026").clerk("rut_mot_phan", detail="rút phần hoa màu", document_number="22/BB")
    story.on("10/08/2026").clerk("ke_thua", detail="con của một người đã mất", document_number="09/VBTK")
    assert story.shows() == ("Đang giải quyết", "08/09/2026")  # none of it moves the clock
    story.case = joined
    story.on("12/08/2026").chairman("nhap_vu", into=main.code)
    assert story.shows() == ("Nhập vào vụ việc khác", "")
    story.case = Case.objects.get(pk=main.pk)
    assert joined.code in story.page()
    assert story.shows() == ("Đang giải quyết", "08/09/2026")

    story.on("17/08/2026").clerk("rut-sau-thu-ly", document_number="23/BB", after_persuasion="on")
    ended = {"document_number": "44/QĐ-UBND", "happened_on": "19/08/2026", "sent_on": "21/08/2026"}
    story.on("21/08/2026").chairman("dinh-chi-do-rut", **ended)
    assert story.clock("KN.RESOLVE") == ("08/09/2026", "19/08/2026")
    # Send: 20, 21, the worked Sat 22/08. They may go on until 19/08 + 30 = Fri 18/09.
    assert story.clock("KN.SUSP.SEND") == ("22/08/2026", "21/08/2026")
    assert story.clock("KN.RESUME_OK") == ("18/09/2026", "")
    assert story.shows() == ("Đình chỉ", "")
