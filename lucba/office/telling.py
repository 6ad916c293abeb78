"""Tell officials inside the system that something waits for them, or was answered. No name of a denouncer."""

from __future__ import annotations

from collections.abc import Iterable

from lucba.office.models import Message, Official, Unit

LEADERS = (Official.Role.CHAIRMAN, Official.Role.VICE_CHAIRMAN)


def tell(officials: Iterable[Official], text: str, *, path: str) -> None:
    """Tell each of `officials` the sentence `text`, which leads to the page `path`."""
    Message.objects.bulk_create(
        Message(official=official, text=text[:300], path=path[:200]) for official in officials
    )


def leaders_of(unit: Unit) -> list[Official]:
    """Return who may approve in `unit`, the chairman first."""
    found = Official.objects.filter(unit=unit, is_active=True, role__in=LEADERS)
    return sorted(found, key=lambda each: (LEADERS.index(Official.Role(each.role)), each.pk))


def clerks_of(unit: Unit) -> list[Official]:
    """Return who keeps the petition book of `unit`."""
    return list(Official.objects.filter(unit=unit, is_active=True, role=Official.Role.CLERK))
