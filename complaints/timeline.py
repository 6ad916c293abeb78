"""The course of a case in one line of days: petitions, events, decision, entries of carrying out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from complaints.models import Case, CaseEvent, Decision
from complaints.words import detail_words


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened on a day: the words, what was written beside them, the paper and who recorded it."""

    day: date
    words: str
    detail: str = ""
    document: str = ""
    sent_on: date | None = None
    recorded_by: str = ""


def timeline(case: Case) -> list[Entry]:
    """Return what happened to a case (read with `case_with_all`), oldest first."""
    entries = [
        *(Entry(petition.received_on, f"nhận đơn {petition.code}") for petition in case.petitions.all()),
        *(_event(event) for event in case.events.all()),
        *_decision(case),
    ]
    return sorted(entries, key=lambda entry: entry.day)


def _event(event: CaseEvent) -> Entry:
    persuaded = "sau khi được giải thích, thuyết phục" if event.after_persuasion else ""
    return Entry(
        event.happened_on,
        event.get_kind_display(),
        detail="; ".join(filter(None, (detail_words(event), persuaded))),
        document=event.document_number,
        sent_on=event.sent_on,
        recorded_by=event.recorded_by.full_name if event.recorded_by else "",
    )


def _decision(case: Case) -> Iterator[Entry]:
    decision: Decision | None = getattr(case, "decision", None)
    if decision is None:
        return
    yield Entry(
        decision.issued_on,
        f"ban hành {decision.get_type_display()}",
        detail=f"kết quả: {decision.get_result_display()}",
        document=decision.document_number,
        sent_on=decision.sent_on,
    )
    for entry in decision.enforcements.all():
        words = "thi hành xong" if entry.finished else f"thi hành lần {entry.seq}"
        yield Entry(entry.done_on, words, document=entry.document_number)
