"""Four lives under the first regime (to 30/06/2025): three tiers, the laws as enacted.

Each deadline is worked out by hand beside the step that starts it. The start day never counts; "ngày" are
calendar days and roll to the next working day, "ngày làm việc" skip days off. Off in 2024: 08-09/02 and
12-14/02 (Tết), 18/04, 29/04-01/05 (Saturday 04/05 worked instead of 29/04), 02-03/09.
"""

import pytest

from tests.complaints.story import Story


@pytest.fixture
def story(commune, sign_in, monkeypatch):
    return Story(commune, sign_in, monkeypatch)


def test_a_boundary_is_complained_of_decided_after_a_dialogue_and_carried_out_in_two_parts(story):
    story.on("22/04/2024")
    petition = story.petition("KN", "Hoàng Văn Bình", "Khiếu nại biên bản xác định ranh giới thửa đất số 45")
    story.on("24/04/2024").handled(petition, act_known_on="01/03/2024")
    # Law: 22/04 + 10 days = Thu 02/05. Decree: 23, 24, 25, 26/04, 02, 03, Sat 04 (worked), 06, 07, 08/05.
    assert story.clock("KN.ACCEPT.LAW") == ("02/05/2024", "")
    assert story.clock("KN.ACCEPT.DEC") == ("08/05/2024", "")
    # 90 days from 01/03: 30 to 31/03, 60 to 30/04, 90 on 30/05.
    assert story.clock("KN.LIMIT") == ("30/05/2024", "22/04/2024")
    assert story.shows() == ("Chờ thụ lý", "02/05/2024")

    story.on("02/05/2024").chairman("thu_ly", document_number="07/TB-UBND")
    assert story.clock("KN.ACCEPT.LAW") == ("02/05/2024", "02/05/2024")
    assert story.clock("KN.ACCEPT.DEC") == ("08/05/2024", "02/05/2024")
    # 02/05 + 30 days = Sat 01/06, rolled to Mon 03/06.
    assert story.shows() == ("Đang giải quyết", "03/06/2024")

    story.on("06/05/2024").verified_by_the_officer("12/QĐ-UBND")
    story.on("10/05/2024").officer("lam_viec", document_number="03/BB-XM")
    story.on("13/05/2024").officer("yeu_cau_thong_tin", document_number="04/CV-XM")
    # 13/05 + 7 days = Mon 20/05, for whoever was asked.
    assert story.clock("KN.INFO") == ("20/05/2024", "")
    story.on("17/05/2024").officer("cung_cap_thong_tin")
    assert story.clock("KN.INFO") == ("20/05/2024", "17/05/2024")
    story.on("24/05/2024").officer("bao_cao_xac_minh", detail="con_khac_nhau", document_number="09/BC-XM")

    decision = {"document_number": "38/QĐ-UBND", "result": "dung_mot_phan", "must_execute": "on"}
    owed = {"person_money": "24.000.000", "person_land": "85,5", "person_count": "1"}
    assert "đối thoại" in story.refused("chairman", "quyet_dinh", **decision, **owed)
    # Before 01/07/2026 no length of notice: a dialogue starts no clock.
    story.on("28/05/2024").chairman("doi_thoai", document_number="05/BB-UBND")
    assert story.clocks("KN.DIALOGUE") == []
    story.on("31/05/2024").chairman("quyet_dinh", **decision, **owed)
    assert story.clock("KN.RESOLVE") == ("03/06/2024", "31/05/2024")
    # Send: Mon 03, 04, 05/06. Publish: 31/05 + 15 = Sat 15/06, rolled to Mon 17/06.
    # Effect: the 30th day Sun 30/06 rolls to Mon 01/07, in effect the day after.
    assert story.clock("KN.PUBLISH") == ("17/06/2024", "")
    assert story.clock("KN.EFFECT") == ("02/07/2024", "")
    assert story.shows() == ("Đã quyết định", "05/06/2024")

    story.on("04/06/2024").clerk("gui", party="nguoi_khieu_nai").clerk("gui", party="nguoi_bi_khieu_nai")
    story.on("05/06/2024").clerk("gui", party="cap_tren")
    assert story.clock("KN.SEND") == ("05/06/2024", "04/06/2024")
    # 07/06 + 30 days = Sun 07/07, rolled to Mon 08/07: after the day of effect, so the page warns.
    story.on("07/06/2024").received_by("nguoi_khieu_nai")
    assert story.clock("KN.SECOND") == ("08/07/2024", "")
    assert "còn được khiếu nại lần hai đến hết ngày" in story.page()
    assert story.shows() == ("Đã quyết định", "17/06/2024")
    # Posted at least 15 days: 10/06 + 15 = Tue 25/06.
    story.on("10/06/2024").clerk("cong_khai", publish_form="niem_yet")
    assert story.clock("KN.PUBLISH") == ("17/06/2024", "10/06/2024")
    story.on("26/06/2024").clerk("het_cong_khai")
    assert story.clock("KN.POSTED") == ("25/06/2024", "26/06/2024")
    assert story.shows() == ("Đã quyết định", "")

    assert "02/07/2024" in story.refused("chairman", "hieu_luc", happened_on="26/06/2024")
    story.on("09/07/2024").chairman("hieu_luc", happened_on="02/07/2024")
    assert story.clock("KN.EFFECT") == ("02/07/2024", "02/07/2024")
    # Direct: 03, 04, 05, 08, Tue 09/07.
    assert story.shows() == ("Có hiệu lực", "09/07/2024")
    story.chairman("chi_dao")
    assert story.clock("KN.ENFORCE") == ("09/07/2024", "09/07/2024")
    story.on("22/07/2024").clerk("thi_hanh", person_money="10.000.000")
    assert story.shows() == ("Đang thi hành", "")
    rest = {"person_money": "14.000.000", "person_land": "85,5", "person_count": "1", "finished": "on"}
    story.on("15/08/2024").clerk("thi_hanh", **rest)
    assert story.shows() == ("Đã thi hành", "")


