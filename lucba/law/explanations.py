"""The sentences behind "Vì sao là ngày này?": start, skipped days with their reason, pauses, roll, citation.

They are read by officials and by citizens: change a wording here and nowhere else.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import groupby

from lucba.law.rules import Bound, TimeLimit, Unit
from lucba.law.sources import COUNTING_OF_DAYS, ROLL_TO_WORKING_DAY
from lucba.law.working_days import WorkingCalendar


def explain(
    limit: TimeLimit,
    start: date,
    raw_end: date,
    calendar: WorkingCalendar,
    *,
    extra_days: int,
    paused_days: int,
) -> tuple[str, ...]:
    """Return the chain of sentences from `start` to the due day of a counted limit."""
    return (
        *_opening(limit, start),
        *_added(extra_days, paused_days),
        *_working_day_count(limit, start, raw_end, calendar),
        *_calendar_day_end(limit, raw_end, calendar),
        *_not_announced_yet(raw_end, calendar),
        f"Căn cứ: {limit.legal_basis}.",
        *([limit.note] if limit.note else []),
    )


def day(on: date) -> str:
    """Return a day as people read it: 01/07/2026."""
    return f"{on:%d/%m/%Y}"


def _opening(limit: TimeLimit, start: date) -> Iterator[str]:
    if limit.backward:
        yield f"Ngày diễn ra: {day(start)}, không tính ngày này."
    else:
        yield f"Bắt đầu từ ngày {day(start)}; ngày này không tính ({COUNTING_OF_DAYS})."
    given = (
        f" ({', '.join(sorted(each.label for each in limit.circumstances))})" if limit.circumstances else ""
    )
    name = "Chỉ tiêu nội bộ" if limit.citation is None else "Thời hạn"
    yield f"{name}: {_length(limit)}{given}."


def _length(limit: TimeLimit) -> str:
    if limit.backward:
        return f"chậm nhất {limit.length_in_words} {limit.bound.label}"
    if limit.bound is Bound.TAKES_EFFECT:
        return f"có hiệu lực sau {limit.length_in_words}"
    return f"{limit.bound.label} {limit.length_in_words}"


def _added(extra_days: int, paused_days: int) -> Iterator[str]:
    if extra_days:
        yield f"Cộng {extra_days} ngày có trở ngại khách quan."
    if paused_days:
        yield f"Cộng {paused_days} ngày tạm dừng, không tính vào thời hạn."


def _working_day_count(
    limit: TimeLimit, start: date, raw_end: date, calendar: WorkingCalendar
) -> Iterator[str]:
    if limit.unit is not Unit.WORKING_DAYS:
        return
    first, last = sorted((start, raw_end))
    between = [first + timedelta(days=offset) for offset in range(1, (last - first).days)]
    skipped = _runs(between, calendar.day_off_reason)
    if skipped:
        yield f"Không tính các ngày nghỉ: {', '.join(skipped)}."
    worked = _runs([*between, raw_end], calendar.worked_weekend_reason)
    if worked:
        yield f"Có tính {', '.join(worked)}."
    yield f"Ngày làm việc thứ {limit.length}: {day(raw_end)}."


def _runs(days: list[date], reason_for: Callable[[date], str]) -> list[str]:
    """Return the days that have a reason, neighbours with the same reason together."""
    runs = []
    for reason, same in groupby(days, key=reason_for):
        if reason:
            first, *rest = same
            span = f"{day(first)}–{day(rest[-1])}" if rest else day(first)
            runs.append(f"{span} ({reason})")
    return runs


def _calendar_day_end(limit: TimeLimit, raw_end: date, calendar: WorkingCalendar) -> Iterator[str]:
    if limit.unit is not Unit.CALENDAR_DAYS:
        return
    reason = calendar.day_off_reason(raw_end)
    if limit.backward and reason:
        earlier = calendar.previous_working_day(raw_end)
        yield f"Ngày cuối {day(raw_end)} là ngày nghỉ ({reason}): phải làm chậm nhất ngày {day(earlier)}."
        return
    later = calendar.next_working_day(raw_end)
    if reason:
        ends = "chỉ tiêu lùi đến" if limit.citation is None else "thời hạn kết thúc vào"
        yield (
            f"Ngày cuối {day(raw_end)} là ngày nghỉ ({reason}): {ends} ngày làm việc tiếp theo, "
            f"{day(later)} ({ROLL_TO_WORKING_DAY})."
        )
    else:
        worked = calendar.worked_weekend_reason(raw_end)
        yield f"Ngày cuối: {day(raw_end)}{f' (ngày làm việc: {worked})' if worked else ''}."
    if limit.bound is Bound.TAKES_EFFECT:
        yield f"Có hiệu lực từ ngày tiếp theo: {day(later + timedelta(days=1))}."
    elif reason and limit.bound is Bound.NO_LATER_THAN:
        earlier = calendar.previous_working_day(raw_end)
        advice = "Nên" if limit.citation is None else "Để chắc chắn đúng hạn, nên"
        yield f"{advice} làm xong trong ngày {day(earlier)}."


def _not_announced_yet(raw_end: date, calendar: WorkingCalendar) -> Iterator[str]:
    last_day = calendar.next_working_day(raw_end)
    if calendar.is_provisional(last_day):
        yield (
            f"Lịch nghỉ chính thức mới công bố đến hết năm {calendar.last_announced_year}: "
            "ngày này là tạm tính."
        )
