"""Sổ tiếp công dân in its official form: on screen, as PDF and as XLSX, with or without the persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from lucba.law.reporting_periods import calendar_month
from lucba.office import audit
from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.papers.html import DocumentTooLongError
from lucba.papers.table_layout import header_rows
from reception.book import BookPart, book_parts, count_visits, first_lines
from reception.forms.papers import BookFormFilter
from reception.papers.book import book_document, file_name
from reception.papers.book_workbook import book_workbook
from reception.views.papers import pdf_response

ON_SCREEN = 200  # lines; a longer book is taken as a file
PRINTED = 200  # lines: about nine seconds of one web process; the worker prints longer books
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Asked:
    """The book asked for in the address: its period (inclusive), kind, and whether persons are masked."""

    start: date
    end: date
    kind: str
    masked: bool
    filters: BookFormFilter

    @property
    def period(self) -> dict[str, Any]:
        """Return which visits are asked for."""
        return {"start": self.start, "end": self.end, "kind": self.kind}

    @property
    def days(self) -> str:
        """Return the period in figures."""
        return f"{self.start:%d/%m/%Y}–{self.end:%d/%m/%Y}"

    @property
    def query(self) -> str:
        """Return the same question for another address."""
        return urlencode(
            {
                "start": f"{self.start:%d/%m/%Y}",
                "end": f"{self.end:%d/%m/%Y}",
                "kind": self.kind,
                "masked": "1" if self.masked else "",
            }
        )


@require_safe
@roles(*OFFICE)
def book_form(request: OfficialRequest) -> HttpResponse:
    """Show the book of a period in its official columns."""
    asked = asked_for(request)
    parts = first_lines(request.user, **asked.period, masked=asked.masked, most=ON_SCREEN)
    more = sum(len(list(part.visits)) for part in parts) == ON_SCREEN
    context = {
        "asked": asked,
        "parts": [_shown(part) for part in parts],
        "more": more,
        "most": ON_SCREEN,
        "by_worker": more or "nen" in request.GET,
    }
    return render(request, "reception/book_form.html", context)


@require_safe
@roles(*OFFICE)
def book_pdf(request: OfficialRequest) -> HttpResponseBase:
    """Print the book of a period on A4 landscape; a long one is led to the worker."""
    asked = asked_for(request)
    parts = book_parts(request.user, **asked.period, masked=asked.masked)
    if count_visits(request.user, **asked.period) > PRINTED:
        return _to_the_worker(request, asked)
    try:
        document = book_document(request.user.unit, parts, on=timezone.localdate())
        name = file_name(asked.start, asked.end, masked=asked.masked)
        response = pdf_response(document, f"{name}.pdf")
    except DocumentTooLongError:
        return _to_the_worker(request, asked)
    except RefusedError as refusal:
        messages.error(request, refusal.message)
        return redirect(f"{reverse('reception:book-form')}?{asked.query}")
    _taken(request, asked, "in sổ tiếp công dân")
    return response


@require_safe
@roles(*OFFICE)
def book_xlsx(request: OfficialRequest) -> FileResponse:
    """Hand out the book of a period as a workbook."""
    asked = asked_for(request)
    parts = book_parts(request.user, **asked.period, masked=asked.masked)
    file = book_workbook(parts, office=request.user.unit.name)
    _taken(request, asked, "xuất sổ tiếp công dân")
    name = f"{file_name(asked.start, asked.end, masked=asked.masked)}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _to_the_worker(request: OfficialRequest, asked: Asked) -> HttpResponse:
    """Lead back to the page of the book, with the button that lets the worker print it."""
    messages.info(request, "Sổ kỳ này dài. Hãy bấm “Lập bản in PDF”: máy in trong nền, xong thì tải về.")
    return redirect(f"{reverse('reception:book-form')}?{asked.query}&nen=1")


def asked_for(request: HttpRequest) -> Asked:
    """Return what the address asks for; this month where it names no period, or none that can be read."""
    today = timezone.localdate()
    month = calendar_month(today.year, today.month)
    usual = {"start": f"{month.start:%d/%m/%Y}", "end": f"{month.end:%d/%m/%Y}"}
    filters = BookFormFilter({**usual, **{name: value for name, value in request.GET.items() if value}})
    chosen = filters.chosen
    start, end = chosen["start"] or month.start, chosen["end"] or month.end
    return Asked(min(start, end), max(start, end), chosen["kind"], bool(chosen["masked"]), filters)


def _shown(part: BookPart) -> dict[str, Any]:
    """Return a part for the screen: its headings and lines."""
    return {"part": part, "header": header_rows(part.form.numbered), "rows": list(part.rows())}


def _taken(request: OfficialRequest, asked: Asked, what: str) -> None:
    visits = count_visits(request.user, **asked.period)
    write_down(request, what, days=asked.days, visits=visits, masked=asked.masked)


def write_down(request: OfficialRequest, what: str, *, days: str, visits: int, masked: bool) -> None:
    """Write into the trail that the book of `days` left the system."""
    persons = "che danh tính" if masked else "ghi đầy đủ họ tên"
    audit.record(what, subject=days, by=request.user, detail=f"{visits} lượt, {persons}")
