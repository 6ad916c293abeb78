"""How many representatives a group at the reception place must choose (Law on Citizen Reception 29).

The same numbers hold for a group complaint (Decree 124/2020, article 6, until 30/06/2026).
"""

import unicodedata
from collections.abc import Iterable

GROUP_FROM = 5
_LARGE_GROUP_FROM = 11


def is_group(persons: int) -> bool:
    """Tell whether so many people with the same matter are a group (đoàn đông người): five or more."""
    return persons >= GROUP_FROM


def representatives_allowed(persons: int) -> range:
    """Return how many representatives a group may have: 5-10 people 1-2, more 1-5; empty below five."""
    if not is_group(persons):
        return range(0)
    return range(1, 3) if persons < _LARGE_GROUP_FROM else range(1, 6)


def representatives_fit(persons: int, representatives: int | None) -> bool:
    """Tell whether the number of representatives is lawful; fewer than five people need none."""
    return not is_group(persons) or representatives in representatives_allowed(persons)


def outside_the_group(representatives: Iterable[str], petitioners: Iterable[str]) -> tuple[str, ...]:
    """Return the representatives who are not among the petitioners, as they were written.

    A representative must be one of them (Law on Citizen Reception 29); anybody else, a lawyer for example,
    acts by authorisation instead. Names differing in case, spaces or encoding only are the same.
    """
    members = {_comparable(name) for name in petitioners}
    return tuple(name for name in representatives if _comparable(name) not in members)


def _comparable(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()
