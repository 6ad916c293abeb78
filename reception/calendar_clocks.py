"""Which clocks a planned session has: posting the calendar, and for an online one its notice and its test.

TCD.POST runs for the periodic sessions of the chairman or his delegate (LTCD 24(4)); an extraordinary one
cannot wait for it. The online clocks exist from 01/07/2026 (Decree 154/2026, article 23).
"""

from __future__ import annotations

from datetime import date

from lucba.law.deadlines import deadline
from lucba.law.rules import NoRuleInForceError, Step
from lucba.law.sources import DECREE_154_2026
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar
from lucba.office.errors import RefusedError
from lucba.office.models import DeadlineRow
from reception.models import ReceptionSession, SessionDeadline

_STOPPED_BY = {
    Step.SCHEDULE_POSTING: "announced_on",
    Step.ONLINE_NOTICE: "notice_sent_on",
    Step.ONLINE_TEST: "tested_on",
}


def refuse_online_before_the_law(online: bool, held_on: date) -> None:
    """Refuse an online session on a day before Decree 154/2026 is in force."""
    if not online:
        return
    try:
        time_limit(Step.ONLINE_NOTICE, on=held_on)
    except NoRuleInForceError:
        raise RefusedError(
            f"Tiếp công dân trực tuyến chỉ thực hiện từ ngày {DECREE_154_2026.in_force_from:%d/%m/%Y} "
            "(Nghị định 154/2026/NĐ-CP, Điều 16 đến Điều 24). Hãy chọn tiếp trực tiếp.",
            field="online",
        ) from None


def steps_of(session: ReceptionSession) -> list[Step]:
    """Return the steps that have a clock before this session is held."""
    steps = [Step.SCHEDULE_POSTING] if session.kind == ReceptionSession.Kind.PERIODIC else []
    return [*steps, Step.ONLINE_NOTICE, Step.ONLINE_TEST] if session.online else steps


def session_clocks(session: ReceptionSession, calendar: WorkingCalendar) -> list[SessionDeadline]:
    """Return the unsaved clocks of `session`; the rules are those in force on its day."""
    return [
        SessionDeadline(
            unit_id=session.unit_id,
            session=session,
            met_on=getattr(session, _STOPPED_BY[step]),
            **DeadlineRow.values_of(
                deadline(time_limit(step, on=session.held_on), session.held_on, calendar)
            ),
        )
        for step in steps_of(session)
    ]


def stop_clocks(session: ReceptionSession) -> None:
    """Write on each clock of `session` the day that stopped it, if there is one."""
    for step, field in _STOPPED_BY.items():
        session.deadlines.filter(step=step).update(met_on=getattr(session, field))
