"""Nothing behind the sign-in is kept by a browser: the counter's machine is shared, the petitions are not."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

Answer = Callable[[HttpRequest], HttpResponse]


def private_pages(answer: Answer) -> Answer:
    """Forbid storing what a signed-in official was shown, files included."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
        return response

    return answered
