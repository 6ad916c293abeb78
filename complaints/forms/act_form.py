"""What the forms of all acts on a case share: they know which state of the case the person looked at."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Field, Layout
from django import forms

from complaints.models import Case
from complaints.workflow import Transition
from lucba.office.office_form import OfficeForm


class ActForm(OfficeForm):
    """A form of one row of the procedure, for one case."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, case: Case, row: Transition, **options: Any) -> None:
        self.case, self.row = case, row
        self.submit_word = f"Ghi “{row.words}”"
        super().__init__(data, **options)
        self.fields["seen"].initial = case.changes

    def ask(self, name: str, field: forms.Field) -> None:
        """Add a question in the words of this form."""
        self.fields[name] = field
        self._in_words(field)

    def answers(self) -> dict[str, Any]:
        """Return what the action takes."""
        return dict(self.cleaned_data)

    def questions(self) -> Layout:
        """Return what the form shows, in order, but for `seen`."""
        return Layout(*(name for name in self.fields if name != "seen"))

    def layout(self) -> Layout:
        """Return the questions and the hidden mark of the state of the case."""
        return Layout(self.questions(), Field("seen"))
