"""Who denounces stands on no page of the counter or the cases, unless asked for with a reason."""

import pytest
from django.urls import reverse

from lucba.office.models import AuditEntry
from reception.models import SealedIdentity, Visit
from tests.building import (
    TODAY,
    chairman_of,
    happen,
    make_accepted_case,
    make_decision,
    make_hamlet,
    make_petition,
    make_session,
    make_visit,
)

SECRET = "Đàm Thị Kín"
KEYS = ("Đàm Thị Kín", "dam thi kin", "Đ\\u00e0m", "%C4%90%C3%A0m")


@pytest.fixture
def denunciation(commune, today, officer):
    """A visit and a petition of a denouncer, and the case they led to, verified by the officer."""
    hamlet = make_hamlet(commune)
    visit = make_visit(make_session(commune), SECRET, content_kind="TC", hamlet=hamlet, result="nhan_don")
    petition = make_petition(
        commune,
        kind="TC",
        signer_name=SECRET,
        hamlet=hamlet,
        source="tiep_cong_dan",
        visit=visit,
        summary="Tố cáo việc chia đất công ích",
    )
    make_petition(commune, kind="TC", signer_name=SECRET, summary="Tố cáo việc chia đất công ích lần nữa")
    case = make_accepted_case(petition)
    case.verifier = officer
    case.save(update_fields=["verifier"])
    return {"visit": visit, "petition": petition, "case": case}


OF_CASE = ("page", "why", "checklist", "verification", "protection")


def addresses(rows):
    """Return every address of the counter and the cases that these rows have."""
    of_petition = ("page", "reply", "body-reply", "kind", "identity")
    visit, petition, case = rows["visit"].pk, rows["petition"].pk, rows["case"].pk
    yield from ("/lich-tiep/", "/tiep-cong-dan/luot/moi/", "/tiep-cong-dan/so/", "/don-thu/moi/", "/vu-viec/")
    yield from ("/don-thu/?muc=tat-ca", f"/don-thu/moi/?luot={visit}")
    yield reverse("reception:visit-page", args=[visit])
    yield reverse("reception:visit-identity", args=[visit])
    yield reverse("complaints:visit-case", args=[visit])
    yield from (reverse(f"reception:petition-{name}", args=[petition]) for name in of_petition)
    yield from (reverse(f"complaints:petition-{name}", args=[petition]) for name in ("handle", "told"))
    yield from ("/viec-can-lam/?muc=tat-ca", "/phe-duyet/", "/don-thu/chuyen-den/", "/vu-viec/ra-soat/")
    yield from ("/vu-viec/danh-sach.csv", "/don-thu/danh-sach.csv", "/bao-cao/du-bao/", "/tin-bao/")
    yield from (reverse(f"complaints:case-{name}", args=[case]) for name in OF_CASE)
    yield from (reverse("complaints:case-act", args=[case, event]) for event in ("gia_han", "dinh_chi"))


@pytest.mark.parametrize(
    "role", ["clerk", "chairman", "vice_chairman", "officer", "inspector", "supervisor", "administrator"]
)
def test_the_denouncers_name_is_on_no_page_of_any_role(request, sign_in, denunciation, role):
    browser = sign_in(request.getfixturevalue(role))
    for address in addresses(denunciation):
        response = browser.get(address)
        assert response.status_code in (200, 403, 404), address
        sent = response.getvalue().decode(errors="replace") + str(response.headers)
        assert not any(key in sent for key in KEYS), address


def test_searching_for_the_denouncer_finds_nothing(sign_in, clerk, denunciation):
    browser = sign_in(clerk)
    assert (
        denunciation["petition"].code
        not in browser.get("/don-thu/?muc=tat-ca&tim=dam thi kin").content.decode()
    )
    asked = {"ten": SECRET, "noi-dung": ""}
    assert "Chưa thấy" in browser.post("/tiep-cong-dan/da-co/", asked).content.decode()


