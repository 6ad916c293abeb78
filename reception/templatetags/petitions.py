"""The stage of a petition in words: `{% load petitions %}`, `{{ petition|stage_words }}`."""

from __future__ import annotations

from typing import Any

from django import template

from reception.petition_stages import stage_of

register = template.Library()


@register.filter
def stage_words(petition: Any) -> str:
    """Return the stage of a petition that was read `with_stage`."""
    stage = stage_of(petition, is_proposed=petition.is_proposed, is_answered=petition.is_answered)
    return str(stage.label)
