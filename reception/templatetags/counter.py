"""Words the counter's pages need: `{% load counter %}`, `{{ host|term_on:day }}`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template

register = template.Library()


@register.filter
def term_on(member: Any, day: date) -> str:
    """Return name and position the member (with `all_terms`) had on `day`, his code when he had none."""
    for term in member.all_terms:
        if term.started_on <= day and (term.ended_on is None or day <= term.ended_on):
            return str(term)
    return str(member)
