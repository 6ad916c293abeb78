"""Words of the reception calendar: `{% load calendar %}`, `{{ session|stage }}`, `{{ session|hours }}`."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import template

from reception.calendar_stages import stage_of
from reception.models import ReceptionSession, WeeklyPattern

register = template.Library()


@register.filter
def stage(session: ReceptionSession) -> str:
    """Return where the session stands."""
    return stage_of(session)


@register.filter
def hours(row: ReceptionSession | WeeklyPattern) -> str:
    """Return "7 giờ 30 – 11 giờ 30" of a session or a weekly pattern, "" for the usual hours."""
    return " – ".join(_clock(each) for each in (row.starts_at, row.ends_at) if each)


@register.filter
def newest_term(member: Any) -> str:
    """Return name and position of a member (with `all_terms`) in his latest period, his code without one."""
    terms = sorted(member.all_terms, key=lambda term: term.started_on)
    return str(terms[-1] if terms else member)


def _clock(at: time) -> str:
    return f"{at.hour} giờ {at.minute:02d}" if at.minute else f"{at.hour} giờ"
