"""The procedure checklist (target 4a): what the books show, what a person answers, and who may sign it."""

from datetime import date

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from complaints.actions.checklist import answer_step, sign_off
from complaints.actions.decisions import record_decision_date
from complaints.actions.deliveries import record_delivery
from complaints.actions.events import assign_verifier, record_event
from complaints.case_file import file_beside
from complaints.checklist import checklist_of
from complaints.models import Case, CaseEvent, Decision
from complaints.workflow import EventKind
from lucba.law.reporting_periods import Period
from lucba.office.errors import RefusedError
from lucba.office.models import StaffTerm
from reports.figures.case_indicators import resolution_counts
from tests.building import (
    TODAY,
    clerk_of,
    happen,
    make_accepted_case,
    make_case,
    make_decision,
    make_official,
    make_petition,
    make_staff,
)

LATER = date(2026, 5, 4)
RECEIVED, ISSUED, SENT = date(2026, 3, 2), date(2026, 3, 20), date(2026, 3, 23)


def finish(case, kind, happened_on, **fields):
    """Note what followed the decision of the case, by its clerk, on its day."""
    return record_decision_date(
        case.decision,
        EventKind(kind),
        happened_on=happened_on,
        by=clerk_of(case.unit),
        today=happened_on,
        **fields,
    )


def send(case, party, on):
    record_delivery(case.decision, party=party, sent_on=on, by=clerk_of(case.unit), today=on)


def resolved_complaint(unit, *, sent_on=SENT, posted_until=date(2026, 4, 10), **decision):
    """Return a complaint resolved, sent and posted; the two interviews are not in the books."""
    case = make_accepted_case(make_petition(unit, RECEIVED), accepted_on=date(2026, 3, 4))
    leader = make_official(unit, "chairman")
    assign_verifier(
        case, verifier=make_official(unit, "officer"), happened_on=date(2026, 3, 5), by=leader, today=LATER
    )
    make_decision(case, ISSUED, **decision)
    send(case, "nguoi_khieu_nai", sent_on)
    finish(case, "cong_khai", SENT, publish_form="niem_yet")
    finish(case, "het_cong_khai", posted_until)
    case.refresh_from_db()
    return case


def answer(case, step, given="co", done_on=date(2026, 3, 10), *, by=None, today=LATER, **fields):
    return answer_step(
        case, step=step, answer=given, done_on=done_on, **fields, by=by or clerk_of(case.unit), today=today
    )


def answer_the_interviews(case):
    answer(case, "lam-viec-nguoi-khieu-nai", document_number="01/BB")
    answer(case, "lam-viec-nguoi-bi-khieu-nai", document_number="02/BB")


def verdicts(case, on=LATER):
    return {line.step.slug: line.verdict.value for line in checklist_of(case, on=on).lines}


def left(case, on=LATER):
    return [line.step.slug for line in checklist_of(case, on=on).left]


def sign(case, detail="dung", *, by, on=LATER, **fields):
    event = sign_off(case, detail=detail, happened_on=on, **fields, by=by, today=on)
    case.refresh_from_db()
    return event


def test_what_the_books_show_needs_no_answer(commune):
    case = resolved_complaint(commune)
    lines = {line.step.slug: line for line in checklist_of(case, on=LATER).lines}
    decided = lines["quyet-dinh-dung-han"]
    assert decided.from_the_books
    assert (decided.verdict, decided.done_on, decided.document) == ("co", ISSUED, "15/QĐ-UBND")
    assert "Luật Khiếu nại" in decided.basis
    assert lines["doi-thoai"].verdict == "khong_can"  # demand and finding agree
    assert left(case) == ["lam-viec-nguoi-khieu-nai", "lam-viec-nguoi-bi-khieu-nai"]


def test_unknown_is_not_pass(commune, chairman):
    case = resolved_complaint(commune)
    with pytest.raises(RefusedError, match=r"còn 2 bước.*làm việc với người khiếu nại"):
        sign(case, by=chairman)
    assert sign(case, "sai", by=chairman).detail == "sai"


