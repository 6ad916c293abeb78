"""Due dates: the worked examples of the law one by one, and the sentences that explain them."""

import csv
from datetime import date
from pathlib import Path

import pytest

from lucba.law.deadlines import acceptance_deadlines, deadline, effective_from
from lucba.law.rules import Bound, Certainty, Circumstance, Step, TimeLimit, Unit
from lucba.law.sources import LAW_ON_COMPLAINTS, Citation
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
EXAMPLES_FILE = Path(__file__).parents[1] / "data" / "worked-examples.csv"
with EXAMPLES_FILE.open(encoding="utf-8") as file:
    EXAMPLES = list(csv.DictReader(file))

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
    "LTC 24(1)": (Step.DENUNCIATION_INTAKE, ()),
    "LTC 24(2)": (Step.DENUNCIATION_TRANSFER, ()),
    "LTC 30(1)": (Step.DENUNCIATION_RESOLUTION, ()),
    "LTC 30(3) +2": (Step.DENUNCIATION_RESOLUTION, (TWICE,)),
    "LTC 30 + 34(2)": (Step.DENUNCIATION_RESOLUTION, ()),
    "LTC 35(3)": (Step.CONCLUSION_SENDING, ()),
    "LTC 40(1)": (Step.CONCLUSION_PUBLICATION, ()),
    "LTC 34(4)": (Step.DENUNCIATION_SUSPENSION_SENDING, ()),
}
# Clocks a commune never runs: discipline complaints and the province's second level.
NOT_IN_THE_TABLE = {"LKN 48", "LKN 37 complex"}


def _limit(example):
    unit, length = example["unit"], int(example["n"])
    if example["rule"] in NOT_IN_THE_TABLE:
        citation = Citation(LAW_ON_COMPLAINTS, example["rule"].split()[1])
        return TimeLimit(Step.COMPLAINT_LIMITATION, length, Unit.CALENDAR_DAYS, citation, date(2012, 7, 1))
    step, circumstances = RULE_OF_EXAMPLE[example["rule"]]
    limit = time_limit(step, on=date.fromisoformat(example["start"]), circumstances=circumstances)
    assert limit.length == length
    assert limit.backward is unit.startswith("back")
    assert (limit.unit is Unit.WORKING_DAYS) is unit.endswith("wd")
    return limit


def _paused_days(example):
    if not example["suspended"]:
        return 0
    begin, end = map(date.fromisoformat, example["suspended"].split("→"))
    return (end - begin).days


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_the_worked_example_comes_out_exactly(example):
    start = date.fromisoformat(example["start"])
    raw_end, due, safe = (date.fromisoformat(example[name]) for name in ("raw_end", "due", "safe"))
    found = deadline(_limit(example), start, CALENDAR, paused_days=_paused_days(example))
    assert found.raw_end == raw_end
    if example["unit"] == "effective":
        # The file gives the first day of effect, with and without rolling, in place of the last day.
        assert effective_from(start, CALENDAR) == due
        assert (safe - raw_end).days == 1
    else:
        assert (found.due_on, found.act_by) == (due, safe)


def test_all_forty_four_examples_are_there():
    assert len(EXAMPLES) == 44


def test_a_decision_in_a_remote_area_takes_effect_after_45_days():
    assert effective_from(date(2026, 8, 3), CALENDAR, remote=True) == date(2026, 9, 18)


def test_the_citizen_may_complain_again_although_the_decision_looks_effective():
    issued_on, received_on = date(2026, 8, 3), date(2026, 8, 20)
    window = deadline(time_limit(Step.SECOND_COMPLAINT, on=received_on), received_on, CALENDAR)
    assert effective_from(issued_on, CALENDAR) == date(2026, 9, 4)
    assert (window.raw_end, window.due_on) == (date(2026, 9, 19), date(2026, 9, 21))


def test_obstacles_lengthen_the_time_to_complain():
    limit = time_limit(Step.COMPLAINT_LIMITATION, on=date(2023, 12, 28))
    found = deadline(limit, date(2023, 12, 28), CALENDAR, extra_days=12)
    assert found.raw_end == date(2024, 4, 8)
    assert "Cộng 12 ngày có trở ngại khách quan." in found.explanation


def test_the_meeting_notice_is_due_on_a_working_day_before():
    limit = time_limit(Step.PUBLICATION_MEETING_NOTICE, on=date(2026, 2, 23))
    found = deadline(limit, date(2026, 2, 24), CALENDAR)
    assert found.raw_end == date(2026, 2, 21)
    assert found.due_on == found.act_by == date(2026, 2, 13)
    assert "phải làm chậm nhất ngày 13/02/2026" in " ".join(found.explanation)


def test_a_complaint_of_june_2026_shows_both_clocks_and_keeps_the_earlier():
    by_law, by_decree = acceptance_deadlines(date(2026, 6, 30), CALENDAR)
    assert (by_law.step.value, by_law.due_on) == ("KN.ACCEPT.LAW", date(2026, 7, 10))
    assert (by_decree.step.value, by_decree.due_on) == ("KN.ACCEPT.DEC", date(2026, 7, 14))
    assert "làm theo hạn đến trước" in by_law.explanation[-1]


