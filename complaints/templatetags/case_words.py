"""What a decision or an entry of carrying it out says, as labels and words: `{% load case_words %}`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.db import models
from django.utils.formats import date_format, number_format
from django.utils.text import capfirst

from complaints.models import CaseEvent, Decision
from complaints.words import detail_words

register = template.Library()
Lines = list[tuple[str, str]]
AFTERWARDS = (
    "sent_on",
    "received_on",
    "published_on",
    "publication_end_on",
    "front_told_on",
    "effective_on",
    "directive_on",
)


@register.filter
def event_detail(event: CaseEvent) -> str:
    """Return the detail of an event in words."""
    return detail_words(event)


@register.filter
def days_to(start: date, end: date) -> int:
    """Return how many days lie between two days."""
    return (end - start).days


@register.filter
def after_decision(decision: Decision) -> Lines:
    """Return what followed the decision and is recorded: the label and the day."""
    lines = []
    for name in AFTERWARDS:
        day = getattr(decision, name)
        if day:
            form = f", {decision.get_publish_form_display()}" if name == "published_on" else ""
            lines.append((_label(decision, name), f"{date_format(day)}{form}"))
    return lines


@register.filter
def amounts(row: models.Model) -> Lines:
    """Return money, land and heads of a decision or entry that are not zero."""
    columns = [field for field in row._meta.concrete_fields if _is_amount(field)]
    return [
        (_label(row, field.name), f"{_number(getattr(row, field.name))}{_unit(field)}")
        for field in columns
        if getattr(row, field.name)
    ]


def _label(row: models.Model, name: str) -> str:
    return str(capfirst(str(row._meta.get_field(name).verbose_name)))  # type: ignore[union-attr]


def _is_amount(field: Any) -> bool:
    counted = isinstance(field, (models.PositiveIntegerField, models.DecimalField))
    money = isinstance(field, models.BigIntegerField) and not field.is_relation and not field.primary_key
    return (counted or money) and field.name != "seq"


def _number(value: Any) -> str:
    return number_format(value, use_l10n=True, force_grouping=True)


def _unit(field: Any) -> str:
    if isinstance(field, models.DecimalField):
        return " m²"
    return " đồng" if isinstance(field, models.BigIntegerField) else ""
