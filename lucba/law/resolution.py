"""The running clock of an accepted complaint or denunciation: lengths, extensions and pauses from its events.

Complaints: Law on Complaints 28, 11a. Denunciations: Law on Denunciations 30, 34; Decree 31/2019 15(4).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lucba.law.complexity import EXTENSIONS_ALLOWED, Procedure
from lucba.law.deadlines import Deadline, deadline
from lucba.law.explanations import day
from lucba.law.labelled_enum import LabelledEnum
from lucba.law.rules import Circumstance, Step, TimeLimit
from lucba.law.sources import DECREE_31_2019, LAW_136_2025, LAW_ON_COMPLAINTS, LAW_ON_DENUNCIATIONS, Citation
from lucba.law.time_limits import time_limit
from lucba.law.working_days import WorkingCalendar

COMPLAINT_SUSPENSION = Citation(LAW_ON_COMPLAINTS, "11a", amended_by=LAW_136_2025)
DENUNCIATION_SUSPENSION = Citation(LAW_ON_DENUNCIATIONS, "34(2)")
EXAMINATION_NOT_COUNTED = Citation(DECREE_31_2019, "15(4)")


class ClockEvent(LabelledEnum):
    """What can change the end of the clock of resolution."""

    COMPLEXITY = "phuc_tap", "xác định vụ việc phức tạp"
    EXTENSION = "gia_han", "gia hạn"
    SUSPENDED = "tam_dinh_chi", "tạm đình chỉ"
    RESUMED = "tiep_tuc", "tiếp tục giải quyết"
    EXAMINATION_STARTED = "giam_dinh", "trưng cầu giám định"
    EXAMINATION_ENDED = "ket_qua_giam_dinh", "có kết quả giám định"


@dataclass(frozen=True, slots=True)
class ResolutionEvent:
    """An event of the matter; `detail` is what its paper says and changes no date."""

    on: date
    kind: ClockEvent
    detail: str = ""


@dataclass(frozen=True, slots=True)
class AcceptedMatter:
    """What the clock must know of a matter: procedure, day of acceptance, remote area (complaints only)."""

    procedure: Procedure
    accepted_on: date
    remote: bool = False


def complaint_may_be_suspended(on: date) -> bool:
    """Tell whether a complaint can be suspended, withdrawn in part or terminated for another reason on `on`.

    All three exist since Law 136/2025 (Law on Complaints 10, 11a); the date of the act decides.
    """
    return on >= LAW_136_2025.in_force_from


def resolution_deadline(
    matter: AcceptedMatter, events: Iterable[ResolutionEvent], *, until: date, calendar: WorkingCalendar
) -> Deadline:
    """Return the deadline for resolving `matter` as of `until`: its closing day, or the day looked at if open.

    `events` come in order; those after `until` have not happened. A pause still running ends on `until`.
    """
    clock = _Clock(matter, calendar)
    for event in events:
        if event.on <= until:
            clock.take(event)
    paused_days = clock.paused_days_on(until)
    clock.explain_running_pause(until)
    counted = deadline(clock.limit, matter.accepted_on, calendar, paused_days=paused_days)
    return replace(counted, explanation=(*clock.sentences, *counted.explanation))


def is_in_time_for_extension(
    matter: AcceptedMatter, earlier_events: Iterable[ResolutionEvent], *, on: date, calendar: WorkingCalendar
) -> bool:
    """Tell whether an extension, or the finding that the matter is complex, dated `on` still counts.

    It does up to and including the deadline as it stands on that day, a running pause included.
    """
    clock = _Clock(matter, calendar)
    for event in earlier_events:
        clock.take(event)
    return on <= clock.due_on(on)


_PAUSE_ENDED_BY = {
    ClockEvent.SUSPENDED: ClockEvent.RESUMED,
    ClockEvent.EXAMINATION_STARTED: ClockEvent.EXAMINATION_ENDED,
}


@dataclass(slots=True)
class _Clock:
    """The state of the clock after the events taken so far."""

    matter: AcceptedMatter
    calendar: WorkingCalendar
    is_complex: bool = False
    extensions: int = 0
    paused_days: int = 0
    pause: ResolutionEvent | None = None
    sentences: list[str] = field(default_factory=list)

    @property
    def limit(self) -> TimeLimit:
        """The row in force for the circumstances so far: always the whole length from acceptance."""
        return time_limit(self._step, on=self.matter.accepted_on, circumstances=self._circumstances())

    @property
    def _step(self) -> Step:
        if self.matter.procedure is Procedure.COMPLAINT:
            return Step.COMPLAINT_RESOLUTION
        return Step.DENUNCIATION_RESOLUTION

    def _circumstances(self) -> set[Circumstance]:
        extended = (None, Circumstance.EXTENDED_ONCE, Circumstance.EXTENDED_TWICE)[self.extensions]
        return {
            *([Circumstance.COMPLEX] if self.is_complex else []),
            *([Circumstance.REMOTE] if self.matter.remote else []),
            *([extended] if extended else []),
        }

    def paused_days_on(self, on: date) -> int:
        """Return the days paused up to `on`, a running pause included."""
        running = (on - self.pause.on).days if self.pause else 0
        return self.paused_days + running

    def due_on(self, on: date) -> date:
        """Return the deadline as it stands on the day `on`."""
        raw_end = self.matter.accepted_on + timedelta(days=self.limit.length + self.paused_days_on(on))
        return self.calendar.next_working_day(raw_end)

    def take(self, event: ResolutionEvent) -> None:
        """Let `event` work on the clock, and say what it did."""
        if event.kind in _PAUSE_ENDED_BY:
            self._begin_pause(event)
        elif self.pause and event.kind is _PAUSE_ENDED_BY[self.pause.kind]:
            self._end_pause(event.on)
        elif self._lengthens(event):
            self._lengthen(event)

    def _lengthens(self, event: ResolutionEvent) -> bool:
        if self.matter.procedure is Procedure.COMPLAINT:
            return event.kind is ClockEvent.COMPLEXITY and not self.is_complex
        return event.kind is ClockEvent.EXTENSION and self.extensions < EXTENSIONS_ALLOWED

    def _lengthen(self, event: ResolutionEvent) -> None:
        due_on = self.due_on(event.on)
        if event.on > due_on:
            self.sentences.append(
                f"Ngày {day(event.on)} {event.kind.label} sau khi đã hết hạn {day(due_on)}: thời hạn không đổi."
            )
            return
        if event.kind is ClockEvent.COMPLEXITY:
            self.is_complex = True
        else:
            self.extensions += 1
        ordinal = f" lần {self.extensions}" if event.kind is ClockEvent.EXTENSION else ""
        self.sentences.append(
            f"Ngày {day(event.on)} {event.kind.label}{ordinal}: "
            f"thời hạn thành {self.limit.length_in_words} kể từ ngày thụ lý."
        )

    def _begin_pause(self, event: ResolutionEvent) -> None:
        if self.pause:
            return
        if self.matter.procedure is Procedure.DENUNCIATION:
            self.pause = event
        elif event.kind is ClockEvent.SUSPENDED and complaint_may_be_suspended(event.on):
            self.pause = event
        elif event.kind is ClockEvent.SUSPENDED:
            self.sentences.append(
                f"Tạm đình chỉ ngày {day(event.on)} không được trừ vào thời hạn: khiếu nại chỉ được "
                f"tạm đình chỉ từ ngày {day(LAW_136_2025.in_force_from)} ({COMPLAINT_SUSPENSION})."
            )

    def _end_pause(self, on: date) -> None:
        assert self.pause
        length = (on - self.pause.on).days
        self.sentences.append(f"{self._pause_name} từ ngày {day(self.pause.on)} đến ngày {day(on)}: không tính {length} ngày.")
        self.paused_days += length
        self.pause = None
