"""Open the sealed name of a denouncer: to those entitled, with a reason, and never unseen."""

from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_blank
from lucba.office.models import Official
from reception.models import SealedIdentity


def reveal_identity(identity: SealedIdentity, *, reason: str, by: Official) -> str:
    """Return the name and record who read it and why (LTC Điều 8, 56).

    Raises RefusedError without a reason, or for somebody who is not entitled.
    """
    refuse_blank(reason.strip(), "Hãy ghi lý do cần biết danh tính.", field="reason")
    if not SealedIdentity.objects.visible_to(by).filter(pk=identity.pk).exists():
        raise RefusedError("Bạn không được xem danh tính người tố cáo.")
    subject = identity.petition or identity.visit
    audit.record(
        "xem danh tính người tố cáo", subject=subject, by=by, unit=identity.unit, detail=reason.strip()
    )
    return identity.name
