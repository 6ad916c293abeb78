"""Why this day? From every due date of a petition or a visit one click leads to the chain, on paper too."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.building import TODAY, make_petition, make_session, make_visit

DENOUNCER = "Trịnh Bí Mật"


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


def why_of(thing, kind):
    return reverse(f"reception:{kind}-why", args=[thing.pk])


def text_of(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def part_of(page, step):
    """Return what the page says of the clock of `step`."""
    start = page.index(f'id="{step}"')
    return page[start : page.index("</section>", start)]


@pytest.mark.parametrize("page", ["/don-thu/", "/", "reception:petition-page"])
def test_every_due_date_of_a_petition_leads_to_its_reasons(counter, commune, page):
    petition = make_petition(commune, date(2026, 3, 3))
    address = reverse(page, args=[petition.pk]) if ":" in page else page
    assert f'class="due-day" href="{why_of(petition, "petition")}"' in text_of(counter.get(address))


@pytest.mark.parametrize("page", ["/tiep-cong-dan/so/", "/", "reception:visit-page"])
def test_every_due_date_of_a_visit_leads_to_its_reasons(counter, commune, page):
    visit = make_visit(make_session(commune, date(2026, 3, 3)))
    address = reverse(page, args=[visit.pk]) if ":" in page else page
    assert f'class="due-day" href="{why_of(visit, "visit")}"' in text_of(counter.get(address))


def test_the_pages_of_a_petition_and_a_visit_name_the_page_for_the_printer(counter, commune):
    petition, visit = make_petition(commune), make_visit(make_session(commune))
    for thing, kind in ((petition, "petition"), (visit, "visit")):
        page = text_of(counter.get(reverse(f"reception:{kind}-page", args=[thing.pk])))
        assert f'<a href="{why_of(thing, kind)}">Trang giải thích, để in</a>' in page


def test_of_two_clocks_for_acceptance_the_page_says_which_governs(counter, commune):
    page = text_of(counter.get(why_of(make_petition(commune, date(2026, 3, 2)), "petition")))
    by_law, by_decree = part_of(page, "KN.ACCEPT.LAW"), part_of(page, "KN.ACCEPT.DEC")
    assert "12/03/2026" in by_law
    assert "<strong>Áp dụng hạn này</strong>, vì đến trước." in by_law
    assert "16/03/2026" in by_decree
    assert "áp dụng hạn đến trước, ngày 12/03/2026" in by_decree
    assert page.index(by_law) < page.index(by_decree)


def test_a_complaint_since_july_2026_has_one_clock_for_acceptance(counter, commune):
    page = text_of(counter.get(why_of(make_petition(commune, date(2026, 7, 6)), "petition")))
    assert "15/07/2026" in part_of(page, "KN.ACCEPT")
    assert "hai thời hạn" not in page


def test_the_page_gives_start_chain_basis_certainty_and_what_stops_the_clock(counter, commune):
    visit = make_visit(make_session(commune, date(2026, 4, 24)))
    clock = part_of(text_of(counter.get(why_of(visit, "visit"))), "TCD.REPLY")
    for words in (
        "Tiếp nhận nội dung tại buổi tiếp công dân, ngày 24/04/2026",
        "Bắt đầu từ ngày 24/04/2026; ngày này không tính",
        "Không tính các ngày nghỉ:",
        "Ngày làm việc thứ 10:",
        "Khoản 1 Điều 28 Luật Tiếp công dân 2013",
        "Đã đối chiếu văn bản",
        "Trả lời công dân theo một trong bốn hướng",
        "Ngày nhận đơn",
        "/can-cu-phap-ly/?ngay=24/04/2026#TCD.REPLY",
    ):
        assert words in clock


def test_when_the_last_day_is_off_the_page_says_when_to_be_done(counter, commune):
    """Ten days from Wednesday 04/02/2026 end on Saturday, in the week before Tết."""
    petition = make_petition(commune, date(2026, 2, 4))
    clock = part_of(text_of(counter.get(why_of(petition, "petition"))), "KN.ACCEPT.LAW")
    assert "23/02/2026" in clock
    assert "Nên xong trước hết ngày 13/02/2026" in clock
    assert "Theo cách hiểu, văn bản không nói rõ" in clock


def test_a_letter_with_a_recommendation_has_a_target_of_the_house_never_overdue(counter, commune):
    petition = make_petition(commune, date(2026, 1, 5), kind="KNPA")
    page = text_of(counter.get(why_of(petition, "petition")))
    clock = part_of(page, "KNPA.REPLY")
    assert "quá chỉ tiêu nội bộ" in clock
    assert '<span class="mark">chỉ tiêu nội bộ</span>' in clock
    for address in ("/don-thu/", "/", reverse("reception:petition-page", args=[petition.pk])):
        shown = text_of(counter.get(address))
        assert "quá chỉ tiêu nội bộ" in shown
        assert 'class="due due-overdue"' not in shown


def test_on_the_clerks_page_a_past_target_stands_apart_from_what_is_overdue(counter, commune):
    late = make_petition(commune, date(2026, 2, 2))
    target = make_petition(commune, date(2026, 1, 5), kind="KNPA")
    page = text_of(counter.get("/"))
    overdue = page[page.index("Đã quá hạn") : page.index("Đến hạn trong 7 ngày")]
    past = page[page.index("Quá chỉ tiêu nội bộ") : page.index('id="petitions"')]
    assert late.code in overdue
    assert target.code not in overdue
    assert target.code in past
    assert "Quá chỉ tiêu nội bộ" in past


def test_running_clocks_stand_before_those_that_were_met(counter, commune):
    visit = make_visit(make_session(commune, date(2026, 3, 3)), result="nhan_don")
    petition = make_petition(commune, date(2026, 3, 3), source="tiep_cong_dan", visit=visit)
    petition.deadlines.filter(step="TCD.REPLY").update(met_on=TODAY, due_on=date(2026, 3, 4))
    page = text_of(counter.get(why_of(petition, "petition")))
    assert page.index('id="KN.ACCEPT.LAW"') < page.index('id="TCD.REPLY"')
    assert "xong 12/03/2026, quá hạn" in part_of(page, "TCD.REPLY")


def test_a_day_of_a_year_without_a_notice_is_provisional(counter, commune):
    petition = make_petition(commune, date(2030, 3, 4))
    page = text_of(counter.get(why_of(petition, "petition")))
    assert "(tạm tính)" in page
    assert "tạm tính, vì chưa có thông báo nghỉ lễ của năm 2030" in page


def test_a_subject_without_clocks_says_so(counter, commune):
    visit = make_visit(make_session(commune), result="tu_choi")
    assert "Không có thời hạn nào." in text_of(counter.get(why_of(visit, "visit")))


def test_the_page_for_the_printer_names_no_one_who_signed(counter, commune):
    petition = make_petition(commune, kind="TC", signer_name=DENOUNCER)
    named = make_petition(commune, signer_name="Nguyễn Văn An")
    for each in (petition, named):
        page = text_of(counter.get(why_of(each, "petition")))
        assert DENOUNCER not in page
        assert "Nguyễn Văn An" not in page


def test_the_page_costs_the_same_queries_with_one_clock_and_with_three(counter, commune):
    from_reception = make_visit(make_session(commune), result="nhan_don")
    few = make_visit(make_session(commune))
    many = make_petition(commune, source="tiep_cong_dan", visit=from_reception)
    assert (few.deadlines.count(), many.deadlines.count()) == (1, 3)
    costs = []
    for address in (why_of(few, "visit"), why_of(many, "petition")):
        with CaptureQueriesContext(connection) as queries:
            assert counter.get(address).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_office_next_door_asks_in_vain(sign_in, clerk_next_door, today, commune):
    petition, visit = make_petition(commune), make_visit(make_session(commune))
    browser = sign_in(clerk_next_door)
    assert browser.get(why_of(petition, "petition")).status_code == 404
    assert browser.get(why_of(visit, "visit")).status_code == 404
