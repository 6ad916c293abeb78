"""Why this day? The reasons of a case's dates; house targets are never overdue."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from complaints.models import Case
from tests.building import (
    TODAY,
    happen,
    make_accepted_case,
    make_case,
    make_decision,
    make_petition,
)

LIST = "/vu-viec/"


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


@pytest.fixture
def leader(sign_in, chairman, today):
    return sign_in(chairman)


def why_of(case):
    return reverse("complaints:case-why", args=[case.pk])


def page_of(case):
    return reverse("complaints:case-page", args=[case.pk])


def text_of(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def part_of(page, step):
    start = page.index(f'id="{step}"')
    return page[start : page.index("</section>", start)]


def late_recommendation(commune, **fields):
    return make_accepted_case(make_petition(commune, date(2026, 1, 5), kind="KNPA", **fields))


# --- The reasons ---------------------------------------------------------------------------------


@pytest.mark.parametrize("page", [LIST, "/", "/tra-cuu/?q=giay chung nhan", "complaints:case-page"])
def test_every_due_date_of_a_case_leads_to_its_reasons(counter, commune, page):
    case = make_accepted_case(make_petition(commune, date(2026, 2, 10)))
    address = reverse(page, args=[case.pk]) if ":" in page else page
    assert f'class="due-day" href="{why_of(case)}"' in text_of(counter.get(address))


def test_the_chairman_and_the_officer_are_led_to_the_reasons_too(leader, sign_in, officer, commune):
    waiting = make_case(make_petition(commune, date(2026, 3, 3)))
    running = make_accepted_case(make_petition(commune, date(2026, 2, 10)))
    Case.objects.filter(pk=running.pk).update(verifier=officer)
    weeks = text_of(leader.get("/"))
    assert f'href="{why_of(waiting)}"' in weeks
    assert f'href="{why_of(running)}"' in weeks
    browser = sign_in(officer)
    assert f'href="{why_of(running)}"' in text_of(browser.get("/"))
    assert "Điều 28 Luật Khiếu nại 2011" in text_of(browser.get(why_of(running)))
    assert browser.get(why_of(waiting)).status_code == 404


def test_the_reasons_hold_resolution_and_the_acceptance_of_each_petition(counter, commune):
    petition = make_petition(commune, date(2026, 3, 2))
    case = make_accepted_case(petition, accepted_on=date(2026, 3, 5))
    page = text_of(counter.get(why_of(case)))
    assert page.index('id="KN.RESOLVE"') < page.index('id="KN.ACCEPT.LAW"') < page.index('id="KN.ACCEPT.DEC"')
    assert f"– đơn {petition.code}" in part_of(page, "KN.ACCEPT.LAW")
    assert "xong 05/03/2026, đúng hạn" in part_of(page, "KN.ACCEPT.LAW")
    assert "Thụ lý, ngày 05/03/2026" in part_of(page, "KN.RESOLVE")
    assert "Ngày thụ lý" in part_of(page, "KN.RESOLVE")


def test_a_pause_stands_in_the_chain_of_reasons(counter, commune):
    case = make_accepted_case(make_petition(commune, date(2026, 7, 6)))
    happen(case, "tam_dinh_chi", date(2026, 7, 13), detail="cho_co_quan_khac", document_number="3/QĐ-UBND")
    happen(case, "tiep_tuc", date(2026, 7, 20), document_number="4/QĐ-UBND")
    clock = part_of(text_of(counter.get(why_of(case))), "KN.RESOLVE")
    assert "Tạm đình chỉ" in clock
    assert "7 ngày tạm dừng" in clock


def test_the_page_of_a_case_names_the_page_for_the_printer(counter, commune):
    case = make_accepted_case(unit=commune)
    page = text_of(counter.get(page_of(case)))
    assert f'<a href="{why_of(case)}">Trang giải thích, để in</a>' in page
    assert "<summary>Vì sao ngày này?</summary>" in page


def test_the_reasons_cost_the_same_queries_however_much_happened(counter, commune):
    case, costs = make_decision(make_accepted_case(make_petition(commune, date(2026, 3, 2)))).case, []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert counter.get(why_of(case)).status_code == 200
        costs.append(len(queries))
        for _ in range(5):
            happen(case, "kiem_tra_thu_tuc", TODAY, detail="dung")
    assert costs[0] == costs[1]


def test_the_neighbours_and_superiors_are_told_nothing(sign_in, clerk_next_door, inspector, commune, today):
    case = make_accepted_case(unit=commune)
    assert sign_in(clerk_next_door).get(why_of(case)).status_code == 404
    assert sign_in(inspector).get(why_of(case)).status_code == 403


# --- Targets of the house ------------------------------------------------------------------------


def test_a_recommendation_past_its_target_is_never_called_overdue(counter, commune, officer, sign_in):
    case = late_recommendation(commune, summary="Kiến nghị sửa đường liên xóm")
    Case.objects.filter(pk=case.pk).update(verifier=officer)
    addresses = (LIST, "/", page_of(case), why_of(case), "/tra-cuu/?q=lien xom")
    shown = [text_of(counter.get(address)) for address in addresses]
    shown.append(text_of(sign_in(officer).get("/")))
    for page in shown:
        assert "quá chỉ tiêu nội bộ" in page
        assert 'class="due due-overdue"' not in page


def test_the_filter_of_overdue_cases_leaves_recommendations_out(counter, commune):
    late_recommendation(commune)
    late = make_accepted_case(make_petition(commune, date(2026, 1, 5)))
    rows = counter.get(LIST, {"qua-han": "co"}).context["page"].rows
    assert [case.code for case in rows] == [late.code]


def test_the_chairman_sees_past_targets_in_a_span_of_their_own(leader, commune):
    late = make_accepted_case(make_petition(commune, date(2026, 1, 5)))
    target = late_recommendation(commune)
    page = text_of(leader.get("/"))
    overdue = page[page.index("Đã quá hạn") : page.index("Đến hạn trong 7 ngày")]
    past = page[page.index("Quá chỉ tiêu nội bộ") :]
    assert late.code in overdue
    assert target.code not in overdue
    assert target.code in past


def test_many_old_targets_do_not_hide_what_is_legally_due(counter, commune):
    for _ in range(22):
        late_recommendation(commune)
    late = make_accepted_case(make_petition(commune, date(2026, 2, 2)))
    assert late.code in text_of(counter.get("/"))


def test_the_reasons_of_a_target_name_no_law(counter, commune):
    clock = part_of(text_of(counter.get(why_of(late_recommendation(commune)))), "KNPA.RESOLVE")
    assert "Chỉ tiêu nội bộ, luật không quy định thời hạn" in clock
    assert "Quy ước nội bộ, không phải hạn luật định" in clock


def test_the_list_of_cases_counts_the_days_to_the_safe_day_not_to_the_rolled_one(
    sign_in, clerk, commune, monkeypatch
):
    case = make_accepted_case(make_petition(commune, date(2026, 1, 19)))
    assert case.due_on == date(2026, 2, 23)  # the 30th day lies in Tết: done before it, it is surely in time
    monkeypatch.setattr(timezone, "localdate", lambda *_, **__: date(2026, 2, 11))
    assert "sắp đến hạn, còn 2 ngày làm việc" in sign_in(clerk).get("/vu-viec/").content.decode()
