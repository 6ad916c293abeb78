"""The table of clocks as a whole: the numbers of the law, one regime after the other, each with its place."""

from datetime import date, timedelta
from itertools import combinations

import pytest

from lucba.law.clocks import CLOCKS, GOVERNING_RULES, Governing, Part
from lucba.law.rules import Bearer, Bound, Certainty, Circumstance, Step, Unit
from lucba.law.sources import (
    DECREE_31_2019,
    DECREE_124_2020,
    DECREE_154_2026,
    DECREE_155_2026,
    LAW_136_2025,
    LAW_ON_CITIZEN_RECEPTION,
    LAW_ON_COMPLAINTS,
    LAW_ON_DENUNCIATIONS,
)
from lucba.law.time_limits import ALL, in_force, time_limit
from tests.law.master_table import (
    BACKWARD,
    KEYS,
    MASTER_TABLE,
    MINIMUM,
    OF_ANOTHER_BODY,
    OF_THE_CITIZEN,
    TAKES_EFFECT,
)

BOOKS_BEGIN, TODAY = date(2024, 1, 1), date(2026, 11, 23)
JUNE_30, JULY_1 = date(2026, 6, 30), date(2026, 7, 1)
SHORT_NAMES = {
    LAW_ON_CITIZEN_RECEPTION: "LTCD",
    LAW_ON_COMPLAINTS: "LKN",
    LAW_ON_DENUNCIATIONS: "LTC",
    LAW_136_2025: "L136",
    DECREE_31_2019: "NĐ31",
    DECREE_124_2020: "NĐ124",
    DECREE_154_2026: "NĐ154",
    DECREE_155_2026: "NĐ155",
}
SUCCESSOR = {
    Step.WEEKLY_RECEPTION: Step.MONTHLY_RECEPTION,
    Step.COMPLAINT_ACCEPTANCE_BY_LAW: Step.COMPLAINT_ACCEPTANCE,
    Step.COMPLAINT_ACCEPTANCE_BY_DECREE: Step.COMPLAINT_ACCEPTANCE,
}


def given(limit):
    return "+".join(sorted(limit.circumstances))


def place(citation):
    short = f"{SHORT_NAMES[citation.source]} {citation.article}"
    return f"{short} {SHORT_NAMES[citation.amended_by]}" if citation.amended_by else short


def citations(limit):
    return (limit.citation, *limit.see_also) if limit.citation else ()


def known_on(on):
    """Return the rows of the hand-written table that were in force on the day."""
    return [
        (key, circumstances, length, unit, law)
        for key, circumstances, length, unit, (first, last), law in MASTER_TABLE
        if (first is None or first <= on) and (last is None or on <= last)
    ]


@pytest.mark.parametrize(
    "on", [BOOKS_BEGIN, date(2025, 6, 30), date(2025, 7, 1), JUNE_30, JULY_1, TODAY], ids=str
)
def test_the_rules_in_force_are_those_of_the_table_and_no_others(on):
    found = [
        (
            limit.step.value,
            given(limit),
            limit.length,
            limit.unit.value,
            "; ".join(map(place, citations(limit))) or "–",
        )
        for limit in in_force(on)
    ]
    assert sorted(found) == sorted(known_on(on))


def test_every_step_has_rows_and_a_clock_that_people_know_it_by():
    assert {limit.step.value for limit in ALL} == KEYS
    assert {step.value for step in CLOCKS} == {step.value for step in Step} == KEYS
    assert all(clock.starts and clock.stops for clock in CLOCKS.values())


def test_the_bound_and_the_bearer_of_each_clock_are_as_the_law_says():
    steps_by_bound = {bound: {row.step.value for row in ALL if row.bound is bound} for bound in Bound}
    steps_by_bearer = {bearer: {row.step.value for row in ALL if row.bearer is bearer} for bearer in Bearer}
    assert steps_by_bound == {
        Bound.BEFORE_EVENT: BACKWARD,
        Bound.AT_LEAST: MINIMUM,
        Bound.TAKES_EFFECT: TAKES_EFFECT,
        Bound.NO_LATER_THAN: KEYS - BACKWARD - MINIMUM - TAKES_EFFECT,
    }
    assert steps_by_bearer == {
        Bearer.CITIZEN: OF_THE_CITIZEN,
        Bearer.OTHER_BODY: OF_ANOTHER_BODY,
        Bearer.OFFICE: KEYS - OF_THE_CITIZEN - OF_ANOTHER_BODY,
    }
    assert {row.step.value for row in ALL if row.backward} == BACKWARD


