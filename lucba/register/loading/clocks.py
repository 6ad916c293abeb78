"""The clocks of visits and petitions, each computed once for all that arrived alike on the same day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from lucba.law.rules import NoRuleInForceError
from lucba.law.working_days import WorkingCalendar
from reception.intake import may_be_transferred, met_on, petition_deadlines, visit_deadlines
from reception.models import IntakeDeadline, Petition, Visit


class Clocks:
    """What `reception.intake` says of visits and petitions, remembered."""

    def __init__(self, calendar: WorkingCalendar) -> None:
        self.calendar = calendar
        self._known: dict[tuple[Any, ...], list[dict[str, Any]]] = {}

    def of_visit(
        self, visit: dict[str, Any], *, held_on: date, has_petition: bool
    ) -> Iterator[dict[str, Any]]:
        """Yield the column values of the clocks of a visit, itself given by its column values."""
        alike = ("visit", held_on, has_petition, visit["result"])
        clocks = self._remembered(
            alike,
            lambda: visit_deadlines(
                Visit(**visit), held_on=held_on, has_petition=has_petition, calendar=self.calendar
            ),
        )
        for values in clocks:
            yield {**values, "visit_id": visit["id"], "met_on": visit["replied_on"]}

    def of_petition(
        self, petition: Petition, *, acceptance_met_on: date | None, several_places: bool
    ) -> Iterator[dict[str, Any]]:
        """Yield the column values of the clocks of a petition."""
        alike = (
            "petition",
            petition.received_on,
            petition.source,
            petition.forwarder_kind,
            petition.kind,
            may_be_transferred(petition),
            several_places,
        )
        clocks = self._remembered(
            alike,
            lambda: petition_deadlines(
                Petition(**vars(petition)),
                acceptance_met_on=acceptance_met_on,
                several_places=several_places,
                calendar=self.calendar,
            ),
        )
        for values in clocks:
            stopped_on = met_on(values["step"], petition, acceptance_met_on=acceptance_met_on)
            yield {**values, "petition_id": petition.pk, "met_on": stopped_on}

    def _remembered(
        self, alike: tuple[Any, ...], compute: Callable[[], list[IntakeDeadline]]
    ) -> list[dict[str, Any]]:
        if alike not in self._known:
            try:
                self._known[alike] = [vars(clock) for clock in compute()]
            except NoRuleInForceError:  # arrived before the laws this system knows
                self._known[alike] = []
        return self._known[alike]
