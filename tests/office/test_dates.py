"""Dates, money and deadlines as officials type and read them."""

from datetime import date

import pytest
from django import forms

from lucba.law.working_days import WorkingCalendar
from lucba.office.due import State, due
from lucba.office.fields import MoneyField, VietnameseDateField

THURSDAY = date(2026, 3, 12)
CALENDAR = WorkingCalendar()


def read(text):
    return VietnameseDateField(today=lambda: THURSDAY, required=False).clean(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5/2", date(2026, 2, 5)),
        ("05/02/24", date(2024, 2, 5)),
        ("05/02/2026", date(2026, 2, 5)),
        ("5-2-2026", date(2026, 2, 5)),
        ("5.2.2026", date(2026, 2, 5)),
        ("2026-02-05", date(2026, 2, 5)),
        (" 05/02/2026 ", date(2026, 2, 5)),
        ("hôm nay", THURSDAY),
        ("Hôm Nay", THURSDAY),
        ("hom nay", THURSDAY),
        ("hôm qua", date(2026, 3, 11)),
        ("hôm kia", date(2026, 3, 10)),
        ("ngày mai", date(2026, 3, 13)),
        ("29/02/2024", date(2024, 2, 29)),
        ("", None),
        (date(2026, 2, 5), date(2026, 2, 5)),
    ],
)
def test_a_date_is_read_as_officials_write_it(typed, meant):
    assert read(typed) == meant


@pytest.mark.parametrize(
    "typed", ["31/02/2026", "29/02/2026", "0/1", "12/13", "5", "5/2/226", "mai", "05022026"]
)
def test_what_is_no_date_is_refused_with_an_example(typed):
    with pytest.raises(forms.ValidationError) as refusal:
        read(typed)
    (sentence,) = refusal.value.messages
    assert typed in sentence
    assert "05/02/2026" in sentence


def test_a_date_is_shown_with_two_digits_and_carries_what_the_page_script_needs():
    class Form(forms.Form):
        received_on = VietnameseDateField(label="Ngày nhận")

    html = str(Form(initial={"received_on": date(2026, 2, 5)})["received_on"])
    assert 'value="05/02/2026"' in html
    assert "data-date" in html
    assert 'type="text"' in html


def test_the_same_day_written_otherwise_is_no_change():
    field = VietnameseDateField(today=lambda: THURSDAY)
    assert not field.has_changed(date(2026, 2, 5), "5/2")
    assert field.has_changed(date(2026, 2, 5), "6/2")


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.200.000", 1_200_000),
        ("1200000", 1_200_000),
        ("1 200 000 đ", 1_200_000),
        ("500.000 đồng", 500_000),
        ("0", 0),
    ],
)
def test_money_is_read_with_or_without_dots(typed, amount):
    assert MoneyField().clean(typed) == amount


@pytest.mark.parametrize("typed", ["một triệu", "-5", "1,5"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        MoneyField().clean(typed)


@pytest.mark.parametrize(
    ("due_on", "act_by", "met_on", "state", "words"),
    [
        (date(2026, 3, 26), None, None, State.RUNNING, "còn hạn 10 ngày làm việc"),
        (date(2026, 3, 17), None, None, State.SOON, "sắp đến hạn, còn 3 ngày làm việc"),
        (date(2026, 3, 12), None, None, State.SOON, "sắp đến hạn, hôm nay là ngày cuối"),
        (date(2026, 3, 14), date(2026, 3, 13), None, State.SOON, "sắp đến hạn, còn 1 ngày làm việc"),
        (date(2026, 3, 14), date(2026, 3, 11), None, State.SOON, "sắp đến hạn, không còn ngày làm việc nào"),
        (date(2026, 3, 10), None, None, State.OVERDUE, "quá hạn 2 ngày làm việc"),
        (date(2026, 3, 10), None, date(2026, 3, 9), State.MET, "xong 09/03/2026, đúng hạn"),
        (date(2026, 3, 10), None, date(2026, 3, 11), State.LATE, "xong 11/03/2026, quá hạn"),
    ],
)
def test_a_deadline_says_its_state_and_the_working_days_left(due_on, act_by, met_on, state, words):
    shown = due(due_on, act_by=act_by, met_on=met_on, today=THURSDAY, calendar=CALENDAR)
    assert (shown.state, shown.words) == (state, words)


def test_an_overdue_deadline_passed_only_over_a_weekend_is_overdue_all_the_same():
    shown = due(date(2026, 3, 13), today=date(2026, 3, 14), calendar=CALENDAR)
    assert (shown.state, shown.words) == (State.OVERDUE, "quá hạn")


def test_the_three_states_differ_in_word_shape_and_colour():
    days = (date(2026, 3, 26), date(2026, 3, 13), date(2026, 3, 2))
    shown = [due(day, today=THURSDAY, calendar=CALENDAR) for day in days]
    assert [each.words.split(" ")[0] for each in shown] == ["còn", "sắp", "quá"]
    assert len({each.state.icon for each in shown}) == 3
    assert len({each.state for each in shown}) == 3
