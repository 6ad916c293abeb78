"""The format in the program is the published format, heading by heading."""

import csv
from pathlib import Path

from lucba.register.format import SHEETS

PUBLISHED = Path(__file__).parent.parent / "data" / "register-columns.csv"


def as_published(sheet, column):
    kind = f"{column.type.value}:{column.target}" if column.target else column.type.value
    return {
        "sheet": sheet.name,
        "sheet_title": sheet.title,
        "key_of_sheet": "yes" if column.is_key else "",
        "heading": column.heading,
        "key": column.key,
        "type": kind,
        "required": "yes" if column.required else "",
        "codes": " ".join(column.codes),
    }


def test_the_format_of_the_program_is_the_published_one():
    with PUBLISHED.open(encoding="utf-8-sig", newline="") as lines:
        published = [{name: row[name] for name in row if name != "meaning"} for row in csv.DictReader(lines)]
    assert [as_published(sheet, column) for sheet in SHEETS for column in sheet.columns] == published
