"""Tags for every room: `{% load office %}`, then `{% due deadline.due_on … %}`, `{% once_token %}`."""

from datetime import date, timedelta
from typing import Any, Literal

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lucba.office import once
from lucba.office.due import due as due_of
from lucba.office.frame import calendar_of

register = template.Library()

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@register.inclusion_tag("office/_due.html", takes_context=True)
def due(
    context: Context,
    due_on: date | Literal[""] | None,
    act_by: date | None = None,
    met_on: date | None = None,
) -> dict[str, Any]:
    """Show a deadline: its last day, state and working days left; one calendar serves the whole page."""
    if not due_on:  # also "", what a template makes of a clock that is not there
        return {"due": None}
    calendar = calendar_of(context["request"])
    return {"due": due_of(due_on, act_by=act_by, met_on=met_on, today=context["today"], calendar=calendar)}


@register.simple_tag
def once_token() -> SafeString:
    """Put the one-time token of `lucba.office.once` into a hand-written POST form."""
    return format_html('<input type="hidden" name="{}" value="{}">', once.FIELD, once.new_token())


@register.filter
def weekday(day: date) -> str:
    """Return "Thứ Hai" … "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


@register.filter
def get(mapping: dict[Any, Any], key: Any) -> Any:
    """Return `mapping[key]`, None when it is not there."""
    return mapping.get(key)


@register.filter
def unlocalized(number: int) -> str:
    """Return a number that is a name, such as a year, without dots between thousands."""
    return str(number)


@register.filter
def minutes(span: timedelta) -> int:
    """Return the whole minutes of `span`, at least one."""
    return max(1, round(span.total_seconds() / 60))
