"""A monthly report as an administrative document: letterhead, one-page summary, narrative, annexed forms.

Name, place, addressees and recipients are those of the unit's profile in force on the document's date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lucba.office.models import Official, UnitProfile
from lucba.papers.document import (
    Block,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    SimpleTable,
    StatisticalTable,
    TableColumn,
    TableRow,
)
from lucba.papers.issuing import authority_lines, full_name, issuer_of, lines_of, profile_on
from lucba.papers.numbers import count, million_dong, short_date, square_metres
from reports.form_sets import form_set
from reports.form_sets.forms import LAND, MONEY, Form
from reports.models import MonthlyReport
from reports.narrative.outline import OPENING, TARGETS
from reports.narrative.text import text_of
from reports.target_lines import target_lines


def report_document(report: MonthlyReport, *, on: date) -> Document:
    """Return the report as a document: as signed, or as a draft that bears the unit's name on the day `on`.

    Raises RefusedError when the unit has no profile on that day.
    """
    profile = profile_on(report.unit, on=report.signed_on or on)
    year = (report.signed_on or on).year
    return Document(
        issuer=issuer_of(profile),
        symbol=report.symbol or symbol(profile),
        place=profile.place_name,
        kind="BÁO CÁO",
        title=(
            "Về công tác tiếp công dân, xử lý đơn, giải quyết khiếu nại, tố cáo\n"
            f"tháng {report.month:02d} năm {report.year}"
        ),
        subtitle=f"(Thời kỳ báo cáo: {_period_words(report)})",
        addressees=tuple(lines_of(profile.addressees)),
        blocks=tuple(_body(report, profile)),
        recipients=tuple(lines_of(profile.recipients)) or ("Lưu: VT",),
        authority_lines=_authority(report, profile),
        signer=report.signed_by.full_name if report.signed_by else "",
        year=year,
        number=report.number if report.signed_on else None,
        dated_on=report.signed_on,
        annexes=statistical_tables(report, row_name=profile.name),
        draft=report.signed_on is None,
    )


def symbol(profile: UnitProfile) -> str:
    """Return the symbol of the office's reports, also the name of their number series: "BC-UBND"."""
    return f"BC-{profile.symbol}"


def statistical_tables(report: MonthlyReport, *, row_name: str) -> tuple[StatisticalTable, ...]:
    """Return the forms of the report's form set filled with its figures, one row named `row_name`."""
    forms = form_set(report.form_set)
    return tuple(
        StatisticalTable(
            code=form.code,
            title=form.title,
            period_start=report.period_from,
            period_end=report.period_to,
            columns=form.columns,
            rows=(TableRow(row_name, _values(report, form)),),
            note=_note(report, form, forms.remark),
        )
        for form in forms.forms
    )


def cell(column: Column, value: int | str) -> str:
    """Write a figure as the form wants it: money in triệu đồng, land in m², anything else as a count."""
    if column.unit == MONEY:
        return million_dong(int(value))
    return square_metres(Decimal(value)) if column.unit == LAND else count(int(value))


def _values(report: MonthlyReport, form: Form) -> tuple[str, ...]:
    figures = report.figures["tables"][form.code]
    return tuple(cell(column, figures[str(column.number)]) for column in form.columns)


def _note(report: MonthlyReport, form: Form, remark: str) -> str:
    """Return the Ghi chú line: urged petitions stand in column 25 of 02/XLD, which has none of their own."""
    urged = report.figures["summary"]["urged"]
    if form.code == "02/XLD" and report.form_set == "tt06-2025" and urged:
        return f"Cột 25 gồm {urged} đơn đã có văn bản đôn đốc cơ quan có thẩm quyền giải quyết."
    return remark


def _authority(report: MonthlyReport, profile: UnitProfile) -> tuple[str, ...]:
    signer = report.signed_by
    return authority_lines(profile, deputy=bool(signer and signer.role == Official.Role.VICE_CHAIRMAN))


def _period_words(report: MonthlyReport) -> str:
    return f"Từ ngày {short_date(report.period_from)} đến ngày {short_date(report.period_to)}"


