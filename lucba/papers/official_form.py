"""An official form as data, how the books fill it in, and how a draft of it becomes a document of Decree 30.

The rooms list their forms; texts hold slots such as `{received_on}`. A slot the books cannot fill becomes a
blank `[ngày nhận đơn]` for the clerk. A line that starts with "? " is left out while one of its slots is
empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter

from lucba.law.sources import Source
from lucba.office.models import UnitProfile
from lucba.papers.document import Document, SignatureBox
from lucba.papers.issuing import authority_lines, issuer_of, lines_of
from lucba.papers.text_blocks import blocks_of

LETTER_ROOM = "VP"  # the drafting room in the symbol of a letter (công văn): "12/UBND-VP"
OPTIONAL = "? "
_ALONE = re.compile(r"\s*\{\w+\}\s*")

Facts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """A form of a circular or decree, or the office's usual paper where the law gives no form.

    `source` is the text whose annex has the form, `form_name` its name there. `series` is the abbreviation of
    the type in the number ("TB"), "" for a letter (công văn), None for a paper without a number. Both days of
    its time in force are included. The head signs unless there are `boxes`: for the committee, or
    `in_own_name` where the law makes him decide; `decides` also prints who he is above the grounds.
    `by_citizen`: written by the citizen, without letterhead.
    """

    code: str
    label: str
    kind: str
    title: str
    body: str
    series: str | None = None
    form_name: str = ""
    source: Source | None = None
    in_force_from: date = date.min
    in_force_until: date = date.max
    decides: bool = False
    in_own_name: bool = False
    grounds: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    by_citizen: bool = False

    @property
    def is_numbered(self) -> bool:
        """Tell whether the paper gets a number of the office's series."""
        return self.series is not None

    @property
    def is_signed_by_head(self) -> bool:
        """Tell whether the chairman or a deputy signs it."""
        return not self.boxes and not self.by_citizen

    def authority(self, profile: UnitProfile, *, deputy: bool) -> tuple[str, ...]:
        """Return the lines over the signature of the head or his deputy (Decree 30, ô 7a)."""
        lines = authority_lines(profile, deputy=deputy)
        return lines[1:] if self.in_own_name or self.decides else lines

    def is_in_force(self, *, on: date) -> bool:
        """Tell whether this version is used on the day `on` (both ends inclusive)."""
        return self.in_force_from <= on <= self.in_force_until

    def symbol(self, profile: UnitProfile) -> str:
        """Return the symbol of its number: "TB-UBND", of a letter "UBND-VP", "" without a number."""
        if self.series is None:
            return ""
        return f"{self.series}-{profile.symbol}" if self.series else f"{profile.symbol}-{LETTER_ROOM}"


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a paper as the clerk edits them, one item a line; `body` as `text_blocks` reads it."""

    title: str
    addressees: str
    grounds: str
    body: str
    recipients: str


def form_on(forms: Iterable[OfficialForm], code: str, *, on: date) -> OfficialForm | None:
    """Return the version of the form `code` that is used on the day `on`, None when there is none."""
    return next((form for form in forms if form.code == code and form.is_in_force(on=on)), None)


def slots_of(form: OfficialForm) -> set[str]:
    """Return the names of all slots of a form."""
    texts = (form.title, form.body, *form.grounds, *form.addressees, *form.recipients)
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def text_of(form: OfficialForm, facts: Facts, hints: Facts) -> Text:
    """Return the first text of a paper: the form with what the books know, blanks for the rest.

    Raises KeyError for a slot that has no hint: a mistake in the form.
    """
    return Text(
        title=filled(form.title, facts, hints),
        addressees=filled("\n".join(form.addressees), facts, hints),
        grounds=filled("\n".join(form.grounds), facts, hints),
        body=filled(form.body, facts, hints),
        recipients=filled("\n".join(form.recipients), facts, hints),
    )


def filled(text: str, facts: Facts, hints: Facts) -> str:
    """Return `text` with its slots filled in, line by line."""
    lines = (_filled_line(line, facts, hints) for line in text.strip().splitlines())
    return "\n".join(line for line in lines if line is not None)


def _filled_line(line: str, facts: Facts, hints: Facts) -> str | None:
    names = [name for _, name, _, _ in Formatter().parse(line) if name]
    values = {name: _plain(facts.get(name, ""), whole=bool(_ALONE.fullmatch(line))) for name in names}
    if line.lstrip().startswith(OPTIONAL):
        if not all(values.values()):
            return None
        line = line.lstrip().removeprefix(OPTIONAL)
    return line.strip().format(**{name: values[name] or f"[{hints[name]}]" for name in names})


def _plain(value: str, *, whole: bool) -> str:
    """Return a value of the books as text: no blank of its own, on one line unless it is the whole line."""
    value = value.replace("[", "(").replace("]", ")").strip()
    return value if whole else " ".join(value.split())


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs and what stands above and below: known when the paper is signed, planned before."""

    authority_lines: tuple[str, ...] = ()
    signer: str = ""
    number: int | None = None
    dated_on: date | None = None
    urgency: str = ""


def document_of(
    form: OfficialForm, text: Text, profile: UnitProfile, signing: Signing, *, year: int, draft: bool
) -> Document:
    """Return a paper as a document of Decree 30/2020. Raises DocumentError for a broken rule of layout."""
    return Document(
        issuer=issuer_of(profile),
        symbol=form.symbol(profile),
        place=profile.place_name,
        kind=form.kind,
        title=text.title,
        blocks=blocks_of(text.body),
        year=year,
        recipients=() if form.boxes or form.by_citizen else tuple(lines_of(text.recipients)),
        authority_lines=signing.authority_lines,
        signer=signing.signer,
        number=signing.number,
        dated_on=signing.dated_on,
        addressees=tuple(lines_of(text.addressees)),
        grounds=tuple(lines_of(text.grounds)),
        draft=draft,
        numbered=form.is_numbered,
        form_code=form.form_name,
        signatures=tuple(SignatureBox(heading) for heading in form.boxes or _writer(form)),
        authority_heading=_heading(profile) if form.decides else "",
        urgency=signing.urgency,
        letterhead=not form.by_citizen,
        has_blanks=True,
    )


def _writer(form: OfficialForm) -> tuple[str, ...]:
    """Return as what a citizen signs the paper he writes."""
    return ("Người viết đơn",) if form.by_citizen else ()


def _heading(profile: UnitProfile) -> str:
    """Return who decides, as it stands above the grounds of a decision."""
    return f"CHỦ TỊCH {' '.join(lines_of(profile.issuer_lines))}"
