"""A form is stored once, however often its button is pressed.

Every rendered POST form carries a one-time token (`{% once_token %}`, put in by the crispy form template).
Decorate the view that stores it with `@once`: the second submit is led to the result of the first.
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib import messages
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect

FIELD = "once"  # the hidden field, and the key of the used tokens in the session
REMEMBERED = 30  # forms of one session; older ones are long off the screen
ALREADY = "Biểu mẫu này đã được ghi một lần rồi, không ghi lại. Muốn ghi thêm, hãy mở biểu mẫu mới."

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def new_token() -> str:
    """Return a token no other rendered form has."""
    return secrets.token_urlsafe(12)


def once(view: View) -> View:
    """Let `view` store a posted form once; a redirect is the sign that it was stored.

    The session's row is locked meanwhile, so that two clicks at the same moment come one after the other.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        token = request.POST.get(FIELD, "")
        if not token:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            used = _used_tokens(request)
            if token in used:
                messages.info(request, ALREADY)
                return redirect(used[token])
            response = view(request, *args, **kwargs)
            if isinstance(response, HttpResponseRedirect):
                _remember(request, {**used, token: response.url})
            return response

    return cast(View, guarded)


def _used_tokens(request: HttpRequest) -> dict[str, str]:
    """Return where each used token led, read under the lock of the session's row."""
    row = Session.objects.select_for_update().filter(session_key=request.session.session_key).first()
    used: dict[str, str] = row.get_decoded().get(FIELD, {}) if row else {}
    return used


def _remember(request: HttpRequest, used: dict[str, str]) -> None:
    request.session[FIELD] = dict(list(used.items())[-REMEMBERED:])
    request.session.save()
