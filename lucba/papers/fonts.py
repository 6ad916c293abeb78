"""The one typeface of the papers, Tinos (same widths as Times New Roman), and what it can print.

`make setup` puts the four files into static/vendor/tinos; nothing else of the machine's fonts is used.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # comes with WeasyPrint, untyped

FOLDER = Path(__file__).resolve().parents[2] / "static" / "vendor" / "tinos"
FAMILY = "Lucba Tinos"
FACES = {
    "Tinos_400Regular.ttf": ("normal", "normal"),
    "Tinos_400Regular_Italic.ttf": ("normal", "italic"),
    "Tinos_700Bold.ttf": ("bold", "normal"),
    "Tinos_700Bold_Italic.ttf": ("bold", "italic"),
}
MAY_BREAK = "\ue000"  # the papers' own sign, of no typeface: a line may break here
MISSING_SIGN = "\N{WHITE SQUARE}"
# Never across an entity; a tag is matched first, whole, and left as it is.
TAG_OR_LONG_WORD = re.compile(r"<[^<>]*>|(?P<long>(?:&#?\w+;|[^\s<>&]){60})")
MILLIMETRES_PER_POINT = 25.4 / 72


class MissingFontsError(Exception):
    """The font files of the papers are not installed; the message says what to do."""


def face_paths() -> tuple[Path, ...]:
    """Return the font files.

    Raises MissingFontsError when one is absent: a fallback font would lose Vietnamese letters silently.
    """
    paths = tuple(FOLDER / name for name in FACES)
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise MissingFontsError(
            f"Thiếu phông chữ văn bản ({', '.join(missing)}). Hãy chạy «make setup» rồi in lại."
        )
    return paths


def font_face_css() -> str:
    """Return the @font-face rules that load the four files under the papers' own family name."""
    rules = []
    for path in face_paths():
        weight, style = FACES[path.name]
        rules.append(
            f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; font-style: {style};'
            f' src: url("{path.as_uri()}") }}'
        )
    return "\n".join(rules)


@cache
def advances(face: str) -> dict[str, float]:
    """Return the width of every character of a face, in em."""
    with TTFont(FOLDER / face, lazy=True) as font:
        widths, units = font["hmtx"], font["head"].unitsPerEm
        return {chr(code): widths[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the printed width in mm of one line of text at a size in pt."""
    known = advances("Tinos_700Bold.ttf" if bold else "Tinos_400Regular.ttf")
    return sum(known.get(character, 1) for character in text) * size * MILLIMETRES_PER_POINT


def printable(text: str) -> str:
    """Return text or HTML that the typeface can print: composed letters, no control characters.

    A character the typeface lacks becomes a white square; otherwise a font of the machine would step in.
    Words of absurd length may break: laying them out whole takes minutes.
    """
    known = advances("Tinos_400Regular.ttf")
    composed = unicodedata.normalize("NFC", text)
    table = {ord(character): printable_character(character, known) for character in set(composed)}
    return TAG_OR_LONG_WORD.sub(breakable, composed.translate(table))


def breakable(found: re.Match[str]) -> str:
    """Let a line break after so much of an absurdly long word; leave tags and their addresses alone."""
    return f"{found[0]}\N{ZERO WIDTH SPACE}" if found["long"] else found[0]


def printable_character(character: str, known: dict[str, float]) -> str:
    """Keep a character the typeface has, drop an invisible one, replace any other."""
    if character == MAY_BREAK:
        return "\N{ZERO WIDTH SPACE}"
    if character in "\n\t":
        return character
    if unicodedata.category(character).startswith("C"):
        return ""
    return character if character in known else MISSING_SIGN
