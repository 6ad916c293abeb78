"""The clerk puts a section of the narrative into his own words."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lucba.office.access import OfficialRequest, Role, roles
from lucba.office.errors import RefusedError
from lucba.office.once import once
from reports.actions import edit_narrative
from reports.forms import SectionForm
from reports.views.office import own_report


@once
@require_http_methods(["GET", "HEAD", "POST"])
@roles(Role.CLERK)
def section(request: OfficialRequest, month: date, section: str) -> HttpResponseBase:
    """Show the paragraphs of a section and keep what the clerk writes."""
    report, today = own_report(request, month), timezone.localdate()
    shown = next((each for each in report.narrative if each["key"] == section and each["paragraphs"]), None)
    if shown is None:
        raise Http404("Báo cáo không có phần này.")
    form = SectionForm(request.POST or None, today=today, paragraphs=shown["paragraphs"])
    if request.method == "POST" and form.is_valid():
        try:
            edit_narrative(report, texts=form.cleaned_data, by=request.user, today=today)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"Đã ghi lời văn phần «{shown['heading']}».")
            return redirect("reports:page", month)
    context = {
        "form": form,
        "report": report,
        "section": shown,
        "leave": reverse("reports:page", args=[month]),
    }
    return render(request, "reports/section.html", context)
