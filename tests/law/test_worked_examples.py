"""The worked examples of the law, one named test for each row of tests/data/worked-examples.csv."""

import csv
from datetime import date
from pathlib import Path

import pytest

from lucba.law.complexity import Procedure
from lucba.law.deadlines import deadline
from lucba.law.resolution import AcceptedMatter, ClockEvent, ResolutionEvent, resolution_deadline
from lucba.law.rules import Bound, Circumstance, Step, Unit
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
EXAMPLES_FILE = Path(__file__).parents[1] / "data" / "worked-examples.csv"
with EXAMPLES_FILE.open(encoding="utf-8") as file:
    EXAMPLES = {row["id"]: row for row in csv.DictReader(file)}

REMOTE, COMPLEX, TWICE = Circumstance.REMOTE, Circumstance.COMPLEX, Circumstance.EXTENDED_TWICE
RULE_OF_EXAMPLE = {
    "LTCD 28(1)": (Step.RECEPTION_REPLY, ()),
    "LTCD 28(2)": (Step.FORWARDER_REPLY, ()),
    "LTCD 24(4)": (Step.SCHEDULE_POSTING, ()),
    "NĐ154 4(3)": (Step.RECEPTION_REFUSAL, ()),
    "NĐ154 23(1)": (Step.ONLINE_TEST, ()),
    "LKN 27 (old)": (Step.COMPLAINT_ACCEPTANCE_BY_LAW, ()),
    "LKN 27 (new)": (Step.COMPLAINT_ACCEPTANCE, ()),
    "LKN 28": (Step.COMPLAINT_RESOLUTION, ()),
    "LKN 28 complex": (Step.COMPLAINT_RESOLUTION, (COMPLEX,)),
    "LKN 28 remote+complex": (Step.COMPLAINT_RESOLUTION, (COMPLEX, REMOTE)),
    "LKN 28 + 11a": (Step.COMPLAINT_RESOLUTION, ()),
    "LKN 32": (Step.DECISION_SENDING, ()),
    "LKN 44(1)": (Step.DECISION_EFFECT, ()),
    "LKN 33(1)": (Step.SECOND_COMPLAINT, ()),
    "NĐ124 29(3)": (Step.DECISION_PUBLICATION, ()),
    "LKN 9": (Step.COMPLAINT_LIMITATION, ()),
    "LKN 35": (Step.STAY_OF_ACT, ()),
    "LKN 48": (Step.DISCIPLINE_LIMITATION, ()),
    "LKN 37 complex": (Step.SECOND_RESOLUTION, (COMPLEX,)),
    "LTC 24(1)": (Step.DENUNCIATION_INTAKE, ()),
    "LTC 24(2)": (Step.DENUNCIATION_TRANSFER, ()),
    "LTC 30(1)": (Step.DENUNCIATION_RESOLUTION, ()),
    "LTC 30(3) +2": (Step.DENUNCIATION_RESOLUTION, (TWICE,)),
    "LTC 30 + 34(2)": (Step.DENUNCIATION_RESOLUTION, ()),
    "LTC 35(3)": (Step.CONCLUSION_SENDING, ()),
    "LTC 40(1)": (Step.CONCLUSION_PUBLICATION, ()),
    "LTC 34(4)": (Step.DENUNCIATION_SUSPENSION_SENDING, ()),
}
UNIT_OF_EXAMPLE = {
    "cal": (Unit.CALENDAR_DAYS, Bound.NO_LATER_THAN),
    "wd": (Unit.WORKING_DAYS, Bound.NO_LATER_THAN),
    "back-wd": (Unit.WORKING_DAYS, Bound.BEFORE_EVENT),
    "effective": (Unit.CALENDAR_DAYS, Bound.TAKES_EFFECT),
}


def day(text):
    return date.fromisoformat(text)


def limit_of(example):
    step, circumstances = RULE_OF_EXAMPLE[example["rule"]]
    limit = time_limit(step, on=day(example["start"]), circumstances=circumstances)
    assert limit.length == int(example["n"])
    assert (limit.unit, limit.bound) == UNIT_OF_EXAMPLE[example["unit"]]
    return limit


def days_of(found):
    return found.raw_end, found.due_on, found.act_by


def expected(example):
    return day(example["raw_end"]), day(example["due"]), day(example["safe"])


def paused_days(example):
    if not example["suspended"]:
        return 0
    begin, end = map(day, example["suspended"].split("→"))
    return (end - begin).days


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_worked_example_comes_out_exactly(example):
    # For "effective" the columns due and safe are the first day of effect, with and without rolling.
    found = deadline(limit_of(example), day(example["start"]), CALENDAR, paused_days=paused_days(example))
    assert days_of(found) == expected(example)


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_worked_example_begins_and_ends_on_the_weekdays_it_names(example):
    assert f"{day(example['start']):%a}" == example["start_dow"]
    assert f"{day(example['due']):%a}" == example["due_dow"]


def test_all_forty_four_examples_are_there():
    assert len(EXAMPLES) == 44


@pytest.mark.parametrize(
    ("name", "procedure", "events"),
    [
        (
            "C15",
            Procedure.COMPLAINT,
            [("2026-07-16", ClockEvent.SUSPENDED), ("2026-08-14", ClockEvent.RESUMED)],
        ),
        ("C17", Procedure.COMPLAINT, [("2026-05-20", ClockEvent.SUSPENDED)]),
        (
            "C17",
            Procedure.COMPLAINT,
            [("2026-05-20", ClockEvent.SUSPENDED), ("2026-06-01", ClockEvent.RESUMED)],
        ),
        (
            "E13",
            Procedure.DENUNCIATION,
            [("2025-03-14", ClockEvent.SUSPENDED), ("2025-04-14", ClockEvent.RESUMED)],
        ),
    ],
    ids=["C15", "C17", "C17-continued", "E13"],
)
def test_the_worked_example_comes_out_of_the_events_of_the_case(name, procedure, events):
    example = EXAMPLES[name]
    found = resolution_deadline(
        AcceptedMatter(procedure, day(example["start"])),
        [ResolutionEvent(day(on), kind) for on, kind in events],
        until=date(2026, 11, 23),
        calendar=CALENDAR,
    )
    assert days_of(found) == expected(example)
