"""The statistical forms annexed to a report, read back from the printed paper."""

from itertools import pairwise

import pytest

from lucba.papers.document import TableRow
from lucba.papers.fonts import text_width
from lucba.papers.render import render_pdf
from tests.papers import reading
from tests.papers.reading import find
from tests.papers.samples import TITLES, form, report

FIRST_FORM = 3  # the page of 01/TCD: the report itself takes two


@pytest.fixture(scope="module")
def long_form():
    """A district's form: so many communes that it takes several pages."""
    rows = tuple(TableRow(f"UBND xã số {number}", ("1.234",) * 21) for number in range(1, 41))
    table = form("01/TCD", rows=rows, total=TableRow("Tổng cộng", ("49.360",) * 21))
    return render_pdf(report(annexes=(table, form("06/QLKNTC"))))


def test_each_form_has_a_landscape_page_of_its_own(signed_report):
    pages = reading.reader(signed_report).pages
    assert len(pages) == 2 + len(TITLES)
    for code, page in zip(TITLES, pages[2:], strict=True):
        size = (float(page.mediabox.width), float(page.mediabox.height))
        assert size == pytest.approx((841.89, 595.28), abs=0.01)
        assert f"Biểu số: {code}" in page.extract_text()


def test_a_form_says_what_it_is_of_which_days_and_of_which_report(runs):
    page = [run for run in runs if run.page == FIRST_FORM]
    title = find(page, "TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN THƯỜNG XUYÊN, ĐỊNH KỲ VÀ ĐỘT XUẤT")
    assert (title.size, title.face) == (pytest.approx(14, abs=0.01), "Lucba-Tinos-Bold")
    assert find(page, "Số liệu tính từ ngày 01/03/2026 đến ngày 31/03/2026")
    attached = find(page, "(Kèm theo Báo cáo số: 05/BC-UBND ngày 05 tháng 02 năm 2026 của")
    assert attached.text.endswith("Ủy ban nhân dân xã Lục Ba)")
    assert attached.face == "Lucba-Tinos-Italic"
    assert page[-1].text == "Ghi chú: Không phát sinh."


def test_row_ms_numbers_the_columns_and_gives_their_formulas(signed_report):
    text = "".join(reading.reader(signed_report).pages[FIRST_FORM - 1].extract_text().split())
    assert "MS1=5+11+172=6+12+183=7+13+194=8+14+2056789101112131415161718192021" in text


def test_all_figures_stand_inside_the_page_in_legible_type(runs):
    for run in (run for run in runs if run.page >= FIRST_FORM):
        assert run.size >= 7.99
        assert run.left >= 30
        assert run.left + text_width(run.text, run.size, bold="Bold" in run.face) <= 297 - 15 + 0.2


def test_figures_of_a_row_stand_on_one_line_without_touching():
    table = form("02/XLD", "1.234")
    found = [run for run in reading.runs(render_pdf(report(annexes=(table,)))) if run.text == "1.234"]
    assert len(found) == 25
    assert len({round(run.baseline, 1) for run in found}) == 1
    lefts = sorted(run.left for run in found)
    gaps = [right - left for left, right in pairwise(lefts)]
    assert min(gaps) > text_width("1.234", found[0].size) + 0.5


def test_pages_of_an_annex_are_numbered_from_one_again_and_not_on_its_first(long_form):
    runs = [run for run in reading.runs(long_form) if run.baseline < 20]
    pages = len(reading.reader(long_form).pages)
    of_the_annex = [(page, str(page - 2)) for page in range(4, pages)]
    assert [(run.page, run.text) for run in runs] == [(2, "2"), *of_the_annex]


def test_the_heading_returns_on_every_page_and_the_total_comes_once(long_form):
    texts = [page.extract_text() for page in reading.reader(long_form).pages[2:-1]]
    assert len(texts) >= 2
    assert all("MS" in text and "Đơn vị" in text for text in texts)
    assert [text.count("Tổng cộng") for text in texts] == [0] * (len(texts) - 1) + [1]


def test_a_form_in_two_parts_says_that_it_goes_on():
    table = form("05/KQTH", "123.456,75", note="Tiền tính bằng triệu đồng.")
    pages = [page.extract_text() for page in reading.reader(render_pdf(report(annexes=(table,)))).pages[2:]]
    assert len(pages) == 2
    assert "(tiếp theo)" not in pages[0]
    assert "(tiếp theo)" in pages[1]
    assert ["Ghi chú" in page for page in pages] == [False, True]