def _body(report: MonthlyReport, profile: UnitProfile) -> Iterator[Block]:
    """Yield the summary on the first page, then the narrative with the targets in their place."""
    ground = text_of(report.narrative, f"{OPENING}.can-cu").rstrip(" .,;")
    yield Paragraph(f"{ground}, {full_name(profile)} báo cáo kết quả như sau:")
    yield from _summary(report)
    yield PageBreak()
    for section in report.narrative:
        yield from _section(report, section)
    yield Paragraph(
        f"Trên đây là báo cáo về công tác tiếp công dân, xử lý đơn, giải quyết khiếu nại, tố cáo "
        f"tháng {report.month:02d} năm {report.year} của {full_name(profile)}."
    )


def _section(report: MonthlyReport, section: dict[str, object]) -> Iterator[Block]:
    if section["key"] == OPENING:
        return
    yield Heading(section["level"], str(section["heading"]))  # type: ignore[arg-type]  # 1 or 2, stored as JSON
    if section["key"] == TARGETS:
        yield _targets(report)
    for paragraph in section["paragraphs"]:  # type: ignore[attr-defined]  # a list, stored as JSON
        yield from (Paragraph(line) for line in lines_of(paragraph["text"]))


def _summary(report: MonthlyReport) -> Iterator[Block]:
    yield _numbers(report)
    yield _targets_in_short(report)


def _numbers(report: MonthlyReport) -> SimpleTable:
    """Return petitions and reception side by side, this period and the one before."""
    now, before = report.figures["summary"], report.figures["previous"]
    days = "days_personal", "days_required"
    lines: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
        ("Kỳ trước chuyển sang", "carried", "Lượt tiếp", ("visits",)),
        ("Nhận trong kỳ", "received", "Người được tiếp", ("persons",)),
        ("Đã xử lý", "handled", "Đoàn đông người", ("groups",)),
        ("Còn lại chuyển kỳ sau", "left", "Ngày Chủ tịch đã tiếp/phải tiếp", days),
    )
    return SimpleTable(
        columns=(
            TableColumn("Đơn", 3.4),
            TableColumn("Kỳ này", 1, "center"),
            TableColumn("Kỳ trước", 1.1, "center"),
            TableColumn("Tiếp công dân", 3.4),
            TableColumn("Kỳ này", 1, "center"),
            TableColumn("Kỳ trước", 1.1, "center"),
        ),
        rows=tuple(
            (left, *_both(now, before, left_key), right, *_both(now, before, *right_keys))
            for left, left_key, right, right_keys in lines
        ),
        caption="TÓM TẮT KẾT QUẢ TRONG KỲ",
    )


def _both(now: dict[str, int], before: dict[str, int] | None, *keys: str) -> tuple[str, str]:
    """Return the counts of this period and of the one before; several of them stand around a stroke."""
    return _shown(now, keys), _shown(before, keys)


def _shown(counts: dict[str, int] | None, keys: tuple[str, ...]) -> str:
    return "/".join(count(counts[key]) for key in keys) if counts else "–"


def _targets_in_short(report: MonthlyReport) -> SimpleTable:
    lines = [line for line in target_lines(report.figures) if line.of_the_plan]
    return SimpleTable(
        columns=(
            TableColumn("Chỉ tiêu", 6.2),
            TableColumn("Yêu cầu", 1.7, "center"),
            TableColumn("Trong kỳ", 2.1, "center"),
        ),
        rows=tuple(
            (f"({line.target.key}) {line.target.title}", line.required, line.verdict) for line in lines
        ),
    )


def _targets(report: MonthlyReport) -> SimpleTable:
    """Return every target with the result of the period, of the year and what the bare rate hides."""
    return SimpleTable(
        columns=(
            TableColumn("Chỉ tiêu", 4.2),
            TableColumn("Yêu cầu", 1.6, "center"),
            TableColumn("Trong kỳ", 2, "center"),
            TableColumn("Từ đầu năm", 2, "center"),
            TableColumn("Đánh giá", 1.8, "center"),
        ),
        rows=tuple(
            (
                f"({line.target.key}) {line.target.title}{_in_brackets(line.note)}",
                line.required,
                line.result,
                line.result_year,
                line.verdict,
            )
            for line in target_lines(report.figures)
        ),
    )


def _in_brackets(note: str) -> str:
    return f" ({note})" if note else ""
