"""The table of clocks: which rule was in force on a day, and where the law is silent."""

from collections import Counter
from datetime import date, timedelta

import pytest

from lucba.law.rules import Bearer, Bound, Certainty, Circumstance, NoRuleInForceError, Step, Unit
from lucba.law.time_limits import ALL, acceptance_limits, time_limit

JUNE_30, JULY_1 = date(2026, 6, 30), date(2026, 7, 1)
REGIMES = (date(2024, 3, 1), date(2025, 7, 1), JUNE_30, JULY_1, date(2026, 11, 23))

# The office's table of clocks, written out a second time: key, length, unit, first regime, last regime.
WD, CD = Unit.WORKING_DAYS, Unit.CALENDAR_DAYS
ALWAYS, UNTIL_JUNE, SINCE_JULY = REGIMES, REGIMES[:3], REGIMES[3:]
MASTER_TABLE = [
    ("TCD.POST", 5, WD, ALWAYS),
    ("TCD.DUTY.W", 1, Unit.DAYS_A_WEEK, UNTIL_JUNE),
    ("TCD.DUTY.M", 2, Unit.DAYS_A_MONTH, SINCE_JULY),
    ("TCD.REPLY", 10, WD, ALWAYS),
    ("TCD.FWD_REPLY", 5, WD, ALWAYS),
    ("TCD.DEPUTY", 7, WD, ALWAYS),
    ("TCD.REFUSE", 3, WD, SINCE_JULY),
    ("TCD.ONLINE.NOTICE", 5, WD, SINCE_JULY),
    ("TCD.ONLINE.TEST", 1, WD, SINCE_JULY),
    ("XLD.45", 45, CD, SINCE_JULY),
    ("KN.ACCEPT.LAW", 10, CD, UNTIL_JUNE),
    ("KN.ACCEPT.DEC", 10, WD, UNTIL_JUNE),
    ("KN.ACCEPT", 7, WD, SINCE_JULY),
    ("KN.RESOLVE", 30, CD, ALWAYS),
    ("KN.DIALOGUE", 5, CD, SINCE_JULY),
    ("KN.SUSP.SEND", 3, WD, SINCE_JULY),
    ("KN.SEND", 3, WD, ALWAYS),
    ("KN.PUBLISH", 15, CD, ALWAYS),
    ("KN.MEETING", 3, CD, ALWAYS),
    ("KN.POSTED", 15, CD, ALWAYS),
    ("KN.FRONT", 7, CD, ALWAYS),
    ("KN.SECOND", 30, CD, ALWAYS),
    ("KN.EFFECT", 30, CD, ALWAYS),
    ("KN.ENFORCE", 5, WD, ALWAYS),
    ("KN.STAY", 30, CD, ALWAYS),
    ("KN.LIMIT", 90, CD, ALWAYS),
    ("KN.INFO", 7, CD, ALWAYS),
    ("KN.RESUME_OK", 30, CD, ALWAYS),
    ("TC.INTAKE", 7, WD, ALWAYS),
    ("TC.TRANSFER", 5, WD, ALWAYS),
    ("TC.NOTICE", 5, WD, ALWAYS),
    ("TC.PRESS", 20, CD, ALWAYS),
    ("TC.RESOLVE", 30, CD, ALWAYS),
    ("TC.SUSP.SEND", 5, WD, ALWAYS),
    ("TC.CONCL.SEND", 5, WD, ALWAYS),
    ("TC.ACT", 7, WD, ALWAYS),
    ("TC.RESULT", 5, WD, ALWAYS),
    ("TC.PUBLISH", 7, WD, ALWAYS),
    ("TC.POSTED", 15, CD, ALWAYS),
    ("TC.REPORT_UP", 5, WD, ALWAYS),
    ("TC.FURTHER", 20, CD, ALWAYS),
    ("KNPA.REPLY", 10, WD, ALWAYS),
]


@pytest.mark.parametrize(("key", "length", "unit", "in_force"), MASTER_TABLE)
@pytest.mark.parametrize("on", REGIMES)
def test_each_step_has_its_length_in_the_regimes_that_know_it(key, length, unit, in_force, on):
    if on in in_force:
        limit = time_limit(Step(key), on=on)
        assert (limit.length, limit.unit) == (length, unit)
    else:
        with pytest.raises(NoRuleInForceError):
            time_limit(Step(key), on=on)


def test_every_step_but_the_resolution_of_recommendations_is_in_the_table():
    assert {Step(key) for key, *_ in MASTER_TABLE} == set(Step) - {Step.RECOMMENDATION_RESOLUTION}
    assert {limit.step for limit in ALL} == {Step(key) for key, *_ in MASTER_TABLE}


def test_the_law_is_silent_on_how_long_a_recommendation_may_take():
    with pytest.raises(NoRuleInForceError, match=r"kiến nghị, phản ánh.*01/07/2026"):
        time_limit(Step.RECOMMENDATION_RESOLUTION, on=JULY_1)


