"""The chairman's duty as the books show it, and `manage.py duty` as a shell sees it."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from lucba.law.reporting_periods import Period, calendar_month
from lucba.office.calendar import working_calendar
from lucba.office.models import AnnouncedDayRow
from reception.actions.sessions import call_off_session, close_session
from reception.duty import duty_of_chairman
from reception.models import ReceptionSession
from tests.building import clerk_of, make_session, make_staff, make_visit

Kind, HostRole = ReceptionSession.Kind, ReceptionSession.HostRole
MARCH = calendar_month(2026, 3)
FIRST_WEEK = date(2026, 3, 5)


@pytest.fixture
def vice_chairman_in_the_books(commune):
    return make_staff(commune, full_name="Lê Thị Lan", role="pho_chu_tich")


def sit(unit, on, *, visited=False, **fields):
    """Hold a sitting of the chairman to its end, without a citizen unless `visited`."""
    session = make_session(unit, on, **{"kind": Kind.PERIODIC, **fields})
    if visited:
        make_visit(session)
    return close_session(session, by=clerk_of(unit), today=on)


def call_off(unit, on, *, moved_to=None):
    session = make_session(unit, on, kind=Kind.PERIODIC)
    return call_off_session(
        session, reason="Họp Hội đồng nhân dân", moved_to=moved_to, by=clerk_of(unit), today=on
    )


def duty(unit, period=MARCH):
    return duty_of_chairman(unit, period, calendar=working_calendar())


def printed(capsys, unit, start, end, *options):
    call_command("duty", "--unit", unit.code, "--from", start, "--to", end, *options)
    return capsys.readouterr().out


def test_a_day_held_in_person_counts_with_or_without_a_citizen(commune):
    sit(commune, date(2026, 3, 5), visited=True)
    sit(commune, date(2026, 3, 12))
    assert [week.met for week in duty(commune).weeks] == [True, True, False, False]


def test_delegated_extraordinary_and_regular_days_do_not_meet_the_duty(commune, vice_chairman_in_the_books):
    deputy = {"host": vice_chairman_in_the_books, "host_role": HostRole.DELEGATE}
    sit(commune, date(2026, 3, 5), delegation_document="Giấy ủy quyền số 02", **deputy)
    sit(commune, date(2026, 3, 12), kind=Kind.EXTRAORDINARY)
    sit(commune, date(2026, 3, 19), kind=Kind.REGULAR)
    found = duty(commune)
    assert (found.met, found.days_personal, found.days_delegated) == (0, 0, 1)
    assert [len(week.delegated) for week in found.weeks] == [1, 0, 0, 0]
    assert "ủy quyền" in found.weeks[0].reason


def test_a_planned_sitting_counts_once_it_was_held(commune):
    make_session(commune, FIRST_WEEK, kind=Kind.PERIODIC)
    assert duty(commune).met == 0
    assert "buổi ngày 05/03/2026 chưa ghi kết quả" in duty(commune).weeks[0].reason


def test_a_sitting_called_off_is_told_with_its_recorded_reason(commune):
    call_off(commune, FIRST_WEEK)
    assert duty(commune).weeks[0].reason == (
        "Chủ tịch chưa trực tiếp tiếp công dân ngày nào trong tuần; "
        "buổi ngày 05/03/2026 không tổ chức (lý do: Họp Hội đồng nhân dân)."
    )


def test_a_moved_sitting_meets_the_duty_of_its_week_on_the_day_it_is_held(commune):
    call_off(commune, FIRST_WEEK, moved_to=date(2026, 3, 9))
    assert "dời sang ngày 09/03/2026, Chủ tịch chưa tiếp" in duty(commune).weeks[0].reason
    new_one = ReceptionSession.objects.get(held_on=date(2026, 3, 9))
    close_session(new_one, by=clerk_of(commune), today=date(2026, 3, 9))
    assert [week.met for week in duty(commune).weeks] == [True, False, False, False]


def test_a_sitting_moved_out_of_the_month_is_not_held_yet_at_its_end(commune):
    call_off(commune, date(2026, 3, 26), moved_to=date(2026, 4, 2))
    new_one = ReceptionSession.objects.get(held_on=date(2026, 4, 2))
    close_session(new_one, by=clerk_of(commune), today=date(2026, 4, 2))
    assert "dời sang ngày 02/04/2026, Chủ tịch chưa tiếp" in duty(commune).weeks[3].reason
    assert duty(commune, Period(MARCH.start, date(2026, 4, 2))).weeks[3].met


def test_the_days_of_the_neighbour_do_not_count(commune, neighbour):
    sit(neighbour, FIRST_WEEK)
    assert duty(commune).days_personal == 0


def test_a_notice_the_office_entered_takes_its_week_off_the_list(commune):
    days_off = [date(2026, 3, 9 + n) for n in range(5)]
    for on in days_off:
        AnnouncedDayRow.objects.create(
            day=on, kind="nghi", notice="Thông báo 1/TB-BNV", announced_on=date(2026, 1, 5), reason="nghỉ"
        )
    assert [week.span.start for week in duty(commune).weeks] == [
        date(2026, 3, 2),
        date(2026, 3, 16),
        date(2026, 3, 23),
    ]


def test_the_duty_of_a_year_takes_one_query(commune, django_assert_num_queries):
    sit(commune, FIRST_WEEK)
    calendar = working_calendar()
    with django_assert_num_queries(1):
        duty_of_chairman(commune, Period(date(2026, 1, 1), date(2026, 12, 31)), calendar=calendar)


def test_the_command_prints_june_by_weeks_and_july_by_months(commune, capsys, vice_chairman_in_the_books):
    for day in (4, 11, 18):
        sit(commune, date(2026, 6, day))
    sit(commune, date(2026, 7, 9))
    sit(
        commune,
        date(2026, 7, 23),
        host=vice_chairman_in_the_books,
        host_role=HostRole.DELEGATE,
        delegation_document="Giấy ủy quyền số 07",
    )
    found = json.loads(printed(capsys, commune, "2026-06-01", "2026-07-31", "--json"))
    assert found["summary"] == {"days_required": 6, "days_personal": 4, "days_delegated": 1}
    assert [week["from"] for week in found["weeks"] if not week["met"]] == ["2026-06-22"]
    assert found["weeks"][0] == {
        "from": "2026-06-01",
        "to": "2026-06-07",
        "required": 1,
        "personal": ["2026-06-04"],
        "delegated": [],
        "met": True,
        "missing": 0,
        "reason": "",
    }
    assert found["months"] == [
        {
            "from": "2026-07-01",
            "to": "2026-07-31",
            "required": 2,
            "personal": ["2026-07-09"],
            "delegated": ["2026-07-23"],
            "met": False,
            "missing": 1,
            "reason": "Chủ tịch mới trực tiếp tiếp công dân 1 trong 2 ngày của tháng (09/07/2026); "
            "ngày 23/07/2026 tiếp theo ủy quyền nên không tính.",
        }
    ]


def test_the_command_is_readable_without_json(commune, capsys):
    sit(commune, FIRST_WEEK)
    lines = printed(capsys, commune, "2026-03-01", "2026-03-15").splitlines()
    assert lines == [
        "UBND xã Lục Ba, từ ngày 01/03/2026 đến ngày 15/03/2026",
        "Phải tiếp 2 ngày; Chủ tịch trực tiếp tiếp 1 ngày, ủy quyền 0 ngày.",
        "Tuần 02/03/2026–08/03/2026: đủ, tiếp ngày 05/03/2026.",
        "Tuần 09/03/2026–15/03/2026: thiếu 1 ngày. "
        "Chủ tịch chưa trực tiếp tiếp công dân ngày nào trong tuần.",
    ]


@pytest.mark.parametrize(
    ("unit", "start", "end", "told"),
    [
        ("khong-co", "2026-03-01", "2026-03-31", "Không có đơn vị mang mã “khong-co”."),
        ("LUC-BA", "01/03/2026", "2026-03-31", "“01/03/2026” không phải là ngày. Hãy viết dạng 2026-07-01."),
        ("LUC-BA", "2026-02-29", "2026-03-31", "“2026-02-29” không phải là ngày. Hãy viết dạng 2026-07-01."),
        ("LUC-BA", "2026-03-31", "2026-03-01", "Ngày đầu kỳ phải trước hoặc trùng ngày cuối kỳ."),
        ("LUC-BA", "0001-01-01", "2026-03-01", "Ngày 0001-01-01 ngoài lịch. Hãy ghi năm từ 2000 đến 2099."),
    ],
)
def test_a_wrong_call_ends_with_status_2_and_a_sentence(commune, capsys, unit, start, end, told):
    with pytest.raises(CommandError) as refused:
        call_command("duty", "--unit", unit, "--from", start, "--to", end, "--json")
    assert (str(refused.value), refused.value.returncode) == (told, 2)
    assert capsys.readouterr().out == ""
