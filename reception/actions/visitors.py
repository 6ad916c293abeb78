"""Who came to a visit: identity papers, the group and its representatives, and the seal of a denouncer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict

from lucba.law.groups import is_group, outside_the_group, representatives_allowed, representatives_fit
from lucba.office.errors import RefusedError, refuse_blank
from lucba.office.models import Hamlet
from lucba.office.search import search_key
from reception.identity_papers import read_paper
from reception.models import GroupMember, SealedIdentity, Visit

LONGEST_NAME = 150  # letters


class Details(TypedDict, total=False):
    """What identifies a person, the columns of PersonalDetails; what is left out is unknown."""

    identity_kind: str
    identity_number: str
    identity_issued: str
    address: str
    phone: str
    acts_for: str


@dataclass(frozen=True, slots=True)
class Visitors:
    """The person who speaks, and those who came along; `named` are the representatives known by name."""

    name: str
    hamlet: Hamlet | None
    details: Details
    persons: int
    representatives: int
    members: Sequence[str]
    named: Sequence[str]

    @property
    def columns(self) -> dict[str, Any]:
        """Return the columns of a visit that tell who came; of a denouncer they stay blank."""
        return {"visitor_name": self.name, "hamlet": self.hamlet, **self.details}


def checked_visitors(
    name: str,
    *,
    hamlet: Hamlet | None,
    details: Details,
    persons: int,
    representatives: int | Sequence[str],
    members: Sequence[str],
    on: date,
) -> Visitors:
    """Return who came on the day `on`, representatives named or only counted.

    Raises RefusedError for a blank name, a malformed paper or an unlawful group (LTCD Điều 7, 29).
    """
    name = " ".join(name.split())
    refuse_blank(name, "Hãy ghi họ tên người đến.", field="visitor_name")
    named = () if isinstance(representatives, int) else tuple(dict.fromkeys(representatives))
    counted = representatives if isinstance(representatives, int) else len(named)
    _check_group(persons, counted)
    _check_names(persons, members, named)
    return Visitors(name, hamlet, _checked(details, on=on), persons, counted, members, named)


def _checked(details: Details, *, on: date) -> Details:
    """Return the details as they are stored. Raises RefusedError for a malformed number."""
    try:
        kind, number = read_paper(details.get("identity_kind", ""), details.get("identity_number", ""), on=on)
    except ValueError as refusal:
        raise RefusedError(str(refusal), field="identity_number") from None
    return {
        "identity_kind": kind,
        "identity_number": number,
        "identity_issued": details.get("identity_issued", "").strip(),
        "address": details.get("address", "").strip(),
        "phone": details.get("phone", "").strip(),
        "acts_for": details.get("acts_for", "").strip(),
    }


def _check_group(persons: int, representatives: int) -> None:
    """Refuse no person, or a group without the lawful number of representatives (LTCD Điều 29)."""
    if persons < 1:
        raise RefusedError("Số người phải từ 1 trở lên.", field="persons")
    if not representatives_fit(persons, representatives):
        most = representatives_allowed(persons)[-1]
        raise RefusedError(
            f"Đoàn {persons} người cử từ 1 đến {most} người đại diện.", field="representatives"
        )
    if not is_group(persons) and representatives > persons:
        raise RefusedError("Số người đại diện nhiều hơn số người đến.", field="representatives")


def _check_names(persons: int, members: Sequence[str], representatives: Sequence[str]) -> None:
    """Refuse names too many or too long, and a representative missing from the list, when there is one.

    A representative must be one of the petitioners (LTCD Điều 29); a lawyer acts by authorisation instead.
    """
    for field, names in (("members", members), ("representatives", representatives)):
        if too_long := next((name for name in names if len(name) > LONGEST_NAME), None):
            raise RefusedError(f"Họ tên “{too_long[:30]}…” dài quá {LONGEST_NAME} chữ.", field=field)
    if len(members) > persons:
        raise RefusedError(
            f"Danh sách có {len(members)} người, nhiều hơn số người đến ({persons}).", field="members"
        )
    if members and (strangers := outside_the_group(representatives, members)):
        raise RefusedError(
            f"{', '.join(strangers)} không có trong danh sách người cùng đến. Người đại diện phải là một "
            "người trong đoàn; luật sư, người được ủy quyền thì ghi ở ô “Nói thay cho ai”.",
            field="representatives",
        )


def refuse_named_denouncer(name: str, texts: Mapping[str, str]) -> None:
    """Refuse a text of `texts` (field -> text) that names the denouncer: they are shown (LTC Điều 8)."""
    person = _words(name)
    if " " not in person:  # "an" alone stands in half of all texts
        return
    for field, text in texts.items():
        if f" {person} " in f" {_words(text)} ":
            raise RefusedError(
                "Chỗ này nêu họ tên người tố cáo. Hãy viết “người tố cáo”: họ tên được cất riêng.",
                field=field,
            )


def _words(text: str) -> str:
    return " ".join(re.sub(r"\W+", " ", search_key(text)).split())


def store_group(visit: Visit, who: Visitors) -> None:
    """Store the people of a group by name, the representatives marked."""
    GroupMember.objects.bulk_create(
        GroupMember(visit=visit, name=name, is_representative=chosen) for name, chosen in _people(who)
    )


def seal(visit: Visit, who: Visitors) -> None:
    """Put everything that identifies the denouncer and those who came along into SealedIdentity."""
    SealedIdentity.objects.create(
        unit=visit.unit,
        visit=visit,
        name=who.name,
        hamlet=who.hamlet,
        members=[{"name": name, "is_representative": chosen} for name, chosen in _people(who)],
        **who.details,
    )


def _people(who: Visitors) -> list[tuple[str, bool]]:
    """Return the people of the group, or only the representatives when no list was given."""
    return [(name, not outside_the_group([name], who.named)) for name in who.members or who.named]
