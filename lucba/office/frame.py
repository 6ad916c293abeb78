"""What every page of the frame shows: the menu of this role and the countdown to the next report."""

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the frame."""
    return {}
