"""One question about a deadline, with everything that may bear on it, and its answer or refusal.

Asked by `manage.py deadline`; the office's own clocks come from the events of the case instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lucba.law.complexity import EXTENSIONS_ALLOWED, Procedure
from lucba.law.deadlines import Deadline, deadline
from lucba.law.explanations import day
from lucba.law.resolution import AcceptedMatter, ClockEvent, ResolutionEvent, resolution_deadline
from lucba.law.rules import Circumstance, Step
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar

_RESOLVED_BY = {
    Step.COMPLAINT_RESOLUTION: Procedure.COMPLAINT,
    Step.DENUNCIATION_RESOLUTION: Procedure.DENUNCIATION,
}
_EXTENDED = (Circumstance.EXTENDED_ONCE, Circumstance.EXTENDED_TWICE)
_WITH_OBSTACLES = (Step.COMPLAINT_LIMITATION, Step.DISCIPLINE_LIMITATION)


class InquiryError(ValueError):
    """The question cannot be asked of this clock; the message says why."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A suspension from the day it was decided to the day the matter was continued."""

    begins_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A clock, its start and what may bear on it.

    Circumstances the rule does not know are ignored, as everywhere. `excluded_days` are obstacles for a time
    to complain, days of expert examination for a resolution.
    """

    step: Step
    start: date
    circumstances: frozenset[Circumstance] = frozenset()
    extensions: int = 0
    pauses: Sequence[Pause] = ()
    excluded_days: int = 0


def answer(inquiry: Inquiry, calendar: WorkingCalendar) -> Deadline:
    """Return the deadline asked for.

    Raises InquiryError when the clock cannot be extended, paused or lengthened like that, NoRuleInForceError
    when the law is silent on that day, ValueError for a quota.
    """
    _check(inquiry)
    procedure = _RESOLVED_BY.get(inquiry.step)
    if procedure is None:
        limit = time_limit(inquiry.step, on=inquiry.start, circumstances=inquiry.circumstances)
        return deadline(limit, inquiry.start, calendar, extra_days=inquiry.excluded_days)
    return resolution_deadline(
        AcceptedMatter(procedure, inquiry.start, lengthened=_given(inquiry, procedure)),
        list(_events(inquiry)),
        until=date.max,
        calendar=calendar,
        examination_days=inquiry.excluded_days,
    )


def _given(inquiry: Inquiry, procedure: Procedure) -> frozenset[Circumstance]:
    """Return what selects the length: circumstances of a complaint, extensions of a denunciation."""
    if procedure is Procedure.COMPLAINT:
        return inquiry.circumstances & {Circumstance.COMPLEX, Circumstance.REMOTE}
    return frozenset(_EXTENDED[: inquiry.extensions][-1:])


def _events(inquiry: Inquiry) -> Iterator[ResolutionEvent]:
    for pause in inquiry.pauses:
        if pause.begins_on < pause.ends_on:  # ended the same day, it changes nothing
            yield ResolutionEvent(pause.begins_on, ClockEvent.SUSPENDED)
            yield ResolutionEvent(pause.ends_on, ClockEvent.RESUMED)


def _check(inquiry: Inquiry) -> None:
    if inquiry.excluded_days < 0 or inquiry.extensions < 0:
        raise InquiryError("Số ngày được trừ và số lần gia hạn không được âm.")
    if inquiry.extensions and inquiry.step is not Step.DENUNCIATION_RESOLUTION:
        raise InquiryError("Chỉ thời hạn giải quyết tố cáo được gia hạn (Luật Tố cáo, Điều 30).")
    if inquiry.extensions > EXTENSIONS_ALLOWED:
        raise InquiryError("Tố cáo chỉ được gia hạn tối đa hai lần (Luật Tố cáo, Điều 30).")
    if inquiry.excluded_days and inquiry.step not in (*_RESOLVED_BY, *_WITH_OBSTACLES):
        raise InquiryError(f"Luật không có ngày được trừ khỏi thời hạn “{inquiry.step.label}”.")
    if inquiry.pauses:
        _check_pauses(inquiry)


def _check_pauses(inquiry: Inquiry) -> None:
    if inquiry.step not in _RESOLVED_BY:
        raise InquiryError(f"Luật không có tạm đình chỉ đối với thời hạn “{inquiry.step.label}”.")
    for pause in inquiry.pauses:
        if pause.begins_on < inquiry.start:
            raise InquiryError(f"Tạm đình chỉ ngày {day(pause.begins_on)} trước ngày bắt đầu thời hạn.")
        if pause.ends_on < pause.begins_on:
            raise InquiryError(f"Ngày tiếp tục {day(pause.ends_on)} trước ngày tạm đình chỉ.")
    for earlier, later in pairwise(sorted(inquiry.pauses, key=lambda each: each.begins_on)):
        if later.begins_on < earlier.ends_on:
            raise InquiryError(f"Hai đợt tạm đình chỉ chồng nhau từ ngày {day(later.begins_on)}.")
