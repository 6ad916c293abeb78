from datetime import date

import pytest

from lucba.papers import wording
from lucba.papers.document import (
    BulletList,
    DocumentError,
    Heading,
    Paragraph,
    SimpleTable,
    TableColumn,
    TableRow,
)
from tests.papers.samples import form, report


def test_the_symbol_has_no_spaces():
    with pytest.raises(DocumentError, match="Ký hiệu"):
        report(symbol="BC - UBND")


def test_the_symbol_cannot_be_empty():
    with pytest.raises(DocumentError, match="Ký hiệu"):
        report(symbol="")


def test_numbers_begin_at_one():
    with pytest.raises(DocumentError, match="bắt đầu từ 01"):
        report(number=0)


def test_the_day_of_signature_belongs_to_the_year_of_the_number():
    with pytest.raises(DocumentError, match="2026"):
        report(dated_on=date(2027, 1, 4))


@pytest.mark.parametrize("recipients", [(), ("Chủ tịch UBND xã",)])
def test_the_recipients_end_with_the_archive(recipients):
    with pytest.raises(DocumentError, match="Lưu"):
        report(recipients=recipients)


def test_a_row_of_a_table_has_a_cell_for_every_column():
    with pytest.raises(DocumentError, match="2 ô"):
        SimpleTable((TableColumn("Nội dung"), TableColumn("Số liệu")), (("Đơn",),), "Tóm tắt")


def test_a_row_of_a_form_has_a_figure_for_every_column():
    with pytest.raises(DocumentError, match="21 cột"):
        form("01/TCD", total=TableRow("Tổng cộng", ("0",)))


def test_a_signed_document_bears_padded_number_and_date():
    assert wording.number_and_symbol(report()) == "05/BC-UBND"
    assert wording.place_and_date(report()) == "Lục Ba, ngày 05 tháng 02 năm 2026"


def test_an_unsigned_document_leaves_number_and_date_blank():
    unsigned = report(number=None, dated_on=None)
    assert wording.number_and_symbol(unsigned) == "      /BC-UBND"
    assert wording.place_and_date(unsigned) == "Lục Ba, ngày      tháng      năm 2026"


def test_an_annex_names_the_document_it_belongs_to():
    expected = "(Kèm theo Báo cáo số: 05/BC-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Lục Ba)"
    assert wording.attached_to(report()) == expected


def test_lists_end_with_semicolons_and_a_stop_whatever_was_typed():
    assert wording.listed(("Một;", "Hai.", "Ba")) == ["Một;", "Hai;", "Ba."]


def test_as_above_leads_the_recipients_of_a_document_with_addressees_once():
    lines = ["Như trên;", "Đảng ủy xã;", "Lưu: VT."]
    assert wording.recipient_lines(report(recipients=("Đảng ủy xã", "Lưu: VT"))) == lines
    assert wording.recipient_lines(report(recipients=("Như trên", "Đảng ủy xã", "Lưu: VT"))) == lines


def test_without_addressees_nothing_is_as_above():
    assert wording.recipient_lines(report(addressees=(), recipients=("Lưu: VT",))) == ["Lưu: VT."]


@pytest.mark.parametrize("typed", ["Trân trọng báo cáo", "Trân trọng báo cáo.", "Trân trọng báo cáo./. "])
def test_the_end_mark_follows_the_last_sentence_once(typed):
    assert wording.ended((Paragraph("Mở đầu."), Paragraph(typed))) == (
        Paragraph("Mở đầu."),
        Paragraph("Trân trọng báo cáo./."),
    )


def test_the_end_mark_follows_the_last_item_of_a_list():
    assert wording.ended((BulletList(("Một;", "Hai.")),)) == (BulletList(("Một;", "Hai./.")),)


@pytest.mark.parametrize("blocks", [(), (Heading(1, "VI. Kiến nghị"),)])
def test_a_body_that_ends_without_a_sentence_ends_with_the_mark_alone(blocks):
    assert wording.ended(blocks) == (*blocks, Paragraph("./."))
