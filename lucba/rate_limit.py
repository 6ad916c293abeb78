"""How often one address may ask, counted in the cache that all web processes share."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address, IPv6Network, ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

UNREADABLE = "unreadable"  # all who hide their address share one count
HOME_NETWORK = 64  # bits: one household has a whole network of IPv6 addresses


@dataclass(frozen=True, slots=True)
class RateLimit:
    """At most `most` questions of one address in each span of `seconds`; `name` keeps the counts apart."""

    name: str
    most: int
    seconds: int

    def wait(self, address: str, *, now: datetime) -> int:
        """Count one question at `now` and return 0, or the seconds until the address may ask again."""
        span, passed = divmod(int(now.timestamp()), self.seconds)
        key = f"rate:{self.name}:{address}:{span}"
        cache.add(key, 0, timeout=self.seconds)
        with suppress(ValueError):  # the count went out of the cache between the two lines: begin anew
            if cache.incr(key) > self.most:
                return self.seconds - passed
        return 0


def client_address(request: HttpRequest) -> str:
    """Return the address that asks as it is counted: of IPv6 its network."""
    return str(_asking(request) or UNREADABLE)


def plain_address(request: HttpRequest) -> str | None:
    """Return the same for the sign-in's lockout, which stores an address: of IPv6 the first of its network.

    None stands for all who hide theirs; they are counted together.
    """
    asking = _asking(request)
    return str(asking.network_address if isinstance(asking, IPv6Network) else asking) if asking else None


def _asking(request: HttpRequest) -> IPv4Address | IPv6Network | None:
    """Return who asks, None when the address cannot be read.

    Behind a proxy it is the last one of X-Forwarded-For, which our own proxy wrote; what stands before it
    comes from the client and is not believed.
    """
    try:
        address = ip_address(_given(request).strip())
    except ValueError:
        return None
    if isinstance(address, IPv4Address):
        return address
    return address.ipv4_mapped or IPv6Network((int(address), HOME_NETWORK), strict=False)


def _given(request: HttpRequest) -> str:
    peer: str = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        forwarded: str = request.META.get("HTTP_X_FORWARDED_FOR", peer)
        return forwarded.rpartition(",")[2]
    return peer
