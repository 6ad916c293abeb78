"""The list of cases: its tabs, its filters, what its rows may be chosen for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from complaints.forms.filters import CaseFilter
from complaints.queries import case_list, on_review_list, to_assign, waiting_for_leaders
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.keyset import page_after

MINE = "cua-toi"
TABS = (
    ("", "Tất cả"),
    (MINE, "Tôi xác minh"),
    ("cho-lanh-dao", "Chờ lãnh đạo"),
    ("chua-giao", "Chưa giao"),
    ("ra-soat", "Danh sách rà soát"),
)
_OF_TAB: dict[str, Callable[[], Q]] = {
    "cho-lanh-dao": waiting_for_leaders,
    "chua-giao": to_assign,
    "ra-soat": on_review_list,
}


@require_safe
@roles(*OFFICE, Role.OFFICER)
def case_index(request: OfficialRequest) -> HttpResponse:
    """Show the cases of one tab, the first due first, fifty a page."""
    filters, tab = CaseFilter(request.GET, official=request.user), tab_asked(request)
    rows = cases_asked(request, filters)
    page = page_after(rows, request.GET.get("sau", ""), by="turn_on", newest_first=False)
    context = {"filters": filters, "page": page, "tab": tab, "tabs": TABS, "kept": {"muc": tab}}
    return render(request, "complaints/case_list.html", {**context, "may_assign": request.user.is_leader})


def tab_asked(request: OfficialRequest) -> str:
    """Return the tab the address names; the first one when there is no such tab."""
    tab = request.GET.get("muc", "")
    return tab if tab in dict(TABS) else ""


def cases_asked(request: OfficialRequest, filters: CaseFilter) -> Any:
    """Return the cases of the tab and the filters in the address: those on the page and in an export."""
    tab = tab_asked(request)
    rows = case_list(request.user, today=timezone.localdate(), **filters.chosen)
    if tab == MINE:
        return rows.filter(verifier=request.user)
    return rows.filter(_OF_TAB[tab]()) if tab in _OF_TAB else rows
