"""The month of the calendar: what it shows of the duty, and that it agrees with the report."""

from datetime import date
from pathlib import Path

import pytest

from lucba.law.reporting_periods import Period, calendar_month
from lucba.office.calendar import working_calendar
from lucba.office.models import Unit
from lucba.register.actions import import_workbook
from reception.actions.sessions import call_off_session, close_session
from reception.calendar_month import month_of
from reception.duty import duty_of_chairman, sessions_that_may_count, weeks_of_plan
from reports.figures.reception_duty import duty_counts
from tests.building import chairman_of, clerk_of, make_official, make_session

WORKBOOK = Path(__file__).parents[1] / "data" / "luc-ba-2024-2026.xlsx"


def hold(unit, on, *, kind="dinh_ky"):
    return close_session(make_session(unit, on, kind=kind), by=clerk_of(unit), today=on)


def month(unit, first, *, today):
    return month_of(clerk_of(unit), first, calendar=working_calendar(), today=today)


def test_a_week_that_is_over_is_missing_and_one_that_runs_is_not(commune):
    hold(commune, date(2026, 3, 5))
    make_session(commune, date(2026, 3, 19), kind="dinh_ky")
    lines = month(commune, date(2026, 3, 1), today=date(2026, 3, 17)).law
    assert [line.state for line in lines] == ["đủ", "thiếu 1", "còn phải tiếp 1", "còn phải tiếp 1"]
    assert "chưa trực tiếp tiếp công dân ngày nào" in lines[1].note
    assert lines[2].note == "Còn dự kiến tiếp ngày 19/03/2026."


def test_from_july_2026_the_law_counts_months_and_the_plan_still_weeks(commune):
    hold(commune, date(2026, 7, 9))
    hold(commune, date(2026, 7, 16))
    hold(commune, date(2026, 7, 21), kind="thuong_xuyen")
    shown = month(commune, date(2026, 7, 1), today=date(2026, 8, 3))
    assert [(line.is_month, line.state) for line in shown.law] == [(True, "đủ")]
    assert [len(week.personal) for week in shown.plan] == [0, 1, 1, 0, 0]
    assert [len(week.staff) for week in shown.plan] == [0, 0, 0, 1, 0]


def test_a_moved_day_counts_for_the_week_it_replaces_in_the_plan_too(commune):
    session = make_session(commune, date(2026, 7, 9), kind="dinh_ky")
    day = date(2026, 7, 14)
    call_off_session(session, reason="Họp", moved_to=day, by=clerk_of(commune), today=date(2026, 7, 9))
    close_session(commune_session(commune, day), by=clerk_of(commune), today=day)
    shown = month(commune, date(2026, 7, 1), today=date(2026, 8, 3))
    assert [len(week.personal) for week in shown.plan] == [0, 1, 0, 0, 0]


def test_the_plan_says_what_became_of_the_chairmans_days(commune):
    session = make_session(commune, date(2026, 7, 9), kind="dinh_ky")
    call_off_session(session, reason="Họp tỉnh.", by=clerk_of(commune), today=date(2026, 7, 9))
    weeks = month(commune, date(2026, 7, 1), today=date(2026, 8, 3)).plan
    assert [week.notes for week in weeks if week.notes] == [("ngày 09/07/2026 không tổ chức: Họp tỉnh",)]


def commune_session(unit, on):
    return sessions_that_may_count(unit, Period(on, on))[-1]


def test_the_month_shows_whole_weeks_and_the_neighbouring_months(commune):
    shown = month(commune, date(2026, 3, 1), today=date(2026, 3, 17))
    assert [len(week) for week in shown.weeks] == [7] * 6
    assert (shown.previous, shown.following) == (date(2026, 2, 1), date(2026, 4, 1))


@pytest.fixture
def books(db):
    import_workbook(WORKBOOK, unit=None, create_code="LB", on=date(2026, 11, 20))
    return Unit.objects.get(code="LB")


def test_calendar_command_and_report_agree_on_every_month_of_the_books(books):
    reader, calendar = make_official(books), working_calendar()
    for year in (2024, 2025, 2026):
        bars = month_of(reader, date(year, 1, 1), calendar=calendar, today=date(2027, 1, 1)).year
        for bar in bars:
            period = calendar_month(year, bar.first.month)
            counts, duty = (
                duty_counts(books, period, calendar=calendar),
                duty_of_chairman(books, period, calendar=calendar),
            )
            assert (bar.required, bar.personal, bar.delegated, bar.met, bar.assessed) == (
                duty.days_required,
                duty.days_personal,
                duty.days_delegated,
                counts["2"]["numerator"],
                counts["2"]["denominator"],
            )
            plan = weeks_of_plan(sessions_that_may_count(books, period), period, calendar=calendar)
            assert (sum(bool(week.staff) for week in plan), len(plan)) == (
                counts["2b"]["numerator"],
                counts["2b"]["denominator"],
            )
            by_law = {each.span: each.personal for each in duty.weeks}
            assert all(week.personal == by_law.get(week.week, week.personal) for week in plan)


def test_leaders_and_clerks_see_the_same_duty(commune):
    hold(commune, date(2026, 3, 5))
    days = {"calendar": working_calendar(), "today": date(2026, 4, 1)}
    seen = [
        month_of(each, date(2026, 3, 1), **days).law for each in (clerk_of(commune), chairman_of(commune))
    ]
    assert seen[0] == seen[1]
