"""The fixtures every room's tests share: two communes, their superiors, one person of each role, the day."""

import pytest
from django.test import Client
from django.utils import timezone

from tests import building
from tests.building import TODAY, Role, make_official, make_unit

BACKEND = "lucba.office.backends.OfficialBackend"


@pytest.fixture
def today(monkeypatch):
    """Let it be TODAY (Thursday 12/03/2026) for everything that asks the clock which day it is."""
    monkeypatch.setattr(timezone, "localdate", lambda *_, **__: TODAY)
    return TODAY


@pytest.fixture
def district(db):
    return make_unit("DAI-TU", "UBND huyện Đại Từ", level="huyen")


@pytest.fixture
def inspectorate(district):
    return make_unit("TT-DAI-TU", "Thanh tra huyện Đại Từ", level="huyen", kind="thanh_tra", parent=district)


@pytest.fixture
def commune(inspectorate):
    """UBND xã Lục Ba, which reports to the inspectorate of Đại Từ."""
    return make_unit(reports_to=inspectorate)


@pytest.fixture
def neighbour(inspectorate):
    """The commune next door, which must stay out of sight."""
    return make_unit("VAN-TAI", "UBND xã Vạn Thọ", reports_to=inspectorate)


@pytest.fixture
def party_committee(commune):
    return make_unit("DU-LUC-BA", "Đảng ủy xã Lục Ba", kind="dang", parent=commune)


@pytest.fixture
def clerk(commune):
    return make_official(commune, Role.CLERK, "van", full_name="Nguyễn Thị Vân")


@pytest.fixture
def chairman(commune):
    return building.chairman_of(commune)


@pytest.fixture
def vice_chairman(commune):
    return make_official(commune, Role.VICE_CHAIRMAN, "lan", full_name="Lê Thị Lan")


@pytest.fixture
def officer(commune):
    return make_official(commune, Role.OFFICER, "nam", full_name="Phạm Văn Nam")


@pytest.fixture
def inspector(inspectorate):
    return make_official(inspectorate, Role.INSPECTORATE, "thanh", full_name="Đỗ Đức Thanh")


@pytest.fixture
def supervisor(party_committee):
    return make_official(party_committee, Role.SUPERVISOR, "dao", full_name="Vũ Thị Đào")


@pytest.fixture
def administrator(commune):
    return make_official(commune, Role.ADMINISTRATOR, "quan-tri", full_name="Hoàng Quản Trị")


@pytest.fixture
def clerk_next_door(neighbour):
    return make_official(neighbour, Role.CLERK, "hoa", full_name="Bùi Thị Hoa")


@pytest.fixture(scope="session")
def handler():
    """One chain of middleware for every test browser: each of its own would read all static files anew."""
    return Client().handler


@pytest.fixture
def client(handler):
    """A browser in which nobody is signed in."""
    browser = Client()
    browser.handler = handler
    return browser


@pytest.fixture
def sign_in(db, handler):
    """Return a function that gives a browser in which the official is signed in."""

    def as_official(official):
        browser = Client()
        browser.handler = handler
        browser.force_login(official, backend=BACKEND)
        return browser

    return as_official
