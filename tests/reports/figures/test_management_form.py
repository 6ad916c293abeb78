"""Form 06/QLKNTC: management documents, training and dissemination, inspections."""

from datetime import date

import pytest

from lucba.office.models import Inspection, ManagementDocument

FORM = "06/QLKNTC"
A, B = date(2026, 7, 1), date(2026, 7, 31)
BEFORE, AFTER = date(2026, 6, 30), date(2026, 8, 1)


def test_management_documents_count_on_the_day_of_issue_by_kind(books):
    kinds = {"ban_hanh_moi": (A, B), "sua_doi_bo_sung": (A, BEFORE), "huy_bo": (AFTER,)}
    for kind, days in kinds.items():
        for day in days:
            ManagementDocument.objects.create(
                unit=books.unit, document_number=books.code("KH"), issued_on=day, kind=kind, title="Kế hoạch"
            )
    assert books.table(FORM, A, B) == {1: 2, 2: 1}


def test_only_own_classes_count_and_on_their_last_day(books):
    books.training(B, participants=30)
    books.training(AFTER, participants=40)
    books.training(A, participants=50, own=False)
    assert books.table(FORM, A, B) == {4: 1, 5: 30}


def test_a_round_of_meetings_counts_once_with_the_people_of_all_its_hamlets(books):
    one, two = books.hamlet(), books.hamlet()
    books.disseminated(one, A, participants=20)
    books.disseminated(two, A, participants=25)
    books.disseminated(one, B, form="hoi_nghi", round_code="T2", participants=5)
    books.disseminated(one, B, form="loa_truyen_thanh", round_code="T3", participants=100)
    books.disseminated(one, AFTER, round_code="T4", participants=7)
    assert books.table(FORM, A, B) == {4: 2, 5: 50}


def inspection(books, started_on, concluded_on=None):
    return Inspection.objects.create(
        unit=books.unit,
        code=books.code("TT"),
        started_on=started_on,
        units=3,
        concluded_on=concluded_on,
        sanction_orgs=1,
        sanction_persons=2,
        invest_orgs=4,
        invest_persons=5,
    )


EARLIER = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("started_on", "concluded_on", "counted"),
    [
        (AFTER, None, {}),
        (B, None, {6: 1, 7: 3}),
        (EARLIER, AFTER, {6: 1, 7: 3}),
        (EARLIER, A, {6: 1, 7: 3, 8: 1, 9: 1, 10: 2, 11: 4, 12: 5, 13: 1}),
        (EARLIER, BEFORE, {13: 1}),
    ],
)
def test_an_inspection_is_open_until_concluded_and_then_to_be_followed_up(
    books, started_on, concluded_on, counted
):
    inspection(books, started_on, concluded_on)
    assert books.table(FORM, A, B) == counted


@pytest.mark.parametrize(("done_on", "counted"), [(BEFORE, {}), (A, {13: 1, 14: 1, 15: 2, 16: 3, 17: 4})])
def test_a_finished_conclusion_leaves_the_list_the_period_after(books, done_on, counted):
    inspection(books, EARLIER, date(2026, 6, 1)).follow_ups.create(
        seq=1,
        done_on=done_on,
        sanction_orgs=1,
        sanction_persons=2,
        prosecuted_cases=3,
        prosecuted_persons=4,
        finished=True,
    )
    assert books.table(FORM, A, B) == counted
