"""Every rule of "what an importer must refuse", by subject; pure Python on the rows of a book.

A rule is a function from the book to its findings. To change a rule, change its function and its test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lucba.law.working_days import WorkingCalendar
from lucba.register.checking.activities import check_activities
from lucba.register.checking.cases import check_cases
from lucba.register.checking.decisions import check_decisions
from lucba.register.checking.enforcement import check_enforcement
from lucba.register.checking.events import check_events
from lucba.register.checking.keys import check_dates, check_references, mark_repeated_keys
from lucba.register.checking.lengths import check_lengths
from lucba.register.checking.office import check_information, check_periods
from lucba.register.checking.petitions import check_petitions, check_replies
from lucba.register.checking.reception import check_sessions, check_visits
from lucba.register.format import SHEETS
from lucba.register.reading import Reading, ReportProgress
from lucba.register.rows import Book, Finding

POSITIONS = {sheet.name: position for position, sheet in enumerate(SHEETS)}


def check_reading(
    reading: Reading, *, calendar: WorkingCalendar, report_progress: ReportProgress
) -> list[Finding]:
    """Return everything wrong with a workbook, sheet by sheet and row by row.

    When a sheet or a heading is missing, the rules that hold rows against each other are left out.
    """
    findings = [*reading.findings, *mark_repeated_keys(reading.book)]
    if reading.is_whole:
        findings += check_book(reading.book, calendar=calendar, report_progress=report_progress)
        findings += check_lengths(reading.book)
    return sorted(findings, key=lambda finding: (POSITIONS.get(finding.sheet, -1), finding.row or 0))


def check_book(book: Book, *, calendar: WorkingCalendar, report_progress: ReportProgress) -> list[Finding]:
    """Return the findings of the rules that hold rows against each other (F, G, P, R … X, T)."""
    findings: list[Finding] = []
    for percent, (step, rules) in enumerate(_steps(calendar), start=8):
        report_progress(5 * percent, f"Đang kiểm tra {step}")
        for rule in rules:
            findings.extend(rule(book))
    return findings


Rule = Callable[[Book], Iterator[Finding]]


def _steps(calendar: WorkingCalendar) -> list[tuple[str, list[Rule]]]:
    return [
        ("thông tin chung", [check_information, check_references, check_dates, check_periods]),
        ("buổi tiếp, lượt tiếp", [check_sessions, check_visits]),
        ("đơn", [check_petitions, check_replies]),
        ("vụ việc", [check_cases, lambda book: check_events(book, calendar)]),
        ("quyết định, thi hành", [lambda book: check_decisions(book, calendar), check_enforcement]),
        ("các mặt công tác khác", [check_activities]),
    ]
