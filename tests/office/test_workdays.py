"""Notices of days off: typed from the paper, previewed, applied by the worker, told to those concerned."""

import re
from datetime import date

import pytest
from django.urls import reverse

from lucba.office import jobs
from lucba.office.calendar import working_calendar
from lucba.office.models import (
    AnnouncedDayRow,
    AuditEntry,
    CalendarChange,
    Job,
    Message,
    MovedDeadline,
)
from reception.models import IntakeDeadline
from tests.building import make_accepted_case, make_official, make_petition, make_unit

NEW = "/lich-lam-viec/thong-bao/moi/"
# 16/03/2026 is the Monday in the middle of the clocks of a petition received on 12/03/2026.
TYPED = {"notice": "Thông báo 12/TB-BNV", "announced_on": "10/03/2026", "days_off": "", "swaps": ""}
MONDAY_OFF = {**TYPED, "days_off": "16/03/2026: nghỉ thêm"}
SWAPPED = {**TYPED, "swaps": "nghỉ 16/03/2026, làm bù 14/03/2026"}


@pytest.fixture
def browser(sign_in, administrator):
    return sign_in(administrator)


def text_of(response):
    return " ".join(response.content.decode().split())


def confirm(browser, typed, address=NEW):
    """Confirm a notice and let the worker do its job; return the change."""
    answer = browser.post(address, typed)
    assert answer.status_code == 302
    change = CalendarChange.objects.latest("pk")
    assert answer.url == reverse("office:calendar-change", args=[change.pk])
    jobs.run(change.job_id)
    change.refresh_from_db()
    return change


def due_days(petition):
    return dict(petition.deadlines.values_list("step", "due_on"))


def test_the_preview_shows_what_would_move_and_stores_nothing(browser, commune):
    make_petition(commune)
    text = text_of(browser.get(NEW, MONDAY_OFF))
    assert "1 thời hạn đổi ngày" in text
    assert "Đơn D2026-00001" in text
    assert "26/03/2026" in text
    assert "27/03/2026" in text
    assert "UBND xã Lục Ba: 1" in text
    assert not AnnouncedDayRow.objects.exists()
    assert not CalendarChange.objects.exists()


def test_a_confirmed_day_off_moves_every_running_deadline_it_touches(browser, commune):
    petition = make_petition(commune)
    assert due_days(petition)["KN.ACCEPT.DEC"] == date(2026, 3, 26)
    change = confirm(browser, MONDAY_OFF)
    assert due_days(petition)["KN.ACCEPT.DEC"] == date(2026, 3, 27)
    assert change.applied_at
    assert (change.recounted, change.moved) == (2, 1)
    moved = MovedDeadline.objects.get()
    assert (moved.due_before, moved.due_after) == (date(2026, 3, 26), date(2026, 3, 27))
    assert working_calendar().day_off_reason(date(2026, 3, 16)).startswith("nghỉ thêm theo Thông báo 12")


def test_a_deadline_already_met_is_left_as_it_was(browser, commune):
    petition = make_petition(commune)
    petition.deadlines.update(met_on=date(2026, 3, 20))
    confirm(browser, MONDAY_OFF)
    assert due_days(petition)["KN.ACCEPT.DEC"] == date(2026, 3, 26)
    explained = petition.deadlines.get(step="KN.ACCEPT.DEC").explanation(working_calendar())
    assert "giữ nguyên" in explained[-1]


def test_a_swap_takes_a_weekday_and_gives_a_saturday(browser, commune):
    petition = make_petition(commune)
    confirm(browser, SWAPPED)
    assert due_days(petition)["KN.ACCEPT.DEC"] == date(2026, 3, 26)
    calendar = working_calendar()
    assert not calendar.is_working_day(date(2026, 3, 16))
    assert calendar.is_working_day(date(2026, 3, 14))


def test_the_case_list_follows_the_moved_deadline(browser, commune):
    case = make_accepted_case(make_petition(commune, date(2026, 2, 13)), accepted_on=date(2026, 2, 14))
    assert case.due_on == date(2026, 3, 16)
    confirm(browser, MONDAY_OFF)
    case.refresh_from_db()
    assert case.due_on == date(2026, 3, 17)


def test_the_officials_concerned_are_told_and_the_others_are_not(browser, commune, neighbour, clerk, sign_in):
    stranger = make_official(neighbour)
    make_petition(commune)
    change = confirm(browser, MONDAY_OFF)
    assert set(Message.objects.values_list("official__unit", flat=True)) == {commune.pk}
    assert not Message.objects.filter(official=stranger).exists()
    desk = sign_in(clerk)
    assert re.search(r"1 *<[^>]*> chưa đọc", text_of(desk.get("/")))
    message = Message.objects.get(official=clerk)
    opened = desk.post(f"/tin-bao/{message.pk}/")
    assert opened.url == reverse("office:calendar-change", args=[change.pk])
    assert "Đơn D2026-00001" in text_of(desk.get(opened.url))
    assert "chưa đọc" not in text_of(desk.get("/tin-bao/"))


def test_another_office_does_not_see_which_deadlines_moved(browser, commune, neighbour, sign_in):
    make_petition(commune)
    change = confirm(browser, MONDAY_OFF)
    page = sign_in(make_official(neighbour)).get(f"/lich-lam-viec/thay-doi/{change.pk}/")
    assert "Không có thời hạn nào của ông/bà đổi ngày" in text_of(page)


def test_running_the_job_twice_moves_nothing_twice(browser, commune):
    make_petition(commune)
    change = confirm(browser, MONDAY_OFF)
    Job.objects.update(state=Job.State.WAITING)
    jobs.run(change.job_id)
    assert MovedDeadline.objects.count() == 1
    assert AnnouncedDayRow.objects.count() == 1


