"""When a first decision can take effect, until when the citizen may complain again."""

from datetime import date

import pytest
from django.urls import reverse

from complaints.actions.decisions import record_decision_date
from complaints.actions.deliveries import record_delivery
from complaints.workflow import EventKind
from tests.building import chairman_of, happen, make_accepted_case, make_decision, make_petition

ISSUED, RECEIVED = date(2026, 8, 3), date(2026, 8, 20)  # case F17 of the office's table
LATER = date(2026, 11, 2)


@pytest.fixture
def counter(sign_in, clerk, today):
    return sign_in(clerk)


def why_of(case):
    return reverse("complaints:case-why", args=[case.pk])


def page_of(case):
    return reverse("complaints:case-page", args=[case.pk])


def text_of(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def part_of(page, step):
    start = page.index(f'id="{step}"')
    return page[start : page.index("</section>", start)]


def decided(commune, *, received_on=None, effective_on=None):
    """Return a complaint decided on ISSUED, with what was noted of the decision by LATER."""
    case = make_accepted_case(make_petition(commune, date(2026, 7, 20)))
    decision = make_decision(case, ISSUED)
    noted = {"by": chairman_of(commune), "today": LATER}
    if received_on:
        served = {"party": "nguoi_khieu_nai", "sent_on": ISSUED, "received_on": received_on}
        record_delivery(decision, **served, **noted)
    if effective_on:
        record_decision_date(decision, EventKind.EFFECTIVE, happened_on=effective_on, **noted)
    return case


def test_f17_the_citizen_may_complain_again_after_the_day_of_effect_and_the_page_warns(counter, commune):
    page = text_of(counter.get(page_of(decided(commune, received_on=RECEIVED))))
    warning = page[page.index("<strong>Chú ý:</strong>") :]
    warning = warning[: warning.index("</p>")]
    for words in ("04/09/2026", "20/08/2026", "21/09/2026", "khiếu nại lần hai"):
        assert words in warning


def test_the_days_of_effect_and_window_are_explained(counter, commune):
    case = decided(commune, received_on=RECEIVED)
    assert f'href="{why_of(case)}#KN.EFFECT"' in text_of(counter.get(page_of(case)))
    page = text_of(counter.get(why_of(case)))
    effect, window = part_of(page, "KN.EFFECT"), part_of(page, "KN.SECOND")
    assert "Thứ Sáu, 04/09/2026" in effect
    assert "Ngày cuối 02/09/2026 là ngày nghỉ" in effect
    assert "Khoản 1 Điều 44 Luật Khiếu nại 2011" in effect
    assert "Thứ Hai, 21/09/2026" in window
    assert "quá hạn" not in effect + window


def test_without_the_day_of_receipt_the_page_asks_for_it_first(counter, commune):
    case = decided(commune)
    page = text_of(counter.get(page_of(case)))
    assert "Hãy ghi ngày đó trước khi ghi ngày có hiệu lực" in page
    assert "04/09/2026" in page
    assert 'id="KN.SECOND"' not in text_of(counter.get(why_of(case)))


def test_a_window_that_ends_before_the_effect_is_told_without_a_warning(counter, commune):
    page = text_of(counter.get(page_of(decided(commune, received_on=date(2026, 8, 4)))))
    assert "Thời hạn khiếu nại lần hai đến hết ngày" in page
    assert "03/09/2026" in page
    assert "Chú ý:" not in page


def test_a_second_complaint_is_remembered_before_the_effect_is_noted(counter, commune):
    case = decided(commune, received_on=RECEIVED)
    happen(case, "kn_lan_hai", date(2026, 8, 28))
    assert "Đã ghi khiếu nại lần hai, khởi kiện ngày 28/08/2026" in text_of(counter.get(page_of(case)))


def test_an_effect_noted_while_the_window_was_open_keeps_a_quiet_note(counter, commune):
    case = decided(commune, received_on=RECEIVED, effective_on=date(2026, 9, 4))
    page = text_of(counter.get(page_of(case)))
    assert "Ghi có hiệu lực ngày 04/09/2026 khi thời hạn khiếu nại lần hai còn đến hết ngày" in page
    assert "Chú ý:" not in page


def test_an_effect_noted_after_the_window_needs_no_note(counter, commune):
    page = text_of(
        counter.get(page_of(decided(commune, received_on=RECEIVED, effective_on=date(2026, 9, 22))))
    )
    assert "thời hạn khiếu nại lần hai còn" not in page
    assert "Có thể có hiệu lực" not in page


def test_in_a_remote_area_both_last_longer(counter, commune):
    case = make_accepted_case(make_petition(commune, date(2026, 7, 20)), remote=True)
    make_decision(case, ISSUED)
    assert "18/09/2026" in text_of(counter.get(page_of(case)))


def test_the_form_of_the_effect_says_what_to_check_before(counter, commune):
    address = reverse("complaints:case-act", args=[decided(commune).pk, "hieu_luc"])
    assert "Chỉ ghi khi không có khiếu nại lần hai." in text_of(counter.get(address))


def test_the_conclusion_on_a_denunciation_has_no_day_of_effect(counter, commune):
    case = make_accepted_case(make_petition(commune, date(2026, 7, 20), kind="TC"))
    make_decision(case, ISSUED)
    assert "Có thể có hiệu lực" not in text_of(counter.get(page_of(case)))
    assert 'id="KN.EFFECT"' not in text_of(counter.get(why_of(case)))
    address = reverse("complaints:case-act", args=[case.pk, "hieu_luc"])
    assert counter.get(address).status_code == 404
