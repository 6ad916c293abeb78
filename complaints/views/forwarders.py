"""Telling those who forwarded a petition what became of it."""

from __future__ import annotations

from django.http import HttpResponseBase

from complaints.actions.forwarders import tell_forwarder
from lucba.office.access import OFFICE, OfficialRequest, roles
from lucba.office.once import once
from reception.forms.petitions import ForwarderToldForm
from reception.views.petition_replies import follow_up


@once
@roles(*OFFICE)
def petition_told(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take down when the body that forwarded the petition was told the result."""
    words = "Báo kết quả nơi chuyển đơn"
    return follow_up(request, pk, ForwarderToldForm, tell_forwarder, words, day="forwarder_told_on")
