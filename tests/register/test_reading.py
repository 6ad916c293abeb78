"""A workbook from outside: is it one, are its sheets and headings there, where do its rows stand."""

import zipfile
from decimal import Decimal

import openpyxl
import pytest

from lucba.register.package import NOT_A_WORKBOOK, TOO_LARGE
from lucba.register.reading import read_workbook
from tests.register.workbooks import Books, day, findings_of, places, quietly


def write(books, tmp_path):
    return books.write(tmp_path / "so.xlsx")


def edited(path, edit):
    """Change a written workbook cell by cell, as a clerk does in Excel."""
    workbook = openpyxl.load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


@pytest.mark.parametrize("content", [b"", b"khong phai so", b"PK\x03\x04 nua chung"])
def test_a_file_that_is_not_a_workbook_gives_one_clear_sentence(content, tmp_path):
    path = tmp_path / "so.xlsx"
    path.write_bytes(content)
    found = findings_of(path)
    assert [(f.rule, f.row, f.reason) for f in found] == [("S0", None, NOT_A_WORKBOOK)]


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "so.xlsx", "w") as package:
        package.writestr("thu.txt", "xin chào")
    assert [f.reason for f in findings_of(tmp_path / "so.xlsx")] == [NOT_A_WORKBOOK]


def test_a_workbook_cut_off_on_the_way_is_refused(tmp_path):
    path = write(Books(), tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert [f.rule for f in findings_of(path)] == ["S0"]


def test_a_workbook_with_a_damaged_sheet_is_refused(tmp_path):
    path = write(Books(), tmp_path)
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    path.write_bytes(bytes(content))
    assert [f.rule for f in findings_of(path)] == ["S0"]


def test_one_cell_far_away_does_not_take_all_memory(tmp_path):
    path = edited(write(Books(), tmp_path), lambda w: w["DON"].cell(1_000_000, 16_000, "x"))
    assert [(f.rule, f.reason) for f in findings_of(path)] == [("S0", TOO_LARGE)]


def test_a_zip_that_unpacks_without_end_is_refused_unread(tmp_path):
    with zipfile.ZipFile(tmp_path / "so.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(70):
            package.writestr(f"xl/{number}.xml", b"\0" * 10 * 1024 * 1024)
    assert [f.reason for f in findings_of(tmp_path / "so.xlsx")] == [TOO_LARGE]


def test_a_deleted_sheet_is_named(tmp_path):
    books = Books()
    del books.headings["PHUC_DAP"]
    assert places(findings_of(write(books, tmp_path))) == [("S1", "PHUC_DAP", None, "")]


def test_a_sheet_too_many_is_named(tmp_path):
    books = Books()
    books.headings["GHI_CHU"] = ["a"]
    assert places(findings_of(write(books, tmp_path))) == [("S4", "GHI_CHU", None, "")]


def test_a_changed_heading_is_unknown_and_the_right_one_missing(tmp_path):
    books = Books()
    books.headings["DON"][1] = "Ngày tiếp nhận"
    assert places(findings_of(write(books, tmp_path))) == [
        ("S2", "DON", 1, "Ngày tiếp nhận"),
        ("S3", "DON", 1, "Ngày nhận"),
    ]


def test_a_heading_that_occurs_twice_is_named_once(tmp_path):
    books = Books()
    books.headings["DON"].append("Ngày nhận")
    assert places(findings_of(write(books, tmp_path))) == [("S2", "DON", 1, "Ngày nhận")]


def test_a_missing_setting_is_named(tmp_path):
    books = Books().drop("THONG_TIN", "ten_don_vi")
    assert places(findings_of(write(books, tmp_path))) == [("G1", "THONG_TIN", None, "Mục")]


def test_a_missing_sheet_does_not_hide_a_wrong_cell_elsewhere(tmp_path):
    books = Books().change("DON", "D1", received_on="hôm qua")
    del books.headings["PHUC_DAP"]
    assert places(findings_of(write(books, tmp_path))) == [
        ("C2", "DON", 2, "Ngày nhận"),
        ("S1", "PHUC_DAP", None, ""),
    ]


def test_findings_of_all_kinds_are_listed_together(tmp_path):
    books = Books().change("DON", "D7", source="zalo").change("DON", "D2", processed_on=day("09/01/2026"))
    books.change("VU_VIEC", "TC1", respondent_role="chu_tich").copy("VAN_BAN_QL", "01/KH-UBND")
    assert places(findings_of(write(books, tmp_path))) == [
        ("M6", "VU_VIEC", 3, "Thuộc thẩm quyền"),
        ("D7", "DON", 3, "Ngày xử lý"),
        ("C7", "DON", 8, "Nguồn đơn"),
        ("K1", "VAN_BAN_QL", 3, "Số văn bản"),
    ]


def test_a_wrong_cell_raises_no_false_alarm_about_the_rows_that_rest_on_it(tmp_path):
    books = Books().change("NGAY_TIEP", "B1", date="05/01/2026").change("CAN_BO", "CT", role="sếp")
    books.change("DIEN_BIEN", "KN1/1", date="09/01/2026").change("VU_VIEC", "TC2", kind="?")
    books.change("DIEN_BIEN", "KN1/2", seq="hai")
    assert [f.rule for f in findings_of(write(books, tmp_path))] == ["C7", "C2", "C7", "C2", "C3"]


def test_rows_keep_their_numbers_when_blank_ones_lie_between(tmp_path):
    path = edited(
        write(Books().change("DON", "D2", processed_on=day("09/01/2026")), tmp_path),
        lambda w: w["DON"].insert_rows(2, 3),
    )
    assert places(findings_of(path)) == [("D7", "DON", 6, "Ngày xử lý")]


def test_headings_must_stand_in_row_1(tmp_path):
    path = edited(write(Books(), tmp_path), lambda w: w["TAP_HUAN_NGUOI"].insert_rows(1))
    assert places(findings_of(path)) == [
        ("S3", "TAP_HUAN_NGUOI", 1, "Mã lớp"),
        ("S3", "TAP_HUAN_NGUOI", 1, "Mã cán bộ"),
    ]


def test_the_order_of_columns_is_free_and_an_empty_first_column_does_not_matter(tmp_path):
    def reorder(workbook):
        sheet = workbook["TAP_HUAN_NGUOI"]
        for row in sheet.iter_rows():
            row[0].value, row[1].value = row[1].value, row[0].value
        sheet.insert_cols(1)

    path = edited(write(Books(), tmp_path), reorder)
    assert findings_of(path) == []
    reading = read_workbook(path, quietly)
    assert dict(reading.book["TAP_HUAN_NGUOI"][0]) == {"class_code": "TH1", "staff_code": "CC"}


def test_a_failed_formula_is_refused_even_where_the_cell_may_be_blank(tmp_path):
    def fail(workbook):
        cell = workbook["NGAY_TIEP"]["G3"]
        cell.value, cell.data_type = "#N/A", "e"
        cell = workbook["DON"]["S4"]
        cell.value, cell.data_type = "#REF!", "e"

    assert places(findings_of(edited(write(Books(), tmp_path), fail))) == [
        ("C2", "NGAY_TIEP", 3, "Ngày công bố"),
        ("C1", "DON", 4, "Số văn bản xử lý"),
    ]


def test_spaces_around_text_are_ignored_and_letters_composed(tmp_path):
    decomposed = "Nguye\u0302\u0303n  Va\u0306n A"
    books = Books().change("DON", "D1", signer_name=f"  {decomposed} ", kind=" KN ")
    book = read_workbook(write(books, tmp_path), quietly).book
    assert book["DON"][0]["signer_name"] == "Nguyễn  Văn A"
    assert book["DON"][0]["kind"] == "KN"


def test_numbers_are_read_as_they_are_meant(tmp_path):
    books = Books().change("QUYET_DINH", "Q1", org_land=0.1 + 0.2, org_money=2.0, doc_no=4)
    row = read_workbook(write(books, tmp_path), quietly).book["QUYET_DINH"][0]
    assert row["org_land"] == Decimal("0.3")
    assert row["org_money"] == 2
    assert row["doc_no"] == "4"
    assert row["recover_money"] == 0
    assert row["front_told_on"] is None