def test_a_denounced_collector_of_money_is_verified_concluded_and_dealt_with(story):
    story.on("05/02/2024")
    petition = story.petition("TC", "Lý Thị Mùi", "Tố cáo công chức thu tiền hỗ trợ rồi không cấp phiếu thu")
    # Off: 08, 09, 12, 13, 14/02. Transfer 5: 06, 07, 15, 16, 19/02. Intake 7: 20 and Wed 21/02 as well.
    assert petition.deadlines.get(step="TC.TRANSFER").due_on.isoformat() == "2024-02-19"
    story.on("07/02/2024").handled(petition, field="cong_chuc_cong_vu")
    assert story.clocks("TC.TRANSFER") == []  # it stays here
    assert story.shows() == ("Chờ thụ lý", "21/02/2024")
    assert "Lý Thị Mùi" not in story.page()

    story.on("21/02/2024").chairman("thu_ly", document_number="02/QĐ-UBND")
    assert story.clock("TC.INTAKE") == ("21/02/2024", "21/02/2024")
    # Both told: 22, 23, 26, 27, Wed 28/02. Conclude: 21/02 + 30 days, 29 in February: Fri 22/03.
    assert story.clock("TC.RESOLVE") == ("22/03/2024", "")
    assert story.shows() == ("Đã thụ lý", "28/02/2024")
    story.on("23/02/2024").clerk("thong_bao_nguoi_to_cao", document_number="11/TB-UBND")
    assert story.clock("TC.NOTICE") == ("28/02/2024", "")
    story.on("27/02/2024").clerk("thong_bao_nguoi_bi_to_cao", document_number="12/TB-UBND")
    assert story.clock("TC.NOTICE") == ("28/02/2024", "27/02/2024")
    assert story.shows() == ("Xác minh", "22/03/2024")

    story.on("28/02/2024").verified_by_the_officer("15/QĐ-UBND")
    story.on("05/03/2024").officer("lam_viec", document_number="04/BB-XM")
    story.on("15/03/2024").chairman("phuc_tap", detail=["7"], document_number="19/TB-UBND")
    story.on("20/03/2024").chairman("gia_han", detail="1", document_number="21/QĐ-UBND")
    # 21/02 + 60 days = Sun 21/04 (8 in February, 31, 21), rolled to Mon 22/04.
    assert story.shows() == ("Xác minh", "22/04/2024")
    story.on("25/03/2024").chairman("giam_dinh", document_number="23/QĐ-UBND")
    assert story.shows() == ("Xác minh", "")  # nothing is due while the experts examine
    story.on("12/04/2024").clerk("ket_qua_giam_dinh", document_number="88/KL-GĐ")
    # The examination, 25/03 to 12/04, is 18 days: Sun 21/04 + 18 = Thu 09/05.
    assert story.shows() == ("Xác minh", "09/05/2024")
    story.on("02/05/2024").officer("bao_cao_xac_minh", document_number="14/BC-XM")

    punished = {"recover_money": "12.000.000", "sanction_persons": "1", "sanction_officials": "1"}
    conclusion = {"document_number": "03/KL-UBND", "result": "dung", "must_execute": "on"}
    story.on("08/05/2024").chairman("quyet_dinh", **conclusion, **punished)
    assert story.clock("TC.RESOLVE") == ("09/05/2024", "08/05/2024")
    # Send 5: 09, 10, 13, 14, Wed 15/05. Act and publish 7: 16, Fri 17/05 as well.
    assert story.shows() == ("Đã kết luận", "15/05/2024")
    story.on("10/05/2024").clerk("gui", party="nguoi_to_cao")
    assert story.clock("TC.CONCL.SEND") == ("15/05/2024", "")
    story.on("13/05/2024").clerk("gui", party="nguoi_bi_to_cao")
    assert story.clock("TC.CONCL.SEND") == ("15/05/2024", "13/05/2024")
    # Posted at least 15 days on end: 14/05 + 15 = Wed 29/05.
    story.on("14/05/2024").clerk("cong_khai", publish_form="niem_yet")
    assert story.clock("TC.PUBLISH") == ("17/05/2024", "14/05/2024")
    story.on("16/05/2024").chairman("chi_dao")
    assert story.clock("TC.ACT") == ("17/05/2024", "16/05/2024")
    story.on("30/05/2024").clerk("het_cong_khai")
    assert story.clock("TC.POSTED") == ("29/05/2024", "30/05/2024")
    assert story.shows() == ("Đang xử lý", "")

    # Tell the result: 25, 26, 27, 28/06, Mon 01/07.
    story.on("24/06/2024").clerk("ket_qua_xu_ly", document_number="41/QĐ-UBND")
    assert story.shows() == ("Đang xử lý", "01/07/2024")
    story.on("28/06/2024").clerk("bao_ket_qua_xu_ly", document_number="55/BC-UBND")
    assert story.clock("TC.RESULT") == ("01/07/2024", "28/06/2024")
    assert story.shows() == ("Hoàn thành", "")
    done = {"recover_money": "12.000.000", "sanction_persons": "1", "sanction_officials": "1"}
    story.on("05/07/2024").clerk("thi_hanh", **done, finished="on")
    assert "Đã thi hành xong ngày 05/07/2024" in story.page()


