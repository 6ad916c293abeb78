"""What the page on changes of the law shows for 01/07/2025 and 01/07/2026."""

from datetime import date

from lucba.law.changes import AMENDED_LAWS, CHANGES, FURTHER_SOURCES, TWO_TIERS
from lucba.law.rules import Certainty
from lucba.law.sources import Citation
from lucba.law.time_limits import ALL


def keys(limits):
    return [limit.step.value for limit in limits]


def test_the_two_changes_since_2024_are_in_order():
    assert [change.on for change in CHANGES] == [date(2025, 7, 1), date(2026, 7, 1)]


def test_on_1_july_2026_three_clocks_closed_and_eight_began():
    assert keys(AMENDED_LAWS.closed) == ["TCD.DUTY.W", "KN.ACCEPT.LAW", "KN.ACCEPT.DEC"]
    assert keys(AMENDED_LAWS.begun) == [
        "TCD.DUTY.M",
        "TCD.REFUSE",
        "TCD.ONLINE.NOTICE",
        "TCD.ONLINE.TEST",
        "XLD.45",
        "KN.ACCEPT",
        "KN.DIALOGUE",
        "KN.SUSP.SEND",
    ]


def test_the_steps_that_changed_stand_in_the_order_of_the_table():
    assert [step.value for step in AMENDED_LAWS.steps] == [
        "TCD.DUTY.W",
        "TCD.DUTY.M",
        "TCD.REFUSE",
        "TCD.ONLINE.NOTICE",
        "TCD.ONLINE.TEST",
        "XLD.45",
        "KN.ACCEPT.LAW",
        "KN.ACCEPT.DEC",
        "KN.ACCEPT",
        "KN.DIALOGUE",
        "KN.SUSP.SEND",
    ]


def test_the_end_of_the_districts_changed_no_length():
    assert TWO_TIERS.closed == TWO_TIERS.begun == TWO_TIERS.steps == ()
    assert any("giữ nguyên" in fact.words for fact in TWO_TIERS.facts)


def test_every_change_of_the_table_since_2024_belongs_to_a_change_told():
    told = {change.on for change in CHANGES}
    since_2024 = {row.in_force_from for row in ALL if row.in_force_from >= date(2024, 1, 1)}
    assert since_2024 <= told


def test_every_fact_rests_on_a_text_in_force_that_day():
    for change in CHANGES:
        assert change.title
        for fact in change.facts:
            newest = fact.basis
            if isinstance(newest, Citation):
                newest = newest.amended_by or newest.source
            assert fact.words.endswith(".")
            assert newest.in_force_from == change.on, fact.words


def test_what_was_read_in_the_press_only_is_marked_as_our_reading():
    readings = [fact for fact in TWO_TIERS.facts if fact.certainty is Certainty.INTERPRETATION]
    assert {str(fact.basis) for fact in readings} == {"Nghị định 141/2025/NĐ-CP"}
    assert all(fact.certainty is Certainty.TEXT for fact in AMENDED_LAWS.facts)


def test_the_further_texts_set_no_length_themselves():
    cited = {citation.source for row in ALL for citation in (row.citation, *row.see_also) if citation}
    assert cited.isdisjoint(FURTHER_SOURCES)
