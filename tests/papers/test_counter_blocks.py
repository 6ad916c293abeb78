"""The blocks the counter's papers add: the square code, the numbered book, signatures side by side."""

from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from lucba.papers.document import (
    BookTable,
    Column,
    Document,
    DocumentError,
    Paragraph,
    QrCode,
    SignatureBox,
)
from lucba.papers.html import document_html
from lucba.papers.qr import svg_address
from lucba.papers.render import render_pdf
from tests.papers.reading import reader, text
from tests.papers.samples import LUC_BA

ADDRESS = "https://tiepcongdan.example.vn/cong-khai/tra-cuu/?ma=ABCDE-FGHJK"
RECEIPT = Document(
    issuer=LUC_BA,
    symbol="",
    numbered=False,
    place="Lục Ba",
    kind="GIẤY BIÊN NHẬN",
    title="Thông tin, tài liệu",
    blocks=(Paragraph("Đã nhận 01 tài liệu."), QrCode(ADDRESS, ("Mã tra cứu: ABCDE-FGHJK",))),
    year=2026,
    dated_on=date(2026, 7, 2),
    form_code="Mẫu 02/TCD",
    signatures=(SignatureBox("Người cung cấp"), SignatureBox("Người nhận", name="Nguyễn Thị Vân")),
)
COLUMNS = (Column(1, ("STT",)), Column(2, ("Hướng xử lý", "Thụ lý")), Column(3, ("Hướng xử lý", "Chuyển")))


def test_the_square_code_reaches_the_printer_unbroken():
    assert svg_address(ADDRESS) in unescape(document_html(RECEIPT))


def test_a_receipt_has_a_form_s_name_and_two_signatures_but_no_number_and_no_recipients():
    words = text(render_pdf(RECEIPT))
    for part in ("Mẫu 02/TCD", "NGƯỜI CUNG CẤP", "NGƯỜI NHẬN", "Nguyễn Thị Vân", "Mã tra cứu: ABCDE-FGHJK"):
        assert part in words
    for part in ("Số:", "Nơi nhận", "./."):
        assert part not in words


def test_a_paper_nobody_signs_beside_the_office_says_where_it_is_kept():
    with pytest.raises(DocumentError, match="Lưu:"):
        replace(RECEIPT, signatures=())


def test_a_book_is_wide_repeats_its_headings_on_every_page_and_numbers_its_columns():
    rows = tuple((str(number), "x", "") for number in range(1, 61))
    book = replace(
        RECEIPT, form_code="", landscape=True, blocks=(BookTable(COLUMNS, shares=(1, 2, 2), rows=rows),)
    )
    pages = reader(render_pdf(book)).pages
    assert len(pages) > 1
    for page in pages:
        assert float(page.mediabox.width) > float(page.mediabox.height)
        assert "(3)" in page.extract_text()
        assert "Hướng xử lý" in page.extract_text()


def test_a_row_of_the_book_with_a_missing_cell_is_refused():
    with pytest.raises(DocumentError, match="3 cột"):
        BookTable(COLUMNS, shares=(1, 2, 2), rows=(("1", "x"),))
