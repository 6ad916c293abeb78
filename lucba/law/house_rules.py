"""Targets the office sets itself where the law has no length; always marked HOUSE, never a legal limit.

The length is a dated setting of the unit; the row here is the one used where nothing was set.
"""

from dataclasses import replace
from datetime import date

from lucba.law.rules import Certainty, Step, TimeLimit, Unit

RECOMMENDATION_TARGET_DAYS = 30

_RECOMMENDATION_TARGET = TimeLimit(
    step=Step.RECOMMENDATION_RESOLUTION,
    length=RECOMMENDATION_TARGET_DAYS,
    unit=Unit.CALENDAR_DAYS,
    citation=None,
    in_force_from=date(2014, 7, 1),  # with the Law on Citizen Reception, which knows no length
    certainty=Certainty.HOUSE,
    note="Chỉ tiêu nội bộ do đơn vị đặt; quá chỉ tiêu không phải là quá hạn luật định.",
)

RULES = (_RECOMMENDATION_TARGET,)


def recommendation_target(days: int) -> TimeLimit:
    """Return the unit's own target for answering a recommendation, in calendar days from acceptance.

    Raises ValueError when `days` is less than one.
    """
    if days < 1:
        raise ValueError("Chỉ tiêu nội bộ phải từ 1 ngày trở lên.")
    return replace(_RECOMMENDATION_TARGET, length=days)


def target_by_key(key: str) -> TimeLimit:
    """Return the target a stored deadline was counted by. Raises KeyError for any other key."""
    step, _, rest = key.partition(" ")
    days = rest.partition(" ")[0]
    if step != Step.RECOMMENDATION_RESOLUTION or not days.isdecimal():
        raise KeyError(key)
    return recommendation_target(int(days))
