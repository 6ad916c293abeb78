"""Due dates beyond the worked examples: both clocks of acceptance, obstacles, how sure a date is."""

from datetime import date, timedelta

import pytest

from lucba.law.announced_days import AnnouncedDay
from lucba.law.deadlines import (
    acceptance_deadlines,
    deadline,
    effect_of_decision,
    second_complaint_window,
)
from lucba.law.house_rules import recommendation_target
from lucba.law.rules import Bound, Certainty, Circumstance, NoRuleInForceError, Step
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()


def count(step, start, **more):
    return deadline(time_limit(step, on=start), start, CALENDAR, **more)


def days_of(found):
    return found.raw_end, found.due_on, found.act_by


def test_obstacles_lengthen_the_time_to_complain():
    found = count(Step.COMPLAINT_LIMITATION, date(2023, 12, 28), extra_days=12)
    assert days_of(found) == (date(2024, 4, 8),) * 3
    assert (found.extra_days, found.paused_days, found.added_days) == (12, 0, 12)


def test_obstacles_and_pauses_add_up():
    found = count(Step.COMPLAINT_LIMITATION, date(2026, 3, 2), extra_days=12, paused_days=3)
    assert found.raw_end == date(2026, 3, 2) + timedelta(days=90 + 15)
    assert found.added_days == 15


def test_the_meeting_notice_is_due_on_a_working_day_before():
    found = count(Step.PUBLICATION_MEETING_NOTICE, date(2026, 2, 24))
    assert days_of(found) == (date(2026, 2, 21), date(2026, 2, 13), date(2026, 2, 13))


def test_a_complaint_of_june_2026_shows_both_clocks_and_keeps_the_earlier():
    by_law, by_decree = acceptance_deadlines(date(2026, 6, 30), CALENDAR)
    assert (by_law.step.value, by_law.due_on) == ("KN.ACCEPT.LAW", date(2026, 7, 10))
    assert (by_decree.step.value, by_decree.due_on) == ("KN.ACCEPT.DEC", date(2026, 7, 14))
    assert "làm theo hạn đến trước" in by_law.explanation[-1]


def test_a_complaint_of_july_2026_has_seven_working_days():
    (only,) = acceptance_deadlines(date(2026, 7, 1), CALENDAR)
    assert (only.step.value, only.due_on) == ("KN.ACCEPT", date(2026, 7, 10))


def test_the_window_and_the_effect_are_different_clocks():
    assert effect_of_decision(date(2026, 8, 3), CALENDAR).step is Step.DECISION_EFFECT
    assert second_complaint_window(date(2026, 8, 3), CALENDAR).step is Step.SECOND_COMPLAINT
    assert second_complaint_window(date(2026, 8, 3), CALENDAR).due_on == date(2026, 9, 3)


@pytest.mark.parametrize("asked", [effect_of_decision, second_complaint_window])
def test_a_decision_before_the_law_on_complaints_has_neither(asked):
    with pytest.raises(NoRuleInForceError):
        asked(date(2012, 6, 30), CALENDAR)


@pytest.mark.parametrize(
    ("step", "start", "added", "certainty"),
    [
        (Step.DENUNCIATION_RESOLUTION, date(2024, 2, 21), {}, Certainty.TEXT),
        (Step.DENUNCIATION_RESOLUTION, date(2024, 2, 21), {"paused_days": 3}, Certainty.INTERPRETATION),
        (Step.DENUNCIATION_RESOLUTION, date(2024, 2, 22), {}, Certainty.INTERPRETATION),
        (Step.COMPLAINT_LIMITATION, date(2023, 12, 28), {"extra_days": 12}, Certainty.TEXT),
        (Step.RECEPTION_REPLY, date(2026, 8, 17), {}, Certainty.TEXT),
        (Step.DECISION_EFFECT, date(2026, 8, 4), {}, Certainty.INTERPRETATION),
    ],
    ids=["by-the-text", "paused", "rolled", "obstacles", "working-days", "effect"],
)
def test_a_date_is_our_reading_of_the_law_when_it_was_rolled_or_paused(step, start, added, certainty):
    found = count(step, start, **added)
    assert found.certainty is certainty
    assert found.is_by_text is (step is not Step.DECISION_EFFECT)


