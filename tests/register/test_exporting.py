"""Books go out and come back in the same; the file is safe to open."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from lucba.office.models import AuditEntry, StaffMember, Unit
from lucba.register.actions import export_workbook
from lucba.register.exporting import CellTooLongError
from lucba.register.format import SHEETS
from reception.models import Petition, ReceptionSession
from tests.register.conftest import TODAY
from tests.register.workbooks import Books, findings_of

pytestmark = pytest.mark.django_db


def cells(path):
    """Return the headings and the rows of every sheet, the rows in any order."""
    workbook = CalamineWorkbook.from_path(path)
    sheets = {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}
    return {name: (lines[0], sorted(map(tuple, lines[1:]), key=str)) for name, lines in sheets.items()}


@pytest.mark.parametrize("name", ["luc-ba", "cap-huyen"])
def test_exported_books_are_the_imported_ones_cell_by_cell(name, sample, bring_in, tmp_path):
    unit = bring_in(sample(name)).unit
    export_workbook(unit, tmp_path / "xuat.xlsx", on=TODAY)
    assert cells(tmp_path / "xuat.xlsx") == cells(sample(name))


def test_books_exported_again_from_another_installation_are_the_same_file_contents(unit, bring_in, tmp_path):
    export_workbook(unit, tmp_path / "mot.xlsx", on=TODAY)
    Unit.objects.filter(pk=unit.pk).update(code="cu")
    again = bring_in(tmp_path / "mot.xlsx", code="moi").unit
    export_workbook(again, tmp_path / "hai.xlsx", on=TODAY)
    assert cells(tmp_path / "hai.xlsx") == cells(tmp_path / "mot.xlsx")


def test_rows_are_sorted_by_key_and_sheets_stand_in_order(unit, tmp_path):
    export_workbook(unit, tmp_path / "xuat.xlsx", on=TODAY)
    workbook = CalamineWorkbook.from_path(tmp_path / "xuat.xlsx")
    assert workbook.sheet_names == [sheet.name for sheet in SHEETS]
    codes = [row[0] for row in workbook.get_sheet_by_name("DON").to_python()[1:]]
    assert codes == ["D1", "D2", "D3", "D4", "D5", "D6", "D7"]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+84 912",
        "@SUM(A1)",
        "{=A1}",
        "http://xa.vn",
        "_x0041_",
        "Dòng 1\nDòng 2",
        "C:\\thư\tmục \\N",
        "12",
        '"',
    ],
)
def test_text_stays_text(text, bring_in, tmp_path):
    unit = bring_in(Books().change("DON", "D7", summary=text)).unit
    assert Petition.objects.get(unit=unit, code="D7").summary == text
    export_workbook(unit, tmp_path / "xuat.xlsx", on=TODAY)
    rows = CalamineWorkbook.from_path(tmp_path / "xuat.xlsx").get_sheet_by_name("DON").to_python()
    assert rows[7][12] == text


def test_books_reach_to_the_last_day_recorded_and_planned_sessions_stay_out(unit, tmp_path):
    host = StaffMember.objects.get(unit=unit, code="CC")
    for code, held_on, state in [
        ("B2026-0001", date(2026, 11, 23), "khong_co_cong_dan"),
        ("B2026-0002", date(2026, 12, 7), "du_kien"),
    ]:
        ReceptionSession.objects.create(
            unit=unit,
            code=code,
            held_on=held_on,
            kind="thuong_xuyen",
            host_role="can_bo",
            host=host,
            state=state,
        )
    export_workbook(unit, tmp_path / "xuat.xlsx", on=TODAY)
    workbook = CalamineWorkbook.from_path(tmp_path / "xuat.xlsx")
    settings = dict(map(tuple, workbook.get_sheet_by_name("THONG_TIN").to_python()))
    assert settings["den_ngay"] == date(2026, 11, 23)
    codes = [row[0] for row in workbook.get_sheet_by_name("NGAY_TIEP").to_python()]
    assert "B2026-0001" in codes
    assert "B2026-0002" not in codes
    assert findings_of(tmp_path / "xuat.xlsx") == []


def test_books_that_hold_nothing_yet_make_an_empty_workbook(tmp_path):
    unit = Unit.objects.create(code="moi", name="UBND xã Mới", level="xa")
    counts = export_workbook(unit, tmp_path / "xuat.xlsx", on=TODAY)
    assert sum(counts.values()) == 0
    assert findings_of(tmp_path / "xuat.xlsx") == []


def test_more_rows_need_no_more_queries(unit, bring_in, sample, tmp_path):
    def queries(of):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            export_workbook(of, tmp_path / "xuat.xlsx", on=TODAY)
        return len(captured)

    large = bring_in(sample("luc-ba"), code="luc-ba").unit
    assert queries(large) == queries(unit)


def test_a_text_no_cell_can_hold_stops_the_export_instead_of_being_lost(unit, tmp_path):
    Petition.objects.filter(unit=unit, code="D7").update(summary="x" * 40_000)
    with pytest.raises(CellTooLongError):
        export_workbook(unit, tmp_path / "xuat.xlsx", on=TODAY)


def test_an_export_is_written_into_the_trail(unit, tmp_path):
    export_workbook(unit, tmp_path / "xuat.xlsx", on=TODAY)
    assert AuditEntry.objects.filter(action="xuất sổ theo dõi", unit=unit).count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_export_outside_a_transaction_sees_one_moment(bring_in, tmp_path):
    unit = bring_in(Books()).unit
    export_workbook(unit, tmp_path / "xuat.xlsx", on=TODAY)
    assert findings_of(tmp_path / "xuat.xlsx") == []
