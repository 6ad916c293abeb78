"""Rows of documents in the visit form, and boxes with one name a line."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div
from django import forms

from lucba.office.fields import CountField

MOST_NAMES = 9999  # as many people as a visit may count
ROWS_OFFERED = 2
ROWS_ADDED = 3
MOST_ROWS = 40
COUNT = "document_rows"  # the hidden field that says how many rows the page shows
COLUMNS = ("title", "pages", "copies", "condition")


class NamesField(forms.CharField):
    """Names typed one a line; read as a list without blank lines."""

    def __init__(self, label: str, *, rows: int, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=label, required=False, widget=widget, **options)

    def clean(self, value: Any) -> Any:
        """Return the names, spaces put right. Raises ValidationError for more than MOST_NAMES."""
        lines = (super().clean(value) or "").splitlines()
        names = [" ".join(line.split()) for line in lines if line.strip()]
        if len(names) > MOST_NAMES:
            asked = str(self.label).partition(",")[0]
            raise forms.ValidationError(
                f"{asked} có {len(names)} dòng, quá {MOST_NAMES} dòng. Hãy kiểm tra lại."
            )
        return names


def rows_shown(data: Any) -> int:
    """Return how many rows of documents the posted page had, at least those offered at first."""
    typed = str((data or {}).get(COUNT, ""))
    return min(MOST_ROWS, max(ROWS_OFFERED, int(typed) if typed.isdecimal() and len(typed) < 4 else 0))


def with_more_rows(posted: Any) -> dict[str, Any]:
    """Return what was typed, with ROWS_ADDED more rows of documents asked for."""
    return {**posted.dict(), COUNT: rows_shown(posted) + ROWS_ADDED}


def document_fields(rows: int) -> dict[str, forms.Field]:
    """Return the fields of `rows` documents: "document_0_title" and so on."""
    fields: dict[str, forms.Field] = {COUNT: forms.CharField(widget=forms.HiddenInput, required=False)}
    for row in range(rows):
        fields |= {f"document_{row}_{name}": field for name, field in _columns().items()}
    return fields


def _columns() -> dict[str, forms.Field]:
    return {
        "title": forms.CharField(label="Tên tài liệu", max_length=300, required=False),
        "pages": CountField(label="Số trang", min_value=1, max_value=9_999, required=False),
        "copies": CountField(label="Số bản", min_value=1, max_value=999, required=False),
        "condition": forms.CharField(label="Tình trạng", max_length=100, required=False),
    }


def document_rows(rows: int) -> Div:
    """Return the layout: one line a document; static/js/rows.js adds lines."""
    lines = [
        Div(*(f"document_{row}_{name}" for name in COLUMNS), css_class="document-row", data_row=row)
        for row in range(rows)
    ]
    return Div(COUNT, *lines, css_class="document-rows", data_rows=COUNT)


def rows_without_title(answers: dict[str, Any], rows: int) -> list[int]:
    """Return the rows that say something about a document without its title."""
    return [
        row
        for row in range(rows)
        if not answers.get(f"document_{row}_title")
        and any(answers.get(f"document_{row}_{name}") for name in COLUMNS[1:])
    ]


def documents_of(answers: dict[str, Any], rows: int) -> list[dict[str, Any]]:
    """Return the documents typed, as columns of ReceivedDocument; rows without a title fall out."""
    documents = []
    for row in range(rows):
        title, pages, copies, condition = (answers.get(f"document_{row}_{name}") for name in COLUMNS)
        if title:
            documents.append({"title": title, "pages": pages, "copies": copies or 1, "condition": condition})
    return documents
