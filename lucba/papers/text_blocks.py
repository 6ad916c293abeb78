"""The body of a paper as the clerk edits it: plain lines, each a paragraph, a few marked at their start.

"# " and "## " head a part, "Điều 1." an article, "- " an item, "| a | b |" a row of a table (the first row
its headings), "> " a centred bold line, "---" a new page. `[lời nhắc]` is a blank, printed as a dotted line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from lucba.papers.document import (
    Article,
    Block,
    BulletList,
    Heading,
    PageBreak,
    Paragraph,
    SimpleTable,
    TableColumn,
)

ARTICLE = re.compile(r"(?P<heading>Điều \d+[a-z]?\.)\s*(?P<text>.*)")
SHARES = (0.7, 6)  # of a column: narrow as "STT", wide as a long text
PAGE_BREAK = "---"


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks that the lines of `text` stand for; blank lines are left out."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(block for mark, group in groupby(lines, key=_mark) for block in _blocks(mark, list(group)))


def _mark(line: str) -> str:
    """Return what kind of line it is; neighbours of one kind stand in one list or table."""
    starts = {"|": "table", "- ": "items", "# ": "part", "## ": "section", "> ": "centred"}
    found = next((name for start, name in starts.items() if line.startswith(start)), "text")
    return "break" if line == PAGE_BREAK else found


def _blocks(mark: str, lines: list[str]) -> Iterator[Block]:
    if mark == "table":
        yield _table([_cells(line) for line in lines])
    elif mark == "items":
        yield BulletList(tuple(line[2:].strip() for line in lines))
    else:
        yield from (_single(mark, line) for line in lines)


def _single(mark: str, line: str) -> Block:
    if mark == "break":
        return PageBreak()
    if mark == "part":
        return Heading(1, line[2:].strip())
    if mark == "section":
        return Heading(2, line[3:].strip())
    if mark == "centred":
        return Paragraph(line[2:].strip(), align="center", style="bold", indent=False)
    article = ARTICLE.fullmatch(line)
    return Article(article["heading"], article["text"]) if article else Paragraph(line)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip("|").split("|"))


def _table(rows: list[tuple[str, ...]]) -> SimpleTable:
    """Return a table as wide as its first row: short rows are filled up, the last cell takes what is over."""
    width = len(rows[0])
    even = [(*row[: width - 1], " ".join(row[width - 1 :])) if len(row) > width else row for row in rows]
    filled = [(*row, *[""] * (width - len(row))) for row in even]
    columns = tuple(TableColumn(cell, _share(filled, index)) for index, cell in enumerate(filled[0]))
    return SimpleTable(columns, tuple(filled[1:]))


def _share(rows: list[tuple[str, ...]], index: int) -> float:
    """Return the width of a column by its longest text, neither too narrow nor all of the page."""
    longest = max(len(row[index]) for row in rows)
    least, most = SHARES
    return min(max(longest / 8, least), most)
