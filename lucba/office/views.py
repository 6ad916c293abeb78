"""The office's own pages: the state of the system, days off while typing, the health check."""

from datetime import date

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lucba.office.access import OfficialRequest, Role, roles
from lucba.office.frame import calendar_of
from lucba.office.models import AuditEntry, Job, Official

SHOWN = 50  # lines of the trail on the system page


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer "ok" when the database answers; a monitor asks every minute."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


@require_safe
def day_off(request: OfficialRequest) -> JsonResponse:
    """Return why the day `?ngay=2026-02-17` is a day off, "" when it is worked or cannot be read."""
    try:
        day = date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        return JsonResponse({"reason": ""})
    return JsonResponse({"reason": calendar_of(request).day_off_reason(day)})


@require_safe
@roles(Role.ADMINISTRATOR)
def administration(request: OfficialRequest) -> HttpResponse:
    """Stand in for the sign-in of Django's admin: lead the administrator in, keep the others out."""
    return redirect("admin:index")


@require_safe
@roles(Role.ADMINISTRATOR)
def system(request: OfficialRequest) -> HttpResponse:
    """Show whether the installation is well: jobs, calendar, accounts and the latest lines of the trail."""
    context = {
        "jobs": Job.objects.order_by("state").values("state").annotate(count=Count("pk")),
        "states": dict(Job.State.choices),
        "officials": Official.objects.filter(is_active=True).count(),
        "demonstration": settings.DEMO,
        "database": connection.vendor,
        "calendar": calendar_of(request),
        "trail": AuditEntry.objects.select_related("official", "unit")[:SHOWN],
    }
    return render(request, "office/system.html", context)