def test_once_every_step_is_answered_the_leader_signs_it_right(commune, chairman):
    case = resolved_complaint(commune)
    answer_the_interviews(case)
    sign(case, by=chairman)
    month = Period(date(2026, 3, 1), LATER)
    assert resolution_counts(commune, month, open_deadlines=[])["4a"] == {
        "numerator": 1,
        "denominator": 1,
        "unknown": 0,
    }
    checklist = checklist_of(case, on=LATER)
    assert (checklist.is_right, checklist.signed_here, checklist.has_changed) == (True, True, False)


def test_what_is_late_cannot_be_answered_away(commune, chairman):
    case = resolved_complaint(commune, sent_on=date(2026, 3, 26))  # three working days end on 25/03
    assert verdicts(case)["gui-quyet-dinh"] == "khong"
    for given in ("co", "khong_can"):
        with pytest.raises(RefusedError, match=r"sau hạn 25/03/2026 .*đính chính"):
            answer(case, "gui-quyet-dinh", given, note="gửi đúng")
    answer_the_interviews(case)
    with pytest.raises(RefusedError, match="gửi quyết định cho các bên"):
        sign(case, by=chairman)


def test_a_posting_shorter_than_fifteen_days_is_wrong(commune):
    assert verdicts(resolved_complaint(commune))["niem-yet-du-ngay"] == "co"
    short = resolved_complaint(commune, posted_until=date(2026, 4, 6))  # 23/03 + 15 = 07/04
    assert verdicts(short)["niem-yet-du-ngay"] == "khong"


def test_a_step_without_its_day_in_the_books_is_unknown_until_somebody_says_when(commune):
    case = make_accepted_case(make_petition(commune, RECEIVED, kind="TC"))
    make_decision(case, ISSUED)
    case.refresh_from_db()
    before = verdicts(case)
    assert (before["gui-ket-luan"], before["bao-mat"]) == ("chua_ro", "chua_ro")
    with pytest.raises(RefusedError, match="Hãy ghi ngày đã làm"):
        answer(case, "gui-ket-luan", done_on=None)
    with pytest.raises(RefusedError, match="sau hạn 27/03/2026"):
        answer(case, "gui-ket-luan", done_on=date(2026, 3, 30))
    answer(case, "gui-ket-luan", done_on=date(2026, 3, 27))
    assert verdicts(case)["gui-ket-luan"] == "co"


def test_not_needed_wants_a_reason_and_a_step_that_may_be_left_out(commune):
    case = resolved_complaint(commune)
    with pytest.raises(RefusedError, match="bắt buộc"):
        answer(case, "cong-khai", "khong_can", note="không cần")
    with pytest.raises(RefusedError, match="vì sao không phải làm"):
        answer(case, "lam-viec-nguoi-khieu-nai", "khong_can")
    answer(case, "lam-viec-nguoi-khieu-nai", "khong_can", done_on=None, note="nội dung đã rõ")
    assert verdicts(case)["lam-viec-nguoi-khieu-nai"] == "khong_can"


def test_a_person_may_find_wrong_what_the_books_call_done(commune):
    case = resolved_complaint(commune)
    answer(case, "quyet-dinh-xac-minh", "khong", note="chưa có quyết định bằng văn bản")
    assert "quyet-dinh-xac-minh" in left(case)


def test_a_step_of_another_procedure_is_refused(commune):
    with pytest.raises(RefusedError, match="không phải làm bước đó"):
        answer(resolved_complaint(commune), "bao-mat")


def test_the_notice_of_a_dialogue_is_asked_for_since_july_2026(commune):
    def with_dialogue(held_on):
        case = make_accepted_case(make_petition(commune, held_on.replace(day=1)))
        happen(case, "thong_bao_doi_thoai", held_on.replace(day=held_on.day - 3))
        return happen(case, "doi_thoai", held_on, document_number="03/BB")

    before, since = with_dialogue(date(2026, 6, 25)), with_dialogue(date(2026, 7, 23))
    assert "thong-bao-doi-thoai" not in verdicts(before, date(2026, 6, 30))
    assert verdicts(since, date(2026, 7, 30))["thong-bao-doi-thoai"] == "khong"  # three days, not five
    line = checklist_of(since, on=date(2026, 7, 30)).line("doi-thoai")
    assert "sửa đổi bởi Luật 136/2025/QH15" in line.basis
    assert "sửa đổi" not in checklist_of(before, on=date(2026, 6, 30)).line("doi-thoai").basis


