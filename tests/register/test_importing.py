"""Books come in: all or nothing, once, beside what is stored, with names of denouncers kept apart."""

from datetime import date

import pytest
from django.apps import apps

from complaints.models import Case, CaseDeadline, Decision
from complaints.workflow import Status, Way
from lucba.office.models import AuditEntry, StaffMember, Unit
from lucba.register.actions import WorkbookRefusedError
from reception.models import IntakeDeadline, Petition, ReceptionSession, SealedIdentity, Visit
from tests.register.workbooks import Books, day, places

pytestmark = pytest.mark.django_db
ROOMS = ("office", "reception", "complaints")


def everything():
    """Return all rows of the rooms, the audit trail apart."""
    return {
        model.__name__: sorted(model._default_manager.values_list(), key=str)
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        if model is not AuditEntry
    }


def refused_places(refusal):
    return places(refusal.value.findings)


def test_a_new_unit_bears_the_name_its_papers_need(unit):
    profile = unit.profile(on=date(2026, 1, 1))
    assert (unit.name, unit.level) == ("UBND xã Thử Nghiệm", "xa")
    assert profile.issuer_lines == "ỦY BAN NHÂN DÂN\nXÃ THỬ NGHIỆM"
    assert profile.place_name == "Thử Nghiệm"
    assert (unit.books_from, unit.books_until) == (date(2026, 1, 1), date(2026, 11, 20))


def test_what_follows_from_the_events_is_there_after_the_import(unit):
    closed = Case.objects.get(unit=unit, code="KN1")
    assert (closed.accepted_on, closed.closed_on) == (date(2026, 1, 9), date(2026, 2, 2))
    assert (closed.outcome, closed.status) == (Way.DECISION, Status.ENFORCED)
    withdrawn = Case.objects.get(unit=unit, code="KN2")
    assert (withdrawn.closed_on, withdrawn.outcome) == (date(2026, 7, 23), Way.WITHDRAWN)
    running = Case.objects.get(unit=unit, code="TC1")
    assert (running.status, running.due_on) == (Status.ACCEPTED, date(2026, 4, 20))
    assert CaseDeadline.objects.get(case=running, step="TC.RESOLVE").met_on is None
    assert Decision.objects.get(unit=unit).finished_on == date(2026, 4, 20)


def test_the_clocks_of_visits_and_petitions_run_from_the_import_on(unit):
    assert not IntakeDeadline.objects.filter(visit__code="L1").exists()  # its petition carries the clock
    assert IntakeDeadline.objects.get(visit__code="L2").met_on == date(2026, 1, 12)
    acceptance = IntakeDeadline.objects.filter(petition__code="D1", step__startswith="KN.ACCEPT")
    assert {clock.met_on for clock in acceptance} == {date(2026, 1, 9)}
    running = IntakeDeadline.objects.filter(petition__code="D7", met_on=None)
    assert {clock.step for clock in running} == {"KNPA.REPLY", "XLD.45"}


def test_the_name_of_a_denouncer_stands_only_in_the_sealed_table(unit):
    petition = Petition.objects.get(unit=unit, code="D2")
    assert (petition.signer_name, petition.hamlet) == ("", None)
    assert (petition.sealed_identity.name, petition.sealed_identity.hamlet.code) == ("Đỗ Kín Đáo", "X2")
    visit = Visit.objects.get(unit=unit, code="L3")
    assert (visit.visitor_name, visit.sealed_identity.name) == ("", "Vũ Văn Kín")
    assert "kin dao" not in petition.search_key
    assert "vu van kin" not in visit.search_key


def test_a_complainant_is_found_without_accents(unit):
    assert Petition.objects.filter(search_key__contains="nguyen van a", kind="KN").count() == 2


def test_a_refused_workbook_leaves_nothing_behind(bring_in):
    books = Books().change("DON", "D2", processed_on=day("09/01/2026"))
    with pytest.raises(WorkbookRefusedError):
        bring_in(books)
    assert not Unit.objects.exists()
    assert not AuditEntry.objects.exists()


def test_the_same_workbook_twice_changes_nothing(unit, bring_in):
    before = everything()
    result = bring_in(Books(), unit=unit)
    assert sum(result.added.values()) == 0
    assert result.unchanged == sum(len(rows) for rows in Books().rows.values()) - 5
    assert everything() == before