def test_a_recommendation_is_taken_up_its_target_moved_and_it_is_answered(story):
    story.on("11/04/2024")
    petition = story.petition("KNPA", "Đàm Văn Cường", "Đề nghị nạo vét mương thoát nước xóm Đồng Cẩm")
    story.on("15/04/2024").handled(petition, field="hanh_chinh_khac")
    # By post, the office's own rule: 12, 15, 16, 17 (18/04 off), 19, 22, 23, 24, 25, Fri 26/04.
    assert story.clock("KNPA.REPLY") == ("26/04/2024", "")
    assert story.shows()[0] == "Chờ thụ lý"
    # No length in law: the office's own target of 30 days, 17/04 + 30 = Fri 17/05.
    story.on("17/04/2024").chairman("thu_ly")
    assert story.shows() == ("Đang giải quyết", "17/05/2024")
    story.on("19/04/2024").told(petition, "thu_ly")
    assert story.clock("KNPA.REPLY") == ("26/04/2024", "19/04/2024")
    officer = story.officer_account.pk
    story.on("22/04/2024").chairman("giao_xu_ly", verifier=officer, document_number="06/PG-UBND")

    story.on("14/05/2024")
    moved = {"detail": "chờ máy xúc của huyện", "until_on": "16/05/2024"}
    assert "sau chỉ tiêu hiện nay" in story.refused("chairman", "lui_chi_tieu", **moved)
    story.chairman("lui_chi_tieu", **moved | {"until_on": "31/05/2024"})
    assert story.shows() == ("Đang giải quyết", "31/05/2024")
    story.on("03/06/2024")
    late = story.page()
    assert "quá chỉ tiêu nội bộ" in late
    assert "due-overdue" not in late  # a target of its own is never a legal limit
    answer = {"detail": "Đã nạo vét 350 m mương", "document_number": "60/UBND-VP"}
    story.chairman("tra_loi", **answer)
    assert story.clock("KNPA.RESOLVE") == ("31/05/2024", "03/06/2024")
    assert story.shows() == ("Đã trả lời", "")


