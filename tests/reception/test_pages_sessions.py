"""The reception calendar through its pages."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reception.models import ReceptionSession
from tests.building import TODAY, chairman_in_the_books, make_session, make_staff, make_visit

CALENDAR, NEW = "/lich-tiep/", "/lich-tiep/moi/"
State = ReceptionSession.State


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


def session_answers(host, **answers):
    return {
        "held_on": "16/3",
        "kind": "dinh_ky",
        "host_role": "thu_truong",
        "host": host.pk,
        "delegation_document": "",
        "announced_on": "05/03/2026",
        **answers,
    }


def test_a_new_session_stands_in_the_week_of_its_day(counter, commune):
    chairman = chairman_in_the_books(commune)
    response = counter.post(NEW, session_answers(chairman), follow=True)
    assert response.redirect_chain[-1][0] == "/lich-tiep/?tuan=2026-03-16"
    page = response.content.decode()
    assert "Định kỳ" in page
    assert "Trần Văn Hùng, Chủ tịch UBND xã" in page
    assert "Công bố 05/03/2026" in page
    assert "Đã niêm yết" in page


def test_the_week_shows_days_off_and_only_its_own_sessions(counter, commune):
    make_session(commune, date(2026, 2, 13))
    page = counter.get(CALENDAR, {"tuan": "2026-02-17"}).content.decode()
    assert "Tuần từ 16/02/2026 đến 22/02/2026" in page
    assert "Nghỉ: " in page
    assert "Thường xuyên" not in page
    assert "?tuan=2026-02-09" in page
    assert "?tuan=2026-02-23" in page


@pytest.mark.parametrize("week", ["", "tuan-sau", "2026-02-31", "0001-01-01", "9999-12-31"])
def test_a_week_that_cannot_be_shown_is_this_week(counter, week):
    assert "Tuần từ 09/03/2026" in counter.get(CALENDAR, {"tuan": week}).content.decode()


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"host_role": "uy_quyen"}, "host_role", "Chủ tịch không tiếp theo ủy quyền"),
        ({"kind": "thuong_xuyen"}, "host_role", "Tiếp thường xuyên do cán bộ được phân công"),
        ({"announced_on": "17/03/2026"}, "announced_on", "không được sau ngày tiếp"),
        ({"held_on": "31/02/2026"}, "held_on", "Không có ngày 31/02/2026 trong lịch"),
        ({"held_on": "01/06/2019"}, "host", "không có trong danh sách cán bộ"),
        ({"kind": ""}, "kind", "Hãy chọn hình thức tiếp."),
    ],
)
def test_a_session_that_does_not_fit_is_refused_at_its_field(counter, commune, answers, field, sentence):
    given = session_answers(chairman_in_the_books(commune), **answers)
    response = counter.post(NEW, given)
    assert sentence in " ".join(response.context["form"].errors[field])
    assert not ReceptionSession.objects.exists()


def test_a_delegated_session_needs_its_paper(counter, commune):
    vice = make_staff(commune, full_name="Lê Thị Lan", role="pho_chu_tich")
    response = counter.post(NEW, session_answers(vice, host_role="uy_quyen"))
    assert "Tiếp theo ủy quyền phải ghi số văn bản" in str(response.context["form"].errors)
    counter.post(NEW, session_answers(vice, host_role="uy_quyen", delegation_document="12/GUQ-UBND"))
    assert ReceptionSession.objects.get().delegation_document == "12/GUQ-UBND"


def test_a_session_nobody_came_to_is_closed_so(counter, commune):
    session = make_session(commune)
    page = counter.post(reverse("reception:session-close", args=[session.pk]), follow=True).content.decode()
    assert "không có công dân đến" in page
    session.refresh_from_db()
    assert session.state == State.NO_CITIZEN


def test_a_session_of_a_day_to_come_cannot_be_closed(counter, commune):
    session = make_session(commune, date(2026, 3, 19))
    page = counter.post(reverse("reception:session-close", args=[session.pk]), follow=True).content.decode()
    assert "Buổi tiếp chưa đến ngày" in page


def test_a_session_called_off_shows_its_reason_and_new_day(counter, commune):
    session = make_session(commune, kind=ReceptionSession.Kind.PERIODIC)
    address = reverse("reception:session-call-off", args=[session.pk])
    assert "Hãy ghi lý do" in counter.post(address, {"reason": "", "moved_to": ""}).content.decode()
    refused = counter.post(address, {"reason": "Chủ tịch họp huyện", "moved_to": "11/3"}).content.decode()
    assert "Ngày dời đến phải sau ngày tiếp cũ." in refused
    page = counter.post(address, {"reason": "Chủ tịch họp huyện", "moved_to": "13/3"}, follow=True)
    shown = page.content.decode()
    assert "Không tổ chức" in shown
    assert "Lý do: Chủ tịch họp huyện" in shown
    assert "dời sang 13/03/2026" in shown
    assert ReceptionSession.objects.filter(held_on=date(2026, 3, 13)).exists()


def test_a_session_with_visits_cannot_be_called_off(counter, commune):
    session = make_session(commune)
    make_visit(session)
    answers = {"reason": "bận", "moved_to": ""}
    page = counter.post(reverse("reception:session-call-off", args=[session.pk]), answers).content.decode()
    assert "đã có lượt tiếp" in page


def test_the_session_of_another_commune_is_out_of_sight(counter, neighbour):
    session = make_session(neighbour)
    for name in ("session-close", "session-call-off"):
        assert counter.post(reverse(f"reception:{name}", args=[session.pk])).status_code == 404
    assert "Thường xuyên" not in counter.get(CALENDAR).content.decode()


def test_an_officer_reads_the_calendar_and_changes_nothing(sign_in, officer, commune, today):
    session = make_session(commune)
    browser = sign_in(officer)
    page = browser.get(CALENDAR).content.decode()
    assert "Thường xuyên" in page
    assert "Thêm buổi tiếp" not in page
    assert browser.post(reverse("reception:session-close", args=[session.pk])).status_code == 403


def test_the_calendar_costs_the_same_queries_for_one_session_and_twenty(counter, commune):
    costs = []
    for wanted in (1, 20):
        while ReceptionSession.objects.count() < wanted:
            make_session(commune, TODAY)
        with CaptureQueriesContext(connection) as queries:
            counter.get(CALENDAR)
        costs.append(len(queries))
    assert costs[0] == costs[1]
