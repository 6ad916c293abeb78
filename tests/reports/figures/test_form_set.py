"""The forms of Circular 06/2025 and the checks between their columns."""

import csv
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lucba.law.reporting_periods import Period, default_form_set
from reports.figures.checks import failed, holds
from reports.figures.compute import land_text
from reports.form_sets import FORM_SETS, UnknownFormSetError, form_set
from reports.form_sets.forms import Check, FormSet, checks

PRINTED = Path(__file__).parents[2] / "papers" / "columns.csv"  # as printed in the circular
TT06 = form_set("tt06-2025")


def test_the_columns_are_those_printed_in_the_circular():
    with PRINTED.open(encoding="utf-8", newline="") as file:
        printed = [
            (row["form"], int(row["number"]), row["path"], row["formula"], row["unit"])
            for row in csv.DictReader(file)
        ]
    ours = [
        (form.code, column.number, " > ".join(column.path), column.formula, column.unit)
        for form in TT06.forms
        for column in form.columns
    ]
    assert ours == printed


def test_the_set_in_force_for_a_month_of_2026_is_known():
    assert default_form_set(Period(date(2026, 7, 1), date(2026, 7, 31))) in FORM_SETS


def test_an_unknown_form_set_is_named_with_those_that_exist():
    with pytest.raises(UnknownFormSetError, match=r"“tt99”.*tt06-2025"):
        form_set("tt99")


@pytest.mark.parametrize("check", TT06.hard_checks + TT06.soft_checks, ids=str)
def test_every_check_speaks_of_columns_that_exist_and_holds_when_all_are_zero(check):
    for term in (term for side in check.sides for term in side):
        assert term.column <= len(TT06.form_by_code[term.form].columns)
    assert holds(check, defaultdict(int))


@pytest.mark.parametrize("form", TT06.forms, ids=lambda form: form.code)
def test_every_formula_printed_on_a_form_is_a_hard_check(form):
    printed = {f"{form.code} {column.number}={column.formula}" for column in form.columns if column.formula}
    assert printed <= {str(check) for check in TT06.hard_checks}


@pytest.mark.parametrize(
    ("text", "values", "kept"),
    [
        ("3=1+2", {1: 1, 2: 2, 3: 3}, True),
        ("3=1+2", {1: 1, 2: 2, 3: 4}, False),
        ("6=1+2=4", {1: 1, 2: 2, 4: 3, 6: 3}, True),
        ("6=1+2=4", {1: 1, 2: 2, 4: 2, 6: 3}, False),
        ("1<=2", {1: 2, 2: 2}, True),
        ("1<=2", {1: 3, 2: 2}, False),
        ("1>=2", {1: 1, 2: 2}, False),
        ("5*1<=2", {1: 1, 2: 5}, True),
        ("5*1<=2", {1: 1, 2: 4}, False),
    ],
)
def test_a_check_compares_sums_of_columns(text, values, kept):
    check = Check("01/TCD", text)
    figures = {("01/TCD", column): value for column, value in values.items()}
    assert failed([check], figures) == ([] if kept else [f"01/TCD {text}"])


def test_a_check_may_look_at_another_form():
    check = Check("03/GQKN", "1=02/XLD 6")
    assert holds(check, {("03/GQKN", 1): 2, ("02/XLD", 6): 2})
    assert failed([check], {("03/GQKN", 1): 2, ("02/XLD", 6): 3}) == ["03/GQKN 1=02/XLD 6"]


def test_a_check_that_cannot_be_read_is_refused():
    with pytest.raises(ValueError, match="không đọc được “x”"):
        checks("01/TCD", "1=x")


@pytest.mark.parametrize(("area", "text"), [("0", "0"), ("120.0", "120"), ("120.5", "120.5"), ("20", "20")])
def test_land_is_written_with_at_most_one_decimal(area, text):
    assert land_text(Decimal(area)) == text


def test_the_forms_of_a_set_are_found_by_code():
    assert isinstance(TT06, FormSet)
    assert TT06.form_by_code["05/KQTH"].title.startswith("Tổng hợp kết quả thi hành")