def test_a_complaint_of_july_2026_has_seven_working_days():
    (only,) = acceptance_deadlines(date(2026, 7, 1), CALENDAR)
    assert (only.step.value, only.due_on) == ("KN.ACCEPT", date(2026, 7, 10))


def test_the_explanation_names_every_skipped_day():
    start = date(2026, 8, 17)
    found = deadline(time_limit(Step.RECEPTION_REPLY, on=start), start, CALENDAR)
    assert found.explanation == (
        "Bắt đầu từ ngày 17/08/2026; ngày này không tính (khoản 2 Điều 147 Bộ luật Dân sự 2015).",
        "Thời hạn: chậm nhất 10 ngày làm việc.",
        "Không tính các ngày nghỉ: 23/08/2026 (Chủ nhật).",
        "Có tính 22/08/2026 (hoán đổi ngày làm việc theo Thông báo 9441/TB-BNV).",
        "Ngày làm việc thứ 10: 28/08/2026.",
        "Căn cứ: khoản 1 Điều 28 Luật Tiếp công dân 2013.",
    )


def test_the_explanation_takes_the_days_of_tet_together():
    start = date(2026, 2, 10)
    found = deadline(time_limit(Step.RECOMMENDATION_REPLY, on=start), start, CALENDAR)
    assert "16/02/2026–20/02/2026 (Tết Nguyên đán theo Thông báo 9441/TB-BNV)" in found.explanation[2]


def test_the_explanation_tells_when_the_last_day_rolls_and_when_to_act():
    start = date(2026, 9, 25)
    limit = time_limit(Step.COMPLAINT_RESOLUTION, on=start, circumstances={REMOTE, COMPLEX})
    assert deadline(limit, start, CALENDAR).explanation[1:4] == (
        "Thời hạn: chậm nhất 60 ngày (vùng sâu, vùng xa đi lại khó khăn, vụ việc phức tạp).",
        "Ngày cuối 24/11/2026 là ngày nghỉ (Ngày Văn hóa Việt Nam): thời hạn kết thúc vào ngày làm việc "
        "tiếp theo, 25/11/2026 (khoản 5 Điều 148 Bộ luật Dân sự 2015).",
        "Để chắc chắn đúng hạn, nên làm xong trong ngày 23/11/2026.",
    )


def test_the_date_is_our_reading_of_the_law_when_it_was_rolled_or_paused():
    start = date(2024, 2, 21)
    limit = time_limit(Step.DENUNCIATION_RESOLUTION, on=start)
    assert deadline(limit, start, CALENDAR).certainty is Certainty.TEXT
    assert deadline(limit, start, CALENDAR, paused_days=1).certainty is Certainty.INTERPRETATION
    assert deadline(limit, date(2024, 2, 22), CALENDAR).certainty is Certainty.INTERPRETATION


def test_the_house_rule_stays_marked_as_such():
    start = date(2026, 10, 1)
    by_post = time_limit(Step.RECEPTION_REPLY, on=start, circumstances={Circumstance.NOT_IN_PERSON})
    found = deadline(by_post, start, CALENDAR)
    assert found.certainty is Certainty.HOUSE
    assert "áp dụng tương tự" in found.explanation[-1]


def test_a_deadline_remembers_the_calendar_it_was_counted_on():
    start = date(2026, 10, 1)
    found = deadline(time_limit(Step.RECEPTION_REPLY, on=start), start, CALENDAR)
    assert found.calendar_version == CALENDAR.version
    assert found.legal_basis == "khoản 1 Điều 28 Luật Tiếp công dân 2013"


@pytest.mark.parametrize("step", [Step.WEEKLY_RECEPTION, Step.MONTHLY_RECEPTION])
def test_a_quota_has_no_last_day(step):
    on = date(2026, 6, 30) if step is Step.WEEKLY_RECEPTION else date(2026, 7, 1)
    with pytest.raises(ValueError, match="là định mức"):
        deadline(time_limit(step, on=on), on, CALENDAR)


@pytest.mark.parametrize("step", [Step.RECEPTION_REPLY, Step.DIALOGUE_NOTICE])
def test_days_are_added_to_calendar_day_limits_only(step):
    on = date(2026, 7, 1)
    with pytest.raises(ValueError, match="mới được cộng thêm ngày"):
        deadline(time_limit(step, on=on), on, CALENDAR, paused_days=3)


def test_a_posting_stays_up_until_its_fifteen_days_are_over():
    start = date(2026, 10, 1)
    limit = time_limit(Step.DECISION_POSTING, on=start)
    found = deadline(limit, start, CALENDAR)
    assert (limit.bound, found.raw_end) == (Bound.AT_LEAST, date(2026, 10, 16))
    assert "Thời hạn: ít nhất 15 ngày." in found.explanation
