"""A report as pages show it: forms as they will print, targets, versions sent."""

from __future__ import annotations

from dataclasses import dataclass

from lucba.papers.document import StatisticalTable
from lucba.papers.table_layout import HeaderCell, header_rows
from reports.models import MonthlyReport, ReportEvent
from reports.paper import statistical_tables


@dataclass(frozen=True)
class FormOnScreen:
    """A form with its heading lines and, column by column, number, heading and value."""

    table: StatisticalTable
    header: list[list[HeaderCell]]
    figures: list[tuple[int, str, str]]

    @property
    def is_empty(self) -> bool:
        """Whether every figure is zero."""
        return all(value == "0" for _, _, value in self.figures)


@dataclass(frozen=True)
class Version:
    """A version as it was sent: its number among the versions, and the event that keeps its PDF."""

    number: int
    event: ReportEvent


def forms_on_screen(report: MonthlyReport) -> list[FormOnScreen]:
    """Return the forms of the report as they will print."""
    return [
        FormOnScreen(
            table,
            header_rows(table.columns),
            [
                (column.number, " – ".join(column.path), value)
                for column, value in zip(table.columns, table.rows[0].values, strict=True)
            ],
        )
        for table in statistical_tables(report, row_name=report.unit.name)
    ]


def versions_sent(report: MonthlyReport) -> list[Version]:
    """Return the versions that left the office, oldest first; one query."""
    sent = report.events.filter(kind=ReportEvent.Kind.SENT).defer("figures")
    return [Version(number, event) for number, event in enumerate(sent, start=1)]
