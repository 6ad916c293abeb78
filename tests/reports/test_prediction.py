"""The prediction: what falls due by person and week, the targets if all is finished, the lists behind."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from complaints.models import Case
from lucba.law.reporting_periods import Period
from lucba.law.working_days import WorkingCalendar
from reports.figures.indicators import indicators
from reports.figures.targets import TARGETS
from reports.queries.prediction import LISTS, Outlook, cases_behind, current_period, outlooks, year_of
from tests.building import TODAY, happen, make_accepted_case, make_decision, make_petition

PAGE = "/bao-cao/du-bao/"
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
CALENDAR = WorkingCalendar()


@pytest.fixture
def leader(sign_in, chairman, today):
    return sign_in(chairman)


@pytest.fixture
def office(commune, officer):
    """Cases resolved in March, due on 16/03 (the officer's), overdue, due in April, and paused."""
    done = make_accepted_case(make_petition(commune, date(2026, 3, 2)))
    make_decision(done, date(2026, 3, 10))
    due = make_accepted_case(make_petition(commune, date(2026, 2, 13)))
    Case.objects.filter(pk=due.pk).update(verifier=officer)
    late = make_accepted_case(make_petition(commune, date(2026, 1, 5)))
    april = make_accepted_case(make_petition(commune, date(2026, 3, 9)))
    paused = make_accepted_case(make_petition(commune, date(2026, 2, 9), kind="TC"))
    happen(paused, "tam_dinh_chi", date(2026, 2, 20), detail="cho_co_quan_khac", document_number="2/QĐ")
    return {"done": done, "due": due, "late": late, "april": april, "paused": paused}


def by_key(commune, period=MARCH):
    return {each.target.key: each for each in outlooks(commune, period, today=TODAY, calendar=CALENDAR)}


def test_the_targets_now_are_those_the_report_would_print(commune, office):
    so_far, year = indicators(commune, Period(MARCH.start, TODAY), calendar=CALENDAR)
    for key in ("3", "4b", "5", "6"):
        now = by_key(commune)[key]
        assert (now.numerator, now.denominator) == (so_far[key]["numerator"], so_far[key]["denominator"])
        since = by_key(commune, year_of(commune, MARCH))[key]
        assert (since.numerator, since.denominator) == (year[key]["numerator"], year[key]["denominator"])


def test_finishing_what_falls_due_moves_the_targets_as_the_report_would_count_it(commune, office):
    predicted = by_key(commune)
    assert predicted["3"].with_finished(2) == (3, 5)
    assert predicted["4b"].with_finished(1) == (2, 3)
    assert (predicted["4a"].now, predicted["3b"].now) == ("0/1 (0%)", "1/2 (50%)")
    assert predicted["3"].words == "Dù xong cả 2 việc còn lại vẫn không đạt."
    for name in ("due", "late"):
        make_decision(office[name], date(2026, 3, 13), document_number=f"{name}/QĐ")
    counted, _ = indicators(commune, MARCH, calendar=CALENDAR)
    assert (counted["3"]["numerator"], counted["3"]["denominator"]) == (3, 5)
    assert (counted["4b"]["numerator"], counted["4b"]["denominator"]) == (2, 3)


@pytest.mark.parametrize(
    ("outlook", "words"),
    [
        (Outlook(TARGETS["3"], 0, 0, 0), "Không phát sinh."),
        (Outlook(TARGETS["4b"], 9, 9, 0), "Đạt."),
        (Outlook(TARGETS["4b"], 9, 9, 3, grows=True), "Đạt, kể cả khi không việc nào xong thêm."),
        (Outlook(TARGETS["5"], 0, 4, 4), "Còn thiếu 4 việc: phải xong ít nhất 4 trong 4 việc còn lại."),
        (Outlook(TARGETS["4b"], 1, 1, 1, lost=3, grows=True), "Dù xong cả 1 việc còn lại vẫn không đạt."),
    ],
)
def test_what_is_missing_is_said_in_words(outlook, words):
    assert outlook.words == words


def test_every_number_opens_the_cases_it_counts(leader, commune, office):
    page = leader.get(PAGE)
    lines = {line.target.key: line for line in page.context["spans"][0][3]}
    for line in lines.values():
        rows = leader.get(f"{PAGE}{line.behind}/", {"ky": "thang"}).context["page"].rows
        assert len(rows) == line.remaining
        if line.remaining:
            assert f"{PAGE}{line.behind}/?ky=thang" in page.content.decode()
    done = leader.get(f"{PAGE}da-giai-quyet/", {"ky": "thang"}).context["page"].rows
    assert [case.code for case in done] == [office["done"].code]
    assert len(done) == lines["3"].numerator


def test_what_falls_due_is_counted_by_person_and_week(leader, office, officer):
    people = {each.name: each for each in leader.get(PAGE).context["people"]}
    assert [count for _, count in people["Phạm Văn Nam"].counts] == [0, 1, 0, 0, 0, 0]
    assert [count for _, count in people["Chưa giao"].counts] == [1, 0, 0, 0, 1, 0]
    for person in people.values():
        for week, count in person.counts:
            asked = {"nguoi": person.key, "tu": week.start.isoformat(), "den": week.end.isoformat()}
            assert len(leader.get(f"{PAGE}den-han/", asked).context["page"].rows) == count


def test_a_paused_case_falls_due_on_no_day(commune, office):
    behind = cases_behind(commune, MARCH, today=TODAY)
    assert set(behind["con-lai"]) == {office["due"], office["late"]}
    assert set(behind) == set(LISTS)


def test_the_month_is_the_one_reported_on(commune):
    assert current_period(commune, today=TODAY) == MARCH
    commune.profiles.update(period_preset="15-14")
    commune._prefetched_objects_cache = {}
    assert current_period(commune, today=date(2026, 3, 15)) == Period(date(2026, 3, 15), date(2026, 4, 14))


@pytest.mark.parametrize(
    "query", ["nguoi=x", "tu=hom-qua", "tu=2026-04-01&den=2026-03-01", "nguoi=99999999999"]
)
def test_an_address_that_cannot_be_read_still_answers(leader, office, query):
    assert leader.get(f"{PAGE}den-han/?{query}").status_code == 200
    assert leader.get(f"{PAGE}khong-co/").status_code == 404


def test_the_page_costs_the_same_queries_however_many_cases(leader, commune):
    costs = []
    for number in (3, 9):
        for day in range(number):
            make_accepted_case(make_petition(commune, date(2026, 2, 9) + timedelta(days=day)))
        with CaptureQueriesContext(connection) as queries:
            leader.get(PAGE)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_another_offices_cases_are_not_counted(sign_in, clerk_next_door, office, today):
    page = sign_in(clerk_next_door).get(PAGE)
    assert page.context["people"] == []
    assert all(line.denominator == 0 for line in page.context["spans"][0][3])