def test_a_notice_is_corrected_and_the_deadlines_move_back(browser, commune):
    petition = make_petition(commune)
    confirm(browser, MONDAY_OFF)
    address = f"/lich-lam-viec/thong-bao/{AnnouncedDayRow.objects.get().pk}/sua/"
    assert "16/03/2026: nghỉ thêm" in text_of(browser.get(address))
    confirm(browser, {**TYPED, "days_off": "30/03/2026: nghỉ thêm"}, address)
    assert due_days(petition)["KN.ACCEPT.DEC"] == date(2026, 3, 26)
    assert [row.day for row in AnnouncedDayRow.objects.all()] == [date(2026, 3, 30)]


def test_a_notice_is_withdrawn_after_a_preview(browser, commune):
    petition = make_petition(commune)
    confirm(browser, MONDAY_OFF)
    address = f"/lich-lam-viec/thong-bao/{AnnouncedDayRow.objects.get().pk}/bo/"
    assert "1 thời hạn đổi ngày" in text_of(browser.get(address))
    confirm(browser, {}, address)
    assert due_days(petition)["KN.ACCEPT.DEC"] == date(2026, 3, 26)
    assert not AnnouncedDayRow.objects.exists()
    assert AuditEntry.objects.filter(action="đổi lịch làm việc").count() == 2


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"days_off": "14/03/2026: nghỉ"}, "vốn là ngày nghỉ cuối tuần"),
        ({"days_off": "16/03/2026"}, "Không đọc được dòng “16/03/2026”"),
        ({"days_off": "31/02/2027: nghỉ"}, "Không có ngày 31/02/2027"),
        ({"days_off": "20/03/2026 – 16/03/2026: nghỉ"}, "ngày cuối phải sau ngày đầu"),
        ({"days_off": "16/03/2026: nghỉ\n16/03/2026: nghỉ"}, "được ghi hai lần"),
        ({"swaps": "nghỉ 16/03/2026, làm bù 17/03/2026"}, "ngày làm bù phải là Thứ Bảy hoặc Chủ nhật"),
        ({"swaps": "nghỉ 14/03/2026, làm bù 21/03/2026"}, "phải là ngày trong tuần"),
        ({"swaps": "16/03/2026"}, "Không đọc được dòng"),
        ({}, "Hãy ghi ít nhất một ngày nghỉ"),
        ({"days_off": "16/03/2026: nghỉ", "announced_on": "13/03/2030"}, "chưa đến"),
    ],
)
def test_a_notice_that_cannot_be_true_is_refused_and_what_was_typed_stays(browser, typed, sentence):
    text = text_of(browser.get(NEW, {**TYPED, **typed}))
    assert sentence in text
    assert "Thông báo 12/TB-BNV" in text
    assert browser.post(NEW, {**TYPED, **typed}).status_code == 200
    assert not CalendarChange.objects.exists()


def test_a_day_of_another_notice_is_refused_by_its_name(browser):
    confirm(browser, MONDAY_OFF)
    text = text_of(browser.get(NEW, {**MONDAY_OFF, "notice": "Thông báo 13/TB-BNV"}))
    assert "Ngày 16/03/2026 đã có trong Thông báo 12/TB-BNV ngày 10/03/2026" in text


def test_two_confirmed_notices_for_one_day_leave_one_and_say_why(browser):
    for _ in range(2):
        assert browser.post(NEW, MONDAY_OFF).status_code == 302
    first, second = CalendarChange.objects.order_by("pk")
    for change in (first, second):
        jobs.run(change.job_id)
    assert AnnouncedDayRow.objects.count() == 1
    assert "đã có trong" in text_of(browser.get(f"/lich-lam-viec/thay-doi/{second.pk}/"))


def test_a_run_of_days_leaves_out_its_weekend(browser):
    confirm(browser, {**TYPED, "days_off": "06/04/2026 đến 14/04/2026: bão lũ"})
    assert AnnouncedDayRow.objects.count() == 7


def test_the_calendar_of_a_year_lists_days_off_and_worked_saturdays(browser):
    text = text_of(browser.get("/lich-lam-viec/?nam=2026"))
    assert "22/08/2026" in text
    assert "làm bù" in text
    assert "Ngày Văn hóa Việt Nam" in text
    assert "tạm tính" in text_of(browser.get("/lich-lam-viec/?nam=2028"))


def test_the_preview_costs_the_same_for_few_and_for_many(browser, commune, django_assert_max_num_queries):
    for _ in range(30):
        make_petition(commune)
    with django_assert_max_num_queries(12):
        browser.get(NEW, MONDAY_OFF)


def test_a_deadline_whose_rule_counts_no_working_days_moves_only_at_its_end(browser, commune):
    petition = make_petition(commune)
    by_law = IntakeDeadline.objects.get(petition=petition, step="KN.ACCEPT.LAW")
    confirm(browser, {**TYPED, "days_off": "23/03/2026: nghỉ thêm"})
    by_law.refresh_from_db()
    assert (by_law.raw_end, by_law.due_on, by_law.act_by) == (
        date(2026, 3, 22),
        date(2026, 3, 24),
        date(2026, 3, 20),
    )


def test_a_change_of_one_province_moves_the_deadlines_of_every_commune(browser, commune):
    other = make_unit("VAN-THO", "UBND xã Vạn Thọ")
    make_petition(commune)
    make_petition(other)
    change = confirm(browser, MONDAY_OFF)
    text = text_of(browser.get(f"/lich-lam-viec/thay-doi/{change.pk}/"))
    assert "UBND xã Lục Ba" in text
    assert "UBND xã Vạn Thọ" in text
    assert "D-2026" not in text
