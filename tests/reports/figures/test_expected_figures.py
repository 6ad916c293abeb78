"""The figures of the two sample workbooks, as an independent computation gave them.

The indicators do not depend on the forms, so the expected results of every form set prove them.
"""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from lucba.law.reporting_periods import Period, calendar_month
from lucba.office.models import Unit
from lucba.register.actions import import_workbook
from reports.figures.compute import compute_figures
from reports.figures.continuity import continuity_findings
from reports.figures.reception_duty import duty_counts
from reports.form_sets import FORM_SETS
from tests.reports.figures.books import CALENDAR

DATA = Path(__file__).parents[2] / "data"
WORKBOOKS = {"LUC-BA": "luc-ba", "DAI-TU": "cap-huyen"}
BOOKS_SPEAK_ON = date(2026, 11, 20)
QUARTERS = [
    Period(date(year, month, 1), calendar_month(year, month + 2).end)
    for year in (2024, 2025, 2026)
    for month in (1, 4, 7, 10)
][:-1]
MONTHS = [calendar_month(year, month) for year in (2024, 2025, 2026) for month in range(1, 13)]
EXPECTED = [
    pytest.param(code, json.loads(file.read_text(encoding="utf-8")), id=f"{code} {file.stem}")
    for code, name in WORKBOOKS.items()
    for file in sorted((DATA / f"expected-{name}").glob("*.json"))
]
OF_OUR_FORM_SETS = [each for each in EXPECTED if each.values[1]["form_set"] in FORM_SETS]


@pytest.fixture(scope="module", autouse=True)
def imported(django_db_setup, django_db_blocker):
    """Bring both workbooks in once for the module, and take them out again."""
    with django_db_blocker.unblock(), transaction.atomic():
        for code, name in WORKBOOKS.items():
            import_workbook(DATA / f"{name}-2024-2026.xlsx", unit=None, create_code=code, on=BOOKS_SPEAK_ON)
        yield
        transaction.set_rollback(True)


def computed(code, period, form_set):
    return compute_figures(Unit.objects.get(code=code), period, form_set, calendar=CALENDAR)


def period_of(figures):
    return Period(*(date.fromisoformat(figures["period"][key]) for key in ("from", "to")))


@pytest.mark.parametrize(("code", "expected"), OF_OUR_FORM_SETS)
def test_the_figures_of_the_sample_books_are_those_expected(code, expected):
    assert computed(code, period_of(expected), expected["form_set"]) == expected


@pytest.mark.parametrize(("code", "expected"), EXPECTED)
def test_the_indicators_of_the_sample_books_are_those_expected(code, expected):
    figures = computed(code, period_of(expected), "tt06-2025")
    assert figures["indicators"] == expected["indicators"]
    assert figures["indicators_year"] == expected["indicators_year"]


@pytest.mark.parametrize("code", WORKBOOKS)
def test_every_quarter_of_the_sample_books_passes_the_checks_and_continues_the_last(code):
    figures = [computed(code, quarter, "tt06-2025") for quarter in QUARTERS]
    assert [each["checks"]["hard_failed"] for each in figures] == [[]] * len(figures)
    assert [continuity_findings(*pair) for pair in pairwise(figures)] == [[]] * (len(figures) - 1)


@pytest.mark.parametrize(("code", "expected"), EXPECTED)
def test_the_duty_command_gives_the_days_of_the_expected_target_2(code, expected, capsys):
    target, assessed = expected["indicators"]["2"], duty_printed(code, period_of(expected), capsys)
    assert assessed["summary"] == {key: target[key] for key in assessed["summary"]}
    spans = assessed["weeks"] + assessed["months"]
    assert (sum(each["met"] for each in spans), len(spans)) == (target["numerator"], target["denominator"])


@pytest.mark.parametrize("code", WORKBOOKS)
def test_the_duty_command_agrees_with_target_2_of_every_month(code, capsys):
    unit, differing = Unit.objects.get(code=code), []
    for month in MONTHS:
        target = duty_counts(unit, month, calendar=CALENDAR)["2"]
        assessed = duty_printed(code, month, capsys)
        spans = assessed["weeks"] + assessed["months"]
        counted = {"numerator": sum(each["met"] for each in spans), "denominator": len(spans)}
        short = [each for each in spans if bool(each["reason"]) == each["met"]]
        if target != counted | assessed["summary"] or short:
            differing.append((month, target, assessed))
    assert differing == []


def duty_printed(code, period, capsys):
    days = ("--from", period.start.isoformat(), "--to", period.end.isoformat())
    call_command("duty", "--unit", code, *days, "--json")
    return json.loads(capsys.readouterr().out)
