"""The calendar of one official as a secret address that telephones and mail programs read."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_POST, require_safe

from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.models import Official
from reception.actions.patterns import renew_feed
from reception.calendar_feed import feed_of


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer with the sessions of the official whose address this is; 404 for any other address."""
    officials = Official.objects.filter(is_active=True).select_related("unit")
    official = get_object_or_404(officials, feed_token=token)
    text = feed_of(official, today=timezone.localdate(), now=timezone.now())
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    add_never_cache_headers(response)
    return response


@require_POST
@roles(*OFFICE, Role.OFFICER)
def feed_renew(request: OfficialRequest) -> HttpResponse:
    """Give the official a new address; the old one stops working."""
    renew_feed(request.user)
    messages.success(request, "Đã có địa chỉ lịch mới. Địa chỉ cũ, nếu có, không dùng được nữa.")
    return redirect("reception:calendar")
