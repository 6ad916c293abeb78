"""Signing in and out, passwords, and what the browser is told to keep to itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from lucba.office.models import Official
from tests.building import PASSWORD, make_official

ROOT = Path(__file__).resolve().parents[2]
SIGN_IN = "/dang-nhap/"


@pytest.fixture
def clerk_with_password(commune):
    return make_official(commune, username="van", password=PASSWORD)


def attempt(client, username="van", password=PASSWORD, **sent):
    return client.post(SIGN_IN, {"username": username, "password": password}, **sent)


def lock_out(client, **sent):
    for _ in range(5):
        attempt(client, password="khong-phai-mat-khau", **sent)
    assert attempt(client, **sent).status_code == 429


def through_the_proxy(address):
    """Return what a request brings that our own proxy passed on for somebody at `address`."""
    return {"REMOTE_ADDR": "127.0.0.1", "headers": {"X-Forwarded-For": address}}


def test_an_official_signs_in_and_comes_to_the_first_page(client, clerk_with_password):
    response = attempt(client)
    assert response.status_code == 302
    assert response.url == "/"


def test_a_wrong_password_is_refused_in_vietnamese(client, clerk_with_password):
    response = attempt(client, password="khong-phai-mat-khau")
    assert response.status_code == 200
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in response.content.decode()


def test_after_five_failures_even_the_right_password_waits_a_quarter_of_an_hour(client, clerk_with_password):
    for _ in range(5):
        attempt(client, password="khong-phai-mat-khau")
    response = attempt(client)
    assert response.status_code == 429
    assert "chờ 15 phút" in " ".join(response.content.decode().split())
    assert client.get("/").status_code == 302


def test_a_colleague_at_another_name_is_not_locked_out(client, commune, clerk_with_password):
    make_official(commune, username="lan", password=PASSWORD)
    lock_out(client)
    assert attempt(client, username="lan").status_code == 302


def test_an_account_switched_off_cannot_sign_in(client, commune):
    make_official(commune, username="van", password=PASSWORD, is_active=False)
    assert attempt(client).status_code == 200


def test_behind_a_proxy_one_address_does_not_lock_the_other_out(client, clerk_with_password, settings):
    settings.BEHIND_PROXY = True
    lock_out(client, **through_the_proxy("198.51.100.7"))
    assert attempt(client, **through_the_proxy("203.0.113.9")).status_code == 302


def test_behind_a_proxy_what_the_browser_itself_wrote_is_not_believed(client, clerk_with_password, settings):
    settings.BEHIND_PROXY = True
    lock_out(client, **through_the_proxy("203.0.113.9"))
    forged = through_the_proxy("198.51.100.7, 203.0.113.9")
    assert attempt(client, **forged).status_code == 429


def test_without_a_proxy_a_forged_address_opens_no_locked_account(client, clerk_with_password):
    lock_out(client, REMOTE_ADDR="203.0.113.9")
    forged = {"REMOTE_ADDR": "203.0.113.9", "headers": {"X-Forwarded-For": "198.51.100.7"}}
    assert attempt(client, **forged).status_code == 429
    assert attempt(client, REMOTE_ADDR="198.51.100.7").status_code == 302


@pytest.mark.parametrize(
    ("guessing", "trying_again"),
    [("2001:db8:1:2::5", "2001:db8:1:2:ffff::6"), ("", "không phải địa chỉ")],
    ids=["one household's IPv6 network", "those who hide their address"],
)
def test_another_address_of_the_same_kind_stays_locked_out(
    client, clerk_with_password, settings, guessing, trying_again
):
    settings.BEHIND_PROXY = True
    lock_out(client, **through_the_proxy(guessing))
    assert attempt(client, **through_the_proxy(trying_again)).status_code == 429


@pytest.mark.parametrize(("demonstration", "status"), [(False, 200), (True, 302)])
def test_demonstration_accounts_sign_in_only_to_a_demonstration(
    client, commune, settings, demonstration, status
):
    settings.DEMO = demonstration
    make_official(commune, username="van", password=PASSWORD, is_demonstration=True)
    assert attempt(client).status_code == status


def test_a_demonstration_account_already_signed_in_is_out_once_the_installation_is_real(
    sign_in, commune, settings
):
    settings.DEMO = True
    browser = sign_in(make_official(commune, is_demonstration=True))
    settings.DEMO = False
    assert browser.get("/doi-mat-khau/").status_code == 302


def test_signing_out_takes_a_button_not_a_link(sign_in, clerk):
    browser = sign_in(clerk)
    assert browser.get("/dang-xuat/").status_code == 405
    assert browser.post("/dang-xuat/").url == SIGN_IN
    assert browser.get("/").url == f"{SIGN_IN}?next=/"


def test_the_administrators_pages_have_no_sign_in_of_their_own(client, sign_in, clerk, administrator):
    assert client.get("/quan-tri/", follow=True).redirect_chain[-1][0].startswith(SIGN_IN)
    assert client.get("/quan-tri/login/").url.startswith(SIGN_IN)
    refused = sign_in(clerk).get("/quan-tri/", follow=True)
    assert refused.status_code == 403
    assert "quản trị hệ thống" in refused.content.decode()
    assert sign_in(administrator).get("/quan-tri/").status_code == 200


def test_passwords_are_kept_as_argon2(clerk_with_password):
    assert clerk_with_password.password.startswith("argon2$argon2id$")


def test_a_new_password_is_changed_and_a_weak_one_refused_in_vietnamese(client, clerk_with_password):
    attempt(client)
    change = {"old_password": PASSWORD}
    weak = client.post("/doi-mat-khau/", {**change, "new_password1": "12345", "new_password2": "12345"})
    assert "quá ngắn" in weak.content.decode()
    good = {"new_password1": "xom-dong-cam-2026", "new_password2": "xom-dong-cam-2026"}
    assert client.post("/doi-mat-khau/", {**change, **good}, follow=True).status_code == 200
    assert Official.objects.get(username="van").check_password("xom-dong-cam-2026")


def test_pages_allow_no_inline_script_no_frame_and_no_keeping(sign_in, clerk):
    response = sign_in(clerk).get("/doi-mat-khau/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_the_health_check_is_open_and_says_ok_when_the_database_answers(client, db):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


def test_in_a_real_installation_cookies_travel_only_over_https():
    script = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS)"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "lucba.settings", "DEBUG": "false"}
    environment.pop("HTTPS", None)
    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == ["True", "True", "True", "31536000"]
    assert settings.SESSION_COOKIE_HTTPONLY


def test_a_stale_form_is_refused_with_a_sentence(commune, clerk_with_password):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("office:sign-in"), {"username": "van", "password": PASSWORD})
    assert response.status_code == 403
    assert "mở quá lâu" in response.content.decode()


def test_an_unknown_address_is_answered_in_the_frame_and_outside_it(client, sign_in, clerk):
    assert "Không tìm thấy trang này" in client.get("/khong-co/").content.decode()
    inside = sign_in(clerk).get("/khong-co/").content.decode()
    assert "Không tìm thấy trang này" in inside
    assert "UBND xã Lục Ba" in inside
