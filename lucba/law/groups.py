"""How many representatives a group at the reception place must choose (Law on Citizen Reception 29).

The same numbers hold for a group complaint (Decree 124/2020, article 6, until 30/06/2026).
"""

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
