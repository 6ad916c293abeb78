"""The pages of the register: upload a workbook, ask for one, watch the job, read what must be put right."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lucba.office import audit
from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.jobs import enqueue
from lucba.office.models import Job
from lucba.office.once import once
from lucba.register.format import BY_NAME
from lucba.register.forms import RegisterUploadForm
from lucba.register.jobs import KINDS

FINDINGS_A_PAGE = 50
JOBS_SHOWN = 10
UNDER_WAY = (Job.State.WAITING, Job.State.RUNNING)


def _jobs(request: OfficialRequest) -> QuerySet[Job]:
    """Return the imports and exports the official may see."""
    return Job.objects.visible_to(request.user).filter(kind__in=KINDS)


@roles(*OFFICE)
@require_http_methods(["GET", "HEAD", "POST"])
@once
def home(request: OfficialRequest) -> HttpResponse:
    """Show the upload and the latest jobs; take an upload and start its import."""
    today = timezone.localdate()
    posted = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = RegisterUploadForm(**posted, today=today)
    if form.is_valid():
        upload = form.cleaned_data["workbook"]
        started = enqueue(Job.Kind.IMPORT_REGISTER, unit=request.user.unit, by=request.user, upload=upload)
        return redirect("register:job", pk=started.pk)
    jobs = _jobs(request).select_related("requested_by")[:JOBS_SHOWN]
    return render(request, "register/home.html", {"form": form, "jobs": jobs})


@roles(*OFFICE)
@require_POST
@once
def export(request: OfficialRequest) -> HttpResponse:
    """Start an export of the books of the official's unit."""
    started = enqueue(Job.Kind.EXPORT_REGISTER, unit=request.user.unit, by=request.user)
    return redirect("register:job", pk=started.pk)


@roles(*OFFICE)
@require_safe
def job(request: OfficialRequest, pk: int) -> HttpResponse:
    """Show how far a job is, what it did, or what must be put right."""
    shown = get_object_or_404(_jobs(request), pk=pk)
    findings = Paginator(shown.result.get("findings", []), FINDINGS_A_PAGE)
    context = {
        "job": shown,
        "under_way": shown.state in UNDER_WAY,
        "findings": findings.get_page(request.GET.get("trang")),
        "added": _titled(shown.result.get("added") or shown.result.get("rows") or {}),
    }
    return render(request, "register/job.html", context)


def _titled(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """Return name, title and number of rows of each sheet that has some."""
    return [(name, BY_NAME[name].title, count) for name, count in counts.items() if count]


@roles(*OFFICE)
@require_safe
def progress(request: OfficialRequest, pk: int) -> JsonResponse:
    """Answer the page that watches a job."""
    shown = get_object_or_404(_jobs(request), pk=pk)
    return JsonResponse(
        {
            "percent": shown.progress,
            "step": shown.step or shown.get_state_display(),
            "over": shown.state not in UNDER_WAY,
        }
    )


@roles(*OFFICE)
@require_safe
def download(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Hand out an exported workbook; who took it is written down."""
    shown = get_object_or_404(_jobs(request), pk=pk, state=Job.State.DONE)
    if not shown.output:
        raise Http404("Tệp này không còn. Hãy xuất lại sổ theo dõi.")
    audit.record("tải sổ theo dõi", subject=shown.unit.code, by=request.user)
    return FileResponse(shown.output.open("rb"), as_attachment=True, filename=shown.result["file_name"])