def test_a_rolled_target_of_the_office_stays_a_target_of_the_office():
    rolled = deadline(recommendation_target(30), date(2024, 2, 22), CALENDAR)
    assert rolled.due_on != rolled.raw_end
    assert rolled.certainty is Certainty.HOUSE
    assert not rolled.is_by_text


def test_the_house_rule_stays_marked_as_such():
    start = date(2026, 10, 1)
    by_post = time_limit(Step.RECEPTION_REPLY, on=start, circumstances={Circumstance.NOT_IN_PERSON})
    assert deadline(by_post, start, CALENDAR).certainty is Certainty.HOUSE


def test_a_deadline_remembers_its_rule_and_the_calendar_it_was_counted_on():
    start = date(2026, 10, 1)
    found = count(Step.RECEPTION_REPLY, start, course=["Một câu."])
    assert found.start == start
    assert found.calendar_version == CALENDAR.version
    assert found.legal_basis == "khoản 1 Điều 28 Luật Tiếp công dân 2013"
    assert found.course == ("Một câu.",)
    assert found.explanation[0] == "Một câu."


@pytest.mark.parametrize(
    ("start", "due_on", "provisional"),
    [
        (date(2027, 11, 29), date(2027, 12, 29), False),
        # Day 30 is Friday 31/12/2027, then Saturday 01/01/2028 with Monday off in lieu.
        (date(2027, 12, 1), date(2027, 12, 31), False),
        (date(2027, 12, 2), date(2028, 1, 4), True),
    ],
)
def test_a_date_in_a_year_not_announced_yet_is_provisional(start, due_on, provisional):
    found = count(Step.COMPLAINT_RESOLUTION, start)
    assert (found.due_on, found.is_provisional) == (due_on, provisional)


def test_a_date_is_provisional_no_more_once_its_year_is_announced():
    announced = WorkingCalendar([AnnouncedDay(date(2028, 1, 25), False, "Thông báo", "Tết Nguyên đán")])
    start = date(2027, 12, 2)
    found = deadline(time_limit(Step.COMPLAINT_RESOLUTION, on=start), start, announced)
    assert not found.is_provisional


@pytest.mark.parametrize(
    ("step", "on", "words"),
    [
        (
            Step.WEEKLY_RECEPTION,
            date(2026, 6, 30),
            "“Chủ tịch tiếp công dân hằng tuần” là định mức 1 ngày mỗi tuần, không có ngày cuối.",
        ),
        (
            Step.MONTHLY_RECEPTION,
            date(2026, 7, 1),
            "“Chủ tịch tiếp công dân hằng tháng” là định mức 2 ngày mỗi tháng, không có ngày cuối.",
        ),
    ],
)
def test_a_quota_has_no_last_day(step, on, words):
    with pytest.raises(ValueError, match="định mức") as refused:
        count(step, on)
    assert str(refused.value) == words


@pytest.mark.parametrize("added", [{"paused_days": 3}, {"extra_days": 3}])
@pytest.mark.parametrize("step", [Step.RECEPTION_REPLY, Step.DIALOGUE_NOTICE])
def test_days_are_added_to_calendar_day_limits_only(step, added):
    with pytest.raises(ValueError, match=r"^Chỉ thời hạn tính theo ngày mới được cộng thêm ngày\.$"):
        count(step, date(2026, 7, 1), **added)


def test_a_posting_stays_up_until_its_fifteen_days_are_over():
    found = count(Step.DECISION_POSTING, date(2026, 10, 1))
    assert (found.limit.bound, found.raw_end) == (Bound.AT_LEAST, date(2026, 10, 16))
