"""The administrator's pages: reference data, put right with sentences, and every change in the trail."""

import re
from datetime import date

import pytest

from lucba.office.models import AuditEntry, Official, StaffMember, UnitProfile
from tests.building import FOUNDED, PASSWORD, make_official, make_staff

ACCOUNT = {
    "username": "lan",
    "full_name": "Lê Thị Lan",
    "position": "Phó Chủ tịch UBND xã",
    "role": "vice-chairman",
}


@pytest.fixture
def browser(sign_in, administrator):
    return sign_in(administrator)


def text_of(response):
    return " ".join(response.content.decode().split())


def profile_form(unit, *rows):
    """Return what the page of a unit sends for its dated profiles."""
    total = {"profiles-TOTAL_FORMS": len(rows), "profiles-INITIAL_FORMS": unit.profiles.count()}
    form = {"code": unit.code, "name": unit.name, "level": unit.level, "kind": unit.kind, **total}
    for number, row in enumerate(rows):
        profile = {
            "name": unit.name,
            "issuer_lines": "ỦY BAN NHÂN DÂN",
            "place_name": "Lục Ba",
            "symbol": "UBND",
            "signing_authority": "TM. ỦY BAN NHÂN DÂN",
            "period_preset": "calendar-month",
            "recommendation_target_days": 30,
            "unit": unit.pk,
            **row,
        }
        form |= {f"profiles-{number}-{name}": value for name, value in profile.items()}
    return form


def test_an_account_is_made_with_role_and_unit_and_can_sign_in(browser, client, commune):
    passwords = {"password1": PASSWORD, "password2": PASSWORD}
    made = browser.post("/quan-tri/office/official/add/", {**ACCOUNT, **passwords, "unit": commune.pk})
    assert made.status_code == 302
    official = Official.objects.get(username="lan")
    assert (official.role, official.unit, official.is_demonstration) == ("vice-chairman", commune, False)
    assert client.post("/dang-nhap/", {"username": "lan", "password": PASSWORD}).status_code == 302
    assert AuditEntry.objects.filter(action="thêm tài khoản", subject="Lê Thị Lan").exists()


def test_no_page_of_the_administrator_falls_back_into_english(browser, commune):
    official = make_official(commune)
    for page in ("", "add/", f"{official.pk}/change/", f"{official.pk}/password/"):
        text = re.sub(
            r"<a href=\"#content-start\".*?</a>|<[^>]*>",
            " ",
            text_of(browser.get(f"/quan-tri/office/official/{page}")),
        )
        assert not re.search(r"\b(the|you|your|enter|this|please|save|delete)\b", text, re.IGNORECASE), page


def test_a_weak_password_for_a_new_account_is_refused(browser, commune):
    form = {**ACCOUNT, "password1": "12345", "password2": "12345", "unit": commune.pk}
    assert "quá ngắn" in text_of(browser.post("/quan-tri/office/official/add/", form))
    assert not Official.objects.filter(username="lan").exists()


def test_a_password_is_set_anew_and_that_is_in_the_trail(browser, commune, administrator):
    official = make_official(commune, username="van")
    form = {"password1": PASSWORD, "password2": PASSWORD}
    assert browser.post(f"/quan-tri/office/official/{official.pk}/password/", form).status_code == 302
    official.refresh_from_db()
    assert official.check_password(PASSWORD)
    assert AuditEntry.objects.get(action="sửa tài khoản").official == administrator


def test_an_account_cannot_be_made_a_demonstration_account_here(browser, commune):
    official = make_official(commune, username="van")
    page = text_of(browser.get(f"/quan-tri/office/official/{official.pk}/change/"))
    assert 'name="is_demonstration"' not in page
    assert PASSWORD not in page
    assert "argon2$" not in page


def test_a_new_profile_may_follow_the_old_one_but_not_overlap_it(browser, commune):
    old = commune.profiles.get()
    address = f"/quan-tri/office/unit/{commune.pk}/change/"
    closed = {"id": old.pk, "in_force_from": "01/01/2020", "in_force_until": "30/06/2026"}
    overlapping = profile_form(commune, closed, {"in_force_from": "01/06/2026"})
    assert "Hai giai đoạn chồng nhau" in text_of(browser.post(address, overlapping))
    following = profile_form(commune, closed, {"in_force_from": "01/07/2026", "name": "UBND xã Đại Từ"})
    assert browser.post(address, following).status_code == 302
    assert UnitProfile.objects.in_force(on=date(2026, 7, 1)).get(unit=commune).name == "UBND xã Đại Từ"
    assert commune.profile(on=date(2026, 6, 30)).name == "UBND xã Lục Ba"


def test_the_terms_of_a_person_do_not_overlap_either(browser, commune):
    member = make_staff(commune)
    term = {"full_name": "Nguyễn Thị Vân", "position": "Công chức", "role": "cong_chuc", "duty": "ca_hai"}
    first = {**term, "id": member.terms.get().pk, "member": member.pk, "started_on": f"{FOUNDED:%d/%m/%Y}"}
    second = {**term, "member": member.pk, "started_on": "01/01/2025"}
    form = {"code": member.code, "unit": commune.pk, "terms-TOTAL_FORMS": 2, "terms-INITIAL_FORMS": 1}
    for number, row in enumerate((first, second)):
        form |= {f"terms-{number}-{name}": value for name, value in row.items()}
    page = browser.post(f"/quan-tri/office/staffmember/{member.pk}/change/", form)
    assert "Hai giai đoạn chồng nhau" in text_of(page)
    assert StaffMember.objects.get().terms.count() == 1


def test_the_lists_of_staff_cost_the_same_however_many(browser, commune, django_assert_max_num_queries):
    for _ in range(12):
        make_staff(commune)
    with django_assert_max_num_queries(14):
        assert "Nguyễn Thị Vân" in text_of(browser.get("/quan-tri/office/staffmember/"))
