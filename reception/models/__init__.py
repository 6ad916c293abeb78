"""The tables of the reception room, one file per subject."""

from reception.models.deadlines import IntakeDeadline
from reception.models.details import PersonalDetails
from reception.models.identities import SealedIdentity
from reception.models.papers import GroupMember, ReceivedDocument, ReceptionPaper
from reception.models.petitions import Petition, PetitionReply
from reception.models.planning import ReceptionPlace, SessionDeadline, WeeklyPattern
from reception.models.sessions import ContentKind, ReceptionSession, ReplyOutcome, Visit

__all__ = [
    "ContentKind",
    "GroupMember",
    "IntakeDeadline",
    "PersonalDetails",
    "Petition",
    "PetitionReply",
    "ReceivedDocument",
    "ReceptionPaper",
    "ReceptionPlace",
    "ReceptionSession",
    "ReplyOutcome",
    "SealedIdentity",
    "SessionDeadline",
    "Visit",
    "WeeklyPattern",
]
