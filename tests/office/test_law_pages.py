"""The page "Căn cứ pháp lý": the rules of a day with their articles, what changed, the texts, at no cost."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lucba.law.changes import AMENDED_LAWS, CHANGES
from lucba.law.clocks import GOVERNING_RULES
from lucba.law.rules import Step
from lucba.law.time_limits import ALL, in_force
from lucba.office.law_table import parts_in_force, regimes, replacements, sources

LAW = "/can-cu-phap-ly/"


@pytest.fixture
def browser(sign_in, clerk, today):
    return sign_in(clerk)


def page_of(browser, **asked):
    response = browser.get(LAW, asked)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def row_of(page, step):
    """Return the text of the table's line of `step`."""
    start = page.index(f'id="{step}"')
    return page[start : page.index("</tr>", start)]


def test_the_rules_of_today_are_shown_until_a_day_is_asked_for(browser):
    page = page_of(browser)
    assert "có hiệu lực ngày 12/03/2026" in page
    assert "Chậm nhất 10 ngày làm việc" in row_of(page, "KN.ACCEPT.DEC")
    assert 'id="KN.ACCEPT"' not in page


def test_the_day_is_typed_as_everywhere_else(browser):
    page = page_of(browser, ngay="1/7/26")
    assert "có hiệu lực ngày 01/07/2026" in page
    row = row_of(page, "KN.ACCEPT")
    assert "Chậm nhất 7 ngày làm việc" in row
    assert "Điều 27 Luật Khiếu nại 2011, sửa đổi bởi Luật 136/2025/QH15" in row
    assert "Nhận đơn khiếu nại" in row
    assert "Thông báo thụ lý hoặc không thụ lý" in row
    assert "Ủy ban nhân dân xã" in row
    assert "Đã đối chiếu văn bản" in row
    assert "01/07/2026 – nay" in row
    assert 'id="KN.ACCEPT.LAW"' not in page


def test_a_day_that_cannot_be_read_is_answered_with_a_sentence_and_the_rules_of_today(browser):
    page = page_of(browser, ngay="hôm nọ")
    assert "Không đọc được ngày" in page
    assert "Đang hiện quy định của hôm nay." in page
    assert 'id="KN.ACCEPT.LAW"' in page


@pytest.mark.parametrize("on", [date(2024, 2, 1), date(2025, 7, 1), date(2026, 6, 30), date(2026, 7, 1)])
def test_every_rule_in_force_stands_in_the_table_once(on):
    shown = [limit for _, lines in parts_in_force(on) for line in lines for limit in line.limits]
    assert sorted(each.key for each in shown) == sorted(each.key for each in in_force(on))


def test_lengths_that_differ_by_circumstances_stand_in_one_line(browser):
    row = row_of(page_of(browser), "KN.RESOLVE")
    for words in ("Chậm nhất 30 ngày</li>", "vụ việc phức tạp", "vùng sâu, vùng xa", "Chậm nhất 60 ngày"):
        assert words in row


def test_a_house_target_is_marked_and_has_no_article(browser):
    row = row_of(page_of(browser), "KNPA.RESOLVE")
    assert "Chỉ tiêu nội bộ, luật không quy định thời hạn" in row
    assert "Quy ước nội bộ, không phải hạn luật định" in row


@pytest.mark.parametrize(
    ("asked", "current"),
    [
        ("30/06/2025", "Đến ngày 30/06/2025"),
        ("01/07/2025", "01/07/2025 – 30/06/2026"),
        ("30/06/2026", "01/07/2025 – 30/06/2026"),
        ("01/07/2026", "Từ ngày 01/07/2026"),
    ],
)
def test_the_regime_of_the_day_is_marked_and_the_others_are_a_click_away(browser, asked, current):
    page = page_of(browser, ngay=asked)
    marked = page[page.index('<li aria-current="true">') :]
    assert current in marked[: marked.index("</li>")]
    assert all(f'href="?ngay={regime.day:%d/%m/%Y}"' in page for regime in regimes())
    assert page.count('<li aria-current="true">') == 1


def test_a_day_before_all_these_laws_has_no_rule_and_says_so(browser):
    assert "Ngày này chưa có quy định nào trong hệ thống." in page_of(browser, ngay="01/01/2010")


def test_which_date_picks_the_rule_and_how_days_are_counted_is_said_with_its_certainty(browser):
    page = page_of(browser)
    assert all(rule.matters in page for rule in GOVERNING_RULES)
    assert "(khoản 2 Điều 147 Bộ luật Dân sự 2015)" in page
    assert "(khoản 5 Điều 148 Bộ luật Dân sự 2015)" in page
    assert "theo cách hiểu, văn bản không nói rõ" in page


def test_a_complex_complaint_is_defined_since_july_2026(browser):
    assert "Ngày này luật chưa định nghĩa khiếu nại phức tạp" in page_of(browser, ngay="30/06/2026")
    page = page_of(browser, ngay="01/07/2026")
    assert "Khiếu nại phức tạp khi có ít nhất 1 tiêu chí" in page
    assert "Gia hạn giải quyết tố cáo lần 2 cần ít nhất 2 tiêu chí." in page
    assert "Có yếu tố nước ngoài" in page


def test_what_changed_stands_side_by_side(browser):
    page = page_of(browser)
    for change in CHANGES:
        assert f"Từ ngày {change.on:%d/%m/%Y}: {change.title}" in page
        assert all(fact.words in page for fact in change.facts)
    acceptance = next(
        each for each in replacements(AMENDED_LAWS) if each.begun[0].step is Step.COMPLAINT_ACCEPTANCE
    )
    assert [line.step for line in acceptance.closed] == [
        Step.COMPLAINT_ACCEPTANCE_BY_LAW,
        Step.COMPLAINT_ACCEPTANCE_BY_DECREE,
    ]


def test_no_row_that_changed_is_left_out():
    for change in CHANGES:
        sides = replacements(change)
        for side, rows in (("closed", change.closed), ("begun", change.begun)):
            shown = [limit for each in sides for line in getattr(each, side) for limit in line.limits]
            assert sorted(limit.key for limit in shown) == sorted(limit.key for limit in rows)


def test_every_text_a_rule_cites_is_among_the_sources(browser):
    page = page_of(browser)
    cited = {citation.source for limit in ALL for citation in (limit.citation, *limit.see_also) if citation}
    assert cited <= set(sources())
    assert all(source.number in page and source.title in page for source in sources())


@pytest.mark.parametrize("who", ["clerk", "chairman", "officer", "administrator", "inspector", "supervisor"])
def test_everybody_may_read_the_law_and_it_costs_no_query_of_its_own(request, sign_in, today, who):
    browser = sign_in(request.getfixturevalue(who))
    costs = []
    for address in ("/doi-mat-khau/xong/", LAW):
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        costs.append(len(queries))
    assert costs[1] <= costs[0]


@pytest.mark.parametrize(
    ("who", "in_menu"),
    [
        ("clerk", True),
        ("officer", True),
        ("administrator", True),
        ("inspector", False),
        ("supervisor", False),
    ],
)
def test_the_menu_leads_those_who_work_with_it_to_the_law(request, sign_in, today, who, in_menu):
    page = sign_in(request.getfixturevalue(who)).get(LAW).content.decode()
    menu = page[page.index('id="menu"') : page.index("</nav>")]
    assert ("Căn cứ pháp lý" in menu) is in_menu
