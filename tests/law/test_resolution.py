"""The running clock of a complaint or a denunciation: complexity, extensions, suspensions, examinations."""

from datetime import date, timedelta

import pytest

from lucba.law.complexity import (
    ComplexityCriterion,
    Procedure,
    complexity_criteria_needed,
)
from lucba.law.resolution import (
    AcceptedMatter,
    ClockEvent,
    ResolutionEvent,
    complaint_may_be_suspended,
    is_in_time_for_extension,
    resolution_deadline,
)
from lucba.law.rules import Certainty, NoRuleInForceError, Step
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
COMPLAINT, DENUNCIATION = Procedure.COMPLAINT, Procedure.DENUNCIATION
COMPLEXITY, EXTENSION = ClockEvent.COMPLEXITY, ClockEvent.EXTENSION
SUSPENDED, RESUMED = ClockEvent.SUSPENDED, ClockEvent.RESUMED
EXAM, EXAM_RESULT = ClockEvent.EXAMINATION_STARTED, ClockEvent.EXAMINATION_ENDED
LATER = date(2026, 12, 31)


def on(text):
    day, month, year = map(int, text.split("/"))
    return date(year, month, day)


def events(*rows):
    return [ResolutionEvent(on(text), kind) for text, kind in rows]


def resolve(procedure, accepted, *rows, until=LATER, remote=False):
    matter = AcceptedMatter(procedure, on(accepted), remote=remote)
    return resolution_deadline(matter, events(*rows), until=until, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("remote", "rows", "raw_end"),
    [
        (False, [], "11/04/2024"),
        (True, [], "26/04/2024"),
        (False, [("20/03/2024", COMPLEXITY)], "26/04/2024"),
        (True, [("20/03/2024", COMPLEXITY)], "11/05/2024"),
        (False, [("20/03/2024", COMPLEXITY), ("21/03/2024", COMPLEXITY)], "26/04/2024"),
        (False, [("20/03/2024", EXTENSION)], "11/04/2024"),
    ],
)
def test_a_complaint_has_30_45_or_60_days_from_acceptance(remote, rows, raw_end):
    found = resolve(COMPLAINT, "12/03/2024", *rows, remote=remote)
    assert (found.step, found.raw_end) == (Step.COMPLAINT_RESOLUTION, on(raw_end))


@pytest.mark.parametrize(
    ("rows", "raw_end"),
    [
        ([], "22/03/2024"),
        ([("01/03/2024", COMPLEXITY)], "22/03/2024"),
        ([("22/03/2024", EXTENSION)], "21/04/2024"),
        ([("22/03/2024", EXTENSION), ("22/04/2024", EXTENSION)], "21/05/2024"),
        ([("22/03/2024", EXTENSION), ("22/04/2024", EXTENSION), ("20/05/2024", EXTENSION)], "21/05/2024"),
    ],
)
def test_a_denunciation_is_extended_by_30_days_at_most_twice(rows, raw_end):
    found = resolve(DENUNCIATION, "21/02/2024", *rows)
    assert (found.step, found.raw_end) == (Step.DENUNCIATION_RESOLUTION, on(raw_end))


def test_a_denunciation_in_a_remote_area_has_no_longer_term():
    assert resolve(DENUNCIATION, "21/02/2024", remote=True).raw_end == date(2024, 3, 22)


def test_an_extension_counts_on_the_rolled_last_day_and_not_on_the_day_after():
    # 30 days end on Sunday 21/04/2024; the deadline is Monday 22/04/2024.
    in_time = resolve(DENUNCIATION, "22/03/2024", ("22/04/2024", EXTENSION))
    too_late = resolve(DENUNCIATION, "22/03/2024", ("23/04/2024", EXTENSION))
    assert in_time.raw_end == date(2024, 5, 21)
    assert too_late.due_on == date(2024, 4, 22)
    assert too_late.explanation[0] == (
        "Gia hạn ngày 23/04/2024, sau khi đã hết hạn ngày 22/04/2024: thời hạn không thay đổi."
    )


