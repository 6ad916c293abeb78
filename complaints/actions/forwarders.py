"""Telling those who forwarded a petition, where the petition and its case both have a clock for it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from complaints.actions.events import locked, settle
from complaints.models import Case
from lucba.office.models import Official
from reception.actions.petitions import record_forwarder_told
from reception.models import Petition


@transaction.atomic
def tell_forwarder(petition: Petition, *, forwarder_told_on: date, by: Official, today: date) -> Petition:
    """Record the day the body that forwarded the petition was told the result.

    It stops TC.PRESS of the petition (LTC 26) and TCD.DEPUTY of its case (LTCD 27). Raises RefusedError.
    """
    case = Case.objects.filter(petition_links__petition=petition).first()
    if case:
        case = locked(case)  # before its petition, as everywhere
    petition = record_forwarder_told(petition, forwarder_told_on=forwarder_told_on, by=by, today=today)
    if case:
        settle(case, on=forwarder_told_on)
    return petition
