"""Places and sizes of Decree 30/2020/NĐ-CP, annex I, read back from the printed paper."""

import pytest

from lucba.papers.document import Issuer, Paragraph
from lucba.papers.fonts import text_width
from lucba.papers.render import render_pdf
from tests.papers import reading
from tests.papers.reading import find
from tests.papers.samples import SENTENCE, report

REGULAR, BOLD, ITALIC, BOLD_ITALIC = (
    "Lucba-Tinos",
    "Lucba-Tinos-Bold",
    "Lucba-Tinos-Italic",
    "Lucba-Tinos-Bold-Italic",
)


@pytest.mark.parametrize(
    ("start", "size", "face"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, BOLD),
        ("Độc lập - Tự do - Hạnh phúc", 13, BOLD),
        ("ỦY BAN NHÂN DÂN", 12, BOLD),
        ("XÃ LỤC BA", 12, BOLD),
        ("Số: 05/BC-UBND", 13, REGULAR),
        ("Lục Ba, ngày 05 tháng 02 năm 2026", 13, ITALIC),
        ("BÁO CÁO", 14, BOLD),
        ("Về công tác tiếp công dân", 14, BOLD),
        ("Kính gửi:", 14, REGULAR),
        ("Căn cứ Luật Tiếp công dân", 14, ITALIC),
        ("Thực hiện chế độ báo cáo", 14, REGULAR),
        ("I. TÌNH HÌNH KHIẾU NẠI, TỐ CÁO", 14, BOLD),
        ("1. Công tác tiếp công dân", 14, BOLD),
        ("a) Tiếp thường xuyên", 14, REGULAR),
        ("Nơi nhận:", 12, BOLD_ITALIC),
        ("- Lưu: VT, TCD.", 11, REGULAR),
        ("TM. ỦY BAN NHÂN DÂN", 14, BOLD),
        ("CHỦ TỊCH", 14, BOLD),
        ("Nguyễn Văn Bình", 14, BOLD),
    ],
)
def test_every_element_has_its_size_and_face(runs, start, size, face):
    run = find(runs, start)
    assert run.size == pytest.approx(size, abs=0.01)
    assert run.face == face


def test_the_page_is_a4_with_the_margins_of_the_decree(signed_report, runs):
    page = reading.reader(signed_report).pages[0].mediabox
    assert (float(page.width), float(page.height)) == pytest.approx((595.28, 841.89), abs=0.01)
    body = [run for run in runs if run.page == 1]
    assert min(run.left for run in body) == pytest.approx(30, abs=0.05)
    assert body[0].baseline > 20
    assert max(run.baseline for run in body) < 297 - 20


def test_the_first_line_of_a_paragraph_is_indented_by_one_centimetre(runs):
    assert find(runs, "Thực hiện chế độ").left == pytest.approx(40, abs=0.05)
    assert find(runs, "quả như sau:").left == pytest.approx(30, abs=0.05)


def test_both_halves_of_the_letterhead_stand_on_the_same_lines(runs):
    assert find(runs, "ỦY BAN").baseline == pytest.approx(find(runs, "CỘNG HÒA").baseline, abs=0.05)
    assert find(runs, "XÃ LỤC BA").baseline == pytest.approx(find(runs, "Độc lập").baseline, abs=0.5)
    assert find(runs, "Số:").baseline == pytest.approx(find(runs, "Lục Ba, ngày").baseline, abs=0.05)


def test_number_and_date_share_a_line_below_a_long_issuer_too():
    inspectorate = Issuer("Thanh tra huyện Đại Từ", ("THANH TRA HUYỆN",), ("ỦY BAN NHÂN DÂN", "HUYỆN ĐẠI TỪ"))
    runs = reading.runs(render_pdf(report(issuer=inspectorate)))
    assert find(runs, "HUYỆN ĐẠI TỪ").face == REGULAR
    assert find(runs, "THANH TRA").face == BOLD
    assert find(runs, "Số:").baseline > find(runs, "THANH TRA").baseline + 4
    assert find(runs, "Số:").baseline == pytest.approx(find(runs, "Lục Ba, ngày").baseline, abs=0.05)


def rule_below(pdf, run):
    lines = reading.rules(reading.reader(pdf).pages[0])
    near = (line for line in lines if 0 < line.top - run.baseline < 3.5 and abs(line.left - run.left) < 35)
    return next(line.length for line in near)


