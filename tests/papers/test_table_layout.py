from dataclasses import replace

import pytest

from lucba.papers.document import Column, TableRow
from lucba.papers.fonts import text_width
from lucba.papers.table_layout import (
    PAGE_WIDTH,
    HeaderCell,
    header_rows,
    heading_text,
    number_and_formula,
    table_parts,
)
from tests.papers.samples import TITLES, form, form_columns

MANY_UNITS = "1.234.567,5"


def test_neighbours_under_one_heading_share_its_cell():
    columns = (Column(1, ("Tổng số",)), Column(2, ("Tiếp", "Lượt")), Column(3, ("Tiếp", "Người")))
    assert header_rows(columns) == [
        [HeaderCell("Tổng số", 0, 1, 2), HeaderCell("Tiếp", 1, 2, 1)],
        [HeaderCell("Lượt", 1, 1, 1), HeaderCell("Người", 2, 1, 1)],
    ]


def test_a_column_and_a_group_of_the_same_name_stay_apart():
    columns = (Column(1, ("Đơn",)), Column(2, ("Đơn", "Khiếu nại")), Column(3, ("Đơn", "Tố cáo")))
    assert [cell.colspan for cell in header_rows(columns)[0]] == [1, 2]


@pytest.mark.parametrize("code", TITLES)
def test_the_heading_of_every_form_covers_its_grid_exactly(code):
    columns = form_columns(code)
    lines = header_rows(columns)
    covered = [
        (line + down, cell.start + across)
        for line, cells in enumerate(lines)
        for cell in cells
        for down in range(cell.rowspan)
        for across in range(cell.colspan)
    ]
    assert sorted(covered) == [(line, column) for line in range(len(lines)) for column in range(len(columns))]


def test_the_reception_form_has_four_heading_lines():
    lines = header_rows(form_columns("01/TCD"))
    top = [(cell.text, cell.colspan, cell.rowspan) for cell in lines[0]]
    assert len(lines) == 4
    assert top[0] == ("Tổng số lượt tiếp", 1, 4)
    assert top[4:] == [("Tiếp thường xuyên", 5, 1), ("Tiếp định kỳ và đột xuất của Thủ trưởng", 12, 1)]


@pytest.mark.parametrize(("unit", "heading"), [("Trđ", "Tiền (Trđ)"), ("m2", "Tiền (m²)"), ("đơn", "Tiền")])
def test_headings_state_the_unit_of_money_and_land_only(unit, heading):
    assert heading_text(Column(3, ("Thu hồi", "Tiền"), unit=unit)) == heading


def test_row_ms_carries_number_and_formula():
    assert "".join(number_and_formula(Column(6, ("Tổng số đơn",), "7 + 8 = 9+10+11"))) == "6=7+8=9+10+11"
    assert number_and_formula(Column(5, ("Số lượt tiếp",))) == ["5"]


@pytest.mark.parametrize("code", TITLES)
def test_every_form_of_a_quiet_month_fits_one_page_at_a_legible_size(code):
    (part,) = table_parts(form(code, "0"))
    assert part.type_size >= 8
    assert len(part.columns) == len(form_columns(code))


@pytest.mark.parametrize("value", ["0", "1.234", MANY_UNITS])
@pytest.mark.parametrize("code", TITLES)
def test_every_part_fits_the_page_and_every_figure_its_column(code, value):
    for part in table_parts(form(code, value)):
        assert sum(part.widths) <= PAGE_WIDTH + 0.01
        assert min(part.widths[1:]) > text_width(value, part.type_size)


def test_large_sums_cut_the_widest_form_between_complaints_and_denunciations():
    columns = form_columns("05/KQTH")
    values = tuple(MANY_UNITS if column.unit in ("Trđ", "m2") else "12" for column in columns)
    parts = table_parts(replace(form("05/KQTH"), rows=(TableRow("UBND xã Lục Ba", values),)))
    assert [[column.number for column in part.columns] for part in parts] == [
        list(range(1, 16)),
        list(range(16, 32)),
    ]
    assert [part.continued for part in parts] == [False, True]
    assert sum((part.rows[0].values for part in parts), ()) == values


def test_the_total_is_cut_with_its_columns():
    table = form("05/KQTH", MANY_UNITS, total=TableRow("Tổng cộng", tuple(str(n) for n in range(1, 32))))
    totals = [part.total.values for part in table_parts(table) if part.total]
    assert sum(totals, ()) == tuple(str(n) for n in range(1, 32))


def test_a_figure_wider_than_the_page_still_gets_its_column():
    (part,) = table_parts(form("01/TCD", columns=(Column(1, ("Số",)),), rows=(TableRow("Xã", ("9" * 500,)),)))
    assert part.type_size == 8
