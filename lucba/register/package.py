"""The zip file behind a workbook, looked at before anything is parsed: is it one, and is it of a sane size.

The parser lays every sheet out as a full rectangle, so one stray cell far away could take all memory; the
limits here are far above any office's books. Cells whose formula failed are noted, the parser hides them.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import IO

LARGEST_FILE = 50 * 1024 * 1024  # bytes on disk
LARGEST_CONTENT = 600 * 1024 * 1024  # bytes unpacked
LARGEST_SHEET = 12_000_000  # cells of the rectangle from A1
USUAL_ROWS, USUAL_COLUMNS = 99_999, 26
CHUNK = 1024 * 1024

NOT_A_WORKBOOK = (
    "Tệp không phải là sổ Excel (.xlsx) hoặc đã hỏng. Hãy mở tệp bằng Excel và lưu lại dạng .xlsx."
)
TOO_LARGE = "Tệp quá lớn so với một sổ theo dõi. Hãy kiểm tra lại tệp, xóa các trang và ô thừa."

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"""\b([\w:]+)\s*=\s*["']([^"']*)["']""")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,3})(\d+)["']""")
_UNUSUAL = re.compile(rb"""r\s*=\s*["'](?:[A-Z]{2}|[A-Z]?\d{6})""")  # beyond column Z or row 99,999
_FAILURE = re.compile(rb"""t\s*=\s*["']e["']""")
_FAILED = re.compile(
    rb"""<(?:\w+:)?c\b(?=[^>]*\bt\s*=\s*["']e["'])[^>]*?\br\s*=\s*["']([A-Z]{1,3})(\d+)["']"""
)

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)

Source = Path | IO[bytes]
Place = tuple[int, int]  # row and column as Excel counts them, from 1


class NotAWorkbookError(Exception):
    """The file cannot be read as a register workbook; the message is a sentence for the person."""


@dataclass(slots=True)
class SheetScan:
    """The size of one sheet and its cells with a failed formula."""

    last_row: int = 0
    last_column: int = 0
    failed: set[Place] = field(default_factory=set)

    def take(self, text: bytes) -> None:
        """Look at a piece of the sheet that ends at a tag; most pieces lie within a usual size."""
        rows, columns = {USUAL_ROWS}, {USUAL_COLUMNS}
        if _UNUSUAL.search(text):
            places = _PLACE.findall(text)
            rows = {int(row) for _, row in places}
            columns = {_number_of(letters) for letters in {letters for letters, _ in places}}
        self.last_row = max(self.last_row, *rows)
        self.last_column = max(self.last_column, *columns)
        if _FAILURE.search(text):
            self.failed |= {(int(row), _number_of(letters)) for letters, row in _FAILED.findall(text)}


def scan(source: Source) -> dict[str, SheetScan]:
    """Return what was seen of each sheet, by its name. Raises NotAWorkbookError."""
    if _size_of(source) > LARGEST_FILE:
        raise NotAWorkbookError(TOO_LARGE)
    try:
        with zipfile.ZipFile(source) as package:
            return _scan_package(package)
    except UNREADABLE as error:
        raise NotAWorkbookError(NOT_A_WORKBOOK) from error


def _size_of(source: Source) -> int:
    if isinstance(source, Path):
        return source.stat().st_size
    source.seek(0, 2)
    size = source.tell()
    source.seek(0)
    return size


def _scan_package(package: zipfile.ZipFile) -> dict[str, SheetScan]:
    if sum(member.file_size for member in package.infolist()) > LARGEST_CONTENT:
        raise NotAWorkbookError(TOO_LARGE)
    parts = _sheet_parts(package)
    seen = {name: SheetScan() for name in parts}
    by_part = {part: name for name, part in parts.items()}
    for member in package.infolist():
        for piece in _pieces(package, member):  # to the end: this checks the size and sum the zip declares
            if member.filename in by_part:
                seen[by_part[member.filename]].take(piece)
    if any(sheet.last_row * sheet.last_column > LARGEST_SHEET for sheet in seen.values()):
        raise NotAWorkbookError(TOO_LARGE)
    return seen


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of the package that holds each sheet, by the sheet's name."""
    relations = {
        each["Id"]: each.get("Target", "")
        for each in _attributes(_RELATION, package.read("xl/_rels/workbook.xml.rels"))
        if "Id" in each
    }
    return {
        each["name"]: _path_of(relations.get(each.get("r:id", ""), ""))
        for each in _attributes(_SHEET, package.read("xl/workbook.xml"))
        if "name" in each
    }


def _attributes(tag: re.Pattern[bytes], text: bytes) -> Iterator[dict[str, str]]:
    for found in tag.findall(text):
        yield {name.decode(): unescape(value.decode()) for name, value in _ATTRIBUTE.findall(found)}


def _path_of(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _pieces(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the content of `member`, each piece ending before a tag."""
    rest = b""
    with package.open(member) as content:
        while chunk := content.read(CHUNK):
            text = rest + chunk
            cut = text.rfind(b"<")
            if cut > 0 and len(text) - cut < CHUNK:
                yield text[:cut]
                rest = text[cut:]
            else:
                yield text
                rest = b""
    yield rest


def _number_of(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
