"""What the calendar of some days says now, beside the notice that was issued for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lucba.law.reporting_periods import Period
from lucba.office.models import Official
from reception.calendar_stages import needs_confirmation
from reception.models import ReceptionPaper, ReceptionSession
from reception.papers.facts import Content, usual_place
from reception.papers.schedule import draft_paper, says_the_same, schedule_facts
from reception.queries import sessions_between


@dataclass(frozen=True, slots=True)
class CalendarNotice:
    """The sessions of a period, and the `notices` issued about any of its days, newest first.

    A notice leaves out what waits for confirmation; its draft shows all.
    """

    period: Period
    sessions: list[ReceptionSession]
    usual_place: str
    notices: list[ReceptionPaper]

    @property
    def issued(self) -> ReceptionPaper | None:
        """Return the newest notice that covers the whole period."""
        return next((each for each in self.notices if _covers(each, self.period)), None)

    @property
    def content(self) -> Content:
        """Return what a notice issued now would say."""
        return schedule_facts(filter(_is_settled, self.sessions), self.period, usual=self.usual_place)

    @property
    def draft(self) -> Content:
        """Return what the draft says."""
        return schedule_facts(self.sessions, self.period, usual=self.usual_place)

    @property
    def is_current(self) -> bool:
        """Tell whether the issued notice says what the calendar says now."""
        return self.issued is not None and says_the_same(self.issued, self.content)

    @property
    def waiting(self) -> list[ReceptionSession]:
        """Return the planned sessions that wait for confirmation and stay out of the notice."""
        planned = ReceptionSession.State.PLANNED
        return [each for each in self.sessions if each.state == planned and not _is_settled(each)]


def calendar_notice(official: Official, period: Period) -> CalendarNotice:
    """Return the notice of `period` as `official` sees it, in a fixed number of queries.

    Raises RefusedError when the unit has neither a place of reception nor a profile then.
    """
    return CalendarNotice(
        period=period,
        sessions=list(sessions_between(official, period.start, period.end)),
        usual_place=usual_place(official.unit, on=period.start),
        notices=notices_within(official, period),
    )


def notices_within(official: Official, period: Period) -> list[ReceptionPaper]:
    """Return the notices about any day of `period`, newest first."""
    notices = ReceptionPaper.objects.visible_to(official).filter(
        kind=ReceptionPaper.Kind.SCHEDULE,
        period_start__lte=period.end,
        period_end__gte=period.start,
    )
    return list(notices.select_related("unit", "replaces").order_by("-pk"))


def paper_to_print(official: Official, period: Period, *, on: date) -> ReceptionPaper:
    """Return the issued notice when it says what the calendar says, else a draft of all that is planned."""
    now = calendar_notice(official, period)
    if now.issued and now.is_current:
        return now.issued
    return draft_paper(official.unit, now.draft, on=on)


def _covers(notice: ReceptionPaper, period: Period) -> bool:
    start, end = notice.period_start, notice.period_end
    return start is not None and end is not None and start <= period.start and period.end <= end


def _is_settled(session: ReceptionSession) -> bool:
    """Tell whether a session may be announced: confirmed, in no need of it, or posted already."""
    return session.is_posted or not needs_confirmation(session)
