"""Every form of the house, filled in from an office's books: printed, and as a DOCX that says the same."""

import io
import re
from datetime import date
from pathlib import Path

import docx
import pytest

from lucba.papers.docx import render_docx
from lucba.papers.render import render_pdf
from lucba.register.actions import import_workbook
from reports.gallery import gallery
from tests.papers import reading

BOOKS = Path(__file__).parent.parent / "data" / "luc-ba-2024-2026.xlsx"
READ_ON = date(2026, 11, 20)
DAYS = (date(2026, 6, 1), READ_ON)
FACES = {"Lucba-Tinos", "Lucba-Tinos-Bold", "Lucba-Tinos-Italic", "Lucba-Tinos-Bold-Italic"}
MILLIMETRE = 36_000  # Word's units


@pytest.fixture
def sheets(db):
    unit = import_workbook(BOOKS, unit=None, create_code="luc-ba", on=READ_ON).unit
    return list(gallery(unit, days=DAYS))


def words(text):
    """Return the letters and figures of a text, white space and dotted lines left out."""
    return re.sub(r"[\s…\u200b]+", "", text)


def docx_text(file):
    """Return the words of a DOCX, of its tables too, in no order."""
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return [words(text) for text in (*(line.text for line in file.paragraphs), *cells) if words(text)]


def test_every_form_is_there_in_both_regimes(sheets):
    names = [sheet.name for sheet in sheets]
    assert len(names) == len(set(names))
    assert len({name.rsplit("-", 1)[0] for name in names}) >= 45
    for number in range(1, 17):
        assert any(name.startswith(f"kn-{number:02d}-") for name in names)
    for number in range(1, 13):
        assert any(name.startswith(f"tc-{number:02d}-") for name in names)
    for name in ("kn-03", "kn-14", "tc-02", "tc-03", "tcd-tu-choi-luot", "tcd-bien-nhan-luot"):
        assert {f"{name}-20260601", f"{name}-20261120"} <= set(names)


def test_every_form_prints_on_a4_with_the_papers_font_and_says_the_same_as_docx(sheets):
    for sheet in sheets:
        pdf, file = render_pdf(sheet.document), docx.Document(io.BytesIO(render_docx(sheet.document)))
        printed = words(reading.text(pdf))
        assert {name.partition("+")[2] for name in reading.fonts(pdf)} <= FACES, sheet.name
        page = reading.reader(pdf).pages[0].mediabox
        assert sorted((float(page.width), float(page.height))) == pytest.approx([595.28, 841.89], abs=0.01)
        assert min(run.left for run in reading.runs(pdf)) >= 29.9, sheet.name
        section = file.sections[0]
        margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
        assert [round(margin / MILLIMETRE) for margin in margins] == [20, 15, 20, 30]
        missing = [text for text in docx_text(file) if text not in printed]
        assert missing == [], sheet.name
        assert file.core_properties.author == sheet.document.issuer.full_name


def test_a_filled_form_tells_what_the_books_know(sheets):
    acceptance = next(sheet for sheet in sheets if sheet.name == "kn-03-20261120")
    text = reading.text(render_pdf(acceptance.document))
    assert "01/TB-UBND" in text
    assert "CHỦ TỊCH" in text
    assert re.search(r"thụ lý giải quyết khiếu nại lần đầu kể từ ngày \d\d tháng", text)
    assert not re.search(r"\[[^\]]+\]", text)


def test_the_same_document_gives_the_same_docx(sheets):
    assert render_docx(sheets[0].document) == render_docx(sheets[0].document)
