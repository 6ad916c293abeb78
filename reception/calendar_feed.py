"""An official's reception sessions as an iCalendar file (RFC 5545) that telephones and mail programs read.

Nothing of a visitor or a matter is in it: day, hours, place, kind and host only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Q

from lucba.office.models import Official
from reception.calendar_stages import stage_of
from reception.models import ReceptionPlace, ReceptionSession
from reception.queries import sessions_between
from reception.templatetags.counter import term_on

ZONE = "Asia/Ho_Chi_Minh"
BACK, AHEAD = timedelta(days=92), timedelta(days=366)
LINE_OCTETS = 75  # RFC 5545, 3.1
_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//lucba//Lich tiep cong dan//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Lịch tiếp công dân",
    f"X-WR-TIMEZONE:{ZONE}",
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def feed_of(official: Official, *, today: date, now: datetime) -> str:
    """Return the calendar of `official` around `today`: a clerk's holds all sessions, others' their own."""
    sessions = sessions_between(official, today - BACK, today + AHEAD).select_related("unit")
    if official.role != Official.Role.CLERK:
        sessions = sessions.filter(host_id=official.staff_member_id)
    place = _place(official, today)
    events = (line for session in sessions for line in _event(session, place, now))
    return "".join(f"{fold(line)}\r\n" for line in (*_HEAD, *events, "END:VCALENDAR"))


def _place(official: Official, today: date) -> str:
    in_force = Q(unit_id=official.unit_id, in_force_from__lte=today)
    row = ReceptionPlace.objects.filter(in_force).order_by("-in_force_from").first()
    return row.place if row else official.unit.name


def _event(session: ReceptionSession, place: str, now: datetime) -> Iterator[str]:
    summary = f"Tiếp công dân {session.get_kind_display()}: {term_on(session.host, session.held_on)}"
    yield "BEGIN:VEVENT"
    yield f"UID:{session.unit.code}-{session.code}@lich-tiep-cong-dan"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield from _times(session)
    yield f"SUMMARY:{escape(summary)}"
    yield f"LOCATION:{escape('Trực tuyến' if session.online else session.place or place)}"
    yield f"DESCRIPTION:{escape(stage_of(session).capitalize())}"
    yield f"STATUS:{_status(session)}"
    yield "END:VEVENT"


def _times(session: ReceptionSession) -> Iterator[str]:
    """Yield beginning and end; a session of the usual hours takes the whole day."""
    if session.starts_at is None:
        yield f"DTSTART;VALUE=DATE:{session.held_on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{session.held_on + timedelta(days=1):%Y%m%d}"
        return
    yield _instant("DTSTART", session.held_on, session.starts_at)
    if session.ends_at:
        yield _instant("DTEND", session.held_on, session.ends_at)


def _instant(name: str, on: date, at: time) -> str:
    return f"{name};TZID={ZONE}:{on:%Y%m%d}T{at:%H%M%S}"


def _status(session: ReceptionSession) -> str:
    states = ReceptionSession.State
    if session.state == states.NOT_HELD:
        return "CANCELLED"
    is_settled = session.state != states.PLANNED or session.is_posted or session.confirmed_on
    return "CONFIRMED" if is_settled else "TENTATIVE"


def escape(text: Any) -> str:
    """Return `text` as a TEXT value of RFC 5545 (3.3.11)."""
    escaped = str(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(escaped.splitlines())


def fold(line: str) -> str:
    """Return `line` folded at 75 octets, never inside a letter (RFC 5545, 3.1)."""
    return "\r\n ".join(_pieces(line))


def _pieces(letters: Iterable[str]) -> Iterator[str]:
    piece, octets = "", 0
    for letter in letters:
        size = len(letter.encode())
        if octets + size > LINE_OCTETS:
            yield piece
            piece, octets = "", 1  # the space that continues the line
        piece, octets = piece + letter, octets + size
    yield piece
