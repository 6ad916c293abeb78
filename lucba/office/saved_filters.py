"""Filters of a list an official keeps under a name; the address itself is what is shared with others."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.errors import RefusedError, refuse_blank
from lucba.office.models import Official, SavedFilter
from lucba.office.once import once
from lucba.office.typed import readable

MOST = 20  # filters of one list
PAGES = {
    SavedFilter.Page.CASES: "complaints:case-list",
    SavedFilter.Page.PETITIONS: "reception:petition-list",
    SavedFilter.Page.PAPERS: "papers:issued-list",
}
NOT_A_FILTER = ("sau",)  # the place in the list


def save_filter(official: Official, *, page: str, name: str, query: str) -> SavedFilter:
    """Keep the filter `query` of a list under `name`; an older one of that name is replaced.

    Raises RefusedError without a name or a filter, or when there are MOST already.
    """
    name, query = readable(name).strip()[:60], kept_of(query)
    refuse_blank(name, "Hãy đặt tên cho bộ lọc.", field="name")
    refuse_blank(query, "Danh sách chưa lọc gì. Hãy lọc rồi lưu.", field="query")
    own = SavedFilter.objects.visible_to(official).filter(page=page)
    if own.exclude(name=name).count() >= MOST:
        raise RefusedError(f"Mỗi danh sách lưu nhiều nhất {MOST} bộ lọc. Hãy bỏ bớt rồi lưu.")
    saved, _ = SavedFilter.objects.update_or_create(
        official=official, page=page, name=name, defaults={"query": query}
    )
    return saved


def kept_of(query: str) -> str:
    """Return what of an address's query is a filter: what says something, without the place in the list."""
    asked, kept = QueryDict(readable(query)[:1000]), QueryDict(mutable=True)
    for name, values in asked.lists():
        said = [value for value in values if value]
        if said and name not in NOT_A_FILTER:
            kept.setlist(name, said)
    return kept.urlencode()[:1000]


@require_POST
@once
@roles(*OFFICE, Role.OFFICER)
def filter_save(request: OfficialRequest) -> HttpResponseBase:
    """Keep the filter of the list the form stands on."""
    page, query = request.POST.get("page", ""), request.POST.get("query", "")
    page = page if page in PAGES else SavedFilter.Page.CASES
    try:
        saved = save_filter(request.user, page=page, name=request.POST.get("name", ""), query=query)
    except RefusedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Đã lưu bộ lọc “{saved.name}”.")
    return redirect(f"{reverse(PAGES[SavedFilter.Page(page)])}?{kept_of(query)}")


@require_POST
@roles(*OFFICE, Role.OFFICER)
def filter_drop(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Forget a filter."""
    saved = get_object_or_404(SavedFilter.objects.visible_to(request.user), pk=pk)
    saved.delete()
    messages.success(request, f"Đã bỏ bộ lọc “{saved.name}”.")
    return redirect(PAGES[SavedFilter.Page(saved.page)])
