"""What the pages without sign-in show of an office: its posted calendar, its place, nothing of any citizen.

No function here reads visits, petitions or identities, and none may start to.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Prefetch, Q

from lucba.office.models import StaffTerm, Unit, UnitProfile
from reception.models import ReceptionPlace, ReceptionSession

SHOWN_AHEAD = timedelta(weeks=4)
# All a page of the public needs of a session; reason and agenda are free text that may name a citizen.
_POSTED = (
    "held_on",
    "kind",
    "host_role",
    "host",
    "state",
    "moved_to",
    "starts_at",
    "ends_at",
    "place",
    "online",
)


def offices(*, on: date) -> Any:
    """Return the profiles in force on the day `on` of the committees that keep books or post a place here."""
    has_something = Q(unit__books_from__isnull=False) | Q(unit__in=ReceptionPlace.objects.values("unit"))
    committees = UnitProfile.objects.in_force(on=on).filter(has_something, unit__kind=Unit.Kind.COMMITTEE)
    return committees.select_related("unit").order_by("unit__level", "name")


def posted_days(unit: Unit, *, on: date) -> Iterator[tuple[date, list[ReceptionSession]]]:
    """Yield the days of the four weeks from `on` (inclusive) that have posted sessions, each with these.

    A session called off stays, so that a citizen who counted on it sees the new day (LTCD Điều 24 khoản 4).
    """
    terms = Prefetch("host__terms", queryset=StaffTerm.objects.all(), to_attr="all_terms")
    sessions = (
        ReceptionSession.objects.filter(
            unit=unit, announced_on__lte=on, held_on__gte=on, held_on__lt=on + SHOWN_AHEAD
        )
        .only(*_POSTED)
        .select_related("host")
        .prefetch_related(terms)
        .order_by("held_on", "starts_at", "pk")
    )
    for day, of_the_day in groupby(sessions, key=lambda session: session.held_on):
        yield day, list(of_the_day)


def place_in_force(unit: Unit, *, on: date) -> ReceptionPlace | None:
    """Return the place, hours, rules and process in force on the day `on`, None when none was entered."""
    return ReceptionPlace.objects.filter(unit=unit, in_force_from__lte=on).order_by("-in_force_from").first()
