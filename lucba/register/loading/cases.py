"""Matters with what follows from their events, the events, decisions and their execution."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from complaints.models import Case, CaseDeadline, CaseEvent, Decision, Enforcement
from complaints.progress import History, apply_history
from lucba.office.search import search_key
from lucba.register.loading.bulk import insert, insert_records, read_only
from lucba.register.loading.shelf import CaseDays, Shelf
from lucba.register.rows import Row
from reception.models import Petition

DATES_OF_DECISION = (
    "issued_on",
    "must_execute",
    "effective_on",
    "sent_on",
    "received_on",
    "meeting_notice_on",
    "published_on",
    "publication_end_on",
    "front_told_on",
    "directive_on",
)


def load_cases(shelf: Shelf, sheet: str, rows: list[Row]) -> None:
    """Store matters with their derived columns and clocks, computed from the rows of the book."""
    shelf.number(sheet, (row["case_code"] for row in rows))
    clocks: list[CaseDeadline] = []
    insert_records(_case(shelf, row, clocks) for row in rows)
    insert_records(clocks)


def _case(shelf: Shelf, row: Row, clocks: list[CaseDeadline]) -> Case:
    case = Case(**shelf.values(row), search_key=search_key(row["case_code"], row["summary"]))
    clocks += apply_history(
        case,
        _history_of(shelf, case.code),
        on=shelf.on,
        calendar=shelf.calendar,
        target_days=shelf.target_days,
    )
    shelf.case_days[case.code] = CaseDays(case.accepted_on, case.closed_on, bool(case.intake_extended))
    return case


def _history_of(shelf: Shelf, case_code: str) -> History:
    """Return what the book tells of a matter, as `apply_history` reads it."""
    decision = next(iter(shelf.book.group("QUYET_DINH", "case_code").get(case_code, [])), None)
    return History(
        events=_events_of(shelf, case_code),
        petitions=_petitions_of(shelf, case_code),
        decision=_decision_of(shelf, decision) if decision else None,
        entries=_entries_of(shelf, decision) if decision else (),
    )


def _petitions_of(shelf: Shelf, case_code: str) -> list[Petition]:
    rows = shelf.book.group("DON", "case_code").get(case_code, [])
    return [
        read_only(
            Petition,
            received_on=row["received_on"],
            outcome=row["outcome"] or "",
            forwarder_kind=row["forwarder_kind"] or "",
            forwarder_told_on=row["forwarder_told_on"],
        )
        for row in sorted(rows, key=lambda row: (row["received_on"], row["petition_code"]))
    ]


def _entries_of(shelf: Shelf, decision: Row) -> list[Enforcement]:
    rows = shelf.book.group("THI_HANH", "decision_code").get(decision["decision_code"], [])
    return [
        read_only(Enforcement, seq=row["seq"], done_on=row["date"], finished=row["finished"]) for row in rows
    ]


def _events_of(shelf: Shelf, case_code: str) -> list[CaseEvent]:
    rows = shelf.book.group("DIEN_BIEN", "case_code").get(case_code, [])
    return [
        read_only(
            CaseEvent,
            seq=row["seq"],
            happened_on=row["date"],
            kind=row["event"],
            detail=row["detail"] or "",
            sent_on=row["sent_on"],
            until_on=None,
        )
        for row in sorted(rows, key=lambda row: row["seq"])
    ]


def _decision_of(shelf: Shelf, row: Row) -> Decision:
    return read_only(
        Decision,
        id=None,
        publish_form=row["publish_form"] or "",
        finished_on=_finished_on(shelf, row),
        **{name: row[name] for name in DATES_OF_DECISION},
    )


def _finished_on(shelf: Shelf, row: Row) -> date | None:
    """Return the day the decision of `row` was carried out: the day of issue when there is nothing to do."""
    issued_on: date = row["issued_on"]
    if not row["must_execute"]:
        return issued_on
    entries = shelf.book.group("THI_HANH", "decision_code").get(row["decision_code"], [])
    return min((entry["date"] for entry in entries if entry["finished"]), default=None)


def load_events(shelf: Shelf, sheet: str, rows: list[Row]) -> None:
    """Store events; a matter stored before is looked at again afterwards."""
    insert(CaseEvent, (shelf.values(row) for row in _noting_cases(shelf, rows)))


def load_decisions(shelf: Shelf, sheet: str, rows: list[Row]) -> None:
    """Store decisions and conclusions with the day they were carried out."""
    shelf.number(sheet, (row["decision_code"] for row in rows))
    values = (
        {**shelf.values(row), "finished_on": _finished_on(shelf, row)} for row in _noting_cases(shelf, rows)
    )
    insert(Decision, values)


def load_enforcement(shelf: Shelf, sheet: str, rows: list[Row]) -> None:
    """Store entries of execution, and the day a decision stored before was carried out."""
    insert(Enforcement, (shelf.values(row) for row in rows))
    for code in {row["decision_code"] for row in rows}:
        decision = shelf.book.find("QUYET_DINH", code)
        if decision is not None and decision["case_code"] not in shelf.case_days:
            day = _finished_on(shelf, decision)
            Decision.objects.filter(pk=shelf.keys("QUYET_DINH")[code]).update(finished_on=day)
            shelf.touched_cases.add(decision["case_code"])


def _noting_cases(shelf: Shelf, rows: list[Row]) -> Iterator[Row]:
    """Yield `rows`, noting those of matters that were stored before."""
    for row in rows:
        if row["case_code"] not in shelf.case_days:
            shelf.touched_cases.add(row["case_code"])
        yield row
