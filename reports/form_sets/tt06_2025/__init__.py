"""The form set of Circular 06/2025/TT-TTCP, in force for periods that end on 30/09/2025 or later."""

from reports.figures.tt06_2025 import FAMILIES
from reports.form_sets.forms import FormSet
from reports.form_sets.tt06_2025.checks import CARRIED_OVER, HARD_CHECKS, SOFT_CHECKS
from reports.form_sets.tt06_2025.forms import (
    COMPLAINTS,
    DENUNCIATIONS,
    ENFORCEMENT,
    MANAGEMENT,
    PETITIONS,
    RECEPTION,
)

FORM_SET = FormSet(
    code="tt06-2025",
    circular="Thông tư số 06/2025/TT-TTCP",
    forms=(RECEPTION, PETITIONS, COMPLAINTS, DENUNCIATIONS, ENFORCEMENT, MANAGEMENT),
    hard_checks=HARD_CHECKS,
    soft_checks=SOFT_CHECKS,
    carried_over=CARRIED_OVER,
    families=FAMILIES,
)