def test_new_rows_are_added_beside_the_old_ones(unit, bring_in):
    books = Books().copy("DON", "D7", petition_code="D8", summary="Kiến nghị cấp nước")
    books.change("THONG_TIN", "den_ngay", value=day("22/11/2026"))
    result = bring_in(books, unit=unit)
    assert {sheet: count for sheet, count in result.added.items() if count} == {"DON": 1}
    assert Petition.objects.get(unit=unit, code="D8").summary == "Kiến nghị cấp nước"
    unit.refresh_from_db()
    assert unit.books_until == date(2026, 11, 22)


def test_a_new_event_moves_a_case_that_was_there(unit, bring_in):
    books = Books().add(
        "DIEN_BIEN",
        case_code="TC1",
        seq=5,
        date=day("16/03/2026"),
        event="tam_dinh_chi",
        detail="bat_kha_khang",
        doc_no="11/QĐ-UBND",
    )
    bring_in(books, unit=unit)
    assert Case.objects.get(unit=unit, code="TC1").status == Status.SUSPENDED


def test_a_decision_that_comes_later_closes_the_case_and_its_execution_ends_it(unit, bring_in):
    conclusion = {
        "decision_code": "Q2",
        "case_code": "TC1",
        "type": "kl_tc",
        "doc_no": "12/KL-UBND",
        "issued_on": day("16/03/2026"),
        "signer": "CT",
        "result": "dung",
        "must_execute": "co",
    }
    books = Books().add("QUYET_DINH", **conclusion)
    bring_in(books, unit=unit)
    assert Case.objects.get(unit=unit, code="TC1").status == Status.CONCLUDED
    books.add("THI_HANH", decision_code="Q2", seq=1, date=day("20/03/2026"), finished="co")
    bring_in(books, unit=unit)
    assert Case.objects.get(unit=unit, code="TC1").status == Status.COMPLETED
    assert Decision.objects.get(unit=unit, code="Q2").finished_on == date(2026, 3, 20)


def test_a_petition_that_comes_later_takes_over_the_clock_of_its_visit(unit, bring_in):
    books = Books().copy(
        "DON",
        "D7",
        petition_code="D8",
        source="tiep_cong_dan",
        visit_code="L2",
        received_on=day("07/01/2026"),
    )
    bring_in(books, unit=unit)
    assert not IntakeDeadline.objects.filter(visit__code="L2").exists()
    assert IntakeDeadline.objects.filter(petition__code="D8").exists()


def test_another_version_of_a_stored_row_is_refused_with_its_columns(unit, bring_in):
    before = everything()
    books = Books().change("DON", "D7", summary="Kiến nghị khác", signer_name="Đào Thị F")
    with pytest.raises(WorkbookRefusedError) as refusal:
        bring_in(books, unit=unit)
    assert refused_places(refusal) == [("U1", "DON", 8, "Mã đơn")]
    assert "Người đứng đơn; Nội dung đơn" in refusal.value.findings[0].reason
    assert "Đào Thị" not in refusal.value.findings[0].reason
    assert everything() == before


def test_the_books_of_another_unit_are_refused(unit, bring_in):
    books = Books().change("THONG_TIN", "ten_don_vi", value="UBND xã Bên Cạnh")
    books.change("THONG_TIN", "cap_don_vi", value="tinh")
    with pytest.raises(WorkbookRefusedError) as refusal:
        bring_in(books, unit=unit)
    assert refused_places(refusal) == [("U2", "THONG_TIN", 3, "Giá trị"), ("U2", "THONG_TIN", 4, "Giá trị")]


def test_the_books_cannot_begin_earlier_than_they_did(unit, bring_in):
    with pytest.raises(WorkbookRefusedError) as refusal:
        bring_in(Books().change("THONG_TIN", "tu_ngay", value=day("31/12/2025")), unit=unit)
    assert refused_places(refusal) == [("U1", "THONG_TIN", 5, "Giá trị")]


def test_a_shorter_workbook_does_not_shorten_the_books(unit, bring_in):
    books = Books().change("THONG_TIN", "tu_ngay", value=day("01/03/2026"))
    books.change("THONG_TIN", "den_ngay", value=day("15/11/2026"))
    bring_in(books, unit=unit)
    unit.refresh_from_db()
    assert (unit.books_from, unit.books_until) == (date(2026, 1, 1), date(2026, 11, 20))


