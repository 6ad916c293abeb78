"""The tables of the cases, one file per subject."""

from complaints.models.cases import Case, CasePetition, CaseVisit
from complaints.models.decisions import Decision, Enforcement
from complaints.models.events import CaseDeadline, CaseEvent

__all__ = ["Case", "CaseDeadline", "CaseEvent", "CasePetition", "CaseVisit", "Decision", "Enforcement"]
