"""The papers handed over the counter: when each may be issued, what is kept of it, what its PDF says."""

import re
from datetime import date

import pytest

from lucba.law.rules import Step
from lucba.office.errors import RefusedError
from lucba.office.models import AuditEntry, StaffMember, StaffTerm
from lucba.papers.render import render_pdf
from reception.actions.papers import issue_paper
from reception.actions.sessions import close_session
from reception.models import ReceivedDocument, ReceptionPaper, Visit
from reception.papers.kinds import document_of, kind_of, kinds_of, offered
from tests.building import (
    TODAY,
    chairman_in_the_books,
    make_session,
    make_staff,
    make_visit,
)
from tests.papers.reading import fonts, reader, text

SECRET = "Đàm Thị Kín"
AFTER_THE_CHANGE = date(2026, 7, 9)
STATUS = "https://tiepcongdan.example.vn/cong-khai/tra-cuu/"
ANSWERS = {
    "bien-nhan": {"status_address": STATUS},
    "hen": {"come_on": "2026-03-20", "at": "08:30", "where": "Phòng tiếp công dân", "bring": "sổ đỏ"},
    "huong-dan": {
        "body": "Tòa án nhân dân khu vực 4",
        "reason": "Tranh chấp thuộc thẩm quyền của Tòa án",
        "ground_words": "Căn cứ Luật Khiếu nại 2011",
    },
    "tu-choi": {"explanation": ""},
    "bien-ban": {"opinions": "", "conclusion": "Giao Địa chính đo lại", "answer": "", "ended_at": "09:45"},
    "ghi-loi-trinh-bay": {"statement": "Hộ bên lấn sang 2 m.", "wishes": "Đo lại thửa đất"},
    "ket-luan": {
        "conclusion": "Giao kiểm tra mốc giới",
        "tasks": [["Kiểm tra mốc giới", "Công chức Địa chính", "20/03/2026"]],
        "sent_to": ["Công chức Địa chính"],
    },
}


def issue(subject, code, *, on=TODAY, signer=None, by, **answers):
    kind = kind_of(subject, code)
    signer = signer or (chairman_in_the_books(subject.unit) if kind.signed_by_head else None)
    given = {**ANSWERS[code], **answers}
    return issue_paper(subject, kind, answers=given, signer=signer, on=on, by=by)


def printed(paper):
    return render_pdf(document_of(ReceptionPaper.objects.get(pk=paper.pk)))


def refused(session, ground="9-3", **fields):
    return make_visit(session, result="tu_choi", refusal_ground=ground, **fields)


@pytest.fixture
def session(commune):
    return make_session(commune, kind="dinh_ky")


@pytest.fixture
def visit(session):
    """A man who left two documents."""
    visit = make_visit(session, identity_kind="cccd", identity_number="019085001234", phone="0912345678")
    ReceivedDocument.objects.create(visit=visit, title="Giấy chứng nhận số AB 123", pages=4, condition="rõ")
    ReceivedDocument.objects.create(visit=visit, title="Biên bản hòa giải", pages=2, copies=2)
    return visit


@pytest.fixture
def denunciation(session):
    visit = make_visit(
        session,
        SECRET,
        content_kind="TC",
        summary="Tố cáo việc chia đất công ích",
        address="Số 7 ngõ Kín",
        phone="0987654321",
    )
    ReceivedDocument.objects.create(visit=visit, title="Đơn tố cáo", pages=3)
    return visit


def test_a_receipt_lists_the_documents_and_bears_a_code_without_look_alike_letters(visit, clerk):
    paper = issue(visit, "bien-nhan", by=clerk)
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}", paper.public_code)
    words = text(printed(paper))
    for part in (
        "Mẫu số 02",
        "GIẤY BIÊN NHẬN",
        "Họ và tên: Nguyễn Văn An",
        "CCCD 019085001234",
        "Giấy chứng nhận số AB 123",
        "Biên bản hòa giải",
        "lập thành 02 bản",
        f"Mã tra cứu: {paper.public_code}",
        "NGƯỜI CUNG CẤP",
        "NGƯỜI NHẬN",
    ):
        assert part in words


def test_two_receipts_have_two_codes(visit, clerk):
    first, second = (issue(visit, "bien-nhan", by=clerk) for _ in range(2))
    assert first.public_code != second.public_code


