"""How far a matter is, by the code of a receipt: the stage, the next day, nothing else; and not too often."""

from datetime import UTC, date, datetime
from itertools import count

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from complaints.actions.handling import Matter, handle_petition
from complaints.models import Case
from lucba.public_lookup import LOOK_UPS
from lucba.public_status import Stage, Standing, standing_of
from reception.actions.petitions import reply_to_petition
from reception.actions.visits import reply_to_visit
from reception.models import Petition, ReceptionPaper
from tests.building import (
    TODAY,
    chairman_of,
    clerk_of,
    happen,
    make_accepted_case,
    make_case,
    make_decision,
    make_petition,
    make_session,
    make_visit,
)

LOOK_UP = "/cong-khai/tra-cuu/"
NOON = datetime(2026, 3, 12, 5, 0, tzinfo=UTC)
TEN_WORKING_DAYS = date(2026, 3, 26)
ELSEWHERE = Matter(
    field=Case.Field.LAND,
    competent=False,
    competent_body="UBND tỉnh",
    instance="KN_lan_1",
    respondent="khac",
    act_known_on=TODAY,
)
_serial = count(1)


@pytest.fixture(autouse=True)
def no_look_ups_yet():
    cache.clear()


@pytest.fixture
def visit(commune, today):
    return make_visit(make_session(commune), "Nguyễn Thị Người Đến", summary="Việc kín của dân")


def receipt_of(visit):
    """Hand out a receipt for the visit and return its code."""
    code = f"ABCDE-FGH{next(_serial):02d}"
    ReceptionPaper.objects.create(
        unit=visit.unit,
        kind=ReceptionPaper.Kind.RECEIPT,
        visit=visit,
        issued_on=TODAY,
        public_code=code,
        made_by=clerk_of(visit.unit),
    )
    return code


def petition_of(visit, **fields):
    return make_petition(visit.unit, source="tiep_cong_dan", visit=visit, **fields)


def handled(petition, outcome, **fields):
    return handle_petition(
        petition,
        processed_on=TODAY,
        eligible="ineligible_reason" not in fields,
        outcome=outcome,
        matter=None if "ineligible_reason" in fields else ELSEWHERE,
        by=chairman_of(petition.unit),
        today=TODAY,
        **fields,
    )


def text_of(response):
    return " ".join(response.content.decode().split())


# --- The stage ----------------------------------------------------------------------------------


def test_a_visit_just_received_waits_for_its_reply(visit):
    assert standing_of(receipt_of(visit)) == Standing(Stage.RECEIVED, TEN_WORKING_DAYS)


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [
        ("thu_ly", Stage.RESOLVING),
        ("can_xem_xet", Stage.PROCESSING),
        ("tu_choi", Stage.ANSWERED),
        ("chuyen", Stage.FORWARDED),
    ],
)
def test_a_visit_that_was_replied_to_shows_what_was_replied(visit, outcome, stage):
    reply_to_visit(visit, replied_on=TODAY, reply_outcome=outcome, by=clerk_of(visit.unit), today=TODAY)
    assert standing_of(receipt_of(visit)) == Standing(stage, None)


def test_a_petition_handed_in_waits_for_whatever_is_due_first(visit):
    code = receipt_of(visit)
    petition = petition_of(visit)
    standing = standing_of(code)
    first = min(petition.deadlines.exclude(step="XLD.45").values_list("due_on", flat=True))
    assert standing == Standing(Stage.RECEIVED, first)


def test_a_petition_sent_on_is_with_another_body_until_its_author_is_told(visit):
    petition = handled(petition_of(visit), Petition.Outcome.FORWARDED, outcome_document="5/CV-UBND")
    code = receipt_of(visit)
    assert standing_of(code).stage == Stage.FORWARDED
    reply_to_petition(
        petition, replied_on=TODAY, reply_outcome="chuyen", by=clerk_of(visit.unit), today=TODAY
    )
    assert standing_of(code) == Standing(Stage.FORWARDED, None)


def test_a_petition_given_back_is_answered(visit):
    handled(petition_of(visit), Petition.Outcome.RETURNED, ineligible_reason="Không đủ điều kiện")
    assert standing_of(receipt_of(visit)).stage == Stage.ANSWERED


def test_a_case_is_processed_then_resolved_then_done(visit):
    code = receipt_of(visit)
    case = make_case(petition_of(visit))
    assert standing_of(code).stage == Stage.PROCESSING
    case = happen(case, "thu_ly", TODAY)
    reply_to_petition(
        case.petitions.get(), replied_on=TODAY, reply_outcome="thu_ly", by=clerk_of(visit.unit), today=TODAY
    )
    assert standing_of(code) == Standing(Stage.RESOLVING, case.due_on)
    make_decision(case)
    assert standing_of(code) == Standing(Stage.RESOLVED, None)


