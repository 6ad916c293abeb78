"""The chairman's own reception days: one a week until 30/06/2026, two a month from 01/07/2026.

Law on Citizen Reception 15(2), before and after Law 136/2025; counted as indicator 2 of the plan does.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lucba.law.explanations import day
from lucba.law.law_on_citizen_reception import MONTHLY_DUTY, WEEKLY_DUTY
from lucba.law.reporting_periods import Period, calendar_month
from lucba.law.rules import TimeLimit, Unit
from lucba.law.working_days import WorkingCalendar

_SPAN_WORDS = {Unit.DAYS_A_WEEK: "tuần", Unit.DAYS_A_MONTH: "tháng"}


@dataclass(frozen=True, slots=True)
class Sitting:
    """A periodic reception of the chairman, `delegated` when a deputy held it in his place.

    It was `held` also when no citizen came. `reason` says why it was not; it is empty while only planned.
    """

    on: date
    held: bool = True
    delegated: bool = False
    moved_to: date | None = None
    reason: str = ""

    @property
    def is_personal(self) -> bool:
        """Tell whether the chairman himself received on that day."""
        return self.held and not self.delegated


@dataclass(frozen=True, slots=True)
class DutySpan:
    """A week or month in which the chairman owed `required` days, and the days he received for it.

    A day of `personal` may lie after its week when it was held in place of a moved sitting. The days in
    `delegated` do not count. `reason` says in a sentence why days are missing; "" when none is.
    """

    span: Period
    required: int
    personal: tuple[date, ...]
    delegated: tuple[date, ...]
    reason: str

    @property
    def missing(self) -> int:
        """Return how many days were owed and not held."""
        return max(0, self.required - len(self.personal))

    @property
    def met(self) -> bool:
        """Tell whether the duty of the week or month was met."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Duty:
    """The weeks and months assessed in a period, and the different days held in it by himself and for him."""

    weeks: tuple[DutySpan, ...]
    months: tuple[DutySpan, ...]
    days_personal: int
    days_delegated: int

    @property
    def met(self) -> int:
        """Return the numerator of indicator 2."""
        return sum(each.met for each in (*self.weeks, *self.months))

    @property
    def assessed(self) -> int:
        """Return the denominator of indicator 2."""
        return len(self.weeks) + len(self.months)

    @property
    def days_required(self) -> int:
        """Return how many reception days the law asked for."""
        return sum(each.required for each in (*self.weeks, *self.months))


def week_of(on: date) -> Period:
    """Return Monday to Sunday of the week of `on`."""
    monday = on - timedelta(days=on.weekday())
    return Period(monday, monday + timedelta(days=6))


def all_weeks(period: Period, calendar: WorkingCalendar) -> tuple[Period, ...]:
    """Return the weeks whose last working day lies in `period`; a week without a working day is none's."""
    first, last = week_of(period.start), week_of(period.end)
    mondays = (first.start + timedelta(days=days) for days in range(0, (last.end - first.start).days, 7))
    return tuple(
        week for week in map(week_of, mondays) if (end := _last_working_day(week, calendar)) and end in period
    )


def weeks_assessed(period: Period, calendar: WorkingCalendar) -> tuple[Period, ...]:
    """Return the weeks of `period` in which the chairman owed a day: last working day until 30/06/2026."""
    return tuple(
        week
        for week in all_weeks(period, calendar)
        if (end := _last_working_day(week, calendar)) and WEEKLY_DUTY.in_force(end)
    )


def months_assessed(period: Period, calendar: WorkingCalendar) -> tuple[Period, ...]:
    """Return the months from July 2026 whose last working day lies in `period`."""
    months = {calendar_month(on.year, on.month) for on in period.days()}
    return tuple(
        month
        for month in sorted(months)
        if MONTHLY_DUTY.in_force(month.start)
        and (end := _last_working_day(month, calendar))
        and end in period
    )


