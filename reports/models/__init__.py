"""The tables of the reports room."""

from reports.models.monthly import MonthlyReport, ReportEvent

__all__ = ["MonthlyReport", "ReportEvent"]
