"""What makes a printed paper trustworthy: its own fonts, every letter, no network, the same bytes again."""

import subprocess
import sys
import unicodedata

import pytest

from lucba.papers import fonts
from lucba.papers.document import Paragraph
from lucba.papers.fonts import MissingFontsError, printable
from lucba.papers.html import DocumentTooLongError, document_html
from lucba.papers.render import ForbiddenAddressError, OnlyFontsFetcher, render_pdf
from tests.papers import reading
from tests.papers.samples import form, report

VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0309\u0303\u0301\u0323"
LETTERS = "đ" + "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in VOWELS
    for tone in ("", *TONES)
    if vowel + tone not in "aeiouy"
)
ALPHABET = LETTERS + LETTERS.upper()
OUR_FACES = {"Lucba-Tinos", "Lucba-Tinos-Bold", "Lucba-Tinos-Italic", "Lucba-Tinos-Bold-Italic"}


def printed(text):
    return render_pdf(report(blocks=(Paragraph(text), Paragraph("Trân trọng báo cáo."))))


def test_the_alphabet_of_these_tests_is_the_vietnamese_one():
    assert len(ALPHABET) == len(set(ALPHABET)) == 134


@pytest.mark.parametrize("form_of_input", ["NFC", "NFD"])
def test_all_134_vietnamese_letters_are_printed_by_our_own_font(form_of_input):
    pdf = printed(unicodedata.normalize(form_of_input, " ".join(ALPHABET)))
    body = "".join(run.text for run in reading.runs(pdf) if run.face == "Lucba-Tinos")
    assert set(ALPHABET) <= set(body)
    assert {name.partition("+")[2] for name in reading.fonts(pdf)} <= OUR_FACES


def test_exactly_the_four_faces_are_embedded_as_subsets(signed_report):
    embedded = reading.fonts(signed_report)
    assert sorted(name.partition("+")[2] for name in embedded) == sorted(OUR_FACES)
    assert all("/FontFile2" in descriptor for descriptor in embedded.values())
    assert len(signed_report) < 250_000


def test_all_four_faces_have_all_134_letters():
    assert all(set(ALPHABET) <= set(fonts.advances(face)) for face in fonts.FACES)


def test_page_numbers_and_draft_marks_use_no_other_font():
    pdf = render_pdf(report(draft=True, annexes=(form("01/TCD"),)))
    assert {name.partition("+")[2] for name in reading.fonts(pdf)} == OUR_FACES


def test_a_character_without_a_glyph_becomes_a_square_not_another_font():
    pdf = printed("Ký tự lạ: ☑ 漢 😀")
    assert "Ký tự lạ: □ □ □" in reading.text(pdf)
    assert {name.partition("+")[2] for name in reading.fonts(pdf)} == OUR_FACES


def test_the_paper_is_tagged_titled_and_says_its_language(signed_report):
    root = reading.reader(signed_report).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi"
    assert reading.reader(signed_report).metadata.title == (
        "Báo cáo Về công tác tiếp công dân, giải quyết khiếu nại, tố cáo tháng 3 năm 2026"
    )
    assert "pdfaid" in root["/Metadata"].get_object().get_data().decode()


def structure(element, found):
    element = element.get_object()
    if isinstance(element, list):
        for kid in element:
            structure(kid, found)
    elif hasattr(element, "get"):
        found.append(element.get("/S"))
        structure(element.get("/K", []), found)
    return found


def test_only_real_tables_are_tagged_as_tables():
    pdf = render_pdf(report(annexes=(form("01/TCD"),)))
    tags = structure(reading.reader(pdf).trailer["/Root"]["/StructTreeRoot"], [])
    assert tags.count("/Table") == 2  # the summary and the form; letterhead and signature are none
    assert {"/H1", "/H2", "/P", "/TH", "/TD"} <= set(tags)


def test_the_same_document_gives_the_same_bytes():
    document = report(annexes=(form("01/TCD"),))
    assert render_pdf(document) == render_pdf(document)


@pytest.mark.parametrize(
    "text",
    [
        "<img src=http://127.0.0.1:9/x.png>",
        "<script>alert(1)</script>",
        "</p><style>@import 'http://127.0.0.1:9/';</style>",
    ],
)
def test_markup_in_a_text_is_printed_as_text(text):
    assert text in reading.text(printed(f"Nội dung {text} hết"))


def test_markup_in_any_field_is_printed_as_text():
    mark = "<b>&amp;</b>"
    pdf = render_pdf(
        report(title=mark, place=mark, signer=mark, recipients=(mark, "Lưu: VT"), addressees=(mark,))
    )
    assert reading.text(pdf).count(mark) == 5


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/logo.png", "file:///etc/passwd", "ftp://127.0.0.1/x"]
)
def test_nothing_but_the_fonts_is_ever_fetched(address):
    with pytest.raises(ForbiddenAddressError):
        OnlyFontsFetcher().fetch(address)


def test_the_fonts_themselves_and_embedded_data_are_served():
    fetcher = OnlyFontsFetcher()
    assert all(fetcher.fetch(path.as_uri()).read(4) == b"\x00\x01\x00\x00" for path in fonts.face_paths())
    assert fetcher.fetch("data:text/plain,abc").read() == b"abc"


def test_missing_fonts_are_said_clearly(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    with pytest.raises(MissingFontsError, match="make setup"):
        render_pdf(report())


def test_control_characters_disappear():
    assert printable("a\x00b\x07c\u202ed\u200be\ufeff\tg\nh\ud800") == "abcde\tg\nh"
    assert "Tiếp công dân" in reading.text(printed("Tiếp\x00 công\x1b dân"))


def test_line_breaks_in_a_text_are_kept():
    runs = reading.runs(printed("Dòng thứ nhất\nDòng thứ hai"))
    assert reading.find(runs, "Dòng thứ hai").baseline > reading.find(runs, "Dòng thứ nhất").baseline


def test_a_word_of_twenty_thousand_letters_is_broken_inside_the_margins():
    runs = reading.runs(printed("a" * 20_000))
    letters = [run for run in runs if set(run.text) == {"a"}]
    assert sum(len(run.text) for run in letters) == 20_000
    assert all(fonts.text_width(run.text, 14) <= 165.1 for run in letters)


def test_entities_survive_the_breaking_of_long_words():
    assert reading.text(printed("&<>" * 200)).replace(" ", "").count("&<>") == 200


@pytest.mark.parametrize("text", ["đơn " * 1_300_000, "dòng\n" * 20_000])
def test_a_pasted_file_is_refused_at_once(text):
    with pytest.raises(DocumentTooLongError, match="rút gọn"):
        document_html(report(blocks=(Paragraph(text),)))


def test_web_processes_can_build_documents_without_loading_weasyprint():
    modules = "lucba.papers.document, lucba.papers.wording, lucba.papers.numbers"
    code = f"import sys, {modules}; sys.exit('weasyprint' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