def test_an_extension_is_counted_from_acceptance_and_not_from_the_rolled_day():
    found = resolve(DENUNCIATION, "22/03/2024", ("22/04/2024", EXTENSION))
    assert found.raw_end - date(2024, 3, 22) == timedelta(days=60)


def test_an_extension_too_late_does_not_use_up_the_first_one():
    matter = AcceptedMatter(DENUNCIATION, date(2024, 3, 22))
    late = events(("23/04/2024", EXTENSION))
    assert not is_in_time_for_extension(matter, late, on=date(2024, 4, 24), calendar=CALENDAR)
    assert resolve(DENUNCIATION, "22/03/2024", ("23/04/2024", EXTENSION)).raw_end == date(2024, 4, 21)


def test_a_suspended_complaint_goes_on_where_it_stopped():
    found = resolve(COMPLAINT, "06/07/2026", ("16/07/2026", SUSPENDED), ("14/08/2026", RESUMED))
    assert found.due_on == date(2026, 9, 3)
    assert found.certainty is Certainty.INTERPRETATION
    assert found.explanation[0] == (
        "Tạm đình chỉ từ ngày 16/07/2026 đến ngày 14/08/2026: 29 ngày không tính vào thời hạn "
        "(Điều 11a Luật Khiếu nại 2011, sửa đổi bởi Luật 136/2025/QH15)."
    )


def test_a_suspension_of_a_complaint_before_july_2026_does_not_count():
    found = resolve(COMPLAINT, "25/06/2026", ("30/06/2026", SUSPENDED), ("20/07/2026", RESUMED))
    assert found.raw_end == date(2026, 7, 25)
    assert "vẫn tính vào thời hạn" in found.explanation[0]
    since_july = resolve(COMPLAINT, "25/06/2026", ("01/07/2026", SUSPENDED), ("20/07/2026", RESUMED))
    assert since_july.raw_end == date(2026, 8, 13)


def test_a_denunciation_could_be_suspended_before_july_2026():
    found = resolve(DENUNCIATION, "03/03/2025", ("14/03/2025", SUSPENDED), ("14/04/2025", RESUMED))
    assert (found.raw_end, found.due_on, found.act_by) == (
        date(2025, 5, 3),
        date(2025, 5, 5),
        date(2025, 4, 29),
    )


def test_an_examination_stops_the_clock_of_a_denunciation_only():
    rows = [("10/08/2026", EXAM), ("20/08/2026", EXAM_RESULT)]
    assert resolve(DENUNCIATION, "03/08/2026", *rows).raw_end == date(2026, 9, 12)
    assert resolve(COMPLAINT, "03/08/2026", *rows).raw_end == date(2026, 9, 2)


def test_several_pauses_add_up():
    found = resolve(
        DENUNCIATION,
        "03/08/2026",
        ("10/08/2026", EXAM),
        ("20/08/2026", EXAM_RESULT),
        ("25/08/2026", SUSPENDED),
        ("30/08/2026", RESUMED),
    )
    assert found.raw_end == date(2026, 9, 17)


def test_a_pause_that_begins_inside_another_adds_nothing():
    found = resolve(
        DENUNCIATION,
        "03/08/2026",
        ("10/08/2026", SUSPENDED),
        ("12/08/2026", EXAM),
        ("15/08/2026", EXAM_RESULT),
        ("20/08/2026", RESUMED),
    )
    assert found.raw_end == date(2026, 9, 12)


def test_a_pause_still_running_ends_for_now_on_the_day_looked_at():
    rows = [("16/07/2026", SUSPENDED), ("14/08/2026", RESUMED)]
    before = resolve(COMPLAINT, "06/07/2026", *rows, until=date(2026, 7, 15))
    during = resolve(COMPLAINT, "06/07/2026", *rows, until=date(2026, 7, 26))
    assert before.raw_end == date(2026, 8, 5)
    assert during.raw_end == date(2026, 8, 15)
    assert "chưa kết thúc vào ngày 26/07/2026: 10 ngày" in during.explanation[0]


