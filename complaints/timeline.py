"""The course of a case in one line of days: petitions, events, decision, entries of carrying out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from complaints.models import Case, CaseEvent, Decision
from complaints.words import detail_words
from complaints.workflow import EventKind, rows_of

FOLLOWED = {
    "meeting_notice_on": "thông báo họp công khai",
    "published_on": "công khai",
    "publication_end_on": "kết thúc công khai",
    "front_told_on": "báo kết quả cho Mặt trận",
    "effective_on": "quyết định có hiệu lực",
    "directive_on": "chỉ đạo thi hành, xử lý",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened on a day: the words, what was written beside them, the paper and who recorded it."""

    day: date
    words: str
    detail: str = ""
    document: str = ""
    sent_on: date | None = None
    recorded_by: str = ""
    corrected: bool = False  # a correction has answered it
    to_send: int | None = None  # the key of an event whose paper is still to be sent


def timeline(case: Case) -> list[Entry]:
    """Return what happened to a case (read with `case_with_all`), oldest first."""
    entries = [
        *(Entry(petition.received_on, f"nhận đơn {petition.code}") for petition in case.petitions.all()),
        *(_event(event, case) for event in case.events.all()),
        *_decision(case),
    ]
    return sorted(entries, key=lambda entry: entry.day)


def _event(event: CaseEvent, case: Case) -> Entry:
    persuaded = "sau khi được giải thích, thuyết phục" if event.after_persuasion else ""
    return Entry(
        event.happened_on,
        event.get_kind_display(),
        detail="; ".join(filter(None, (detail_words(event), persuaded, _until(event)))),
        document=event.document_number,
        sent_on=event.sent_on,
        recorded_by=event.recorded_by.full_name if event.recorded_by else "",
        corrected=event.superseded_by_id is not None,
        to_send=event.pk if _is_to_be_sent(event, case) else None,
    )


def _until(event: CaseEvent) -> str:
    if event.until_on is None:
        return ""
    words = "đối thoại ngày" if event.kind == EventKind.DIALOGUE_NOTICE else "đến ngày"
    return f"{words} {event.until_on:%d/%m/%Y}"


def _is_to_be_sent(event: CaseEvent, case: Case) -> bool:
    sent = any(row.is_sent for row in rows_of(event.kind, case.kind))
    return sent and event.sent_on is None and event.superseded_by_id is None


def _decision(case: Case) -> Iterator[Entry]:
    decision: Decision | None = getattr(case, "decision", None)
    if decision is None:
        return
    yield Entry(
        decision.issued_on,
        f"ban hành {decision.get_type_display()}",
        detail=f"kết quả: {decision.get_result_display()}",
        document=decision.document_number,
    )
    for column, words in FOLLOWED.items():
        day = getattr(decision, column)
        if day:
            yield Entry(day, words)
    for delivery in decision.deliveries.all():
        party = " ".join(filter(None, (delivery.get_party_display(), delivery.name)))
        yield Entry(delivery.sent_on, f"gửi {party}")
    for entry in decision.enforcements.all():
        words = "thi hành xong" if entry.finished else f"thi hành lần {entry.seq}"
        yield Entry(entry.done_on, words, document=entry.document_number)
