"""Every list of the counter costs the same few queries for 25 rows and for 100."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.building import make_case, make_petition, make_session, make_visit

MOST = 12
LISTS = [
    "/tiep-cong-dan/so/",
    "/tiep-cong-dan/so/mau/",
    "/don-thu/",
    "/vu-viec/",
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