def test_the_square_code_leads_to_the_page_of_that_receipt(visit, clerk):
    paper = issue(visit, "bien-nhan", by=clerk)
    code = next(block for block in document_of(paper).blocks if hasattr(block, "address"))
    assert code.address == f"{STATUS}?ma={paper.public_code}"


def test_no_receipt_without_anything_received(session, clerk):
    visit = make_visit(session)
    with pytest.raises(RefusedError, match="chưa ghi đơn hoặc tài liệu"):
        issue(visit, "bien-nhan", by=clerk)


def test_a_paper_prints_the_same_after_the_visit_was_changed(visit, clerk):
    paper = issue(visit, "bien-nhan", by=clerk)
    before = printed(paper)
    Visit.objects.filter(pk=visit.pk).update(visitor_name="Tên Khác", summary="Việc khác")
    assert printed(paper) == before


@pytest.mark.parametrize("code", ["bien-nhan", "hen", "huong-dan", "bien-ban", "ghi-loi-trinh-bay"])
def test_no_paper_of_a_denunciation_names_the_denouncer(denunciation, clerk, code):
    paper = issue(denunciation, code, by=clerk)
    words = text(printed(paper))
    assert "(người tố cáo tự ghi)" in words
    for secret in (SECRET, "Số 7 ngõ Kín", "0987654321"):
        assert secret not in words
        assert secret not in str(paper.content)


def test_a_receipt_for_a_denunciation_is_made_out_three_times(denunciation, clerk):
    assert "lập thành 03 bản" in text(printed(issue(denunciation, "bien-nhan", by=clerk)))


def test_typing_the_denouncer_s_name_into_a_paper_is_refused(denunciation, clerk):
    with pytest.raises(RefusedError, match="người tố cáo"):
        issue(denunciation, "ghi-loi-trinh-bay", by=clerk, statement=f"Tôi là {SECRET}, xin tố cáo")
    assert not ReceptionPaper.objects.exists()


def test_nor_may_the_conclusion_of_the_session_name_her(session, denunciation, clerk):
    with pytest.raises(RefusedError) as refusal:
        issue(session, "ket-luan", by=clerk, conclusion=f"Bảo vệ bà {SECRET}")
    assert refusal.value.field == "conclusion"


def test_a_refusal_is_numbered_in_the_office_s_series_and_signed_by_the_chairman(session, clerk):
    first = issue(refused(session), "tu-choi", by=clerk)
    second = issue(refused(session), "tu-choi", by=clerk)
    assert (first.symbol, first.number, second.number) == ("TB-UBND", 1, 2)
    words = text(printed(first))
    assert "Số: 01/TB-UBND" in words
    assert "Mẫu số 01" in words
    assert "khoản 3 Điều 9 Luật Tiếp công dân 2013" in words
    assert "CHỦ TỊCH Trần Văn Hùng" in words


def test_a_deputy_signs_for_the_chairman(commune, session, clerk):
    deputy = make_staff(commune, full_name="Lê Thị Lan", role=StaffTerm.Role.VICE_CHAIRMAN)
    words = text(printed(issue(refused(session), "tu-choi", signer=deputy, by=clerk)))
    assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in words
    assert "Lê Thị Lan" in words


def test_nobody_signs_who_is_not_in_post_that_day(commune, session, clerk):
    chairman = chairman_in_the_books(commune)
    StaffTerm.objects.filter(member=chairman).update(ended_on=date(2026, 3, 11))
    with pytest.raises(RefusedError) as refusal:
        issue(refused(session), "tu-choi", signer=chairman, by=clerk)
    assert refusal.value.field == "signer"
    officer = StaffMember.objects.exclude(pk=chairman.pk).first() or make_staff(commune)
    with pytest.raises(RefusedError):
        issue(refused(session), "tu-choi", signer=officer, by=clerk)


def test_from_july_2026_the_forms_have_the_names_of_the_decree_and_the_notice_stops_its_clock(commune, clerk):
    session = make_session(commune, AFTER_THE_CHANGE, kind="dinh_ky")
    visit = refused(session, "4-h", content_kind="KNPA", resolved_document="Văn bản 12/UBND")
    clock = visit.deadlines.get(step=Step.RECEPTION_REFUSAL)
    assert clock.met_on is None
    paper = issue(visit, "tu-choi", on=date(2026, 7, 10), by=clerk)
    clock.refresh_from_db()
    assert clock.met_on == date(2026, 7, 10)
    words = text(printed(paper))
    assert "Mẫu 01/TCD" in words
    assert "điểm h khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP" in words
    assert "Văn bản 12/UBND" in words


