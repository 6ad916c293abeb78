"""What every page of the frame shows: the day, the menu of this role, the calendar of its deadlines."""

from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from lucba.law.working_days import WorkingCalendar
from lucba.office.access import OFFICE, Role
from lucba.office.calendar import working_calendar
from lucba.office.models import Message, Official


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu: who sees it, where it leads, and the addresses under which it is marked."""

    label: str
    url_name: str
    icon: str
    roles: tuple[Role, ...]
    room: str = ""  # the start of these addresses, where the entry leads deeper into them

    @property
    def url(self) -> str:
        """Return the address the entry leads to."""
        return reverse(self.url_name)

    def is_of(self, path: str) -> bool:
        """Tell whether the entry leads to `path` or stands above it."""
        above = self.room or self.url
        return path == self.url or (above != "/" and path.startswith(above))


SEARCHERS = (*OFFICE, Role.OFFICER)
MENU = (
    Entry("Hôm nay", "home", "house", (*OFFICE, Role.OFFICER)),
    Entry("Việc cần làm", "worklist", "list-check", (*OFFICE, Role.OFFICER)),
    Entry("Lịch tiếp", "reception:calendar", "calendar3", (*OFFICE, Role.OFFICER)),
    Entry("Tiếp công dân", "reception:visit-list", "people", OFFICE, room="/tiep-cong-dan/"),
    Entry("Nơi tiếp, nội quy", "reception:place", "signpost-split", OFFICE),
    Entry("Đơn thư", "reception:petition-list", "envelope-paper", OFFICE),
    Entry("Phê duyệt", "complaints:proposal-list", "check2-square", OFFICE),
    Entry("Vụ việc", "complaints:case-list", "folder2-open", (*OFFICE, Role.OFFICER)),
    Entry("Văn bản", "papers:issued-list", "file-earmark-ruled", OFFICE),
    Entry("Báo cáo", "reports:list", "file-earmark-text", (*OFFICE, Role.SUPERVISOR)),
    Entry("Nộp báo cáo", "reports:matrix", "grid-3x3", (Role.INSPECTORATE,)),
    Entry("Sổ theo dõi", "register:home", "table", OFFICE),
    Entry("Lịch làm việc", "office:workdays", "calendar-week", (Role.ADMINISTRATOR,)),
    Entry("Hệ thống", "office:system", "activity", (Role.ADMINISTRATOR,)),
    Entry("Quản trị", "admin:index", "gear", (Role.ADMINISTRATOR,)),
    Entry("Căn cứ pháp lý", "office:law", "book", (*OFFICE, Role.OFFICER, Role.ADMINISTRATOR)),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the context of the frame; a view that sets `today` itself overrules the day."""
    role = getattr(getattr(request, "user", None), "role", None)
    return {
        "today": timezone.localdate(),
        "menu": menu_of(role, request.path),
        "may_search": role in SEARCHERS,
        "unread": SimpleLazyObject(lambda: _unread(request)) if role else 0,
    }


def _unread(request: HttpRequest) -> int:
    """Return how many messages wait; asked only by a page that has the top bar."""
    return Message.objects.visible_to(cast(Official, request.user)).unread().count()


def menu_of(role: str | None, path: str) -> list[dict[str, Any]]:
    """Return the entries `role` sees; the one that leads to `path` or stands above it is marked."""
    mine = [entry for entry in MENU if role in entry.roles]
    here = max((entry.url for entry in mine if entry.is_of(path)), key=len, default="")
    return [
        {
            "label": entry.label,
            "name": entry.url_name,
            "url": entry.url,
            "icon": entry.icon,
            "here": entry.url == here,
        }
        for entry in mine
    ]


def calendar_of(request: HttpRequest) -> WorkingCalendar:
    """Return the working calendar of this request, read once however many deadlines the page shows."""
    calendar: WorkingCalendar | None = getattr(request, "working_calendar", None)
    if calendar is None:
        calendar = working_calendar()
        request.working_calendar = calendar  # type: ignore[attr-defined]  # kept for the rest of the request
    return calendar
