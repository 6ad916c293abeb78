"""Every form of petitions and cases: its slots, its versions by date, and which act it documents."""

from dataclasses import fields
from datetime import date

import pytest

from complaints.papers.acts import FROM_OUTSIDE, OF_ACT, OF_OUTCOME
from complaints.papers.hints import HINTS
from complaints.papers.shelf import FORMS, OF_DENUNCIATIONS, form_of
from complaints.workflow import PROCEDURES
from lucba.office.errors import RefusedError
from lucba.papers.official_form import Text, slots_of, text_of

BEFORE, SINCE = date(2026, 6, 30), date(2026, 7, 1)
SERIES = {
    "",
    "QĐ",
    "TB",
    "BC",
    "PC",
    "KL",
    "GM",
    "HD",
    None,
}  # Decree 30/2020, annex III; KL from Decree 31/2019
OF_THE_HEAD = [form for form in FORMS if form.is_signed_by_head]
IDS = [f"{form.code} từ {form.in_force_from}" for form in FORMS]


@pytest.mark.parametrize("form", FORMS, ids=IDS)
def test_every_slot_of_a_form_says_what_it_asks_for(form):
    assert slots_of(form) <= set(HINTS)


@pytest.mark.parametrize("form", FORMS, ids=IDS)
def test_a_form_the_books_know_nothing_for_is_all_blanks_and_no_slot(form):
    text = text_of(form, {}, HINTS)
    written = "\n".join(getattr(text, field.name) for field in fields(Text))
    assert "{" not in written
    assert "}" not in written


@pytest.mark.parametrize("form", FORMS, ids=IDS)
def test_a_number_bears_an_abbreviation_of_the_decree(form):
    assert form.series in SERIES


@pytest.mark.parametrize("form", OF_THE_HEAD, ids=lambda form: form.code)
def test_a_paper_signed_by_the_head_is_kept_by_the_registry(form):
    assert form.recipients[-1].startswith("Lưu: VT")


def test_two_versions_of_a_form_are_never_used_on_the_same_day():
    for day in (BEFORE, SINCE, date(2024, 3, 1), date(2026, 11, 24)):
        codes = [form.code for form in FORMS if form.is_in_force(on=day)]
        assert len(codes) == len(set(codes)), day


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("kn-01", "Nghị định 124/2020/NĐ-CP", "Nghị định 155/2026/NĐ-CP"),
        ("kn-02", "Nghị định 124/2020/NĐ-CP", "Nghị định 155/2026/NĐ-CP"),
        ("kn-03", "Nghị định 124/2020/NĐ-CP", "Nghị định 155/2026/NĐ-CP"),
        ("kn-04", "Nghị định 124/2020/NĐ-CP", "Nghị định 155/2026/NĐ-CP"),
        ("kn-14", "Nghị định 124/2020/NĐ-CP", "Nghị định 155/2026/NĐ-CP"),
        ("tc-02", "Nghị định 31/2019/NĐ-CP", "Nghị định 156/2026/NĐ-CP"),
        ("tc-03", "Nghị định 31/2019/NĐ-CP", "Nghị định 156/2026/NĐ-CP"),
    ],
)
def test_forms_replaced_on_1_july_2026_have_both_versions(code, old, new):
    assert str(form_of(code, on=BEFORE).source) == old
    assert str(form_of(code, on=SINCE).source) == new


@pytest.mark.parametrize("code", ["kn-14a", "kn-14b"])
def test_suspending_a_complaint_has_a_form_only_since_1_july_2026(code):
    assert form_of(code, on=SINCE).form_name
    with pytest.raises(RefusedError, match="30/06/2026 không dùng"):
        form_of(code, on=BEFORE)


@pytest.mark.parametrize("number", range(1, 17))
def test_all_sixteen_forms_of_decree_124_are_there(number):
    assert form_of(f"kn-{number:02d}", on=SINCE).form_name == f"Mẫu số {number:02d}"


@pytest.mark.parametrize("number", range(1, 13))
def test_all_twelve_forms_of_decree_31_are_there(number):
    assert form_of(f"tc-{number:02d}", on=SINCE).form_name == f"Mẫu số {number:02d}"


@pytest.mark.parametrize("number", range(1, 6))
def test_all_five_forms_of_circular_05_are_there(number):
    assert form_of(f"xld-{number:02d}", on=SINCE).form_name == f"Mẫu số {number:02d}"


ROWS = [(kind, row) for kind, rows in PROCEDURES.items() for row in rows if row.document]


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=[f"{kind} {row.slug}" for kind, row in ROWS])
def test_every_act_that_issues_a_document_has_its_form(kind, row):
    assert (kind, row.slug) in OF_ACT or row.slug in FROM_OUTSIDE
    assert not ((kind, row.slug) in OF_ACT and row.slug in FROM_OUTSIDE)


def test_acts_and_outcomes_name_forms_that_exist():
    known = {form.code for form in FORMS}
    assert {code for codes in (*OF_ACT.values(), *OF_OUTCOME.values()) for code in codes} <= known
    slugs = {(kind, row.slug) for kind, rows in PROCEDURES.items() for row in rows}
    assert set(OF_ACT) <= slugs


@pytest.mark.parametrize("form", OF_DENUNCIATIONS, ids=lambda form: form.code)
def test_no_form_of_denunciations_has_a_slot_for_the_author(form):
    assert not slots_of(form) & {"author", "authors", "address", "identity", "phone", "signers"}
