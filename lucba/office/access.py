"""Who may open a view: one decorator, one sentence for those who may not.

What a person sees inside a page is decided by the `visible_to` querysets, never here.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from lucba.office.models import Official

Role = Official.Role
LEADERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)
OFFICE = (Role.CLERK, *LEADERS)

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class OfficialRequest(HttpRequest):
    """A request behind the sign-in: `user` is an official; SignInRequired lets nobody else in."""

    user: Official


def roles(*allowed: Role) -> Callable[[View], View]:
    """Open the view to officials of the `allowed` roles; the others get a page that says whose it is."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: OfficialRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.user.role not in allowed:
                raise PermissionDenied(f"Trang này dành cho: {_named(allowed)}.")
            return view(request, *args, **kwargs)

        return cast(View, guarded)

    return decorate


def _named(allowed: tuple[Role, ...]) -> str:
    return "; ".join(role.label for role in allowed)
