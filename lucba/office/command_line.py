"""What the office's commands read from their command lines: days and units, refused with one sentence."""

import re
from datetime import date

from django.core.management.base import CommandError

from lucba.office.models import Unit

WRONG_USE = 2  # exit status
FIRST_YEAR, LAST_YEAR = 2000, 2099  # as far as the reception calendar goes


def read_day(text: str) -> date:
    """Read a day written as 2026-07-01. Raises ValueError with a Vietnamese sentence."""
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        on = date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text}” không phải là ngày. Hãy viết dạng 2026-07-01.") from None
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        raise ValueError(f"Ngày {text} ngoài lịch. Hãy ghi năm từ {FIRST_YEAR} đến {LAST_YEAR}.")
    return on


def unit_of_code(code: str) -> Unit:
    """Return the unit. Raises CommandError with WRONG_USE."""
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise CommandError(f"Không có đơn vị mang mã “{code}”.", returncode=WRONG_USE)
    return unit
