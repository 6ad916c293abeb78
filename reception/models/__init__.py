"""The tables of the reception room, one file per subject."""

from reception.models.deadlines import IntakeDeadline
from reception.models.identities import SealedIdentity
from reception.models.petitions import Petition, PetitionReply
from reception.models.sessions import ContentKind, ReceptionSession, ReplyOutcome, Visit

__all__ = [
    "ContentKind",
    "IntakeDeadline",
    "Petition",
    "PetitionReply",
    "ReceptionSession",
    "ReplyOutcome",
    "SealedIdentity",
    "Visit",
]
