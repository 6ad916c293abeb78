"""A long reception book printed by the worker: ask for it, watch it, take it away."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.errors import RefusedError
from lucba.office.models import Job
from lucba.office.once import once
from reception.actions.book import request_print
from reception.views.book import asked_for, write_down

UNDER_WAY = (Job.State.WAITING, Job.State.RUNNING)


@once
@require_POST
@roles(*OFFICE)
def book_print(request: OfficialRequest) -> HttpResponseBase:
    """Ask the worker to print the book of the period in the address."""
    asked = asked_for(request)
    try:
        job = request_print(request.user, **asked.period, masked=asked.masked)
    except RefusedError as refusal:
        messages.error(request, refusal.message)
        return redirect(f"{reverse('reception:book-form')}?{asked.query}")
    return redirect("reception:print-page", pk=job.pk)


@require_safe
@roles(*OFFICE)
def print_page(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show how far a print is, the file when it is done, or why there is none."""
    job = get_object_or_404(_prints(request), pk=pk)
    days = {name: _day(job, name) for name in ("start", "end")}
    context = {"job": job, "under_way": job.state in UNDER_WAY, **days}
    return render(request, "reception/book_print.html", context)


@require_safe
@roles(*OFFICE)
def print_progress(request: OfficialRequest, pk: int) -> JsonResponse:
    """Answer the page that watches a print."""
    job = get_object_or_404(_prints(request), pk=pk)
    step = job.step or job.get_state_display()
    return JsonResponse({"percent": job.progress, "step": step, "over": job.state not in UNDER_WAY})


@require_safe
@roles(*OFFICE)
def print_pdf(request: OfficialRequest, pk: int) -> FileResponse:
    """Hand out a printed book; who took it is written down."""
    job = get_object_or_404(_prints(request), pk=pk, state=Job.State.DONE)
    if not job.output:
        raise Http404("Bản in này không còn. Hãy in lại.")
    days = f"{_day(job, 'start'):%d/%m/%Y}–{_day(job, 'end'):%d/%m/%Y}"
    visits, masked = job.result["visits"], job.payload["masked"]
    write_down(request, "in sổ tiếp công dân", days=days, visits=visits, masked=masked)
    file, name = job.output.open("rb"), job.result["file_name"]
    return FileResponse(file, filename=name, content_type="application/pdf")


def _prints(request: OfficialRequest) -> QuerySet[Job]:
    """Return the prints the official asked for himself."""
    kind = Job.Kind.PRINT_BOOK
    return Job.objects.visible_to(request.user).filter(kind=kind, requested_by=request.user)


def _day(job: Job, name: str) -> date:
    return date.fromisoformat(job.payload[name])