def test_a_complaint_withdrawn_after_acceptance_is_terminated_but_not_in_part_before_2026(story):
    story.on("02/12/2024")
    petition = story.petition("KN", "Ma Thị Dung", "Khiếu nại việc không cho hưởng trợ cấp hằng tháng")
    story.on("04/12/2024").handled(petition, field="che_do_chinh_sach")
    # Law: 02/12 + 10 = Thu 12/12. Decree: 03-06, 09-13, Mon 16/12.
    assert story.clock("KN.ACCEPT.DEC") == ("16/12/2024", "")
    assert story.shows() == ("Chờ thụ lý", "12/12/2024")
    # 09/12 + 30 = Wed 08/01/2025.
    story.on("09/12/2024").chairman("thu_ly")
    assert story.shows() == ("Đang giải quyết", "08/01/2025")

    story.on("16/12/2024")
    part = {"detail": "rút nội dung truy lĩnh", "document_number": "01/BB-UBND"}
    assert "Trước ngày 01/07/2026" in story.refused("clerk", "rut_mot_phan", **part)
    withdrawal = {"document_number": "02/BB-UBND", "after_persuasion": "on"}
    assert "rút toàn bộ" in story.refused("chairman", "dinh-chi-do-rut", document_number="90/TB-UBND")
    story.on("20/12/2024").clerk("rut-sau-thu-ly", **withdrawal)
    assert story.shows() == ("Đang giải quyết", "08/01/2025")
    story.on("24/12/2024").chairman("dinh-chi-do-rut", document_number="91/TB-UBND", sent_on="24/12/2024")
    assert story.clock("KN.RESOLVE") == ("08/01/2025", "24/12/2024")
    # 24/12 + 30 = Thu 23/01/2025: until then she may go on. The 3 days to send came only in 2026.
    assert story.clock("KN.RESUME_OK") == ("23/01/2025", "")
    assert story.clocks("KN.SUSP.SEND") == []
    assert story.shows() == ("Đình chỉ", "")
    story.on("22/01/2025").clerk("tiep_tuc_khieu_nai")
    assert story.clock("KN.RESUME_OK") == ("23/01/2025", "22/01/2025")
