"""A paper from draft to the register of outgoing documents, through the pages."""

from datetime import date

import pytest
from django.urls import reverse

from complaints.actions.papers import approve_paper, draft_paper, edit_paper, issue_paper, submit_paper
from complaints.models import CasePaper
from lucba.office.errors import RefusedError
from lucba.papers.actions import Sheet, add_file, number_outside_paper
from lucba.papers.models import IssuedPaper
from lucba.papers.official_form import Text
from reception.models import SealedIdentity
from tests.building import (
    TODAY,
    chairman_in_the_books,
    chairman_of,
    clerk_of,
    make_accepted_case,
    make_petition,
    make_unit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return make_unit()


@pytest.fixture
def case(unit):
    chairman_in_the_books(unit)
    return make_accepted_case(unit=unit)


def no_pdf(document):
    return b"%PDF-1.7"


def notice(case, **changes):
    """Draft a letter and fill in its blanks."""
    paper = draft_paper(case, "thong-bao", by=clerk_of(case.unit), on=TODAY)
    words = {"title": "Về việc kiểm tra mốc giới", "body": "Nội dung.", "recipients": "Như trên\nLưu: VT"}
    text = Text(**{"addressees": "", "grounds": "", **words, **changes})
    return edit_paper(paper, text=text, by=clerk_of(case.unit))


def approved(case):
    return approve_paper(notice(case), by=chairman_of(case.unit), on=TODAY)


def issued(case, paper, **options):
    given = {"dated_on": TODAY, "signer": chairman_in_the_books(case.unit), "printer": no_pdf, "today": TODAY}
    return issue_paper(paper, by=clerk_of(case.unit), **{**given, **options})


def test_a_draft_is_filled_in_from_the_books(case):
    petition = case.petitions.get()
    paper = draft_paper(case, "kn-03", by=clerk_of(case.unit), on=TODAY)
    assert petition.signer_name in paper.addressees
    assert case.summary.rstrip(".") in paper.body
    assert paper.state == CasePaper.State.DRAFT


def test_a_paper_with_blanks_is_not_laid_before_the_leaders(case):
    paper = draft_paper(case, "thong-bao", by=clerk_of(case.unit), on=TODAY)
    with pytest.raises(RefusedError, match="Còn chỗ trống trong văn bản: trích yếu; nội dung"):
        submit_paper(paper, by=clerk_of(case.unit))


def test_numbers_follow_each_other_and_are_given_at_signature(case):
    first, second = issued(case, approved(case)), issued(case, approved(case))
    assert [first.issued.full_number, second.issued.full_number] == ["01/TB-UBND", "02/TB-UBND"]
    assert first.issued.sha256


def test_a_refused_signature_takes_no_number(case):
    with pytest.raises(RefusedError, match="chưa đến"):
        issued(case, approved(case), dated_on=date(2026, 3, 13))
    with pytest.raises(ZeroDivisionError):
        issued(case, approved(case), printer=lambda document: 1 / 0)
    assert issued(case, approved(case)).issued.number == 1


def test_only_an_approved_paper_of_the_head_is_issued(case):
    with pytest.raises(RefusedError, match="dự thảo"):
        issued(case, notice(case))


def test_only_a_leader_approves(case):
    with pytest.raises(RefusedError, match="Chủ tịch"):
        approve_paper(notice(case), by=clerk_of(case.unit), on=TODAY)


def test_a_later_number_never_bears_an_earlier_day(case):
    issued(case, approved(case))
    early = approved(case)
    CasePaper.objects.filter(pk=early.pk).update(approved_on=date(2026, 3, 1))
    early.refresh_from_db()
    with pytest.raises(RefusedError, match="Số 01/TB-UBND đã cấp ngày 12/03/2026"):
        issued(case, early, dated_on=date(2026, 3, 11))


def test_an_issued_paper_is_not_edited(case):
    paper = issued(case, approved(case))
    with pytest.raises(RefusedError, match="đã ban hành"):
        edit_paper(paper, text=Text("", "", "", "Khác.", ""), by=clerk_of(case.unit))


def test_the_second_of_two_clerks_is_told(case):
    paper = notice(case)
    text = Text("Về việc khác", "", "", "Nội dung.", "Lưu: VT")
    edit_paper(paper, text=text, seen=paper.changes, by=clerk_of(case.unit))
    with pytest.raises(RefusedError, match="người khác sửa"):
        edit_paper(paper, text=text, seen=paper.changes, by=clerk_of(case.unit))


def test_a_text_that_names_the_denouncer_is_refused(unit):
    petition = make_petition(unit, kind="TC", signer_name="Trịnh Thị Hải Yến")
    assert SealedIdentity.objects.get(petition=petition).name == "Trịnh Thị Hải Yến"
    paper = draft_paper(petition, "cong-van", by=clerk_of(unit), on=TODAY)
    with pytest.raises(RefusedError, match="họ tên người tố cáo"):
        edit_paper(
            paper,
            text=Text("V/v đơn", "Công an", "", "Theo đơn của bà TRINH THI HAI YEN.", "Lưu: VT"),
            by=clerk_of(unit),
        )


def test_a_paper_drafted_outside_continues_the_paper_book_once(unit):
    clerk = clerk_of(unit)
    sheet = Sheet(kind="Thông báo", title="Về việc nghỉ lễ", symbol="TB-UBND", dated_on=TODAY)
    assert number_outside_paper(unit, sheet, used_up_to=40, by=clerk, today=TODAY).number == 41
    with pytest.raises(RefusedError, match="đã có số trên hệ thống"):
        number_outside_paper(unit, sheet, used_up_to=60, by=clerk, today=TODAY)
    assert number_outside_paper(unit, sheet, by=clerk, today=TODAY).number == 42


@pytest.mark.parametrize(
    ("name", "content"),
    [("quet.pdf", b"GIF89a"), ("quet.exe", b"MZ"), ("quet.png", b"%PDF-1.7"), ("quet.pdf", b"")],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(case, name, content):
    paper = issued(case, approved(case))
    with pytest.raises(RefusedError, match=r"Tệp rỗng|Chỉ nhận tệp"):
        add_file(paper.issued, kind="ban_quet", name=name, content=content, by=clerk_of(case.unit))


def test_the_clerk_drafts_the_chairman_approves_the_clerk_issues_through_the_pages(
    case, sign_in, django_capture_on_commit_callbacks
):
    clerk, chairman = sign_in(clerk_of(case.unit)), sign_in(chairman_of(case.unit))
    clerk.post(reverse("complaints:case-paper-new", args=[case.pk]), {"form": "thong-bao"})
    paper = CasePaper.objects.get(form="thong-bao")
    page = reverse("complaints:paper", args=[paper.pk])
    text = {
        "title": "Về việc kiểm tra",
        "body": "Nội dung kiểm tra.",
        "recipients": "Lưu: VT",
        "seen": paper.changes,
    }
    clerk.post(page, text)
    clerk.post(reverse("complaints:paper-submit", args=[paper.pk]))
    assert "Thông báo khác" in chairman.get(reverse("complaints:proposal-list")).content.decode()
    chairman.post(reverse("complaints:paper-approve", args=[paper.pk]))
    signer = chairman_in_the_books(case.unit).pk
    days = {"dated_on": "hôm nay", "signer": signer}
    answer = clerk.post(reverse("complaints:paper-issue", args=[paper.pk]), days, follow=True)
    assert "Đã ban hành 01/TB-UBND" in answer.content.decode()
    listed = clerk.get(reverse("papers:issued-list"), {"tim": "kiem tra"}).content.decode()
    assert "01/TB-UBND" in listed
    assert IssuedPaper.objects.get().path == reverse("complaints:case-page", args=[case.pk])
    docx = clerk.get(reverse("complaints:paper-docx", args=[paper.pk]))
    assert docx.content.startswith(b"PK")
