"""The lines the clerk edits, as the blocks of a paper."""

from lucba.papers.document import Article, BulletList, Heading, PageBreak, Paragraph, SimpleTable
from lucba.papers.text_blocks import blocks_of


def test_each_line_is_a_paragraph_and_blank_lines_are_left_out():
    assert blocks_of("Một.\n\n  Hai.  ") == (Paragraph("Một."), Paragraph("Hai."))


def test_an_article_has_its_heading_apart():
    assert blocks_of("Điều 1. Giao ông A.\nĐiều 12a. Thi hành.") == (
        Article("Điều 1.", "Giao ông A."),
        Article("Điều 12a.", "Thi hành."),
    )


def test_an_article_in_a_sentence_is_no_article():
    assert blocks_of("Điều 11 Luật Khiếu nại quy định.") == (Paragraph("Điều 11 Luật Khiếu nại quy định."),)


def test_parts_sections_centred_lines_and_page_breaks_are_marked_at_the_start():
    assert blocks_of("# I. Nội dung\n## 1. Việc\n> QUYẾT ĐỊNH:\n---") == (
        Heading(1, "I. Nội dung"),
        Heading(2, "1. Việc"),
        Paragraph("QUYẾT ĐỊNH:", align="center", style="bold", indent=False),
        PageBreak(),
    )


def test_neighbouring_items_make_one_list():
    assert blocks_of("- Đơn\n- Ảnh\nHết.") == (BulletList(("Đơn", "Ảnh")), Paragraph("Hết."))


def test_rows_make_a_table_whose_first_row_is_its_heading():
    (table,) = blocks_of("| STT | Tên tài liệu |\n| 1 | Giấy chứng nhận | bản sao |\n| 2 |")
    assert isinstance(table, SimpleTable)
    assert [column.heading for column in table.columns] == ["STT", "Tên tài liệu"]
    assert table.rows == (("1", "Giấy chứng nhận bản sao"), ("2", ""))


def test_marks_typed_alone_do_no_harm():
    assert blocks_of("|") != ()
    assert blocks_of("- \n# \n> ")
