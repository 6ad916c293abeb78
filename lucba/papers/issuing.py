"""Who issues a paper: the letterhead and the authority over the signature, from the unit's dated profile."""

from __future__ import annotations

from datetime import date

from lucba.office.errors import RefusedError
from lucba.office.models import Unit, UnitProfile
from lucba.papers.document import Issuer
from lucba.papers.numbers import short_date


def profile_on(unit: Unit, *, on: date) -> UnitProfile:
    """Return the unit's profile in force on the day `on`. Raises RefusedError when it has none."""
    profile = unit.profiles.in_force(on=on).first()
    if profile is None:
        raise RefusedError(
            f"{unit.name} chưa có thông tin ghi trên văn bản (tên, địa danh) ngày {short_date(on)}. "
            "Hãy nhờ quản trị hệ thống khai báo."
        )
    return profile


def full_name(profile: UnitProfile) -> str:
    """Return the unit's name as it stands in a sentence: "Ủy ban nhân dân xã Lục Ba"."""
    return profile.name.replace("UBND", "Ủy ban nhân dân", 1)


def issuer_of(profile: UnitProfile) -> Issuer:
    """Return the issuing body of a paper (ô 2)."""
    return Issuer(full_name(profile), tuple(lines_of(profile.issuer_lines)))


def lines_of(text: str) -> list[str]:
    """Return the lines of `text` that hold anything."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def authority_lines(profile: UnitProfile, *, deputy: bool) -> tuple[str, ...]:
    """Return the lines over the signature; a vice-chairman signs for the chairman (Decree 30, ô 7a)."""
    if deputy:
        return (profile.signing_authority, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    return (profile.signing_authority, "CHỦ TỊCH")
