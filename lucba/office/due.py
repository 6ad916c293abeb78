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


def due(
    due_on: date,
    *,
    act_by: date | None = None,
    met_on: date | None = None,
    today: date,
    calendar: WorkingCalendar,
) -> Due:
    """Return how the deadline that ends on `due_on` (inclusive) is shown on the day `today`.

    Days left are working days up to `act_by`, the last working day on which the step can still be done.
    """
    if met_on is not None:
        return _met(due_on, met_on)
    if today > due_on:
        late = calendar.working_days_between(due_on, today)
        return Due(due_on, State.OVERDUE, f"quá hạn {_days(late)}" if late else "quá hạn")
    last = act_by or due_on
    left = calendar.working_days_between(today, last)
    if left > SOON:
        return Due(due_on, State.RUNNING, f"còn hạn {_days(left)}")
    if left:
        return Due(due_on, State.SOON, f"sắp đến hạn, còn {_days(left)}")
    rest = "hôm nay là ngày cuối" if today == last else "không còn ngày làm việc nào"
    return Due(due_on, State.SOON, f"sắp đến hạn, {rest}")


def _met(due_on: date, met_on: date) -> Due:
    if met_on <= due_on:
        return Due(due_on, State.MET, f"xong {met_on:%d/%m/%Y}, đúng hạn")
    return Due(due_on, State.LATE, f"xong {met_on:%d/%m/%Y}, quá hạn")


def _days(days: int) -> str:
    return f"{days} ngày làm việc"
