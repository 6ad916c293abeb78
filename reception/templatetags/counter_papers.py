"""Which papers a visit or session may get: `{% papers_offered visit as kinds %}`, `{{ paper|paper_name }}`"""

from __future__ import annotations

from django import template

from reception.actions.papers import paper_name as name_of
from reception.models import ReceptionPaper
from reception.papers.kinds import PaperKind, Subject, offered

register = template.Library()


@register.simple_tag
def papers_offered(subject: Subject) -> list[PaperKind]:
    """Return the kinds of paper that may be issued now."""
    return offered(subject)


@register.filter
def paper_name(paper: ReceptionPaper) -> str:
    """Return kind and number of an issued paper."""
    return name_of(paper)
