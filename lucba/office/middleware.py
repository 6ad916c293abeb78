"""Who is not signed in is asked to; nothing behind the sign-in is kept by a browser.

The counter's machine is shared, the petitions are not.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme

Answer = Callable[[HttpRequest], HttpResponse]


def private_pages(answer: Answer) -> Answer:
    """Forbid storing what a signed-in official was shown, files included."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
        return response

    return answered


class SignInRequired(LoginRequiredMiddleware):
    """Ask for a sign-in; who sent a form comes back to its page: many addresses only take forms."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        """Lead to the sign-in, and from there to the page that was asked for or the form stood on."""
        page = request.headers.get("Referer", "")
        if request.method != "POST" or not url_has_allowed_host_and_scheme(page, request.get_host()):
            return super().handle_no_permission(request, view_func)
        asked = urlsplit(page)._replace(scheme="", netloc="", fragment="").geturl()
        return redirect_to_login(asked, self.get_login_url(view_func))