def test_new_rows_are_held_against_stored_rows_the_workbook_does_not_have(unit, bring_in):
    other = Books().copy("QUYET_DINH", "Q1", decision_code="Q9").drop("QUYET_DINH", "Q1")
    for entry in ("Q1/1", "Q1/2"):
        other.drop("THI_HANH", entry)
    with pytest.raises(WorkbookRefusedError) as refusal:
        bring_in(other, unit=unit)
    assert ("Q1", "QUYET_DINH", 2, "Mã vụ việc") in refused_places(refusal)


def test_rows_recorded_in_the_system_since_do_not_stop_the_same_workbook(unit, bring_in):
    session = ReceptionSession.objects.create(
        unit=unit,
        code="B2026-0001",
        held_on=date(2026, 11, 23),
        kind="thuong_xuyen",
        host_role="can_bo",
        host=StaffMember.objects.get(unit=unit, code="CC"),
        state="khong_co_cong_dan",
    )
    result = bring_in(Books().copy("DON", "D7", petition_code="D8"), unit=unit)
    assert sum(result.added.values()) == 1
    assert ReceptionSession.objects.filter(pk=session.pk).exists()


def test_a_code_of_a_planned_session_cannot_be_taken_by_a_workbook(unit, bring_in):
    ReceptionSession.objects.create(
        unit=unit,
        code="B9",
        held_on=date(2026, 11, 30),
        kind="thuong_xuyen",
        host_role="can_bo",
        host=StaffMember.objects.get(unit=unit, code="CC"),
    )
    with pytest.raises(WorkbookRefusedError) as refusal:
        bring_in(Books().copy("NGAY_TIEP", "B3", sitting_code="B9"), unit=unit)
    assert refused_places(refusal) == [("U1", "NGAY_TIEP", 7, "Mã buổi tiếp")]


def test_text_longer_than_the_system_keeps_is_refused(bring_in):
    books = Books().change("DON", "D1", signer_name="N" * 151)
    books.change("THONG_TIN", "ten_don_vi", value="UBND " + "x" * 200)
    with pytest.raises(WorkbookRefusedError) as refusal:
        bring_in(books)
    assert refused_places(refusal) == [
        ("U3", "THONG_TIN", 3, "Giá trị"),
        ("U3", "DON", 2, "Người đứng đơn"),
    ]


def test_two_units_keep_the_same_codes_apart(unit, bring_in):
    other = bring_in(
        Books().change("THONG_TIN", "ten_don_vi", value="UBND xã Bên Cạnh"), code="ben-canh"
    ).unit
    assert Petition.objects.filter(code="D1").count() == 2
    assert not Petition.objects.filter(unit=other, visit__unit=unit).exists()


def test_books_older_than_the_laws_come_in_without_clocks(bring_in):
    books = Books().change("THONG_TIN", "tu_ngay", value=day("01/01/2016"))
    books.copy("CAN_BO", "CC", **{"from": day("01/01/2010"), "to": day("31/12/2024")})
    for code, year in (("B7", "2013"), ("B8", "2016")):
        books.copy("NGAY_TIEP", "B1", sitting_code=code, date=day(f"07/01/{year}"), announced_on=None)
        books.copy("LUOT_TIEP", "L1", visit_code=f"L{year}", sitting_code=code, case_codes=None)
        books.copy("DON", "D4", petition_code=f"D{year}", received_on=day(f"08/01/{year}"))
    unit = bring_in(books).unit
    assert Petition.objects.filter(unit=unit, code__in=("D2013", "D2016"), deadlines=None).count() == 2
    assert not IntakeDeadline.objects.filter(visit__code="L2013").exists()
    assert IntakeDeadline.objects.filter(visit__code="L2016").exists()


def test_an_import_is_written_into_the_trail_without_names(unit):
    line = AuditEntry.objects.get()
    assert (line.action, line.unit) == ("nhập sổ theo dõi", unit)
    assert line.detail.startswith("thêm ")


def test_sealed_identities_come_only_from_denunciations(unit):
    assert SealedIdentity.objects.filter(unit=unit).count() == 4  # D2, D3, D4 and L3
