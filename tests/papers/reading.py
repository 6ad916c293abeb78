"""Reads a printed paper back: every run of text with its place, size and face, and every ruled line."""

import io
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader

MILLIMETRES = 25.4 / 72


@dataclass(frozen=True)
class Run:
    """A piece of text on one line: left edge and baseline in mm from the top left of its page, size in pt."""

    page: int
    text: str
    left: float
    baseline: float
    size: float
    face: str


@dataclass(frozen=True)
class Rule:
    """A horizontal line: left edge, distance from the top and length, in mm."""

    left: float
    top: float
    length: float


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text(pdf: bytes) -> str:
    """Return the whole text, every run of white space as one space."""
    return " ".join(" ".join(page.extract_text() for page in reader(pdf).pages).split())


def runs(pdf: bytes) -> list[Run]:
    found: list[Run] = []
    for number, page in enumerate(reader(pdf).pages, start=1):
        page.extract_text(visitor_text=collector(found, number, float(page.mediabox.height)))
    return found


def collector(found: list[Run], number: int, height: float) -> Any:
    def collect(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        if not text.strip():
            return
        left = (cm[0] * tm[4] + cm[4]) * MILLIMETRES
        baseline = (height - (cm[3] * tm[5] + cm[5])) * MILLIMETRES
        face = font["/BaseFont"].partition("+")[2]
        found.append(Run(number, text.strip(), left, baseline, size * cm[0], face))

    return collect


def find(found: list[Run], start: str) -> Run:
    """Return the first run that starts with some words."""
    return next(run for run in found if run.text.startswith(start))


def rules(page: PageObject) -> list[Rule]:
    height, found, started = float(page.mediabox.height), [], []

    def collect(operator: bytes, args: list[Any], cm: Any, tm: Any) -> None:
        if operator == b"re" and abs(float(args[3])) < 2:
            found.append(rule(cm, height, float(args[0]), float(args[1]), float(args[2])))
        if operator == b"m":
            started[:] = [float(value) for value in args]
        if operator == b"l" and abs(float(args[1]) - started[1]) < 0.01:
            found.append(rule(cm, height, started[0], started[1], float(args[0]) - started[0]))

    page.extract_text(visitor_operand_before=collect)
    return found


def rule(cm: Any, height: float, left: float, top: float, length: float) -> Rule:
    measured = (cm[0] * min(left, left + length) + cm[4], height - (cm[3] * top + cm[5]), cm[0] * abs(length))
    return Rule(*(value * MILLIMETRES for value in measured))


def fonts(pdf: bytes) -> dict[str, Any]:
    """Return the font descriptor of every font of the file, by name without the subset's prefix."""
    found = {}
    for page in reader(pdf).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            found[descendant["/BaseFont"]] = descendant["/FontDescriptor"].get_object()
    return found