def test_the_rules_have_the_lengths_of_the_decree(signed_report, runs):
    motto = text_width("Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    issuer = text_width("XÃ LỤC BA", 12, bold=True)
    subject = text_width("Về công tác tiếp công dân, giải quyết khiếu nại, tố cáo", 14, bold=True)
    assert rule_below(signed_report, find(runs, "Độc lập")) == pytest.approx(motto, abs=0.5)
    assert issuer / 3 <= rule_below(signed_report, find(runs, "XÃ LỤC BA")) <= issuer / 2 + 0.1
    assert subject / 3 <= rule_below(signed_report, find(runs, "tháng 3 năm 2026")) <= subject / 2


def test_several_addressees_stand_in_a_list_below_the_colon(runs):
    colon = find(runs, "Kính gửi:").left + text_width("Kính gửi", 14)
    first, second = find(runs, "- Thanh tra huyện Đại Từ;"), find(runs, "- Ban Tiếp công dân huyện Đại Từ.")
    assert first.left == pytest.approx(second.left)
    assert first.left == pytest.approx(colon, abs=1.5)


def test_one_addressee_stands_on_the_line_of_the_salutation():
    pdf = render_pdf(report(addressees=("Thanh tra huyện Đại Từ",)))
    assert find(reading.runs(pdf), "Kính gửi: Thanh tra huyện Đại Từ").page == 1


def test_a_document_to_nobody_has_no_salutation():
    content = reading.text(render_pdf(report(addressees=())))
    assert "Kính gửi" not in content
    assert "Như trên" not in content


def test_recipients_begin_level_with_the_authority_left_and_right(runs):
    label, authority = find(runs, "Nơi nhận:"), find(runs, "TM. ỦY BAN NHÂN DÂN")
    assert label.baseline == pytest.approx(authority.baseline, abs=0.7)
    assert label.left == pytest.approx(30, abs=0.05)
    assert authority.left > 105


def test_the_signer_is_centred_below_the_authority(runs):
    def middle(start):
        run = find(runs, start)
        return run.left + text_width(run.text, 14, bold=True) / 2

    assert middle("TM. ỦY BAN NHÂN DÂN") == pytest.approx(middle("CHỦ TỊCH"), abs=0.1)
    assert middle("TM. ỦY BAN NHÂN DÂN") == pytest.approx(middle("Nguyễn Văn Bình"), abs=0.1)
    assert find(runs, "Nguyễn Văn Bình").baseline - find(runs, "CHỦ TỊCH").baseline > 25


def test_the_body_ends_with_the_end_mark(runs):
    assert find(runs, "xã Lục Ba./.").page == 2


def test_pages_are_numbered_from_the_second_in_the_middle_of_the_top_margin(runs):
    (number,) = (run for run in runs if run.page == 2 and run.baseline < 20)
    assert (number.text, number.size, number.face) == ("2", pytest.approx(14, abs=0.01), REGULAR)
    assert number.left + text_width("2", 14) / 2 == pytest.approx(30 + 165 / 2, abs=0.1)
    assert all(run.baseline > 20 for run in runs if run.page == 1)


@pytest.mark.parametrize("sentences", range(8, 17))
def test_the_signature_is_whole_and_never_without_the_last_lines_of_the_body(sentences):
    pdf = render_pdf(report(blocks=(Paragraph(SENTENCE * sentences),), annexes=()))
    runs = reading.runs(pdf)
    closing = find(runs, "Nơi nhận:")
    assert {closing.page} == {find(runs, start).page for start in ("TM. ỦY", "Nguyễn Văn Bình", "- Lưu:")}
    body = [run for run in runs if run.page == closing.page and 20 < run.baseline < closing.baseline]
    assert len({round(run.baseline) for run in body}) >= 2


def test_a_short_last_paragraph_brings_company_to_the_page_of_the_signature():
    for lines in range(16, 30):
        body = (Paragraph(f"Nội dung thứ {line}.") for line in range(lines))
        blocks = (*body, Paragraph("Trân trọng báo cáo."))
        runs = reading.runs(render_pdf(report(blocks=blocks, grounds=(), addressees=())))
        closing = find(runs, "Nơi nhận:")
        body = [run for run in runs if run.page == closing.page and 20 < run.baseline < closing.baseline]
        assert len(body) >= 2


def test_an_unsigned_document_leaves_room_for_number_and_date():
    content = " ".join(run.text for run in reading.runs(render_pdf(report(number=None, dated_on=None))))
    assert "Số:       /BC-UBND" in content
    assert "Lục Ba, ngày      tháng      năm 2026" in content


def test_a_draft_is_marked_on_every_page():
    pdf = render_pdf(report(draft=True, number=None, dated_on=None))
    pages = [page.extract_text() for page in reading.reader(pdf).pages]
    assert len(pages) == 2
    assert all(page.count("DỰ THẢO") == 1 for page in pages)


def test_a_signed_document_bears_no_draft_mark(signed_report):
    assert "DỰ THẢO" not in reading.text(signed_report)
