"""What holds for every date, rule and course of a case, whatever the calendar."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lucba.law.announced_days import AnnouncedDay
from lucba.law.complexity import Procedure
from lucba.law.deadlines import deadline
from lucba.law.resolution import AcceptedMatter, ClockEvent, ResolutionEvent, resolution_deadline
from lucba.law.rules import Bound, Unit
from lucba.law.time_limits import in_force
from lucba.law.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
LATER = date(2031, 12, 31)
PAUSES = {
    ClockEvent.SUSPENDED: ClockEvent.RESUMED,
    ClockEvent.EXAMINATION_STARTED: ClockEvent.EXAMINATION_ENDED,
}

whenever = settings(deadline=None)
starts = st.dates(date(2024, 1, 1), date(2028, 12, 31))
accepted_days = st.dates(date(2026, 7, 1), date(2028, 12, 31))


@st.composite
def rules_and_starts(draw, *, backward=False):
    start = draw(starts)
    limits = [limit for limit in in_force(start) if limit.unit in (Unit.CALENDAR_DAYS, Unit.WORKING_DAYS)]
    return draw(st.sampled_from([limit for limit in limits if limit.backward is backward])), start


@st.composite
def pauses(draw, accepted_on, kind):
    """Draw pauses of one kind that follow each other, as (first day, day on which it went on)."""
    days = draw(st.lists(st.integers(0, 200), max_size=6, unique=True).map(sorted))
    ends = [accepted_on + timedelta(days=day) for day in days[: len(days) // 2 * 2]]
    return [(kind, *span) for span in zip(ends[::2], ends[1::2], strict=True)]


@st.composite
def courses(draw, procedure=Procedure.DENUNCIATION):
    """Draw the day of acceptance and events of every kind, in order of their days."""
    accepted_on = draw(accepted_days)
    days = draw(st.lists(st.integers(0, 150), max_size=8))
    events = [
        ResolutionEvent(accepted_on + timedelta(days=day), draw(st.sampled_from(ClockEvent)))
        for day in sorted(days)
    ]
    return AcceptedMatter(procedure, accepted_on), events


def resolve(matter, events):
    return resolution_deadline(matter, events, until=LATER, calendar=CALENDAR)


def events_of(spans):
    return [
        event
        for kind, begin, end in spans
        for event in (ResolutionEvent(begin, kind), ResolutionEvent(end, PAUSES[kind]))
    ]


def days_of(found):
    return found.raw_end, found.due_on, found.act_by


@whenever
@given(rules_and_starts(), st.integers(1, 120))
def test_one_more_day_off_never_makes_anything_due_earlier(rule_and_start, distance):
    limit, start = rule_and_start
    day_off = start + timedelta(days=distance)
    assume(CALENDAR.is_working_day(day_off))
    later = WorkingCalendar([AnnouncedDay(day_off, False, "Thông báo 01/TB-BNV")])
    assert deadline(limit, start, later).due_on >= deadline(limit, start, CALENDAR).due_on


@whenever
@given(rules_and_starts(backward=True), st.integers(1, 30))
def test_one_more_day_off_never_leaves_a_notice_more_time(rule_and_start, distance):
    limit, start = rule_and_start
    day_off = start - timedelta(days=distance)
    assume(CALENDAR.is_working_day(day_off))
    later = WorkingCalendar([AnnouncedDay(day_off, False, "Thông báo 01/TB-BNV")])
    assert deadline(limit, start, later).due_on <= deadline(limit, start, CALENDAR).due_on


@whenever
@given(rules_and_starts())
def test_the_last_day_is_a_working_day_and_the_safe_day_is_one_not_after_it(rule_and_start):
    limit, start = rule_and_start
    found = deadline(limit, start, CALENDAR)
    assert start < found.raw_end <= found.due_on
    assert found.act_by <= found.due_on
    if limit.bound is not Bound.TAKES_EFFECT:  # there the two are the first day of effect
        assert CALENDAR.is_working_day(found.due_on)
        assert CALENDAR.is_working_day(found.act_by)


@whenever
@given(rules_and_starts(backward=True))
def test_a_notice_before_an_event_is_due_on_a_working_day_before_it(rule_and_start):
    limit, start = rule_and_start
    found = deadline(limit, start, CALENDAR)
    assert found.act_by == found.due_on <= found.raw_end < start
    assert CALENDAR.is_working_day(found.due_on)


@whenever
@given(st.data(), st.sampled_from(Procedure), st.integers(0, 220))
def test_suspending_and_resuming_on_the_same_day_changes_nothing(data, procedure, distance):
    accepted_on = data.draw(accepted_days)
    spans = data.draw(pauses(accepted_on, ClockEvent.SUSPENDED))
    on = accepted_on + timedelta(days=distance)
    assume(all(on not in span for span in spans))
    matter, events = AcceptedMatter(procedure, accepted_on), events_of(spans)
    at_once = events_of([(ClockEvent.SUSPENDED, on, on)])
    assert days_of(resolve(matter, [*events, *at_once])) == days_of(resolve(matter, events))


@whenever
@given(starts, st.integers(0, 2))
def test_each_extension_adds_thirty_days_to_the_count_from_acceptance(accepted_on, extensions):
    matter, events = AcceptedMatter(Procedure.DENUNCIATION, accepted_on), []
    for _ in range(extensions):
        on_the_last_day = resolve(matter, events).due_on
        events.append(ResolutionEvent(on_the_last_day, ClockEvent.EXTENSION))
    assert resolve(matter, events).raw_end == accepted_on + timedelta(days=30 + 30 * extensions)


@whenever
@given(st.data(), st.sampled_from(Procedure))
def test_the_order_in_which_events_were_entered_does_not_matter(data, procedure):
    matter, events = data.draw(courses(procedure))
    shuffled = data.draw(st.permutations(events))
    found, expected = resolve(matter, shuffled), resolve(matter, events)
    assert days_of(found) == days_of(expected)
    assert found.explanation == expected.explanation


@whenever
@given(st.data())
def test_pauses_add_up_and_a_day_inside_two_of_them_is_counted_once(data):
    accepted_on = data.draw(accepted_days)
    spans = [span for kind in PAUSES for span in data.draw(pauses(accepted_on, kind))]
    paused = {begin + timedelta(days=day) for _, begin, end in spans for day in range((end - begin).days)}
    found = resolve(AcceptedMatter(Procedure.DENUNCIATION, accepted_on), events_of(spans))
    assert found.paused_days == len(paused)
    assert found.raw_end == accepted_on + timedelta(days=30 + len(paused))


@whenever
@given(st.data(), st.sampled_from(Procedure))
def test_what_happens_in_a_case_never_makes_it_due_earlier(data, procedure):
    matter, events = data.draw(courses(procedure))
    assert resolve(matter, events).due_on >= resolve(matter, []).due_on
