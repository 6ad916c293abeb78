"""Questions about money, land and heads, asked of a decision and of each entry of carrying it out."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.db import models
from django.utils.text import capfirst

from lucba.office.fields import CountField, MoneyField
from lucba.office.office_form import Fold

Groups = dict[str, tuple[str, ...]]
RESTORED: Groups = {
    "Thu hồi cho Nhà nước": ("recover_money", "recover_land"),
    "Trả cho tổ chức": ("org_money", "org_land", "org_count"),
    "Trả cho cá nhân": ("person_money", "person_land", "person_count"),
}
SANCTIONS = ("sanction_orgs", "sanction_persons", "sanction_officials")


def amount_questions(model: type[models.Model], groups: Groups) -> dict[str, forms.Field]:
    """Return one optional question for each column of `groups`, after the column's kind and words."""
    names = [name for columns in groups.values() for name in columns]
    return {name: _question(model._meta.get_field(name)) for name in names}


def _question(column: Any) -> forms.Field:
    label = capfirst(str(column.verbose_name))
    if isinstance(column, models.DecimalField):
        return forms.DecimalField(
            label=f"{label} (m²)",
            required=False,
            min_value=0,
            max_digits=column.max_digits,
            decimal_places=column.decimal_places,
            localize=True,
        )
    if isinstance(column, models.BigIntegerField):
        return MoneyField(label=f"{label} (đồng)", required=False, max_value=10**15)
    return CountField(label=label, required=False, min_value=0, max_value=99_999)


def amounts_in(answers: dict[str, Any], groups: Groups) -> dict[str, Any]:
    """Return the amounts that were filled in."""
    names = (name for columns in groups.values() for name in columns)
    return {name: answers[name] for name in names if answers.get(name) is not None}


def folds(groups: Groups) -> list[Fold]:
    """Return the layout of the questions, a fold for each group."""
    return [Fold(heading, Div(*columns, css_class="form-grid")) for heading, columns in groups.items()]
