"""The page "Căn cứ pháp lý": the whole table of clocks for a lawyer to review and a citizen to be shown."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lucba.law.changes import CHANGES
from lucba.law.clocks import GOVERNING_RULES
from lucba.law.complexity import (
    COMPLEXITY_CITATIONS,
    EXTENSIONS_ALLOWED,
    ComplexityCriterion,
    Procedure,
    complexity_criteria_needed,
    extension_criteria_needed,
)
from lucba.law.counting_rules import COUNTING
from lucba.office.access import OfficialRequest
from lucba.office.fields import VietnameseDateField
from lucba.office.law_table import parts_in_force, regimes, replacements, sources


class DayForm(forms.Form):
    """The day whose rules are shown, read from the address."""

    ngay = VietnameseDateField(label="Quy định có hiệu lực ngày", required=False)

    def __init__(self, data: Any, *, today: date) -> None:
        super().__init__({"ngay": f"{today:%d/%m/%Y}", **data.dict()}, auto_id="loc_%s", label_suffix="")
        self.today = today
        self.fields["ngay"].widget.attrs["class"] += " form-control"

    @property
    def day(self) -> date:
        """Return the day asked for, today when none can be read."""
        return (self.is_valid() and self.cleaned_data["ngay"]) or self.today


@require_safe
def law(request: OfficialRequest) -> HttpResponse:
    """Show the rules in force on `?ngay=`, how days are counted, what changed, and the texts; no query."""
    form = DayForm(request.GET, today=timezone.localdate())
    context = {
        "form": form,
        "on": form.day,
        "regimes": [(regime, regime.holds(form.day)) for regime in regimes()],
        "parts": parts_in_force(form.day),
        "governing": GOVERNING_RULES,
        "counting": COUNTING,
        "complexity": complexity(form.day),
        "changes": [(change, replacements(change)) for change in CHANGES],
        "sources": sources(),
    }
    return render(request, "office/law.html", context)


def complexity(on: date) -> dict[str, Any]:
    """Return the criteria of a complex matter and how many a complaint and each extension need on `on`."""
    numbers = range(1, EXTENSIONS_ALLOWED + 1)
    return {
        "criteria": list(ComplexityCriterion),
        "of_complaint": complexity_criteria_needed(Procedure.COMPLAINT, on=on),
        "of_extensions": [(number, extension_criteria_needed(number)) for number in numbers],
        "citations": COMPLEXITY_CITATIONS,
    }