def test_after_the_decision_the_name_is_still_on_no_page(sign_in, clerk, denunciation, commune):
    case = happen(denunciation["case"], "thong_bao_nguoi_to_cao", TODAY, by=chairman_of(commune))
    make_decision(case)
    browser = sign_in(clerk)
    for address in (
        reverse("complaints:case-page", args=[case.pk]),
        reverse("complaints:case-act", args=[case.pk, "gui"]),
        reverse("complaints:case-act", args=[case.pk, "chi_dao"]),
    ):
        assert not any(key in browser.get(address).content.decode() for key in KEYS)


def test_the_name_is_shown_once_for_a_reason_and_the_trail_keeps_it(sign_in, clerk, denunciation):
    browser = sign_in(clerk)
    address = reverse("reception:petition-identity", args=[denunciation["petition"].pk])
    assert "Hãy ghi lý do cần biết." in browser.post(address, {"reason": " "}).content.decode()
    response = browser.post(address, {"reason": "Mời đến làm việc"})
    assert SECRET in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert SECRET not in browser.get(address).content.decode()
    line = AuditEntry.objects.get(action="xem danh tính người tố cáo")
    assert (line.official, line.subject, line.detail) == (
        clerk,
        denunciation["petition"].code,
        "Mời đến làm việc",
    )


def test_the_visitors_name_is_opened_the_same_way(sign_in, chairman, denunciation):
    address = reverse("reception:visit-identity", args=[denunciation["visit"].pk])
    assert SECRET in sign_in(chairman).post(address, {"reason": "Đối chiếu chữ ký"}).content.decode()


def test_what_was_sealed_beside_the_name_is_opened_with_it(sign_in, clerk, denunciation):
    SealedIdentity.objects.update(
        address="Tổ 3, thị trấn Hùng Sơn", phone="0912 000 000", members=[{"name": "Người Đi Cùng"}]
    )
    address = f"/tiep-cong-dan/luot/{SealedIdentity.objects.exclude(visit=None).get().visit_id}/danh-tinh/"
    browser = sign_in(clerk)
    assert "Hùng Sơn" not in browser.get(address).content.decode()
    page = browser.post(address, {"reason": "Mời đến làm việc"}).content.decode()
    for sealed in ("Tổ 3, thị trấn Hùng Sơn", "0912 000 000", "Người Đi Cùng"):
        assert sealed in page


@pytest.mark.parametrize("role", ["officer", "inspector", "supervisor", "administrator"])
def test_nobody_outside_the_office_opens_it(request, sign_in, denunciation, role):
    browser = sign_in(request.getfixturevalue(role))
    address = reverse("reception:petition-identity", args=[denunciation["petition"].pk])
    assert browser.post(address, {"reason": "Mời đến làm việc"}).status_code == 403


def test_the_commune_next_door_does_not_find_it(sign_in, clerk_next_door, denunciation):
    address = reverse("reception:petition-identity", args=[denunciation["petition"].pk])
    assert sign_in(clerk_next_door).post(address, {"reason": "Mời đến làm việc"}).status_code == 404


def test_a_petition_without_a_seal_has_nothing_to_open(sign_in, clerk, commune, today):
    petition = make_petition(commune)
    address = reverse("reception:petition-identity", args=[petition.pk])
    assert sign_in(clerk).get(address).status_code == 404


def test_a_refused_form_gives_the_clerk_back_what_he_typed_and_stores_nothing(sign_in, clerk, commune, today):
    session = make_session(commune)
    answers = {
        "session": session.pk,
        "visitor_name": SECRET,
        "persons": "7",
        "content_kind": "TC",
        "summary": "Tố cáo",
        "result": "ghi_nhan",
    }
    page = sign_in(clerk).post("/tiep-cong-dan/luot/moi/", answers).content.decode()
    assert SECRET in page
    assert not Visit.objects.exists()
