"""What every form of the rooms is made of: Vietnamese sentences, one column, refusals.

A form only reads and checks what was typed; the view hands `cleaned_data` to an action, and puts the action's
refusal back with `refuse`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.utils.text import capfirst

from lucba.office.errors import RefusedError
from lucba.office.fields import MoneyField, VietnameseDateField
from lucba.office.typed import readable_answers

# The page sets `leave`: where Esc and "Thôi" lead.
LEAVE = '{% if leave %}<a class="btn btn-plain" href="{{ leave }}" data-leave>Thôi</a>{% endif %}'
TEXT_LIMIT = 10_000  # characters of a long text; the books hold a summary, not the petition itself


def long_text(label: str, *, rows: int = 4, **options: Any) -> forms.CharField:
    """Return a field for a summary, refused with a sentence above TEXT_LIMIT characters."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=TEXT_LIMIT, widget=widget, **options)


def only_when(condition: str, *fields: Any) -> Div:
    """Return `fields` shown only while `condition` holds: "source=khac|buu_chinh", "persons>=5".

    static/js/show-when.js reads it; without scripts the fields are always there.
    """
    return Div(*fields, data_show_when=condition)


class Fold(Div):  # type: ignore[misc]  # crispy has no types
    """Questions asked seldom, folded under a heading; open when one of them has an answer or an error."""

    template = "office/_fold.html"

    def __init__(self, heading: str, *fields: Any) -> None:
        super().__init__(*fields)
        self.heading = heading
        self.is_open = False

    def render(self, form: Any, context: Any, *args: Any, **options: Any) -> str:
        """Return the fold, open when a question in it was answered."""
        asked = (form[pointer.name] for pointer in self.get_field_names())
        self.is_open = any(each.value() or each.errors for each in asked if not each.is_hidden)
        return str(super().render(form, context, *args, **options))


SENTENCES = {
    "min_value": "Số này phải từ %(limit_value)s trở lên.",
    "max_value": "Số này không được quá %(limit_value)s.",
    "max_decimal_places": "Sau dấu phẩy chỉ ghi một chữ số.",
}


def _too_long(field: forms.Field) -> str:
    advice = "ghi tóm tắt cho gọn" if isinstance(field.widget, forms.Textarea) else "ghi ngắn lại"
    return f"{field.label} dài %(show_value)d ký tự, quá %(limit_value)d ký tự. Hãy {advice}."


def _capitalise(field: forms.ChoiceField) -> None:
    """Let the choices of a list begin with a capital; rows of the books keep their names."""
    if isinstance(field, forms.ModelChoiceField):
        return
    field.error_messages["invalid_choice"] = "Hãy chọn trong danh sách."
    choices: Any = field.choices
    field.choices = [(value, capfirst(words)) for value, words in choices]


class OfficeForm(forms.Form):
    """A form in one column; `today` is the day typed dates are read on."""

    submit_word = "Ghi sổ"
    draft = ""  # a name: static/js/drafts.js keeps what is typed until it is stored
    refused_at: ClassVar[dict[str, str]] = {}  # the action's name of a field -> the form's

    def __init__(self, data: Any = None, *, today: date, **options: Any) -> None:
        super().__init__(readable_answers(data), label_suffix="", use_required_attribute=False, **options)
        self.today = today
        for field in self.fields.values():
            self._in_words(field)

    def _in_words(self, field: forms.Field) -> None:
        """Give `field` sentences that name it, and dates the day of this form."""
        if isinstance(field, VietnameseDateField):
            field.today = lambda: self.today
            return
        label = str(field.label or "").lower()
        field.error_messages.update(SENTENCES, required=f"Hãy ghi {label}.", max_length=_too_long(field))
        if isinstance(field, forms.ChoiceField):
            field.error_messages["required"] = f"Hãy chọn {label}."
            _capitalise(field)
        elif isinstance(field, (forms.IntegerField, forms.DecimalField)) and not isinstance(
            field, MoneyField
        ):
            field.error_messages["invalid"] = "Hãy ghi bằng chữ số."

    def layout(self) -> Layout:
        """Return what the form shows, in order; all fields unless a form says otherwise."""
        return Layout(*self.fields)

    def buttons(self) -> list[StrictButton]:
        """Return the buttons under the form, the usual one first."""
        return [StrictButton(self.submit_word, type="submit", css_class="btn-primary")]

    @property
    def helper(self) -> FormHelper:
        """Return the crispy helper: one column, the buttons last."""
        helper = FormHelper()
        helper.form_class = "office-form"
        # multipart: a pasted text is sent as it is, not three times as long, and refused with a sentence
        helper.attrs = {"novalidate": True, "enctype": "multipart/form-data"}
        if self.draft:
            helper.attrs["data-draft"] = self.draft
        helper.layout = Layout(self.layout(), Div(*self.buttons(), HTML(LEAVE), css_class="form-buttons"))
        return helper

    def refuse(self, refusal: RefusedError) -> None:
        """Put the sentence of a refused action at its field, or above the form when it has none here."""
        field = self.refused_at.get(refusal.field, refusal.field)
        self.add_error(field if field in self.fields else None, refusal.message)
