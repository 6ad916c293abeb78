"""Search that finds "Nguyễn Văn A" for "nguyen van a": one key, kept in a column and made of the query.

A name heard or typed a little wrong is alike: y for i, s for x, tr for ch, gi for d, and in a word of three
letters or more one letter wrong, missing, too many or swapped with its neighbour.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any

_VOWELS = frozenset("aeiouy")
_SOUNDS = (
    ("tr", "ch"),
    ("gi", "d"),
    ("s", "x"),
)  # told apart in writing, hardly in speech, at a word's start
WORDS_SEARCHED = 8  # a longer search is cut: each word costs a look at every row
_SPELLABLE = 3  # letters: one wrong letter in a shorter word makes another name
_MARKS = re.compile("[\u0300-\u036f]+")  # the accents left beside their letters by NFD


def search_key(*parts: object) -> str:
    """Return `parts` without accents, đ as d, lower case, single spaces; empty parts fall out."""
    text = " ".join(str(part) for part in parts if part).replace("\x00", " ")  # PostgreSQL takes no NUL
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "d"))
    return " ".join(_MARKS.sub("", letters).casefold().split())


@lru_cache(maxsize=4096)  # names share few syllables
def alike(typed: str, written: str) -> bool:
    """Tell whether two words of search keys are the same but for the sound or one letter."""
    first, second = _sound(typed), _sound(written)
    if first == second:
        return True
    cut_short = not _VOWELS.intersection(typed)  # "vn" for "van"
    return (len(typed) >= _SPELLABLE or cut_short) and _one_slip(first, second)


def words_apart(typed: list[str], written: list[str]) -> int | None:
    """Return how many of the words `typed` differ from alike words in a row of `written`; None: unlike.

    At least one word must be the same.
    """
    for start in range(len(written) - len(typed) + 1):
        row = written[start : start + len(typed)]
        if all(map(alike, typed, row)):
            apart = sum(one != other for one, other in zip(typed, row, strict=True))
            if apart < len(typed):
                return apart
    return None


def parts_kept(word: str) -> tuple[str, ...]:
    """Return parts of which at least one stands in every key with a word alike: its start, or its end."""
    onset = _onset(word)
    rime = word[len(onset) :]
    other = rime.replace("y", "i") if "y" in rime else rime.replace("i", "y")
    return tuple(dict.fromkeys((f" {onset}", f"{rime} ", f"{other} ")))


def _onset(word: str) -> str:
    """Return the consonants a word begins with, else its first letter; half of a word without vowels."""
    if word.startswith("gi") and len(word) > 2 and word[2] in _VOWELS:
        return "gi"
    length = next((index for index, letter in enumerate(word) if letter in _VOWELS), len(word) // 2)
    return word[: max(1, length)]


def _sound(word: str) -> str:
    for start, other in _SOUNDS:
        if word.startswith(start) and len(word) > len(start):
            word = other + word[len(start) :]
            break
    return word.replace("y", "i")


def _one_slip(first: str, second: str) -> bool:
    """Tell whether one letter wrong, missing, too many or swapped makes `first` of `second`."""
    same = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    same = min(len(first), len(second)) if same is None else same
    one, other = first[same:], second[same:]
    swapped = len(one) > 1 and one[:2] == other[1::-1] and one[2:] == other[2:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or swapped


def with_words(rows: Any, text: str) -> Any:
    """Return the `rows` whose search key holds every word of `text`, accents and case left out."""
    for word in search_key(text).split()[:WORDS_SEARCHED]:
        rows = rows.filter(search_key__contains=word)
    return rows
