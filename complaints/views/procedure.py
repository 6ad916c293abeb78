"""The page "Trình tự giải quyết": the procedure's table as the office and a lawyer read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from complaints.transition import EVERYWHERE, LEADERS, OFFICE, VERIFIERS
from complaints.workflow import PARTS, Page, Status, Transition
from lucba.office.access import OfficialRequest
from reception.models import ContentKind

WHO = {
    LEADERS: "Chủ tịch, Phó Chủ tịch",
    OFFICE: "văn phòng, lãnh đạo",
    VERIFIERS: "người xác minh, văn phòng",
}


@require_safe
def procedure(request: OfficialRequest) -> HttpResponse:
    """Show every row of the three procedures: from where, what, by whom, on what paper; no query."""
    tables = [(kind, ContentKind(kind).label, list(_parts(kind))) for kind in PARTS]
    return render(request, "complaints/procedure.html", {"tables": tables})


def _parts(kind: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for part, rows in PARTS[kind].items():
        yield part, [_line(row) for row in rows if row.page is not Page.NONE]


def _line(row: Transition) -> dict[str, Any]:
    everywhere = row.sources == EVERYWHERE
    return {
        "row": row,
        "who": WHO[row.roles],
        "sources": [] if everywhere else [each.label for each in Status if each in row.sources],
        "target": row.target.label if row.target else "",
    }
