"""The trail of who did what: one line for every export, reveal, sign-off and other act worth asking about."""

from lucba.office.models import AuditEntry, Official, Unit


def record(
    action: str, *, subject: object, by: Official | None, unit: Unit | None = None, detail: str = ""
) -> None:
    """Write one line of the trail. `detail` never holds a denouncer's name."""
    AuditEntry.objects.create(
        action=action,
        subject=str(subject)[:120],
        official=by,
        unit=unit or (by.unit if by else None),
        detail=detail[:500],
    )
