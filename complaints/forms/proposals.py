"""What a proposal keeps of a form: the answers for carrying it out, and the same in words for the leader."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.db.models import Model
from django.http import QueryDict

from lucba.office.fields import VietnameseDateField

NOT_PROPOSED = ("seen", "note")
NOTE = forms.CharField(
    label="Ý kiến đề xuất",
    max_length=500,
    required=False,
    help_text="Vì sao đề xuất như vậy; lãnh đạo đọc cùng với nội dung.",
)


def kept_answers(form: forms.Form, *, left_out: Collection[str] = ()) -> dict[str, Any]:
    """Return what is stored of a valid form: `fields` as they were sent, `words` as they are read.

    Days are kept as they were understood: "hôm nay" means the day of the proposal for ever.
    """
    fields: dict[str, list[str]] = {}
    words: list[list[str]] = []
    for name, field in form.fields.items():
        if name in NOT_PROPOSED:
            continue
        fields[name] = _sent(form, name, field)
        said = _said(field, form.cleaned_data.get(name))
        if said and name not in left_out:
            words.append([str(field.label or name), said])
    return {"fields": fields, "words": words}


def _sent(form: forms.Form, name: str, field: forms.Field) -> list[str]:
    day = form.cleaned_data.get(name)
    if isinstance(field, VietnameseDateField):
        return [f"{day:%d/%m/%Y}"] if day else []
    data: Any = form.data
    values = data.getlist(name) if isinstance(data, QueryDict) else [data[name]] if name in data else []
    return [str(value) for value in values]


def _said(field: forms.Field, value: Any) -> str:
    """Return an answer in words; "" when nothing was answered."""
    if value in (None, "", [], False):
        return ""
    if value is True:
        return "có"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Model):
        return str(value)
    if isinstance(field, forms.ChoiceField):
        offered: Any = field.choices
        labels = {str(key): str(label) for key, label in offered}
        chosen = value if isinstance(value, list) else [value]
        return "; ".join(labels.get(str(each), str(each)) for each in chosen)
    return str(value)


def as_sent(answers: dict[str, Any], **changed: str) -> QueryDict:
    """Return stored answers as a browser would send them, with some `changed`."""
    data = QueryDict(mutable=True)
    for name, values in answers["fields"].items():
        data.setlist(name, values)
    for name, value in changed.items():
        data[name] = value
    return data
