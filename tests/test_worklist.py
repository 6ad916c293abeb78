"""The page "Việc cần làm": whose duty each running clock is, what is due, what others owe the office."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from complaints.actions.deliveries import record_delivery
from complaints.models import Case, CaseDeadline
from lucba.agenda import spans
from lucba.duties import duties_of, duties_of_office
from lucba.law.clocks import DUTY_STEPS
from reception.models import IntakeDeadline
from tests.building import (
    TODAY,
    happen,
    make_accepted_case,
    make_case,
    make_decision,
    make_petition,
    make_session,
    make_visit,
)

PAGE = "/viec-can-lam/"
LONG_AGO = date(2026, 1, 5)


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


@pytest.fixture
def leader(sign_in, chairman, today):
    return sign_in(chairman)


def shown(response):
    return [(row.step, row.code) for row in response.context["page"].rows]


def steps(duties):
    return {row.step for row in duties.first(50)}


def test_the_clocks_of_citizens_and_other_bodies_are_never_the_offices_duty(counter, commune, clerk):
    case = make_accepted_case(make_petition(commune, LONG_AGO))
    happen(case, "yeu_cau_thong_tin", date(2026, 1, 6))
    decision = make_decision(case, date(2026, 1, 20))
    record_delivery(
        decision,
        party="nguoi_khieu_nai",
        sent_on=date(2026, 1, 21),
        received_on=date(2026, 1, 22),
        by=clerk,
        today=date(2026, 1, 22),
    )
    running = set(CaseDeadline.objects.filter(met_on__isnull=True).values_list("step", flat=True))
    assert {"KN.EFFECT", "KN.SECOND", "KN.INFO"} <= running
    assert steps(duties_of_office(clerk)) == running & DUTY_STEPS
    assert not {"KN.EFFECT", "KN.SECOND", "KN.INFO"} & steps(duties_of_office(clerk))
    assert not {"KN.EFFECT", "KN.SECOND", "KN.INFO"} & {
        step for step, _ in shown(counter.get(PAGE, {"muc": "qua-han"}))
    }


def test_of_two_clocks_of_one_step_only_the_one_that_governs_is_a_duty(commune, clerk):
    petition = make_petition(commune)
    both = IntakeDeadline.objects.filter(petition=petition, step__startswith="KN.ACCEPT").order_by("due_on")
    assert len(both) == 2
    listed = [row for row in duties_of_office(clerk).first(50) if row.step.startswith("KN.ACCEPT")]
    assert [row.due_on for row in listed] == [both[0].due_on]


def test_each_person_finds_his_own_duties(commune, clerk, chairman, officer):
    make_petition(commune)
    waiting = make_case(make_petition(commune))
    given = make_accepted_case(make_petition(commune, date(2026, 3, 2)))
    Case.objects.filter(pk=given.pk).update(verifier=officer)
    make_decision(make_accepted_case(make_petition(commune, date(2026, 3, 2))), TODAY)

    def governing(person):
        return {(row.step, row.code) for row in duties_of(person).first(50)}

    to_accept = {row for row in governing(chairman) if row[0].startswith("KN.ACCEPT")}
    assert {code for _, code in to_accept} == {waiting.code}
    assert ("KN.RESOLVE", given.code) in governing(chairman)
    assert governing(officer) == {("KN.RESOLVE", given.code)}
    assert {"KN.SEND", "KN.PUBLISH"} <= {step for step, _ in governing(clerk)}
    assert "KN.RESOLVE" not in {step for step, _ in governing(clerk)}
    assert not governing(clerk) & governing(chairman)


def test_the_tabs_cut_what_is_overdue_from_what_is_due(counter, commune):
    late = make_accepted_case(make_petition(commune, LONG_AGO))
    soon = make_accepted_case(make_petition(commune, date(2026, 2, 13)))
    target = make_accepted_case(make_petition(commune, LONG_AGO, kind="KNPA"))
    assert ("KN.RESOLVE", late.code) in shown(counter.get(PAGE, {"muc": "qua-han"}))
    assert ("KN.RESOLVE", soon.code) in shown(counter.get(PAGE, {"muc": "7-ngay"}))
    assert ("KNPA.RESOLVE", target.code) in shown(counter.get(PAGE, {"muc": "qua-chi-tieu"}))
    assert target.code not in {code for _, code in shown(counter.get(PAGE, {"muc": "qua-han"}))}
    everything = shown(counter.get(PAGE, {"muc": "co-quan"}))
    assert {late.code, soon.code, target.code} <= {code for _, code in everything}


def test_what_is_long_overdue_never_hides_what_is_due_this_week(commune, clerk):
    for number in range(25):
        make_petition(commune, LONG_AGO + timedelta(days=number % 3))
    soon = make_accepted_case(make_petition(commune, date(2026, 2, 13)))
    late, week, _ = spans(clerk, on=TODAY)
    assert (len(late.duties), late.left_out) == (6, late.count - 6)
    assert soon.code in {duty.code for duty in week.duties}
    assert week.count == len(week.duties)


def test_the_number_of_a_tab_is_that_of_the_rows_behind_it(counter, commune):
    for number in range(30):
        make_petition(commune, LONG_AGO + timedelta(days=number))
    tabs = {tab["slug"]: tab["count"] for tab in counter.get(PAGE).context["tabs"]}
    for slug in ("co-quan", "qua-han", "7-ngay"):
        rows, mark = [], ""
        while True:
            page = counter.get(PAGE, {"muc": slug, "sau": mark}).context["page"]
            rows += [row.key for row in page.rows]
            mark = page.next_mark
            if not mark:
                break
        assert len(rows) == len(set(rows)) == tabs[slug]


def test_what_others_owe_stands_in_one_list_until_it_comes(counter, commune):
    asked = happen(
        make_accepted_case(make_petition(commune, date(2026, 3, 2))), "yeu_cau_thong_tin", date(2026, 3, 3)
    )
    held = make_accepted_case(make_petition(commune, date(2026, 3, 2), kind="TC"))
    happen(held, "giam_dinh", date(2026, 3, 5), document_number="1/QĐ")
    rows = counter.get(PAGE, {"muc": "cho-noi-khac"}).context["page"].rows
    assert [(row.label, row.since) for row in rows] == [
        ("Chờ cung cấp thông tin, tài liệu", date(2026, 3, 3)),
        ("Chờ kết quả giám định", date(2026, 3, 5)),
    ]
    happen(asked, "cung_cap_thong_tin", TODAY)
    happen(held, "ket_qua_giam_dinh", TODAY)
    assert counter.get(PAGE, {"muc": "cho-noi-khac"}).context["page"].rows == []


def test_an_officer_sees_only_the_duties_of_his_cases(sign_in, officer, commune, today):
    make_accepted_case(make_petition(commune, LONG_AGO))
    own = make_accepted_case(make_petition(commune, LONG_AGO))
    Case.objects.filter(pk=own.pk).update(verifier=officer)
    browser = sign_in(officer)
    assert {code for _, code in shown(browser.get(PAGE))} == {own.code}
    assert {code for _, code in shown(browser.get(PAGE, {"muc": "qua-han"}))} == {own.code}


def test_another_office_sees_nothing(sign_in, clerk_next_door, commune, today):
    make_visit(make_session(commune))
    make_accepted_case(make_petition(commune, LONG_AGO))
    assert shown(sign_in(clerk_next_door).get(PAGE, {"muc": "co-quan"})) == []


@pytest.mark.parametrize("tab", ["cua-toi", "qua-han", "cho-noi-khac"])
def test_a_tab_costs_at_most_twelve_queries(leader, commune, tab):
    for _ in range(8):
        happen(make_accepted_case(make_petition(commune, LONG_AGO)), "yeu_cau_thong_tin", TODAY)
    leader.get(PAGE)
    with CaptureQueriesContext(connection) as queries:
        assert leader.get(PAGE, {"muc": tab}).status_code == 200
    assert len(queries) <= 12


@pytest.mark.parametrize(
    "mark", ["x", "2026-03-12.9.1", "2026-03-12.0.999999999999999999999", "2026-13-12.0.1"]
)
def test_a_mark_that_cannot_be_read_gives_the_first_page(counter, commune, mark):
    make_petition(commune)
    page = counter.get(PAGE, {"muc": "co-quan", "sau": mark}).context["page"]
    assert page.is_first
    assert page.rows
