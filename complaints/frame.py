"""What the frame says of the desks: proposals that wait for a leader, petitions sent by other units."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from complaints.desks import transfers_to
from complaints.models import Proposal
from lucba.office.models import Official


def desks(request: HttpRequest) -> dict[str, Any]:
    """Return the counts; each is asked for only by a page that shows it."""
    official = getattr(request, "user", None)
    if not isinstance(official, Official) or not official.keeps_the_books:
        return {}
    counts: dict[str, Any] = {"transfers_waiting": SimpleLazyObject(lambda: transfers_to(official).count())}
    if official.is_leader:
        waiting = Proposal.objects.visible_to(official).waiting()
        counts["approvals_waiting"] = SimpleLazyObject(waiting.count)
    return counts
