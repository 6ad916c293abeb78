import pytest

from lucba.papers.render import render_pdf
from tests.papers import reading
from tests.papers.samples import TITLES, form, report


@pytest.fixture(scope="session")
def signed_report():
    """The signed monthly report with its six forms, printed once."""
    return render_pdf(report(annexes=tuple(form(code, note="Không phát sinh.") for code in TITLES)))


@pytest.fixture(scope="session")
def runs(signed_report):
    return reading.runs(signed_report)
