"""The tables of the cases, one file per subject."""

from complaints.models.cases import Case, CasePetition, CaseVisit
from complaints.models.decisions import Decision, Delivery, Enforcement
from complaints.models.events import CaseDeadline, CaseEvent
from complaints.models.files import ChecklistItem, Protection, VerificationNote
from complaints.models.papers import CasePaper
from complaints.models.proposals import Proposal
from complaints.models.transfers import Transfer

__all__ = [
    "Case",
    "CaseDeadline",
    "CaseEvent",
    "CasePaper",
    "CasePetition",
    "CaseVisit",
    "ChecklistItem",
    "Decision",
    "Delivery",
    "Enforcement",
    "Proposal",
    "Protection",
    "Transfer",
    "VerificationNote",
]
