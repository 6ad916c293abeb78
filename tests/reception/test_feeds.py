"""The calendar of one official on his telephone: a secret address, RFC 5545, nothing of citizens."""

from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse

from reception.actions.patterns import renew_feed
from reception.actions.sessions import call_off_session
from reception.calendar_feed import escape, feed_of, fold
from tests.building import TODAY, make_session, make_visit

NOW = datetime(2026, 3, 12, 1, 30, tzinfo=UTC)


def feed(official):
    return feed_of(official, today=TODAY, now=NOW)


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_the_address_opens_without_signing_in_and_no_other_does(client, chairman, today):
    token = renew_feed(chairman)
    answer = client.get(reverse("reception:feed", args=[token]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert client.get(reverse("reception:feed", args=["khong-co"])).status_code == 404
    assert client.get("/lich/.ics").status_code == 404


def test_a_new_address_ends_the_old_one_and_so_does_leaving(client, chairman, today):
    old, new = renew_feed(chairman), renew_feed(chairman)
    assert client.get(reverse("reception:feed", args=[old])).status_code == 404
    chairman.is_active = False
    chairman.save()
    assert client.get(reverse("reception:feed", args=[new])).status_code == 404


def test_the_official_makes_his_address_on_the_calendar_page(sign_in, officer, today):
    browser = sign_in(officer)
    page = browser.post(reverse("reception:feed-renew"), follow=True).content.decode()
    officer.refresh_from_db()
    assert f"/lich/{officer.feed_token}.ics" in page
    assert len(officer.feed_token) == 43


def test_the_chairman_sees_his_own_sessions_and_the_clerk_all(commune, chairman, clerk):
    make_session(commune)
    own = make_session(commune, kind="dinh_ky")
    assert [line for line in unfolded(feed(chairman)) if line.startswith("UID:")] == [
        f"UID:LUC-BA-{own.code}@lich-tiep-cong-dan"
    ]
    assert feed(clerk).count("BEGIN:VEVENT") == 2


def test_a_session_has_day_hours_host_and_state(commune, clerk):
    make_session(commune, kind="dinh_ky", starts_at=time(7, 30), ends_at=time(11), place="Nhà văn hóa; xóm 3")
    lines = unfolded(feed(clerk))
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20260312T073000" in lines
    assert "DTEND;TZID=Asia/Ho_Chi_Minh:20260312T110000" in lines
    assert "DTSTAMP:20260312T013000Z" in lines
    assert "SUMMARY:Tiếp công dân định kỳ: Trần Văn Hùng\\, Chủ tịch UBND xã" in lines
    assert "LOCATION:Nhà văn hóa\\; xóm 3" in lines
    assert "STATUS:TENTATIVE" in lines


def test_a_session_without_hours_takes_the_day_and_a_cancelled_one_says_so(commune, clerk):
    session = make_session(commune, date(2026, 3, 19))
    call_off_session(session, reason="Họp", by=clerk, today=TODAY)
    lines = unfolded(feed(clerk))
    assert "DTSTART;VALUE=DATE:20260319" in lines
    assert "DTEND;VALUE=DATE:20260320" in lines
    assert "STATUS:CANCELLED" in lines


def test_nothing_of_a_visitor_is_in_it(commune, clerk):
    session = make_session(commune, kind="dinh_ky", agenda="Vụ đất của ông Ba")
    make_visit(session, "Nguyễn Văn Kín", summary="Ranh giới bí mật")
    for secret in ("Kín", "bí mật", "ông Ba"):
        assert secret not in feed(clerk)


def test_every_line_ends_as_the_standard_asks_and_is_at_most_75_octets(commune, clerk):
    make_session(commune, kind="dinh_ky", place="Hội trường " * 15)
    text = feed(clerk)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert f"LOCATION:{'Hội trường ' * 15}".strip() in unfolded(text)


@pytest.mark.parametrize("text", ["ngắn", "ệ" * 200, "a" * 74 + "ệ"])
def test_folding_breaks_no_letter(text):
    pieces = fold(text).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert fold(text).replace("\r\n ", "") == text


def test_special_letters_are_escaped():
    assert escape("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne"
