"""What the papers of the counter share: letterhead, lines about the person, hours, names of forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lucba.law.sources import DECREE_154_2026
from lucba.papers.document import Block, Document, Paragraph
from lucba.papers.issuing import full_name, issuer_of, lines_of, profile_on
from lucba.papers.numbers import date_in_words
from reception.models import ContentKind, ReceptionPaper
from reception.papers.facts import Content

DOTS = "." * 56
BY_HAND = "(người tố cáo tự ghi)"


def form_name(number: int, *, on: date) -> str:
    """Return how the reception form `number` is called: Circular 04/2021, from 01/07/2026 Decree 154/2026."""
    if on >= DECREE_154_2026.in_force_from:
        return f"Mẫu {number:02d}/TCD"
    return f"Mẫu số {number:02d}"


def paper_document(
    paper: ReceptionPaper, *, kind: str, title: str, blocks: list[Block], undated: bool = False, **more: Any
) -> Document:
    """Return the document of `paper` under the letterhead of its own day; without `symbol` not numbered.

    Signed by whom its content names, unless `signatures` are given; `undated` leaves the day to be written
    at signature. Raises RefusedError when the unit has no profile on that day.
    """
    profile = profile_on(paper.unit, on=paper.issued_on)
    signer = paper.content.get("signer", {})
    return Document(
        issuer=issuer_of(profile),
        symbol=paper.symbol,
        place=profile.place_name,
        kind=kind,
        title=title,
        blocks=tuple(blocks),
        year=paper.issued_on.year,
        number=paper.number,
        dated_on=None if undated else paper.issued_on,
        numbered=bool(paper.symbol),
        authority_lines=tuple(signer.get("authority", ())),
        signer=signer.get("name", ""),
        **more,
    )


def office_name(paper: ReceptionPaper) -> str:
    """Return the office's name on the paper's day, as it stands in a sentence."""
    return full_name(profile_on(paper.unit, on=paper.issued_on))


def addressee(content: Content) -> str:
    """Return whom a letter greets; the line of a denouncer is filled in by hand."""
    return f"Ông (bà) {content['person'].get('name') or '.' * 40}"


def person_lines(content: Content) -> Iterator[Paragraph]:
    """Yield name, paper, address and telephone of who came; lines to be filled in for a denouncer."""
    person = content["person"]
    if not person:
        yield Paragraph(f"Họ và tên: {DOTS} {BY_HAND}")
        yield Paragraph(f"Số giấy tờ tùy thân: {DOTS}")
        yield Paragraph(f"Địa chỉ: {DOTS}")
        return
    yield Paragraph(f"Họ và tên: {person['name']}{_others(content)}")
    yield Paragraph(f"Số giấy tờ tùy thân: {person['identity'] or DOTS}{_after(person['issued'], ', cấp ')}")
    yield Paragraph(f"Địa chỉ: {person['address'] or DOTS}")
    if person["phone"]:
        yield Paragraph(f"Điện thoại: {person['phone']}")
    if person["acts_for"]:
        yield Paragraph(f"Là người đại diện, được ủy quyền của: {person['acts_for']}")


def matter(content: Content) -> str:
    """Return kind and matter inside a sentence: "khiếu nại về việc: …"."""
    return f"{ContentKind(content['kind']).label} về việc: {sentence(content['summary'])}"


def sentence(text: str) -> str:
    """Return `text` with one full stop at its end."""
    return f"{text.strip().rstrip(' .;')}."


def paragraphs(text: str) -> list[Block]:
    """Return each line of a long text as a paragraph; a dotted line when there is none."""
    return [Paragraph(line) for line in lines_of(text)] or [Paragraph(DOTS)]


def day_words(day: str) -> str:
    """Return a stored day in words: "ngày 05 tháng 02 năm 2026"."""
    return date_in_words(date.fromisoformat(day))


def clock_words(time: str) -> str:
    """Return a stored time in words: "08 giờ 15"; room to write it by hand when there is none."""
    hour, _, minute = time.partition(":")
    return f"{hour} giờ {minute}" if minute else "...... giờ ......"


def named(person: dict[str, str]) -> str:
    """Return name and position: "Nguyễn Thị Vân, Công chức Văn phòng – Thống kê"."""
    return ", ".join(filter(None, (person["name"], person["position"])))


def host_named(content: Content) -> str:
    """Return name and position of the host, and by which paper he receives in the chairman's place."""
    paper = content["delegation"]
    return named(content["host"]) + (f" (theo văn bản ủy quyền {paper})" if paper else "")


def _others(content: Content) -> str:
    return f" (cùng đoàn {content['persons']:02d} người)" if content["persons"] > 1 else ""


def _after(text: str, opening: str) -> str:
    return f"{opening}{text}" if text else ""
