"""The pages without sign-in that belong to no room: the look-up of a receipt's code, the word to robots."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from lucba.public_status import LONGEST_CODE, standing_of
from lucba.rate_limit import RateLimit, client_address

# Nobody reads off twenty receipts in ten minutes; whoever tries codes one after another stops here.
LOOK_UPS = RateLimit("receipt-codes", most=20, seconds=600)
ROBOTS = """User-agent: *
Allow: /cong-khai/
Disallow: /cong-khai/tra-cuu/
Disallow: /
"""


@login_not_required
@require_safe
@never_cache
def status(request: HttpRequest) -> HttpResponse:
    """Show how far the matter of the receipt `?ma=` is, to anybody who holds its code."""
    code = request.GET.get("ma", "").strip()
    wait = LOOK_UPS.wait(client_address(request), now=timezone.now()) if code else 0
    context = {"code": code[: 2 * LONGEST_CODE], "wait_minutes": -(-wait // 60)}
    if code and not wait:
        context["standing"] = standing_of(code)
    response = render(request, "public/status.html", context, status=429 if wait else 200)
    response["X-Robots-Tag"] = "noindex"
    if wait:
        response["Retry-After"] = str(wait)
    return response


@login_not_required
@require_safe
@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines to read the public pages and nothing else."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
