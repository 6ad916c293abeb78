"""Tags for every room: `{% load office %}`, then `{% due deadline.due_on … %}`, `{% once_token %}`."""

from datetime import date, timedelta
from typing import Any, Literal

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lucba.law.rules import Step
from lucba.office import once
from lucba.office.due import due as due_of
from lucba.office.frame import calendar_of
from lucba.office.models import DeadlineRow, SavedFilter

register = template.Library()

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@register.inclusion_tag("office/_due.html", takes_context=True)
def due(
    context: Context,
    due_on: date | Literal[""] | None,
    act_by: date | None = None,
    met_on: date | None = None,
    *,
    house: bool = False,
    why: str = "",
) -> dict[str, Any]:
    """Show a deadline: its last day, state and working days left; one calendar serves the whole page.

    `house` marks a target of the office's own; `why` is the page that explains the day.
    """
    if not due_on:  # also "", what a template makes of a clock that is not there
        return {"due": None}
    shown = due_of(
        due_on,
        act_by=act_by,
        met_on=met_on,
        house=house,
        today=context["today"],
        calendar=calendar_of(context["request"]),
    )
    return {"due": shown, "why": why}


@register.simple_tag(takes_context=True)
def explanation(context: Context, clock: DeadlineRow) -> list[str]:
    """Return why a stored deadline ends on its day, sentence by sentence."""
    return clock.explanation(calendar_of(context["request"]))


@register.simple_tag
def once_token() -> SafeString:
    """Put the one-time token of `lucba.office.once` into a hand-written POST form."""
    return format_html('<input type="hidden" name="{}" value="{}">', once.FIELD, once.new_token())


@register.inclusion_tag("office/_saved_filters.html", takes_context=True)
def saved_filters(context: Context, page: str) -> dict[str, Any]:
    """Show the filters this official keeps of the list `page`, and the form that keeps the present one."""
    request = context["request"]
    return {
        "saved": SavedFilter.objects.visible_to(request.user).filter(page=page),
        "page_code": page,
        "list_url": request.path,
        "query": request.GET.urlencode(),
        "csrf_token": context.get("csrf_token"),
    }


@register.filter
def step_label(step: str) -> str:
    """Return the words of a step of the table of clocks."""
    return Step(step).label


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
