"""The printing of a long reception book, done by the worker (settings.JOB_RUNNERS); it may be done again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from lucba.office.errors import RefusedError
from lucba.office.jobs import JobRefusedError, ReportProgress
from lucba.office.models import Job, Message, Official, Unit
from lucba.papers.html import DocumentTooLongError
from lucba.papers.progress import Tell
from reception.book import BookPart, book_parts, count_visits
from reception.papers.book import book_document, file_name

LONGEST = 1_200_000  # characters of HTML: a third more than 2,000 visits usually take, about 1.3 GB
VISITS_A_PAGE = 4
LAID_OUT = 50  # percent: laying out and writing take about as long
TOO_LONG = "Nội dung sổ kỳ này quá dài để in một lần. Hãy chọn kỳ ngắn hơn hoặc tải Excel."


def print_book(job: Job, report_progress: ReportProgress) -> dict[str, Any]:
    """Print the book of the payload's period and kind, as whoever asked for it may see it now.

    Earlier prints of the same person are thrown away; he is told when it is done. Raises JobRefusedError
    with a sentence.
    """
    by, masked = _asker(job), job.payload["masked"]
    start, end = (date.fromisoformat(job.payload[day]) for day in ("start", "end"))
    period = {"start": start, "end": end, "kind": job.payload["kind"]}
    visits = count_visits(by, **period)
    parts = book_parts(by, **period, masked=masked)
    pdf = _printed(by.unit, parts, _page_by_page(visits, report_progress))
    job.output.save(f"so-tiep-cong-dan-{job.pk}.pdf", ContentFile(pdf), save=False)
    _forget_earlier(job, by)
    text = f"Bản in sổ tiếp công dân {start:%d/%m/%Y}–{end:%d/%m/%Y} đã xong."
    Message.objects.create(official=by, text=text, path=reverse("reception:print-page", args=[job.pk]))
    return {"visits": visits, "file_name": f"{file_name(start, end, masked=masked)}.pdf"}


def _asker(job: Job) -> Official:
    if job.requested_by is None:
        raise JobRefusedError({"error": "Không rõ ai yêu cầu in sổ."})
    return job.requested_by


def _printed(unit: Unit, parts: Sequence[BookPart], tell: Tell) -> bytes:
    """Return the PDF of the book. Raises JobRefusedError when it is too long or the unit has no profile."""
    from lucba.papers.render import render_pdf  # WeasyPrint is loaded by the worker only

    try:
        document = book_document(unit, parts, on=timezone.localdate())
        return render_pdf(document, longest=LONGEST, tell=tell)
    except RefusedError as refusal:
        raise JobRefusedError({"error": refusal.message}) from refusal
    except DocumentTooLongError as refusal:
        raise JobRefusedError({"error": TOO_LONG}) from refusal


def _page_by_page(visits: int, report_progress: ReportProgress) -> Tell:
    """Return what hears of each page laid out; how many there will be is guessed from the visits."""
    report_progress(1, "Đang đọc sổ")
    expected = visits // VISITS_A_PAGE + 1

    def tell(page: int) -> None:
        report_progress(min(LAID_OUT, 1 + LAID_OUT * page // expected), f"Đang dàn trang {page}")

    return tell


def _forget_earlier(job: Job, by: Official) -> None:
    """Delete the files of the earlier prints `by` asked for: they hold what citizens said."""
    for old in Job.objects.filter(kind=job.kind, requested_by=by, pk__lt=job.pk).exclude(output=""):
        old.output.delete(save=False)
        Job.objects.filter(pk=old.pk).update(output="")
