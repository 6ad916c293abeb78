"""What stands in the columns of the lists of cases and petitions that are taken out of the system.

A denouncer is never named: the books of petitions do not know him, and cases name nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Min, OuterRef, Subquery

from lucba.law.rules import Step
from lucba.office.exports import CHUNK
from lucba.papers.numbers import short_date
from reception.models import IntakeDeadline, Petition

CASE_HEADING = (
    "Mã vụ việc",
    "Loại",
    "Lĩnh vực",
    "Nội dung",
    "Xóm",
    "Giai đoạn",
    "Người xác minh",
    "Nhận đơn đầu tiên",
    "Thụ lý",
    "Việc phải làm tiếp",
    "Hạn của việc đó",
    "Hạn giải quyết",
    "Kết thúc",
    "Kết thúc bằng",
)
PETITION_HEADING = (
    "Mã đơn",
    "Loại",
    "Ngày nhận",
    "Nguồn đơn",
    "Người đứng đơn",
    "Số người",
    "Xóm",
    "Nội dung",
    "Ngày xử lý",
    "Hướng xử lý",
    "Số văn bản",
    "Hạn gần nhất",
)
KEPT_APART = "(danh tính giữ riêng)"


def case_rows(cases: Any) -> Iterator[tuple[str, ...]]:
    """Yield the lines of `cases` (from `case_list`); one query, however many there are."""
    first = Petition.objects.filter(case_link__case=OuterRef("pk")).order_by().values("case_link__case")
    received = Subquery(first.values(first=Min("received_on")))
    for case in cases.select_related("verifier", "hamlet").annotate(received=received).iterator(CHUNK):
        yield _case_row(case)


def _case_row(case: Any) -> tuple[str, ...]:
    hamlet, verifier = case.hamlet, case.verifier
    return (
        case.code,
        case.get_kind_display(),
        case.get_field_display(),
        case.summary,
        hamlet.name if hamlet else "",
        case.get_status_display(),
        verifier.full_name if verifier else "",
        _day(case.received),
        _day(case.accepted_on),
        Step(case.next_step).label if case.next_step else "",
        _day(case.next_due),
        _day(case.due_on),
        _day(case.closed_on),
        case.get_outcome_display(),
    )


def petition_rows(petitions: Any) -> Iterator[tuple[str, ...]]:
    """Yield the lines of `petitions` (from `petition_list`); one query, however many there are."""
    running = IntakeDeadline.objects.running().filter(petition=OuterRef("pk")).order_by("due_on")
    rows = petitions.prefetch_related(None).annotate(next_due=Subquery(running.values("due_on")[:1]))
    for petition in rows.order_by("-received_on", "-pk").iterator(CHUNK):
        yield _petition_row(petition)


def _petition_row(petition: Any) -> tuple[str, ...]:
    hamlet = petition.hamlet
    return (
        petition.code,
        petition.get_kind_display(),
        _day(petition.received_on),
        petition.get_source_display(),
        petition.signer_name or _unnamed(petition),
        str(petition.signers),
        hamlet.name if hamlet else "",
        petition.summary,
        _day(petition.processed_on),
        petition.get_outcome_display(),
        petition.outcome_document,
        _day(petition.next_due),
    )


def _unnamed(petition: Petition) -> str:
    anonymous = petition.signer_kind == Petition.SignerKind.ANONYMOUS
    return petition.get_signer_kind_display() if anonymous else KEPT_APART


def _day(day: date | None) -> str:
    return short_date(day) if day else ""