def test_no_two_rows_apply_on_the_same_day():
    boundaries = {limit.in_force_from for limit in ALL} | {JUNE_30}
    for on in boundaries:
        applying = Counter((row.step, row.circumstances) for row in ALL if row.in_force(on))
        assert not [key for key, count in applying.items() if count > 1]


def test_no_row_is_older_than_the_text_it_cites():
    for limit in ALL:
        newest = limit.citation.amended_by or limit.citation.source
        assert limit.in_force_from >= newest.in_force_from


@pytest.mark.parametrize(
    ("circumstances", "length"),
    [
        (set(), 30),
        ({Circumstance.COMPLEX}, 45),
        ({Circumstance.REMOTE}, 45),
        ({Circumstance.COMPLEX, Circumstance.REMOTE}, 60),
        ({Circumstance.SEVERAL_PLACES}, 30),
    ],
)
def test_a_complaint_takes_longer_when_complex_or_remote(circumstances, length):
    assert time_limit(Step.COMPLAINT_RESOLUTION, on=JULY_1, circumstances=circumstances).length == length
    assert time_limit(Step.STAY_OF_ACT, on=JULY_1, circumstances=circumstances).length == length


@pytest.mark.parametrize(
    ("step", "circumstance", "length"),
    [
        (Step.DENUNCIATION_RESOLUTION, Circumstance.EXTENDED_ONCE, 60),
        (Step.DENUNCIATION_RESOLUTION, Circumstance.EXTENDED_TWICE, 90),
        (Step.DENUNCIATION_RESOLUTION, Circumstance.REMOTE, 30),
        (Step.DENUNCIATION_INTAKE, Circumstance.SEVERAL_PLACES, 10),
        (Step.SECOND_COMPLAINT, Circumstance.REMOTE, 45),
        (Step.DECISION_EFFECT, Circumstance.REMOTE, 45),
    ],
)
def test_a_circumstance_selects_the_other_length(step, circumstance, length):
    assert time_limit(step, on=JUNE_30, circumstances={circumstance}).length == length


@pytest.mark.parametrize("step", [Step.RECEPTION_REPLY, Step.RECOMMENDATION_REPLY])
def test_the_reply_to_a_petition_by_post_is_marked_as_a_house_rule(step):
    by_post = time_limit(step, on=JULY_1, circumstances={Circumstance.NOT_IN_PERSON})
    assert (by_post.length, by_post.certainty) == (10, Certainty.HOUSE)
    assert time_limit(step, on=JULY_1).certainty is Certainty.TEXT


def test_a_complaint_received_before_july_2026_has_two_clocks_for_acceptance():
    assert [limit.step.value for limit in acceptance_limits(JUNE_30)] == ["KN.ACCEPT.LAW", "KN.ACCEPT.DEC"]
    assert [limit.step.value for limit in acceptance_limits(JULY_1)] == ["KN.ACCEPT"]


def test_a_complaint_before_the_law_on_complaints_has_no_clock():
    with pytest.raises(NoRuleInForceError, match="30/06/2012"):
        acceptance_limits(date(2012, 6, 30))


@pytest.mark.parametrize(
    ("step", "bearer"),
    [
        (Step.SECOND_COMPLAINT, Bearer.CITIZEN),
        (Step.COMPLAINT_LIMITATION, Bearer.CITIZEN),
        (Step.FORWARDER_REPLY, Bearer.OTHER_BODY),
        (Step.FURTHER_DENUNCIATION, Bearer.OTHER_BODY),
        (Step.RECEPTION_REPLY, Bearer.OFFICE),
    ],
)
def test_the_table_says_whose_clock_it_is(step, bearer):
    assert time_limit(step, on=JULY_1).bearer is bearer


def test_notices_before_an_event_count_back_and_posting_times_are_minimums():
    backward = {"TCD.POST", "TCD.ONLINE.NOTICE", "TCD.ONLINE.TEST", "KN.DIALOGUE", "KN.MEETING"}
    minimum = {"TCD.DUTY.W", "TCD.DUTY.M", "KN.POSTED", "TC.POSTED"}
    assert {limit.step.value for limit in ALL if limit.backward} == backward
    assert {limit.step.value for limit in ALL if limit.bound is Bound.AT_LEAST} == minimum


def test_the_new_acceptance_rule_cites_the_law_and_the_decree_that_changed_it():
    basis = time_limit(Step.COMPLAINT_ACCEPTANCE, on=JULY_1).legal_basis
    assert basis == (
        "Điều 27 Luật Khiếu nại 2011, sửa đổi bởi Luật 136/2025/QH15; "
        "khoản 1 Điều 16 Nghị định 124/2020/NĐ-CP, sửa đổi bởi Nghị định 155/2026/NĐ-CP"
    )


def test_amended_rows_follow_each_other_without_a_gap():
    closed = [limit for limit in ALL if limit.in_force_until]
    assert {limit.in_force_until + timedelta(days=1) for limit in closed} == {JULY_1}


def test_every_word_people_read_is_there():
    assert all(
        member.label for each in (Step, Unit, Bound, Circumstance, Bearer, Certainty) for member in each
    )
