"""What rows stored earlier must learn from the new ones."""

from __future__ import annotations

from complaints.models import Case
from complaints.progress import refresh_case
from lucba.register.loading.shelf import Shelf
from reception.intake import REPLY_STEPS
from reception.models import IntakeDeadline


def refresh_touched(shelf: Shelf) -> None:
    """Recompute matters stored before that got events, decisions, entries or petitions."""
    touched = [shelf.keys("VU_VIEC")[code] for code in sorted(shelf.touched_cases)]
    for case in Case.objects.filter(pk__in=touched).order_by("pk"):
        refresh_case(case, on=shelf.on)
    # The reply clock of a visit is carried by its petition as soon as there is one.
    carried = IntakeDeadline.objects.filter(unit=shelf.unit, visit__petitions__isnull=False)
    carried.filter(step__in=REPLY_STEPS).delete()
