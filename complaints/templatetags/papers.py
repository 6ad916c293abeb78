"""What pages say of a paper: its name, its text with the blanks marked: `{% load papers %}`."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from complaints.models import Case, CasePaper
from complaints.papers.desk import papers_of
from complaints.papers.shelf import form_of
from lucba.office.models import Official
from reception.models import Petition

register = template.Library()
BLANK = re.compile(r"\[([^\[\]\n]{1,120})\]")


@register.filter
def paper_label(paper: CasePaper) -> str:
    """Return what paper it is: "thông báo thụ lý giải quyết khiếu nại"."""
    return form_of(paper.form, on=paper.form_on).label


@register.filter
def blanks_marked(text: str) -> SafeString:
    """Return `text` safe for a page, each blank in a mark."""
    return mark_safe(BLANK.sub(r"<mark>\1</mark>", conditional_escape(text)))  # noqa: S308  # escaped before


@register.inclusion_tag("complaints/_papers_of.html", takes_context=True)
def papers_beside(context: dict[str, Any], subject: Case | Petition) -> dict[str, Any]:
    """Show the papers of a case or petition that the reader may see."""
    official: Official = context["user"]
    shelf = "case-papers" if isinstance(subject, Case) else "petition-papers"
    return {"subject": subject, "papers": papers_of(subject, official), "address": f"complaints:{shelf}"}
