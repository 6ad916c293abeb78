"""How a deadline is shown: a word, a shape and a colour, the same on every page."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lucba.law.working_days import WorkingCalendar

SOON = 3  # working days left from which a deadline is "sắp đến hạn"


class State(StrEnum):
    """The state of a deadline; the value names its CSS class, the icon its shape."""

    MET = "met"
    LATE = "late"
    RUNNING = "running"
    SOON = "soon"
    OVERDUE = "overdue"

    @property
    def icon(self) -> str:
        """Return the icon's name among Bootstrap's icons."""
        return _ICONS[self]


_ICONS = {
    State.MET: "check-lg",
    State.LATE: "check-lg",
    State.RUNNING: "circle",
    State.SOON: "triangle-fill",
    State.OVERDUE: "octagon-fill",
}


@dataclass(frozen=True, slots=True)
class Due:
    """What is shown of one deadline: its last day, its state, and the state with the days left in words."""

    due_on: date
    state: State
    words: str
    is_provisional: bool = False


def due(
    due_on: date,
    *,
    act_by: date | None = None,
    met_on: date | None = None,
    house: bool = False,
    today: date,
    calendar: WorkingCalendar,
) -> Due:
    """Return how the deadline that ends on `due_on` (inclusive) is shown on the day `today`.

    Days left are working days up to `act_by`, the last working day on which the step can surely be done in
    time; without it, up to the last working day not after `due_on`. A
    `house` target is never called a legal limit: past it the step is not overdue. Provisional is a day of a
    year whose days off are still to be announced.
    """
    last = act_by or calendar.previous_working_day(due_on)
    state, words = _state(due_on, last, met_on, today, calendar)
    if house:
        state, words = _as_house_target(state, words)
    return Due(due_on, state, words, is_provisional=met_on is None and calendar.is_provisional(due_on))


def _state(
    due_on: date, last: date, met_on: date | None, today: date, calendar: WorkingCalendar
) -> tuple[State, str]:
    if met_on is not None:
        on_time = met_on <= due_on
        words = f"xong {met_on:%d/%m/%Y}, {'đúng hạn' if on_time else 'quá hạn'}"
        return (State.MET if on_time else State.LATE), words
    if today > due_on:
        late = calendar.working_days_between(due_on, today)
        return State.OVERDUE, f"quá hạn {_days(late)}" if late else "quá hạn"
    left = calendar.working_days_between(today, last)
    if left > SOON:
        return State.RUNNING, f"còn hạn {_days(left)}"
    if left:
        return State.SOON, f"sắp đến hạn, còn {_days(left)}"
    rest = "hôm nay là ngày cuối" if today == last else "không còn ngày làm việc nào"
    return State.SOON, f"sắp đến hạn, {rest}"


def _as_house_target(state: State, words: str) -> tuple[State, str]:
    shown = State.SOON if state is State.OVERDUE else state
    for legal, internal in _HOUSE_WORDS.items():
        words = words.replace(legal, internal)
    return shown, words


_HOUSE_WORDS = {
    "quá hạn": "quá chỉ tiêu nội bộ",
    "đúng hạn": "đạt chỉ tiêu nội bộ",
    "còn hạn": "chỉ tiêu nội bộ: còn",
    "sắp đến hạn": "sắp đến chỉ tiêu nội bộ",
}


def _days(days: int) -> str:
    return f"{days} ngày làm việc"
