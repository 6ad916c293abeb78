"""The lists of cases and petitions as files, narrowed as on their pages; every file stands in the trail."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.http import FileResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from complaints.exports import CASE_HEADING, PETITION_HEADING, case_rows, petition_rows
from complaints.forms.filters import CaseFilter
from complaints.views.lists import cases_asked
from lucba.office.access import OFFICE, OfficialRequest, Role, roles
from lucba.office.exports import Row, csv_file, note_export, xlsx_file
from reception.views.petitions import petitions_asked

File = TypeVar("File", StreamingHttpResponse, FileResponse)


@require_safe
@roles(*OFFICE, Role.OFFICER)
def case_csv(request: OfficialRequest) -> StreamingHttpResponse:
    """Hand out the cases of the list as CSV."""
    return _cases(request, csv_file)


@require_safe
@roles(*OFFICE, Role.OFFICER)
def case_xlsx(request: OfficialRequest) -> FileResponse:
    """Hand out the cases of the list as a workbook."""
    return _cases(request, xlsx_file)


@require_safe
@roles(*OFFICE)
def petition_csv(request: OfficialRequest) -> StreamingHttpResponse:
    """Hand out the petitions of the list as CSV."""
    return _petitions(request, csv_file)


@require_safe
@roles(*OFFICE)
def petition_xlsx(request: OfficialRequest) -> FileResponse:
    """Hand out the petitions of the list as a workbook."""
    return _petitions(request, xlsx_file)


def _cases(request: OfficialRequest, file_of: Callable[[str, Row, Iterable[Row]], File]) -> File:
    cases = cases_asked(request, CaseFilter(request.GET, official=request.user)).order_by("turn_on", "-pk")
    _note(request, "xuất danh sách vụ việc", cases)
    return file_of("vu-viec", CASE_HEADING, case_rows(cases))


def _petitions(request: OfficialRequest, file_of: Callable[[str, Row, Iterable[Row]], File]) -> File:
    petitions = petitions_asked(request)
    _note(request, "xuất danh sách đơn", petitions)
    return file_of("don-thu", PETITION_HEADING, petition_rows(petitions))


def _note(request: OfficialRequest, what: str, rows: Any) -> None:
    """Write the export into the trail; a name that was looked for may be a denouncer's."""
    filters = request.GET.copy()
    filters.pop("tim", None)
    note_export(what, by=request.user, query=filters.urlencode(), rows=rows.count())