def chairman_duty(period: Period, sittings: Iterable[Sitting], calendar: WorkingCalendar) -> Duty:
    """Assess the chairman's duty in `period` from the sittings up to its end; later ones are left out here.

    `sittings` are all of the weeks and months the period touches, also those before it, and those moved
    into them.
    """
    happened = sorted((each for each in sittings if each.on <= period.end), key=lambda each: each.on)
    personal = [each.on for each in happened if each.is_personal]
    of_week = _days_by_week(personal, happened)
    weeks, months = weeks_assessed(period, calendar), months_assessed(period, calendar)
    return Duty(
        weeks=tuple(_assess(week, WEEKLY_DUTY, of_week.get(week, ()), happened) for week in weeks),
        months=tuple(_assess(month, MONTHLY_DUTY, _days_in(month, personal), happened) for month in months),
        days_personal=len(_days_in(period, personal)),
        days_delegated=len(_delegated_days(period, happened)),
    )


def _days_by_week(personal: Sequence[date], sittings: Iterable[Sitting]) -> dict[Period, tuple[date, ...]]:
    """Return for each week the days of the personal sittings (one entry for each) that count for it.

    A day held in place of moved sittings counts for the weeks of those it replaces, not for its own; sittings
    of that day beyond the replaced ones count for its own week.
    """
    replaced: defaultdict[date, list[date]] = defaultdict(list)
    for each in sittings:
        if each.moved_to and not each.held and not each.delegated:
            replaced[each.moved_to].append(each.on)
    days: defaultdict[Period, set[date]] = defaultdict(set)
    for on, count in Counter(personal).items():
        for planned_on in replaced[on]:
            days[week_of(planned_on)].add(on)
        if count > len(replaced[on]):
            days[week_of(on)].add(on)
    return {week: tuple(sorted(counted)) for week, counted in days.items()}


def _days_in(span: Period, days: Iterable[date]) -> tuple[date, ...]:
    return tuple(sorted({on for on in days if on in span}))


def _delegated_days(span: Period, sittings: Iterable[Sitting]) -> tuple[date, ...]:
    return _days_in(span, (each.on for each in sittings if each.held and each.delegated))


def _assess(
    span: Period, duty: TimeLimit, personal: tuple[date, ...], sittings: Sequence[Sitting]
) -> DutySpan:
    is_missing = len(personal) < duty.length
    return DutySpan(
        span=span,
        required=duty.length,
        personal=personal,
        delegated=_delegated_days(span, sittings),
        reason=_reason(span, duty, personal, sittings) if is_missing else "",
    )


def _reason(span: Period, duty: TimeLimit, personal: Collection[date], sittings: Sequence[Sitting]) -> str:
    """Return in one sentence what the books say of the missing days."""
    word = _SPAN_WORDS[duty.unit]
    opening = f"Chủ tịch chưa trực tiếp tiếp công dân ngày nào trong {word}"
    if personal:
        opening = f"Chủ tịch mới trực tiếp tiếp công dân {len(personal)} trong {duty.length} ngày của {word}"
        opening += f" ({', '.join(map(day, personal))})"
    uncounted = (each for each in sittings if each.on in span and _is_missed(each, personal))
    received = {each.on for each in sittings if each.is_personal}
    clauses = dict.fromkeys(_what_became_of(each, word, received) for each in uncounted)
    return f"{'; '.join([opening, *clauses])}."


def _is_missed(sitting: Sitting, personal: Collection[date]) -> bool:
    """Tell whether the sitting might have counted and does not; a deputy's that was not held never might."""
    if sitting.held:
        return sitting.delegated or sitting.on not in personal
    return not sitting.delegated and sitting.moved_to not in personal


def _what_became_of(sitting: Sitting, word: str, received: Collection[date]) -> str:
    """Return a clause on a sitting that does not count; `received` are all days of the chairman's own."""
    on = day(sitting.on)
    if sitting.delegated:
        return f"ngày {on} tiếp theo ủy quyền nên không tính"
    if sitting.held:
        return f"ngày {on} tiếp thay buổi đã dời từ {word} khác nên tính cho {word} đó"
    words = " ".join(sitting.reason.split()).rstrip(".")
    because = f" (lý do: {words})" if words else ""
    if sitting.moved_to:
        since = f"đã tính cho {word} đó" if sitting.moved_to in received else "Chủ tịch chưa tiếp"
        return f"buổi ngày {on} dời sang ngày {day(sitting.moved_to)}, {since}{because}"
    return f"buổi ngày {on} không tổ chức{because}" if because else f"buổi ngày {on} chưa ghi kết quả"


def _last_working_day(period: Period, calendar: WorkingCalendar) -> date | None:
    last = calendar.previous_working_day(period.end)
    return last if last in period else None