def test_a_case_not_accepted_is_answered(visit):
    code = receipt_of(visit)
    happen(make_case(petition_of(visit)), "khong_thu_ly", TODAY, document_number="6/TB-UBND")
    assert standing_of(code).stage == Stage.ANSWERED


def test_a_suspended_case_promises_no_day(visit):
    visit = make_visit(visit.session, "Nguyễn Thị Người Đến", content_kind="TC")
    code = receipt_of(visit)
    case = make_accepted_case(petition_of(visit, kind="TC"))
    reply_to_petition(
        case.petitions.get(), replied_on=TODAY, reply_outcome="thu_ly", by=clerk_of(visit.unit), today=TODAY
    )
    happen(case, "tam_dinh_chi", TODAY, detail="bat_kha_khang", document_number="7/QĐ-UBND", sent_on=TODAY)
    assert standing_of(code) == Standing(Stage.RESOLVING, None)


def test_a_target_of_the_offices_own_is_not_told_as_a_day(visit):
    code = receipt_of(visit)
    petition = petition_of(visit, kind="KNPA")
    make_accepted_case(petition)
    reply_to_petition(
        petition, replied_on=TODAY, reply_outcome="thu_ly", by=clerk_of(visit.unit), today=TODAY
    )
    assert standing_of(code) == Standing(Stage.RESOLVING, None)


def test_of_two_petitions_of_one_visit_the_least_finished_counts(visit):
    handled(petition_of(visit), Petition.Outcome.GUIDED, outcome_document="8/HD-UBND")
    petition_of(visit)
    assert standing_of(receipt_of(visit)).stage == Stage.RECEIVED


# --- The page -----------------------------------------------------------------------------------


def test_the_citizen_reads_the_stage_and_the_day_and_nothing_of_the_matter(client, visit):
    code = receipt_of(visit)
    response = client.get(LOOK_UP, {"ma": f" {code.lower().replace('-', ' ')} "})
    page = text_of(response)
    assert "Giai đoạn: <strong>đã nhận</strong>" in page
    assert "chậm nhất ngày <strong>26/03/2026</strong>" in page
    for hidden in ("Người Đến", "Việc kín", "khiếu nại", "tố cáo", visit.code, visit.unit.name):
        assert hidden not in page.lower() if hidden.islower() else hidden not in page
    assert "no-store" in response["Cache-Control"]


def test_a_day_that_is_past_is_said_to_be_past(client, visit, monkeypatch):
    code = receipt_of(visit)
    monkeypatch.setattr(timezone, "localdate", lambda *_, **__: date(2026, 3, 27))
    assert "Ngày này đã qua" in text_of(client.get(LOOK_UP, {"ma": code}))


@pytest.mark.parametrize("typed", ["KHONG-CO-MA-NAY", "---", "\x00", "đơn", "x" * 500, "' OR 1=1"])
def test_unknown_and_unreadable_codes_get_the_same_answer_for_the_same_work(client, visit, typed):
    receipt_of(visit)
    with CaptureQueriesContext(connection) as queries:
        page = text_of(client.get(LOOK_UP, {"ma": typed}))
    assert "Không tìm thấy mã này." in page
    assert "Giai đoạn" not in page
    assert len(queries) == 1


def test_a_paper_without_a_code_is_not_found_by_an_empty_one(visit):
    ReceptionPaper.objects.create(
        unit=visit.unit, kind="hen", visit=visit, issued_on=TODAY, made_by=clerk_of(visit.unit)
    )
    assert standing_of("") is None
    assert standing_of(" - ") is None


def test_a_look_up_costs_few_queries(client, visit):
    code = receipt_of(visit)
    for _ in range(5):
        make_accepted_case(petition_of(visit))
    with CaptureQueriesContext(connection) as queries:
        client.get(LOOK_UP, {"ma": code})
    assert len(queries) <= 12


def test_without_a_code_the_page_only_asks_for_it(client, db):
    page = text_of(client.get(LOOK_UP))
    assert "Mã trên giấy biên nhận" in page
    assert "Không tìm thấy" not in page


# --- Not too often ------------------------------------------------------------------------------


def test_who_tries_code_after_code_is_asked_to_wait(client, visit, monkeypatch):
    code = receipt_of(visit)
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    for number in range(LOOK_UPS.most):
        assert client.get(LOOK_UP, {"ma": f"thu-{number}"}).status_code == 200
    response = client.get(LOOK_UP, {"ma": code})
    assert (response.status_code, response["Retry-After"]) == (429, "600")
    assert "Hãy chờ 10 phút" in text_of(response)
    assert "Giai đoạn" not in text_of(response)
    assert client.get(LOOK_UP).status_code == 200
    assert client.get(LOOK_UP, {"ma": code}, REMOTE_ADDR="203.0.113.9").status_code == 200
