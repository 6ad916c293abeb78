"""The one rule in force for a step on a date, and the whole table for the page "Căn cứ pháp lý"."""

from collections.abc import Iterable
from datetime import date

from lucba.law import (
    house_rules,
    law_on_citizen_reception,
    law_on_complaints,
    law_on_denunciations,
)
from lucba.law.rules import Circumstance, NoRuleInForceError, Step, TimeLimit

ALL: tuple[TimeLimit, ...] = (
    *law_on_citizen_reception.RULES,
    *law_on_complaints.RULES,
    *law_on_denunciations.RULES,
    *house_rules.RULES,
)
_BY_KEY = {limit.key: limit for limit in ALL}
_BY_STEP = {step: tuple(limit for limit in ALL if limit.step is step) for step in Step}
_KNOWN_CIRCUMSTANCES = {
    step: frozenset[Circumstance]().union(*(limit.circumstances for limit in limits))
    for step, limits in _BY_STEP.items()
}


def time_limit(step: Step, *, on: date, circumstances: Iterable[Circumstance] = frozenset()) -> TimeLimit:
    """Return the rule for `step` in force on `on`; circumstances its rows do not know are ignored.

    Raises NoRuleInForceError when the law is silent: there is no default.
    """
    relevant = _KNOWN_CIRCUMSTANCES[step].intersection(circumstances)
    for limit in _BY_STEP[step]:
        if limit.circumstances == relevant and limit.in_force(on):
            return limit
    raise NoRuleInForceError(f"Không có quy định về thời hạn “{step.label}” vào ngày {on:%d/%m/%Y}.")


def limit_by_key(key: str) -> TimeLimit:
    """Return the rule a stored deadline was counted by. Raises KeyError for a key no rule ever had."""
    return _BY_KEY.get(key) or house_rules.target_by_key(key)


def in_force(on: date) -> tuple[TimeLimit, ...]:
    """Return every rule in force on the day `on`, in the order of the table."""
    return tuple(limit for limit in ALL if limit.in_force(on))


def acceptance_limits(on: date) -> tuple[TimeLimit, ...]:
    """Return the rules for accepting a complaint received on `on`.

    Until 30/06/2026 the Law (10 days) and Decree 124/2020 (10 working days) disagree and both are returned;
    from 01/07/2026 there is one. Raises NoRuleInForceError before the Law on Complaints took effect.
    """
    limits = tuple(limit for limit in law_on_complaints.ACCEPTANCE if limit.in_force(on))
    if not limits:
        raise NoRuleInForceError(f"Không có quy định về thời hạn thụ lý khiếu nại vào ngày {on:%d/%m/%Y}.")
    return limits
