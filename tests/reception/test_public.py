"""What anybody may read of the office without signing in: its calendar, its place, nothing of anybody."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lucba.office.models import Unit
from reception.actions.places import post_place
from reception.models import ReceptionSession
from tests.building import (
    FOUNDED,
    TODAY,
    chairman_in_the_books,
    clerk_of,
    make_hamlet,
    make_petition,
    make_session,
    make_visit,
)

HOME, OFFICE = "/cong-khai/", "/cong-khai/LUC-BA/"
NEXT_THURSDAY = date(2026, 3, 19)
PEOPLE = ("Nguyễn Thị Người Đến", "Trần Văn Viết Đơn", "Đàm Thị Kín")


@pytest.fixture
def posted(commune, today):
    """The place and the rules as posted since the beginning of the year."""
    return post_place(commune, **texts(), in_force_from=date(2026, 1, 5), by=clerk_of(commune), today=today)


def texts(**changed):
    return {
        "place": "Phòng tiếp công dân, trụ sở UBND xã",
        "hours": "7 giờ 30 – 11 giờ 30",
        "contact": "0208 000 0103",
        "rules": "Giữ trật tự.\nTrình bày trung thực.",
        "process": "Đón tiếp.\n\nTrả lời.",
        **changed,
    }


def make_posted(unit, held_on=NEXT_THURSDAY, announced_on=TODAY, **fields):
    """Post a day of the chairman, with hours and place when given."""
    session = make_session(unit, held_on, kind="dinh_ky", announced_on=announced_on)
    ReceptionSession.objects.filter(pk=session.pk).update(**fields)
    return session


def text_of(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.fixture
def alone(commune, district, today):
    """The commune as the only office with books on this installation."""
    Unit.objects.filter(pk=district.pk).update(books_from=None)
    return commune


def test_the_only_office_is_shown_at_once(client, alone):
    response = client.get(HOME)
    assert (response.status_code, response.url) == (302, OFFICE)


def test_of_several_offices_the_reader_chooses(client, commune, neighbour, today):
    page = text_of(client.get(HOME))
    assert 'href="/cong-khai/LUC-BA/"' in page
    assert "UBND xã Vạn Thọ" in page


def test_only_committees_with_books_are_offices_of_the_public(client, commune, party_committee, inspectorate):
    for code in ("DU-LUC-BA", "TT-DAI-TU", "khong-co", "%00", "a b"):
        assert client.get(f"/cong-khai/{code}/").status_code == 404, code


def test_a_commune_that_was_merged_is_no_longer_offered(client, alone, neighbour):
    neighbour.profiles.update(in_force_until=date(2026, 2, 28))
    assert client.get(HOME).url == OFFICE
    assert client.get("/cong-khai/VAN-TAI/").status_code == 404


def test_the_posted_days_of_four_weeks_are_shown_with_host_hours_and_place(client, commune, today):
    make_posted(commune, starts_at=time(7, 30), ends_at=time(11, 30), place="Nhà văn hóa xóm Đồng Cẩm")
    page = text_of(client.get(OFFICE))
    assert "Thứ Năm, 19/03/2026" in page
    assert "Trần Văn Hùng, Chủ tịch UBND xã" in page
    assert "07:30 – 11:30" in page
    assert "Nhà văn hóa xóm Đồng Cẩm" in page


@pytest.mark.parametrize(
    ("held_on", "announced_on"),
    [(NEXT_THURSDAY, None), (date(2026, 3, 5), FOUNDED), (date(2026, 4, 9), FOUNDED)],
    ids=["not posted", "past", "after four weeks"],
)
def test_days_not_posted_past_or_far_ahead_are_not_shown(client, commune, today, held_on, announced_on):
    make_posted(commune, held_on, announced_on)
    assert "Chưa có buổi tiếp nào được niêm yết" in text_of(client.get(OFFICE))


def test_a_day_to_be_posted_tomorrow_is_not_shown_today(client, commune, today):
    make_posted(commune, announced_on=date(2026, 3, 13))
    assert "Chưa có buổi tiếp nào được niêm yết" in text_of(client.get(OFFICE))


def test_the_day_of_another_office_is_not_shown(client, commune, neighbour, today):
    make_posted(neighbour)
    assert "19/03/2026" not in text_of(client.get(OFFICE))


def test_a_day_called_off_tells_the_new_day_but_not_the_reason(client, commune, today):
    make_posted(
        commune,
        state=ReceptionSession.State.NOT_HELD,
        reason="Chủ tịch đi làm việc với ông Nguyễn Văn An",
        moved_to=date(2026, 3, 20),
        agenda="Việc của ông Nguyễn Văn An",
    )
    page = text_of(client.get(OFFICE))
    assert "Không tổ chức, chuyển sang Thứ Sáu, 20/03/2026" in page
    assert "Nguyễn Văn An" not in page


def test_place_hours_contact_rules_and_process_are_shown_a_line_each(client, posted):
    page = text_of(client.get(OFFICE))
    for text in ("Phòng tiếp công dân, trụ sở UBND xã", "7 giờ 30 – 11 giờ 30", "0208 000 0103"):
        assert text in page
    assert "<li>Giữ trật tự.</li> <li>Trình bày trung thực.</li>" in page
    assert page.count("<li>Trả lời.</li>") == 1
    assert "<li></li>" not in page


def test_rules_that_begin_tomorrow_are_not_shown_today(client, commune, posted, today):
    to_come = texts(rules="Nội quy mới.")
    post_place(commune, **to_come, in_force_from=date(2026, 3, 13), by=clerk_of(commune), today=today)
    page = text_of(client.get(OFFICE))
    assert "Nội quy mới." not in page
    assert "Áp dụng từ ngày 05/01/2026" in page


def test_where_nothing_is_posted_the_page_says_so(client, commune, today):
    page = text_of(client.get(OFFICE))
    for words in ("chưa niêm yết nơi tiếp", "chưa niêm yết nội quy", "chưa niêm yết quy trình"):
        assert words in page


def test_no_public_page_names_a_visitor_a_petitioner_or_a_denouncer(client, commune, posted):
    visitor, petitioner, denouncer = PEOPLE
    session = make_session(commune, announced_on=FOUNDED)
    hamlet = make_hamlet(commune)
    visits = [
        make_visit(session, visitor, hamlet=hamlet, summary="Việc kín một"),
        make_visit(session, denouncer, content_kind="TC", summary="Việc kín hai"),
    ]
    make_petition(commune, signer_name=petitioner, summary="Việc kín ba", visit=visits[0])
    make_petition(commune, kind="TC", signer_name=denouncer, summary="Việc kín bốn", visit=visits[1])
    codes = [visit.code for visit in visits]
    for address in (HOME, OFFICE, "/cong-khai/tra-cuu/", f"/cong-khai/tra-cuu/?ma={codes[0]}", "/robots.txt"):
        page = client.get(address, follow=True).content.decode()
        assert not [word for word in (*PEOPLE, "Việc kín", hamlet.name) if word in page], address


def test_public_pages_may_be_kept_a_minute_and_asked_for_their_head(client, commune, posted):
    for address in (HOME, OFFICE):
        assert client.get(address)["Cache-Control"] == "public, max-age=60"
        assert client.head(address).status_code in (200, 302)
        assert client.post(address).status_code == 405


def test_a_signed_in_official_reads_the_same_page_and_nothing_of_him_is_kept(sign_in, clerk, posted):
    response = sign_in(clerk).get(OFFICE)
    assert "no-store" in response["Cache-Control"]
    assert clerk.full_name not in response.content.decode()


def test_the_page_costs_the_same_queries_for_one_session_and_twenty(client, commune, posted):
    costs, host = [], chairman_in_the_books(commune)
    for wanted in (1, 20):
        while ReceptionSession.objects.count() < wanted:
            make_session(commune, NEXT_THURSDAY, kind="dinh_ky", announced_on=TODAY, host=host)
        with CaptureQueriesContext(connection) as queries:
            client.get(OFFICE)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12


def test_robots_read_the_public_pages_and_nothing_else(client, db):
    words = client.get("/robots.txt").content.decode()
    assert words.startswith("User-agent: *\nAllow: /cong-khai/\n")
    assert "Disallow: /\n" in words
