"""Who is competent above the commune: second complaints, and denunciations against its own leaders.

Law on Complaints 17, 18, 21; Law on Denunciations 13; the district level ended on 01/07/2025.
"""

from datetime import date

from lucba.law.sources import LAW_ON_LOCAL_GOVERNMENT

_BEFORE_TWO_TIERS = "Chủ tịch UBND huyện"
_SINCE_TWO_TIERS = "Chủ tịch UBND tỉnh"


def superior_of_the_commune(on: date) -> str:
    """Return who, on the day `on`, resolves denunciations against the commune's chairman or vice-chairmen.

    The same person resolves second complaints (khiếu nại lần hai).
    """
    return _SINCE_TWO_TIERS if on >= LAW_ON_LOCAL_GOVERNMENT.in_force_from else _BEFORE_TWO_TIERS