def test_an_extension_during_a_suspension_is_in_time():
    matter = AcceptedMatter(COMPLAINT, date(2026, 7, 6))
    suspended = events(("16/07/2026", SUSPENDED))
    assert is_in_time_for_extension(matter, suspended, on=date(2026, 10, 30), calendar=CALENDAR)
    assert not is_in_time_for_extension(matter, [], on=date(2026, 10, 30), calendar=CALENDAR)
    found = resolve(
        COMPLAINT,
        "06/07/2026",
        ("16/07/2026", SUSPENDED),
        ("30/10/2026", COMPLEXITY),
        ("02/11/2026", RESUMED),
    )
    assert found.raw_end == date(2026, 7, 6) + timedelta(days=45 + 109)


def test_what_happened_after_the_closing_day_moves_nothing():
    rows = [("20/03/2024", COMPLEXITY)]
    assert resolve(COMPLAINT, "12/03/2024", *rows, until=date(2024, 3, 19)).raw_end == date(2024, 4, 11)
    assert resolve(COMPLAINT, "12/03/2024", *rows, until=date(2024, 3, 20)).raw_end == date(2024, 4, 26)


@pytest.mark.parametrize(("decided", "in_time"), [("11/04/2024", True), ("12/04/2024", False)])
def test_complexity_is_found_by_the_last_day_or_not_at_all(decided, in_time):
    matter = AcceptedMatter(COMPLAINT, date(2024, 3, 12))
    assert is_in_time_for_extension(matter, [], on=on(decided), calendar=CALENDAR) is in_time


def test_the_second_extension_is_measured_against_the_extended_deadline():
    matter = AcceptedMatter(DENUNCIATION, date(2024, 2, 21))
    extended = events(("22/03/2024", EXTENSION))
    assert is_in_time_for_extension(matter, extended, on=date(2024, 4, 22), calendar=CALENDAR)
    assert not is_in_time_for_extension(matter, extended, on=date(2024, 4, 23), calendar=CALENDAR)


def test_the_explanation_tells_each_step_before_the_count():
    found = resolve(DENUNCIATION, "21/02/2024", ("22/03/2024", EXTENSION), ("22/04/2024", EXTENSION))
    assert found.explanation[:3] == (
        "Gia hạn ngày 22/03/2024: thời hạn thành 60 ngày kể từ ngày thụ lý.",
        "Gia hạn ngày 22/04/2024: thời hạn thành 90 ngày kể từ ngày thụ lý.",
        "Bắt đầu từ ngày 21/02/2024; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
    )


def test_a_denunciation_accepted_before_the_law_of_2018_has_no_rule_here():
    with pytest.raises(NoRuleInForceError):
        resolve(DENUNCIATION, "31/12/2018")


@pytest.mark.parametrize(("day", "allowed"), [("30/06/2026", False), ("01/07/2026", True)])
def test_a_complaint_can_be_suspended_from_july_2026(day, allowed):
    assert complaint_may_be_suspended(on(day)) is allowed


@pytest.mark.parametrize(
    ("procedure", "day", "needed"),
    [
        (COMPLAINT, "30/06/2026", 0),
        (COMPLAINT, "01/07/2026", 1),
        (DENUNCIATION, "01/03/2024", 1),
    ],
)
def test_a_matter_is_complex_by_at_least_one_criterion_once_the_law_lists_them(procedure, day, needed):
    assert complexity_criteria_needed(procedure, on=on(day)) == needed


def test_there_are_seven_criteria_with_their_words():
    assert [criterion.value for criterion in ComplexityCriterion] == list("1234567")
    assert all(criterion.label for criterion in ComplexityCriterion)
