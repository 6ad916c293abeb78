"""Visits: groups, the sealed name of a denouncer, the clock of the reply."""

from datetime import date

import pytest

from lucba.office.errors import RefusedError
from reception.actions.sessions import close_session
from reception.actions.visits import reply_to_visit
from reception.models import IntakeDeadline, ReceptionSession, Visit
from tests.building import TODAY, make_hamlet, make_petition, make_session, make_visit


@pytest.mark.parametrize(
    ("persons", "representatives"), [(5, 1), (10, 2), (11, 5), (60, 1), (4, 0), (1, 0), (2, 1)]
)
def test_a_group_with_lawful_representatives_is_received(commune, persons, representatives):
    visit = make_visit(make_session(commune), persons=persons, representatives=representatives)
    assert visit.is_group == (persons >= 5)


@pytest.mark.parametrize(
    ("persons", "representatives", "sentence"),
    [
        (7, 3, "Đoàn 7 người cử từ 1 đến 2 người đại diện."),
        (5, 0, "Đoàn 5 người cử từ 1 đến 2 người đại diện."),
        (11, 6, "Đoàn 11 người cử từ 1 đến 5 người đại diện."),
        (2, 3, "Số người đại diện nhiều hơn số người đến."),
    ],
)
def test_a_group_without_lawful_representatives_is_refused_at_the_field(
    commune, persons, representatives, sentence
):
    with pytest.raises(RefusedError) as refusal:
        make_visit(make_session(commune), persons=persons, representatives=representatives)
    assert (refusal.value.message, refusal.value.field) == (sentence, "representatives")
    assert not Visit.objects.exists()


def test_a_visit_without_a_person_is_refused(commune):
    with pytest.raises(RefusedError, match="Số người phải từ 1"):
        make_visit(make_session(commune), persons=0)


def test_the_first_visit_makes_the_session_held(commune):
    session = make_session(commune)
    make_visit(session)
    session.refresh_from_db()
    assert session.state == ReceptionSession.State.HELD


def test_nobody_is_received_in_a_closed_session(commune, clerk):
    session = close_session(make_session(commune), by=clerk, today=TODAY)
    with pytest.raises(RefusedError, match="không có công dân"):
        make_visit(session)


def test_the_reply_is_due_ten_working_days_after_the_visit(commune):
    visit = make_visit(make_session(commune))
    deadline = visit.deadlines.get()
    assert (deadline.step, deadline.due_on) == ("TCD.REPLY", date(2026, 3, 26))
    assert "Luật Tiếp công dân" in deadline.legal_basis


def test_a_refused_visitor_has_no_reply_clock(commune):
    assert not make_visit(make_session(commune), result=Visit.Result.REFUSED).deadlines.exists()


def test_a_petition_handed_in_takes_over_the_clock_of_its_visit(commune):
    visit = make_visit(make_session(commune), result=Visit.Result.PETITION_TAKEN)
    petition = make_petition(commune, visit=visit, source="tiep_cong_dan")
    assert not visit.deadlines.exists()
    assert IntakeDeadline.objects.get(petition=petition, step="TCD.REPLY").due_on == date(2026, 3, 26)


def test_the_name_of_a_denouncer_is_not_on_the_visit(commune):
    hamlet = make_hamlet(commune)
    visit = make_visit(
        make_session(commune), "Phan Thị Kín", content_kind="TC", hamlet=hamlet, summary="Tố cáo cán bộ"
    )
    visit.refresh_from_db()
    assert (visit.visitor_name, visit.hamlet) == ("", None)
    assert "phan" not in visit.search_key
    assert (visit.sealed_identity.name, visit.sealed_identity.hamlet) == ("Phan Thị Kín", hamlet)


def test_a_reply_stops_the_clock_and_is_given_once(commune, clerk):
    visit = make_visit(make_session(commune))
    reply = {"replied_on": date(2026, 3, 20), "reply_outcome": "thu_ly", "by": clerk}
    reply_to_visit(visit, **reply, today=date(2026, 3, 20))
    assert visit.deadlines.get().met_on == date(2026, 3, 20)
    with pytest.raises(RefusedError, match="Đã ghi kết quả"):
        reply_to_visit(visit, **reply, today=date(2026, 3, 20))


@pytest.mark.parametrize(
    ("replied_on", "sentence"),
    [(date(2026, 3, 11), "trước ngày tiếp"), (date(2026, 3, 21), "chưa đến")],
)
def test_a_reply_lies_between_the_visit_and_today(commune, clerk, replied_on, sentence):
    visit = make_visit(make_session(commune))
    with pytest.raises(RefusedError, match=sentence) as refusal:
        reply_to_visit(
            visit, replied_on=replied_on, reply_outcome="thu_ly", by=clerk, today=date(2026, 3, 20)
        )
    assert refusal.value.field == "replied_on"
