"""A question about one deadline: the answers, and every question the law gives no answer to."""

from datetime import date

import pytest

from lucba.law.inquiries import Inquiry, InquiryError, Pause, answer
from lucba.law.rules import Certainty, Circumstance, NoRuleInForceError, Step
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
COMPLEX, REMOTE = Circumstance.COMPLEX, Circumstance.REMOTE
COMPLAINT, DENUNCIATION = Step.COMPLAINT_RESOLUTION, Step.DENUNCIATION_RESOLUTION


def on(text):
    day, month, year = map(int, text.split("/"))
    return date(year, month, day)


def pauses(*spans):
    return tuple(Pause(on(begin), on(end)) for begin, end in spans)


def ask(step, start, **more):
    return answer(Inquiry(step, on(start), **more), CALENDAR)


def days_of(found):
    return f"{found.raw_end:%d/%m/%Y}", f"{found.due_on:%d/%m/%Y}", f"{found.act_by:%d/%m/%Y}"


def refusal_of(step, start, **more):
    with pytest.raises(InquiryError) as refused:
        ask(step, start, **more)
    return str(refused.value)


@pytest.mark.parametrize(
    ("step", "start", "given", "days"),
    [
        (Step.COMPLAINT_ACCEPTANCE, "19/11/2026", {}, ("01/12/2026",) * 3),
        (Step.SCHEDULE_POSTING, "06/02/2025", {}, ("23/01/2025",) * 3),
        (Step.DECISION_EFFECT, "03/08/2026", {}, ("02/09/2026", "04/09/2026", "03/09/2026")),
        (Step.SECOND_COMPLAINT, "20/08/2026", {REMOTE}, ("04/10/2026", "05/10/2026", "02/10/2026")),
        (COMPLAINT, "23/07/2026", {}, ("22/08/2026",) * 3),
        (COMPLAINT, "12/03/2024", {COMPLEX}, ("26/04/2024",) * 3),
        (COMPLAINT, "12/03/2024", {REMOTE}, ("26/04/2024",) * 3),
        (COMPLAINT, "25/09/2026", {REMOTE, COMPLEX}, ("24/11/2026", "25/11/2026", "23/11/2026")),
        (DENUNCIATION, "21/02/2024", {}, ("22/03/2024",) * 3),
        (DENUNCIATION, "21/02/2024", {COMPLEX, REMOTE}, ("22/03/2024",) * 3),
    ],
)
def test_a_plain_question_is_answered_by_the_rule_of_the_day(step, start, given, days):
    found = ask(step, start, circumstances=frozenset(given))
    assert (found.step, days_of(found)) == (step, days)


@pytest.mark.parametrize(
    ("extensions", "raw_end", "length"),
    [
        (0, "22/03/2024", "chậm nhất 30 ngày."),
        (1, "21/04/2024", "chậm nhất 60 ngày (gia hạn một lần)."),
        (2, "21/05/2024", "chậm nhất 90 ngày (gia hạn hai lần)."),
    ],
)
def test_a_denunciation_is_extended_up_to_twice(extensions, raw_end, length):
    found = ask(DENUNCIATION, "21/02/2024", extensions=extensions)
    assert (days_of(found)[0], found.course) == (raw_end, ())
    assert f"Thời hạn: {length}" in found.explanation


def test_a_pause_that_ends_the_day_it_begins_changes_nothing_beside_another():
    day, later = on("24/07/2026"), on("26/07/2026")
    found = ask(COMPLAINT, "06/07/2026", pauses=[Pause(day, day), Pause(day, later)])
    assert found == ask(COMPLAINT, "06/07/2026", pauses=[Pause(day, later)])
    assert found.paused_days == 2


def test_a_pause_of_a_complaint_since_july_2026_lengthens_it():
    found = ask(COMPLAINT, "06/07/2026", pauses=pauses(("16/07/2026", "14/08/2026")))
    assert days_of(found) == ("03/09/2026",) * 3
    assert found.paused_days == 29
    assert found.certainty is Certainty.INTERPRETATION


def test_a_pause_of_a_complaint_before_july_2026_leaves_the_date_and_says_why():
    found = ask(COMPLAINT, "04/05/2026", pauses=pauses(("20/05/2026", "10/06/2026")))
    assert days_of(found) == ("03/06/2026",) * 3
    assert found.explanation[0] == (
        "Tạm đình chỉ từ ngày 20/05/2026: vẫn tính vào thời hạn, vì chỉ được tạm đình chỉ từ 01/07/2026 "
        "(Điều 11a Luật Khiếu nại 2011, sửa đổi bởi Luật 136/2025/QH15)."
    )


def test_pauses_of_a_denunciation_add_up_whatever_their_order():
    spans = [("14/03/2025", "14/04/2025"), ("16/04/2025", "18/04/2025")]
    found = ask(DENUNCIATION, "03/03/2025", pauses=pauses(*spans))
    assert (days_of(found)[0], found.paused_days) == ("05/05/2025", 33)
    assert days_of(ask(DENUNCIATION, "03/03/2025", pauses=pauses(*reversed(spans)))) == days_of(found)