def test_no_two_rows_of_a_step_overlap():
    for one, other in combinations(ALL, 2):
        if (one.step, one.circumstances) == (other.step, other.circumstances):
            first, second = sorted((one, other), key=lambda row: row.in_force_from)
            assert first.in_force_until is not None
            assert first.in_force_until < second.in_force_from


def test_no_row_ends_before_it_begins():
    assert all(row.in_force_until is None or row.in_force_from <= row.in_force_until for row in ALL)


def test_a_closed_row_is_followed_by_another_on_the_very_next_day():
    for row in ALL:
        if row.in_force_until:
            next_day = row.in_force_until + timedelta(days=1)
            step = SUCCESSOR.get(row.step, row.step)
            assert time_limit(step, on=next_day, circumstances=row.circumstances).in_force_from == next_day


def test_every_clock_of_2024_runs_on_without_a_hole_to_this_day():
    running = {(row.step, row.circumstances) for row in in_force(BOOKS_BEGIN)}
    for days in range((TODAY - BOOKS_BEGIN).days + 1):
        on = BOOKS_BEGIN + timedelta(days=days)
        today = {(row.step, row.circumstances) for row in in_force(on)}
        handed_over = {(SUCCESSOR.get(step, step), given) for step, given in running}
        assert running <= today or handed_over <= today, on


def test_the_weekly_duty_and_the_two_clocks_of_acceptance_hand_over_on_1_july_2026():
    for step, successor in SUCCESSOR.items():
        assert {row.in_force_until for row in ALL if row.step is step} == {JUNE_30}
        assert {row.in_force_from for row in ALL if row.step is successor} == {JULY_1}


def test_every_text_cited_was_in_force_on_the_first_day_of_its_row():
    for row in ALL:
        for citation in citations(row):
            assert citation.source.in_force_from <= row.in_force_from, row.key
            if citation.amended_by:
                assert citation.amended_by.in_force_from <= row.in_force_from, row.key


def test_only_the_target_of_the_office_has_no_place_in_the_law():
    assert {row.step for row in ALL if row.citation is None} == {Step.RECOMMENDATION_RESOLUTION}
    assert {(row.step.value, given(row)) for row in ALL if row.certainty is Certainty.HOUSE} == {
        ("KNPA.RESOLVE", ""),
        ("TCD.REPLY", "khong_truc_tiep"),
        ("KNPA.REPLY", "khong_truc_tiep"),
    }
    assert {row.step.value for row in ALL if row.certainty is Certainty.INTERPRETATION} == {"KN.EFFECT"}


def test_the_date_that_picks_the_rule_is_named_for_every_clock():
    by_date = {
        date_: {step.value for step, clock in CLOCKS.items() if clock.governed_by is date_}
        for date_ in Governing
    }
    assert by_date[Governing.PERIOD] == {"TCD.DUTY.W", "TCD.DUTY.M"}
    assert by_date[Governing.RECEIPT] >= {"KN.ACCEPT", "KN.ACCEPT.LAW", "KN.ACCEPT.DEC", "TC.INTAKE"}
    assert by_date[Governing.ACCEPTANCE] == {"KN.RESOLVE", "KN.STAY", "TC.RESOLVE", "KNPA.RESOLVE"}
    assert by_date[Governing.ACT] >= {"KN.SUSP.SEND", "KN.DIALOGUE", "TC.SUSP.SEND"}
    assert {rule.governed_by for rule in GOVERNING_RULES} >= set(by_date) - {Governing.HELD}


def test_what_the_text_itself_says_on_the_transition_carries_its_place():
    by_text = [rule for rule in GOVERNING_RULES if rule.certainty is Certainty.TEXT]
    assert [str(rule.citation) for rule in by_text] == [
        "khoản 1 Điều 22 Nghị định 155/2026/NĐ-CP",
        "khoản 1 Điều 10 Nghị định 156/2026/NĐ-CP",
    ]
    assert all(rule.citation is None for rule in GOVERNING_RULES if rule not in by_text)


def test_the_clocks_of_each_procedure_stand_together():
    prefix = {
        Part.RECEPTION: "TCD.",
        Part.PETITIONS: "XLD.",
        Part.COMPLAINTS: "KN",
        Part.DENUNCIATIONS: "TC.",
        Part.RECOMMENDATIONS: "KNPA.",
    }
    assert all(step.value.startswith(prefix[clock.part]) for step, clock in CLOCKS.items())


def test_every_word_people_read_is_there():
    words = (Step, Unit, Bound, Circumstance, Bearer, Certainty, Part, Governing)
    assert all(member.label for each in words for member in each)
