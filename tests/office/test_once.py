"""A form is stored once, however often its button is pressed."""

import re
from concurrent.futures import ThreadPoolExecutor
from copy import copy

import pytest
from django.db import connection

from reception.models import Petition

TOKEN = re.compile(r'name="once" value="([^"]+)"')
PETITION = {
    "received_on": "12/03/2026",
    "source": "buu_chinh",
    "signer_kind": "mot_nguoi",
    "signer_name": "Nguyễn Văn An",
    "signers": "1",
    "kind": "KN",
    "summary": "Khiếu nại việc thu hồi đất",
}


@pytest.fixture
def browser(sign_in, clerk, today):
    return sign_in(clerk)


@pytest.fixture
def form(browser):
    """What the clerk's browser sends from the form as it was opened once."""
    page = browser.get("/don-thu/moi/").content.decode()
    return {**PETITION, "once": TOKEN.search(page)[1]}


def test_a_double_click_registers_one_petition_and_leads_to_it_twice(browser, form):
    first, second = browser.post("/don-thu/moi/", form), browser.post("/don-thu/moi/", form)
    assert Petition.objects.count() == 1
    assert first.status_code == second.status_code == 302
    assert second.url == first.url == f"/don-thu/{Petition.objects.get().pk}/"
    assert "đã được ghi một lần rồi" in browser.get(second.url).content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_come_one_after_the_other(browser, form):
    def click(window):
        try:
            return window.post("/don-thu/moi/", form).url
        finally:
            connection.close()

    windows = [copy(browser) for _ in range(4)]
    with ThreadPoolExecutor(len(windows)) as at_once:
        led_to = set(at_once.map(click, windows))
    assert Petition.objects.count() == 1
    assert led_to == {f"/don-thu/{Petition.objects.get().pk}/"}


def test_a_refused_form_may_be_put_right_and_sent_again(browser, form):
    refused = browser.post("/don-thu/moi/", {**form, "summary": ""})
    assert refused.status_code == 200
    assert browser.post("/don-thu/moi/", form).status_code == 302
    assert Petition.objects.count() == 1


def test_each_opened_form_may_store_its_own_petition(browser, form):
    browser.post("/don-thu/moi/", form)
    page = browser.get("/don-thu/moi/").content.decode()
    browser.post("/don-thu/moi/", {**form, "once": TOKEN.search(page)[1]})
    assert Petition.objects.count() == 2


def test_only_the_latest_forms_of_a_session_are_remembered(browser, form):
    for number in range(35):
        browser.post("/don-thu/moi/", {**form, "once": f"form-{number}"})
    assert len(browser.session["once"]) == 30


def test_every_form_that_posts_carries_the_token_once(browser):
    page = browser.get("/doi-mat-khau/").content.decode()
    assert len(TOKEN.findall(page)) == 1
