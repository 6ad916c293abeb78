"""How often one address may ask, and which address that is, behind a proxy or not."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from lucba.rate_limit import RateLimit, client_address, plain_address

NOON = datetime(2026, 3, 12, 5, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_questions_yet():
    cache.clear()


def test_after_the_wait_the_address_may_ask_again():
    limit = RateLimit("thu", most=2, seconds=600)
    late = NOON + timedelta(minutes=9, seconds=50)
    assert [limit.wait("a", now=late) for _ in range(3)] == [0, 0, 10]
    assert limit.wait("a", now=late + timedelta(seconds=10)) == 0
    assert limit.wait("b", now=late) == 0


def test_two_kinds_of_questions_are_counted_apart():
    receipts, reports = RateLimit("a", most=1, seconds=60), RateLimit("b", most=1, seconds=60)
    assert receipts.wait("x", now=NOON) == reports.wait("x", now=NOON) == 0


@pytest.mark.parametrize(
    ("behind_proxy", "peer", "forwarded", "address"),
    [
        (False, "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        (True, "127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (True, "127.0.0.1", None, "127.0.0.1"),
        (False, "2001:db8:1:2:3::4", None, "2001:db8:1:2::/64"),
        (False, "::ffff:203.0.113.9", None, "203.0.113.9"),
        (True, "127.0.0.1", "không phải địa chỉ", "unreadable"),
    ],
)
def test_the_address_is_the_one_our_own_proxy_saw(settings, behind_proxy, peer, forwarded, address):
    settings.BEHIND_PROXY = behind_proxy
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert client_address(RequestFactory().get("/", REMOTE_ADDR=peer, headers=headers)) == address


@pytest.mark.parametrize(
    ("peer", "address"),
    [("203.0.113.9", "203.0.113.9"), ("2001:db8:1:2:3::4", "2001:db8:1:2::"), ("", None)],
)
def test_the_lockout_of_the_sign_in_gets_an_address_it_can_store(peer, address):
    assert plain_address(RequestFactory().get("/", REMOTE_ADDR=peer)) == address