def test_the_dialogue_is_needed_where_demand_and_finding_differ(commune):
    case = make_accepted_case(make_petition(commune, RECEIVED))
    happen(case, "bao_cao_xac_minh", RECEIVED, detail="con_khac_nhau", document_number="02/BC")
    assert verdicts(case)["doi-thoai"] == "chua_ro"


def test_a_refused_complaint_is_asked_only_what_refusal_asks(commune):
    case = make_case(make_petition(commune, RECEIVED))
    happen(case, "khong_thu_ly", date(2026, 3, 30), detail="6", document_number="05/TB")
    assert verdicts(case) == {"vao-so": "co", "khong-thu-ly": "khong"}  # ten days ended on 12/03


def test_acceptance_is_judged_by_the_earlier_of_law_and_decree(commune):
    """Received 02/03/2026: ten days end on 12/03, ten working days on 16/03."""
    case = make_accepted_case(make_petition(commune, RECEIVED), accepted_on=date(2026, 3, 13))
    assert verdicts(case)["thu-ly"] == "khong"


def test_both_notices_of_acceptance_of_a_denunciation_are_judged_apart(commune):
    case = make_accepted_case(make_petition(commune, RECEIVED, kind="TC"))
    happen(case, "thong_bao_nguoi_to_cao", date(2026, 3, 9))  # five working days
    happen(case, "thong_bao_nguoi_bi_to_cao", date(2026, 3, 10))
    found = verdicts(case)
    assert (found["thong-bao-nguoi-to-cao"], found["thong-bao-nguoi-bi-to-cao"]) == ("co", "khong")
    assert found["khong-lo-danh-tinh"] == "chua_ro"


def test_the_signature_of_a_vice_chairman_is_looked_at_by_a_person(commune):
    case = resolved_complaint(commune)
    vice = make_staff(commune, role=StaffTerm.Role.VICE_CHAIRMAN)
    Decision.objects.filter(case=case).update(signer=vice)
    line = checklist_of(case, on=LATER).line("dung-tham-quyen")
    assert (line.verdict, line.done_on) == ("chua_ro", ISSUED)
    assert "giao ký thay" in line.shown.words


def test_a_case_that_goes_on_after_the_signature_says_so(commune, chairman):
    case = resolved_complaint(commune)
    answer_the_interviews(case)
    sign(case, by=chairman)
    send(case, "nguoi_bi_khieu_nai", LATER)
    case.refresh_from_db()
    assert checklist_of(case, on=LATER).has_changed
    sign(case, by=chairman)
    assert not checklist_of(case, on=LATER).has_changed


def test_an_answer_changed_after_the_signature_says_so_too(commune, chairman):
    case = resolved_complaint(commune)
    answer_the_interviews(case)
    sign(case, by=chairman)
    answer(case, "lam-viec-nguoi-khieu-nai", "khong", note="thiếu chữ ký")
    case.refresh_from_db()
    assert checklist_of(case, on=LATER).has_changed


def test_a_sign_off_of_an_old_workbook_is_not_called_changed(commune):
    case = resolved_complaint(commune)
    CaseEvent.objects.create(case=case, seq=90, happened_on=LATER, kind="kiem_tra_thu_tuc", detail="dung")
    checklist = checklist_of(case, on=LATER)
    assert checklist.signed is not None
    assert (checklist.signed_here, checklist.has_changed) == (False, False)


def test_clerks_and_officers_do_not_sign_and_officers_do_not_answer(commune, clerk, officer):
    case = resolved_complaint(commune)
    Case.objects.filter(pk=case.pk).update(verifier=officer)
    with pytest.raises(RefusedError, match="việc này thuộc Chủ tịch"):
        sign(case, "sai", by=clerk)
    with pytest.raises(RefusedError, match="thuộc công chức Văn phòng"):
        answer(case, "cong-khai", by=officer)


