"""The running clock of an accepted complaint or denunciation: length, extensions and pauses from events.

Complaints: Law on Complaints 28, 11a. Denunciations: Law on Denunciations 30, 34; Decree 31/2019 15(4).
Always counted from acceptance with the whole length, never from a date that was rolled before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lucba.law.complexity import Procedure
from lucba.law.deadlines import Deadline, deadline
from lucba.law.explanations import day
from lucba.law.labelled_enum import LabelledEnum
from lucba.law.rules import Circumstance, Step, TimeLimit
from lucba.law.sources import (
    DECREE_31_2019,
    LAW_136_2025,
    LAW_ON_COMPLAINTS,
    LAW_ON_DENUNCIATIONS,
    Citation,
)
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar


class ClockEvent(LabelledEnum):
    """What can move the end of the clock of resolution."""

    COMPLEXITY = "phuc_tap", "Xác định vụ việc phức tạp"
    EXTENSION = "gia_han", "Gia hạn"
    SUSPENDED = "tam_dinh_chi", "Tạm đình chỉ"
    RESUMED = "tiep_tuc", "Tiếp tục giải quyết"
    EXAMINATION_STARTED = "giam_dinh", "Trưng cầu giám định"
    EXAMINATION_ENDED = "ket_qua_giam_dinh", "Có kết quả giám định"


@dataclass(frozen=True, slots=True)
class ResolutionEvent:
    """An event of the matter; `detail` is what its paper says and moves no date."""

    on: date
    kind: ClockEvent
    detail: str = ""


_STEP = {
    Procedure.COMPLAINT: Step.COMPLAINT_RESOLUTION,
    Procedure.DENUNCIATION: Step.DENUNCIATION_RESOLUTION,
}
_LENGTHENED_BY = {
    Procedure.COMPLAINT: (ClockEvent.COMPLEXITY, (Circumstance.COMPLEX,)),
    Procedure.DENUNCIATION: (
        ClockEvent.EXTENSION,
        (Circumstance.EXTENDED_ONCE, Circumstance.EXTENDED_TWICE),
    ),
}
# An examination stops the clock of a denunciation only: the decree on complaints has no such rule.
_PAUSED_BY = {
    Procedure.COMPLAINT: {ClockEvent.SUSPENDED},
    Procedure.DENUNCIATION: {ClockEvent.SUSPENDED, ClockEvent.EXAMINATION_STARTED},
}
_PAUSE_ENDED_BY = {
    ClockEvent.SUSPENDED: ClockEvent.RESUMED,
    ClockEvent.EXAMINATION_STARTED: ClockEvent.EXAMINATION_ENDED,
}
_COMPLAINT_SUSPENSION = Citation(LAW_ON_COMPLAINTS, "11a", amended_by=LAW_136_2025)
_PAUSE_BASIS = {
    (Procedure.COMPLAINT, ClockEvent.SUSPENDED): _COMPLAINT_SUSPENSION,
    (Procedure.DENUNCIATION, ClockEvent.SUSPENDED): Citation(LAW_ON_DENUNCIATIONS, "34(2)"),
    (Procedure.DENUNCIATION, ClockEvent.EXAMINATION_STARTED): Citation(DECREE_31_2019, "15(4)"),
}


@dataclass(frozen=True, slots=True)
class AcceptedMatter:
    """What the clock must know of a matter: procedure, day of acceptance, remote area (complaints only).

    `lengthened` is what is known to lengthen it without the day it was decided on.
    """

    procedure: Procedure
    accepted_on: date
    remote: bool = False
    lengthened: frozenset[Circumstance] = frozenset()

    def limit(self, *lengthened: Circumstance) -> TimeLimit:
        """Return the time limit from acceptance. Raises NoRuleInForceError before the law took effect."""
        remote = [Circumstance.REMOTE] if self.remote else []
        given = [*self.lengthened, *lengthened, *remote]
        return time_limit(_STEP[self.procedure], on=self.accepted_on, circumstances=given)


@dataclass(frozen=True, slots=True)
class _Pause:
    """Time that is not counted, from `begins_on` to `ends_on` (None: still running).

    `counted_from` is later than `begins_on` when another pause was running; None when the law has no pause.
    """

    kind: ClockEvent
    begins_on: date
    ends_on: date | None
    counted_from: date | None

    def days_by(self, on: date) -> int:
        """Return the days paused up to the day `on`."""
        if self.counted_from is None:
            return 0
        return max(0, (min(self.ends_on or on, on) - self.counted_from).days)


@dataclass(frozen=True, slots=True)
class _Lengthening:
    """An extension, or a finding of complexity, and the limit after it; it has no effect after `due_on`."""

    event: ResolutionEvent
    due_on: date
    limit: TimeLimit

    @property
    def is_in_time(self) -> bool:
        return self.event.on <= self.due_on


def complaint_may_be_suspended(on: date) -> bool:
    """Tell whether on this day a complaint can be suspended, withdrawn in part, or terminated otherwise.

    All three came with Law 136/2025 (Law on Complaints 10, 11a); the date of the act decides.
    """
    return on >= LAW_136_2025.in_force_from


def resolution_deadline(
    matter: AcceptedMatter,
    events: Iterable[ResolutionEvent],
    *,
    until: date,
    calendar: WorkingCalendar,
    examination_days: int = 0,
) -> Deadline:
    """Return the deadline for resolving `matter` as of `until`: its closing day, or the day asked about.

    Events after `until` have not happened, a pause still running then ends on it; their order does not
    matter. `examination_days` are days of expert examination known only by their number; they count for
    denunciations only. Raises NoRuleInForceError when the matter was accepted before the law took effect.
    """
    happened = [event for event in events if event.on <= until]
    pauses = _pauses(matter.procedure, happened)
    lengthenings = list(_lengthenings(matter, happened, pauses, calendar))
    excluded = examination_days if matter.procedure is Procedure.DENUNCIATION else 0
    return deadline(
        lengthenings[-1].limit if lengthenings else matter.limit(),
        matter.accepted_on,
        calendar,
        paused_days=_paused_days(pauses, until) + excluded,
        course=[
            *(_explain_lengthening(each) for each in lengthenings),
            *(_explain_pause(matter.procedure, pause, until) for pause in pauses),
            *_explain_examination(matter.procedure, examination_days),
        ],
    )


def is_in_time_for_extension(
    matter: AcceptedMatter,
    earlier_events: Iterable[ResolutionEvent],
    *,
    on: date,
    calendar: WorkingCalendar,
) -> bool:
    """Tell whether an extension, or the finding that the matter is complex, made on `on` still counts.

    It does up to and including the deadline as it stands on that day, a running pause included.
    """
    events = list(earlier_events)
    pauses = _pauses(matter.procedure, events)
    lengthenings = list(_lengthenings(matter, events, pauses, calendar))
    limit = lengthenings[-1].limit if lengthenings else matter.limit()
    return on <= _due_on(matter, limit, pauses, on, calendar)


def _pauses(procedure: Procedure, events: Sequence[ResolutionEvent]) -> list[_Pause]:
    """Pair the events into pauses, first begun first; a day inside two of them is paused once."""
    spans = [(*span, kind) for kind in _PAUSED_BY[procedure] for span in _spans(kind, events)]
    pauses = []
    covered_until = date.min
    for begins_on, ends_on, kind in sorted(spans, key=lambda span: (span[0], span[2])):
        if procedure is Procedure.DENUNCIATION or complaint_may_be_suspended(begins_on):
            pauses.append(_Pause(kind, begins_on, ends_on, max(begins_on, covered_until)))
            covered_until = max(covered_until, ends_on or date.max)
        else:
            pauses.append(_Pause(kind, begins_on, ends_on, None))
    return pauses


def _spans(kind: ClockEvent, events: Sequence[ResolutionEvent]) -> Iterator[tuple[date, date | None]]:
    """Yield from when to when the matter was paused by `kind`; the last one may have no end.

    On a day with both, a running pause ends and begins anew, and one not running begins and ends at once.
    """
    begins = {event.on for event in events if event.kind is kind}
    ends = {event.on for event in events if event.kind is _PAUSE_ENDED_BY[kind]}
    begun_on: date | None = None
    for on in sorted(begins | ends):
        was_running = begun_on is not None
        if begun_on is not None and on in ends:
            yield begun_on, on
            begun_on = None
        if begun_on is None and on in begins:
            begun_on = on
        if not was_running and begun_on is not None and on in ends:
            yield begun_on, on
            begun_on = None
    if begun_on is not None:
        yield begun_on, None


def _paused_days(pauses: Iterable[_Pause], on: date) -> int:
    return sum(pause.days_by(on) for pause in pauses)


def _due_on(
    matter: AcceptedMatter, limit: TimeLimit, pauses: Iterable[_Pause], on: date, calendar: WorkingCalendar
) -> date:
    """Return the deadline as it stands on the day `on`."""
    days = limit.length + _paused_days(pauses, on)
    return calendar.next_working_day(matter.accepted_on + timedelta(days=days))


def _lengthenings(
    matter: AcceptedMatter,
    events: Iterable[ResolutionEvent],
    pauses: Sequence[_Pause],
    calendar: WorkingCalendar,
) -> Iterator[_Lengthening]:
    kind, steps = _LENGTHENED_BY[matter.procedure]
    limit = matter.limit()
    for event in sorted(events, key=lambda each: each.on):
        if event.kind is not kind or not steps:
            continue
        due_on = _due_on(matter, limit, pauses, event.on, calendar)
        if event.on <= due_on:
            limit, steps = matter.limit(steps[0]), steps[1:]
        yield _Lengthening(event, due_on, limit)


def _explain_lengthening(lengthening: _Lengthening) -> str:
    act = f"{lengthening.event.kind.label} ngày {day(lengthening.event.on)}"
    if lengthening.is_in_time:
        return f"{act}: thời hạn thành {lengthening.limit.length_in_words} kể từ ngày thụ lý."
    return f"{act}, sau khi đã hết hạn ngày {day(lengthening.due_on)}: thời hạn không thay đổi."


def _explain_pause(procedure: Procedure, pause: _Pause, until: date) -> str:
    act = f"{pause.kind.label} từ ngày {day(pause.begins_on)}"
    if pause.counted_from is None:
        since = day(LAW_136_2025.in_force_from)
        return f"{act}: vẫn tính vào thời hạn, vì chỉ được tạm đình chỉ từ {since} ({_COMPLAINT_SUSPENSION})."
    ended = f"đến ngày {day(pause.ends_on)}" if pause.ends_on else f"chưa kết thúc vào ngày {day(until)}"
    basis = _PAUSE_BASIS[procedure, pause.kind]
    return f"{act} {ended}: {pause.days_by(until)} ngày không tính vào thời hạn ({basis})."


def _explain_examination(procedure: Procedure, days: int) -> Iterator[str]:
    if not days:
        return
    if procedure is Procedure.COMPLAINT:
        yield f"Thời gian giám định {days} ngày vẫn tính vào thời hạn: luật chỉ trừ khi giải quyết tố cáo."
        return
    basis = _PAUSE_BASIS[procedure, ClockEvent.EXAMINATION_STARTED]
    yield f"Thời gian giám định {days} ngày không tính vào thời hạn ({basis})."
