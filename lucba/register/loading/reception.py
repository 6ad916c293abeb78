"""Visits and petitions with their matters, their clocks, and the names that are kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from complaints.models import Case, CasePetition, CaseVisit
from complaints.progress import acceptance_met_on
from lucba.office.search import search_key
from lucba.register.loading.bulk import batches, insert, read_only
from lucba.register.loading.shelf import CaseDays, Shelf
from lucba.register.rows import Row
from reception.models import ContentKind, IntakeDeadline, Petition, SealedIdentity, Visit

STORED_BEFORE = CaseDays(None, None, intake_extended=False)  # its clocks are computed afterwards


def load_visits(shelf: Shelf, sheet: str, rows: list[Row]) -> None:
    """Store visits in book order, their matters and TCD.REPLY; a denouncer's name goes to SealedIdentity."""
    days = {row["sitting_code"]: row["date"] for row in shelf.book["NGAY_TIEP"]}
    rows = sorted(rows, key=lambda row: (days[row["sitting_code"]], row["visit_code"]))
    shelf.number(sheet, (row["visit_code"] for row in rows))
    for batch in batches(rows):
        visits = [_visit(shelf, row) for row in batch]
        insert(Visit, visits)
        insert(IntakeDeadline, _visit_clocks(shelf, batch, visits, days))
    keys, cases = shelf.keys(sheet), shelf.keys("VU_VIEC")
    links = (
        {"visit_id": keys[row["visit_code"]], "case_id": cases[code]}
        for row in rows
        for code in row["case_codes"]
    )
    insert(CaseVisit, links)
    sealed = (row for row in rows if row["content_kind"] == ContentKind.DENUNCIATION)
    names = (_identity(shelf, row, "visitor_name", visit_id=keys[row["visit_code"]]) for row in sealed)
    insert(SealedIdentity, names)


def _visit(shelf: Shelf, row: Row) -> dict[str, Any]:
    """Return the column values of a visit."""
    values = shelf.values(row)
    if row["content_kind"] == ContentKind.DENUNCIATION:
        values |= {"visitor_name": "", "hamlet_id": None}
    key = search_key(row["visit_code"], values["visitor_name"], row["summary"])
    return {**values, "search_key": key}


def _identity(shelf: Shelf, row: Row, name: str, **owner: int) -> dict[str, object]:
    hamlet = shelf.keys("DON_VI")[row["unit_code"]] if row["unit_code"] else None
    return {"unit_id": shelf.unit.pk, "name": row[name] or "", "hamlet_id": hamlet, **owner}


def _visit_clocks(
    shelf: Shelf, rows: list[Row], visits: list[dict[str, Any]], days: dict[str, date]
) -> Iterator[dict[str, Any]]:
    with_petition = shelf.book.group("DON", "visit_code")
    for row, visit in zip(rows, visits, strict=True):
        yield from shelf.clocks.of_visit(
            visit, held_on=days[row["sitting_code"]], has_petition=visit["code"] in with_petition
        )


def load_petitions(shelf: Shelf, sheet: str, rows: list[Row]) -> None:
    """Store petitions in book order, their matters and clocks; a denouncer's name goes to SealedIdentity."""
    rows = sorted(rows, key=lambda row: (row["received_on"], row["petition_code"]))
    shelf.number(sheet, (row["petition_code"] for row in rows))
    for batch in batches(rows):
        petitions = [_petition(shelf, row) for row in batch]
        insert(Petition, petitions)
        pairs = zip(batch, petitions, strict=True)
        insert(
            IntakeDeadline,
            (clock for row, values in pairs for clock in _petition_clocks(shelf, row, values)),
        )
    keys, cases = shelf.keys(sheet), shelf.keys("VU_VIEC")
    links = (
        {"petition_id": keys[row["petition_code"]], "case_id": cases[row["case_code"]]}
        for row in rows
        if row["case_code"]
    )
    insert(CasePetition, links)
    sealed = (row for row in rows if row["kind"] == ContentKind.DENUNCIATION)
    names = (_identity(shelf, row, "signer_name", petition_id=keys[row["petition_code"]]) for row in sealed)
    insert(SealedIdentity, names)


def _petition(shelf: Shelf, row: Row) -> dict[str, Any]:
    """Return the column values of a petition."""
    values = shelf.values(row)
    if row["kind"] == ContentKind.DENUNCIATION:
        values |= {"signer_name": "", "hamlet_id": None}
    key = search_key(row["petition_code"], values["signer_name"], row["summary"])
    return {**values, "search_key": key}


def _petition_clocks(shelf: Shelf, row: Row, values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the clocks of a petition; those of a matter stored before are computed again afterwards."""
    code = row["case_code"]
    if code and code not in shelf.case_days:
        shelf.touched_cases.add(code)
    days = shelf.case_days.get(code, STORED_BEFORE)
    case = read_only(Case, accepted_on=days.accepted_on, closed_on=days.closed_on) if code else None
    petition = read_only(Petition, **values)
    yield from shelf.clocks.of_petition(
        petition,
        acceptance_met_on=acceptance_met_on(petition, case),
        several_places=days.intake_extended,
    )