def test_who_signs_what_he_has_not_seen_is_told(commune, chairman):
    case = resolved_complaint(commune)
    answer_the_interviews(case)
    seen = case.changes
    record_event(
        case,
        EventKind.HANDED_OVER,
        happened_on=LATER,
        detail="UBND xã cũ",
        document_number="1/BB",
        by=clerk_of(commune),
        today=LATER,
    )
    with pytest.raises(RefusedError, match="vừa có thay đổi"):
        sign(case, by=chairman, seen=seen)


# --- The pages ------------------------------------------------------------------------------------


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


def page_of(case):
    return reverse("complaints:case-checklist", args=[case.pk])


def step_of(case, step):
    return reverse("complaints:checklist-step", args=[case.pk, step])


def test_the_page_lists_each_step_with_its_article_and_how_it_stands(counter, commune):
    case = make_accepted_case(make_petition(commune, RECEIVED))
    page = counter.get(page_of(case)).content.decode()
    for words in (
        "Đối thoại khi yêu cầu",
        "Điều 30 Luật Khiếu nại",
        "Chưa rõ",
        "Có trong sổ",
        "In trang này",
    ):
        assert words in page
    assert "Ký kết quả kiểm tra" not in page


def test_a_step_is_answered_on_its_page(counter, commune):
    case = make_accepted_case(make_petition(commune, RECEIVED))
    given = {"answer": "co", "done_on": "10/3", "document_number": "01/BB", "note": ""}
    response = counter.post(step_of(case, "lam-viec-nguoi-khieu-nai"), given, follow=True)
    page = response.content.decode()
    assert "Đã ghi kết quả bước" in page
    assert "01/BB" in page
    given["done_on"] = "13/3"
    assert "chưa đến" in counter.post(step_of(case, "lam-viec-nguoi-khieu-nai"), given).content.decode()
    assert counter.get(step_of(case, "khong-co-buoc-nay")).status_code == 404


def test_the_leader_signs_through_the_act_of_the_procedure(sign_in, chairman, commune, today):
    case = make_accepted_case(make_petition(commune, RECEIVED))
    browser, act = sign_in(chairman), reverse("complaints:case-act", args=[case.pk, "kiem_tra_thu_tuc"])
    assert act in browser.get(page_of(case)).content.decode()
    given = {"detail": "dung", "happened_on": "12/3", "document_number": "", "seen": case.changes}
    assert "Chưa thể ký" in browser.post(act, given).content.decode()
    browser.post(act, {**given, "detail": "sai"})
    assert case.events.get(kind="kiem_tra_thu_tuc").detail == "sai"
    assert "chưa đúng trình tự, thủ tục" in browser.get(page_of(case)).content.decode()


def test_the_verifier_reads_the_list_and_answers_nothing(sign_in, officer, commune, today):
    case = make_accepted_case(make_petition(commune, RECEIVED))
    browser = sign_in(officer)
    assert browser.get(page_of(case)).status_code == 404
    Case.objects.filter(pk=case.pk).update(verifier=officer)
    assert "Trả lời" not in browser.get(page_of(case)).content.decode()
    assert browser.post(step_of(case, "vao-so"), {"answer": "co"}).status_code == 403


def test_the_list_costs_the_same_queries_however_much_happened(counter, commune):
    case = make_accepted_case(make_petition(commune, RECEIVED))
    costs = []
    for wanted in (2, 12):
        while case.events.count() < wanted:
            happen(case, "yeu_cau_thong_tin", TODAY)
        with CaptureQueriesContext(connection) as queries:
            assert counter.get(page_of(case)).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_page_of_the_case_shows_the_file_beside_it(commune, clerk, officer, chairman):
    case = resolved_complaint(commune)
    answer_the_interviews(case)
    sign(case, by=chairman)

    def shown(official):
        return render_to_string(
            "complaints/_case_file.html",
            {"case": case, "user": official, "today": TODAY, **file_beside(case, official)},
        )

    assert "04/05/2026: đúng trình tự, thủ tục" in " ".join(shown(clerk).split())
    send(case, "nguoi_bi_khieu_nai", LATER)
    case.refresh_from_db()
    assert "đã thay đổi sau khi ký" in shown(officer)
    assert "Bảo vệ người tố cáo" not in shown(clerk)
