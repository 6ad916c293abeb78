"""The demonstration office: UBND xã Lục Ba with invented books, the bodies around it, accounts of every role.

Everything here can be made twice without harm. The names of people and matters are invented.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from lucba.office.calendar import working_calendar
from lucba.office.models import Official, StaffMember, Unit, UnitProfile
from lucba.register.actions import import_workbook
from reception.actions.sessions import open_session
from reception.models import ReceptionSession
from reports.demonstration_place import post_the_place

WORKBOOK = Path(settings.BASE_DIR) / "tests" / "data" / "luc-ba-2024-2026.xlsx"
PASSWORD = "trinh-dien-2026"  # noqa: S105  printed on purpose; these accounts exist in demonstrations only
SINCE = date(2023, 1, 1)

Kind, Level, Role = Unit.Kind, Unit.Level, Official.Role

UNITS = (
    ("TN", "UBND tỉnh Thái Nguyên", Level.PROVINCE, Kind.COMMITTEE, None),
    ("TN.DT", "UBND huyện Đại Từ", Level.DISTRICT, Kind.COMMITTEE, "TN"),
    ("TN.DT.TTR", "Thanh tra huyện Đại Từ", Level.DISTRICT, Kind.INSPECTORATE, "TN.DT"),
    ("TN.DT.LB", "UBND xã Lục Ba", Level.COMMUNE, Kind.COMMITTEE, "TN.DT"),
    ("TN.DT.ST", "UBND xã Suối Trong", Level.COMMUNE, Kind.COMMITTEE, "TN.DT"),
    ("TN.DT.LB.DU", "Đảng ủy xã Lục Ba", Level.COMMUNE, Kind.PARTY, "TN.DT.LB"),
    ("TN.DT.LB.HD", "Hội đồng nhân dân xã Lục Ba", Level.COMMUNE, Kind.COUNCIL, "TN.DT.LB"),
    ("TN.DT.LB.MT", "Ủy ban MTTQ xã Lục Ba", Level.COMMUNE, Kind.FRONT, "TN.DT.LB"),
)
COMMUNES = (("TN.DT.LB", "Lục Ba"), ("TN.DT.ST", "Suối Trong"))
ACCOUNTS = (
    ("vanthu", Role.CLERK, "TN.DT.LB", "CB04"),
    ("chutich", Role.CHAIRMAN, "TN.DT.LB", "CB02"),
    ("phochutich", Role.VICE_CHAIRMAN, "TN.DT.LB", "CB03"),
    ("congchuc", Role.OFFICER, "TN.DT.LB", "CB06"),
    ("thanhtra", Role.INSPECTORATE, "TN.DT.TTR", ""),
    ("danguy", Role.SUPERVISOR, "TN.DT.LB.DU", ""),
    ("hdnd", Role.SUPERVISOR, "TN.DT.LB.HD", ""),
    ("mattran", Role.SUPERVISOR, "TN.DT.LB.MT", ""),
    ("quantri", Role.ADMINISTRATOR, "TN.DT.LB", ""),
)


def build(*, today: date) -> list[Official]:
    """Make the demonstration office as of `today` and return its accounts."""
    units = _units()
    for code, place in COMMUNES:
        _profile(units[code], place, units["TN.DT.TTR"])
    office = units["TN.DT.LB"]
    if not office.books_from:
        import_workbook(WORKBOOK, unit=office, on=today)
    for code, _ in COMMUNES:
        _reports_from(Unit.objects.get(code=code), today=today)
    accounts = [_account(units[unit], username, role, staff) for username, role, unit, staff in ACCOUNTS]
    _sessions_of_this_week(office, by=accounts[0], today=today)
    post_the_place(office, by=accounts[0], today=today)
    return accounts


def _units() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for code, name, level, kind, parent in UNITS:
        values = {"name": name, "level": level, "kind": kind, "parent": units.get(parent or "")}
        units[code], _ = Unit.objects.get_or_create(code=code, defaults=values)
    return units


def _reports_from(unit: Unit, *, today: date) -> None:
    """Let the unit report on the system since two months before its first day here."""
    if unit.reports_from is None:
        unit.books_from = unit.books_from or today.replace(day=1)
        unit.reports_from = (today.replace(day=1) - timedelta(days=45)).replace(day=1)
        unit.save(update_fields=["books_from", "reports_from"])


def _profile(unit: Unit, place: str, inspectorate: Unit) -> None:
    UnitProfile.objects.get_or_create(
        unit=unit,
        in_force_from=SINCE,
        defaults={
            "name": unit.name,
            "issuer_lines": f"ỦY BAN NHÂN DÂN\nXÃ {place.upper()}",
            "place_name": place,
            "reports_to": inspectorate,
            "addressees": "UBND huyện Đại Từ\nThanh tra huyện Đại Từ\nBan Tiếp công dân huyện Đại Từ",
            "recipients": (
                "Như trên\nTT Đảng ủy, TT HĐND xã\nỦy ban MTTQ xã\nChủ tịch, các PCT UBND xã\nLưu: VT"
            ),
        },
    )


def _account(unit: Unit, username: str, role: str, staff_code: str) -> Official:
    staff = StaffMember.objects.filter(unit=unit, code=staff_code).first()
    term = staff.terms.order_by("-started_on").first() if staff else None
    existing = Official.objects.filter(username=username).first()
    return existing or Official.objects.create_user(
        username,
        PASSWORD,
        full_name=term.full_name if term else f"Tài khoản {Role(role).label}",
        position=term.position if term else Role(role).label,
        role=role,
        unit=unit,
        staff_member=staff,
        is_demonstration=True,
    )


@transaction.atomic
def _sessions_of_this_week(office: Unit, *, by: Official, today: date) -> None:
    """Plan this week's sessions: staff on the working days, the chairman on the first from Thursday on."""
    monday = today - timedelta(days=today.weekday())
    calendar = working_calendar()
    days = [monday + timedelta(days=n) for n in range(7)]
    working = [day for day in days if calendar.is_working_day(day)]
    if ReceptionSession.objects.filter(unit=office, held_on__range=(days[0], days[-1])).exists():
        return
    hosts = {member.code: member for member in StaffMember.objects.filter(unit=office)}
    announced = monday - timedelta(days=10)
    session, role = ReceptionSession.Kind, ReceptionSession.HostRole
    for day in working:
        open_session(
            office,
            held_on=day,
            kind=session.REGULAR,
            host_role=role.OFFICER,
            host=hosts["CB04"],
            announced_on=announced,
            by=by,
            today=today,
        )
    for day in [day for day in working if day.weekday() >= 3][:1]:
        open_session(
            office,
            held_on=day,
            kind=session.PERIODIC,
            host_role=role.HEAD,
            host=hosts["CB02"],
            announced_on=announced,
            by=by,
            today=today,
        )
