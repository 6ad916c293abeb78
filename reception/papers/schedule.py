"""Lịch tiếp công dân of a week or month, to be posted: an A4 notice in the layout of Decree 30.

Reason and agenda of a session are free text that may name a citizen: they never stand in it (LTCD 8).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from lucba.law.reporting_periods import Period
from lucba.law.sources import DECREE_154_2026, LAW_ON_CITIZEN_RECEPTION, Source
from lucba.office.models import StaffTerm, Unit
from lucba.papers.document import Block, Document, Paragraph, SimpleTable, TableColumn
from lucba.papers.issuing import authority_lines, full_name, profile_on
from lucba.papers.numbers import padded_number, short_date
from reception.models import ReceptionPaper, ReceptionSession
from reception.papers.facts import Content
from reception.papers.parts import day_words, paper_document

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_COLUMNS = (
    TableColumn("Ngày", 1.7),
    TableColumn("Giờ", 1.3, "center"),
    TableColumn("Người tiếp", 2.6),
    TableColumn("Hình thức", 1.6),
    TableColumn("Địa điểm, ghi chú", 2.8),
)


def schedule_facts(sessions: Iterable[ReceptionSession], period: Period, *, usual: str) -> Content:
    """Return the lines of the calendar; hosts come with `all_terms`, `usual` is where the office receives."""
    shown = list(sessions)
    return {
        "start": f"{period.start:%Y-%m-%d}",
        "end": f"{period.end:%Y-%m-%d}",
        "days": [f"{session.held_on:%Y-%m-%d}" for session in shown],
        "lines": [_line(session, usual) for session in shown],
    }


def says_the_same(notice: ReceptionPaper, content: Content) -> bool:
    """Tell whether a notice has exactly the lines of `content` on the days of `content`."""
    lines = zip(notice.content["days"], notice.content["lines"], strict=True)
    same_days = [line for day, line in lines if content["start"] <= day <= content["end"]]
    return bool(same_days == content["lines"])


def replaced_facts(notice: ReceptionPaper, content: Content) -> Content:
    """Return which notice `content` takes the place of, wholly or for its own days only."""
    return {
        "name": f"{padded_number(notice.number or 0)}/{notice.symbol}",
        "issued_on": f"{notice.issued_on:%Y-%m-%d}",
        "is_whole": all(notice.content[day] == content[day] for day in ("start", "end")),
    }


def draft_paper(unit: Unit, content: Content, *, on: date) -> ReceptionPaper:
    """Return the unsaved draft over the chairman's name of the day `on`."""
    profile = profile_on(unit, on=on)
    terms = StaffTerm.objects.in_post(on=on).filter(member__unit=unit, role=StaffTerm.Role.CHAIRMAN)
    chairman = terms.values_list("full_name", flat=True).first() or ""
    signer = {"name": chairman, "authority": list(authority_lines(profile, deputy=False))}
    return ReceptionPaper(
        unit=unit,
        kind=ReceptionPaper.Kind.SCHEDULE,
        symbol=f"TB-{profile.symbol}",
        issued_on=on,
        content={**content, "office": full_name(profile), "signer": signer},
    )


def document(paper: ReceptionPaper) -> Document:
    """Return the notice; without a number it is a draft, undated."""
    content, office = paper.content, paper.content["office"]
    table: Block = Paragraph("Trong thời gian này không có buổi tiếp công dân nào.")
    if content["lines"]:
        table = SimpleTable(columns=_COLUMNS, rows=tuple(tuple(line) for line in content["lines"]))
    return paper_document(
        paper,
        kind="THÔNG BÁO",
        title=f"Lịch tiếp công dân {_days(content)}",
        grounds=_grounds(date.fromisoformat(content["start"])),
        blocks=[
            Paragraph(f"{office} thông báo lịch tiếp công dân như sau:"),
            table,
            *_replacement(content),
            Paragraph(
                "Công dân đến khiếu nại, tố cáo, kiến nghị, phản ánh mang theo giấy tờ tùy thân và chấp hành "
                f"nội quy tiếp công dân. {office} thông báo để công dân biết và thực hiện."
            ),
        ],
        recipients=(
            "Nơi tiếp công dân (để niêm yết)",
            "Trang thông tin điện tử (để đăng)",
            "Lưu: VT",
        ),
        undated=paper.number is None,
        draft=paper.number is None,
    )


def _days(content: Content) -> str:
    """Return "từ ngày … đến ngày …", "ngày …" for one day."""
    start, end = (short_date(date.fromisoformat(content[each])) for each in ("start", "end"))
    return f"ngày {start}" if start == end else f"từ ngày {start} đến ngày {end}"


def _replacement(content: Content) -> Iterable[Block]:
    """Yield which notice this one takes the place of, when it does."""
    if replaced := content.get("replaces"):
        notice = f"Thông báo số {replaced['name']} {day_words(replaced['issued_on'])}"
        part = notice if replaced["is_whole"] else f"phần lịch {_days(content)} tại {notice}"
        yield Paragraph(f"Thông báo này thay thế {part}.")


def _grounds(on: date) -> tuple[str, ...]:
    sources: list[Source] = [LAW_ON_CITIZEN_RECEPTION]
    if on >= DECREE_154_2026.in_force_from:
        sources.append(DECREE_154_2026)
    return tuple(f"Căn cứ {source}" for source in sources)


def _line(session: ReceptionSession, usual: str) -> list[str]:
    return [
        f"{_WEEKDAYS[session.held_on.weekday()]}\n{short_date(session.held_on)}",
        _hours(session.starts_at, session.ends_at),
        _host(session),
        session.get_kind_display().capitalize(),
        "\n".join(_remarks(session, usual)),
    ]


def _hours(starts_at: time | None, ends_at: time | None) -> str:
    return "–".join(f"{each:%Hh%M}" for each in (starts_at, ends_at) if each) or "Giờ hành chính"


def _host(session: ReceptionSession) -> str:
    """Return name and position of the host on the day, from the terms read with the session."""
    day = session.held_on
    for term in session.host.all_terms:  # type: ignore[attr-defined]  # prefetched by sessions_between
        if term.started_on <= day and (term.ended_on is None or day <= term.ended_on):
            return f"{term.full_name}\n{term.position}"
    return str(session.host)


def _remarks(session: ReceptionSession, usual: str) -> Iterable[str]:
    """Yield the place, then what is unlike other days."""
    if session.state == ReceptionSession.State.NOT_HELD:
        yield "Không tổ chức"
        if session.moved_to:
            yield f"Lùi sang ngày {short_date(session.moved_to)}"
        return
    yield session.place or usual
    if session.online:
        yield "Tiếp công dân trực tuyến"
    if session.delegation_document:
        yield f"Tiếp theo ủy quyền ({session.delegation_document})"
