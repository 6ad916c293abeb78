"""When a matter is complex: the seven criteria and how many of them a decision needs.

Decree 124/2020 article 3a (complaints, from 01/07/2026) and Decree 31/2019 article 3 (denunciations).
"""

from datetime import date

from lucba.law.labelled_enum import LabelledEnum
from lucba.law.sources import (
    DECREE_31_2019,
    DECREE_124_2020,
    DECREE_155_2026,
    LAW_ON_DENUNCIATIONS,
    Citation,
)

EXTENSIONS_ALLOWED = 2


class Procedure(LabelledEnum):
    """A procedure with a legal time limit for resolution."""

    COMPLAINT = "KN", "khiếu nại"
    DENUNCIATION = "TC", "tố cáo"


class ComplexityCriterion(LabelledEnum):
    """One reason why a matter is complex (phức tạp)."""

    SEVERAL_PLACES = "1", "phải xác minh tại nhiều địa điểm"
    SEVERAL_CONTENTS = "2", "có nhiều nội dung"
    MANY_PEOPLE = "3", "có nhiều người tham gia hoặc liên quan đến nhiều người"
    FOREIGN_ELEMENT = "4", "có yếu tố nước ngoài"
    SEVERAL_BODIES = "5", "thuộc trách nhiệm của nhiều cơ quan"
    BODIES_DISAGREE = "6", "các cơ quan còn ý kiến khác nhau"
    CONFLICTING_EVIDENCE = "7", "chứng cứ mâu thuẫn, cần giám định, xác minh thêm"


def complexity_criteria_needed(procedure: Procedure, *, on: date) -> int:
    """Return how many criteria a decision of `on` that a matter is complex must name.

    For complaints the law had no definition before Decree 155/2026 (01/07/2026).
    """
    if procedure is Procedure.COMPLAINT and on < DECREE_155_2026.in_force_from:
        return 0
    return 1


def extension_criteria_needed(number: int) -> int:
    """Return how many criteria extension `number` of a denunciation needs: complex 1, specially complex 2.

    Raises ValueError for an extension the law does not know (Law on Denunciations 30, Decree 31/2019 3).
    """
    if not 1 <= number <= EXTENSIONS_ALLOWED:
        raise ValueError("Tố cáo chỉ được gia hạn tối đa hai lần.")
    return number


def next_extension(extensions_so_far: int) -> int | None:
    """Return the number the next extension of a denunciation must bear, None when both are used."""
    return extensions_so_far + 1 if extensions_so_far < EXTENSIONS_ALLOWED else None


# Where the criteria stand, for the page that shows them.
COMPLEXITY_CITATIONS = (
    Citation(DECREE_124_2020, "3a", amended_by=DECREE_155_2026),
    Citation(LAW_ON_DENUNCIATIONS, "30"),
    Citation(DECREE_31_2019, "3"),
)
