"""Sessions: who may host which, what closing and calling off leave in the books."""

from datetime import date

import pytest

from lucba.office.errors import RefusedError
from reception.actions.sessions import call_off_session, close_session, open_session
from reception.models import ReceptionSession
from tests.building import TODAY, chairman_in_the_books, make_session, make_staff, make_visit

Kind, HostRole, State = ReceptionSession.Kind, ReceptionSession.HostRole, ReceptionSession.State


def open_(commune, clerk, **fields):
    return open_session(commune, **{"held_on": TODAY, "by": clerk, "today": TODAY, **fields})


def test_a_regular_session_belongs_to_an_officer(commune, clerk):
    with pytest.raises(RefusedError, match="Tiếp thường xuyên do cán bộ") as refusal:
        open_(commune, clerk, kind=Kind.REGULAR, host_role=HostRole.HEAD, host=chairman_in_the_books(commune))
    assert refusal.value.field == "host_role"


def test_only_the_chairman_of_that_day_receives_in_person(commune, clerk):
    officer = make_staff(commune)
    with pytest.raises(RefusedError, match="không phải là Chủ tịch") as refusal:
        open_(commune, clerk, kind=Kind.PERIODIC, host_role=HostRole.HEAD, host=officer)
    assert refusal.value.field == "host"


def test_somebody_not_in_post_that_day_cannot_host(commune, clerk):
    newcomer = make_staff(commune, started_on=date(2026, 4, 1))
    with pytest.raises(RefusedError, match="không có trong danh sách cán bộ ngày 12/03/2026"):
        open_(commune, clerk, kind=Kind.REGULAR, host_role=HostRole.OFFICER, host=newcomer)


def test_a_delegated_session_names_its_paper(commune, clerk):
    deputy = make_staff(commune, role="pho_chu_tich")
    with pytest.raises(RefusedError, match="văn bản ủy quyền") as refusal:
        open_(commune, clerk, kind=Kind.PERIODIC, host_role=HostRole.DELEGATE, host=deputy)
    assert refusal.value.field == "delegation_document"


def test_the_chairman_does_not_receive_by_delegation(commune, clerk):
    with pytest.raises(RefusedError, match="Chủ tịch trực tiếp"):
        open_(
            commune,
            clerk,
            kind=Kind.PERIODIC,
            host_role=HostRole.DELEGATE,
            host=chairman_in_the_books(commune),
            delegation_document="01/GUQ-UBND",
        )


def test_a_session_is_announced_before_it_is_held(commune, clerk):
    with pytest.raises(RefusedError, match="Ngày công bố"):
        make_session(commune, announced_on=date(2026, 3, 13))


def test_a_closed_session_without_visitors_says_that_nobody_came(commune, clerk):
    session = close_session(make_session(commune), by=clerk, today=TODAY)
    assert session.state == State.NO_CITIZEN


def test_a_session_with_a_visit_is_held(commune, clerk):
    session = make_session(commune)
    make_visit(session)
    assert close_session(session, by=clerk, today=TODAY).state == State.HELD


def test_tomorrows_session_cannot_be_closed_today(commune, clerk):
    session = make_session(commune, date(2026, 3, 13))
    with pytest.raises(RefusedError, match="chưa đến ngày"):
        close_session(session, by=clerk, today=TODAY)


def test_calling_off_needs_a_reason(commune, clerk):
    with pytest.raises(RefusedError, match="lý do") as refusal:
        call_off_session(make_session(commune), reason="  ", by=clerk, today=TODAY)
    assert refusal.value.field == "reason"


def test_a_moved_session_stands_in_the_calendar_on_its_new_day(commune, clerk):
    session = make_session(commune, kind=Kind.PERIODIC)
    call_off_session(session, reason="Họp huyện", moved_to=date(2026, 3, 13), by=clerk, today=TODAY)
    session.refresh_from_db()
    assert (session.state, session.moved_to) == (State.NOT_HELD, date(2026, 3, 13))
    moved = ReceptionSession.objects.get(unit=commune, held_on=date(2026, 3, 13))
    assert (moved.kind, moved.state) == (Kind.PERIODIC, State.PLANNED)


def test_a_session_moves_only_forward(commune, clerk):
    with pytest.raises(RefusedError, match="phải sau ngày tiếp cũ"):
        call_off_session(make_session(commune), reason="Họp", moved_to=TODAY, by=clerk, today=TODAY)


def test_a_session_with_visits_cannot_be_called_off(commune, clerk):
    session = make_session(commune)
    make_visit(session)
    with pytest.raises(RefusedError, match="đã có lượt tiếp"):
        call_off_session(session, reason="Họp", by=clerk, today=TODAY)
