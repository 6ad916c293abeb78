"""The protection of a denouncer: request, decision, end; refused out of order, seen by the office alone."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from complaints.actions.protection import (
    decide_protection,
    end_protection,
    note_written_request,
    request_protection,
)
from complaints.case_file import file_beside
from complaints.models import Case, Protection
from lucba.lookup import find
from lucba.office.errors import RefusedError
from lucba.office.models import AuditEntry
from tests.building import TODAY, chairman_of, clerk_of, make_accepted_case, make_petition

RECEIVED, ASKED = date(2026, 3, 2), date(2026, 3, 9)
SECRET = "Trịnh Bí Mật"
THREAT = "Bị nhắn tin đe dọa sau khi nộp đơn"


@pytest.fixture
def denunciation(commune):
    return make_accepted_case(make_petition(commune, RECEIVED, kind="TC", signer_name=SECRET))


def ask(case, *, by=None, **fields):
    return request_protection(
        case,
        **{
            "requested_on": ASKED,
            "whom": "nguoi_to_cao",
            "subject": "tinh_mang",
            "urgent": False,
            "written_on": None,
            "reason": THREAT,
            **fields,
        },
        by=by or clerk_of(case.unit),
        today=fields.pop("today", TODAY),
    )


def decide(protection, *, by=None, today=TODAY, **fields):
    given = {
        "apply": True,
        "decided_on": date(2026, 3, 10),
        "document_number": "3/QĐ-UBND",
        "measures": "Bố trí lực lượng bảo vệ tại nơi ở",
        **fields,
    }
    return decide_protection(protection, **given, by=by or chairman_of(protection.case.unit), today=today)


def end(protection, *, by=None, today=TODAY, **fields):
    given = {"ground": "het_can_cu", "ended_on": TODAY, "end_document": "8/QĐ-UBND", **fields}
    return end_protection(protection, **given, by=by or chairman_of(protection.case.unit), today=today)


# --- Its life -------------------------------------------------------------------------------------


def test_from_the_request_through_the_measures_to_their_end(denunciation):
    protection = ask(denunciation)
    assert (protection.state, protection.written_on) == ("yeu_cau", ASKED)
    assert decide(protection).state == "ap_dung"
    ended = end(protection, end_reason="đã xử lý người đe dọa")
    assert (ended.state, ended.end_reason) == ("cham_dut", "căn cứ bảo vệ không còn; đã xử lý người đe dọa")


def test_an_urgent_request_is_protected_at_once_and_written_afterwards(denunciation):
    protection = ask(denunciation, urgent=True)
    assert protection.written_on is None
    decide(protection)
    with pytest.raises(RefusedError, match="trước ngày yêu cầu bằng lời"):
        note_written_request(
            protection, written_on=date(2026, 3, 8), by=clerk_of(denunciation.unit), today=TODAY
        )
    note_written_request(protection, written_on=TODAY, by=clerk_of(denunciation.unit), today=TODAY)
    with pytest.raises(RefusedError, match="đã ghi ngày 12/03/2026"):
        note_written_request(protection, written_on=TODAY, by=clerk_of(denunciation.unit), today=TODAY)


def test_a_request_is_refused_with_its_reason_in_writing(denunciation):
    protection = ask(denunciation)
    with pytest.raises(RefusedError, match=r"lý do từ chối \(Luật Tố cáo, Điều 51\)"):
        decide(protection, apply=False, measures=" ")
    with pytest.raises(RefusedError, match="số quyết định"):
        decide(protection, document_number="")
    assert decide(protection, apply=False, measures="không có căn cứ").state == "tu_choi"


def test_no_deadline_is_invented(denunciation):
    before = denunciation.deadlines.count()
    ask(denunciation)
    assert denunciation.deadlines.count() == before


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"requested_on": date(2026, 3, 13)}, "chưa đến"),
        ({"requested_on": date(2026, 3, 1)}, "trước ngày nhận tố cáo"),
        ({"reason": " "}, "căn cứ yêu cầu"),
        ({"urgent": True, "written_on": date(2026, 3, 8)}, "trước ngày yêu cầu bằng lời"),
    ],
)
def test_a_request_of_a_wrong_day_or_without_a_ground_is_refused(denunciation, wrong, sentence):
    with pytest.raises(RefusedError, match=sentence):
        ask(denunciation, **wrong)


def test_only_a_denunciation_has_it(commune):
    with pytest.raises(RefusedError, match="Luật Tố cáo, Điều 47"):
        ask(make_accepted_case(make_petition(commune, RECEIVED)))


def test_the_same_is_not_asked_for_twice_while_it_runs(denunciation):
    protection = ask(denunciation)
    with pytest.raises(RefusedError, match="đã có, chưa chấm dứt"):
        ask(denunciation)
    ask(denunciation, subject="vi_tri_viec_lam")
    decide(protection, apply=False, measures="không có căn cứ")
    assert ask(denunciation).state == "yeu_cau"


def test_the_order_of_things_is_kept(denunciation):
    protection = ask(denunciation)
    with pytest.raises(RefusedError, match=r"đang áp dụng \(yêu cầu này: chờ quyết định; .*Điều 54"):
        end(protection)
    with pytest.raises(RefusedError, match="trước ngày yêu cầu"):
        decide(protection, decided_on=date(2026, 3, 8))
    decide(protection)
    with pytest.raises(RefusedError, match="đã quyết định ngày 10/03/2026"):
        decide(protection)
    with pytest.raises(RefusedError, match="trước ngày quyết định áp dụng"):
        end(protection, ended_on=date(2026, 3, 9))
    with pytest.raises(RefusedError, match="số văn bản chấm dứt"):
        end(protection, end_document=" ")


def test_a_breach_on_purpose_ends_it_only_since_july_2026(denunciation):
    protection = decide(ask(denunciation))
    with pytest.raises(RefusedError, match="điểm c khoản 2 Điều 54"):
        end(protection, ground="vi_pham", ended_on=date(2026, 6, 30), today=date(2026, 7, 2))
    ended = end(protection, ground="vi_pham", ended_on=date(2026, 7, 1), today=date(2026, 7, 2))
    assert ended.state == "cham_dut"


def test_leaders_decide_and_end_and_officers_touch_nothing(denunciation, clerk, officer):
    Case.objects.filter(pk=denunciation.pk).update(verifier=officer)
    with pytest.raises(RefusedError, match="người giữ sổ"):
        ask(denunciation, by=officer)
    protection = ask(denunciation)
    with pytest.raises(RefusedError, match="do Chủ tịch, Phó Chủ tịch"):
        decide(protection, by=clerk)
    decide(protection)
    with pytest.raises(RefusedError, match="do Chủ tịch, Phó Chủ tịch"):
        end(protection, by=clerk)


def test_each_step_leaves_a_line_in_the_trail_without_a_name(denunciation):
    end(decide(ask(denunciation)))
    lines = AuditEntry.objects.filter(subject=denunciation.code).order_by("pk")
    actions = [line.action for line in lines]
    assert actions[-3:] == [
        "ghi yêu cầu bảo vệ người tố cáo",
        "áp dụng biện pháp bảo vệ",
        "chấm dứt bảo vệ người tố cáo",
    ]
    assert not [line for line in lines if SECRET in line.detail or THREAT in line.detail]


# --- The pages ------------------------------------------------------------------------------------


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


@pytest.fixture
def leader(sign_in, chairman, today):
    return sign_in(chairman)


def page_of(case):
    return reverse("complaints:case-protection", args=[case.pk])


def step_of(protection, step):
    return reverse(f"complaints:protection-{step}", args=[protection.pk])


REQUEST = {
    "whom": "ca_hai",
    "subject": "tinh_mang",
    "requested_on": "9/3",
    "urgent": "co",
    "written_on": "",
    "reason": THREAT,
}


def test_the_request_is_flagged_until_it_is_decided(counter, leader, denunciation):
    page = counter.post(page_of(denunciation), REQUEST, follow=True).content.decode()
    for words in ("Chưa quyết định.", "kịp thời", "09/03/2026 (3 ngày)", "chưa có văn bản yêu cầu gửi sau"):
        assert words in page
    assert SECRET not in page
    protection = Protection.objects.get()
    assert step_of(protection, "decide") not in page
    assert step_of(protection, "decide") in leader.get(page_of(denunciation)).content.decode()
    given = {
        "apply": "co",
        "measures": "Bảo vệ tại nơi ở",
        "decided_on": "12/3",
        "document_number": "3/QĐ-UBND",
    }
    page = leader.post(step_of(protection, "decide"), given, follow=True).content.decode()
    assert "Chưa quyết định." not in page
    assert "3/QĐ-UBND, 12/03/2026: Bảo vệ tại nơi ở" in page


def test_the_paper_and_the_end_are_noted_on_their_pages(counter, leader, denunciation):
    protection = decide(ask(denunciation, urgent=True))
    page = counter.post(step_of(protection, "written"), {"written_on": "11/3"}, follow=True)
    assert "văn bản ngày 11/03/2026" in page.content.decode()
    given = {"ground": "het_can_cu", "end_reason": "", "ended_on": "9/3", "end_document": "8/QĐ"}
    assert "trước ngày quyết định" in leader.post(step_of(protection, "end"), given).content.decode()
    page = leader.post(step_of(protection, "end"), {**given, "ended_on": "12/3"}, follow=True)
    assert "Đã chấm dứt" in page.content.decode()


def test_a_refused_request_keeps_what_was_typed(counter, denunciation):
    page = counter.post(page_of(denunciation), {**REQUEST, "requested_on": "1/3"}).content.decode()
    assert "trước ngày nhận tố cáo" in page
    assert THREAT in page


def test_nobody_but_the_office_opens_it_and_a_complaint_has_none(
    sign_in, officer, supervisor, counter, denunciation, commune, today
):
    Case.objects.filter(pk=denunciation.pk).update(verifier=officer)
    protection = ask(denunciation)
    for person in (officer, supervisor):
        browser = sign_in(person)
        assert browser.get(page_of(denunciation)).status_code == 403
        assert browser.get(step_of(protection, "written")).status_code == 403
    assert counter.get(page_of(make_accepted_case(make_petition(commune)))).status_code == 404
    assert "no-store" in counter.get(page_of(denunciation))["Cache-Control"]


def test_the_search_and_the_list_of_cases_know_nothing_of_it(counter, clerk, denunciation):
    ask(denunciation)
    assert find(clerk, "nhan tin de doa")["cases"] == []
    assert "bảo vệ" not in counter.get("/vu-viec/").content.decode().split("<main")[1].lower()


def test_the_page_of_the_case_tells_the_office_alone(clerk, officer, denunciation):
    ask(denunciation)
    told = {
        person: render_to_string(
            "complaints/_case_file.html",
            {"case": denunciation, "user": person, "today": TODAY, **file_beside(denunciation, person)},
        )
        for person in (clerk, officer)
    }
    assert "Chưa quyết định." in told[clerk]
    assert "bảo vệ" not in told[officer].lower()
