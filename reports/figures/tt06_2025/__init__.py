"""The figures in the columns of Circular 06/2025/TT-TTCP, one module for each subject of the books."""

from reports.figures.tt06_2025.enforcement import due_decisions, entries
from reports.figures.tt06_2025.management import (
    dissemination_rounds,
    documents,
    inspections,
    inspections_followed_up,
    training_classes,
)
from reports.figures.tt06_2025.petitions import petitions_and_matters
from reports.figures.tt06_2025.reception import matters_received, reception_days, visits_received
from reports.figures.tt06_2025.resolution import decisions_issued

FAMILIES = (
    visits_received,
    matters_received,
    reception_days,
    petitions_and_matters,
    decisions_issued,
    due_decisions,
    entries,
    documents,
    training_classes,
    dissemination_rounds,
    inspections,
    inspections_followed_up,
)
