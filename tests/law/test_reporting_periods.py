"""Which days a report covers and when it is due."""

from datetime import date

import pytest

from lucba.law.reporting_periods import (
    MonthPreset,
    Period,
    PeriodError,
    calendar_month,
    default_form_set,
    month_15_to_14,
    report_due_on,
    reporting_year,
    reporting_year_start,
    why_report_due,
)
from lucba.law.working_days import WorkingCalendar


def test_a_period_holds_both_its_days():
    period = Period(date(2026, 3, 1), date(2026, 3, 31))
    assert date(2026, 3, 1) in period
    assert date(2026, 3, 31) in period
    assert date(2026, 4, 1) not in period
    assert len(list(period.days())) == 31
    assert str(period) == "từ ngày 01/03/2026 đến ngày 31/03/2026"


def test_a_period_of_one_day_is_a_period_and_one_backwards_is_not():
    assert list(Period(date(2026, 3, 1), date(2026, 3, 1)).days()) == [date(2026, 3, 1)]
    with pytest.raises(PeriodError, match=r"^Ngày đầu kỳ phải trước hoặc trùng ngày cuối kỳ\.$"):
        Period(date(2026, 3, 2), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("preset", "month", "start", "end"),
    [
        (MonthPreset.CALENDAR, 2, date(2024, 2, 1), date(2024, 2, 29)),
        (MonthPreset.CALENDAR, 12, date(2024, 12, 1), date(2024, 12, 31)),
        (MonthPreset.FROM_15_TO_14, 1, date(2023, 12, 15), date(2024, 1, 14)),
        (MonthPreset.FROM_15_TO_14, 3, date(2024, 2, 15), date(2024, 3, 14)),
    ],
)
def test_each_office_cuts_its_months_by_its_setting(preset, month, start, end):
    assert preset.period(2024, month) == Period(start, end)


@pytest.mark.parametrize(
    ("start", "end", "year", "first"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), 2024, date(2024, 1, 1)),
        (date(2023, 12, 15), date(2024, 12, 14), 2024, date(2023, 12, 15)),
        (date(2025, 3, 15), date(2025, 4, 14), 2025, date(2024, 12, 15)),
        (date(2025, 11, 15), date(2025, 12, 14), 2025, date(2024, 12, 15)),
        (date(2025, 12, 15), date(2026, 1, 14), 2026, date(2025, 12, 15)),
        (date(2025, 12, 15), date(2025, 12, 31), 2026, date(2025, 12, 15)),
        (date(2025, 12, 15), date(2025, 12, 15), 2026, date(2025, 12, 15)),
        (date(2023, 12, 1), date(2023, 12, 31), 2023, date(2023, 12, 1)),
        (date(2024, 12, 1), date(2025, 1, 31), 2025, date(2024, 12, 1)),
    ],
)
def test_the_reporting_year_follows_the_cut_the_books_and_the_period(start, end, year, first):
    period = Period(start, end)
    assert reporting_year(period) == year
    assert reporting_year_start(period, books_from=date(2023, 12, 15)) == first


def test_the_yearly_figures_begin_with_the_books():
    assert reporting_year_start(calendar_month(2024, 5), books_from=date(2024, 2, 5)) == date(2024, 2, 5)


@pytest.mark.parametrize(
    ("period", "due_on", "act_by"),
    [
        (calendar_month(2024, 2), date(2024, 3, 12), date(2024, 3, 12)),
        (calendar_month(2024, 12), date(2025, 1, 12), date(2025, 1, 10)),
        (month_15_to_14(2024, 2), date(2024, 3, 12), date(2024, 3, 12)),
        (calendar_month(2024, 1), date(2024, 2, 12), date(2024, 2, 7)),
    ],
)
def test_the_monthly_report_is_due_on_the_12th_of_the_next_month(period, due_on, act_by):
    assert report_due_on(period) == due_on
    last_sentence = why_report_due(period, WorkingCalendar())[-1]
    assert ("là ngày nghỉ" in last_sentence) is (act_by != due_on)
    assert (f"nên gửi trước hết ngày {act_by:%d/%m/%Y}" in last_sentence) is (act_by != due_on)


def test_the_due_day_of_a_report_is_explained_from_its_period_and_the_plan():
    assert why_report_due(calendar_month(2024, 1), WorkingCalendar()) == (
        "Kỳ báo cáo từ ngày 01/01/2024 đến ngày 31/01/2024.",
        "Báo cáo gửi chậm nhất ngày 12 của tháng sau tháng kết thúc kỳ: 12/02/2024 "
        "(Kế hoạch 103/KH-UBND ngày 22/02/2024).",
        "Ngày 12/02/2024 là ngày nghỉ (Tết Nguyên đán); hạn của kế hoạch không lùi theo ngày nghỉ: nên gửi "
        "trước hết ngày 07/02/2024.",
    )


@pytest.mark.parametrize(
    ("end", "code"),
    [(date(2025, 9, 29), "tt01-2024"), (date(2025, 9, 30), "tt06-2025"), (date(2026, 10, 31), "tt06-2025")],
)
def test_the_forms_are_those_in_force_on_the_last_day(end, code):
    assert default_form_set(Period(date(2025, 9, 1), end)) == code
