"""Search that finds "Nguyễn Văn A" for "nguyen van a": one key, kept in a column and made of the query."""

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]+")  # the accents left beside their letters by NFD


def search_key(*parts: object) -> str:
    """Return `parts` without accents, đ as d, lower case, single spaces; empty parts fall out."""
    text = " ".join(str(part) for part in parts if part)
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "d"))
    return " ".join(_MARKS.sub("", letters).casefold().split())
