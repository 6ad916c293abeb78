"""What a paper is made of: taken from the books when it is issued and stored with it, it never changes.

Of a denouncer nothing is taken: `person` is empty and the papers print lines to be filled in by hand.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from lucba.office.models import Official, StaffMember, StaffTerm, Unit
from lucba.papers.issuing import full_name, profile_on
from reception.models import ContentKind, ReceptionSession, Visit

Content = dict[str, Any]  # what ReceptionPaper.content holds: words, numbers and lists only
_Kind = Visit.IdentityKind
_SHORT: dict[str, str] = {_Kind.CITIZEN_CARD: "CCCD", _Kind.OLD_CARD: "CMND", _Kind.PASSPORT: "hộ chiếu"}


def visit_facts(visit: Visit, *, on: date, by: Official) -> Content:
    """Return what the books say of a visit on the day `on`; `by` is who writes the paper."""
    return {
        **session_facts(visit.session, on=on, by=by),
        "code": visit.code,
        "time": f"{timezone.localtime(visit.recorded_at):%H:%M}" if visit.recorded_at else "",
        "kind": visit.content_kind,
        "persons": visit.persons,
        "person": _person(visit),
        "summary": visit.summary,
        "request": visit.request,
        "resolved_in": " – ".join(filter(None, (visit.resolved_by, visit.resolved_document))),
        "ground": visit.refusal_ground,
        "documents": _documents(visit),
        "receiver": _official(visit.received_by or by),
    }


def session_facts(session: ReceptionSession, *, on: date, by: Official) -> Content:
    """Return what the books say of a session; names and positions are those of its day."""
    return {
        "held_on": f"{session.held_on:%Y-%m-%d}",
        "place": place_of(session),
        "session": session.get_kind_display(),
        "host": staff_on(session.host, on=session.held_on),
        "delegation": session.delegation_document,
        "recorder": _official(by),
    }


def place_of(session: ReceptionSession) -> str:
    """Return where a session takes place: its own place, the office's usual one, else the office's seat."""
    return session.place or usual_place(session.unit, on=session.held_on)


def usual_place(unit: Unit, *, on: date) -> str:
    """Return where `unit` receives citizens on the day `on`."""
    known = unit.reception_places.filter(in_force_from__lte=on).first()
    return known.place if known else f"Trụ sở {full_name(profile_on(unit, on=on))}"


def staff_on(member: StaffMember, *, on: date) -> dict[str, str]:
    """Return name and position a member of the staff had on the day `on`; his code when he had none."""
    term = StaffTerm.objects.in_post(on=on).filter(member=member).first()
    return (
        {"name": term.full_name, "position": term.position} if term else {"name": str(member), "position": ""}
    )


def _official(official: Official) -> dict[str, str]:
    return {"name": official.full_name, "position": official.position}


def _person(visit: Visit) -> dict[str, str]:
    """Return who came, nothing for a denunciation (LTC 8, 56)."""
    if visit.content_kind == ContentKind.DENUNCIATION:
        return {}
    return {
        "name": visit.visitor_name,
        "identity": " ".join(filter(None, (_SHORT.get(visit.identity_kind, ""), visit.identity_number))),
        "issued": visit.identity_issued,
        "address": visit.address or (visit.hamlet.name if visit.hamlet else ""),
        "phone": visit.phone,
        "acts_for": visit.acts_for,
    }


def _documents(visit: Visit) -> list[list[str]]:
    """Return name, pages, copies and condition of what was handed in: petitions, then documents."""
    petitions = [[f"Đơn {each.get_kind_display()}", "", "1", ""] for each in visit.petitions.order_by("pk")]
    documents = [
        [each.title, str(each.pages or ""), str(each.copies), each.condition]
        for each in visit.documents.all()
    ]
    return petitions + documents