def test_a_refusal_that_is_only_explained_gets_no_paper(session, clerk):
    visit = refused(session, "9-1")
    assert "tu-choi" not in {each.code for each in offered(visit)}
    with pytest.raises(RefusedError, match="bằng lời"):
        issue(visit, "tu-choi", by=clerk)


def test_a_refusal_is_noticed_once(session, clerk):
    visit = refused(session)
    issue(visit, "tu-choi", by=clerk)
    assert "tu-choi" not in {each.code for each in offered(visit)}
    with pytest.raises(RefusedError, match="01/TB-UBND"):
        issue(visit, "tu-choi", by=clerk)


@pytest.mark.parametrize(
    ("kind", "words"),
    [("KN", "hướng dẫn người khiếu nại"), ("KNPA", "hướng dẫn người kiến nghị, phản ánh")],
)
def test_guidance_says_where_to_turn_in_the_words_of_its_kind(session, clerk, kind, words):
    visit = make_visit(session, content_kind=kind, result="huong_dan")
    said = text(printed(issue(visit, "huong-dan", by=clerk)))
    assert words in said
    assert "đến Tòa án nhân dân khu vực 4 để được xem xét" in said
    assert "Số: 01/HD-UBND" in said


def test_the_statement_says_that_it_was_read_back_and_may_be_marked_with_a_finger(visit, clerk):
    words = text(printed(issue(visit, "ghi-loi-trinh-bay", by=clerk)))
    assert "đã được đọc lại cho người trình bày nghe" in words
    assert "(Ký, ghi rõ họ tên hoặc điểm chỉ)" in words


def test_the_conclusion_names_work_person_and_time_limit_and_not_the_denouncer(
    session, visit, denunciation, clerk
):
    words = text(printed(issue(session, "ket-luan", by=clerk)))
    assert "Kiểm tra mốc giới Công chức Địa chính 20/03/2026" in words
    assert "Ông (bà) Nguyễn Văn An" in words
    assert "Người tố cáo: tố cáo về việc" in words
    assert SECRET not in words


def test_the_staff_s_own_session_has_no_conclusion_notice(commune, clerk):
    session = make_session(commune)
    make_visit(session)
    with pytest.raises(RefusedError, match="Chủ tịch hoặc người được ủy quyền"):
        issue(session, "ket-luan", by=clerk)


def test_a_day_on_which_nobody_came_is_proved_by_minutes(session, clerk):
    close_session(session, by=clerk, today=TODAY)
    session.refresh_from_db()
    answers = {"started_at": "07:30", "ended_at": "11:30", "note": ""}
    paper = issue_paper(session, kind_of(session, "bien-ban"), answers=answers, on=TODAY, by=clerk)
    words = text(printed(paper))
    assert "không có công dân đến" in words
    assert "từ 07 giờ 30 đến 11 giờ 30" in words


def test_every_paper_is_one_page_or_two_in_the_office_s_own_typeface(visit, clerk):
    for code in ("bien-nhan", "hen", "huong-dan", "bien-ban", "ghi-loi-trinh-bay"):
        pdf = printed(issue(visit, code, by=clerk))
        assert len(reader(pdf).pages) <= 2
        for name, descriptor in fonts(pdf).items():
            assert "Tinos" in name
            assert "/FontFile2" in descriptor


def test_the_trail_says_which_paper_was_issued_and_by_whom(visit, clerk):
    issue(visit, "huong-dan", by=clerk)
    entry = AuditEntry.objects.get(action="lập giấy tờ tiếp công dân")
    assert (entry.official, entry.subject) == (clerk, visit.code)
    assert entry.detail == "phiếu hướng dẫn số 01/HD-UBND"


def test_each_kind_of_paper_goes_by_one_word_per_subject(session, visit):
    for subject in (session, visit):
        codes = [each.code for each in kinds_of(subject)]
        assert len(codes) == len(set(codes))
