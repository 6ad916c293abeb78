"""What a browser sends, made readable before a form reads it: letters nobody sees are left out.

Text pasted from elsewhere carries them: zero-width spaces, marks that turn the direction of writing and with
it the rest of a line, control characters that neither PostgreSQL nor a workbook takes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.http import QueryDict

# Zero-width joiners stay: they hold other scripts and emoji together.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")  # line breaks of word processors


def readable(text: str) -> str:
    """Return `text` without what nobody sees, each letter in one piece with its accents (NFC)."""
    return unicodedata.normalize("NFC", _BREAKS.sub(" ", _UNSEEN.sub("", text)))


def readable_answers(data: Any) -> Any:
    """Return what a form was sent with every text made readable; nothing for nothing."""
    if not data:
        return data
    if not isinstance(data, QueryDict):
        return {name: readable(value) if isinstance(value, str) else value for name, value in data.items()}
    answers = data.copy()
    for name, values in data.lists():
        answers.setlist(name, [readable(str(value)) for value in values])
    return answers
