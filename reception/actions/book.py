"""Ask the worker to print the reception book of a long period."""

from __future__ import annotations

from datetime import date

from lucba.office.errors import RefusedError
from lucba.office.jobs import enqueue
from lucba.office.models import Job, Official
from lucba.papers.numbers import count
from reception.book import count_visits

MOST = 2000  # visits: about 500 pages, a minute or two and 1 GB of the worker


def request_print(by: Official, *, start: date, end: date, kind: str, masked: bool) -> Job:
    """Let the worker print the visits from `start` to `end` (inclusive) as `by` sees them.

    Raises RefusedError above MOST visits.
    """
    visits = count_visits(by, start=start, end=end, kind=kind)
    if visits > MOST:
        raise RefusedError(
            f"Kỳ này có {count(visits)} lượt tiếp, mỗi lần in nhiều nhất {count(MOST)} lượt. "
            "Hãy chọn kỳ ngắn hơn hoặc tải Excel."
        )
    asked = {"start": f"{start:%Y-%m-%d}", "end": f"{end:%Y-%m-%d}", "kind": kind, "masked": masked}
    return enqueue(Job.Kind.PRINT_BOOK, unit=by.unit, by=by, payload=asked)
