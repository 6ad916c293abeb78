"""The register of outgoing documents: the list, its exports and print, a number for a paper from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.exports import Row, csv_file, note_export, xlsx_file
from lucba.office.keyset import page_after
from lucba.office.models import StaffTerm
from lucba.office.once import once
from lucba.papers.actions import Sheet, number_outside_paper
from lucba.papers.forms import TYPES, OutgoingFilter, OutsidePaperForm
from lucba.papers.issuing import profile_on
from lucba.papers.official_form import LETTER_ROOM
from lucba.papers.queries import HEADING, outgoing, register_line, register_lines, with_counts
from lucba.papers.register_paper import MOST, register_document

File = TypeVar("File", StreamingHttpResponse, FileResponse)


@require_safe
@roles(*OFFICE)
def issued_list(request: OfficialRequest) -> HttpResponse:
    """Show the register of outgoing documents, the newest first, fifty a page."""
    filters = _filter(request)
    rows = with_counts(outgoing(request.user, **filters.chosen))
    page = page_after(rows, request.GET.get("sau", ""), by="dated_on")
    return render(request, "papers/issued_list.html", {"filters": filters, "page": page})


@require_safe
@roles(*OFFICE)
def issued_csv(request: OfficialRequest) -> StreamingHttpResponse:
    """Hand out the register as CSV."""
    return _export(request, csv_file)


@require_safe
@roles(*OFFICE)
def issued_xlsx(request: OfficialRequest) -> FileResponse:
    """Hand out the register as a workbook."""
    return _export(request, xlsx_file)


@require_safe
@roles(*OFFICE)
def issued_book(request: OfficialRequest) -> HttpResponseBase:
    """Print the register as it is narrowed, oldest first."""
    from lucba.papers.render import render_pdf  # more than a second to load, and only those who print wait

    rows = list(_asked(request)[: MOST + 1])
    today = timezone.localdate()
    if len(rows) > MOST:
        messages.error(request, f"Mỗi lần in nhiều nhất {MOST} văn bản. Hãy lọc theo ngày rồi in.")
        return redirect("papers:issued-list")
    chosen = _filter(request).chosen
    start = chosen["dated_from"] or (rows[0].dated_on if rows else today)
    end = max(chosen["dated_to"] or today, start)
    document = register_document(
        request.user.unit, [register_line(row) for row in rows], start=start, end=min(end, today)
    )
    note_export("in sổ văn bản đi", by=request.user, query=_query(request), rows=len(rows))
    response = HttpResponse(render_pdf(document), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="so-van-ban-di.pdf"'
    return response


@once
@roles(*OFFICE)
def outside_new(request: OfficialRequest) -> HttpResponseBase:
    """Give a paper drafted outside the system its number."""
    today, unit = timezone.localdate(), request.user.unit
    form = OutsidePaperForm(
        request.POST or None, unit=unit, today=today, initial={"dated_on": today, "copies": 1}
    )
    if request.method == "POST" and form.is_valid():
        try:
            answers = form.cleaned_data
            sheet = _sheet(request, answers)
            issued = number_outside_paper(
                unit, sheet, used_up_to=answers["used_up_to"] or 0, by=request.user, today=today
            )
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã cấp số {issued.full_number}.")
            return redirect("papers:issued-page", issued.pk)
    return render(request, "papers/outside_new.html", {"form": form})


def _sheet(request: OfficialRequest, answers: dict[str, Any]) -> Sheet:
    day: date = answers["dated_on"]
    symbol = profile_on(request.user.unit, on=day).symbol
    series = answers["type"]
    term = StaffTerm.objects.in_post(on=day).filter(member=answers["signer"]).first()
    return Sheet(
        kind=TYPES[series] if series else "",
        title=answers["title"],
        symbol=f"{series}-{symbol}" if series else f"{symbol}-{LETTER_ROOM}",
        dated_on=day,
        signer=term.full_name if term else str(answers["signer"]),
        recipients=answers["recipients"],
        copies=answers["copies"],
        note=answers["note"],
    )


def _filter(request: OfficialRequest) -> OutgoingFilter:
    return OutgoingFilter(request.GET, official=request.user, today=timezone.localdate())


def _asked(request: OfficialRequest) -> Any:
    return outgoing(request.user, **_filter(request).chosen).order_by("dated_on", "pk")


def _query(request: OfficialRequest) -> str:
    filters = request.GET.copy()
    filters.pop("tim", None)
    return filters.urlencode()


def _export(request: OfficialRequest, file_of: Callable[[str, Row, Iterable[Row]], File]) -> File:
    rows = _asked(request)
    note_export("xuất sổ văn bản đi", by=request.user, query=_query(request), rows=rows.count())
    return file_of("so-van-ban-di", HEADING, register_lines(rows))
