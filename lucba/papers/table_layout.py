"""How a statistical form is laid out: its levels of headings, and the type size and widths that fit the page.

Renderers take the cells and the millimetres from here. A form too wide for one landscape page at the
smallest legible size is cut between two headings into parts that follow each other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lucba.papers.document import Column, StatisticalTable, TableRow
from lucba.papers.fonts import text_width

PAGE_WIDTH = 252.0  # mm: landscape A4 without the margins of Decree 30
TYPE_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)  # pt, the largest that fits is taken
CELL_PADDING = 1.3  # mm, both sides and the rule together
UNIT_COLUMN = 18.0  # mm, at least
WIDEST_UNIT_COLUMN = 40.0  # mm
FORMULA_LINES = 2.5
MEASURES = {"Trđ": "Trđ", "m2": "m²", "m²": "m²"}  # units that the heading must state


@dataclass(frozen=True)
class HeaderCell:
    """A heading over `colspan` columns, the first being `start` (from 0), and `rowspan` heading lines."""

    text: str
    start: int
    colspan: int
    rowspan: int


@dataclass(frozen=True)
class TablePart:
    """What stands on one page width: widths in mm (that of the unit column first), type size in pt."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    total: TableRow | None
    type_size: float
    widths: tuple[float, ...]
    continued: bool

    @property
    def header(self) -> list[list[HeaderCell]]:
        """The heading lines from the top down."""
        return header_rows(self.columns)

    @property
    def number_line(self) -> list[list[str]]:
        """The entries of row MS, each in pieces between which a line may break."""
        return [number_and_formula(column) for column in self.columns]


def heading_text(column: Column) -> str:
    """Return the lowest heading of a column, with its unit where figures are money or land."""
    measure = MEASURES.get(column.unit)
    return f"{column.path[-1]} ({measure})" if measure else column.path[-1]


def number_and_formula(column: Column) -> list[str]:
    """Return the entry of row MS in pieces between which a line may break: ["1=", "5+", "11"]."""
    text = f"{column.number}={column.formula}" if column.formula else str(column.number)
    return text.replace(" ", "").replace("+", "+ ").replace("=", "= ").split()


def header_rows(columns: tuple[Column, ...]) -> list[list[HeaderCell]]:
    """Return the cells of each heading line; neighbours under the same headings share one cell."""
    depth = max(len(column.path) for column in columns)
    return [list(header_line(columns, level, depth)) for level in range(depth)]


def header_line(columns: tuple[Column, ...], level: int, depth: int) -> Iterator[HeaderCell]:
    """Yield the cells that begin on one heading line."""

    def shared(item: tuple[int, Column]) -> tuple[object, ...]:
        index, column = item
        ends_here = len(column.path) <= level + 1
        return (*column.path[: level + 1], index if ends_here else None)

    for _, group in groupby(enumerate(columns), key=shared):
        members = list(group)
        start, first = members[0]
        if len(first.path) == level + 1:
            yield HeaderCell(heading_text(first), start, 1, depth - level)
        elif len(first.path) > level:
            yield HeaderCell(first.path[level], start, len(members), 1)


def table_parts(table: StatisticalTable) -> list[TablePart]:
    """Lay a form out: one part if it fits the page width at 8 pt or more, else as few as possible."""
    spans = page_spans(table, 0, len(table.columns))
    return [table_part(table, start, end) for start, end in spans]


def page_spans(table: StatisticalTable, start: int, end: int) -> list[tuple[int, int]]:
    """Return the runs of columns [start, end) that each fit a page, cut where headings differ most."""
    if end - start == 1 or fitting_size(table, start, end):
        return [(start, end)]
    cut = best_cut(table.columns[start:end]) + start
    return page_spans(table, start, cut) + page_spans(table, cut, end)


def best_cut(columns: tuple[Column, ...]) -> int:
    """Return where to cut: at the highest change of heading, as near the middle as can be."""

    def cost(index: int) -> tuple[int, int]:
        return shared_depth(columns[index - 1].path, columns[index].path), abs(2 * index - len(columns))

    return min(range(1, len(columns)), key=cost)


def shared_depth(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return under how many headings two columns stand together."""
    same = (a == b for a, b in zip(one, other, strict=False))
    return next((level for level, equal in enumerate(same) if not equal), min(len(one), len(other)))


def fitting_size(table: StatisticalTable, start: int, end: int) -> float | None:
    """Return the largest type size in pt at which the columns [start, end) fit the page, if any."""
    return next((size for size in TYPE_SIZES if sum(needed(table, start, end, size)) <= PAGE_WIDTH), None)


def table_part(table: StatisticalTable, start: int, end: int) -> TablePart:
    """Give the columns [start, end) their size and widths; the room left over is shared out evenly."""
    size = fitting_size(table, start, end) or TYPE_SIZES[-1]
    least = needed(table, start, end, size)
    spare = max(PAGE_WIDTH - sum(least), 0) / len(least)
    return TablePart(
        columns=table.columns[start:end],
        rows=tuple(cut_row(row, start, end) for row in table.rows),
        total=cut_row(table.total, start, end) if table.total else None,
        type_size=size,
        widths=tuple(width + spare for width in least),
        continued=start > 0,
    )


def cut_row(row: TableRow, start: int, end: int) -> TableRow:
    """Keep the values of the columns [start, end)."""
    return TableRow(row.name, row.values[start:end])


def needed(table: StatisticalTable, start: int, end: int, size: float) -> list[float]:
    """Return the least width in mm of the unit column and of each column [start, end) at a type size."""
    columns = table.columns[start:end]
    rows = [cut_row(row, start, end) for row in all_rows(table)]
    widths = [
        max(widest([row.values[index] for row in rows], size), formula_width(column, size))
        for index, column in enumerate(columns)
    ]
    for cell in (cell for line in header_rows(columns) for cell in line):
        share = widest(cell.text.split(), size) / cell.colspan
        span = slice(cell.start, cell.start + cell.colspan)
        widths[span] = [max(width, share) for width in widths[span]]
    names = widest([word for row in rows for word in row.name.split()], size)
    return [min(max(UNIT_COLUMN, names), WIDEST_UNIT_COLUMN), *widths]


def formula_width(column: Column, size: float) -> float:
    """Return the width in mm that keeps the entry of row MS to two or three lines."""
    pieces = number_and_formula(column)
    return max(widest(pieces, size), widest(["".join(pieces)], size) / FORMULA_LINES)


def all_rows(table: StatisticalTable) -> tuple[TableRow, ...]:
    """Return the rows of the units and the total, if any."""
    return (*table.rows, table.total) if table.total else table.rows


def widest(texts: list[str], size: float) -> float:
    """Return the width in mm of a cell that holds each of the texts on one line (headings are bold)."""
    return max((text_width(text, size, bold=True) for text in texts), default=0) + CELL_PADDING