def test_a_pause_may_begin_on_the_day_of_acceptance_and_where_another_ended():
    spans = [("06/07/2026", "10/07/2026"), ("10/07/2026", "12/07/2026"), ("20/07/2026", "20/07/2026")]
    assert ask(COMPLAINT, "06/07/2026", pauses=pauses(*spans)).paused_days == 6


def test_an_examination_lengthens_a_denunciation():
    found = ask(DENUNCIATION, "03/08/2026", excluded_days=10)
    assert (days_of(found)[0], found.paused_days) == ("12/09/2026", 10)
    assert found.explanation[0] == (
        "Thời gian giám định 10 ngày không tính vào thời hạn (khoản 4 Điều 15 Nghị định 31/2019/NĐ-CP)."
    )


def test_an_examination_leaves_a_complaint_as_it_is_and_says_so():
    found = ask(COMPLAINT, "03/08/2026", excluded_days=10)
    assert (days_of(found)[0], found.paused_days) == ("02/09/2026", 0)
    assert found.explanation[0] == (
        "Thời gian giám định 10 ngày vẫn tính vào thời hạn: luật chỉ trừ khi giải quyết tố cáo."
    )


@pytest.mark.parametrize(
    ("step", "start", "raw_end"),
    [
        (Step.COMPLAINT_LIMITATION, "28/12/2023", "08/04/2024"),
        (Step.DISCIPLINE_LIMITATION, "16/04/2025", "13/05/2025"),
    ],
)
def test_obstacles_lengthen_the_times_to_complain(step, start, raw_end):
    found = ask(step, start, excluded_days=12)
    assert (days_of(found)[0], found.extra_days, found.paused_days) == (raw_end, 12, 0)


@pytest.mark.parametrize("given", [{"excluded_days": -1}, {"extensions": -1}])
def test_less_than_no_days_or_extensions_are_refused(given):
    words = refusal_of(DENUNCIATION, "21/02/2024", **given)
    assert words == "Số ngày được trừ và số lần gia hạn không được âm."


@pytest.mark.parametrize("step", [COMPLAINT, Step.DENUNCIATION_INTAKE])
def test_only_the_resolution_of_a_denunciation_is_extended(step):
    words = refusal_of(step, "21/02/2024", extensions=1)
    assert words == "Chỉ thời hạn giải quyết tố cáo được gia hạn (Luật Tố cáo, Điều 30)."


def test_a_third_extension_is_refused():
    words = refusal_of(DENUNCIATION, "21/02/2024", extensions=3)
    assert words == "Tố cáo chỉ được gia hạn tối đa hai lần (Luật Tố cáo, Điều 30)."


@pytest.mark.parametrize("step", [Step.RECEPTION_REPLY, Step.SECOND_COMPLAINT, Step.STAY_OF_ACT])
def test_days_are_excluded_only_where_the_law_excludes_them(step):
    words = refusal_of(step, "06/07/2026", excluded_days=1)
    assert words == f"Luật không có ngày được trừ khỏi thời hạn “{step.label}”."


def test_only_a_resolution_is_suspended():
    words = refusal_of(Step.COMPLAINT_LIMITATION, "06/07/2026", pauses=pauses(("07/07/2026", "08/07/2026")))
    assert words == "Luật không có tạm đình chỉ đối với thời hạn “Thời hiệu khiếu nại”."


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([("05/07/2026", "08/07/2026")], "Tạm đình chỉ ngày 05/07/2026 trước ngày bắt đầu thời hạn."),
        ([("16/07/2026", "15/07/2026")], "Ngày tiếp tục 15/07/2026 trước ngày tạm đình chỉ."),
        (
            [("20/07/2026", "25/07/2026"), ("10/07/2026", "21/07/2026")],
            "Hai đợt tạm đình chỉ chồng nhau từ ngày 20/07/2026.",
        ),
    ],
)
def test_suspensions_that_cannot_have_been_are_refused(spans, words):
    assert refusal_of(COMPLAINT, "06/07/2026", pauses=pauses(*spans)) == words


@pytest.mark.parametrize(
    ("step", "start"),
    [(Step.COMPLAINT_ACCEPTANCE, "30/06/2026"), (DENUNCIATION, "31/12/2018"), (COMPLAINT, "30/06/2012")],
)
def test_where_the_law_is_silent_there_is_no_answer(step, start):
    with pytest.raises(NoRuleInForceError):
        ask(step, start)


def test_a_quota_has_no_last_day_to_ask_for():
    with pytest.raises(ValueError, match="là định mức 2 ngày mỗi tháng"):
        ask(Step.MONTHLY_RECEPTION, "01/07/2026")
