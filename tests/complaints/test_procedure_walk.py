"""Every row of the three tables, from every state, by every role: allowed exactly as the law's tables say."""

import re

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from complaints.actions.events import acts_for
from complaints.models import Case
from complaints.workflow import FINAL, PROCEDURES, Page, Status, transition
from lucba.office.errors import RefusedError
from lucba.office.models import Official
from tests.building import make_official
from tests.complaints.lives import NEEDS, WAYS, case_in, first_day, perform
from tests.complaints.procedure_tables import ACTORS, LAW

ROLES = [role.value for role in Official.Role]
OF_THE_OFFICE = ("chairman", "vice-chairman", "clerk", "officer")
STARTS = {"KN": ["not-ours"], "TC": ["not-ours"], "KNPA": ["not-ours"]}
STATES = [(kind, status) for kind, ways in WAYS.items() for status in [*STARTS[kind], *ways]]
BUTTON = re.compile(r'href="/vu-viec/\d+/([\w-]+)/"')


@pytest.fixture
def people(commune):
    """Return one person of each role of the office, the officer verifying."""
    return {role: make_official(commune, role) for role in ROLES}


def led_to(commune, people, kind, status):
    case = case_in(commune, kind, status)
    Case.objects.filter(pk=case.pk).update(verifier=people["officer"])
    case.refresh_from_db()
    return case


def is_in(sources, status):
    return sources == {"*"} or status in sources


def test_the_procedures_are_those_of_the_law():
    for kind, rows in PROCEDURES.items():
        shown = {
            row.slug: (
                {role.value for role in row.roles},
                {"*"} if row.sources == frozenset(Status) else {each.value for each in row.sources},
                row.target.value if row.target else "=",
            )
            for row in rows
            if row.page is not Page.NONE or row.slug == "thi_hanh_xong"
        }
        assert shown == {event: (roles, sources, target) for event, roles, sources, target in LAW[kind]}


def test_every_state_is_reached_by_some_row_and_every_other_one_is_left():
    for kind, rows in LAW.items():
        starts = {"waiting", "not-ours", *(["management-check"] if kind == "TC" else [])}
        reached = starts | {target for *_, target in rows} - {"="}
        assert reached == {status for each, status in STATES if each == kind}
        for status in reached - {each.value for each in FINAL}:
            leaving = [target for _, _, sources, target in rows if status in sources and target != "="]
            assert set(leaving) - {status}, (kind, status)


@pytest.mark.parametrize(("kind", "status"), STATES)
def test_each_row_is_open_or_refused_from_this_state_as_the_law_says(commune, people, kind, status):
    case = led_to(commune, people, kind, status)
    for event, roles, sources, target in LAW[kind]:
        for role in OF_THE_OFFICE:
            if is_in(sources, status) and role in roles:
                assert_allowed(case, event, people[role], status if target == "=" else target)
            else:
                assert_refused(case, event, people[role])


def assert_allowed(case, event, by, target):
    """Carry the row out, its needs first; where they cannot be met from this state, it is refused."""
    closed = dict(acts_for(case, by).closed)
    if transition(event, case.kind) in closed and not needs_are_open(case, event):
        assert_refused(case, event, by)
        return
    landed = {target, "accepted"} if event.startswith("thong_bao_nguoi") else {target}
    assert undone(case, event, by) in landed, event


def needs_are_open(case, event):
    needed = [transition(each, case.kind) for each in NEEDS.get(event, ())]
    return needed and all(case.status in row.sources for row in needed)


def undone(case, event, by):
    """Return the state the row leads to, and take it back."""
    with transaction.atomic():
        status = perform(Case.objects.get(pk=case.pk), event, by=by).status
        transaction.set_rollback(True)
    return status


def assert_refused(case, event, by):
    if event == "thi_hanh_xong" or (case.closed_on is None and transition(event, case.kind).column):
        return  # no decision to note anything of; the page answers 404, tested with the pages
    if transition(event, case.kind).page in (Page.DELIVERY, Page.ENFORCEMENT) and not hasattr(
        case, "decision"
    ):
        return
    if transition(event, case.kind).column and not hasattr(case, "decision"):
        return
    with transaction.atomic(), pytest.raises(RefusedError):
        perform(Case.objects.get(pk=case.pk), event, by=by, needs=False, on=day_for(case, event))


def follows_a_decision(event, kind):
    row = transition(event, kind)
    return bool(row.column) or row.page in (Page.DELIVERY, Page.ENFORCEMENT, Page.NONE)


def day_for(case, event):
    return first_day(case, "" if event in ("hieu_luc", "kn-lan-hai-do-qua-han") else event)


@pytest.mark.parametrize(("kind", "status"), STATES)
def test_the_buttons_of_the_page_are_the_rows_open_to_this_person(
    commune, people, sign_in, monkeypatch, kind, status
):
    case = led_to(commune, people, kind, status)
    monkeypatch.setattr(timezone, "localdate", lambda: first_day(case, ""))
    for role in OF_THE_OFFICE:
        page = sign_in(people[role]).get(reverse("complaints:case-page", args=[case.pk]))
        acts = acts_for(case, people[role])
        open_by_law = {e for e, roles, sources, _ in LAW[kind] if is_in(sources, status) and role in roles}
        not_yet = {row.slug for row, _ in acts.closed}
        assert {row.slug for row in acts.open} == open_by_law - not_yet - {"thi_hanh_xong"}
        proposable = {row.slug for row in acts.proposable}
        assert role == "clerk" or not proposable
        shown = set(BUTTON.findall(page.content.decode())) & {event for event, *_ in LAW[kind]}
        assert shown == open_by_law - not_yet - {"thi_hanh_xong"} | proposable


def test_nobody_outside_the_office_has_a_page_of_the_case(commune, people, sign_in, today):
    case = led_to(commune, people, "KN", "in-progress")
    for role in set(ROLES) - set(OF_THE_OFFICE):
        page = sign_in(people[role]).get(reverse("complaints:case-page", args=[case.pk]))
        assert page.status_code == 403, role
        assert acts_for(case, people[role]).open == []


def test_the_clerk_may_lay_before_the_leaders_what_is_theirs_to_do(commune, people):
    case = led_to(commune, people, "KN", "waiting")
    proposable = {row.slug for row in acts_for(case, people["clerk"]).proposable}
    assert {"thu_ly", "khong_thu_ly", "chuyen_tham_quyen"} <= proposable
    assert not proposable & {event for event, roles, *_ in LAW["KN"] if roles != ACTORS["CT"]}
