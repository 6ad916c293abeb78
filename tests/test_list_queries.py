"""Every list of the counter costs the same few queries for 25 rows and for 100."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from lucba.duties import WEEK, due_within, duties_of_office
from tests.building import TODAY, make_case, make_petition, make_session, make_visit

MOST = 12
LISTS = [
    "/tiep-cong-dan/so/",
    "/tiep-cong-dan/so/mau/",
    "/don-thu/",
    "/don-thu/?muc=cho-phuc-dap",
    "/don-thu/chuyen-den/",
    "/phe-duyet/",
    "/vu-viec/",
    "/vu-viec/?muc=cho-lanh-dao",
    "/vu-viec/?muc=ra-soat&nguon=buu_chinh&nhan-tu=01/01/2026&xom=1",
    "/viec-can-lam/",
    "/viec-can-lam/?muc=7-ngay",
    "/viec-can-lam/?muc=cho-noi-khac",
    "/tra-cuu/?q=nguyen+van",
    "/lich-tiep/?thang=2026-03",
]


def fill(commune, session, rows):
    for number in range(rows):
        make_visit(session, f"Nguyễn Văn {number}")
        make_case(make_petition(commune, signer_name=f"Nguyễn Văn {number}"))


def queries_of(browser, address):
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(address).status_code == 200
    return len(queries)


@pytest.mark.usefixtures("today")
def test_lists_and_the_search_cost_the_same_for_25_rows_and_for_100(sign_in, clerk, commune):
    session, browser = make_session(commune), sign_in(clerk)
    fill(commune, session, 25)
    for address in LISTS:  # the first request of a process also asks what the database can do
        browser.get(address)
    few = {address: queries_of(browser, address) for address in LISTS}
    fill(commune, session, 75)
    many = {address: queries_of(browser, address) for address in LISTS}
    assert many == few
    assert {address: count for address, count in many.items() if count > MOST} == {}


WORKLISTS = {  # the index by which the database finds the rows of each part of the lists of work
    "intake_deadline_running": lambda official: due(official).intake,
    "case_deadline_running": lambda official: due(official).cases,
    "session_deadline_running": lambda official: due(official).sessions,
}


def due(official):
    return duties_of_office(official).where(due_within(TODAY, WEEK))


@pytest.mark.parametrize("index", WORKLISTS)
def test_the_lists_of_work_read_an_index_from_the_first_due_on(clerk, commune, index):
    session = make_session(commune)
    fill(commune, session, 30)
    rows = WORKLISTS[index](clerk).order_by("due_on", "pk")[:51]
    plan = plan_of(rows)
    assert index in plan, plan


def plan_of(rows):
    """Return how the database would read `rows` if they were many."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # of few rows any way is as cheap as another: reading all, or reading and then sorting them
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
        return rows.explain()
