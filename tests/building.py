"""Plain builders for every room's tests: an office, its people, and what goes through it.

What has an action is built through it, so that clocks, numbers and seals are the real ones. Every value has
an ordinary default; dates are TODAY, a Thursday on which the tests take place, unless given.
"""

from datetime import date
from itertools import count

from complaints.actions.decisions import record_decision
from complaints.actions.events import record_event
from complaints.actions.handling import Matter, handle_petition
from complaints.models import Case
from complaints.workflow import EventKind
from lucba.office.models import Hamlet, Official, StaffMember, StaffTerm, Unit, UnitProfile
from reception.actions.petitions import register_petition
from reception.actions.sessions import open_session
from reception.actions.visits import record_visit
from reception.models import ContentKind, Petition, ReceptionSession, Visit

TODAY = date(2026, 3, 12)
FOUNDED = date(2020, 1, 1)
PASSWORD = "mat-khau-dung-de-thu-2026"
Role = Official.Role
_serial = count(1)


def make_unit(
    code="LUC-BA",
    name="UBND xã Lục Ba",
    *,
    level=Unit.Level.COMMUNE,
    kind=Unit.Kind.COMMITTEE,
    parent=None,
    reports_to=None,
    **profile,
):
    """Make a unit with one profile in force since FOUNDED."""
    unit = Unit.objects.create(
        code=code, name=name, level=level, kind=kind, parent=parent, books_from=date(2024, 1, 1)
    )
    place = name.rsplit("xã ", 1)[-1]
    UnitProfile.objects.create(
        unit=unit,
        reports_to=reports_to,
        **{
            "in_force_from": FOUNDED,
            "name": name,
            "issuer_lines": f"ỦY BAN NHÂN DÂN\nXÃ {place.upper()}",
            "place_name": place,
            "addressees": "Thanh tra huyện Đại Từ",
            "recipients": "Như trên;\nLưu: VT.",
            **profile,
        },
    )
    return unit


def make_hamlet(unit, code="X01", name="Xóm Đồng Cẩm", *, kind=Hamlet.Kind.HAMLET):
    """Make a hamlet on the list since FOUNDED."""
    return Hamlet.objects.create(unit=unit, code=code, name=name, kind=kind, listed_from=FOUNDED)


def make_staff(
    unit,
    code=None,
    *,
    full_name="Nguyễn Thị Vân",
    position="Công chức Văn phòng – Thống kê",
    role=StaffTerm.Role.CIVIL_SERVANT,
    duty=StaffTerm.Duty.BOTH,
    started_on=FOUNDED,
):
    """Make a person of the office with one period in post."""
    member = StaffMember.objects.create(unit=unit, code=code or f"CB{next(_serial):03d}")
    StaffTerm.objects.create(
        member=member, full_name=full_name, position=position, role=role, duty=duty, started_on=started_on
    )
    return member


def make_official(
    unit,
    role=Role.CLERK,
    username=None,
    *,
    full_name="Nguyễn Thị Vân",
    position=None,
    password=None,
    **fields,
):
    """Make somebody who may sign in; without `password` only the `sign_in` fixture lets him in."""
    return Official.objects.create_user(
        username or f"{role}-{next(_serial)}",
        password,
        full_name=full_name,
        position=position or Role(role).label,
        role=role,
        unit=unit,
        **fields,
    )


def clerk_of(unit):
    """Return the clerk of the unit who writes whatever a test does not say otherwise."""
    return Official.objects.filter(unit=unit, role=Role.CLERK).first() or make_official(unit)


def chairman_of(unit):
    """Return the chairman's account of the unit, with his place in the books."""
    chairman = Official.objects.filter(unit=unit, role=Role.CHAIRMAN).first()
    return chairman or make_official(
        unit, Role.CHAIRMAN, full_name="Trần Văn Hùng", staff_member=chairman_in_the_books(unit)
    )


def chairman_in_the_books(unit):
    """Return the chairman as the books know him."""
    known = StaffMember.objects.filter(unit=unit, terms__role=StaffTerm.Role.CHAIRMAN).first()
    return known or make_staff(
        unit, full_name="Trần Văn Hùng", position="Chủ tịch UBND xã", role=StaffTerm.Role.CHAIRMAN
    )


