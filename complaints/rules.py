"""What fits what: the small tables that the counter, the actions and the workbook's refusals share."""

from complaints.models import Case
from reception.models import ContentKind, Petition

Outcome = Petition.Outcome
Instance = Case.Instance
Prior = Case.PriorState

# How an eligible petition may be handled, by competence; and one that is not eligible (rule D9).
OUTCOMES_OWN = (Outcome.PROPOSED, Outcome.JOINED, Outcome.MANAGEMENT_CHECK)
OUTCOMES_FOREIGN = (Outcome.GUIDED, Outcome.FORWARDED, Outcome.URGED, Outcome.RETURNED)
OUTCOMES_INELIGIBLE = (Outcome.FILED, Outcome.SPLIT, Outcome.RETURNED, Outcome.GUIDED)

# Which instance and which state on arrival fit the kind of matter (rules M1, M2).
INSTANCES: dict[str, tuple[str, ...]] = {
    ContentKind.COMPLAINT: (Instance.FIRST_COMPLAINT, Instance.SECOND_COMPLAINT),
    ContentKind.DENUNCIATION: (Instance.FIRST_DENUNCIATION, Instance.FURTHER_DENUNCIATION),
    ContentKind.RECOMMENDATION: ("",),
}
_NOT_FURTHER = (
    Prior.UNRESOLVED,
    Prior.BEING_RESOLVED,
    Prior.RESOLVED_FIRST,
    Prior.RESOLVED_SECOND,
    Prior.JUDGED,
)
PRIOR_STATES: dict[str, tuple[str, ...]] = {
    ContentKind.COMPLAINT: _NOT_FURTHER,
    ContentKind.DENUNCIATION: tuple(Prior),
    ContentKind.RECOMMENDATION: _NOT_FURTHER,
}

# Instances a commune never resolves itself (rule M4), and whose acts it never judges (rule M6).
NOT_FOR_A_COMMUNE = (Instance.SECOND_COMPLAINT, Instance.FURTHER_DENUNCIATION)
NEVER_OWN_DENUNCIATION = (Case.Respondent.CHAIRMAN, Case.Respondent.VICE_CHAIRMAN)
