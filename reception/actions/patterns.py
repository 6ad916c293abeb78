"""The weekly pattern of the calendar, and the secret address of an official's own calendar."""

from __future__ import annotations

import secrets
from datetime import date, time

from django.db import transaction
from django.db.models import Q

from lucba.office import audit
from lucba.office.errors import RefusedError, refuse_before
from lucba.office.models import Official, StaffMember, Unit
from reception.actions.sessions import check_host
from reception.models import ReceptionSession, WeeklyPattern

Kind, HostRole = ReceptionSession.Kind, ReceptionSession.HostRole
TOKEN_BYTES = 32  # 43 characters, the width of Official.feed_token


@transaction.atomic
def add_pattern(
    unit: Unit,
    *,
    weekday: int,
    kind: str,
    host: StaffMember,
    in_force_from: date,
    starts_at: time | None = None,
    ends_at: time | None = None,
    by: Official,
) -> WeeklyPattern:
    """Add a reception that comes back every week from `in_force_from` on: staff, or the chairman himself.

    Raises RefusedError for hours out of order, a host who may not receive, and one that is there already.
    """
    host_role = HostRole.OFFICER if kind == Kind.REGULAR else HostRole.HEAD
    check_host(held_on=in_force_from, kind=kind, host_role=host_role, host=host)
    if starts_at and ends_at and ends_at <= starts_at:
        raise RefusedError("Giờ kết thúc phải sau giờ bắt đầu.", field="ends_at")
    going_on = Q(in_force_until__isnull=True) | Q(in_force_until__gte=in_force_from)
    same = WeeklyPattern.objects.filter(going_on, unit=unit, weekday=weekday, kind=kind, host=host)
    if same.exists():
        raise RefusedError("Lịch hằng tuần này đã có. Hãy kết thúc lịch cũ trước khi ghi lịch mới.")
    pattern = WeeklyPattern.objects.create(
        unit=unit,
        weekday=weekday,
        kind=kind,
        host_role=host_role,
        host=host,
        starts_at=starts_at,
        ends_at=ends_at,
        in_force_from=in_force_from,
    )
    audit.record("ghi lịch tiếp hằng tuần", subject=pattern, by=by)
    return pattern


@transaction.atomic
def end_pattern(pattern: WeeklyPattern, *, in_force_until: date, by: Official) -> WeeklyPattern:
    """Let a weekly reception end with the day `in_force_until` (inclusive); planned sessions stay."""
    pattern = WeeklyPattern.objects.select_for_update(of=("self",)).get(pk=pattern.pk)
    if pattern.in_force_until:
        raise RefusedError(f"Lịch này đã kết thúc ngày {pattern.in_force_until:%d/%m/%Y}.")
    refuse_before(in_force_until, pattern.in_force_from, what="ngày bắt đầu", field="in_force_until")
    pattern.in_force_until = in_force_until
    pattern.save(update_fields=["in_force_until"])
    audit.record("kết thúc lịch tiếp hằng tuần", subject=pattern, by=by)
    return pattern


def renew_feed(official: Official) -> str:
    """Give the official's calendar a new secret address and return its token; the old one stops working."""
    official.feed_token = secrets.token_urlsafe(TOKEN_BYTES)
    official.save(update_fields=["feed_token"])
    audit.record("đổi địa chỉ lịch cá nhân", subject=official.username, by=official)
    return official.feed_token
