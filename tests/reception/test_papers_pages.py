"""The pages that issue and print papers: what is asked, what is refused, what the browser gets."""

import pytest
from django.urls import reverse

from lucba.office.models import AuditEntry
from reception.models import ReceivedDocument, ReceptionPaper
from tests.building import chairman_in_the_books, make_session, make_visit
from tests.papers.reading import text

SECRET = "Đàm Thị Kín"


@pytest.fixture
def visit(commune, today):
    visit = make_visit(make_session(commune, kind="dinh_ky"), directed_to="Tòa án khu vực 4")
    ReceivedDocument.objects.create(visit=visit, title="Sổ đỏ", pages=4)
    return visit


def address(subject, kind, name="visit-paper"):
    return reverse(f"reception:{name}", args=[subject.pk, kind])


def said(response):
    return response.content.decode()


def test_a_receipt_is_two_clicks_from_the_visit_and_opens_in_the_browser(visit, clerk, sign_in):
    browser = sign_in(clerk)
    assert "Lập giấy biên nhận" in said(browser.get(address(visit, "bien-nhan")))
    response = browser.post(address(visit, "bien-nhan"))
    assert response.url == f"{reverse('reception:visit-page', args=[visit.pk])}#giay-to"
    paper = ReceptionPaper.objects.get()
    pdf = browser.get(reverse("reception:paper-pdf", args=[paper.pk]))
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["Content-Disposition"] == f'inline; filename="bien-nhan-{visit.code}.pdf"'
    assert paper.public_code in text(pdf.content)
    assert paper.content["status_address"] == "http://testserver/cong-khai/tra-cuu/"
    assert AuditEntry.objects.filter(action="in giấy tờ tiếp công dân", official=clerk).count() == 1


def test_the_visit_offers_its_papers_and_shows_those_it_got(visit, clerk, sign_in):
    browser = sign_in(clerk)
    browser.post(address(visit, "bien-nhan"))
    page = said(browser.get(reverse("reception:visit-page", args=[visit.pk])))
    code = ReceptionPaper.objects.get().public_code
    assert f"mã tra cứu {code}" in page
    assert address(visit, "hen") in page
    assert address(visit, "tu-choi") not in page


def test_a_paper_that_does_not_fit_says_so_instead_of_asking(visit, clerk, sign_in):
    page = said(sign_in(clerk).get(address(visit, "tu-choi")))
    assert "không phải là từ chối tiếp" in page
    assert "Lập giấy</button>" not in page


def test_what_the_books_know_is_already_in_the_form(visit, clerk, sign_in):
    page = said(sign_in(clerk).get(address(visit, "huong-dan")))
    assert 'value="Tòa án khu vực 4"' in page
    assert "Luật Khiếu nại 2011" in page


def test_an_appointment_in_the_past_or_at_no_time_is_sent_back_with_what_was_typed(visit, clerk, sign_in):
    answers = {"come_on": "11/03/2026", "at": "sáng mai", "where": "Phòng tiếp dân", "signer": ""}
    page = said(sign_in(clerk).post(address(visit, "hen"), answers))
    assert "Ngày hẹn đã qua" in page
    assert "Hãy gõ giờ như 8:30" in page
    assert 'value="sáng mai"' in page
    assert not ReceptionPaper.objects.exists()


@pytest.mark.parametrize("at", ["8:30", "08:30", "8h30", "8 giờ 30"])
def test_an_hour_is_read_as_officials_write_it(visit, clerk, sign_in, at):
    signer = chairman_in_the_books(visit.unit).pk
    answers = {"come_on": "20/3", "at": at, "where": "Phòng tiếp dân", "signer": signer}
    sign_in(clerk).post(address(visit, "hen"), answers)
    assert ReceptionPaper.objects.get().content["at"] == "08:30"


def test_a_task_without_its_time_limit_is_sent_back(visit, clerk, sign_in):
    answers = {
        "conclusion": "Giao kiểm tra",
        "tasks": "Kiểm tra mốc giới; Địa chính",
        "sent_to": "Địa chính",
        "signer": chairman_in_the_books(visit.unit).pk,
    }
    page = sign_in(clerk).post(address(visit.session, "ket-luan", "session-paper"), answers)
    assert "chưa đủ ba phần" in said(page)


def test_a_conclusion_is_issued_from_the_session(visit, clerk, sign_in):
    answers = {
        "conclusion": "Giao kiểm tra",
        "tasks": "Kiểm tra mốc giới; Địa chính; 20/03/2026",
        "sent_to": "Địa chính\nCông an xã",
        "signer": chairman_in_the_books(visit.unit).pk,
    }
    response = sign_in(clerk).post(address(visit.session, "ket-luan", "session-paper"), answers)
    assert response.status_code == 302
    assert ReceptionPaper.objects.get().content["sent_to"] == ["Địa chính", "Công an xã"]


def test_five_megabytes_of_pasted_text_are_refused_with_a_sentence(visit, clerk, sign_in):
    pasted = {"statement": "x" * 2_000_000, "wishes": ""}
    response = sign_in(clerk).post(address(visit, "ghi-loi-trinh-bay"), pasted)
    assert response.status_code in (200, 413)
    assert not ReceptionPaper.objects.exists()


def test_a_double_click_issues_one_paper(visit, clerk, sign_in):
    browser = sign_in(clerk)
    for _ in range(2):
        browser.post(address(visit, "bien-nhan"), {"once": "mot-lan"})
    assert ReceptionPaper.objects.count() == 1


def test_an_unknown_kind_of_paper_is_not_found(visit, clerk, sign_in):
    browser = sign_in(clerk)
    assert browser.get(address(visit, "bang-khen")).status_code == 404
    assert browser.get(address(visit, "ket-luan")).status_code == 404


def test_the_form_of_a_denunciation_shows_no_name(commune, clerk, sign_in, today):
    visit = make_visit(make_session(commune), SECRET, content_kind="TC", summary="Tố cáo việc chia đất")
    page = said(sign_in(clerk).get(address(visit, "ghi-loi-trinh-bay")))
    assert SECRET not in page
    assert "người tố cáo tự ghi" in page


def test_the_neighbour_s_papers_are_not_found(visit, clerk, clerk_next_door, sign_in):
    sign_in(clerk).post(address(visit, "bien-nhan"))
    browser = sign_in(clerk_next_door)
    paper = ReceptionPaper.objects.get()
    assert browser.get(reverse("reception:paper-pdf", args=[paper.pk])).status_code == 404
    assert browser.get(address(visit, "bien-nhan")).status_code == 404
