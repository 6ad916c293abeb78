"""The clerk's own words in the narrative."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from lucba.office.models import Official
from reports.actions.steps import begin, drop_print, finish
from reports.models import MonthlyReport
from reports.narrative.outline import ABOUT
from reports.narrative.text import paragraphs, reworded
from reports.workflow import Step


@transaction.atomic
def edit_narrative(
    report: MonthlyReport, *, texts: Mapping[str, str], by: Official, today: date
) -> MonthlyReport:
    """Put `texts` (paragraph key to words) into the narrative; the generated words take an edit back.

    Nothing is recorded when nothing changed. Raises RefusedError unless it is a draft of the clerk's office.
    """
    report, row = begin(report, Step.EDIT, by=by)
    clean = {key: "\n".join(text.strip().splitlines()) for key, text in texts.items()}
    before = {each["key"]: each for each in paragraphs(report.narrative)}
    report.narrative = reworded(report.narrative, clean)
    changed = [each["key"] for each in paragraphs(report.narrative) if each != before[each["key"]]]
    if not changed:
        return report
    drop_print(report)
    note = "; ".join(ABOUT.get(key, key) for key in changed)
    return finish(report, row, on=today, by=by, note=note[:1000])
