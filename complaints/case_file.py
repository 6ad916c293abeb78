"""What the page of a case shows of its file: the sign-off, the protection, what is related to it."""

from __future__ import annotations

from typing import Any

from complaints.models import Case, Protection
from complaints.related import related_to
from complaints.workflow import EventKind
from lucba.office.models import Official
from reception.models import ContentKind


def file_beside(case: Case, official: Official) -> dict[str, Any]:
    """Return the context of complaints/_case_file.html; `case` is read with its events.

    Protections are there for those who keep the books, of denunciations only.
    """
    events = [event for event in case.events.all() if event.superseded_by_id is None]
    checks = [event for event in events if event.kind == EventKind.PROCEDURE_CHECKED]
    return {
        "signed": max(checks, key=lambda event: event.seq, default=None),
        "protections": _protections(case, official),
        "related": related_to(case, official),
    }


def _protections(case: Case, official: Official) -> list[Protection]:
    if case.kind != ContentKind.DENUNCIATION:
        return []
    return list(Protection.objects.visible_to(official).filter(case=case))
