"""What came before, found by a name typed roughly, by the paper, by the matter; what was decided already."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lucba.office.search import alike
from reception.queries import EARLIER_SHOWN, earlier_of
from tests.building import make_accepted_case, make_decision, make_petition, make_session, make_visit

ASK = "/tiep-cong-dan/da-co/"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("nguyn", "nguyen"),  # a letter missing
        ("nguyenn", "nguyen"),  # one too many
        ("nguyrn", "nguyen"),  # a wrong one
        ("nugyen", "nguyen"),  # two swapped
        ("ly", "li"),
        ("son", "xon"),
        ("trang", "chang"),
        ("giang", "dang"),
        ("vn", "van"),
    ],
)
def test_a_word_typed_roughly_is_alike(typed, written):
    assert alike(typed, written)
    assert alike(written, typed) or typed == "vn"


@pytest.mark.parametrize(("typed", "written"), [("an", "van"), ("an", "anh"), ("le", "ly"), ("tam", "tuan")])
def test_another_name_is_not_alike(typed, written):
    assert not alike(typed, written)


@pytest.mark.parametrize(
    "typed", ["nguyen thi ly", "Nguyển Thị Lí", "nguyn thi ly", "nguyen th ly", "nguyên thị lyy"]
)
def test_a_returning_person_is_found_however_the_name_is_typed(commune, clerk, typed):
    visit = make_visit(make_session(commune, date(2026, 1, 5)), "Nguyễn Thị Lý")
    make_visit(make_session(commune, date(2026, 1, 6)), "Trần Văn Bình")
    assert [found.pk for found in earlier_of(clerk, name=typed).visits] == [visit.pk]


def test_the_exact_name_comes_before_one_that_is_nearly_so(commune, clerk):
    exact = make_petition(commune, date(2025, 3, 3), signer_name="Nguyễn Thị Lan")
    near = make_petition(commune, date(2026, 2, 2), signer_name="Nguyễn Thị Lam")
    found = earlier_of(clerk, name="nguyen thi lan").petitions
    assert [(row.pk, getattr(row, "is_near", False)) for row in found] == [(exact.pk, False), (near.pk, True)]


def test_a_person_is_found_by_the_paper_whatever_the_name(commune, clerk):
    visit = make_visit(make_session(commune, date(2026, 1, 5)), identity_number="019085001234")
    petition = make_petition(commune, date(2026, 1, 5), source="tiep_cong_dan", visit=visit)
    found = earlier_of(clerk, identity="019 085 001 234")
    assert ([found.visits[0].pk], [found.petitions[0].pk]) == ([visit.pk], [petition.pk])
    assert not earlier_of(clerk, identity="019")


def test_a_denouncer_is_found_neither_by_name_nor_by_paper(commune, clerk):
    make_visit(
        make_session(commune),
        "Phan Thị Kín",
        content_kind="TC",
        summary="Tố cáo cán bộ",
        identity_number="019185001234",
    )
    for asked in ({"name": "Phan Thị Kín"}, {"name": "phan thi kinn"}, {"identity": "019185001234"}):
        assert not earlier_of(clerk, **asked)


def test_the_books_of_the_commune_next_door_stay_closed(neighbour, clerk):
    make_visit(make_session(neighbour), "Nguyễn Thị Lý", identity_number="019085001234")
    assert not earlier_of(clerk, name="nguyen thi li", identity="019085001234")


def test_a_matter_decided_already_says_by_which_decision(sign_in, commune, clerk):
    petition = make_petition(commune, date(2026, 1, 5), signer_name="Nguyễn Văn An")
    make_decision(make_accepted_case(petition), document_number="27/QĐ-UBND")
    page = sign_in(clerk).post(ASK, {"ten": "nguyen van an", "noi-dung": ""}).content.decode()
    assert "Đã giải quyết tại quyết định số 27/QĐ-UBND" in " ".join(page.split())


def test_a_name_nearly_the_same_is_marked_as_such(sign_in, commune, clerk):
    make_visit(make_session(commune), "Nguyễn Thị Lý")
    page = sign_in(clerk).post(ASK, {"ten": "nguyen thi li", "noi-dung": ""}).content.decode()
    assert "Nguyễn Thị Lý" in page
    assert "tên gần giống" in page


def test_looking_costs_the_same_queries_for_few_and_for_many(commune, clerk):
    session, costs = make_session(commune), []
    for count in (EARLIER_SHOWN - 2, 30):
        for _ in range(count):
            make_petition(commune, visit=make_visit(session, "Nguyễn Văn An"), source="tiep_cong_dan")
        with CaptureQueriesContext(connection) as queries:
            earlier_of(clerk, name="nguyen van am", identity="019085001234")
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12
