"""The cases F07-F19 of the office's worked examples that are about people and papers rather than a date.

F01-F05 stand with the reception duty, F13 and F15 with the workflow.
"""

from datetime import date

import pytest

from lucba.law.complexity import (
    ComplexityCriterion,
    Procedure,
    extension_criteria_needed,
    next_extension,
)
from lucba.law.deadlines import effect_of_decision, second_complaint_window
from lucba.law.groups import is_group, outside_the_group, representatives_allowed, representatives_fit
from lucba.law.resolution import (
    AcceptedMatter,
    ClockEvent,
    ResolutionEvent,
    is_in_time_for_extension,
    resolution_deadline,
)
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()


@pytest.mark.parametrize(
    ("persons", "allowed"),
    [(1, []), (4, []), (5, [1, 2]), (10, [1, 2]), (11, [1, 2, 3, 4, 5]), (60, [1, 2, 3, 4, 5])],
)
def test_f07_a_group_chooses_its_representatives_by_its_size(persons, allowed):
    assert list(representatives_allowed(persons)) == allowed
    assert is_group(persons) is bool(allowed)


@pytest.mark.parametrize(
    ("persons", "representatives", "fits"),
    [
        (4, None, True),
        (4, 3, True),
        (5, None, False),
        (5, 0, False),
        (5, 1, True),
        (10, 2, True),
        (10, 3, False),
        (11, 5, True),
        (60, 6, False),
    ],
)
def test_f07_too_few_or_too_many_representatives_are_noticed(persons, representatives, fits):
    assert representatives_fit(persons, representatives) is fits


def test_f09_a_lawyer_who_is_no_petitioner_cannot_represent_the_group():
    petitioners = ["Nguyễn Thị Bình", "Trần Văn Cường", "Lê Thị Dung"]
    assert outside_the_group(["Trần Văn Cường", "Luật sư Hoàng Minh"], petitioners) == ("Luật sư Hoàng Minh",)
    assert outside_the_group(petitioners[:2], petitioners) == ()
    assert outside_the_group(["Lê Thị Dung"], []) == ("Lê Thị Dung",)


@pytest.mark.parametrize(
    "written",
    ["  NGUYỄN   thị BÌNH ", "nguyễn\tthị bình", "Nguye\u0302\u0303n Thi\u0323 Bi\u0300nh"],
    ids=["capitals", "tab", "other-encoding"],
)
def test_f09_a_name_is_the_same_however_it_was_typed(written):
    assert outside_the_group([written], ["Nguyễn Thị Bình"]) == ()
    assert outside_the_group(["Nguyễn Thị Bính"], [written]) == ("Nguyễn Thị Bính",)


@pytest.mark.parametrize(
    ("procedure", "kind"),
    [
        (Procedure.DENUNCIATION, ClockEvent.EXTENSION),
        (Procedure.COMPLAINT, ClockEvent.COMPLEXITY),
    ],
)
def test_f11_an_extension_on_the_day_after_day_30_is_rejected_and_the_case_is_overdue(procedure, kind):
    # Thursday 24/09/2026 is day 30 of a matter accepted on 25/08/2026; nothing rolls.
    matter, day_30, day_31 = (
        AcceptedMatter(procedure, date(2026, 8, 25)),
        date(2026, 9, 24),
        date(2026, 9, 25),
    )
    assert is_in_time_for_extension(matter, [], on=day_30, calendar=CALENDAR)
    assert not is_in_time_for_extension(matter, [], on=day_31, calendar=CALENDAR)
    found = resolution_deadline(matter, [ResolutionEvent(day_31, kind)], until=day_31, calendar=CALENDAR)
    assert found.due_on == day_30 < day_31


def test_f17_the_window_of_the_citizen_ends_after_the_decision_looks_effective():
    effect = effect_of_decision(date(2026, 8, 3), CALENDAR)
    window = second_complaint_window(date(2026, 8, 20), CALENDAR)
    assert (effect.raw_end, effect.due_on) == (date(2026, 9, 2), date(2026, 9, 4))
    assert (window.raw_end, window.due_on) == (date(2026, 9, 19), date(2026, 9, 21))
    assert window.due_on >= effect.due_on  # the day on which the office must warn


def test_f17_in_a_remote_area_both_run_45_days():
    effect = effect_of_decision(date(2026, 8, 3), CALENDAR, remote=True)
    window = second_complaint_window(date(2026, 8, 20), CALENDAR, remote=True)
    assert (effect.raw_end, effect.due_on) == (date(2026, 9, 17), date(2026, 9, 18))
    assert (window.raw_end, window.due_on) == (date(2026, 10, 4), date(2026, 10, 5))


def test_f19_several_contents_and_conflicting_evidence_allow_two_extensions():
    criteria = {ComplexityCriterion.SEVERAL_CONTENTS, ComplexityCriterion.CONFLICTING_EVIDENCE}
    numbers = [next_extension(so_far) for so_far in (0, 1)]
    assert [extension_criteria_needed(number) <= len(criteria) for number in numbers] == [True, True]
    assert next_extension(2) is None


def test_f19_a_single_criterion_allows_one_extension_only():
    assert extension_criteria_needed(next_extension(0)) == 1
    assert extension_criteria_needed(next_extension(1)) == 2
    for number in (0, 3):
        with pytest.raises(ValueError, match=r"^Tố cáo chỉ được gia hạn tối đa hai lần\.$"):
            extension_criteria_needed(number)
