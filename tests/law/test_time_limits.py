"""Which rule was in force on a day, where the law is silent, and how a stored deadline finds its rule."""

from datetime import date

import pytest

from lucba.law.house_rules import recommendation_target, target_by_key
from lucba.law.rules import Certainty, Circumstance, NoRuleInForceError, Step, Unit
from lucba.law.time_limits import ALL, acceptance_limits, in_force, limit_by_key, time_limit

JUNE_30, JULY_1 = date(2026, 6, 30), date(2026, 7, 1)
COMPLEX, REMOTE = Circumstance.COMPLEX, Circumstance.REMOTE


@pytest.mark.parametrize(
    ("circumstances", "length"),
    [
        (set(), 30),
        ({COMPLEX}, 45),
        ({REMOTE}, 45),
        ({COMPLEX, REMOTE}, 60),
        ({Circumstance.SEVERAL_PLACES}, 30),
        ({Circumstance.SEVERAL_PLACES, COMPLEX}, 45),
    ],
)
def test_circumstances_the_clock_does_not_know_are_ignored(circumstances, length):
    assert time_limit(Step.COMPLAINT_RESOLUTION, on=JULY_1, circumstances=circumstances).length == length
    assert time_limit(Step.COMPLAINT_RESOLUTION, on=JULY_1, circumstances=[*circumstances]).length == length


def test_a_rule_is_in_force_on_its_first_and_its_last_day_and_not_beside_them():
    by_law = time_limit(Step.COMPLAINT_ACCEPTANCE_BY_LAW, on=JUNE_30)
    assert [by_law.in_force(on) for on in (date(2012, 6, 30), date(2012, 7, 1), JUNE_30, JULY_1)] == [
        False,
        True,
        True,
        False,
    ]
    assert by_law in in_force(JUNE_30)
    assert by_law not in in_force(JULY_1)


@pytest.mark.parametrize(
    ("step", "on", "words"),
    [
        (
            Step.COMPLAINT_ACCEPTANCE,
            JUNE_30,
            "Không có quy định về thời hạn “Thụ lý khiếu nại” vào ngày 30/06/2026.",
        ),
        (
            Step.COMPLAINT_ACCEPTANCE_BY_LAW,
            JULY_1,
            "Không có quy định về thời hạn “Thụ lý khiếu nại (theo Luật)” vào ngày 01/07/2026.",
        ),
        (
            Step.DENUNCIATION_INTAKE,
            date(2018, 12, 31),
            "Không có quy định về thời hạn “Xử lý ban đầu, thụ lý tố cáo” vào ngày 31/12/2018.",
        ),
    ],
)
def test_where_the_law_is_silent_there_is_no_default(step, on, words):
    with pytest.raises(NoRuleInForceError) as silence:
        time_limit(step, on=on)
    assert str(silence.value) == words


def test_a_complaint_received_before_july_2026_has_two_clocks_for_acceptance():
    assert [limit.step.value for limit in acceptance_limits(JUNE_30)] == ["KN.ACCEPT.LAW", "KN.ACCEPT.DEC"]
    assert [limit.step.value for limit in acceptance_limits(JULY_1)] == ["KN.ACCEPT"]


def test_before_the_decree_of_2020_only_the_law_has_a_clock_for_acceptance():
    assert [limit.step.value for limit in acceptance_limits(date(2020, 12, 9))] == ["KN.ACCEPT.LAW"]


def test_a_complaint_before_the_law_on_complaints_has_no_clock():
    with pytest.raises(NoRuleInForceError) as silence:
        acceptance_limits(date(2012, 6, 30))
    assert str(silence.value) == "Không có quy định về thời hạn thụ lý khiếu nại vào ngày 30/06/2012."


@pytest.mark.parametrize("step", [Step.RECEPTION_REPLY, Step.RECOMMENDATION_REPLY])
def test_the_reply_to_a_petition_by_post_is_marked_as_a_house_rule(step):
    by_post = time_limit(step, on=JULY_1, circumstances={Circumstance.NOT_IN_PERSON})
    assert (by_post.length, by_post.certainty) == (10, Certainty.HOUSE)
    assert time_limit(step, on=JULY_1).certainty is Certainty.TEXT


def test_the_new_acceptance_rule_cites_the_law_and_the_decree_that_changed_it():
    assert time_limit(Step.COMPLAINT_ACCEPTANCE, on=JULY_1).legal_basis == (
        "Điều 27 Luật Khiếu nại 2011, sửa đổi bởi Luật 136/2025/QH15; "
        "khoản 1 Điều 16 Nghị định 124/2020/NĐ-CP, sửa đổi bởi Nghị định 155/2026/NĐ-CP"
    )


def test_every_row_has_a_key_of_its_own_and_is_found_by_it():
    assert len({limit.key for limit in ALL}) == len(ALL)
    for limit in ALL:
        assert limit_by_key(limit.key) is limit


@pytest.mark.parametrize(
    ("limit", "key"),
    [
        (time_limit(Step.COMPLAINT_RESOLUTION, on=JULY_1), "KN.RESOLVE 30 ngay 2012-07-01"),
        (
            time_limit(Step.COMPLAINT_RESOLUTION, on=JULY_1, circumstances={REMOTE, COMPLEX}),
            "KN.RESOLVE 60 ngay 2012-07-01 phuc_tap+vung_sau_vung_xa",
        ),
        (recommendation_target(20), "KNPA.RESOLVE 20 ngay 2014-07-01"),
    ],
)
def test_the_key_of_a_stored_deadline_reads_like_the_rule(limit, key):
    assert limit.key == key
    assert len(limit.key) <= 80


@pytest.mark.parametrize("days", [1, 15, 20, 30, 45, 365])
def test_the_target_of_the_office_is_found_by_its_key_whatever_its_length(days):
    target = recommendation_target(days)
    assert limit_by_key(target.key) == target_by_key(target.key) == target
    assert (target.step, target.length, target.unit) == (
        Step.RECOMMENDATION_RESOLUTION,
        days,
        Unit.CALENDAR_DAYS,
    )


@pytest.mark.parametrize(
    "key",
    [
        "",
        "KN.RESOLVE",
        "KN.RESOLVE 31 ngay 2012-07-01",
        "KNPA.RESOLVE",
        "KNPA.RESOLVE ba_muoi ngay",
        "KNPA.REPLY 20 ngay 2014-07-01",
        "XX 20 ngay 2014-07-01",
    ],
)
def test_a_key_no_rule_ever_had_is_not_found(key):
    with pytest.raises(KeyError) as unknown:
        limit_by_key(key)
    assert unknown.value.args == (key,)


def test_the_target_of_the_office_is_never_called_a_limit_of_the_law():
    target = recommendation_target(20)
    assert target.certainty is Certainty.HOUSE
    assert target.citation is None
    assert target.legal_basis == "chỉ tiêu nội bộ, luật không quy định thời hạn"
    assert "không phải là quá hạn luật định" in target.note
    assert time_limit(Step.RECOMMENDATION_RESOLUTION, on=JULY_1) == recommendation_target(30)


@pytest.mark.parametrize("days", [0, -5])
def test_a_target_of_no_days_is_refused(days):
    with pytest.raises(ValueError, match=r"^Chỉ tiêu nội bộ phải từ 1 ngày trở lên\.$"):
        recommendation_target(days)
