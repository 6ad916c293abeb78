"""Lịch tiếp công dân of a week or month, to be posted: an A4 notice in the layout of Decree 30."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from lucba.law.sources import DECREE_154_2026, LAW_ON_CITIZEN_RECEPTION, Source
from lucba.office.models import StaffTerm, Unit
from lucba.papers.document import Block, Document, Paragraph, SimpleTable, TableColumn
from lucba.papers.issuing import authority_lines, full_name, profile_on
from lucba.papers.numbers import short_date
from reception.models import ReceptionPaper, ReceptionSession
from reception.papers.facts import Content, usual_place
from reception.papers.parts import paper_document

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_COLUMNS = (
    TableColumn("Ngày", 1.7),
    TableColumn("Giờ", 1.3, "center"),
    TableColumn("Người tiếp", 2.6),
    TableColumn("Hình thức", 1.6),
    TableColumn("Địa điểm, ghi chú", 2.8),
)


def schedule_facts(unit: Unit, sessions: Iterable[ReceptionSession], *, start: date, end: date) -> Content:
    """Return the lines of the calendar from `start` to `end` (inclusive); hosts come with `all_terms`."""
    usual = usual_place(unit, on=start)
    return {
        "start": f"{start:%Y-%m-%d}",
        "end": f"{end:%Y-%m-%d}",
        "lines": [_line(session, usual) for session in sessions],
    }


def schedule_paper(unit: Unit, content: Content, *, on: date) -> ReceptionPaper:
    """Return the unsaved notice over the chairman's name of the day `on`; it is numbered at signature."""
    profile = profile_on(unit, on=on)
    terms = StaffTerm.objects.in_post(on=on).filter(member__unit=unit, role=StaffTerm.Role.CHAIRMAN)
    chairman = terms.values_list("full_name", flat=True).first() or ""
    signer = {"name": chairman, "authority": list(authority_lines(profile, deputy=False))}
    return ReceptionPaper(
        unit=unit,
        kind=ReceptionPaper.Kind.SCHEDULE,
        symbol=f"TB-{profile.symbol}",
        issued_on=on,
        content={**content, "signer": signer},
    )


def document(paper: ReceptionPaper) -> Document:
    """Return the notice; number and day are written in when it is signed."""
    content = paper.content
    start, end = (date.fromisoformat(content[each]) for each in ("start", "end"))
    office = full_name(profile_on(paper.unit, on=paper.issued_on))
    table: Block = Paragraph("Trong thời gian này không có buổi tiếp công dân nào.")
    if content["lines"]:
        table = SimpleTable(columns=_COLUMNS, rows=tuple(tuple(line) for line in content["lines"]))
    return paper_document(
        paper,
        kind="THÔNG BÁO",
        title=f"Lịch tiếp công dân từ ngày {short_date(start)} đến ngày {short_date(end)}",
        grounds=_grounds(start),
        blocks=[
            Paragraph(f"{office} thông báo lịch tiếp công dân như sau:"),
            table,
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
        undated=True,
    )


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
    if session.agenda:
        yield session.agenda
