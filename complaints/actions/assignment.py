"""Give several cases to one person: each by the same action, those refused told with their reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from complaints.actions.events import assign_verifier
from complaints.models import Case
from lucba.office.errors import RefusedError
from lucba.office.models import Official

MOST = 100  # cases given at once


@dataclass(frozen=True, slots=True)
class Assigned:
    """The codes of the cases given, and of those refused each with its sentence."""

    done: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def assign_cases(
    cases: Iterable[Case],
    *,
    verifier: Official,
    happened_on: date,
    document_number: str = "",
    by: Official,
    today: date,
) -> Assigned:
    """Give each of `cases` to `verifier`; what the procedure refuses to one does not stop the others.

    Raises RefusedError when there is no case, or more than MOST.
    """
    chosen, result = list(cases), Assigned()
    if not 1 <= len(chosen) <= MOST:
        raise RefusedError(f"Hãy chọn từ 1 đến {MOST} vụ việc.")
    for case in chosen:
        try:
            assign_verifier(
                case,
                verifier=verifier,
                happened_on=happened_on,
                document_number=document_number,
                by=by,
                today=today,
            )
        except RefusedError as refusal:
            result.refused.append((case.code, refusal.message))
        else:
            result.done.append(case.code)
    return result