def make_session(unit, held_on=TODAY, *, kind=ReceptionSession.Kind.REGULAR, host=None, by=None, **fields):
    """Open a session: a regular one by an officer, any other by the chairman himself."""
    regular = kind == ReceptionSession.Kind.REGULAR
    roles = ReceptionSession.HostRole
    return open_session(
        unit,
        held_on=held_on,
        kind=kind,
        host_role=fields.pop("host_role", roles.OFFICER if regular else roles.HEAD),
        host=host or (make_staff(unit) if regular else chairman_in_the_books(unit)),
        by=by or clerk_of(unit),
        today=held_on,
        **fields,
    )


def make_visit(session, visitor_name="Nguyễn Văn An", *, by=None, **fields):
    """Write a visit into the book on the day of its session."""
    return record_visit(
        session,
        **{
            "visitor_name": visitor_name,
            "content_kind": ContentKind.COMPLAINT,
            "summary": "Đề nghị xem lại ranh giới thửa đất số 12",
            "result": Visit.Result.RECORDED,
            **fields,
        },
        by=by or clerk_of(session.unit),
        today=session.held_on,
    )


def make_petition(unit, received_on=TODAY, *, kind=ContentKind.COMPLAINT, by=None, **fields):
    """Register a petition on the day it arrives, by post and of one person unless told otherwise."""
    return register_petition(
        unit,
        received_on=received_on,
        kind=kind,
        **{
            "source": Petition.Source.POST,
            "signer_kind": Petition.SignerKind.ONE,
            "signer_name": "Nguyễn Văn An",
            "summary": "Khiếu nại việc cấp giấy chứng nhận quyền sử dụng đất",
            **fields,
        },
        by=by or clerk_of(unit),
        today=received_on,
    )


_INSTANCE = {
    ContentKind.COMPLAINT: Case.Instance.FIRST_COMPLAINT,
    ContentKind.DENUNCIATION: Case.Instance.FIRST_DENUNCIATION,
    ContentKind.RECOMMENDATION: "",
}


def make_case(petition=None, *, unit=None, processed_on=None, by=None, **matter):
    """Handle the petition as proposed for acceptance and return the case it opens, waiting for acceptance."""
    petition = petition or make_petition(unit)
    handle_petition(
        petition,
        processed_on=processed_on or petition.received_on,
        eligible=True,
        outcome=Petition.Outcome.PROPOSED,
        matter=Matter(
            **{
                "field": Case.Field.LAND,
                "competent": True,
                "instance": _INSTANCE[ContentKind(petition.kind)],
                "respondent": Case.Respondent.CIVIL_SERVANT if petition.kind != "KNPA" else "",
                "act_known_on": petition.received_on if petition.kind == "KN" else None,
                **matter,
            }
        ),
        by=by or clerk_of(petition.unit),
        today=processed_on or petition.received_on,
    )
    return Case.objects.get(petition_links__petition=petition)


def happen(case, kind, happened_on, *, by=None, **fields):
    """Let an event happen to the case, recorded by the chairman on its day; return the case as it is then."""
    record_event(
        case,
        EventKind(kind),
        happened_on=happened_on,
        by=by or chairman_of(case.unit),
        today=happened_on,
        **fields,
    )
    case.refresh_from_db()
    return case


def make_accepted_case(petition=None, *, unit=None, accepted_on=None, **matter):
    """Return a case accepted on the day its petition came, unless another day is given."""
    case = make_case(petition, unit=unit, **matter)
    return happen(case, EventKind.ACCEPTED, accepted_on or case.petitions.get().received_on)


def verify(case, reported_on, *, finding="phu_hop"):
    """Write the report of verification without which no case is decided; return the case as it is then."""
    detail = finding if case.kind == ContentKind.COMPLAINT else ""
    return happen(
        case, EventKind.VERIFICATION_REPORT, reported_on, detail=detail, document_number="09/BC-TXM"
    )


def make_decision(case, issued_on=None, **fields):
    """Verify and decide an accepted case, with nothing to execute unless told otherwise."""
    issued_on = issued_on or case.accepted_on
    verify(case, issued_on)
    return record_decision(
        case,
        issued_on=issued_on,
        signer=chairman_in_the_books(case.unit),
        **{"document_number": "15/QĐ-UBND", "result": "sai", "must_execute": False, **fields},
        by=chairman_of(case.unit),
        today=issued_on,
    )
