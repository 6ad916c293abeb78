"""The form sets the office can report on. A new circular is a new module of data, registered here."""

from lucba.office.errors import RefusedError
from reports.form_sets import tt06_2025
from reports.form_sets.forms import FormSet

FORM_SETS = {each.code: each for each in (tt06_2025.FORM_SET,)}


class UnknownFormSetError(RefusedError):
    """No form set has this code."""


def form_set(code: str) -> FormSet:
    """Return the form set `code`. Raises UnknownFormSetError when there is none.

    Which set is in force for a period: `lucba.law.reporting_periods.default_form_set`.
    """
    try:
        return FORM_SETS[code]
    except KeyError:
        known = ", ".join(FORM_SETS)
        raise UnknownFormSetError(f"Không có bộ biểu mẫu “{code}”. Các bộ hiện có: {known}.") from None
