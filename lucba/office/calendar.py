"""The office's working calendar: the notices known to the law room and those the office entered."""

from lucba.law.announced_days import AnnouncedDay
from lucba.law.working_days import WorkingCalendar
from lucba.office.models import AnnouncedDayRow


def working_calendar() -> WorkingCalendar:
    """Return the calendar as it stands now; one query, never cached, so that a new notice counts at once."""
    return WorkingCalendar([_announced(row) for row in AnnouncedDayRow.objects.all()])


def _announced(row: AnnouncedDayRow) -> AnnouncedDay:
    works = row.kind == AnnouncedDayRow.Kind.WORK
    return AnnouncedDay(row.day, works, f"{row.notice} ngày {row.announced_on:%d/%m/%Y}", row.reason)
