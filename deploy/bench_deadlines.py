"""Measure how long one deadline takes: `pytest deploy/bench_deadlines.py`, run by `make bench`.

Told apart are a date that is counted only, one that rolls over days off, and one counted in working days.
"""

from datetime import date

import pytest

from lucba.law.deadlines import deadline
from lucba.law.rules import Step
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
CASES = [
    pytest.param(Step.COMPLAINT_RESOLUTION, date(2026, 3, 2), id="calendar-days"),
    pytest.param(Step.COMPLAINT_RESOLUTION, date(2026, 1, 19), id="rolled-over-tet"),
    pytest.param(Step.RECEPTION_REPLY, date(2026, 8, 17), id="working-days"),
]


# A call is too short to be timed alone: each round is the mean of a thousand.
ROUNDS = {"rounds": 200, "iterations": 1000, "warmup_rounds": 1}


@pytest.mark.parametrize(("step", "start"), CASES)
def test_one_deadline(benchmark, step, start):
    benchmark.pedantic(deadline, (time_limit(step, on=start), start, CALENDAR), **ROUNDS)


@pytest.mark.parametrize(("step", "start"), CASES)
def test_one_rule_found_and_counted(benchmark, step, start):
    benchmark.pedantic(lambda: deadline(time_limit(step, on=start), start, CALENDAR), **ROUNDS)
