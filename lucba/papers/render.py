"""The only door to WeasyPrint: a document as a tagged PDF, with its own fonts and nothing from a network.

Importing this module takes more than a second: only tasks and commands do. Anything about looks belongs into
decree_30.css, anything about words into `wording`.
"""

from html import escape
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from lucba.papers.document import Document
from lucba.papers.fonts import FAMILY, face_paths, font_face_css, printable
from lucba.papers.html import LONGEST, document_html
from lucba.papers.progress import Tell, nobody, telling_pages

STYLE_SHEET = Path(__file__).with_name("decree_30.css")
# Blue, as the picture of a signature is (Decree 30/2020, annex I, ô 7c).
MARK = """
@page {{ size: {width}pt {height}pt; margin: 1pt }}
body {{ margin: 0; color: #00308f; font: 10pt/13pt "{family}"; text-align: center; overflow-wrap: anywhere }}
p {{ margin: 0 }}
"""
VARIANT = "pdf/a-3a"  # made to be kept, and tagged with title and language for readers who listen


class ForbiddenAddressError(Exception):
    """A document tried to fetch something other than its fonts."""


class OnlyFontsFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no type hints
    """Serve the font files of the papers and data: addresses; refuse every other file and every network."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"file", "data"}, allow_redirects=False, fail_on_errors=True)
        self.fonts = {path.as_uri() for path in face_paths()}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Fetch one of the allowed addresses. Raises ForbiddenAddressError for any other."""
        if url not in self.fonts and not url.startswith("data:"):
            raise ForbiddenAddressError(url)
        return super().fetch(url, headers)


def render_mark(lines: tuple[str, ...], *, width: float, height: float) -> bytes:
    """Return the visible mark of a digital signature: blue lines on a page of `width` and `height` in pt."""
    fetcher, fonts = OnlyFontsFetcher(), FontConfiguration()
    options: dict[str, Any] = {"font_config": fonts, "url_fetcher": fetcher}
    looks = MARK.format(width=width, height=height, family=FAMILY)
    styles = [CSS(string=css, **options) for css in (font_face_css(), looks)]
    text = "".join(f"<p>{escape(printable(line))}</p>" for line in lines)
    page = HTML(string=f'<html lang="vi"><title>Chữ ký số</title>{text}</html>', url_fetcher=fetcher)
    pdf: bytes = page.write_pdf(stylesheets=styles, font_config=fonts)
    return pdf


def render_pdf(document: Document, *, longest: int = LONGEST, tell: Tell = nobody) -> bytes:
    """Print a document of Decree 30/2020/NĐ-CP. The same document gives the same bytes.

    `tell` hears the number of each page laid out; writing them takes about as long again. Raises
    MissingFontsError and DocumentTooLongError, whose messages are sentences for the office.
    """
    fetcher, fonts = OnlyFontsFetcher(), FontConfiguration()
    options: dict[str, Any] = {"font_config": fonts, "url_fetcher": fetcher}
    styles = [CSS(string=css, **options) for css in (font_face_css(), STYLE_SHEET.read_text("utf-8"))]
    page = HTML(string=document_html(document, longest=longest), url_fetcher=fetcher)
    try:
        with telling_pages(tell):
            pdf: bytes = page.write_pdf(stylesheets=styles, font_config=fonts, pdf_variant=VARIANT)
    except FatalURLFetchingError as error:  # not an Exception: it would end a worker process
        raise ForbiddenAddressError(str(error)) from error
    return pdf
