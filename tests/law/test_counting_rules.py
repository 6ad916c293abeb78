"""What the page says about counting days is what the law room does."""

from lucba.law.counting_rules import COUNTING
from lucba.law.rules import Certainty
from lucba.law.sources import COUNTING_OF_DAYS, ROLL_TO_WORKING_DAY


def test_each_rule_of_counting_cites_its_text_or_says_that_it_is_a_reading():
    for rule in COUNTING:
        assert rule.words.endswith(".")
        assert rule.citation or rule.certainty is Certainty.INTERPRETATION


def test_the_start_that_does_not_count_and_the_roll_stand_first():
    assert [rule.citation for rule in COUNTING[:2]] == [COUNTING_OF_DAYS, ROLL_TO_WORKING_DAY]
